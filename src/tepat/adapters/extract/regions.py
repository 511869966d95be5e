"""Pieces of one page → lines of the canonical text, in reading order, with their boxes."""

import re
from collections.abc import Callable, Iterable

from tepat.adapters.extract.canonical import Canvas
from tepat.adapters.extract.layout import order_regions
from tepat.adapters.extract.lines import Line, Piece, join_line

Box = tuple[float, float, float, float]
Place = Callable[[Box], Box]
_PAGE_NUMBER = re.compile(r"(?:(?:page|halaman|hal\.?)\s*)?\d{1,2}(?:\s*(?:/|of|dari)\s*\d{1,2})?", re.IGNORECASE)


def _as_is(box: Box) -> Box:
    return box


def _unchanged(text: str) -> str:
    return text


def write_pieces(
    pieces: Iterable[Piece],
    size: tuple[float, float],
    canvas: Canvas,
    margins: set[float],
    *,
    place: Place = _as_is,
    mend: Callable[[str], str] = _unchanged,
) -> None:
    """`size` of the page in points. `place` carries a box onto the page as it is shown, `mend` repairs a line's letters."""
    for opens, lines in order_regions([p for p in pieces if not _is_page_number(p, size[1])], margins):
        if opens:
            canvas.open_region()
        else:
            canvas.part()
        before: Line | None = None
        for line in lines:
            if before and line[0].y0 - before[0].y1 > 0.45 * line[0].height:
                canvas.part()
            box = (line[0].x0, min(p.y0 for p in line), line[-1].x1, max(p.y1 for p in line))
            canvas.write(mend(join_line(line).replace("\n", " ")), place(box))
            before = line
    canvas.part()


def _is_page_number(piece: Piece, height: float) -> bool:
    return not 0.06 * height < piece.middle < 0.94 * height and _PAGE_NUMBER.fullmatch(piece.text.strip()) is not None
