"""Letters set apart, as in "R I W A Y A T   K E R J A", put together into words again."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from tepat.adapters.extract.lines import Piece

SHORTEST = 4
"""So many single letters in a row are set apart on purpose."""
LONGEST_PART = 2
"""Letters that a narrow pair such as "AY" keeps together."""
WORD_GAP = 1.6
"""A gap this much wider than the usual one between the letters parts words."""


def close_up(words: Iterable[Piece]) -> Iterator[Piece]:
    """The words, runs of single letters on one line joined into the words they spell."""
    run: list[Piece] = []
    for word in words:
        if run and not _follows(run[-1], word):
            yield from _joined(run)
            run = []
        if len(word.text) > LONGEST_PART:
            yield from _joined(run)
            yield word
            run = []
        else:
            run.append(word)
    yield from _joined(run)


def _follows(before: Piece, word: Piece) -> bool:
    return abs(word.middle - before.middle) < 0.2 * before.height and 0 <= word.x0 - before.x1 < 2.5 * before.height


def _joined(run: list[Piece]) -> Iterator[Piece]:
    if sum(len(piece.text) == 1 and piece.text.isalpha() for piece in run) < max(SHORTEST, 0.6 * len(run)):
        yield from run
        return
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    widest = WORD_GAP * max(median(gaps), 0.05 * run[0].height)
    word = run[0]
    for piece, gap in zip(run[1:], gaps, strict=True):
        if gap > widest:
            yield word
            word = piece
            continue
        word = Piece(word.text + piece.text, word.x0, min(word.y0, piece.y0), piece.x1, max(word.y1, piece.y1), word.spaced)
    yield word
