"""Where the words of a search stand in a text, and a short piece of it that shows them."""

from dataclasses import dataclass

from tepat.domain.documents import Span
from tepat.domain.language.tokens import Token, tokens
from tepat.domain.search.query import AllOf, AnyOf, Node, Not, Phrase, Scope, Word

Wanted = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Snippet:
    """`text[span.start:span.end]` of the whole text, and the stretches to mark, counted from the start of the whole text."""

    span: Span
    marks: tuple[Span, ...]


def highlight(text: str, where: Node, *, scope: Scope = "any") -> tuple[Span, ...]:
    """Stretches of `text` that words and phrases of the search meet, in order, never overlapping; what is denied is not marked.

    `scope`: the scope the text was indexed under; words asked for in another scope are not marked.
    """
    found, wanted = tokens(text), frozenset(_wanted(where, scope))
    longest = max((len(terms) for terms in wanted), default=0)
    marks, at = [], 0
    while at < len(found):
        length = next((n for n in range(longest, 0, -1) if tuple(t.term for t in found[at : at + n]) in wanted), 0)
        if length:
            marks.append(Span(found[at].span.start, found[at + length - 1].span.end))
        at += max(1, length)
    return tuple(marks)


def snippet(text: str, where: Node, *, scope: Scope = "any", length: int = 160) -> Snippet | None:
    """The stretch of at most `length` characters, cut between words, that holds the most marks; None without any mark."""
    marks = highlight(text, where, scope=scope)
    if not marks:
        return None
    first = max(marks, key=lambda mark: (sum(mark.start <= m.start and m.end <= mark.start + length for m in marks), -mark.start))
    held = [m for m in marks if first.start <= m.start and m.end <= first.start + length] or [first]
    words = [t for t in tokens(text) if held[-1].end - length <= t.span.start and t.span.end <= first.start + length]
    span = _window(words, held, length)
    return Snippet(span, tuple(m for m in marks if span.start <= m.start and m.end <= span.end))


def _window(words: list[Token], held: list[Span], length: int) -> Span:
    """From `held` outwards, word by word on both sides, while it fits."""
    start, end = held[0].start, held[-1].end
    before = [t for t in words if t.span.end <= start]
    after = [t for t in words if t.span.start >= end]
    grown = True
    while grown:
        grown = False
        if before and end - before[-1].span.start <= length:
            start, grown = before.pop().span.start, True
        if after and after[0].span.end - start <= length:
            end, grown = after.pop(0).span.end, True
    return Span(start, end)


def _wanted(node: Node, scope: Scope) -> set[tuple[str, ...]]:
    match node:
        case AllOf(parts) | AnyOf(parts):
            return set().union(*(_wanted(part, scope) for part in parts))
        case Word(term, where) if where in ("any", scope) or scope == "any":
            return {(term,)}
        case Phrase(terms, where) if terms and (where in ("any", scope) or scope == "any"):
            return {terms}
        case Not():
            return set()
    return set()
