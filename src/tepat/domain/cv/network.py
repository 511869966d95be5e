"""The profile as LinkedIn prints it ("Save to PDF"): told by its fixed form, taken apart into columns and headed parts.

Its form: a side bar with "Contact" and the profile's address, then short lists; beside it the name in the largest letters, and
below that parts whose headings stand larger than what follows, in the language of the member's screen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tepat.domain.cv.profile import Fact
from tepat.domain.documents import ExtractedText, Span

SIDE = {
    "contact": "contact kontak hubungi",
    "skills": "top_skills keahlian_utama keterampilan_teratas keahlian_teratas keterampilan_utama",
    "languages": "languages bahasa",
    "certificates": "certifications sertifikasi lisensi_dan_sertifikasi",
    "other": "honors-awards publications patents penghargaan publikasi paten",
}
MAIN = {
    "summary": "summary ringkasan tentang",
    "work": "experience pengalaman",
    "education": "education pendidikan",
}
_ADDRESS = re.compile(r"linkedin\.com/in/\S+\(linkedin\)", re.IGNORECASE)
_OTHER = re.compile(r"\s|^www\.|/|[()]|^\+?\d+$", re.IGNORECASE)
_FOOT = re.compile(r"(?:page|halaman)\s+\d+\s+(?:of|dari)\s+\d+", re.IGNORECASE)
LARGER_BESIDE, LARGER = 1.1, 1.25
"""Least height of a heading of the side bar and of the main column, as a multiple of the usual line of its column."""
APART = 60.0
"""Points from the left edge of the side bar's text to that of the main column, at least."""
TWO_SORTS = 0.15
"""Shares of a line's height by which gaps between items differ from those inside one."""
EXACT = 4.0
"""Points by which lines of one column may start beside one another."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column, with its place in points from the top of its page."""

    text: str
    span: Span
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


Parts = dict[str, list[Line]]


@dataclass(frozen=True, slots=True)
class Print:
    """The lines of a printed profile: above all headings, and by kind of part, in the order of their column."""

    name: tuple[Line, ...]
    head: tuple[Line, ...]
    main: Parts
    side: Parts


def find_print(extracted: ExtractedText, closed: Iterable[Span] = ()) -> Print | None:
    """The printed profile that a text is, None where any mark of the form is missing. What lies in `closed` is left out."""
    if extracted.media_type != "application/pdf" or extracted.ocr or "linkedin" not in extracted.text.casefold():
        return None
    lines = list(_lines(extracted, tuple(closed)))
    first = [line for line in lines if line.page == 1]
    contact = next((line for line in first if line.text.casefold() in SIDE["contact"].split()), None)
    if contact is None:
        return None
    edge = max(first, key=lambda line: line.height).left
    main = [line for line in lines if line.left >= edge - EXACT]
    side = [line for line in lines if line.right < edge]
    if edge - contact.left < APART or len(main) + len(side) < len(lines) or not _is_address_in(side):
        return None
    return _take_apart(sorted(main, key=_place), sorted(side, key=_place))


def _lines(extracted: ExtractedText, closed: tuple[Span, ...]) -> Iterator[Line]:
    for box in extracted.boxes:
        text = box.span.of(extracted.text).strip()
        if _FOOT.fullmatch(text) or any(s.start < box.span.end and box.span.start < s.end for s in closed):
            continue
        yield Line(text, box.span, box.page, box.x0, box.y0, box.x1, box.y1)


def _place(line: Line) -> tuple[int, float]:
    return line.page, line.top


def _is_address_in(side: list[Line]) -> bool:
    return _ADDRESS.search("".join(line.text.replace(" ", "") for line in sorted(side, key=_place))) is not None


def _take_apart(main: list[Line], side: list[Line]) -> Print | None:
    """The columns by their headings; None where the name is not the largest, or no part with jobs or schools follows."""
    above, parts = _part(main, MAIN, LARGER)
    _, beside = _part(side, SIDE, LARGER_BESIDE)
    tallest = max(line.height for line in above) if above else 0.0
    name = tuple(line for line in above if line.height > 0.95 * tallest)
    if not parts.keys() & {"work", "education"} or not name or "contact" not in beside or name != tuple(above[: len(name)]):
        return None
    if any(line.height >= 0.95 * tallest for lines in parts.values() for line in lines):
        return None
    return Print(name, tuple(above[len(name) :]), parts, beside)


def _part(lines: list[Line], words: dict[str, str], larger: float) -> tuple[list[Line], Parts]:
    """(lines before the first heading, lines by kind). A heading is a line of these words alone, larger than the usual one."""
    kinds = {word.replace("_", " "): kind for kind, all_words in words.items() for word in all_words.split()}
    usual = median(line.height for line in lines) if lines else 0.0
    above: list[Line] = []
    parts: Parts = {}
    current = above
    for line in lines:
        kind = kinds.get(line.text.casefold())
        if kind and line.height >= larger * usual:
            current = parts.setdefault(kind, [])
        else:
            current.append(line)
    return above, parts


def list_items(lines: list[Line], beside: Parts) -> Iterator[tuple[Line, ...]]:
    """Items of a list in the side bar `beside`: one goes on where a bracket is open, or where its next word had no room."""
    every = [line for part in beside.values() for line in part]
    room = max((line.right for line in every), default=0.0)
    apart = _parting(_gaps(lines)) or _parting([gap for part in beside.values() for gap in _gaps(part)])
    item: list[Line] = []
    for line in lines:
        if item and not _goes_on(item, line, room, apart):
            yield tuple(item)
            item = []
        item.append(line)
    if item:
        yield tuple(item)


def mail_lines(printed: Print) -> tuple[Line, ...]:
    """The lines of the mail address among the contact: those without blanks round the sign, before the profile's address."""
    lines = printed.side["contact"]
    at = next((n for n, line in enumerate(lines) if "@" in line.text), None)
    if at is None:
        return ()
    room = max(line.right for part in printed.side.values() for line in part)
    start, end = at, at + 1
    while start and _fills(lines[start - 1], room):
        start -= 1
    while end < len(lines) and not _OTHER.search(lines[end].text):
        end += 1
    return tuple(lines[start:end])


def _fills(line: Line, room: float) -> bool:
    """Whether a line without blanks was broken off at the edge of its column."""
    letter = (line.right - line.left) / max(1, len(line.text))
    return not _OTHER.search(line.text) and line.right + 2 * letter > room


def _gaps(lines: list[Line]) -> list[float]:
    return [(b.top - a.bottom) / a.height for a, b in pairwise(lines) if a.page == b.page]


def _parting(gaps: list[float]) -> float | None:
    """The gap that parts items, as a share of a line's height, where gaps are of two sorts."""
    return (min(gaps) + max(gaps)) / 2 if gaps and max(gaps) - min(gaps) > TWO_SORTS else None


def _goes_on(item: list[Line], line: Line, room: float, apart: float | None) -> bool:
    before, words = item[-1], "".join(part.text for part in item)
    if words.count("(") > words.count(")"):
        return True
    if apart is not None and before.page == line.page and (line.top - before.bottom) / before.height > apart:
        return False
    return _had_no_room(before, line, room)


def _had_no_room(before: Line, line: Line, room: float) -> bool:
    """Whether the first word of `line` would have gone beyond `room` on the line before."""
    first = line.text.split(" ")[0]
    return before.right + (len(first) + 1) * (line.right - line.left) / max(1, len(line.text)) > room


def tell(lines: list[Line], column: list[Line]) -> Fact[str] | None:
    """What somebody tells, a line for each paragraph and item; `column`: lines that show how wide it is."""
    room = max((line.right for line in column), default=0.0)
    words = ""
    for before, line in zip([None, *lines], lines, strict=False):
        goes_on = before and not line.text.startswith("•") and _had_no_room(before, line, room)
        words += (" " if goes_on else "\n") + line.text
    return Fact(words.strip(), tuple(line.span for line in lines), 0.95) if lines else None
