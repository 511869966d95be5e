"""Whether a role suits somebody: twelve situations, scored in the open.

An answer that goes with the work gives 2 points, half of it 1, another 0; core situations, those of most weeks, count double.
Nothing else enters: no fact about the person, no other answer, no time taken. The rule is our own, not a psychological test.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from tepat.domain.occupations.guide import Answer, Fitting, Situation
from tepat.domain.refusal import Refusal

FitVerdict = Literal["fits", "conditionally", "hardly"]
POINTS: Mapping[Fitting, int] = {"yes": 2, "partly": 1, "no": 0}
CORE_WEIGHT = 2
FITS_FROM, HARDLY_BELOW = 0.75, 0.5
"""Shares of the most possible points."""
HARDLY_CORE = 2
"""So many core situations answered against the work outweigh all other points."""
LETTERS = "abc"
_ORDERS = tuple(permutations(range(3)))


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """A situation with the answer given."""

    situation: Situation
    answer: Answer

    @property
    def lost(self) -> int:
        """Points that another answer would have brought."""
        return (2 - POINTS[self.answer.fitting]) * _weight(self.situation)


@dataclass(frozen=True, slots=True)
class FitResult:
    """`speaks_for`, `speaks_against`: what drove it, heaviest first.

    `lifts`: the fewest situations in which another answer would lift the verdict.
    """

    verdict: FitVerdict
    points: int
    most: int
    answers: tuple[FitAnswer, ...]
    speaks_for: tuple[FitAnswer, ...]
    speaks_against: tuple[FitAnswer, ...]
    lifts: tuple[FitAnswer, ...]


def shown_answers(situation: Situation) -> tuple[tuple[str, Answer], ...]:
    """The three answers with their letters, in an order that depends on the situation alone, so that none is always first."""
    order = _ORDERS[sum(map(ord, situation.key)) % len(_ORDERS)]
    return tuple(zip(LETTERS, (situation.answers[i] for i in order), strict=True))


def answers_by_letter(situations: Sequence[Situation], letters: Mapping[str, str]) -> dict[str, Fitting]:
    """Situation key → fitting, for the letters that were chosen; unknown keys and letters are left out."""
    found: dict[str, Fitting] = {}
    for situation in situations:
        answer = dict(shown_answers(situation)).get(letters.get(situation.key, ""))
        if answer:
            found[situation.key] = answer.fitting
    return found


def judge_fit(situations: Sequence[Situation], given: Mapping[str, Fitting]) -> FitResult | Refusal:
    """The verdict on answers to all situations. Refusal: incomplete (`missing`: how many; `field`: the first of them)."""
    missing = [s.key for s in situations if s.key not in given]
    if missing:
        return Refusal("incomplete", missing[0], {"missing": len(missing)})
    answers = tuple(FitAnswer(s, next(a for a in s.answers if a.fitting == given[s.key])) for s in situations)
    most = sum(2 * _weight(s) for s in situations)
    heaviest = sorted(answers, key=lambda a: (-a.lost, not a.situation.core))
    return FitResult(
        verdict=_verdict(answers),
        points=most - sum(a.lost for a in answers),
        most=most,
        answers=answers,
        speaks_for=tuple(sorted((a for a in answers if not a.lost), key=lambda a: not a.situation.core)),
        speaks_against=tuple(a for a in heaviest if a.lost),
        lifts=_lifts(answers, heaviest),
    )


def _weight(situation: Situation) -> int:
    return CORE_WEIGHT if situation.core else 1


def _verdict(answers: Sequence[FitAnswer]) -> FitVerdict:
    most = sum(2 * _weight(a.situation) for a in answers)
    share = 1 - sum(a.lost for a in answers) / most
    against = sum(a.situation.core and a.answer.fitting == "no" for a in answers)
    if share < HARDLY_BELOW or against >= HARDLY_CORE:
        return "hardly"
    return "fits" if share >= FITS_FROM and not against else "conditionally"


def _lifts(answers: Sequence[FitAnswer], heaviest: Sequence[FitAnswer]) -> tuple[FitAnswer, ...]:
    """Heaviest first is fewest: a core answer against the work loses most points and blocks by itself."""
    now, changed = _verdict(answers), list(answers)
    taken: list[FitAnswer] = []
    for item in heaviest:
        if now == "fits" or _verdict(changed) != now:
            break
        taken.append(item)
        changed[changed.index(item)] = FitAnswer(item.situation, item.situation.answers[0])
    return tuple(taken)
