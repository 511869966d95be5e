"""A CV's text → its lines, each under the section it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tepat.domain.cv.headings import SectionKind as SectionKind  # noqa: PLC0414 - lines speak of kinds: both names are public
from tepat.domain.cv.headings import heading_kind, likely_kind
from tepat.domain.cv.labels import is_label
from tepat.domain.documents import ExtractedText, Span
from tepat.domain.language.tongues import find_tongues

_ALONE = re.compile(r"\b(?:curriculum vitae|daftar riwayat hidup|riwayat hidup|resume|cv)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=[^\d\s])")
_CLOSING = re.compile(
    r"^(?:demikian(?:lah)?\b.*|hormat\s+saya|salam\s+hormat|yang\s+membuat(?:\s+pernyataan)?|(?:best\s+|kind\s+)?regards|(?:yours\s+)?sincerely|terima\s+kasih\b.*)[\s,.:]*$",
    re.IGNORECASE,
)
"""Words that close a CV: what follows is a signature."""
_BULLET = "• "
DISTINCT = 1.1
"""Headings this much taller than the usual text are told by their looks."""
INLINE: frozenset[SectionKind] = frozenset({"skills", "languages", "certificates", "summary", "wishes"})
"""Headings that may stand before their text on the same line."""
ENTRIES: frozenset[SectionKind] = frozenset({"work", "internship", "projects", "education", "volunteer"})
LISTS: frozenset[SectionKind] = frozenset({"skills", "languages", "certificates", "references"})
"""Sections that are often set in two columns."""
INLINE_AT_TOP: frozenset[SectionKind] = frozenset({"education", "work", "internship"})
"""The same, outside of sections with entries of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the canonical text: `text` without bullet, its span, and the section it stands in.

    `blank_before`: a blank line parts it from the one before. `region`: number of its column, box or cell.
    `height`, `left`: points, 0 where unknown. `section`: its running number. `wrapped`: the line before it ends where its
    column ends, so that this one may go on from it.
    """

    text: str
    span: Span
    kind: SectionKind
    section: int
    bulleted: bool = False
    blank_before: bool = False
    region: int = 0
    height: float = 0.0
    left: float = 0.0
    wrapped: bool = False

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(slots=True)
class _Raw:
    text: str
    start: int
    bulleted: bool
    blank: bool
    region: int
    height: float
    left: float
    page: int
    right: float = 0.0
    top: float = 0.0
    wrapped: bool = False


def split_lines(extracted: ExtractedText) -> tuple[Line, ...]:
    """All lines with text that are no headings, in order, each with its section."""
    return tuple(_assign(_mark_wrapped(list(_raw_lines(extracted)))))


def _raw_lines(extracted: ExtractedText) -> Iterator[_Raw]:
    boxes = {box.span.start: box for box in extracted.boxes}
    offset, blank, region = 0, True, 0
    for piece in extracted.text.split("\n"):
        opens = piece.startswith("\f")
        start, written = offset + opens, piece[opens:]
        offset += len(piece) + 1
        if opens:
            region, blank = region + 1, True
        line = written.strip()
        if not line:
            blank = True
            continue
        box = boxes.get(start)
        start += len(written) - len(written.lstrip())
        bulleted = line.startswith(_BULLET)
        text = line[len(_BULLET) :].lstrip() if bulleted else line
        text = _NUMBERED.sub("", text)
        height, left, right, top = (box.y1 - box.y0, box.x0, box.x1, box.y0) if box else (0.0, 0.0, 0.0, 0.0)
        yield _Raw(text, start + len(line) - len(text), bulleted, blank, region, height, left, box.page if box else 1, right, top)
        blank = False


def _mark_wrapped(raws: list[_Raw]) -> list[_Raw]:
    """Marks lines whose first word the line before had no room for."""
    edges: dict[tuple[int, int], float] = {}
    for raw in raws:
        key = (raw.page, raw.region)
        edges[key] = max(edges.get(key, 0.0), raw.right)
    for before, raw in pairwise(raws):
        beside = before.region == raw.region and before.page == raw.page and not (raw.blank or raw.bulleted or not raw.right)
        if beside:
            letter = (before.right - before.left) / max(1, len(before.text))
            word = len(raw.text.split()[0]) + 1
            raw.wrapped = before.right + letter * word > edges[raw.page, raw.region]
    return raws


def _assign(raws: list[_Raw]) -> Iterator[Line]:
    flow, announced = _Flow(), _announced(raws)
    for number, raw in enumerate(raws):
        if raw.region != flow.region:
            flow.enter_region(raw)
        flow.page = max(flow.page, raw.page)
        kind = announced.get(number)
        if kind and not (kind == "wishes" and flow.kind == "skills"):
            flow.open_section(kind)
            flow.columns.append((raw.page, raw.left, flow.kind, flow.number))
            flow.fresh, flow.heading = True, (raw.page, raw.top)
        elif beside := _heading_beside(raw):
            flow.open_section(beside[0])
            yield flow.place(beside[1])
        elif not _ALONE.fullmatch(raw.text.strip(" -:")):
            yield flow.place(raw)


def _announced(raws: list[_Raw]) -> dict[int, SectionKind]:
    """Headings by the number of their line: those whose words say so, then lines that look just like them."""
    found = {n: kind for n, raw in enumerate(raws) if (not raw.bulleted or raw.blank) and (kind := heading_kind(raw.text))}
    for n, (raw, following) in enumerate(pairwise(raws)):
        if n not in found and n + 1 not in found and _is_broken(raw, following):
            # A heading whose letters stand apart went on on the next line, in the middle of a word.
            found |= dict.fromkeys((n, n + 1), heading_kind(raw.text + following.text) or "other")
    found = _of_one_style(found, raws)
    if len(found) < 2:
        return found
    heights = sorted(raw.height for raw in raws for _ in range(len(raw.text)))
    usual = heights[len(heights) // 2]
    styles = [_style(raws[n], usual) for n in found]
    style = max(set(styles), key=lambda s: (styles.count(s), s))
    first, alike = min(found), styles.count(style)
    if style[0] < DISTINCT or 2 * alike < len(found):
        return found
    others = [n for n, raw in enumerate(raws) if n > first and n not in found and _style(raw, usual) == style and _is_short(raw)]
    return {**found, **{n: likely_kind(raws[n].text) for n in others}} if len(others) <= alike else found


def _is_broken(raw: _Raw, following: _Raw) -> bool:
    alike = raw.text.isupper() and following.text.isupper() and abs(raw.height - following.height) < 0.5 and not following.blank
    return alike and len(following.text) < 20 and heading_kind(raw.text + following.text) is not None


def _of_one_style(found: dict[int, SectionKind], raws: list[_Raw]) -> dict[int, SectionKind]:
    """Headings but for words of lists ("Training" among skills): smaller than most headings, or alone without capitals."""
    if len(found) < 4:
        return found
    capitals = sum(raws[n].text.isupper() for n in found) > 0.6 * len(found)
    height = sorted(raws[n].height for n in found)[len(found) // 2]

    def is_odd(raw: _Raw) -> bool:
        return not raw.blank and ((capitals and not raw.text.isupper()) or raw.height < 0.93 * height)

    return {n: kind for n, kind in found.items() if not is_odd(raws[n])}


def _style(raw: _Raw, usual: float) -> tuple[float, bool]:
    """Height of the letters against the usual one, in steps of 4 %, and whether they are capitals."""
    return round(raw.height / usual * 25) / 25 if usual else 1.0, raw.text.isupper()


def _is_short(raw: _Raw) -> bool:
    words = raw.text.split()
    return len(words) <= 5 and not raw.bulleted and not re.search(r"[\d@|\t,;]", raw.text)


def _heading_beside(raw: _Raw) -> tuple[SectionKind, _Raw] | None:
    """A heading at the margin of its first line, parted by a tab: its kind, and the line without it."""
    label, tab, rest = raw.text.partition("\t")
    kind = heading_kind(label) if tab and not raw.bulleted and not label.endswith(":") else None
    if (
        kind is None
        or is_label(label)
        or not re.match(r"\W*\w", rest)
        or rest.lstrip().startswith(":")
        or not (label.isupper() or label.istitle())
    ):
        return None
    cut = len(raw.text) - len(rest.lstrip())
    return kind, replace(raw, text=raw.text[cut:], start=raw.start + cut)


@dataclass(slots=True)
class _Flow:
    """Where the reading stands: the section (kind and number) of the last line, and how columns ended on each page.

    `fresh`: a heading was read and nothing after it yet; `heading`: its page and top. `inline`: number of the section that a
    label on its line opened.
    """

    kind: SectionKind = "header"
    number: int = 0
    opened: int = 0
    region: int = 0
    page: int = 1
    fresh: bool = False
    inline: int = -1
    heading: tuple[int, float] = (0, 0.0)
    columns: list[tuple[int, float, SectionKind, int]] = field(default_factory=list)

    def open_section(self, kind: SectionKind) -> None:
        self.opened += 1
        self.kind, self.number = kind, self.opened

    def enter_region(self, raw: _Raw) -> None:
        """A column goes on with what it held on the page before; else it is a header, unless a heading just announced it."""
        self.region = raw.region
        if raw.page > self.page:
            near = (c for c in reversed(self.columns) if c[0] == raw.page - 1 and abs(c[1] - raw.left) < 45)
            _, _, self.kind, self.number = next(near, (0, 0.0, self.kind, self.number))
        elif not self.fresh and not self._goes_beside(raw):
            self.open_section("header")

    def _goes_beside(self, raw: _Raw) -> bool:
        """Whether a column begins beside the lines of the last heading: a list in two columns."""
        return (
            self.kind in LISTS
            and self.heading[0] == raw.page
            and self.heading[1] + 1 < raw.top < self.heading[1] + 4 * raw.height
        )

    def place(self, raw: _Raw) -> Line:
        self.fresh = False
        if _CLOSING.match(raw.text):
            self.open_section("other")
        kind, cut = _inline_heading(raw.text, self.kind, inline=self.number == self.inline)
        if kind != self.kind and (self.kind not in ENTRIES or self.number == self.inline):
            self.open_section(kind)
            self.inline = self.number
        self.columns.append((raw.page, raw.left, self.kind, self.number))
        span = Span(raw.start + cut, raw.start + len(raw.text))
        return Line(
            raw.text[cut:], span, kind, self.number, raw.bulleted, raw.blank, raw.region, raw.height, raw.left, raw.wrapped
        )


def _inline_heading(text: str, kind: SectionKind, *, inline: bool) -> tuple[SectionKind, int]:
    """For "Keahlian: Python, SQL" the kind of the label and where its value begins; the line's own kind otherwise."""
    label, colon, value = text.partition(":")
    if not colon or not value.strip() or len(label) > 40:
        return kind, 0
    announced = heading_kind(label)
    if announced == "languages" and not find_tongues(value):
        announced = "skills"  # "Languages: Go, Java"
    allowed = {"skills"} if kind in ENTRIES and not inline else INLINE | INLINE_AT_TOP
    if announced is None or announced not in allowed:
        return kind, 0
    return announced, len(text) - len(value.lstrip())
