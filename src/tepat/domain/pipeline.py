"""Stages of an application and the legal moves between them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from tepat.domain.refusal import Refusal

StageKey = Literal["new", "screening", "interview", "test", "offer"]
MoveKind = Literal["advance", "move", "reject", "hold", "pool", "withdraw", "again", "hire", "undo"]
Outcome = Literal["hired", "rejected", "withdrawn", "pooled"]

UNDO_WINDOW = timedelta(minutes=30)
ENDS: dict[MoveKind, Outcome] = {"reject": "rejected", "pool": "pooled", "withdraw": "withdrawn", "hire": "hired"}
BY_APPLICANT: frozenset[MoveKind] = frozenset({"withdraw", "again"})
"""What only the applicant does, and nobody else can undo."""
REJECTION_REASONS = (
    "musts_missing",
    "other_profession",
    "experience_short",
    "location",
    "availability",
    "salary",
    "position_filled",
    "duplicate",
    "other",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a posting's process; `promise_days` is how long an applicant waits there at most, as promised."""

    key: str
    position: int
    promise_days: int


DEFAULT_STAGES = (
    Stage("new", 0, 7),
    Stage("screening", 1, 4),
    Stage("interview", 2, 6),
    Stage("test", 3, 5),
    Stage("offer", 4, 3),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an application stands: its stage, or how it ended; `held` means set aside inside its stage."""

    stage: str
    outcome: Outcome | None = None
    held: bool = False


def decide(place: Place, kind: MoveKind, *, stages: tuple[Stage, ...], to: str | None = None) -> Place | Refusal:
    """Where a move leads, or why it may not be made. `to` is needed for kind "move" only.

    Refusals: already_applied (kind "again": only who withdrew begins anew), already_ended, same_stage, no_next_stage,
    unknown_stage.
    """
    if kind == "again":
        first = min(stages, key=lambda s: s.position, default=None)
        return Place(first.key if first else "new") if place.outcome == "withdrawn" else Refusal("already_applied")
    if place.outcome is not None:
        return Refusal("already_ended")
    if kind in ENDS:
        return Place(place.stage, ENDS[kind])
    if kind == "hold":
        return Refusal("same_stage") if place.held else Place(place.stage, None, held=True)
    return _decide_stage(place, [stage.key for stage in sorted(stages, key=lambda s: s.position)], kind, to)


def _decide_stage(place: Place, order: list[str], kind: MoveKind, to: str | None) -> Place | Refusal:
    if kind == "advance":
        if place.stage not in order:
            return Refusal("unknown_stage")
        following = order[order.index(place.stage) + 1 :]
        return Place(following[0]) if following else Refusal("no_next_stage")
    if to not in order:
        return Refusal("unknown_stage")
    return Refusal("same_stage") if to == place.stage and not place.held else Place(to)


def undo(*, moved_at: datetime, now: datetime, is_last: bool, before: Place) -> Place | Refusal:
    """The place before a move, while that move is the last one and not older than 30 minutes (else not_last, too_late)."""
    if not is_last:
        return Refusal("not_last")
    if now - moved_at > UNDO_WINDOW:
        return Refusal("too_late")
    return before
