"""Where somebody lives: city and region. A birthplace or the address on an old identity card is no home."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tepat.domain.cv.cells import split_cells
from tepat.domain.cv.profile import Fact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.phones import find_phones
from tepat.domain.language.places import PlaceIndex, PlaceMention

_ALWAYS = (
    r"(?:alamat\s+)?(?:ber)?domisili(?:\s+(?:saat\s+ini|sekarang|di))*|(?:alamat|tempat)\s+(?:tinggal|saat\s+ini|sekarang|rumah)(?:\s+(?:saat\s+ini|sekarang))?"
    r"|domiciled?(?:\s+(?:in|at|address))?|current(?:ly)?\s+(?:address|residence|location|living\s+in|city|based\s+in)|residence|resid(?:es|ing)\s+in|lives?\s+in|living\s+in"
    r"|based\s+in|tinggal\s+di|menetap\s+di|kota(?:\s+(?:domisili|tempat\s+tinggal|asal))?(?=\s*[:\t])|city(?:\s+of\s+residence)?|lokasi(?:\s+saat\s+ini)?|location"
)
_SOMETIMES = r"(?:home\s+|mailing\s+)?address(?!\s*:?\s*\S+@)|alamat(?:\s+lengkap)?"
_LABEL = re.compile(
    r"(?:^|[|,;•/\t]\s*|\s[–—-]\s|[^\w\s(]\s|\s(?=[^:|]{4,30}:))(?:(?P<formerly>(?:alamat|address|permanent|id\s+card)\b[^:\t]{0,20}\b(?:ktp|asal|orang\s*tua|identity|id)\b(?:\s+card)?(?:\s+address)?"
    r"|permanent\s+address|(?:kota|daerah)\s+asal|home\s*town)"
    rf"|(?P<always>{_ALWAYS})|(?P<sometimes>{_SOMETIMES}))(?:\s*\([^)]{{2,20}}\))?\s*(?:[:\t]\s*:?|(?<=\sdi)\s|(?<=\sin)\s|\b(?=\s+(?:[A-Z]|$))|$)\s*:?\s*",
    re.IGNORECASE,
)
_RANK = {"always": 0, "sometimes": 1, "formerly": 5}
_BIRTH = re.compile(
    r"\b(?:tempat\s*(?:,|/|&|dan|tanggal|tgl)|tmpt|ttl|lahir|kelahiran|born|birth|place\s*/\s*date)", re.IGNORECASE
)
_STREET = re.compile(
    r"\b(?:jl|jln|jalan|gg|gang|perum\w*|komp\w*|blok|no|rt|rw|kel|kec|desa|dusun|apartemen|apartment|street|st|road|dk|ds|griya|residence)\b\.?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.|linkedin\.com|github\.com|wa\.me)\S*", re.IGNORECASE)
HOMELY = frozenset({"header", "personal"})
EVERYDAY = frozenset({"solo"})
"""Aliases that people use as the city's own name: kept as written, like the towns of a regency."""


@dataclass(frozen=True, slots=True)
class Home:
    """The place somebody lives in."""

    city: Fact[str] | None
    region: Fact[str] | None


NOWHERE = Home(None, None)


def read_home(lines: tuple[Line, ...], text: str, places: PlaceIndex, contact: tuple[Line, ...]) -> Home:
    """City and region: after a label that speaks of today before others, else in a street, else beside other contact.

    `contact`: lines that say how to reach the candidate, wherever they stand.
    """
    homely = [line for line in lines if line.kind in HOMELY or line in contact]
    elsewhere = [line for line in lines if line.kind in ("other", "summary", "wishes", "languages") and line not in contact]
    options = sorted([*_labelled(homely, elsewhere, lines, text, places), *_unlabelled(homely, text, places)], key=lambda o: o[0])
    return options[0][1] if options else NOWHERE


def _labelled(
    homely: list[Line], elsewhere: list[Line], lines: tuple[Line, ...], text: str, places: PlaceIndex
) -> Iterator[tuple[tuple[int, int], Home]]:
    for line in [*homely, *elsewhere]:
        for label in _LABEL.finditer(line.text):
            if _BIRTH.search(line.text[max(0, label.start() - 30) : label.end()]):
                continue
            rank, offset = _RANK[str(label.lastgroup)], line.start + label.end()
            value = _value(line, label.end(), lines, text)
            if found := places.find(value):
                yield (rank, line.start), home_of(found, offset, 0.95 if rank < 2 else 0.5)
            elif rank == 0 and line in homely and (home := _unknown(value, offset)):
                yield (3, line.start), home


def _value(line: Line, cut: int, lines: tuple[Line, ...], text: str) -> str:
    """What stands after a label: to the next label, with the rest of an address on the next line."""
    whole = _with_next(text, line, lines)[cut:]
    rest = re.search(r"\s[|•]\s|\t(?!:)|;|\s/\s|\s(?=[A-Za-z][A-Za-z .-]{2,24}:\s)", whole.lstrip(": \t"))
    lead = len(whole) - len(whole.lstrip(": \t"))
    return whole[: lead + rest.start()] if rest else whole


def _unknown(value: str, offset: int) -> Home | None:
    """A place nobody knows, as written; an address without a known city names none."""
    cell = next(iter(split_cells(value, offset)), None)
    city = cell.text.split(",")[0] if cell else ""
    if cell is None or _STREET.search(value) or not re.fullmatch(r"[^\W\d_][^\d:@/]{2,29}", city):
        return None
    return Home(Fact(city, (Span(cell.span.start, cell.span.start + len(city)),), 0.4), None)


def _unlabelled(homely: list[Line], text: str, places: PlaceIndex) -> Iterator[tuple[tuple[int, int], Home]]:
    for line in homely:
        if _BIRTH.search(line.text) or any(label.lastgroup == "formerly" for label in _LABEL.finditer(line.text)):
            continue
        street = bool(_STREET.search(line.text))
        whole = _without_addresses(_with_next(text, line, homely) if street else line.text)
        found = places.find(whole)
        if found and (street or is_place_line(whole, found) or "@" in line.text or find_phones(line.text)):
            yield (2 if street else 4, line.start), home_of(found, line.start, 0.85)


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


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda m: " " * len(m.group()), text)


def is_place_line(text: str, found: tuple[PlaceMention, ...]) -> bool:
    """Whether the place is a cell of its own: the whole line, or parted by signs."""
    mention = found[-1]
    before, after = text[: mention.span.start], text[mention.span.end :]
    return bool(
        re.search(r"(?:^|[|,•;\t–—-]\s*|^[^\w\s]\s*|\b(?:kota|kab\w*\.?)\s+)$", before, re.IGNORECASE)
        and re.match(r"\s*(?:$|[|,•;\t–—\d(-])", after)
    )


def home_of(found: tuple[PlaceMention, ...], offset: int, confidence: float) -> Home:
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
