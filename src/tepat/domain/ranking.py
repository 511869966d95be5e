"""Matches → one stable order that explains itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tepat.domain.matching.verdicts import Match, Verdict
from tepat.domain.matching.weighing import USUAL_WEIGHTS, Parts, Weights, total

Ground = Literal["work", "requirement", "education", "terms", "content", "equal"]


def rank(matches: Sequence[Match]) -> tuple[int, ...]:
    """Positions in `matches`, best first: by score, then the share of the advert's terms, then occupation fit, then content.

    The order depends on the matches only: shuffling the input changes nothing but the positions, except among matches that are
    equal in every part, which keep the order in which they came.
    """
    return tuple(sorted(range(len(matches)), key=lambda i: _key(matches[i])))


def _key(match: Match) -> tuple[int, int, int, tuple[tuple[str, int, tuple[tuple[str, int], ...]], ...]]:
    content = tuple((r.requirement.id, -r.score, tuple((e.quote, e.start) for e in r.evidence)) for r in match.requirements)
    return (-match.score, -match.tie_breaker, -match.occupation_fit, content)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the order knows of one match: enough to weigh it anew and to compare it, without the CV.

    `verdicts`: by id of the requirement.
    """

    parts: Parts
    score: int
    tie_breaker: int
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Why:
    """One ground for standing above somebody. `gain`: millionths of score it is worth, negative where it speaks for the other.

    For a requirement: its id and both verdicts, the one above first.
    """

    ground: Ground
    gain: int = 0
    requirement: str = ""
    mine: Verdict = "not_stated"
    theirs: Verdict = "not_stated"


def why_above(upper: Standing, lower: Standing, weights: Weights = USUAL_WEIGHTS, *, most: int = 3) -> tuple[Why, ...]:
    """Up to `most` grounds for `upper` standing above `lower`, the weightiest first; the strongest against it may be the last.

    Each gain is asked by exchange: how much of the upper score would go if only this were as it is below.
    """
    if upper.score == lower.score:
        return (Why("terms" if upper.tie_breaker != lower.tie_breaker else "equal"),)
    grounds = sorted(_grounds(upper, lower, weights), key=lambda why: (-why.gain, why.requirement))
    good = [why for why in grounds if why.gain > 0]
    against = [why for why in grounds[-1:] if why.gain < 0]
    return tuple(good[: most - len(against)] + against)


def _grounds(upper: Standing, lower: Standing, weights: Weights) -> list[Why]:
    own = upper.parts
    whole, coverage = sum(weight for weight, _ in own.shares.values()), own.coverage
    held = total(own, weights, coverage=coverage)
    found = [Why("work", held - total(own, weights, fit=lower.parts.fit, coverage=coverage))]
    if own.limit != lower.parts.limit:
        limited = Parts(own.fit, own.shares, lower.parts.limit)
        found.append(Why("education", held - total(limited, weights, coverage=coverage)))
    for key, (weight, score) in own.shares.items():
        other = lower.parts.shares.get(key, (weight, 0))[1]
        if weight and score != other and whole:
            instead = coverage - weight * (score - other) // whole
            gain = held - total(own, weights, coverage=instead)
            found.append(Why("requirement", gain, key, upper.verdicts[key], lower.verdicts.get(key, "not_stated")))
    return [why for why in found if why.gain]
