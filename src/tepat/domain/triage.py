"""The queue of a triage: bands by musts met, and how long the rest will take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

BandKind = Literal["musts", "held", "unread"]


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """People with `low` to `high` of `total` musts met; or set aside (`held`), or without a match yet (`unread`).

    `rank` orders bands, the best first.
    """

    rank: int
    kind: BandKind
    low: int = 0
    high: int = 0
    total: int = 0


def band_of(must_met: int | None, must_total: int, *, held: bool = False) -> Band:
    """All musts, then pairs below (5–6 of 7, 3–4 of 7 …), then none; those set aside and those unread come last."""
    if held:
        return Band(1000, "held")
    if must_met is None:
        return Band(2000, "unread")
    missing = must_total - must_met
    rank = (missing + 1) // 2
    high = must_total - max(0, 2 * rank - 1)
    return Band(rank, "musts", max(0, high - 1) if rank else high, high, must_total)


def time_left(waiting: int, pace: timedelta | None) -> int | None:
    """Minutes for `waiting` decisions at `pace` each, at least 1; None where the pace is not known or nothing waits."""
    return max(1, round(waiting * pace.total_seconds() / 60)) if pace is not None and waiting else None


def neighbours(ids: Sequence[str], current: str) -> tuple[str | None, str | None]:
    """The ones before and after; (None, first) for an id that is not in the list."""
    if current not in ids:
        return None, ids[0] if ids else None
    at = ids.index(current)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)
