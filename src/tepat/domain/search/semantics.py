"""What a query means, exactly. Engines are tested against these few lines; alerts are decided by them."""

from dataclasses import dataclass

from tepat.domain.search.document import Document
from tepat.domain.search.query import KEYWORD_FIELDS, AllOf, AnyOf, Between, Node, Not, OneOf, Phrase, Present, Query, Scope, Word


@dataclass(frozen=True, slots=True)
class View:
    """A document prepared for many questions."""

    document: Document
    terms: frozenset[tuple[Scope, str]]
    lines: tuple[tuple[Scope, str], ...]

    @classmethod
    def of(cls, document: Document) -> "View":
        scoped = {(text.scope, term) for text in document.texts for term in text.terms}
        lines = tuple((text.scope, f" {' '.join(text.terms)} ") for text in document.texts)
        return cls(document, frozenset(scoped | {("any", term) for _, term in scoped}), lines)


def matches(query: Query, document: Document) -> bool:
    """Whether `document` is among the matches of `query` (sort, limit and cursor play no part)."""
    return query.kind == document.kind and holds(query.where, View.of(document))


def holds(node: Node, view: View) -> bool:  # noqa: PLR0911 - one return per kind of node
    """Whether one node of the tree is true of a document, its kind aside."""
    match node:
        case AllOf(parts):
            return all(holds(part, view) for part in parts)
        case AnyOf(parts):
            return any(holds(part, view) for part in parts)
        case Not(part):
            return not holds(part, view)
        case Word(term, scope):
            return (scope, term) in view.terms
        case Phrase(terms, scope):
            return _has_phrase(terms, scope, view)
        case OneOf(field, values):
            return not set(values).isdisjoint(view.document.keywords.get(field, ()))
        case Between(field, low, high):
            number = view.document.numbers.get(field)
            return number is not None and (low is None or low <= number) and (high is None or number <= high)
        case Present(field):
            if field in KEYWORD_FIELDS:
                return bool(view.document.keywords.get(field))
            return field in view.document.numbers


def _has_phrase(terms: tuple[str, ...], scope: Scope, view: View) -> bool:
    if not terms or not all((scope, term) in view.terms for term in terms):
        return False
    wanted = f" {' '.join(terms)} "
    return any(wanted in line for where, line in view.lines if scope in ("any", where))
