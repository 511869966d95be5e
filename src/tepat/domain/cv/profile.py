"""What was understood of a CV, fact by fact. A fact without a span came from the person, not from the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, Protocol, TypeVar

from tepat.domain.documents import DocumentWarning, Span
from tepat.domain.language.dates import PartialDate as PartialDate  # noqa: PLC0414 - a profile speaks of dates: both names are public

T = TypeVar("T")
WorkType = Literal["job", "internship", "volunteer"]
EducationLevel = Literal["SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"]

LEVEL_RANK: dict[str, int] = {"SMA": 1, "SMK": 1, "D1": 2, "D2": 3, "D3": 4, "D4": 5, "S1": 5, "S2": 6, "S3": 7}
"""Order of levels of Indonesian education; D4 equals S1 in the national frame (KKNI level 6, Perpres 8/2012)."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value, the stretches of text that prove it, and how sure the reader is (0 to 1)."""

    value: T
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Work:
    """One engagement. `end` None means it still runs (or that no end is written: see `ongoing`)."""

    employer: Fact[str] | None
    position: Fact[str] | None
    start: Fact[PartialDate] | None
    end: Fact[PartialDate] | None
    ongoing: bool
    type: WorkType
    duties: Fact[str] | None
    span: Span


@dataclass(frozen=True, slots=True)
class Education:
    """One stretch of education; `grade` is an IPK on the scale of 4.00, never a school average."""

    institution: Fact[str] | None
    area: Fact[str] | None
    level: Fact[EducationLevel]
    start: Fact[PartialDate] | None
    end: Fact[PartialDate] | None
    grade: Fact[float] | None
    completed: bool
    span: Span


@dataclass(frozen=True, slots=True)
class SkillFact:
    """A skill by its canonical name, each place that shows it, the words as written and where they stand.

    `in_work` is true if at least one of the places lies in a work entry: that counts more than a list.
    """

    id: str
    name: str
    keywords: tuple[str, ...]
    spans: tuple[Span, ...]
    in_work: bool
    level: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Certificate:
    name: Fact[str]
    issuer: Fact[str] | None = None
    date: Fact[PartialDate] | None = None


@dataclass(frozen=True, slots=True)
class LanguageFact:
    """`language` is the English name of the language ("Indonesian"); `fluency` as written."""

    language: Fact[str]
    fluency: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything understood of one CV. Months and the highest education are computed, never stored."""

    name: Fact[str] | None = None
    email: Fact[str] | None = None
    phone: Fact[str] | None = None
    city: Fact[str] | None = None
    region: Fact[str] | None = None
    summary: Fact[str] | None = None
    work: tuple[Work, ...] = ()
    education: tuple[Education, ...] = ()
    skills: tuple[SkillFact, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    languages: tuple[LanguageFact, ...] = ()
    expected_salary_idr_month: Fact[int] | None = None
    availability: Fact[str] | None = None
    language: Literal["id", "en", "mixed"] = "id"
    flags: tuple[DocumentWarning, ...] = ()

    def highest_education(self) -> Education | None:
        """The highest completed level; among equals the one that ended last."""
        done = [e for e in self.education if e.completed]
        return max(done, key=lambda e: (LEVEL_RANK[e.level.value], e.end.value.year if e.end else 0), default=None)

    def experience_months(self, as_of: date) -> int:
        """Months covered by jobs, inclusive at both ends, overlaps counted once. Internships and organisations do not count."""
        covered: set[int] = set()
        for work in self.work:
            if work.type == "job":
                covered.update(months_of(work, as_of))
        return len(covered)


class Dated(Protocol):
    """Whatever began and ended."""

    @property
    def start(self) -> Fact[PartialDate] | None: ...

    @property
    def end(self) -> Fact[PartialDate] | None: ...

    @property
    def ongoing(self) -> bool: ...


def months_of(work: Dated, as_of: date) -> Iterator[int]:
    """The months (year × 12 + month − 1) one engagement covers; none where it has no start or no end.

    A year alone is read as its middle: "2020 – 2022" covers July 2020 to June 2022, the expected value of the unknown months.
    """
    if work.start is None or (work.end is None and not work.ongoing):
        return
    start, end = work.start.value, work.end.value if work.end else PartialDate(as_of.year, as_of.month)
    first = start.year * 12 + (start.month or 7) - 1
    last = end.year * 12 + (end.month or 6) - 1
    if start.month is None and end.month is None and start.year == end.year:
        first, last = start.year * 12, start.year * 12 + 11
    yield from range(first, last + 1)
