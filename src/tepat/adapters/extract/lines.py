"""Pieces of text on a page, and the lines they make."""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(slots=True)
class Piece:
    """A run of text on one line: points from the top left corner of the page. `spaced`: white space is written before it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    spaced: bool = True

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        return self.y1 - self.y0


Line = list[Piece]


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
    for before, piece in pairwise(line):
        gap, size = piece.x0 - before.x1, max(before.height, piece.height, 1.0)
        if gap > 1.3 * size and len(before.text.strip()) > 1:
            text += "\t"
        elif gap > 0.12 * size or piece.spaced or len(before.text.strip()) == 1:
            text += " "
        text += piece.text
    return text
