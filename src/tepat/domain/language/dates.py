"""Dates as Indonesians and English speakers write them in CVs: months, ranges, durations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.documents import Span

MONTHS: dict[str, int] = {}
"""Every spelling of a month (casefolded) with its number."""

for _number, _names in enumerate(
    (
        "januari january jan",
        "februari february febuari pebruari feb peb febr",
        "maret march mar mrt",
        "april apr",
        "mei may",
        "juni june jun",
        "juli july jul",
        "agustus august aug agu agt agst ags agus",
        "september sept sep",
        "oktober october okt oct",
        "november nopember nov nop",
        "desember december des dec",
    ),
    1,
):
    MONTHS.update(dict.fromkeys(_names.split(), _number))


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, or a month of a year; `month` is None where only the year was written."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """From `YYYY` or `YYYY-MM`; anything else is a ValueError."""
        year, _, month = text.partition("-")
        return cls(int(year), int(month) if month else None)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A stretch of time as written. `end` None and `ongoing` true: until today; `ongoing` false: only one date is written.

    `start_span` and `end_span` cover the two dates (or the word for today), `span` the whole phrase.
    """

    start: PartialDate
    end: PartialDate | None
    ongoing: bool
    span: Span
    start_span: Span
    end_span: Span | None


_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_SHORT_YEAR = r"(?:['’‘`]\s?\d\d(?!\d))"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_NUMBER = r"(?:0?[1-9]|1[0-2])"
_DATE = (
    rf"(?:{_DAY}[ \t]+{_MONTH}[\s,]+{_YEAR}"
    rf"|{_MONTH}\s+{_DAY},\s*{_YEAR}"
    rf"|{_MONTH}[\s,/\-]*(?:{_YEAR}|{_SHORT_YEAR}|\d\d(?![\d:.,]))"
    rf"|[0-3]?\d\s?[/.\-]\s?{_NUMBER}\s?[/.\-]\s?{_YEAR}"
    rf"|{_YEAR}[/.\-]{_NUMBER}(?!\d)(?:[/.\-][0-3]?\d(?!\d))?"
    rf"|{_NUMBER}\s?[/.\-]\s?{_YEAR}"
    rf"|{_YEAR}|{_SHORT_YEAR})"
)
_PRESENT = (
    r"(?:(?:hingga|sampai|s/d|until|till)\s+)?(?:dengan\s+)?(?:sekarang|saat\s+ini|kini|skrg|skrng|present|now|current(?:ly)?|today"
    r"|on[\s-]?going|masih\s+bekerja|hari\s+ini)\b"
)
_TO = r"(?:[-–—―−~→]|>|s\s?[/.]\s?d\.?|sd\.?(?=\s)|sampai(?:\s+dengan)?|hingga|to\b|until|till|through|/(?=\s?(?:19|20)\d\d))"
_SINCE = r"(?:sejak|semenjak|mulai(?:\s+dari|\s+tahun)?|since|starting|from|dari|terhitung)\s+(?:bulan\s+|tahun\s+)?"
_EDGE = r"(?:(?<![\w])(?<!\d[-./])|(?-i:(?<=[a-z)])(?=[A-Z0-9])))"

_RANGE = re.compile(
    rf"{_EDGE}(?:(?:{_SINCE})?(?P<a>{_DATE})(?:\s*{_TO}){{1,2}}\s*(?:(?:bulan|tahun)\s+)?(?P<b>{_DATE}|{_PRESENT}|\d\d(?!\d))"
    rf"|(?P<sa>{_NUMBER}/\d\d)\s*{_TO}\s*(?P<sb>{_NUMBER}/\d\d(?![\d/])|{_PRESENT})"
    rf"|(?P<m>{_MONTH})\s*{_TO}\s*(?P<mb>{_DATE})"
    rf"|(?:{_SINCE})(?P<s>{_DATE}))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
"""Without one there is neither a date nor a length of time."""
_SINGLE = re.compile(rf"{_EDGE}(?P<d>{_DATE})", re.IGNORECASE)
_IS_PRESENT = re.compile(_PRESENT, re.IGNORECASE)
_NAMED = re.compile(rf"(?P<month>{_MONTH})[\s,/\-]*(?:{_DAY},\s*)?(?P<year>{_YEAR}|['’‘`]?\s?\d\d)", re.IGNORECASE)
_ISO = re.compile(rf"(?P<year>{_YEAR})[/.\-](?P<month>{_NUMBER})(?!\d)")
_NUMERIC = re.compile(rf"(?:^|\D)(?P<month>{_NUMBER})\s?[/.\-]\s?(?P<year>{_YEAR})")
_DURATION = re.compile(
    r"(?:(?P<years>\d{1,2})\s*\+?\s*(?:tahun|thn|th|years?|yrs?|yr)\b\.?)?[\s,&]*(?:dan\s+|and\s+)?"
    r"(?:(?P<months>\d{1,3})\s*(?:bulan|bln|months?|mos?|mth)\b\.?)?",
    re.IGNORECASE,
)


def parse_date(text: str) -> PartialDate | None:
    """One date as written ("Agt 2023", "03/2021", "2019-05-01", "'19") to a year and perhaps a month; None if it is none."""
    if named := _NAMED.search(text):
        month = MONTHS[named["month"].casefold().rstrip(".")]
        return PartialDate(_full_year(named["year"]), month)
    for pattern in (_ISO, _NUMERIC):
        if found := pattern.search(text):
            return PartialDate(int(found["year"]), int(found["month"]))
    if found := re.search(rf"{_YEAR}", text):
        return PartialDate(int(found.group()))
    if found := re.search(_SHORT_YEAR, text):
        return PartialDate(_full_year(found.group()))
    return None


def _full_year(written: str) -> int:
    """Two digits lie between 1950 and 2049."""
    digits = int(re.sub(r"\D", "", written))
    return digits if digits > 99 else digits + (2000 if digits < 50 else 1900)


@lru_cache(maxsize=1024)
def find_ranges(text: str) -> tuple[DateRange, ...]:
    """Stretches of time in `text`, in order.

    "Jan 2020 – Mar 2021", "03/2021 s/d 12/2023", "'19–'21", "03/21 - 05/22", "Jan - Mar 2023", "sejak 2022", "2019 - sekarang".
    """
    if not _DIGIT.search(text):
        return ()
    return tuple(found for match in _RANGE.finditer(text) if (found := _to_range(match)))


def _to_range(match: re.Match[str]) -> DateRange | None:
    span = Span(*match.span())
    if match["s"]:
        start = parse_date(match["s"])
        return DateRange(start, None, True, span, Span(*match.span("s")), None) if start else None
    if match["m"]:
        end = parse_date(match["mb"])
        if end is None:
            return None
        start = PartialDate(end.year, MONTHS[match["m"].casefold().rstrip(".")])
        return DateRange(start, end, False, span, Span(*match.span("m")), Span(*match.span("mb")))
    first, last = ("a", "b") if match["a"] else ("sa", "sb")
    start = parse_date(match[first]) or _short(match[first])
    start_span, end_span = Span(*match.span(first)), Span(*match.span(last))
    if _IS_PRESENT.fullmatch(match[last]):
        return DateRange(start, None, True, span, start_span, end_span)
    end = parse_date(match[last]) or _short(match[last])
    return DateRange(start, end, False, span, start_span, end_span) if start.year <= end.year else None


def _short(written: str) -> PartialDate:
    """March 2021 for "03/21", 2021 for "21"."""
    month, _, year = written.rpartition("/")
    return PartialDate(_full_year(year), int(month) if month else None)


def find_dates(text: str) -> tuple[tuple[PartialDate, Span], ...]:
    """Single dates in `text`, in order, also those that are ends of a range."""
    return tuple((date, Span(*m.span("d"))) for m in _SINGLE.finditer(text) if (date := parse_date(m["d"])))


def find_durations(text: str) -> Iterator[tuple[int, Span]]:
    """Lengths of time in months: "2 tahun 3 bulan" is 27, "1 yr" is 12."""
    if not _DIGIT.search(text):
        return
    for match in _DURATION.finditer(text):
        if match["years"] or match["months"]:
            yield int(match["years"] or 0) * 12 + int(match["months"] or 0), Span(*match.span())
