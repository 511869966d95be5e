"""Decisions on applications: every one is a row of history, causes at most one letter, and can be taken back for 30 minutes."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tepat.domain import pipeline
from tepat.domain.permissions import Actor
from tepat.domain.pipeline import UNDO_WINDOW, MoveKind, Place
from tepat.domain.refusal import Refusal
from tepat.models import Application, JobPosting, Message, Move, Stage, TalentPoolEntry
from tepat.services.recording import record_event
from tepat.services.sending import put_letter, recall_letter

LETTERS: dict[str, str] = {"reject": "application_rejected", "advance": "application_advanced"}


def decide_application(
    application: Application, *, kind: MoveKind, actor: Actor, to: str | None = None, reason: str = "", words: str = ""
) -> Move | Refusal:
    """Moves an application; a letter, where one is due, leaves after 30 minutes.

    Refusals: those of `pipeline.decide`. Two deciding at once: the second decides on what the first left.
    """
    with transaction.atomic():
        current = _locked(application.pk)
        place = pipeline.decide(current.place, kind, stages=current.posting.as_stages(), to=to)
        if isinstance(place, Refusal):
            return place
        move = Move(application=current, kind=kind, from_stage=current.stage, to_stage=place.stage, from_held=current.held)
        move.from_since, move.reason, move.words, move.moved_by_id = current.stage_since, reason, words[:500], actor.account_id
        _put(current, place)
        move.message = _letter(current, kind)
        move.save()
        if kind == "pool":
            TalentPoolEntry.objects.get_or_create(candidate=current.candidate, defaults={"added_by_id": actor.account_id})
        record_event("application.moved", actor=actor, application=current, kind=kind, to=place.stage, move=move.public_id)
    application.refresh_from_db(fields=["stage", "held", "outcome", "stage_since"])
    return move


def undo_move(move: Move, *, actor: Actor) -> Application | Refusal:
    """Takes a decision back, with its letter. Refusals: not_last, too_late, already_undone."""
    with transaction.atomic():
        current = _locked(move.application_id)
        row = Move.objects.select_related("message", "application").get(pk=move.pk)
        if row.undone_at is not None:
            return Refusal("already_undone")
        is_last = not current.moves.standing().filter(pk__gt=row.pk).exists()
        before = Place(row.from_stage, None, held=row.from_held)
        place = pipeline.undo(moved_at=row.moved_at, now=timezone.now(), is_last=is_last, before=before)
        if isinstance(place, Refusal):
            return place
        _put(current, place, since_move=row)
        if row.message is not None:
            recall_letter(row.message)
        if row.kind == "pool":
            _take_out_of_pool(row)
        Move.objects.filter(pk=row.pk).update(undone_at=timezone.now())
        record_event("application.move_undone", actor=actor, application=current, move=row.public_id)
    return current


def _locked(pk: int) -> Application:
    """The row alone is locked: PostgreSQL refuses to lock the empty side of an outer join (a candidate without account)."""
    return Application.objects.select_for_update(of=("self",)).select_related("posting", "candidate__account").get(pk=pk)


def _take_out_of_pool(pooling: Move) -> None:
    """Undoes what this move added; who was in the pool before, or was put there by another decision as well, stays."""
    candidate = pooling.application.candidate_id
    others = Move.objects.standing().filter(kind="pool", application__candidate_id=candidate).exclude(pk=pooling.pk)
    if not others.exists():
        TalentPoolEntry.objects.filter(candidate_id=candidate, added_at__gte=pooling.moved_at).delete()


def _put(application: Application, place: Place, *, since_move: Move | None = None) -> None:
    moved = place.stage != application.stage
    application.stage, application.held, application.outcome = place.stage, place.held, place.outcome or ""
    if since_move is not None:
        application.stage_since = since_move.from_since
    elif moved:
        application.stage_since = timezone.now()
    application.save(update_fields=["stage", "held", "outcome", "stage_since"])


def _letter(application: Application, kind: str) -> Message | None:
    """Only people who applied themselves are written to; a CV that a recruiter dropped causes no letter."""
    account = application.candidate.account
    if kind not in LETTERS or account is None:
        return None
    return put_letter(
        LETTERS[kind],
        to=account,
        params={"path": f"/saya/lamaran/{application.public_id}/"},
        application=application,
        run_after=timezone.now() + UNDO_WINDOW,
    )


def add_default_stages(posting: JobPosting) -> None:
    """The usual process, for a posting that has none."""
    if not posting.stages.exists():
        Stage.objects.bulk_create(
            Stage(posting=posting, key=s.key, position=s.position, promise_days=s.promise_days) for s in pipeline.DEFAULT_STAGES
        )


def decision_pace(posting: JobPosting) -> timedelta | None:
    """Median time between this posting's last decisions, for "about 38 minutes left"; None where fewer than 5 are known.

    Pauses of more than five minutes are left out.
    """
    times = list(
        Move.objects.standing()
        .filter(application__posting=posting, from_stage="new")
        .order_by("-moved_at")
        .values_list("moved_at", flat=True)[:60]
    )
    gaps = sorted(b - a for a, b in zip(times[1:], times, strict=False) if b - a < timedelta(minutes=5))
    return gaps[len(gaps) // 2] if len(gaps) >= 5 else None
