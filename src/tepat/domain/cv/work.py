"""Work sections → engagements: a range of dates anchors each entry, words and the order of its neighbours name it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tepat.domain.cv.anchors import entry_starts, find_anchors, is_head
from tepat.domain.cv.cells import Cell, trim
from tepat.domain.cv.labels import LABEL
from tepat.domain.cv.naming import Namer, Names
from tepat.domain.cv.profile import Fact, PartialDate, Work, WorkType
from tepat.domain.cv.sections import Line
from tepat.domain.cv.tables import read_rows
from tepat.domain.documents import Span
from tepat.domain.language.dates import DateRange
from tepat.domain.language.places import PlaceIndex

_INTERN = re.compile(
    r"\b(?:magang|intern(?:ship)?|pkl|praktik\s+kerja|praktek\s+kerja|kerja\s+prakt[ie]k|prakerin|ojt|apprentice(?:ship)?)\b",
    re.IGNORECASE,
)
_VOLUNTEER = re.compile(r"\b(?:volunteer|relawan|sukarelawan|sukarela)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:freelanc\w*|lepas|self[\s-]?employed|wiraswasta|wirausaha|owner|founder|pemilik)\b", re.IGNORECASE)
MOST_HEAD = 3
"""Most lines of an entry that name it after its dates."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """Lines of one entry with its names; `before` counts those up to the dates, `after` those of the head that follow."""

    lines: tuple[Line, ...]
    dates: DateRange
    names: Names
    before: int
    after: int

    @property
    def rest(self) -> tuple[Line, ...]:
        return self.lines[self.before + self.after :]


class WorkReader:
    """Reads engagements; knows places and the names of occupations (casefolded)."""

    def __init__(self, places: PlaceIndex, titles: frozenset[str]) -> None:
        self._namer = Namer(places, titles)

    def read(self, lines: tuple[Line, ...], text: str) -> Iterator[Work]:
        """Engagements of one section, in the order of the text."""
        lines = join_wrapped(lines, text, self._namer)
        rows, others = read_rows(lines)
        for row in rows:
            yield self._work(_Entry((row.line,), row.dates, self._namer.from_cells(row.position, row.employer), 1, 0))
        yield from self._inherit(list(self._entries(others, text)))

    def _entries(self, lines: tuple[Line, ...], text: str) -> Iterator[_Entry]:
        anchors = find_anchors(lines, text)
        starts = [*entry_starts(lines, anchors), len(lines)]
        parts = [(lines[start:end], a.at - start, a.dates) for a, start, end in zip(anchors, starts, starts[1:], strict=False)]
        order = sum(self._namer.order_of(part[: at + 1 + MOST_HEAD], dates) for part, at, dates in parts)
        for part, at, dates in parts:
            yield self._read_entry(part, at, dates, order)

    def _read_entry(self, lines: tuple[Line, ...], at: int, dates: DateRange, order: float) -> _Entry:
        """Names of the head; lines after the dates belong to it while they name what is still missing."""
        head, names = list(lines[: at + 1]), self._namer.name(lines[: at + 1], dates, order)
        taken = 0
        for line in lines[at + 1 : at + 1 + MOST_HEAD]:
            label = LABEL.match(line.text)
            if names.complete or not is_head(line) or (label and label.lastgroup == "duties"):
                break
            head.append(line)
            more = self._namer.name(head, dates, order)
            if more.count > names.count:
                names, taken = more, len(head) - at - 1
            elif not self._namer.is_empty(line, dates):
                break
        return _Entry(lines, dates, names, at + 1, taken)

    def _inherit(self, entries: list[_Entry]) -> Iterator[Work]:
        """Works of the entries. One without an employer takes it from a line above that names one, else from the entry before."""
        employer: Cell | None = None
        for number, entry in enumerate(entries):
            names, following = entry.names, entries[number + 1] if number + 1 < len(entries) else None
            if names.position and not names.employer and not _OWN.search(names.position.text):
                names = replace(names, employer=employer)
            orphan, kept = self._group_head(entry) if following and not following.names.employer else (None, entry.rest)
            employer = orphan or names.employer
            led = following and following.names.position and not following.names.employer
            if led and names.employer and not names.position:
                continue  # The whole stay with an employer: its positions follow.
            if names.count:
                yield self._work(replace(entry, names=names), kept)

    def _group_head(self, entry: _Entry) -> tuple[Cell | None, tuple[Line, ...]]:
        """An employer named at the end of an entry's lines, for the positions that follow; and the lines without it."""
        rest = entry.rest
        for back in range(1, min(3, len(rest)) + 1):
            line = rest[-back]
            if not is_head(line):
                break
            if cell := self._namer.employer_alone(line):
                return cell, rest[:-back]
            if not self._namer.is_empty(line, None):
                break
        return None, rest

    def _work(self, entry: _Entry, rest: tuple[Line, ...] | None = None) -> Work:
        rest = entry.rest if rest is None else rest
        dates, names = entry.dates, entry.names
        head = entry.lines[: entry.before + entry.after]
        duties = [cell for line in rest if (cell := _without_label(line)) and not self._namer.is_place(cell.text)]
        position = names.position.text if names.position else ""
        return Work(
            employer=_fact(names.employer, names.sure),
            position=_fact(names.position, names.sure),
            start=Fact(dates.start, (dates.start_span,)),
            end=end_of(dates),
            ongoing=dates.ongoing,
            type=work_type(entry.lines[0].kind, " ".join(line.text for line in head), position),
            duties=Fact("\n".join(c.text for c in duties), tuple(c.span for c in duties)) if duties else None,
            span=Span(entry.lines[0].start, (rest or head)[-1].end),
        )


def work_type(kind: str, head: str, position: str) -> WorkType:
    if kind == "volunteer" or _VOLUNTEER.search(position):
        return "volunteer"
    return "internship" if kind == "internship" or _INTERN.search(head) else "job"


def join_wrapped(lines: tuple[Line, ...], text: str, namer: Namer) -> tuple[Line, ...]:
    """Lines with the rest of a name, or of a bullet, that their column was too narrow for."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _is_rest(before, line, namer) and text[before.end : line.start].strip() == "":
            span = Span(before.start, line.end)
            joined[-1] = replace(before, text=span.of(text).replace("\n", " "), span=span)
        else:
            joined.append(line)
    return tuple(joined)


def _is_rest(before: Line, line: Line, namer: Namer) -> bool:
    if line.bulleted or line.blank_before or line.region != before.region or LABEL.match(line.text) or "\t" in line.text:
        return False
    if before.bulleted:
        return line.text[0].islower() or (line.wrapped and line.left > before.left and not namer.names_something(line))
    return line.wrapped and namer.is_half(before, line)


def _without_label(line: Line) -> Cell | None:
    label = LABEL.match(line.text)
    cut = label.end() if label else 0
    return trim(line.text[cut:], line.start + cut)


def _fact(cell: Cell | None, sure: float) -> Fact[str] | None:
    return Fact(" ".join(cell.text.split()), (cell.span,), sure) if cell else None


def end_of(dates: DateRange) -> Fact[PartialDate] | None:
    return Fact(dates.end, (dates.end_span or dates.span,)) if dates.end else None


def sections_of(lines: Iterable[Line], kinds: frozenset[str]) -> Iterator[tuple[Line, ...]]:
    """Runs of lines of the given kinds, one for each section."""
    by_section: dict[tuple[int, str], list[Line]] = {}
    for line in lines:
        if line.kind in kinds:
            by_section.setdefault((line.section, line.kind), []).append(line)
    for run in by_section.values():
        yield tuple(run)
