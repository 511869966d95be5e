"""What a reader need not see of a person: identity for a blind review, the number of the identity card always."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tepat.domain.documents import Span

BLOT = "█"
NIK = re.compile(r"(?<!\d)\d{16}(?!\d)|(?<!\d)\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}(?!\d)")
"""Nomor Induk Kependudukan: 16 digits (Permendagri 73/2022 speaks of names; the form of the number is UU 24/2013 art. 13)."""
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\b(?:linkedin|github|instagram|facebook)\.com/\S+"
    r"|(?<!\d)(?:\+?62|0)[\s().-]?8(?:[\s().-]?\d){7,11}",
    re.IGNORECASE,
)
_LABELS = (
    "tempat|tanggal lahir|tgl\\.? lahir|ttl|place of birth|date of birth|usia|umur|age|jenis kelamin|gender|sex|agama|religion"
    "|status(?: pernikahan| perkawinan)?|marital status|kewarganegaraan|tinggi badan|berat badan|height|weight|alamat|address"
)
_STREET = re.compile(r"\b(?:Jl|Jln|Jalan|Gg|Gang|Perum|Perumahan|Komp|Komplek|Kompleks|Kp|Dusun|Dsn)\b\.? [^\n\t|·]+")
_PERSONAL = re.compile(rf"^[•\s]*(?:{_LABELS})\b[^:\n\t]*[:\t](.+)$", re.IGNORECASE | re.MULTILINE)
_SCHOOLS = "Universitas|University of|Institut|Politeknik|Sekolah Tinggi|STMIK|STIKOM|Akademi|SMKN?|SMAN?"
_CAMPUS = re.compile(rf"\b(?:{_SCHOOLS})\b(?:[ .]+(?:[A-Z][\w.]*|\d+))+")
_IDENTITY = ("/basics/name", "/basics/email", "/basics/phone", "/basics/location", "/basics/profiles", "/basics/url")


def identity_spans(text: str, document: Mapping[str, Any]) -> tuple[Span, ...]:
    """Where name, contact, school, age, sex, religion, family and address stand. `document` as `tepat cv read` prints it."""
    found = [*_read_spans(document), *_name_spans(text, document)]
    found += [Span(*m.span()) for pattern in (_CONTACT, _CAMPUS, _STREET) for m in pattern.finditer(text)]
    found += [Span(*m.span(1)) for m in _PERSONAL.finditer(text)]
    return tuple(found)


def nik_spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in NIK.finditer(text))


def blotted(text: str, spans: Iterable[Span]) -> str:
    """The text with those stretches blotted out, as long as before, so that every other offset still holds."""
    letters = list(text)
    for span in spans:
        for at in range(max(span.start, 0), min(span.end, len(letters))):
            if not letters[at].isspace():
                letters[at] = BLOT
    return "".join(letters)


def _read_spans(document: Mapping[str, Any]) -> Iterator[Span]:
    for path, places in (document.get("evidence") or {}).items():
        if path.startswith(_IDENTITY) or (path.startswith("/education/") and path.endswith("/institution")):
            yield from (Span(p["start"], p["end"]) for p in places)


def _name_spans(text: str, document: Mapping[str, Any]) -> Iterator[Span]:
    """The name wherever it is repeated, whole or by any of its words of four letters and more."""
    name = str((document.get("basics") or {}).get("name") or "")
    words = re.findall(r"[^\W\d_]{4,}", name)
    if words:
        pattern = rf"\b(?:{'|'.join(re.escape(w) for w in words)})\b"
        yield from (Span(*m.span()) for m in re.finditer(pattern, text, re.IGNORECASE))
