"""How one's own CV fits a posting, in words."""

from dataclasses import dataclass

from tepat.domain.matching.verdicts import Match, RequirementMatch


@dataclass(frozen=True, slots=True)
class Fit:
    """Requirements with verdicts, musts first; `open` are the labels of musts that are not fully shown."""

    musts: tuple[RequirementMatch, ...]
    nices: tuple[RequirementMatch, ...]

    @property
    def musts_met(self) -> int:
        return sum(r.verdict == "met" for r in self.musts)

    @property
    def nices_met(self) -> int:
        return sum(r.verdict == "met" for r in self.nices)

    @property
    def open(self) -> tuple[str, ...]:
        return tuple(r.requirement.label for r in self.musts if r.verdict != "met")

    @property
    def missing(self) -> bool:
        """Something is not stated: it may be had and not written."""
        return any(r.verdict == "not_stated" for r in (*self.musts, *self.nices))


def fit_of(match: Match) -> Fit:
    """A match in two groups, each in the order of the posting."""
    return Fit(
        tuple(r for r in match.requirements if r.requirement.importance == "must"),
        tuple(r for r in match.requirements if r.requirement.importance == "nice"),
    )
