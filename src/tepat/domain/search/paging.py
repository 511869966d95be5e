"""Pages: the same arithmetic for every engine."""

from collections.abc import Sequence

from tepat.domain.search.query import DEEPEST, MOST_HITS, Cursor, Query

Keyed = tuple[int, str]


def page_size(query: Query) -> int:
    """`query.limit` within 0 to 200."""
    return min(max(query.limit, 0), MOST_HITS)


def page_offset(query: Query) -> int:
    """How many hits by relevance to skip, within 0 to 10,000."""
    return min(max(query.cursor.offset, 0), DEEPEST) if query.cursor else 0


def next_by_offset(query: Query, *, shown: int, total: int) -> Cursor | None:
    """The cursor after `shown` hits by relevance; None at the end and beyond the deepest page."""
    reached = page_offset(query) + shown
    return Cursor(offset=reached) if shown and reached < total and reached <= DEEPEST else None


def cut_by_key(query: Query, found: Sequence[Keyed]) -> tuple[tuple[Keyed, ...], Cursor | None]:
    """The page and its cursor from up to `page_size + 1` (sort key, id) pairs, greatest key first.

    `found` holds what comes after the query's cursor: keys at most `cursor.key`, without the ids in `cursor.seen`.
    """
    size = page_size(query)
    page = tuple(found[:size])
    if len(found) <= size or not page:
        return page, None
    key = page[-1][0]
    before = query.cursor.seen if query.cursor and query.cursor.key == key else ()
    return page, Cursor(key=key, seen=(*before, *(id_ for k, id_ in page if k == key)))
