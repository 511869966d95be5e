"""From pieces of text on a page to lines in reading order: columns by their gutters, then lines by their height."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

MAX_DEPTH = 12
MIN_GUTTER = 8.0
"""Points of white between two columns."""
MIN_LINES = 3
"""A column has at least so many lines."""
LONGEST_NOTE = 60
"""Characters of a date with its duration, or of a heading."""
ALIGNED = 0.8
"""If so many lines of one side stand exactly beside lines of the other, it is a table or a date at the margin, not a column."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


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
Cut = tuple[float, float, float, bool]


def order_regions(pieces: list[Piece]) -> Iterator[tuple[bool, list[Line]]]:
    """Stretches in reading order, each with its lines from top to bottom; true where one opens a new region (a column)."""
    yield from _order(pieces, opens=True, depth=0)


def _order(pieces: list[Piece], *, opens: bool, depth: int) -> Iterator[tuple[bool, list[Line]]]:
    cut = (_find_gutter(pieces) or _find_table(pieces)) if depth < MAX_DEPTH else None
    if cut is None:
        if lines := group_lines(pieces):
            yield opens, lines
        return
    x, top, bottom, margin = cut
    above = [p for p in pieces if p.middle < top]
    below = [p for p in pieces if p.middle > bottom]
    band = [p for p in pieces if top <= p.middle <= bottom]
    left, right = [p for p in band if p.x0 < x], [p for p in band if p.x0 >= x]
    yield from _order(above, opens=opens, depth=depth + 1)
    if margin:
        yield opens and not above, _merge_margin(left, right)
    else:
        yield from _order(left, opens=True, depth=depth + 1)
        yield from _order(right, opens=True, depth=depth + 1)
    yield from _order(below, opens=not margin, depth=depth + 1)


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
    edges = Counter(round(p.x0) for p in pieces if not _YEAR.search(p.text))
    top, bottom = min((p.y0 for p in pieces), default=0.0), max((p.y1 for p in pieces), default=0.0)
    for edge, count in sorted(edges.items(), key=lambda item: (-item[1], item[0]))[:6]:
        if count < MIN_LINES:
            continue
        x = edge - 2.0
        for band_top, band_bottom in _bands(pieces, x, top, bottom):
            band = [p for p in pieces if band_top <= p.middle <= band_bottom]
            for section in _sections(band, x):
                left, right = [p for p in section if p.x0 < x], [p for p in section if p.x0 >= x]
                notes, lines = _group_notes(group_lines(left)), group_lines(right)
                if notes and len(lines) >= 2 and all(map(_is_dated, notes)) and _stand_beside(notes, lines, x):
                    return x, min(p.y0 for p in section) - 0.1, max(p.y1 for p in section) + 0.1, True
    return None


def _sections(band: list[Piece], x: float) -> Iterator[list[Piece]]:
    """Runs of a band between lines of the left side that hold no date, which are headings."""
    run: list[Piece] = []
    for line in group_lines(band):
        heading = line[0].x0 < x and line[-1].x0 < x and not _YEAR.search(join_line(line)) and not _continues_note(run, line, x)
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


def _stand_beside(notes: list[list[Line]], lines: list[Line], x: float) -> bool:
    """Whether every note is centred on a block of its own, the blocks in order take all lines, and at least one is not simply level."""
    if max(p.x1 for note in notes for line in note for p in line) > x or sum(
        len(join_line(n)) for note in notes for n in note
    ) > 60 * len(notes):
        return False
    return len(_centred(notes, lines)) == len(notes) and not _are_level(notes, lines, 1.0)


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
    if len(left) < MIN_LINES or len(right) < MIN_LINES or min(p.x0 for p in right) - max(p.x1 for p in left) < MIN_GUTTER:
        return None
    lefts, rights = group_lines(left), group_lines(right)
    if len(lefts) < MIN_LINES or len(rights) < MIN_LINES:
        return None
    first, last = rights[0][0], rights[-1][0]
    beside = [line for line in lefts if first.y0 - 2.5 * first.height <= line[0].middle <= last.y1]
    if beside and _is_margin(beside, rights):
        return beside[0][0].y0 - 0.1, max(last.y1, beside[-1][0].y1) + 0.1, True
    return (top, bottom, False) if max(_aligned(lefts, rights), _aligned(rights, lefts)) < ALIGNED else None


def _is_margin(lefts: list[Line], rights: list[Line]) -> bool:
    """Few short notes at the margin: headings or dates that begin level with a line beside them, or dates about the start or the
    middle of a block.
    """
    notes = _group_notes(lefts)
    if 2 * len(notes) > len(rights) or len(notes) < 2:
        return False
    if 2 * len(lefts) <= len(rights) and len(lefts) <= 2.2 * len(notes) and _are_level(notes, rights):
        return True
    dated = [note for note in notes if _is_dated(note)]
    longest = max(sum(len(join_line(line)) for line in note) for note in notes)
    if len(dated) < 0.5 * len(notes) or len(lefts) > 3.2 * len(notes) or longest > LONGEST_NOTE:
        return False
    starts = [block[0][0].y0 for block in _group_notes(rights)]
    near = sum(any(-0.8 < (start - note[0][0].y0) / note[0][0].height < 3 for start in starts) for note in notes)
    return near >= 0.75 * len(notes) or _are_level(dated, rights, 1.0) or len(_centred(notes, rights)) >= 0.75 * len(dated)


def _are_level(notes: list[list[Line]], rights: list[Line], share: float = 0.75) -> bool:
    return sum(any(_is_level(note[0][0], line[0]) for line in rights) for note in notes) >= share * len(notes)


def _is_dated(note: list[Line]) -> bool:
    return any(_YEAR.search(piece.text) for line in note for piece in line)


def _centred(notes: list[list[Line]], rights: list[Line]) -> dict[int, float]:
    """For dated notes that stand in the middle of their block, as cells of a table do: number of the note → top of its block."""
    found: dict[int, float] = {}
    at = 0
    for number, note in enumerate(notes):
        if not _is_dated(note):
            continue
        middle = (note[0][0].y0 + note[-1][0].y1) / 2
        floor = notes[number - 1][-1][0].y1 if number and not _is_dated(notes[number - 1]) else 0.0
        while at < len(rights) and rights[at][0].y0 < floor - 1:
            at += 1
        if at >= len(rights) or rights[at][0].y0 > middle:
            continue
        top = rights[at][0].y0
        bottom = 2 * middle - top
        end = at
        while end < len(rights) and rights[end][0].middle < bottom:
            end += 1
        if abs(rights[end - 1][0].y1 - bottom) < 0.6 * rights[end - 1][0].height:
            found[number] = top
        at = end
    return found


def _is_level(note: Piece, line: Piece) -> bool:
    size = max(note.height, line.height)
    return (
        min(
            abs(note.y0 - line.y0), abs(note.middle - line.middle), abs(note.y1 - 0.2 * note.height - line.y1 + 0.2 * line.height)
        )
        < 0.12 * size
    )


def _group_notes(lines: list[Line]) -> list[list[Line]]:
    """Lines that follow each other closely, as one note."""
    notes: list[list[Line]] = []
    for line in lines:
        if notes and line[0].y0 - notes[-1][-1][0].y1 < 0.35 * line[0].height:
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes


def _split_notes(notes: list[list[Line]]) -> Iterator[list[Line]]:
    """Up to three lines in letters of one size stay whole; what is longer is no note."""
    for note in notes:
        runs: list[list[Line]] = []
        for line in note:
            if runs and abs(runs[-1][0][0].height - line[0].height) < 0.5:
                runs[-1].append(line)
            else:
                runs.append([line])
        for run in runs:
            yield from [run] if len(run) <= 3 else ([line] for line in run)


def _merge_margin(left: list[Piece], right: list[Piece]) -> list[Line]:
    """Notes of the margin, each as one line of its own above the line it begins level with, or above the block it is centred on."""
    rows: list[tuple[float, int, Line]] = []
    lines, notes = group_lines(right), _group_notes(group_lines(left))
    dated = [note for note in notes if _is_dated(note)]
    tops = {} if _are_level(notes, lines) or _are_level(dated, lines, 1.0) else _centred(notes, lines)
    for number, note in enumerate(notes):
        for part in _split_notes([note]):
            pieces = [piece for line in part for piece in line]
            text = " ".join(join_line(line) for line in part)
            first = part[0][0]
            whole = Piece(text, min(p.x0 for p in pieces), first.y0, max(p.x1 for p in pieces), max(p.y1 for p in pieces))
            rows.append((tops.get(number, first.middle - 0.5 * first.height), 0, [whole]))
    rows += [(line[0].middle, 1, line) for line in lines]
    return [line for _, _, line in sorted(rows, key=lambda row: row[:2])]


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
        elif gap > 0.12 * size or piece.spaced or len(before.text.strip()) == 1:
            text += " "
        text += piece.text
    return text
