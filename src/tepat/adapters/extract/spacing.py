"""Letters set apart, as in "R I W A Y A T   K E R J A", put together into words again."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from tepat.adapters.extract.lines import Piece

SHORTEST = 4
"""So many single letters in a row are set apart on purpose."""
WORD_GAP = 1.6
"""A gap this much wider than the usual one between the letters parts words."""


def close_up(words: Iterable[Piece]) -> Iterator[Piece]:
    """The words, runs of single letters on one line joined into the words they spell."""
    run: list[Piece] = []
    for word in words:
        if run and not _follows(run[-1], word):
            yield from _joined(run)
            run = []
        run.append(word)
        if len(word.text) > 1:
            yield from _joined(run[:-1])
            yield word
            run = []
    yield from _joined(run)


def _follows(before: Piece, word: Piece) -> bool:
    return abs(word.middle - before.middle) < 0.2 * before.height and 0 <= word.x0 - before.x1 < 2.5 * before.height


def _joined(run: list[Piece]) -> Iterator[Piece]:
    if len(run) < SHORTEST or sum(piece.text.isalpha() for piece in run) < SHORTEST:
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
