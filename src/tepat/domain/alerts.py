"""Alerts, turned round: which stored searches can a new document possibly match? Keys narrow them down, `matches` decides.

An alert is stored under few keys (terms, or `field=value`), as rare as possible. A document asks for the alerts under its own
keys. Law: if `matches(query, document)`, then `alert_keys(query)` and `document_keys(document)` have a key in common.
"""

from collections.abc import Callable

from tepat.domain.search.document import Document
from tepat.domain.search.query import AllOf, AnyOf, Node, Not, OneOf, Phrase, Query, Word

EVERYTHING = ""
"""The key every document has: for searches by number, by presence or by negation only."""
LONGEST_KEY, MOST_KEYS = 100, 64
_COMMON = 10**12  # documents: more than any index holds


def alert_keys(query: Query, *, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """The keys to store an alert under, rarest choice first; empty if the search can never match.

    `frequency(key)`: in about how many documents the key stands (`SearchIndex.frequency` for terms). It only decides how few
    alerts a document has to be checked against, never whether one is found.
    """
    keys = _keys(query.where, frequency)
    return (EVERYTHING,) if keys is None else tuple(sorted(keys, key=lambda key: (frequency(key), key)))


def rarest_term(query: Query, *, frequency: Callable[[str], int]) -> str | None:
    """The one key of an alert that needs only one; None if it needs several or has none of its own."""
    keys = alert_keys(query, frequency=frequency)
    return keys[0] if len(keys) == 1 and keys[0] != EVERYTHING else None


def document_keys(document: Document) -> frozenset[str]:
    """Every key under which an alert that matches `document` may be stored."""
    terms = {term for text in document.texts for term in text.terms}
    values = {_value_key(field, value) for field, values in document.keywords.items() for value in values}
    return frozenset({EVERYTHING} | {term[:LONGEST_KEY] for term in terms} | values)


def _keys(node: Node, frequency: Callable[[str], int]) -> frozenset[str] | None:  # noqa: PLR0911 - one return per kind of node
    """Keys of which any matching document has at least one; None if no such set exists."""
    match node:
        case Word(term):
            return frozenset({term[:LONGEST_KEY]})
        case Phrase(terms):
            return min(
                (frozenset({term[:LONGEST_KEY]}) for term in terms), key=lambda k: _cost(k, frequency), default=frozenset()
            )
        case OneOf(field, values):
            return _bounded(frozenset(_value_key(field, value) for value in values))
        case AllOf(parts):
            known = [keys for part in parts if (keys := _keys(part, frequency)) is not None]
            return min(known, key=lambda keys: _cost(keys, frequency), default=None)
        case AnyOf(parts):
            each = [_keys(part, frequency) for part in parts]
            return None if None in each else _bounded(frozenset().union(*(keys for keys in each if keys is not None)))
        case Not(AllOf(())):
            return frozenset()
    return None


def _cost(keys: frozenset[str], frequency: Callable[[str], int]) -> tuple[int, list[str]]:
    return sum(min(max(frequency(key), 0), _COMMON) for key in keys), sorted(keys)


def _bounded(keys: frozenset[str]) -> frozenset[str] | None:
    """Too many keys cost more than they save."""
    return keys if len(keys) <= MOST_KEYS else None


def _value_key(field: str, value: str) -> str:
    # Terms hold no "=", so the two kinds of keys cannot be mistaken for each other. Cutting both sides alike keeps the law.
    return f"{field}={value}"[:LONGEST_KEY]
