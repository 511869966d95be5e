"""The smaller facts: certificates, languages, expected salary, availability, summary, language of the CV."""

import re
from collections.abc import Iterator
from typing import Literal

from tepat.domain.cv.cells import Cell, trim
from tepat.domain.cv.profile import Certificate, Fact, LanguageFact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.dates import find_dates, find_ranges
from tepat.domain.language.money import find_amounts

_LANGUAGES = {
    "Indonesian": "indonesia indonesian",
    "English": "inggris english",
    "Javanese": "jawa javanese",
    "Sundanese": "sunda sundanese",
    "Japanese": "jepang japanese nihongo",
    "Mandarin": "mandarin chinese tiongkok china",
    "Korean": "korea korean",
    "Arabic": "arab arabic",
    "German": "jerman german",
    "French": "perancis prancis french",
    "Dutch": "belanda dutch",
    "Spanish": "spanyol spanish",
    "Malay": "melayu malay",
    "Balinese": "bali balinese",
    "Batak": "batak",
    "Minangkabau": "minang minangkabau padang",
    "Buginese": "bugis buginese",
    "Madurese": "madura madurese",
    "Betawi": "betawi",
    "Hokkien": "hokkien",
    "Cantonese": "kanton cantonese",
    "Thai": "thai thailand",
    "Russian": "rusia russian",
    "Italian": "italia italian",
    "Portuguese": "portugis portuguese",
    "Hindi": "hindi",
    "Vietnamese": "vietnam vietnamese",
    "Turkish": "turki turkish",
}
_LANGUAGE_OF = {word: name for name, words in _LANGUAGES.items() for word in words.split()}
_LANGUAGE = re.compile(rf"(?:\b(?P<prefix>bahasa)\s+)?\b(?P<word>{'|'.join(_LANGUAGE_OF)})\b", re.IGNORECASE)
_SALARY = re.compile(
    r"\b(?:gaji|salary|upah|penghasilan|remunerasi|remuneration|compensation)\b[^\n:]{0,40}|\b(?:ekspektasi|expected|harapan)\s+(?:gaji|salary)\b[^\n:]{0,20}",
    re.IGNORECASE,
)
_PAST_SALARY = re.compile(r"\b(?:terakhir|sebelumnya|saat\s+ini|sekarang|current|last|previous|present)\b", re.IGNORECASE)
_AVAILABLE = re.compile(
    r"\b(?:ketersediaan|availability|available(?:\s+(?:from|to\s+start))?|notice\s+period|bisa\s+(?:mulai|bergabung|join)|dapat\s+(?:mulai\s+)?(?:bekerja|bergabung)"
    r"|siap\s+(?:bekerja|bergabung|join)|kesediaan\s+bergabung|waktu\s+bergabung|mulai\s+bekerja|join\s+date|start\s+date)\b\s*[:\t]?\s*:?\s*",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"(?:dalam\s+|mulai\s+|sejak\s+|tanggal\s+|in\s+|within\s+|from\s+)?(?:\d|segera|langsung|kapan|satu|dua|asap|immediately|one|two|anytime|secepat)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s[-–—|]\s|\s?[–—]\s|\t|,\s+|\s\|\s?")
_GRADE = re.compile(
    r"(?:associate|professional|expert|foundation|practitioner|specialty|fundamentals|advanced|basic|level)\b", re.IGNORECASE
)
_ISSUED = re.compile(r"\b(?:oleh|by|dari|from|issued\s+by|penerbit|issuer|lembaga)\b\s*:?\s*", re.IGNORECASE)
_BOUND = re.compile(r"[,\s]*\(?\s*$")
_INDONESIAN = frozenset(
    [
        "dan",
        "di",
        "yang",
        "untuk",
        "dengan",
        "pada",
        "dari",
        "dalam",
        "saya",
        "adalah",
        "sebagai",
        "ke",
        "serta",
        "atau",
        "telah",
        "pengalaman",
        "pendidikan",
        "membuat",
        "mengelola",
    ]
)
_ENGLISH = frozenset(
    [
        "and",
        "the",
        "of",
        "for",
        "with",
        "in",
        "to",
        "from",
        "i",
        "as",
        "or",
        "is",
        "have",
        "experience",
        "education",
        "work",
        "using",
        "managed",
        "developed",
        "skills",
        "a",
        "my",
    ]
)


def read_certificates(lines: tuple[Line, ...]) -> tuple[Certificate, ...]:
    """Certificates of their sections, one a line; elsewhere none."""
    found: dict[str, Certificate] = {}
    for line in lines:
        if line.kind == "certificates":
            for cell in _certificate_cells(line):
                certificate = _read_certificate(cell)
                if certificate and certificate.name.value.casefold() not in found:
                    found[certificate.name.value.casefold()] = certificate
    return tuple(found.values())


def _certificate_cells(line: Line) -> Iterator[Cell]:
    """The line, or its parts where it lists several."""
    parts = re.split(r"[;•]", line.text)
    if len(parts) == 1 and line.text.count(",") >= 2 and len(find_dates(line.text)) != 1:
        parts = re.split(r",(?![^()]*\))", line.text)
    at = 0
    for part in parts:
        if cell := trim(part, line.start + at):
            yield cell
        at += len(part) + 1


def _read_certificate(cell: Cell) -> Certificate | None:
    dates = find_dates(cell.text)
    ranges = find_ranges(cell.text)
    when = Fact(dates[0][0], (dates[0][1].shifted(cell.span.start),), 0.9) if dates else None
    cut = ranges[0].span if ranges else dates[0][1] if dates else None
    text, offset = cell.text, cell.span.start
    if cut and _BOUND.sub("", text[: cut.start]).strip():
        text = _BOUND.sub("", text[: cut.start])
    elif cut:
        offset, text = offset + cut.end, text[cut.end :]
    issuer = None
    if by := _ISSUED.search(text, 3):
        issuer = trim(text[by.end() :], offset + by.end())
        text = text[: by.start()]
    else:
        parts = [(m.start(), m.end()) for m in _PARTS.finditer(text) if not _GRADE.match(text, m.end())]
        if parts and len(text[: parts[0][0]].strip()) > 2:
            issuer = trim(text[parts[0][1] :], offset + parts[0][1])
            text = text[: parts[0][0]]
    name = trim(text, offset)
    if name is None or len(name.text) > 100 or not re.search(r"[^\W\d_]{2}", name.text):
        return None
    return Certificate(Fact(name.text, (name.span,), 0.85), Fact(issuer.text, (issuer.span,), 0.6) if issuer else None, when)


def read_languages(lines: tuple[Line, ...], text: str) -> tuple[LanguageFact, ...]:
    """Languages of their section; elsewhere only where "Bahasa …" is written with a level."""
    found: dict[str, LanguageFact] = {}
    for line in lines:
        for match in _LANGUAGE.finditer(line.text):
            after = text[line.start + match.end() : line.start + match.end() + 50]
            level = re.match(r"[ \t]*\(([^)•]{2,40})\)|[ \t]*[:–—-][ \t]*([^,;|•\n]{2,30})|\t\s*:?[ ]*([^,;|•\n]{2,30})", after)
            listed = line.kind == "languages"
            if not listed and not (match["prefix"] and level and line.kind in ("skills", "other", "personal", "header")):
                continue
            name = _LANGUAGE_OF[match["word"].casefold()]
            span = Span(line.start + match.start(), line.start + match.end())
            fluency = " ".join((level[1] or level[2] or level[3]).split()) if level else None
            found.setdefault(name, LanguageFact(Fact(name, (span,), 0.95), fluency))
    return tuple(found.values())


def read_salary(text: str) -> Fact[int] | None:
    """The expected monthly salary in rupiah: the lower end of a range. A former salary is none."""
    for match in _SALARY.finditer(text):
        if _PAST_SALARY.search(match.group()):
            continue
        window = text[match.start() : match.end() + 60].split("\n\n", maxsplit=1)[0]
        for amount in find_amounts(window):
            return Fact(amount.low, (amount.span.shifted(match.start()),), 0.9)
    return None


def read_availability(lines: tuple[Line, ...], text: str) -> Fact[str] | None:
    """When somebody can start, as written."""
    for line in lines:
        if line.kind in ("references", "education"):
            continue
        if match := _AVAILABLE.search(line.text):
            start = line.start + match.end()
            if ":" not in match.group() and not _SOON.match(text, start):
                continue
            value = re.split(r"[.;|\t]|\n\n|\n•", text[start : start + 80])[0]
            if "\n" in value and (")" not in value or "(" not in value.split("\n")[0]):
                value = value.split("\n")[0]
            if cell := trim(value, start):
                return Fact(" ".join(cell.text.split()), (cell.span,), 0.85)
            return Fact(match.group().strip(" :"), (Span(line.start + match.start(), start),), 0.5)
    return None


def read_summary(lines: tuple[Line, ...]) -> Fact[str] | None:
    """What somebody says about themselves, under its own heading."""
    own = [line for line in lines if line.kind == "summary"]
    if not own:
        return None
    own = [line for line in own if line.section == own[0].section]
    return Fact("\n".join(line.text for line in own), tuple(line.span for line in own), 0.8)


def tell_language(text: str) -> Literal["id", "en", "mixed"]:
    """By the small words of both languages: mixed where the lesser one makes more than a quarter."""
    words = re.findall(r"[a-z]+", text.casefold())
    indonesian, english = sum(w in _INDONESIAN for w in words), sum(w in _ENGLISH for w in words)
    if min(indonesian, english) * 4 > indonesian + english:
        return "mixed"
    return "en" if english > indonesian else "id"
