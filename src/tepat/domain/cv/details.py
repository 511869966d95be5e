"""The smaller facts: languages, expected salary, availability, summary, language of the CV."""

import re
from typing import Literal

from tepat.domain.cv.cells import trim
from tepat.domain.cv.profile import Fact, LanguageFact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.money import find_amounts
from tepat.domain.language.tongues import find_tongues

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


def read_languages(lines: tuple[Line, ...], text: str) -> tuple[LanguageFact, ...]:
    """Languages of their section; elsewhere only where "Bahasa …" is written with a level."""
    found: dict[str, LanguageFact] = {}
    for line in lines:
        for name, place, prefixed in find_tongues(line.text):
            after = text[line.start + place.end : line.start + place.end + 50]
            level = re.match(r"[ \t]*\(([^)•]{2,40})\)|[ \t]*[:–—-][ \t]*([^,;|•\n]{2,30})|\t\s*:?[ ]*([^,;|•\n]{2,30})", after)
            listed = line.kind == "languages"
            if not listed and not (prefixed and level and line.kind in ("skills", "other", "personal", "header")):
                continue
            span = place.shifted(line.start)
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
