"""From verdicts to one number: what weighs how much, by default and as a posting's people have set it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tepat.domain.matching.verdicts import MILLION, RequirementMatch, group_of
from tepat.domain.postings.posting import Requirement

KINDS: Mapping[str, int] = {
    "skill": 100,
    "experience": 160,
    "education": 120,
    "certificate": 80,
    "language": 60,
    "location": 50,
    "availability": 50,
    "licence": 40,
    "other": 25,
}
"""How much a must of each kind weighs."""
WISH = 40
"""Percent of the weight of a must that a wish has."""
UNKNOWN = 55
"""Percent of the weight of what only words can show: a skill that no knowledge file knows, experience without a length."""
BELOW: tuple[tuple[int, int], ...] = ((400_000, 90), (200_000, 70), (0, 60))
"""(score of an education below the one demanded, percent of everything that is left): one, two, more steps of the ladder."""
LEAST, MOST, USUAL = 0, 300, 100
WORK_USUAL = 60


@dataclass(frozen=True, slots=True)
class Weights:
    """What a posting's people changed. `requirements`: id → percent of the usual weight, 0 to 300; absent = 100.

    `work`: percent, 0 to 100, that the nearness of the work done counts against the requirements listed.
    """

    work: int = WORK_USUAL
    requirements: Mapping[str, int] = field(default_factory=dict)

    def of(self, requirement: Requirement) -> int:
        """The weight of one requirement; 0 = not counted."""
        weight = KINDS[requirement.kind]
        worded = (requirement.kind == "skill" and not requirement.skills) or (
            requirement.kind == "experience" and requirement.months is None
        )
        if worded:
            weight = weight * UNKNOWN // 100
        if requirement.importance != "must":
            weight = weight * WISH // 100
        return weight * min(MOST, max(LEAST, self.requirements.get(requirement.id, USUAL)))


USUAL_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a score is made of: `shares` (weight, score) of each requirement by id; `limit` percent that an education leaves."""

    fit: int
    shares: Mapping[str, tuple[int, int]]
    limit: int

    @property
    def coverage(self) -> int:
        """Millionths of the weight of all requirements that is shown; half where nothing is asked."""
        total = sum(weight for weight, _ in self.shares.values())
        return sum(weight * score for weight, score in self.shares.values()) // total if total else MILLION // 2


def parts_of(fit: int, found: Sequence[RequirementMatch], weights: Weights = USUAL_WEIGHTS) -> Parts:
    shares = {r.requirement.id: (weights.of(r.requirement), r.score) for r in found}
    return Parts(fit, shares, min((_limit(r) for r in found if shares[r.requirement.id][0]), default=100))


def total(parts: Parts, weights: Weights = USUAL_WEIGHTS, *, fit: int | None = None, coverage: int | None = None) -> int:
    """Occupation fit and coverage of the requirements, in millionths; neither alone makes a good match, each has its share.

    `fit`, `coverage`: instead of those of `parts`, to ask what would be if.
    """
    f, c = parts.fit if fit is None else fit, parts.coverage if coverage is None else coverage
    alone = (f * weights.work + c * (100 - weights.work)) // 100
    return (alone * 75 + f * c // MILLION * 25) // 100 * parts.limit // 100


def _limit(found: RequirementMatch) -> int:
    """An education below the one demanded lowers the whole: two annotators take about one grade of three for two steps."""
    asked = found.requirement
    if asked.kind != "education" or found.verdict != "contradicted" or group_of(asked) != "must":
        return 100
    return next(percent for least, percent in BELOW if found.score >= least)
