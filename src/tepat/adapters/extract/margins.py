"""Notes at the margin: headings or dates in a narrow column beside the text they belong to."""

import re
from collections.abc import Iterator

from tepat.adapters.extract.lines import Line, Piece, group_lines, join_line
from tepat.domain.cv.headings import heading_kind
from tepat.domain.cv.labels import is_label

LONGEST_NOTE = 60
"""Characters of a date with its duration, or of a heading."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


LONGEST_LABEL = 45
LABELS_LEVEL = 0.6
"""If so many lines of a left side that has all the headings are level with a line beside them, they are labels of a form."""
MIN_HEADINGS = 3


def announce(lines: list[Line]) -> bool:
    """Whether lines hold a heading of a CV: so does a column, while a cell of a table or a date does not."""
    return any(heading_kind(join_line(line)) for line in lines)


def aligned(lines: list[Line], others: list[Line]) -> float:
    """Share of `lines` whose foot stands within a tenth of a line of a foot among `others`."""
    feet = [line[0].y1 for line in others]
    near = sum(any(abs(line[0].y1 - foot) < 0.1 * line[0].height + 0.4 for foot in feet) for line in lines)
    return near / len(lines)


def are_labels(lefts: list[Line], rights: list[Line]) -> bool:
    """Whether the left side labels the right one line by line, as in forms: all headings stand left, and most lines are level."""
    if announce(rights) or sum(heading_kind(join_line(line)) is not None for line in lefts) < MIN_HEADINGS:
        return False
    return max(len(join_line(line)) for line in lefts) <= LONGEST_LABEL and aligned(lefts, rights) >= LABELS_LEVEL


def is_margin(lefts: list[Line], rights: list[Line]) -> bool:
    """Few short notes: headings or dates level with a line beside them, or dates about the start or the middle of a block."""
    notes = group_notes(lefts)
    if len(notes) > 2 and len(notes[0]) > 3:
        # Name and contact above the first heading.
        notes = notes[1:]
        lefts = [line for note in notes for line in note]
    if 2 * len(notes) > len(rights) or len(notes) < 2:
        return False
    if 2 * len(lefts) <= len(rights) and len(lefts) <= 2.2 * len(notes) and _are_level(notes, rights):
        return True
    dated = [note for note in notes if is_dated(note)]
    longest = max(sum(len(join_line(line)) for line in note) for note in notes)
    if len(dated) < 0.5 * len(notes) or len(lefts) > 3.2 * len(notes) or longest > LONGEST_NOTE:
        return False
    starts = [block[0][0].y0 for block in group_notes(rights)]
    near = sum(any(-0.8 < (start - note[0][0].y0) / note[0][0].height < 3 for start in starts) for note in notes)
    return near >= 0.75 * len(notes) or _are_level(dated, rights, 1.0) or len(_centred(notes, rights)) >= 0.75 * len(dated)


def stand_beside(notes: list[list[Line]], lines: list[Line], x: float) -> bool:
    """Whether every note is centred on a block of its own, and at least one is not simply level with a line."""
    if max(p.x1 for note in notes for line in note for p in line) > x or sum(
        len(join_line(n)) for note in notes for n in note
    ) > 60 * len(notes):
        return False
    return len(_centred(notes, lines)) == len(notes) and not _begin_level(notes, lines)


def stand_level(left: list[Piece], right: list[Piece]) -> bool:
    """Whether each date (each note, where there is no date) begins level with a line of the text."""
    lines, notes = group_lines(right), group_notes(group_lines(left))
    dated = [note for note in notes if is_dated(note)]
    return len(left) < len(right) and _are_level(dated or notes, lines, 1.0)


def stand_in_rows(lefts: list[Line], rights: list[Line]) -> bool:
    """Whether each block of the text begins level with dates beside it: rows of entries between headings of the left side."""
    blocks = group_notes(rights)
    dated = [line for line in lefts if YEAR.search(join_line(line))]
    level = sum(begins_level(dated, block) for block in blocks)
    return bool(dated) and level == len(blocks) and all(len(join_line(line)) <= LONGEST_NOTE for line in dated)


def begins_level(notes: list[Line], block: list[Line]) -> bool:
    """Whether the first line of a block is level with one of the notes."""
    return any(_is_level(note[0], block[0][0]) for note in notes)


def merge_margin(left: list[Piece], right: list[Piece]) -> list[Line]:
    """Notes of the margin, each as a line of its own above the line it is level with or the block it is centred on."""
    rows: list[tuple[float, int, Line]] = []
    lines = group_lines(right)
    notes = group_notes(group_lines(left), lines)
    tops = {} if _are_level(notes, lines) or _begin_level(notes, lines) else _centred(notes, lines)
    labelled: list[Line] = []
    form = are_labels(group_lines(left), lines)
    for number, note in enumerate(notes):
        for part in _split_notes([note]):
            pieces = [piece for line in part for piece in line]
            text = " ".join(join_line(line) for line in part)
            first = part[0][0]
            whole = Piece(text, min(p.x0 for p in pieces), first.y0, max(p.x1 for p in pieces), max(p.y1 for p in pieces))
            labels = form and len(part) == 1 and (heading_kind(text) is None or is_label(text))
            value = next((li for li in lines if (labels or li[0].text.startswith(":")) and _is_level(first, li[0])), None)
            if value:
                labelled.append(value)
                rows.append((value[0].middle, 1, [whole, *value]))
            else:
                rows.append((tops.get(number, first.middle - 0.5 * first.height), 0, [whole]))
    rows += [(line[0].middle, 1, line) for line in lines if not any(line is value for value in labelled)]
    return [line for _, _, line in sorted(rows, key=lambda row: row[:2])]


def _split_notes(notes: list[list[Line]]) -> Iterator[list[Line]]:
    """Up to three lines in letters of one size stay whole if they are dates or a heading; what is longer is no note."""
    for note in notes:
        runs: list[list[Line]] = []
        for line in note:
            if runs and abs(runs[-1][0][0].height - line[0].height) < 0.5:
                runs[-1].append(line)
            else:
                runs.append([line])
        for run in runs:
            one = is_dated(run) or heading_kind(" ".join(join_line(line) for line in run)) is not None
            yield from [run] if len(run) <= 3 and one else ([line] for line in run)


def group_notes(lines: list[Line], beside: list[Line] | None = None) -> list[list[Line]]:
    """Lines that follow each other closely, as one note; a third line in capitals, level with one `beside`, begins anew."""
    notes: list[list[Line]] = []
    for line in lines:
        close = notes and line[0].y0 - notes[-1][-1][0].y1 < 0.35 * line[0].height
        if close and not (
            beside and len(notes[-1]) > 1 and join_line(line).isupper() and any(_is_level(line[0], other[0]) for other in beside)
        ):
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes


def _are_level(notes: list[list[Line]], rights: list[Line], share: float = 0.75) -> bool:
    return sum(any(_is_level(note[0][0], line[0]) for line in rights) for note in notes) >= share * len(notes)


def _begin_level(notes: list[list[Line]], rights: list[Line]) -> bool:
    """Whether all dates are level with a line, the first of them with the first line after the heading before it."""
    dated = [note for note in notes if is_dated(note)]
    if not dated or not _are_level(dated, rights, 1.0):
        return False
    number = notes.index(dated[0])
    floor = notes[number - 1][-1][0].y1 if number else 0.0
    first = next((line for line in rights if line[0].middle > floor), None)
    return first is not None and first[0].y0 >= dated[0][0][0].y0 - 0.5 * first[0].height


def _is_level(note: Piece, line: Piece) -> bool:
    size = max(note.height, line.height)
    return (
        min(
            abs(note.y0 - line.y0), abs(note.middle - line.middle), abs(note.y1 - 0.2 * note.height - line.y1 + 0.2 * line.height)
        )
        < 0.12 * size
    )


def is_dated(note: list[Line]) -> bool:
    return any(YEAR.search(piece.text) for line in note for piece in line)


def _centred(notes: list[list[Line]], rights: list[Line]) -> dict[int, float]:
    """For dated notes that stand in the middle of their block, as cells of a table do: number of the note → top of its block."""
    found: dict[int, float] = {}
    at = 0
    for number, note in enumerate(notes):
        if not is_dated(note):
            continue
        middle = (note[0][0].y0 + note[-1][0].y1) / 2
        floor = notes[number - 1][-1][0].y1 if number and not is_dated(notes[number - 1]) else 0.0
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
