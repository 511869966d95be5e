"""How long people wait, beside what was promised to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

WaitState = Literal["late", "due", "within"]


@dataclass(frozen=True, slots=True)
class Wait:
    """`days` in the stage so far, of `promise` days promised."""

    days: int
    promise: int

    @property
    def left(self) -> int:
        """Days until the promise is broken; below 0: days since."""
        return self.promise - self.days

    @property
    def state(self) -> WaitState:
        return "late" if self.left < 0 else "due" if self.left == 0 else "within"


@dataclass(frozen=True, slots=True)
class Flow:
    """A stage in figures: `waiting` now, `reached` ever, `decided` of those; `share` of those decided before it, in percent."""

    stage: str
    waiting: int
    reached: int
    decided: int
    share: int | None


def wait_of(since: date, *, today: date, promise: int) -> Wait:
    """A day in the future counts as today."""
    return Wait(max(0, (today - since).days), promise)


def flows_of(stages: Iterable[str], counts: Mapping[tuple[str, bool], int]) -> tuple[Flow, ...]:
    """`counts` by (stage, ended): an application ends in the stage it stood in, and had reached all before it.

    A share relates to those decided in the stage before; it is None for the first stage and where nobody was decided.
    """
    order = list(stages)
    reached = [sum(n for (stage, _), n in counts.items() if stage in order[at:]) for at in range(len(order))]
    flows: list[Flow] = []
    for at, stage in enumerate(order):
        waiting = counts.get((stage, False), 0)
        before = flows[-1].decided if flows else 0
        flows.append(
            Flow(stage, waiting, reached[at], reached[at] - waiting, round(100 * reached[at] / before) if before else None)
        )
    return tuple(flows)
