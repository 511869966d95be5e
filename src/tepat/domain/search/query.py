"""The closed syntax tree of a search. Every engine compiles it, `semantics.matches` says what it means."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

Kind = Literal["posting", "candidate"]
Scope = Literal["any", "title", "skill", "place", "employer", "duties", "education", "certificate", "body"]
KeywordField = Literal[
    "city",
    "region",
    "occupation",
    "title_occupation",
    "family",
    "skill",
    "education",
    "certificate",
    "contract",
    "work_mode",
    "shift",
    "language",
    "employer",
    "audience",
    "source",
]
NumberField = Literal[
    "published_at", "closes_at", "salary", "salary_min", "experience_months", "education_rank", "duration_days", "verified"
]
Sort = Literal["relevance", "newest", "salary"]

KINDS: tuple[Kind, ...] = get_args(Kind)
SCOPES: tuple[Scope, ...] = get_args(Scope)
KEYWORD_FIELDS: tuple[KeywordField, ...] = get_args(KeywordField)
NUMBER_FIELDS: tuple[NumberField, ...] = get_args(NumberField)
SORTS: tuple[Sort, ...] = get_args(Sort)
SORT_FIELDS: dict[Sort, NumberField] = {"newest": "published_at", "salary": "salary"}
"""Which number decides each order; the greatest comes first, documents without it come last."""

MOST_LEAVES, MOST_LEVELS, MOST_HITS, MOST_VALUES, MOST_BUCKETS = 256, 16, 200, 500, 1000
DEEPEST = 10_000
"""How far pages sorted by relevance reach; `total` stays exact beyond."""


@dataclass(frozen=True, slots=True)
class Word:
    """A term (made by `language.tokens.terms`) that stands in a text of `scope`."""

    term: str
    scope: Scope = "any"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that follow one another within one text of `scope`. One term is the same as `Word`; no term matches nothing."""

    terms: tuple[str, ...]
    scope: Scope = "any"


@dataclass(frozen=True, slots=True)
class OneOf:
    """A keyword filter: the document has at least one of `values` in `field`. No value matches nothing."""

    field: KeywordField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A number filter, both ends inclusive; None = open. The document must have the number."""

    field: NumberField
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """The document has a value in `field`."""

    field: KeywordField | NumberField


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part matches; without parts it matches everything."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part matches; without parts it matches nothing."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """`part` does not match. It never adds to the score."""

    part: "Node"


Leaf = Word | Phrase | OneOf | Between | Present
Node = Leaf | AllOf | AnyOf | Not
EVERYTHING = AllOf(())
NOTHING = AnyOf(())


@dataclass(frozen=True, slots=True)
class FacetAsk:
    """Counts of the `size` most frequent values of `field` among all matches; equal counts in the order of the values."""

    field: KeywordField
    size: int = 20


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins; opaque to callers.

    By relevance: `offset` hits were shown. By a number: the last hit had sort key `key`, and `seen` are the ids already shown
    with that very key, so that a page neither loses nor repeats a document when others come and go.
    """

    offset: int = 0
    key: int | None = None
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """One search: what, in which order, from where, and which counts besides. `limit` 0 to 200 (0: only total and facets)."""

    kind: Kind = "posting"
    where: Node = EVERYTHING
    facets: tuple[FacetAsk, ...] = ()
    sort: Sort = "relevance"
    limit: int = 20
    cursor: Cursor | None = None

    def narrowed(self, *parts: Node) -> "Query":
        """The same search with further conditions, from its first page."""
        kept = self.where.parts if isinstance(self.where, AllOf) else (self.where,)
        return replace(self, where=AllOf((*kept, *parts)), cursor=None)

    @property
    def order(self) -> Sort:
        """The sort that applies: without words there is no relevance, the newest come first."""
        return "newest" if self.sort == "relevance" and not has_words(self.where) else self.sort


@dataclass(frozen=True, slots=True)
class QueryFault:
    """A wrong query: a code and the 0-based position in the text as typed; `params` feed the sentence shown."""

    position: int
    code: str
    params: dict[str, str | int] = field(default_factory=dict)


def leaves(node: Node) -> Iterator[Leaf]:
    """The leaves of the tree from left to right, those under a `Not` included."""
    match node:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield node


def has_words(node: Node) -> bool:
    """Whether a word or phrase outside any `Not` can add to a score."""
    match node:
        case AllOf(parts) | AnyOf(parts):
            return any(has_words(part) for part in parts)
        case Not():
            return False
        case _:
            return isinstance(node, Word | Phrase)
