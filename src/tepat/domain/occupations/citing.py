"""The sentences that decided: where they stand in the text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tepat.domain.documents import Span

CITED = 3
"""Sentences cited for the first occupation."""
LONGEST_CITATION = 200
_PIECE = re.compile(r"[^\n•●▪◦;]+?(?:[.!?](?=\s)|(?=[\n•●▪◦;])|\Z)")


def sentences_of(text: str) -> tuple[Span, ...]:
    """Sentences and points of a text as citing sees them, without blanks at their ends."""
    found = (_trimmed(text, (m.start(), m.end())) for m in _PIECE.finditer(text))
    return tuple(Span(start, end) for start, end in found if end > start)


def cite(text: str, pieces: Iterable[tuple[Span, float]]) -> tuple[Span, ...]:
    """The sentences, at most `CITED`, that hold most of what decided, in the order of the text."""
    starts = [(m.start(), m.end()) for m in _PIECE.finditer(text)]
    held: dict[tuple[int, int], list[tuple[Span, float]]] = defaultdict(list)
    ends = [end for _, end in starts]
    for span, weight in pieces:
        at = bisect_right(ends, span.start)
        if at < len(starts):
            held[starts[at]].append((span, weight))
    best = sorted(held, key=lambda piece: (-sum(w for _, w in held[piece]), piece))[:CITED]
    return tuple(sorted({_shortened(text, piece, [s for s, _ in held[piece]]) for piece in best}))


def _shortened(text: str, piece: tuple[int, int], hits: Sequence[Span]) -> Span:
    """The sentence; of a very long one the stretch with most hits."""
    start, end = _trimmed(text, piece)
    if end - start <= LONGEST_CITATION:
        return Span(start, end)
    ordered = sorted(hits)
    ends = sorted(hit.end for hit in hits)

    def held(at: int) -> int:
        """How many hits begin at or after the one at `at` and end within its reach, but for those that end before it."""
        return bisect_right(ends, ordered[at].start + LONGEST_CITATION) - at

    densest = ordered[max(range(len(ordered)), key=lambda at: (held(at), -at))]
    within = [o for o in ordered if densest.start <= o.start and o.end <= densest.start + LONGEST_CITATION]
    return Span(densest.start, max((o.end for o in within), default=densest.end))


def _trimmed(text: str, piece: tuple[int, int]) -> tuple[int, int]:
    start, end = piece
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, max(start, end - (len(text[start:end]) - len(text[start:end].rstrip())))
