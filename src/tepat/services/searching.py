"""Searching postings and people: words understood, filters, one page of rows in the order of the index.

The index answers with ids; the database has the last word on what may be seen, so a posting closed a moment ago is not shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from django.db.models import QuerySet

from tepat.domain.permissions import Actor
from tepat.domain.search import AllOf, Between, Cursor, FacetAsk, Hit, Kind, Node, OneOf, Page, Query, QueryFault, Sort
from tepat.domain.search.query import KeywordField
from tepat.domain.search.understanding import Chip, Understood, understand
from tepat.domain.search.vocabulary import Vocabulary
from tepat.models import JobPosting, Jobseeker
from tepat.services import engines

Row = TypeVar("Row", JobPosting, Jobseeker)
CHUNK = 200


@dataclass(frozen=True, slots=True)
class FoundPostings:
    """One page. `facets`: field → (value, count), most frequent first; `understood`: chip and the words left without it."""

    postings: tuple[JobPosting, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    understood: tuple[tuple[Chip, str], ...] = ()
    fault: QueryFault | None = None


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """As `FoundPostings`, for people who may be found."""

    people: tuple[Jobseeker, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    understood: tuple[tuple[Chip, str], ...] = ()
    fault: QueryFault | None = None


@lru_cache(maxsize=1)
def _vocabulary(_version: str) -> Vocabulary:
    return Vocabulary.of(engines.knowledge())


def vocabulary() -> Vocabulary:
    """What words name; built once per knowledge."""
    return _vocabulary(engines.knowledge().version)


def asked_for(
    words: str, *, kind: Kind, chosen: Mapping[KeywordField, Sequence[str]], ranges: Sequence[Between] = ()
) -> tuple[Understood, Query]:
    """What the words mean, and the query of words and filters together."""
    understood = understand(words, vocabulary=vocabulary(), kind=kind)
    parts: list[Node] = [OneOf(field, tuple(values)) for field, values in chosen.items() if values]
    query = understood.query
    return understood, Query(kind, AllOf((query.where, *parts, *ranges)))


def search_postings(
    words: str,
    *,
    chosen: Mapping[KeywordField, Sequence[str]],
    least_pay: int | None,
    sort: Sort,
    start: int,
    size: int,
    facets: Sequence[KeywordField],
) -> FoundPostings:
    """Live postings from offset `start`, at most `size` of them."""
    ranges = (Between("salary", least_pay, None),) if least_pay is not None else ()
    understood, query = asked_for(words, kind="posting", chosen=chosen, ranges=ranges)
    page, hits = _page(query, sort=sort, start=start, size=size, facets=facets)
    live = JobPosting.objects.live().select_related("organization").prefetch_related("requirements")
    found = in_order(live, hits, key="pk")
    return FoundPostings(tuple(found), page.total, _facets(page), _parts(understood), understood.fault)


def search_people(
    words: str,
    *,
    chosen: Mapping[KeywordField, Sequence[str]],
    least_months: int | None,
    start: int,
    size: int,
    facets: Sequence[KeywordField],
    actor: Actor,
) -> FoundPeople:
    """People whose consent and visibility allow this actor to find them."""
    ranges = (Between("experience_months", least_months, None),) if least_months else ()
    understood, query = asked_for(words, kind="candidate", chosen=chosen, ranges=ranges)
    page, hits = _page(query, sort="relevance", start=start, size=size, facets=facets)
    visible = Jobseeker.objects.findable_by(actor.organizations("search_candidates"))
    visible = visible.select_related("account", "cv").prefetch_related("cv__corrections")
    found = in_order(visible, hits, key="account_id")
    return FoundPeople(tuple(found), page.total, _facets(page), _parts(understood), understood.fault)


def in_order(rows: QuerySet[Row], hits: Sequence[Hit], *, key: str) -> list[Row]:
    """The rows that may be seen, in the order of the hits."""
    ids = [int(hit.id) for hit in hits]
    by_id = {getattr(row, key): row for row in rows.filter(**{f"{key}__in": ids})}
    return [by_id[i] for i in ids if i in by_id]


def _page(query: Query, *, sort: Sort, start: int, size: int, facets: Sequence[KeywordField]) -> tuple[Page, Sequence[Hit]]:
    """One page by offset: a number's order is walked in chunks, since its pages are found by cursor."""
    asks = tuple(FacetAsk(field) for field in facets)
    index = engines.index()
    whole = Query(query.kind, query.where, facets=asks, sort=sort, limit=size)
    if whole.order == "relevance":
        page = index.search(Query(query.kind, query.where, facets=asks, sort=sort, limit=size, cursor=Cursor(offset=start)))
        return page, page.hits
    page = index.search(Query(query.kind, query.where, facets=asks, sort=sort, limit=min(CHUNK, start + size)))
    hits, cursor = list(page.hits), page.next
    while len(hits) < start + size and cursor:
        more = index.search(Query(query.kind, query.where, sort=sort, limit=min(CHUNK, start + size - len(hits)), cursor=cursor))
        hits, cursor = [*hits, *more.hits], more.next
    return page, hits[start : start + size]


def _facets(page: Page) -> dict[str, tuple[tuple[str, int], ...]]:
    return {facet.field: facet.counts for facet in page.facets}


def _parts(understood: Understood) -> tuple[tuple[Chip, str], ...]:
    return tuple((chip, understood.without(chip.key)) for chip in understood.chips)
