"""From pieces of text on a page to lines in reading order: columns by their gutters, then lines by their height."""

from collections import Counter
from collections.abc import Iterator

from tepat.adapters.extract.lines import Line, Piece, group_lines, join_line
from tepat.adapters.extract.margins import (
    YEAR,
    aligned,
    announce,
    are_labels,
    begins_level,
    group_notes,
    is_dated,
    is_margin,
    merge_margin,
    stand_beside,
    stand_in_rows,
    stand_level,
)
from tepat.domain.cv.headings import heading_kind

MAX_DEPTH = 12
MIN_GUTTER = 8.0
"""Points of white between two columns."""
MIN_LINES = 3
"""A column has at least so many lines."""
ALIGNED = 0.8
"""If so many lines of one side stand exactly beside lines of the other, it is a table or a date at the margin, not a column."""
Cut = tuple[float, float, float, bool]
"""Where a page is parted: x, top, bottom, and whether the left side holds only notes at the margin."""


def order_regions(pieces: list[Piece], margins: set[float]) -> Iterator[tuple[bool, list[Line]]]:
    """Stretches in reading order, each with its lines from top to bottom; true where one opens a new region (a column).

    `margins`: where earlier pages of the document had notes at the margin; what this page shows is added.
    """
    yield from _order(pieces, margins, opens=True, depth=0)


def _order(pieces: list[Piece], margins: set[float], *, opens: bool, depth: int) -> Iterator[tuple[bool, list[Line]]]:
    cut = _find_cut(pieces, margins) if depth < MAX_DEPTH else None
    if cut is None:
        if lines := group_lines(pieces):
            yield opens, lines
        return
    x, top, bottom, margin = cut
    above = [p for p in pieces if p.middle < top]
    below = [p for p in pieces if p.middle > bottom]
    band = [p for p in pieces if top <= p.middle <= bottom]
    left, right = [p for p in band if p.x0 < x], [p for p in band if p.x0 >= x]
    if margin:
        margins.add(x)
    yield from _order(above, margins, opens=opens, depth=depth + 1)
    if margin:
        yield opens and not above, merge_margin(left, right)
    else:
        yield from _order(left, margins, opens=True, depth=depth + 1)
        yield from _order(right, margins, opens=True, depth=depth + 1)
    yield from _order(below, margins, opens=not margin, depth=depth + 1)


def _find_cut(pieces: list[Piece], margins: set[float]) -> Cut | None:
    """Where the pieces are parted next. What looks like columns may be sections whose dates all stand in the middle of rows."""
    cut = _find_gutter(pieces)
    if cut is None:
        return _find_table(pieces) or _find_known(pieces, margins)
    x, top, bottom, margin = cut
    if margin:
        return cut
    band = [p for p in pieces if top <= p.middle <= bottom]
    table = _find_table(band) if _is_table_throughout(band, x) else None
    return table if table and abs(table[0] - x) < 3 else cut


def _find_gutter(pieces: list[Piece]) -> Cut | None:
    """The best vertical cut as (x, top, bottom, whether the left side holds only headings or dates at the margin), or None."""
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
            if size <= best_size * 1.02:
                continue
            parted = _part(pieces, edge - 2, band_top, band_bottom)
            if parted:
                best, best_size = (float(edge - 2), *parted), size
    return best


def _find_table(pieces: list[Piece]) -> Cut | None:
    """One section whose dates stand in the middle of their rows, as (x, top, bottom, True): the first from the top, or None."""
    edges = Counter(round(p.x0) for p in pieces if not YEAR.search(p.text))
    top, bottom = min((p.y0 for p in pieces), default=0.0), max((p.y1 for p in pieces), default=0.0)
    for edge, count in sorted(edges.items(), key=lambda item: (-item[1], item[0]))[:6]:
        if count < MIN_LINES:
            continue
        x = edge - 2.0
        for band_top, band_bottom in _bands(pieces, x, top, bottom):
            band = [p for p in pieces if band_top <= p.middle <= band_bottom]
            for section in _sections(band, x):
                left, right = [p for p in section if p.x0 < x], [p for p in section if p.x0 >= x]
                notes, lines = group_notes(group_lines(left)), group_lines(right)
                if notes and len(lines) >= 2 and all(map(is_dated, notes)) and stand_beside(notes, lines, x):
                    return x, min(p.y0 for p in section) - 0.1, max(p.y1 for p in section) + 0.1, True
    return None


def _find_known(pieces: list[Piece], margins: set[float]) -> Cut | None:
    """The cut at a margin that earlier pages had, where the notes left of it begin level with the text, too; or None."""
    top, bottom = min((p.y0 for p in pieces), default=0.0), max((p.y1 for p in pieces), default=0.0)
    for x in sorted(margins):
        for band_top, band_bottom in _bands(pieces, x, top, bottom):
            band = [p for p in pieces if band_top <= p.middle <= band_bottom]
            right = [p for p in band if p.x0 >= x]
            if not right:
                continue
            first, last = min(p.y0 for p in right), max(p.y1 for p in right)
            left = [p for p in band if p.x0 < x and first - 1 <= p.middle <= last]
            if left and stand_level(left, right):
                return x, min(first, *(p.y0 for p in left)) - 0.1, max(last, *(p.y1 for p in left)) + 0.1, True
    return None


def _is_table_throughout(band: list[Piece], x: float) -> bool:
    """Whether at least two dates stand left of `x`, and each is centred on a block of its own."""
    count = 0
    for section in _sections(band, x):
        notes = group_notes(group_lines([p for p in section if p.x0 < x]))
        lines = group_lines([p for p in section if p.x0 >= x])
        if notes and not (lines and all(map(is_dated, notes)) and stand_beside(notes, lines, x)):
            return False
        count += len(notes)
    return count >= 2


def _sections(band: list[Piece], x: float) -> Iterator[list[Piece]]:
    """Runs of a band between lines of the left side that hold no date, which are headings."""
    run: list[Piece] = []
    for line in group_lines(band):
        heading = line[0].x0 < x and line[-1].x0 < x and not YEAR.search(join_line(line)) and not _continues_note(run, line, x)
        if heading:
            yield run
            run = []
        else:
            run.extend(line)
    yield run


def _continues_note(run: list[Piece], line: Line, x: float) -> bool:
    """Whether a line of the left side goes on from a note just above it, such as the "tahun)" of "(1 tahun)"."""
    above = [p for p in run if p.x0 < x]
    return bool(above) and line[0].y0 - max(p.y1 for p in above) < 0.35 * line[0].height and len(join_line(line)) < 20


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


def _part(pieces: list[Piece], x: float, top: float, bottom: float) -> tuple[float, float, bool] | None:
    """What a cut at `x` would part, as (top, bottom, is margin): two columns, or notes at the margin from their text."""
    band = [p for p in pieces if top <= p.middle <= bottom]
    left, right = [p for p in band if p.x0 < x], [p for p in band if p.x0 >= x]
    lefts, rights = group_lines(left), group_lines(right)
    if len(lefts) < MIN_LINES or len(rights) < MIN_LINES:
        return None
    first, last = rights[0][0], rights[-1][0]
    beside = [line for line in lefts if first.y0 - 2.5 * first.height <= line[0].middle <= last.y1]
    edge = min(p.x0 for p in right)
    if beside and edge - max(line[-1].x1 for line in beside) >= MIN_GUTTER / 2 and is_margin(beside, rights):
        return min(first.y0, beside[0][0].y0) - 0.1, max(last.y1, beside[-1][0].y1) + 0.1, True
    if edge - max(p.x1 for p in left) < MIN_GUTTER:
        return None
    if are_labels(lefts, rights):
        return min(first.y0, lefts[0][0].y0) - 0.1, max(last.y1, lefts[-1][0].y1) + 0.1, True
    if (stand_in_rows(lefts, rights) or _lead_rows(lefts, rights)) and not announce(rights):
        return min(first.y0, lefts[0][0].y0) - 0.1, max(last.y1, lefts[-1][0].y1) + 0.1, True
    parted = max(aligned(lefts, rights), aligned(rights, lefts)) < ALIGNED or (announce(lefts) and announce(rights))
    return (top, bottom, False) if parted else None


def _lead_rows(lefts: list[Line], rights: list[Line]) -> bool:
    """Whether the left side has the headings of both, and most blocks of the right begin level with a heading or dates there."""
    heads = [line for line in lefts if heading_kind(join_line(line))]
    leads = [*heads, *(line for line in lefts if YEAR.search(join_line(line)))]
    blocks = group_notes(rights)
    return len(heads) >= 2 and sum(begins_level(leads, block) for block in blocks) >= 0.6 * len(blocks)
