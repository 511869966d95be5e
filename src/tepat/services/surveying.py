"""What live adverts say of an occupation: counted when asked, never written by hand."""

from collections import Counter
from dataclasses import dataclass
from statistics import quantiles

from tepat.domain.occupations.occupation import Occupation
from tepat.domain.postings.shifts import asks_for_shifts
from tepat.models import JobPosting, Requirement
from tepat.services import engines

LEAST = 10
"""Adverts (or adverts with pay) from which a share or a span says more than the luck of the day."""
MOST_SKILLS = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A skill and in how many adverts it is asked."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Survey:
    """`n`: live adverts whose duties describe the occupation. What rests on fewer than `LEAST` is None or empty.

    `shifts`: how many of the n ask for shift work. `paid`: how many state pay; `pay`: the middle half of it, rupiah a month,
    taken at the middle of each advert's own span.
    """

    n: int
    shifts: int | None
    paid: int
    pay: tuple[int, int] | None
    skills: tuple[Asked, ...]

    @property
    def telling(self) -> bool:
        return self.n >= LEAST


def survey_of(occupation: Occupation) -> Survey:
    """Counts over the live adverts that describe an occupation by their duties; two queries."""
    about = JobPosting.objects.live().describing(occupation.id, printed_as=occupation.printed_as)
    rows = list(about.values_list("pk", "salary_min_idr_month", "salary_max_idr_month", "working_hours", "text"))
    pays = [pay for _pk, low, high, _hours, _text in rows if (pay := _middle(low, high)) is not None]
    if len(rows) < LEAST:
        return Survey(len(rows), None, len(pays), None, ())
    return Survey(
        n=len(rows),
        shifts=sum(asks_for_shifts(f"{hours}\n{text}") for _pk, _low, _high, hours, text in rows),
        paid=len(pays),
        pay=_middle_half(pays) if len(pays) >= LEAST else None,
        skills=_asked([row[0] for row in rows]),
    )


def count_adverts(occupation: Occupation) -> int:
    """Live adverts that describe an occupation by their duties."""
    return JobPosting.objects.live().describing(occupation.id, printed_as=occupation.printed_as).count()


def _middle(low: int | None, high: int | None) -> int | None:
    ends = [end for end in (low, high) if end is not None]
    return sum(ends) // len(ends) if ends else None


def _middle_half(pays: list[int]) -> tuple[int, int]:
    lower, _median, upper = quantiles(pays, n=4, method="inclusive")
    return int(round(lower, -5)), int(round(upper, -5))


def _asked(postings: list[int]) -> tuple[Asked, ...]:
    """Skills of requirements, each counted once an advert; any of several that would do counts as asked."""
    known = engines.knowledge().skills
    asked = Requirement.objects.filter(posting__in=postings, kind="skill").values_list("posting", "skills")
    pairs = {(posting, skill) for posting, skills in asked for skill in skills if skill in known}
    counts = Counter(skill for _posting, skill in pairs)
    first = sorted(counts.items(), key=lambda item: (-item[1], known[item[0]].name))[:MOST_SKILLS]
    return tuple(Asked(known[skill].name, count) for skill, count in first)
