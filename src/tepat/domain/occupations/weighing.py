"""How much the places of a text count."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from tepat.domain.documents import Span
from tepat.domain.occupations.features import Ids, Numbers

Weigh = Callable[[Ids], Numbers]
"""Places of a text (offsets where mentions or words begin) → what each counts, 0..1."""


def only(text: str, parts: Sequence[Span]) -> str:
    """`text` with line breaks in place of everything outside `parts`, so that offsets stay."""
    kept, position = [], 0
    for part in sorted(parts):
        start = max(part.start, position)
        kept.append("\n" * (start - position) + text[start : part.end])
        position = max(position, part.end)
    return "".join(kept)


def evenly(places: Ids) -> Numbers:
    """Every place counts alike."""
    return np.ones(len(places), dtype=np.float32)


def from_top(length: int) -> Weigh:
    """A text of that length counts less towards its end."""

    def weigh(places: Ids) -> Numbers:
        counted: Numbers = (1.0 - 0.7 * places / max(1, length)).astype(np.float32)
        return counted

    return weigh


def within(parts: Iterable[tuple[Span, float]], elsewhere: float) -> Weigh:
    """What stands in one of `parts` counts as much as it says, the most where several hold it; the rest counts `elsewhere`."""
    known = tuple(parts)

    def weigh(places: Ids) -> Numbers:
        counted = np.full(len(places), -1.0, dtype=np.float32)
        for part, weight in known:
            inside = (places >= part.start) & (places < part.end)
            counted[inside] = np.maximum(counted[inside], weight)
        counted[counted < 0] = elsewhere
        return counted

    return weigh
