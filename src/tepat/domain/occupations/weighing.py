"""How much the places of a text count."""

from collections.abc import Callable, Sequence

from tepat.domain.documents import Span

Weigh = Callable[[Span], float]


def only(text: str, parts: Sequence[Span]) -> str:
    """`text` with line breaks in place of everything outside `parts`, so that offsets stay."""
    kept, position = [], 0
    for part in sorted(parts):
        start = max(part.start, position)
        kept.append("\n" * (start - position) + text[start : part.end])
        position = max(position, part.end)
    return "".join(kept)


def evenly(span: Span) -> float:
    """Every place counts alike."""
    del span
    return 1.0


def from_top(length: int) -> Weigh:
    """A text of that length counts less towards its end."""

    def weigh(span: Span) -> float:
        return 1.0 - 0.7 * span.start / max(1, length)

    return weigh
