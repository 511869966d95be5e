"""The values a match is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.posting import Requirement

Verdict = Literal["met", "partly", "not_stated", "contradicted"]
Group = Literal["must", "nice", "talk"]
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote: `text[start:end] == quote`, at most 200 characters; `path` points into the profile document."""

    quote: str
    start: int
    end: int
    page: int
    path: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code with parameters; words are put to it above the domain."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


def group_of(requirement: Requirement) -> Group:
    """Must or nice; `talk` for a personal quality, such as being thorough, that a CV cannot show. A grade (IPK) is none."""
    return "talk" if requirement.kind == "other" and not requirement.value else requirement.importance


@dataclass(frozen=True, slots=True)
class RequirementMatch:
    """One requirement, exactly once. `score` is an integer in millionths (1_000_000 = fully shown)."""

    requirement: Requirement
    verdict: Verdict
    score: int
    reason: Reason
    evidence: tuple[Evidence, ...] = ()

    @property
    def group(self) -> Group:
        """Where it is counted."""
        return group_of(self.requirement)


@dataclass(frozen=True, slots=True)
class Match:
    """All requirements of a posting against one profile. `score`, `occupation_fit` and `tie_breaker` in millionths."""

    requirements: tuple[RequirementMatch, ...]
    occupations: tuple[OccupationScore, ...]
    occupation_fit: int
    score: int
    tie_breaker: int = 0

    def count(self, verdict: Verdict, group: Group) -> int:
        return sum(r.verdict == verdict and r.group == group for r in self.requirements)

    def total(self, group: Group) -> int:
        return sum(r.group == group for r in self.requirements)
