"""Who the CV is about and how to reach them: name, e-mail, telephone, city. Referees are someone else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tepat.domain.cv.cells import Cell, split_cells, trim
from tepat.domain.cv.profile import Fact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.phones import find_phones
from tepat.domain.language.places import PlaceIndex, PlaceMention

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w][\w.+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?(?:[\w-]{1,63}(?:\n[\w-]{1,40})?\.\n?){1,4}(?:[a-z]{2,12}\b|[a-z]\n[a-z]{1,9}(?=\n|$))",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:^|\n|:\s?)([a-z][a-z0-9._-]{3,40})\n$")
_TAIL = re.compile(r"\n([a-z]{1,10}(?:\.[a-z]{2,3})?)(?=\n|$)")
_ENDINGS = frozenset(["com", "id", "net", "org", "edu", "io", "dev", "me", "info", "biz", "co", "xyz", "tech", "my", "sg"])
_NAME_LABEL = re.compile(r"^(?:nama(?:\s+(?:lengkap|saya))?|(?:full\s*|complete\s+)?name)\b\s*[:\t]\s*:?\s*", re.IGNORECASE)
_PLACE_LABEL = re.compile(
    r"(?:^|[|,;•\t]\s*|\s[–—-]\s|\s(?=[^:|]{4,24}:))(?P<label>domisili(?:\s+(?:saat\s+ini|sekarang))?|alamat(?:\s+(?:domisili|lengkap|rumah|tinggal|saat\s+ini|sekarang|ktp))*|kota(?=\s*[:\t])"
    r"|tempat\s+tinggal|(?:current\s+|home\s+)?address|location|lokasi|city|lives?\s+in|residence|based\s+in|tinggal\s+di|berdomisili(?:\s+di)?)\b\s*[:\t]?\s*:?\s*",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:tempat|tmpt|ttl|lahir|born|birth|place\s*/\s*date)\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:jl|jln|jalan|gg|gang|perum\w*|komp\w*|blok|no|rt|rw|kel|kec|desa|dusun|apartemen|apartment|street|st|road)\b\.?",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"[,\s]+(?:(?:[SMA]|Amd|Ahli|Ir|Dr|Drs|BE|B|Ph)\s?\.\s?[\w.]{1,12}|S\.?\s?(?:Kom|T|E|Si|Pd|H|Sos|Tr)\b[.\w]*|A\.?\s?Md\b[.\w]*|M\.?\s?Kom\b[.\w]*|MBA|MM|MT|ST|SE|CCNA|MTCNA|PMP)\.?(?=[,\s]|$)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:(?:Bpk|Bapak|Ibu|Sdr|Mr|Mrs|Ms|Ir|Dr|Drs|Dra|Hj?|R|Prof)\.\s*)+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:curriculum|vitae|resume|cv|daftar|riwayat|hidup|lamaran|kerja|data|diri|pribadi|profile?|profil|kontak|contact|phone|telp|email|alamat|address|jl|jalan"
    r"|engineer|developer|programmer|support|staff|staf|admin\w*|teknisi|technician|analyst|analis|manager|manajer|helpdesk|desk|officer|specialist|spesialis|sysadmin"
    r"|network|system|software|web|data|mobile|front-?end|back-?end|full-?stack|fullstack|intern|magang|guru|sales|accounting|bookkeeper|agent|designer|operator|it|fresh"
    r"|graduate|indonesia|kota|kabupaten|jakarta|university|universitas|pt|smk|sma|menikah|islam|kristen|laki-laki|perempuan|male|female|single|wni|dan|and|the|of|to"
    r"|keuangan|jaringan|komputer|administrator|lead|senior|junior|qa|tester|security|database|cloud|devops|consultant|konsultan|assistant|asisten|supervisor)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"^[^\W\d_]+(?:['’.`-][^\W\d_]*)*\.?$")
EVERYDAY = frozenset({"solo"})
"""Aliases that people use as the city's own name: kept as written, like the towns of a regency."""


@dataclass(frozen=True, slots=True)
class Home:
    """The place somebody lives in."""

    city: Fact[str] | None
    region: Fact[str] | None


def read_email(lines: tuple[Line, ...], text: str) -> Fact[str] | None:
    """The first address that is not a referee's."""
    closed = [line.span for line in lines if line.kind == "references"]
    for match in _EMAIL.finditer(text):
        if not any(span.start <= match.start() < span.end for span in closed):
            start, end = _unwrapped(text, *match.span())
            value = re.sub(r"\s", "", text[start:end]).replace("(at)", "@").replace("[at]", "@").lower()
            return Fact(value, (Span(start, end),), 0.99)
    return None


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The address with what a narrow column pushed to the line before or after it."""
    before = _HEAD.search(text, max(0, start - 64), start)
    if before:
        start = before.start(1)
    after = _TAIL.match(text, end)
    if after and text[:end].rpartition(".")[2].casefold() not in _ENDINGS:
        end = after.end(1)
    return start, end


def read_phone(lines: tuple[Line, ...]) -> Fact[str] | None:
    """A mobile number before others, the header before other sections; never a referee's."""
    options: list[tuple[int, int, str, Span]] = []
    for line in lines:
        if line.kind == "references":
            continue
        rank = 0 if line.kind in ("header", "personal") else 2
        for number, span in find_phones(line.text):
            options.append((rank + (not number.startswith("+628")), line.start + span.start, number, span.shifted(line.start)))
    if not options:
        return None
    rank, _, number, span = min(options)
    return Fact(number, (span,), 0.97 if rank == 0 else 0.8)


def read_name(lines: tuple[Line, ...], email: Fact[str] | None) -> Fact[str] | None:
    """A labelled name; else the best line of the header: in the largest letters, first, or spelled in the e-mail address."""
    for line in lines:
        if line.kind in ("header", "personal", "other", "summary") and (label := _NAME_LABEL.match(line.text)):
            cell = trim(line.text[label.end() :].split("\t")[0], line.start + label.end())
            if cell and (name := _clean(cell)):
                return _as_name(name, 0.97)
    header = [line for line in lines if line.kind in ("header", "personal")]
    options = list(_candidates(header))
    if not options:
        return None
    local = re.sub(r"[^a-z]", "", email.value.partition("@")[0]) if email else ""
    tallest = max((height for _, height in options), default=0.0)

    def weigh(number: int) -> float:
        cell, height = options[number]
        words = [w for w in cell.text.casefold().split() if len(w) > 2]
        spelled = sum(w in local for w in words) / max(1, len(words))
        return 2.0 * spelled + (1.5 if tallest and height >= 0.97 * tallest else 0.0) - 0.25 * number + 0.3 * (len(words) > 1)

    best = max(range(len(options)), key=weigh)
    return _as_name(options[best][0], 0.9 if weigh(best) > 1 else 0.6)


def _candidates(header: list[Line]) -> Iterator[tuple[Cell, float]]:
    """Lines that look like a name, with the height of their letters; lines of one height that follow each other are one name."""
    at = 0
    while at < len(header):
        line = header[at]
        run = [line]
        while line.height and at + len(run) < len(header) and _goes_on(run[-1], header[at + len(run)]):
            run.append(header[at + len(run)])
        joined = " ".join(part.text for part in run)
        cell = Cell(joined, Span(run[0].start, run[-1].end))
        if len(run) > 1 and len(joined.split()) <= 6 and (name := _clean(cell)):
            yield name, line.height
            at += len(run)
            continue
        first = next(iter(split_cells(line.text, line.start)), None)
        if first and (name := _clean(first)):
            yield name, line.height
        at += 1


def _goes_on(line: Line, following: Line) -> bool:
    same = following.region == line.region and abs(following.height - line.height) < 0.03 * line.height
    return (
        same
        and not following.blank_before
        and bool(_clean(Cell(following.text, following.span)) or _DEGREE.fullmatch(" " + following.text))
    )


def _clean(cell: Cell) -> Cell | None:
    """The name without titles and degrees, or None if this is no name of a person."""
    title = _TITLE.match(cell.text)
    start = title.end() if title else 0
    text = cell.text[start:]
    degree = _DEGREE.search(text)
    text = text[: degree.start()] if degree else text
    text = text.split(",")[0].rstrip(" ,.-")
    words = text.split()
    if not 1 <= len(words) <= 6 or not all(_WORDS.match(w) for w in words) or _NO_NAME.search(text) or len(text) < 3:
        return None
    if not all(w[0].isupper() for w in words if len(w) > 3):
        return None
    begin = cell.span.start + start
    return Cell(" ".join(words), Span(begin, min(cell.span.end, begin + len(text))))


def _as_name(cell: Cell, confidence: float) -> Fact[str]:
    text = cell.text
    if text.isupper():
        text = " ".join(w if len(w) <= 2 and "." in w else w.capitalize() for w in text.split())
    return Fact(text, (cell.span,), confidence)


def read_home(lines: tuple[Line, ...], text: str, places: PlaceIndex) -> Home:
    """City and region: after a label, else in a line with a street, else in the header. A birthplace is no home."""
    header = [line for line in lines if line.kind in ("header", "personal")]
    for line in header + [line for line in lines if line.kind in ("other", "summary")]:
        label = _PLACE_LABEL.search(line.text)
        if label and not _BIRTH.search(line.text[: label.end()]):
            value, offset = line.text[label.end() :], line.start + label.end()
            if found := places.find(_with_next(text, line, lines)[label.end() :]):
                return _home(found, offset, 0.95)
            if (
                "alamat" not in label["label"].casefold()
                and line.kind != "summary"
                and (cell := next(iter(split_cells(value, offset)), None))
            ):
                city = cell.text.split(",")[0]
                if re.fullmatch(r"[^\d]{3,30}", city):
                    return Home(Fact(city, (Span(cell.span.start, cell.span.start + len(city)),), 0.5), None)
    streets = [line for line in header if _STREET.search(line.text)]
    for line in streets + header:
        if _BIRTH.search(line.text):
            continue
        whole = _without_emails(_with_next(text, line, header)) if line in streets else _without_emails(line.text)
        found = places.find(whole)
        if found and (line in streets or _is_place_line(whole, found) or "@" in line.text or find_phones(line.text)):
            return _home(found, line.start, 0.85)
    return Home(None, None)


def _with_next(text: str, line: Line, lines: Iterable[Line]) -> str:
    """The line with the rest of its address on the next one, where that is short and has no label of its own."""
    following = next((other for other in lines if other.start > line.start), None)
    wrapped = (
        following
        and following.region == line.region
        and not following.blank_before
        and re.fullmatch(r"[^:@|\t]{2,45}", following.text)
        and not find_phones(following.text)
    )
    return text[line.start : following.end] if wrapped and following else line.text


def _without_emails(text: str) -> str:
    return _EMAIL.sub(lambda m: " " * len(m.group()), text)


def _is_place_line(text: str, found: tuple[PlaceMention, ...]) -> bool:
    """Whether the place is a cell of its own: the whole line, or parted by signs."""
    mention = found[-1]
    before, after = text[: mention.span.start], text[mention.span.end :]
    return bool(
        re.search(r"(?:^|[|,•;\t–—-]\s*|\b(?:kota|kab\w*\.?)\s+)$", before, re.IGNORECASE)
        and re.match(r"\s*(?:$|[|,•;\t–—\d-])", after)
    )


def _home(found: tuple[PlaceMention, ...], offset: int, confidence: float) -> Home:
    """The last city or regency of an address; its region as written, else as known."""
    cities = [m for m in found if m.place.kind != "province"]
    provinces = [m for m in found if m.place.kind == "province"]
    if not cities and "jakarta" in provinces[-1].written.casefold():
        where = provinces[-1].span.shifted(offset)
        return Home(Fact("Jakarta", (where,), confidence), Fact(provinces[-1].place.name, (where,), confidence))
    if not cities:
        return Home(None, Fact(provinces[-1].place.name, (provinces[-1].span.shifted(offset),), confidence))
    city = cities[-1]
    town = city.place.kind == "regency" and city.written.casefold() != city.place.name.casefold()
    value = city.written.title() if town or city.written.casefold() in EVERYDAY else city.place.name
    region = next((m for m in provinces if m.span.start >= city.span.start), None)
    where = (region.span if region else city.span).shifted(offset)
    return Home(Fact(value, (city.span.shifted(offset),), confidence), Fact(city.place.region, (where,), confidence))
