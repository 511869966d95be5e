"""From pieces of text on a page to lines in reading order: columns by their gutters, then lines by their height."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

MIN_GUTTER = 8.0
"""Points of white between two columns."""
MIN_LINES = 3
"""A column has at least so many lines."""
ALIGNED = 0.8
"""If so many lines of one side stand exactly beside lines of the other, it is a table or a date at the margin, not a column."""


@dataclass(slots=True)
class Piece:
    """A run of text on one line: points from the top left corner of the page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        return self.y1 - self.y0


Line = list[Piece]


def order_regions(pieces: list[Piece], depth: int = 0) -> Iterator[list[Line]]:
    """Regions (columns or full-width stretches) in reading order, each with its lines from top to bottom."""
    cut = _find_gutter(pieces) if depth < 6 else None
    if cut is None:
        if lines := group_lines(pieces):
            yield lines
        return
    x, top, bottom = cut
    above = [p for p in pieces if p.middle < top]
    below = [p for p in pieces if p.middle > bottom]
    band = [p for p in pieces if top <= p.middle <= bottom]
    for part in (above, [p for p in band if p.x0 < x], [p for p in band if p.x0 >= x], below):
        yield from order_regions(part, depth + 1)


def _find_gutter(pieces: list[Piece]) -> tuple[float, float, float] | None:
    """The best vertical cut as (x, top, bottom), or None."""
    if len(pieces) < 2 * MIN_LINES:
        return None
    edges = Counter(round(p.x0) for p in pieces)
    top, bottom = min(p.y0 for p in pieces), max(p.y1 for p in pieces)
    left = min(p.x0 for p in pieces)
    best, best_size = None, 0.0
    for edge, count in edges.items():
        if count < MIN_LINES or edge < left + 40:
            continue
        for band_top, band_bottom in _bands(pieces, edge - 2, top, bottom):
            size = band_bottom - band_top
            if size > best_size * 1.02 and _parts_columns(pieces, edge - 2, band_top, band_bottom):
                best, best_size = (float(edge - 2), band_top, band_bottom), size
    return best


def _bands(pieces: list[Piece], x: float, top: float, bottom: float) -> Iterator[tuple[float, float]]:
    """Stretches of the page's height that no piece crosses at `x`."""
    crossing = sorted((p.y0, p.y1) for p in pieces if p.x0 < x and p.x1 > x + 3)
    at = top
    for y0, y1 in crossing:
        if y0 > at:
            yield at, y0
        at = max(at, y1)
    if bottom > at:
        yield at, bottom


def _parts_columns(pieces: list[Piece], x: float, top: float, bottom: float) -> bool:
    band = [p for p in pieces if top <= p.middle <= bottom]
    left, right = [p for p in band if p.x0 < x], [p for p in band if p.x0 >= x]
    if len(left) < MIN_LINES or len(right) < MIN_LINES or min(p.x0 for p in right) - max(p.x1 for p in left) < MIN_GUTTER:
        return False
    lefts, rights = group_lines(left), group_lines(right)
    if len(lefts) < MIN_LINES or len(rights) < MIN_LINES:
        return False
    return max(_aligned(lefts, rights), _aligned(rights, lefts)) < ALIGNED


def _aligned(lines: list[Line], others: list[Line]) -> float:
    """Share of `lines` whose foot stands within a tenth of a line of a foot among `others`."""
    feet = [line[0].y1 for line in others]
    near = sum(any(abs(line[0].y1 - foot) < 0.1 * line[0].height + 0.4 for foot in feet) for line in lines)
    return near / len(lines)


def group_lines(pieces: list[Piece]) -> list[Line]:
    """Pieces that share a line, from top to bottom, each line from left to right."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        home = next((line for line in lines[-3:][::-1] if _shares_line(line[0], piece)), None)
        if home is None:
            lines.append([piece])
        else:
            home.append(piece)
    for line in lines:
        line.sort(key=lambda p: p.x0)
    return lines


def _shares_line(first: Piece, second: Piece) -> bool:
    overlap = min(first.y1, second.y1) - max(first.y0, second.y0)
    return overlap > 0.55 * min(first.height, second.height)


def join_line(line: Line) -> str:
    """The text of one line: nothing, a space or (where the gap is wide) a tab between its pieces."""
    text = line[0].text
    for before, piece in zip(line, line[1:], strict=False):
        gap, size = piece.x0 - before.x1, max(before.height, piece.height, 1.0)
        if gap > 1.3 * size and len(before.text.strip()) > 1:
            text += "\t"
        elif gap > 0.12 * size or len(before.text.strip()) == 1:
            text += " "
        text += piece.text
    return text
