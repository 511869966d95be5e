"""What was asked in the address, and the postings that answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from django.http import QueryDict

from tepat.domain.search.query import KeywordField, Sort
from tepat.services.searching import FoundPostings, search_postings

PAGE_SIZE = 20
FILTERS: Mapping[str, KeywordField] = {"peran": "occupation", "kota": "city", "cara": "work_mode", "kontrak": "contract"}
"""Key in the address → field of the index."""
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Question:
    """Words as typed, chosen values per filter key, least pay in rupiah a month, and the order."""

    words: str
    chosen: Mapping[str, tuple[str, ...]]
    least_pay: int | None
    sort: Sort

    @property
    def count(self) -> int:
        """How many filters are set."""
        return sum(map(len, self.chosen.values())) + (self.least_pay is not None)


def asked(query: QueryDict) -> Question:
    """Reads an address; what cannot be understood counts as not said."""
    pay, sort = query.get("gaji", "").replace(".", ""), query.get("urut", "relevance")
    chosen = {key: tuple(dict.fromkeys(v[:80] for v in query.getlist(key) if v.strip()))[:20] for key in FILTERS}
    return Question(
        words=" ".join(query.get("q", "").split())[:LONGEST],
        chosen={k: v for k, v in chosen.items() if v},
        least_pay=int(pay) if pay.isascii() and pay.isdigit() and 0 < int(pay) <= 10**10 else None,
        sort=sort if sort in get_args(Sort) else "relevance",  # type: ignore[arg-type]
    )


def find(question: Question, *, page: int) -> FoundPostings:
    """The postings that answer, this page of them."""
    return search_postings(
        question.words,
        chosen={FILTERS[key]: values for key, values in question.chosen.items()},
        least_pay=question.least_pay,
        sort=question.sort,
        start=(page - 1) * PAGE_SIZE,
        size=PAGE_SIZE,
        facets=tuple(FILTERS.values()),
    )
