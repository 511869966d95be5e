"""What was read, row by row, for its owner to check: value, the lines it comes from, and what is doubtful."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from tepat.domain.cv.corrections import laid_over, paths_of
from tepat.domain.language.dates import find_dates, parse_date
from tepat.domain.language.phones import find_phones

State = Literal["clear", "doubtful", "missing", "corrected"]
GroupCode = Literal["person", "work", "earlier_work", "education", "abilities"]
PlainField = Literal["name", "phone", "email", "city", "position", "employer", "start", "end", "duties"]
ListField = Literal["skills", "languages", "certificates"]
Field = PlainField | Literal["education"] | ListField

DOUBTFUL_BELOW = 0.6
MOST_LINES, MOST_CHARACTERS = 4, 140
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the CV, cut around its marks: `number` is 1-based, `marks` are (start, end) in `text`."""

    number: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to check. `value` is JSON; for lists, items with their index. `answers`: values to choose from in doubt."""

    path: str
    field: Field
    value: Any
    state: State
    lines: tuple[Line, ...] = ()
    more_lines: int = 0
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """`index` is that of the work entry the rows belong to; 0 elsewhere."""

    code: GroupCode
    rows: tuple[Row, ...]
    index: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    groups: tuple[Group, ...]

    def count(self, *states: State) -> int:
        return sum(row.state in states for group in self.groups for row in group.rows)

    @property
    def doubtful(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows if row.state == "doubtful")


def review(document: Mapping[str, Any], corrections: Iterable[tuple[str, Any]], *, text: str) -> Review:
    """Everything a person is asked to check, in the order of a CV. Items keep the indexes that corrections speak of."""
    known = list(corrections)
    desk = _Desk(laid_over(document, known), text, set(paths_of(document, known)))
    return Review(tuple(group for group in desk.groups() if group.rows))


class _Desk:
    """Makes rows out of a document and its proof."""

    def __init__(self, document: Mapping[str, Any], text: str, corrected: set[str]) -> None:
        self._document = document
        self._text = text
        self._corrected = corrected
        self._confidence = (document.get("meta") or {}).get("confidence") or {}

    def groups(self) -> Iterable[Group]:
        basics = self._document.get("basics") or {}
        location = basics.get("location") or {}
        yield Group(
            "person",
            (
                self._row("/basics/name", "name", basics.get("name")),
                self._row("/basics/phone", "phone", basics.get("phone")),
                self._row("/basics/email", "email", basics.get("email")),
                self._row("/basics/location/city", "city", location.get("city")),
            ),
        )
        for place, n in enumerate(self._latest_first()):
            yield Group("work" if place == 0 else "earlier_work", self._work(n), n)
        schools = [(n, e) for n, e in enumerate(self._document["education"]) if e is not None]
        rows = [self._row(f"/education/{n}", "education", e, parts=True) for n, e in schools]
        yield Group("education", tuple(rows or [self._row("/education/-", "education", None)]))
        yield Group("abilities", (self._list("skills"), self._list("certificates"), self._list("languages")))

    def _latest_first(self) -> list[int]:
        works = [(n, w) for n, w in enumerate(self._document["work"]) if w is not None]
        return [n for n, w in sorted(works, key=lambda x: (_end_of(x[1]), x[1].get("startDate") or "", -x[0]), reverse=True)]

    def _work(self, n: int) -> tuple[Row, ...]:
        work, at = self._document["work"][n], f"/work/{n}"
        ongoing = "endDate" in work and work["endDate"] is None
        end = self._row(f"{at}/endDate", "end", "now" if ongoing else work.get("endDate"))
        if ongoing and end.state == "clear" and not end.lines:
            # "Until today" has no words of its own to point at; it stands on the line of the beginning.
            end = replace(end, lines=tuple(replace(line, marks=()) for line in self._lines(f"{at}/startDate")))
        return (
            self._row(f"{at}/position", "position", work.get("position")),
            self._row(f"{at}/name", "employer", work.get("name")),
            self._row(f"{at}/startDate", "start", work.get("startDate")),
            end,
            self._row(f"{at}/summary", "duties", work.get("summary")),
        )

    def _list(self, name: ListField) -> Row:
        items = [(n, item) for n, item in enumerate(self._document[name]) if item is not None]
        key = "language" if name == "languages" else "name"
        value = [{"index": n, "words": str(item.get(key) or "")} for n, item in items]
        touched = any(path.startswith(f"/{name}/") for path in self._corrected)
        state: State = "corrected" if touched else "clear" if value else "missing"
        lines = self._lines(*(f"/{name}/{n}" for n, _ in items), one_each=True)
        return Row(f"/{name}", name, value or None, state, lines[:MOST_LINES], max(0, len(lines) - MOST_LINES))

    def _row(self, path: str, field: Field, value: Any, *, parts: bool = False) -> Row:
        own = any(p == path or p.startswith(f"{path}/") for p in self._corrected)
        if value in (None, "", {}):
            return Row(path, field, None, "corrected" if own else "missing")
        if own or self._inherited(path):
            return Row(path, field, value, "corrected", () if own else self._lines(path))
        pointers = [path, *(f"{path}/{key}" for key in value)] if parts else [path]
        lines = self._lines(*(pointers[1:] if parts and len(pointers) > 1 else pointers))
        sure = min(float(self._confidence.get(p, 1.0)) for p in pointers)
        answers = () if parts else self._answers(path, field)
        state: State = "doubtful" if sure < DOUBTFUL_BELOW or len(answers) > 1 else "clear"
        return Row(
            path, field, value, state, lines[:MOST_LINES], max(0, len(lines) - MOST_LINES), answers if state == "doubtful" else ()
        )

    def _inherited(self, path: str) -> bool:
        """The whole entry was written by the person, so its parts are."""
        keys = path.split("/")
        return len(keys) > 3 and "/".join(keys[:3]) in self._corrected

    def _answers(self, path: str, field: Field) -> tuple[str, ...]:
        """The different values that the proving stretches say, each once, as values of the document."""
        found: dict[str, None] = {}
        for place in self._places(path):
            words = self._text[place[0] : place[1]]
            for answer in _readings(field, words):
                found[answer] = None
        return tuple(found)

    def _places(self, path: str) -> list[tuple[int, int]]:
        places = (self._document.get("evidence") or {}).get(path) or ()
        return [(p["start"], p["end"]) for p in places if 0 <= p["start"] < p["end"] <= len(self._text)]

    def _lines(self, *paths: str, one_each: bool = False) -> tuple[Line, ...]:
        """The lines on which the proof of these pointers stands, each once, in the order of the text."""
        marks: dict[int, set[tuple[int, int]]] = {}
        for path in paths:
            for start, end in self._places(path)[: 1 if one_each else None]:
                for line_start, line_end in _lines_under(self._text, start, end):
                    marks.setdefault(line_start, set()).add(
                        (max(start, line_start) - line_start, min(end, line_end) - line_start)
                    )
        return tuple(_line(self._text, at, tuple(sorted(found))) for at, found in sorted(marks.items()))


def _readings(field: Field, words: str) -> tuple[str, ...]:
    if field in ("start", "end"):
        dates = [d for d, _ in find_dates(words)] or [d for d in [parse_date(words)] if d]
        return tuple(str(d) for d in (dates[:1] if field == "start" else dates[-1:]))
    if field == "phone":
        return tuple(number for number, _ in find_phones(words))
    return (" ".join(words.split()),) if field in ("name", "email", "city") and "\n" not in words else ()


def _end_of(work: Mapping[str, Any]) -> str:
    return "9999" if "endDate" in work and work["endDate"] is None else work.get("endDate") or work.get("startDate") or ""


def _lines_under(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """(start, end) of each line that `text[start:end]` touches, blank ones left out."""
    at = text.rfind("\n", 0, start) + 1
    while at < end:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[max(at, start) : min(stop, end)].strip():
            yield at, stop
        at = stop + 1


def _line(text: str, at: int, marks: tuple[tuple[int, int], ...]) -> Line:
    """The line that begins at `at`; a long one is cut so that its first mark is seen."""
    stop = text.find("\n", at)
    words = text[at : len(text) if stop < 0 else stop].replace("\f", " ").replace("\t", " ")
    number = text.count("\n", 0, at) + 1
    cut = 0
    if len(words) > MOST_CHARACTERS and marks[0][0] > MOST_CHARACTERS // 2:
        cut = max(0, words.rfind(" ", 0, marks[0][0] - 20) + 1)
    shown = words[cut : cut + MOST_CHARACTERS]
    lead = ELLIPSIS if cut else ""
    tail = ELLIPSIS if cut + MOST_CHARACTERS < len(words) else ""
    shift = len(lead) - cut
    kept = ((max(a + shift, 0), min(b + shift, len(lead) + len(shown))) for a, b in marks)
    return Line(number, f"{lead}{shown}{tail}", tuple((a, b) for a, b in kept if a < b))
