"""Drawn searches in the mix of SEARCH: 2 to 5 terms, 2 to 3 filters, half of them all terms, half any; every one finds something.

A search is drawn from an advert of the corpus, as somebody who looks for just that: words of its title and skills first, one from
its duties or place now and then, and filters that it satisfies.
"""

from dataclasses import dataclass
from random import Random

from evals.searching.corpus import Pools, document

from tepat.domain.search import AllOf, AnyOf, Between, Document, FacetAsk, OneOf, Query, Word

FACETS = ("city", "education", "skill")
FILTERS = ("city", "education", "contract", "work_mode", "experience_months", "salary")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as every engine can put it: `every` = all terms must stand there, else one of them."""

    terms: tuple[str, ...]
    every: bool
    equal: tuple[tuple[str, str], ...]
    most: tuple[tuple[str, int], ...]
    least: tuple[tuple[str, int], ...]

    def query(self, *, faceted: bool = True) -> Query:
        words = tuple(Word(term) for term in self.terms)
        filters = (
            *(OneOf(field, (value,)) for field, value in self.equal),  # type: ignore[arg-type]
            *(Between(field, None, most) for field, most in self.most),  # type: ignore[arg-type]
            *(Between(field, least, None) for field, least in self.least),  # type: ignore[arg-type]
        )
        where = AllOf((*(words if self.every else (AnyOf(words),)), *filters))
        return Query(where=where, facets=tuple(FacetAsk(f, 20) for f in FACETS) if faceted else ())  # type: ignore[arg-type]


def searches(count: int, drawn: Pools, *, corpus: int, seed: int) -> list[Asked]:
    """`count` searches over the first `corpus` adverts of seed 1."""
    rng = Random(seed)
    made = []
    while len(made) < count:
        number = rng.randrange(corpus)
        asked = _search(document(number, drawn, Random(f"1/{number}")), rng)
        if len(asked.terms) >= 2:
            made.append(asked)
    return made


def _search(found: Document, rng: Random) -> Asked:
    by_scope: dict[str, list[str]] = {}
    for text in found.texts:
        by_scope.setdefault(text.scope, []).extend(text.terms)
    likely = [*by_scope["title"], *by_scope["skill"], *rng.sample(by_scope["duties"], min(3, len(by_scope["duties"])))]
    chosen = tuple(dict.fromkeys(rng.choice(likely) for _ in range(rng.randint(2, 5))))
    filters = rng.sample(FILTERS, rng.randint(2, 3))
    return Asked(
        terms=chosen,
        every=rng.random() < 0.5,
        equal=tuple((f, found.keywords[f][0]) for f in filters if f in found.keywords),  # type: ignore[index]
        most=tuple((f, found.numbers["experience_months"]) for f in filters if f == "experience_months"),
        least=tuple((f, found.numbers["salary"] * 8 // 10) for f in filters if f == "salary"),
    )
