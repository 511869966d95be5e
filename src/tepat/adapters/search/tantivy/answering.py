"""Answers of one tantivy searcher: pages, totals, counts of facets."""

from typing import Any

import tantivy

from tepat.adapters.search.tantivy.compiling import SCHEMA, id_query, order_field
from tepat.domain.search import Cursor, Facet, FacetAsk, Hit, Query
from tepat.domain.search.paging import cut_by_key, next_by_offset, page_offset, page_size

_EVERY_BUCKET = 65_000

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
    """The facets asked for, with exact counts."""
    if not asked:
        return ()
    answer = searcher.aggregate(compiled, {ask.field: _buckets(ask, max(50, 2 * ask.size)) for ask in asked})
    return tuple(_facet(ask, answer[ask.field], searcher, compiled) for ask in asked)


def _buckets(ask: FacetAsk, size: int) -> dict[str, Any]:
    # Every value is counted in every segment, so the counts are exact; only those asked for are looked up as text.
    return {"terms": {"field": f"k_{ask.field}", "size": size, "segment_size": _EVERY_BUCKET}}


def _facet(ask: FacetAsk, answer: dict[str, Any], searcher: tantivy.Searcher, compiled: tantivy.Query) -> Facet:
    counts = _sorted_counts(answer)
    if answer["sum_other_doc_count"] and counts[-1][1] == counts[ask.size - 1][1]:
        # Equal counts reach beyond what was fetched: fetch all, so that the order of values decides.
        whole = searcher.aggregate(compiled, {ask.field: _buckets(ask, _EVERY_BUCKET)})
        counts = _sorted_counts(whole[ask.field])
    return Facet(ask.field, tuple(counts[: max(ask.size, 0)]))


def _sorted_counts(answer: dict[str, Any]) -> list[tuple[str, int]]:
    return sorted(((b["key"], int(b["doc_count"])) for b in answer["buckets"]), key=lambda c: (-c[1], c[0]))
