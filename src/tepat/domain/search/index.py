"""The port: what a search engine promises. `adapters/search` holds the engines."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from tepat.domain.search.document import Document
from tepat.domain.search.query import Cursor, KeywordField, Kind, Leaf, Query


@dataclass(frozen=True, slots=True)
class Put:
    """Add the document, or replace the one with its kind and id."""

    document: Document


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a document out; unknown ids are no fault. `kind` None: from every kind."""

    id: str
    kind: Kind | None = None


Change = Put | Remove


@dataclass(frozen=True, slots=True)
class Applied:
    """The changes are durable and visible to searches that begin now; `seq` is the number now visible."""

    seq: int


@dataclass(frozen=True, slots=True)
class Busy:
    """Another process writes this index; nothing was changed. Try again when it ends."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """The index is damaged, or was made under another scheme (`health` says which); nothing was changed. Rebuild it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One match. `score` is comparable within one answer only; 0.0 where the order is not by relevance."""

    id: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Facet:
    """(value, count) with the greatest count first, equal counts in the order of the values."""

    field: KeywordField
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer. `total` counts all matches (`exact` False: at least that many); `next` None = last page.

    `seq`: every change up to it is contained. Pages in the order of a number never lose or repeat a document that stays
    unchanged; pages by relevance do so as long as `seq` stays the same.
    """

    hits: tuple[Hit, ...]
    total: int
    exact: bool
    facets: tuple[Facet, ...]
    seq: int
    next: Cursor | None = None

    def facet(self, field: KeywordField) -> tuple[tuple[str, int], ...]:
        """Counts of one field; empty if they were not asked for."""
        return next((facet.counts for facet in self.facets if facet.field == field), ())


@dataclass(frozen=True, slots=True)
class Why:
    """Why a document appears: the leaves of the query it satisfies."""

    matched: tuple[Leaf, ...]
    score: float


HealthCode = Literal["ok", "missing", "outdated", "damaged"]


@dataclass(frozen=True, slots=True)
class Health:
    """State of an index. `outdated`: made by another version of the scheme; then and if `damaged`, rebuild."""

    code: HealthCode
    documents: int = 0
    seq: int = 0
    size_bytes: int = 0
    writing: bool = False


class SearchIndex(Protocol):
    """A set of documents that can be searched from many threads and processes, and written by one process at a time.

    The writer's lock ends with its process; a child forked without exec would keep it, so fork elsewhere. A new index is empty
    with `visible_seq() == 0`. Searching never raises for any `Query` value.
    """

    def apply(self, changes: Iterable[Change], *, seq: int) -> Applied | Busy | Unusable:
        """Make `changes` visible, in order, all or none, as sequence number `seq`.

        Idempotent: if `seq <= visible_seq()` nothing happens. The process that applied first stays the writer until `close`.
        """
        ...

    def visible_seq(self) -> int:
        """The number of the last change that searches see, across processes and restarts."""
        ...

    def wait_visible(self, seq: int, *, seconds: float) -> bool:
        """Wait until `visible_seq() >= seq`; False if that took longer than `seconds`."""
        ...

    def search(self, query: Query) -> Page:
        """One page of matches with total and facets."""
        ...

    def count(self, query: Query) -> int:
        """Number of matches, exact."""
        ...

    def frequency(self, key: str, *, kind: Kind) -> int:
        """In about how many documents a term, or a keyword written `field=value`, stands; removed ones may still count.

        Chooses the keys of alerts; unknown keys and fields stand in none.
        """
        ...

    def explain(self, query: Query, document_id: str) -> Why | None:
        """Why the document matches; None if it does not."""
        ...

    def rebuild(self, documents: Iterable[Document], *, seq: int) -> Applied | Busy:
        """Build anew beside the live index and switch atomically; searches and `apply` go on meanwhile.

        `documents` hold every change up to `seq`. Changes applied during the rebuild are carried over. If earlier ones are
        missing, `visible_seq()` is `seq` afterwards: the caller then applies again from there.
        """
        ...

    def health(self) -> Health:
        """Whether the index can be used, and how large it is; reads every document's count, not every document."""
        ...

    def close(self) -> None:
        """Give up writing and free memory; the index can be used again afterwards."""
        ...
