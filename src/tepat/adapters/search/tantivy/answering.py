"""Answers of one tantivy searcher: pages, totals, counts of facets."""

from typing import Any

import tantivy

from tepat.adapters.search.tantivy.compiling import SCHEMA, id_query, order_field
from tepat.domain.search import Cursor, Facet, FacetAsk, Hit, Query
from tepat.domain.search.paging import cut_by_key, next_by_offset, page_offset, page_size

_EVERY_VALUE = 65_000

Found = tuple[tuple[Hit, ...], int, Cursor | None]
"""The hits of a page, the exact total, where the next page begins."""


def both(one: tantivy.Query, other: tantivy.Query) -> tantivy.Query:
    """Both conditions."""
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one), (tantivy.Occur.Must, other)])


def count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """Number of matches, exact."""
    return total(searcher.search(query, 1))


def total(found: tantivy.SearchResult) -> int:
    """All matches of a search."""
    return int(found.count)  # type: ignore[attr-defined]  # tantivy's own stubs leave it out


def by_relevance(searcher: tantivy.Searcher, compiled: tantivy.Query, query: Query) -> Found:
    """A page, best first; filters and equal scores leave the order to tantivy."""
    size = page_size(query)
    found = searcher.search(compiled, max(1, size), offset=page_offset(query))
    hits = tuple(Hit(_id(searcher, address), float(score)) for score, address in found.hits[:size])
    return hits, total(found), next_by_offset(query, shown=len(hits), total=total(found))


def by_key(searcher: tantivy.Searcher, compiled: tantivy.Query, query: Query) -> Found:
    """A page in the order of a number, greatest first."""
    rest = compiled
    cursor = query.cursor if query.cursor and query.cursor.key is not None else None
    if cursor:
        after = tantivy.Query.range_query(SCHEMA, order_field(query.order), tantivy.FieldType.Unsigned, None, cursor.key)
        seen = [(tantivy.Occur.MustNot, id_query(id_)) for id_ in cursor.seen]
        rest = tantivy.Query.boolean_query([(tantivy.Occur.Must, compiled), (tantivy.Occur.Must, after), *seen])
    found = searcher.search(rest, page_size(query) + 1, order_by_field=order_field(query.order))
    page, following = cut_by_key(query, [(int(key), _id(searcher, address)) for key, address in found.hits])
    return tuple(Hit(id_) for _, id_ in page), count(searcher, compiled) if cursor else total(found), following


def _id(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> str:
    return str(searcher.doc(address).get_first("id"))


def facets(searcher: tantivy.Searcher, compiled: tantivy.Query, asked: tuple[FacetAsk, ...]) -> tuple[Facet, ...]:
    """The facets asked for, with exact counts; equal counts come in the order of the values."""
    if not asked:
        return ()
    answer = searcher.aggregate(compiled, {ask.field: _buckets(ask) for ask in asked})
    return tuple(Facet(ask.field, _counts(answer[ask.field])[: max(ask.size, 0)]) for ask in asked)


def _buckets(ask: FacetAsk) -> dict[str, Any]:
    # Every value is counted in every segment, so the counts are exact; only those asked for are looked up as text.
    return {"terms": {"field": f"k_{ask.field}", "size": max(ask.size, 1), "segment_size": _EVERY_VALUE}}


def _counts(answer: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple((bucket["key"], int(bucket["doc_count"])) for bucket in answer["buckets"])
