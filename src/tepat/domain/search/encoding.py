"""Queries as JSON: alerts are stored so, cursors travel in addresses so."""

from collections.abc import Mapping
from typing import Any, TypeVar

from tepat.domain.language.tokens import terms
from tepat.domain.search.document import GREATEST_NUMBER, LONGEST_KEYWORD, is_writable
from tepat.domain.search.query import (
    DEEPEST,
    KEYWORD_FIELDS,
    KINDS,
    MOST_BUCKETS,
    MOST_HITS,
    MOST_LEAVES,
    MOST_LEVELS,
    MOST_VALUES,
    NUMBER_FIELDS,
    SCOPES,
    SORTS,
    AllOf,
    AnyOf,
    Between,
    Cursor,
    FacetAsk,
    Node,
    Not,
    OneOf,
    Phrase,
    Present,
    Query,
    QueryFault,
    Word,
    leaves,
)

T = TypeVar("T")
FORM = 1
"""Version of the stored form; older forms are read for ever."""
_LONGEST_CURSOR = 4000


def query_to_document(query: Query) -> dict[str, Any]:
    """`query` as a JSON object, without its cursor."""
    return {
        "form": FORM,
        "kind": query.kind,
        "where": _node_to_document(query.where),
        "facets": [[ask.field, ask.size] for ask in query.facets],
        "sort": query.sort,
        "limit": query.limit,
    }


def query_from_document(document: object) -> Query | QueryFault:
    """The query of a JSON object; a fault with code `unreadable_query` for anything `query_to_document` cannot have written.

    Words stored under older word data come back as the terms of today.
    """
    try:
        return _query(document)
    except (KeyError, TypeError, ValueError, RecursionError):
        return QueryFault(0, "unreadable_query")


def cursor_to_text(cursor: Cursor) -> str:
    """For an address: letters, digits and `-._~,:` as far as ids consist of them."""
    if cursor.key is None:
        return f"o:{cursor.offset}"
    return ":".join(("k", str(cursor.key), ",".join(cursor.seen)))


def cursor_from_text(text: str) -> Cursor | None:
    """The cursor of an address; None (the first page) for anything else."""
    mark, _, rest = text[:_LONGEST_CURSOR].partition(":")
    number, _, seen = rest.partition(":")
    if not (number.isascii() and number.isdigit() and len(number) <= 20):
        return None
    if mark == "o" and int(number) <= DEEPEST:
        return Cursor(offset=int(number))
    if mark == "k" and int(number) < 2**64 and is_writable(seen):
        return Cursor(key=int(number), seen=tuple(part for part in seen.split(",") if part)[:MOST_HITS])
    return None


def _node_to_document(node: Node) -> dict[str, Any]:  # noqa: PLR0911 - one return per kind of node
    match node:
        case AllOf(parts):
            return {"all": [_node_to_document(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [_node_to_document(part) for part in parts]}
        case Not(part):
            return {"not": _node_to_document(part)}
        case Word(term, scope):
            return {"word": term, "scope": scope}
        case Phrase(terms, scope):
            return {"phrase": list(terms), "scope": scope}
        case OneOf(field, values):
            return {"one_of": list(values), "field": field}
        case Between(field, low, high):
            return {"between": [low, high], "field": field}
        case Present(field):
            return {"present": field}


def _query(document: object) -> Query:
    data = _mapping(document)
    if data["form"] != FORM:
        raise ValueError("unknown form")
    where = _node(data["where"], MOST_LEVELS)
    if sum(1 for _ in leaves(where)) > MOST_LEAVES:
        raise ValueError("too many leaves")
    facets = tuple(FacetAsk(_known(field, KEYWORD_FIELDS), _number(size, 1, MOST_BUCKETS)) for field, size in data["facets"])
    kind, sort = _known(data["kind"], KINDS), _known(data["sort"], SORTS)
    return Query(kind, where, facets, sort, _number(data["limit"], 0, MOST_HITS))


def _node(document: object, levels: int) -> Node:  # noqa: PLR0911 - one return per kind of node
    data = _mapping(document)
    if not levels:
        raise ValueError("too deep")
    match data:
        case {"all": parts}:
            return AllOf(tuple(_node(part, levels - 1) for part in parts))
        case {"any": parts}:
            return AnyOf(tuple(_node(part, levels - 1) for part in parts))
        case {"not": part}:
            return Not(_node(part, levels - 1))
        case {"word": term, "scope": scope}:
            said = _renewed(term)
            return Word(said[0], _known(scope, SCOPES)) if len(said) == 1 else Phrase(said, _known(scope, SCOPES))
        case {"phrase": said, "scope": scope}:
            return Phrase(tuple(new for term in said for new in _renewed(term)), _known(scope, SCOPES))
        case {"one_of": values, "field": field} if len(values) <= MOST_VALUES:
            return OneOf(_known(field, KEYWORD_FIELDS), tuple(_text(value) for value in values))
        case {"between": [low, high], "field": field}:
            return Between(_known(field, NUMBER_FIELDS), _end(low), _end(high))
        case {"present": field}:
            return Present(_known(field, (*KEYWORD_FIELDS, *NUMBER_FIELDS)))
    raise ValueError("unknown node")


def _renewed(term: object) -> tuple[str, ...]:
    """A stored term as today's word data makes it: the data may have grown since."""
    said = _text(term)
    return terms(said) or (said,)


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError("not an object")
    return value


def _known(value: object, known: tuple[T, ...]) -> T:
    return known[known.index(value)]


def _text(value: object) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_KEYWORD or not is_writable(value):
        raise ValueError("not a text")
    return value


def _number(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError("not a number in range")
    return value


def _end(value: object) -> int | None:
    return None if value is None else _number(value, -GREATEST_NUMBER, GREATEST_NUMBER)
