"""Dates that anchor the entries of a section, and the line on which each entry begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tepat.domain.cv.labels import LABEL
from tepat.domain.cv.sections import Line
from tepat.domain.language.dates import DateRange, find_dates, find_ranges

MAX_LEAD = 3
"""Most lines of an entry that stand before its dates."""
LONGEST_BESIDE = 120
"""Characters beside the dates from which a line is prose."""
_ABBREVIATED = re.compile(r"\b(?:tbk|ltd|inc|co|corp|llc|pt|cv)\.\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Dates on line number `at` of the section."""

    at: int
    dates: DateRange


def find_anchors(lines: tuple[Line, ...], text: str) -> list[Anchor]:
    """Lines with a range of dates; bulleted ones count only where no other line has any."""
    if not lines:
        return []
    offset = lines[0].start
    found: list[Anchor] = []
    for dates in find_ranges(text[offset : lines[-1].end]):
        moved = shift_range(dates, offset)
        at = next((n for n, line in enumerate(lines) if line.start <= moved.span.start < line.end), None)
        if at is None or (found and found[-1].at == at):
            continue
        if len(lines[at].text) - (moved.span.end - moved.span.start) < LONGEST_BESIDE:
            found.append(Anchor(at, moved))
    if not found and lines[0].kind in ("internship", "volunteer", "work"):
        found = list(_single_dates(lines))
    plain = [a for a in found if not lines[a.at].bulleted]
    return plain or found


def _single_dates(lines: tuple[Line, ...]) -> Iterator[Anchor]:
    """Entries of one date, such as a committee of 2011."""
    for at, line in enumerate(lines):
        if (dates := find_dates(line.text)) and len(line.text) < 100:
            date, span = dates[0]
            place = span.shifted(line.start)
            yield Anchor(at, DateRange(date, date, False, place, place, place))


def shift_range(dates: DateRange, by: int) -> DateRange:
    """The range with its places moved by `by`."""
    end = dates.end_span.shifted(by) if dates.end_span else None
    return DateRange(dates.start, dates.end, dates.ongoing, dates.span.shifted(by), dates.start_span.shifted(by), end)


def entry_starts(lines: tuple[Line, ...], anchors: list[Anchor]) -> list[int]:
    """The first line of each entry. The first entry shows how many lines stand before the dates; the others follow it."""
    if not anchors:
        return []
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


def _is_alone(lines: tuple[Line, ...], anchor: Anchor) -> bool:
    """Whether dates stand alone on a line that belongs to the names above it."""
    line = lines[anchor.at]
    if len(line.text) - (anchor.dates.span.end - anchor.dates.span.start) > 4:
        return False
    duties_follow = anchor.at + 1 >= len(lines) or not is_head(lines[anchor.at + 1])
    return duties_follow or (anchor.at > 0 and lines[anchor.at - 1].blank_before and not line.blank_before)


def _lead(lines: tuple[Line, ...], floor: int, at: int) -> int:
    """Lines before line `at`, after line `floor`, that may belong to the head of its entry."""
    count = 0
    while at - count - 1 > floor and is_head(lines[at - count - 1]):
        count += 1
    return count


def is_head(line: Line) -> bool:
    """Whether a line may belong to the head of an entry: short, no bullet, no full stop, or a label such as "Jabatan:"."""
    ended = re.search(r"[.;]$", line.text.rstrip()) and not _ABBREVIATED.search(line.text)
    return (not line.bulleted and len(line.text.split()) <= 14 and not ended) or bool(LABEL.match(line.text))
