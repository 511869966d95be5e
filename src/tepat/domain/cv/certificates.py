"""Certificates of a CV: their names as written, who issued them and when. A line of its own may hold each of the three."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tepat.domain.cv.cells import Cell, trim, without
from tepat.domain.cv.profile import Certificate, Fact, PartialDate
from tepat.domain.cv.sections import Line
from tepat.domain.language.dates import find_dates, find_ranges
from tepat.domain.language.tongues import find_tongues

LONGEST = 100
_PARTS = re.compile(r"\s[-–—|·]\s|\s?[–—]\s|\t|,\s+|\s\|\s?|\s\((?=[^()]{3,60}\)?\s*$)")
# What a part after a dash may begin with and still belong to the name.
_GRADE = re.compile(
    r"(?:associate|professional|expert|foundation|practitioner|specialty|fundamentals|advanced|basic|level|intermediate|administrator|tingkat|dasar|menengah)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:diselenggarakan\s+oleh|oleh|by|dari|from|issued\s+by|penerbit|issuer|lembaga|penyelenggara|organized\s+by)\b\s*:?\s*",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\b(?:coursera|udemy|dicoding|bnsp|lsp|inixindo|linkedin\s+learning|edx|skill\s?academy|ruangguru|progate|codepolitan|buildwithangga|hacktiv8|binar|revou|purwadhika"
    r"|kominfo|komdigi|kemen\w+|kementerian|bpptik|digitalent|digital\s+talent|blk|balai|bbplk|idn|id-networkers|universitas|university|institut\w*|politeknik|pt|yayasan|lembaga"
    r"|academy|akademi|training\s+cent(?:er|re)|academia|google|microsoft|cisco|oracle|aws|amazon|ibm|meta|huawei|mikrotik|comptia|red\s?hat|peoplecert|pmi|isaca|axelos|sap"
    r"|freecodecamp|hackerrank|pluralsight|simplilearn|datacamp|udacity|myskill|sanbercode|eduwork|rakamin|algoritma|glints|dinas|hashicorp|scrum\.org|scrum\s+alliance|pusbankes|ktki|google\s+cloud|cncf|linux\s+foundation|tableau|salesforce|istqb|fortinet|ec-council|offensive\s+security|iapi|lpk|lp3i|lia|ef|wall\s+street)\b",
    re.IGNORECASE,
)
_AWARDED = re.compile(
    r"\b(?:certifi\w+|sertifi\w+|course|kursus|pelatihan|training|workshop|seminar|bootcamp|program|exam|test|associate|professional|expert|specialist|fundamentals?|foundation)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:issued|diterbitkan|terbit|tanggal(?:\s+terbit)?|valid|berlaku|masa\s+berlaku|expires?|expired|no\s+expiration|credential|id\s+kredensial|kredensial|nomor|no\.|score|skor"
    r"|tahun|year|certificate\s+(?:no|id|number)|see\s+credential|lihat|url|link|https?:|www\.)",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?:^|[-–—,(\[|·:\t])\s*$")
_SHUT = re.compile(r"\s*(?:$|[-–—,)\]|·\t])")
_ISSUED_ON = re.compile(r"\b(?:issued|diterbitkan|terbit|tahun|year)\b\s*:?\s*(?=\t)", re.IGNORECASE)
_EMPTY = re.compile(r"\(\s*[,;]?\s*\)")
_LABEL = re.compile(
    r"^(?:nama\s+(?:sertifikat|pelatihan|kursus)|sertifikat|sertifikasi|certificates?|certifications?|pelatihan|training|kursus)\s*:\s*",
    re.IGNORECASE,
)
_NO_CERTIFICATE = re.compile(
    r"^(?:tidak\s+ada|(?:national\s+|international\s+)?(?:seminar|webinar|workshop)|peserta\s+seminar|none|n/?a|belum\s+ada|terlampir|-+|issued|juara|peringkat|winner|runner)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A certificate with the line it stands on; `whole`: the line ends with its name."""

    certificate: Certificate
    line: Line
    whole: bool


def read_certificates(lines: tuple[Line, ...], known: frozenset[str]) -> tuple[Certificate, ...]:
    """Certificates of their sections; elsewhere none. `known`: casefolded names that are always certificates."""
    found: list[_Found] = []
    for line in lines:
        if line.kind != "certificates":
            continue
        before = found[-1] if found and found[-1].line.section == line.section else None
        if before and (more := _completed(before, line, known)):
            found[-1] = more
        elif not _is_aside(line.text):
            found.extend(_read_line(line))
    unique: dict[str, Certificate] = {}
    for item in found:
        unique.setdefault(item.certificate.name.value.casefold(), item.certificate)
    return tuple(unique.values())


def _completed(before: _Found, line: Line, known: frozenset[str]) -> _Found | None:
    """The certificate with what the next line says about it: the rest of its name, its issuer or its date; None for a new one."""
    certificate = before.certificate
    if line.blank_before and not _ASIDE.match(line.text):
        return None
    if _is_aside(line.text):
        date = certificate.date or next(iter(_dates(Cell(line.text, line.span))), None)
        return replace(before, certificate=replace(certificate, date=date), line=line, whole=False)
    found = next(_read_cell(Cell(line.text, line.span)), None)
    if found is None or line.bulleted or found.name.value.casefold() in known or _LABEL.match(line.text):
        return None
    date = certificate.date or found.date
    if before.whole and _goes_on(before, line, found.name.value):
        name = Fact(f"{certificate.name.value} {found.name.value}", (*certificate.name.spans, *found.name.spans), 0.8)
        return replace(
            before, certificate=replace(found, name=name, issuer=certificate.issuer or found.issuer, date=date), line=line
        )
    if certificate.issuer is None and _names_issuer(line.text) and not _AWARDED.search(line.text):
        issuer = Fact(found.name.value, found.name.spans, 0.7)
        return replace(before, certificate=replace(certificate, issuer=issuer, date=date), line=line, whole=False)
    return None


def _goes_on(before: _Found, line: Line, name: str) -> bool:
    """Whether a line is the rest of a name that its column was too narrow for."""
    if re.search(r"(?:[-–—:&,]|\b(?:of|in|for|and|dan|dengan|untuk|the))$", before.line.text, re.IGNORECASE):
        return True
    return len(name.split()) <= 3 and (line.wrapped or before.line.bulleted or _GRADE.match(name) is not None)


def _names_issuer(text: str) -> bool:
    found = _ISSUER.search(text)
    return found is not None and found.start() <= 4


def _is_issuer(text: str) -> bool:
    """Whether a text is the name of an issuer and nothing else: short, and without a word for what was awarded."""
    return _names_issuer(text) and len(text.split()) <= 4 and not _AWARDED.search(text) and not re.search(r"[+\d]", text)


def _first_part(cell: Cell) -> Cell:
    """The cell up to the first sign that does not belong to a name."""
    parts = _parts(cell.text)
    return (trim(cell.text[: parts[0][0]], cell.span.start) if parts else None) or cell


def _is_aside(text: str) -> bool:
    """Whether a line only says when a certificate was issued, or under which number."""
    if _ASIDE.match(text):
        return True
    bare = text
    for _, span in reversed(find_dates(text)):
        bare = bare[: span.start] + bare[span.end :]
    return bare != text and not re.search(r"[^\W\d_]{2}", re.sub(r"(?i)\b(?:s\.?d\.?|sampai|hingga|to|until)\b", "", bare))


def _read_line(line: Line) -> Iterator[_Found]:
    cells = list(_cells(line))
    for cell in cells:
        for certificate in _read_cell(cell):
            whole = certificate.name.spans[-1].end >= line.end - 1
            yield _Found(certificate, line, whole)


def _cells(line: Line) -> Iterator[Cell]:
    """The line, or its parts where it lists several."""
    label = _LABEL.match(line.text)
    at = label.end() if label else 0
    text = line.text[at:]
    parts = re.split(r"[;•]", text)
    if len(parts) == 1 and text.count(",") >= 2 and len(list(_dates(Cell(text, line.span)))) != 1:
        parts = re.split(r",(?![^()]*\))", text)
    elif len(parts) == 1 and text.count(",") == 1 and not find_dates(text):
        parts = _two(text)
    for part in parts:
        if cell := trim(part, line.start + at):
            yield cell
        at += len(part) + 1


def _two(text: str) -> list[str]:
    """Both sides of a comma where each is a certificate of its own, such as "CCNA, MTCNA"."""
    left, _, right = text.partition(",")
    single = re.compile(r"\s*[A-Z][\w+/-]{2,9}(?:\s\S+)?\s*")
    alike = single.fullmatch(left) and single.fullmatch(right) and not _names_issuer(right.strip())
    return [left, right] if alike else [text]


def _dates(cell: Cell) -> Iterator[Fact[PartialDate]]:
    """Dates at an end of the cell or beside a sign, in order: those of a certificate, not of its name."""
    for date, span in find_dates(cell.text):
        if _OPENED.search(cell.text, 0, span.start) or _SHUT.match(cell.text, span.end):
            yield Fact(date, (span.shifted(cell.span.start),), 0.9)


def _read_cell(cell: Cell) -> Iterator[Certificate]:
    """At most one certificate: a name, perhaps parted from its issuer, dates at either end."""
    when = next(_dates(cell), None)
    text, offset, issuer = _without_dates(cell), cell.span.start, None
    if by := _ISSUED.search(text, 3):
        issuer = trim(text[by.end() :], offset + by.end())
        text = text[: by.start()]
    else:
        lead = len(text) - len(text.lstrip(" \t(["))
        parts = [part for part in _parts(text) if len(text[lead : part[0]].strip()) > 2 and part[0] >= lead]
        if parts:
            issuer = trim(text[parts[0][1] :], offset + parts[0][1])
            text = text[: parts[0][0]]
    name = trim(text, offset)
    if name and issuer and _is_issuer(name.text) and not _is_issuer(issuer.text):
        name, issuer = _first_part(issuer), name
    if name is None or len(name.text) > LONGEST or not re.search(r"[^\W\d_]{2}", name.text) or _is_nothing(name.text):
        return
    yield Certificate(Fact(name.text, (name.span,), 0.85), Fact(issuer.text, (issuer.span,), 0.6) if issuer else None, when)


def _is_nothing(text: str) -> bool:
    """Whether a part is no certificate: a word for none, a prize, or only a language somebody speaks."""
    spoken = find_tongues(text)
    only = spoken and all(found[2] for found in spoken) and not _AWARDED.search(text) and len(text.split()) <= 4
    return bool(_NO_CERTIFICATE.match(text)) or bool(only)


def _without_dates(cell: Cell) -> str:
    """The cell's text with dates at its ends or beside a sign blanked out; "COBIT 2019 Foundation" stays whole."""
    ranges = tuple(r.span for r in find_ranges(cell.text))
    text = without(cell.text, 0, ranges or tuple(date.spans[0].shifted(-cell.span.start) for date in _dates(cell)))
    return _EMPTY.sub(lambda m: "\t" * len(m.group()), _ISSUED_ON.sub(lambda m: "\t" * len(m.group()), text))


def _parts(text: str) -> list[tuple[int, int]]:
    """Places where the name may end: signs, except before what only grades it; a bracket where it names who issued it."""
    found = []
    for match in _PARTS.finditer(text):
        bracket = match.group().endswith("(")
        if not _GRADE.match(text, match.end()) and (not bracket or _names_issuer(text[match.end() :])):
            found.append(match.span())
    return found
