"""What was understood of an advert."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tepat.domain.documents import Span
from tepat.domain.occupations.occupation import OccupationScore

RequirementKind = Literal[
    "skill", "experience", "education", "certificate", "language", "location", "availability", "licence", "other"
]
Importance = Literal["must", "nice"]
ClarityVerdict = Literal["consistent", "mismatch", "two_roles", "unclear"]
Severity = Literal["error", "warning", "hint"]
Contract = Literal["permanent", "fixed_term", "internship", "freelance", "daily"]
WorkMode = Literal["on_site", "hybrid", "remote"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing asked of the candidate.

    `value`: for education the lowest accepted level, for a location the city, for a language its English name.
    `months`: least total experience (0 where fresh graduates are welcome). `level`: proficiency only.
    `skills`: ids of skills any of which shows it; `occupations`: ids of work that counts as the experience asked (empty = any);
    `areas`: accepted majors as written (empty = any).
    """

    id: str
    kind: RequirementKind
    importance: Importance
    label: str
    value: str | None = None
    months: int | None = None
    level: str | None = None
    skills: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SalaryRange:
    """Rupiah; `period` as written. None at an end = open."""

    min_idr: int | None
    max_idr: int | None
    period: Literal["hour", "day", "month", "year"] = "month"
    gross: bool | None = None


@dataclass(frozen=True, slots=True)
class Clarity:
    """Whether title and duties name the same role; `params` feed the sentence (`title`, `duties`: occupation ids; counts)."""

    verdict: ClarityVerdict
    params: Mapping[str, str | int] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    suggested_occupation: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A problem to mend before publishing; `params` feed the sentence and the suggestion."""

    code: str
    severity: Severity
    params: Mapping[str, str | int] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PostingReading:
    """Everything understood of one advert's text."""

    title: str
    employer: str | None = None
    city: str | None = None
    region: str | None = None
    contract: Contract | None = None
    work_mode: WorkMode | None = None
    salary: SalaryRange | None = None
    closes_on: date | None = None
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Span, ...] = ()
    occupations_title: tuple[OccupationScore, ...] = ()
    occupations_duties: tuple[OccupationScore, ...] = ()
    clarity: Clarity = Clarity("unclear")
    checks: tuple[Check, ...] = ()
