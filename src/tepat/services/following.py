"""What applicants may know of their own application: a decision that can still be taken back has not happened for them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.domain.pipeline import BY_APPLICANT, ENDS, UNDO_WINDOW
from tepat.models import Application, Move

StepState = Literal["done", "current", "late", ""]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the posting: `name` is its own name or empty; `entered_at` where it was reached; `promise_days` as promised."""

    key: str
    name: str
    state: StepState
    entered_at: datetime | None
    promise_days: int


@dataclass(frozen=True, slots=True)
class Tracked:
    """`outcome` is empty while it runs; `promised_on` the last day of an answer; `late` once that day has passed."""

    application: Application
    steps: tuple[Step, ...]
    outcome: str
    ended_at: datetime | None
    promised_on: date | None
    late: bool

    @property
    def runs(self) -> bool:
        return not self.outcome


def own_applications(actor: Actor) -> QuerySet[Application]:
    """One's own, latest first, with everything that `tracked` asks: the number of queries does not grow with them."""
    moves = Prefetch("moves", Move.objects.standing().select_related("message").order_by("pk"))
    rows = Application.objects.sent_by(actor).select_related("posting__organization", "cv", "candidate")
    return rows.prefetch_related(moves, "posting__stages").order_by("-applied_at", "-pk")


def tracked(application: Application, *, now: datetime | None = None) -> Tracked:
    """The application as its applicant may see it now."""
    now = now or timezone.now()
    stage, since, outcome, ended = "new", application.applied_at, "", None
    entered = {"new": application.applied_at}
    for move in application.moves.all():
        if move.undone_at is not None or is_hidden(move, now=now) or move.kind == "hold":
            continue
        if move.kind == "again":
            stage, since, outcome, ended = move.to_stage, move.moved_at, "", None
            entered = {stage: since}
        elif move.kind in ENDS:
            outcome, ended = ENDS[move.kind], move.moved_at
        elif move.to_stage != stage:
            stage, since = move.to_stage, move.moved_at
            entered[stage] = since
    stages = sorted(application.posting.stages.all(), key=lambda s: s.position)
    current = next((s for s in stages if s.key == stage), None)
    promised = timezone.localdate(since) + timedelta(days=current.promise_days) if current and not outcome else None
    late = promised is not None and timezone.localdate(now) > promised
    steps = []
    for row in stages:
        passed = current is not None and row.position < current.position
        here = row.key == stage
        state: StepState = "done" if passed or (here and outcome) else "late" if here and late else "current" if here else ""
        if outcome and not passed and not here:
            continue
        steps.append(Step(row.key, row.name, state, entered.get(row.key) if passed or here else None, row.promise_days))
    return Tracked(application, tuple(steps), outcome, ended, promised, late)


def is_hidden(move: Move, *, now: datetime) -> bool:
    """A decision whose letter has not left yet, or that has no letter and can still be taken back."""
    if move.kind in BY_APPLICANT:
        return False
    if move.message is not None:
        return move.message.state == "waiting"
    return now - move.moved_at <= UNDO_WINDOW
