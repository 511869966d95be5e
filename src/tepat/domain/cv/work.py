"""Work sections → engagements: a range of dates anchors each entry, words tell employer from position."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tepat.domain.cv.cells import Cell, trim
from tepat.domain.cv.naming import LABEL, Namer
from tepat.domain.cv.profile import Fact, PartialDate, Work, WorkType
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.dates import DateRange, find_dates, find_ranges
from tepat.domain.language.places import PlaceIndex

_INTERN = re.compile(
    r"\b(?:magang|intern(?:ship)?|pkl|praktik\s+kerja|praktek\s+kerja|kerja\s+prakt[ie]k|prakerin|ojt)\b", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"\b(?:tbk|ltd|inc|co|corp|llc)\.\s*$", re.IGNORECASE)
MAX_LEAD = 3
"""Most lines of an entry that stand before its dates."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Dates on line number `at` of the section."""

    at: int
    dates: DateRange


class WorkReader:
    """Reads engagements; knows places and the names of occupations (casefolded)."""

    def __init__(self, places: PlaceIndex, titles: frozenset[str]) -> None:
        self._namer = Namer(places, titles)

    def read(self, lines: tuple[Line, ...], text: str) -> Iterator[Work]:
        """Engagements of one section, in the order of the text."""
        anchors = _find_anchors(lines, text)
        if not anchors:
            return
        starts = _entry_starts(lines, anchors)
        before: Work | None = None
        for number, (anchor, start) in enumerate(zip(anchors, starts, strict=True)):
            end = starts[number + 1] if number + 1 < len(starts) else len(lines)
            work = self._read_entry(lines[start:end], anchor.at - start, anchor.dates)
            if work and work.employer is None and before and anchor.at == anchors[number - 1].at + 1:
                # Several positions under the name of one employer.
                work = replace(work, employer=before.employer)
            if work:
                yield work
            before = work

    def _read_entry(self, lines: tuple[Line, ...], at: int, dates: DateRange) -> Work | None:
        head = list(lines[: at + 1])
        rest = list(lines[at + 1 :])
        position, employer = self._namer.name(head, dates)
        while rest and _is_head(rest[0]) and (position is None or employer is None) and len(head) < at + 3:
            label = LABEL.match(rest[0].text)
            if label and label.lastgroup == "duties":
                break
            found, where = self._namer.name([*head, rest[0]], dates)
            if (found is None) == (position is None) and (where is None) == (employer is None):
                break
            position, employer = found, where
            head.append(rest.pop(0))
        if position is None and employer is None:
            return None
        kind = lines[0].kind
        words = " ".join(line.text for line in head)
        duties = [cell for line in rest if (cell := _without_label(line)) and not self._namer.is_place(cell.text)]
        return Work(
            employer=_fact(employer),
            position=_fact(position),
            start=Fact(dates.start, (dates.start_span,)),
            end=_end(dates),
            ongoing=dates.ongoing,
            type=_work_type(kind, words),
            duties=Fact("\n".join(c.text for c in duties), tuple(c.span for c in duties)) if duties else None,
            span=Span(lines[0].start, lines[-1].end),
        )


def _work_type(kind: str, words: str) -> WorkType:
    if kind == "volunteer":
        return "volunteer"
    return "internship" if kind == "internship" or _INTERN.search(words) else "job"


def _find_anchors(lines: tuple[Line, ...], text: str) -> list[_Anchor]:
    """Lines with a range of dates; bulleted ones count only where no other line has any."""
    if not lines:
        return []
    offset = lines[0].start
    found: list[_Anchor] = []
    for dates in find_ranges(text[offset : lines[-1].end]):
        moved = shift_range(dates, offset)
        at = next((n for n, line in enumerate(lines) if line.start <= moved.span.start < line.end), None)
        if (
            at is not None
            and (not found or found[-1].at != at)
            and len(lines[at].text) - (moved.span.end - moved.span.start) < 120
        ):
            found.append(_Anchor(at, moved))
    if not found and lines[0].kind in ("internship", "volunteer", "work"):
        found = list(_single_dates(lines))
    plain = [a for a in found if not lines[a.at].bulleted]
    return plain or found


def _single_dates(lines: tuple[Line, ...]) -> Iterator[_Anchor]:
    """Entries of one date, such as a committee of 2011."""
    for at, line in enumerate(lines):
        if (dates := find_dates(line.text)) and len(line.text) < 100:
            date, span = dates[0]
            place = span.shifted(line.start)
            yield _Anchor(at, DateRange(date, date, False, place, place, place))


def shift_range(dates: DateRange, by: int) -> DateRange:
    """The range with its places moved by `by`."""
    end = dates.end_span.shifted(by) if dates.end_span else None
    return DateRange(dates.start, dates.end, dates.ongoing, dates.span.shifted(by), dates.start_span.shifted(by), end)


def _entry_starts(lines: tuple[Line, ...], anchors: list[_Anchor]) -> list[int]:
    """The first line of each entry. The first entry shows how many lines stand before the dates; the others follow it."""
    lead = min(_lead(lines, -1, anchors[0].at), MAX_LEAD)
    # Dates alone on their line, with duties right below, follow the names they belong to.
    starts = []
    for number, anchor in enumerate(anchors):
        floor = anchors[number - 1].at if number else -1
        available = _lead(lines, floor, anchor.at)
        before = min(lead or (MAX_LEAD if _is_alone(lines, anchor) else 0), available)
        for back in range(before, 0, -1):
            if lines[anchor.at - back].blank_before:
                before = back
                break
        starts.append(anchor.at - before)
    return starts


def _is_alone(lines: tuple[Line, ...], anchor: _Anchor) -> bool:
    """Whether dates stand alone on a line that belongs to the names above it."""
    line = lines[anchor.at]
    if len(line.text) - (anchor.dates.span.end - anchor.dates.span.start) > 4:
        return False
    duties_follow = anchor.at + 1 >= len(lines) or not _is_head(lines[anchor.at + 1])
    return duties_follow or (anchor.at > 0 and lines[anchor.at - 1].blank_before and not line.blank_before)


def _lead(lines: tuple[Line, ...], floor: int, at: int) -> int:
    """Lines before line `at`, after line `floor`, that may belong to the head of its entry."""
    count = 0
    while at - count - 1 > floor and _is_head(lines[at - count - 1]):
        count += 1
    return count


def _is_head(line: Line) -> bool:
    """Whether a line may belong to the head of an entry: short, no bullet, no full stop, or a label such as "Jabatan:"."""
    ended = re.search(r"[.;]$", line.text.rstrip()) and not _ABBREVIATED.search(line.text)
    return (not line.bulleted and len(line.text.split()) <= 14 and not ended) or bool(LABEL.match(line.text))


def _without_label(line: Line) -> Cell | None:
    label = LABEL.match(line.text)
    cut = label.end() if label else 0
    return trim(line.text[cut:], line.start + cut)


def _fact(cell: Cell | None) -> Fact[str] | None:
    return Fact(" ".join(cell.text.split()), (cell.span,), 0.9) if cell else None


def _end(dates: DateRange) -> Fact[PartialDate] | None:
    return Fact(dates.end, (dates.end_span or dates.span,)) if dates.end else None


def sections_of(lines: Iterable[Line], kinds: frozenset[str]) -> Iterator[tuple[Line, ...]]:
    """Runs of lines of the given kinds, one for each section."""
    by_section: dict[tuple[int, str], list[Line]] = {}
    for line in lines:
        if line.kind in kinds:
            by_section.setdefault((line.section, line.kind), []).append(line)
    for run in by_section.values():
        yield tuple(run)
