"""Applying: the application, its event, the consent and the receipt in one transaction; a repeat finds the first."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task

from tepat.domain.permissions import Actor
from tepat.domain.pipeline import ENDS
from tepat.domain.refusal import Refusal
from tepat.models import CV, Account, Application, Candidate, JobPosting, Match
from tepat.services.consenting import give_consent
from tepat.services.following import is_hidden
from tepat.services.presenting import enter_database
from tepat.services.reading import read_cv
from tepat.services.recording import record_event
from tepat.services.screening import screen_application
from tepat.services.sending import put_letter
from tepat.services.subscribing import save_alert_for


def apply_for_posting(
    account: Account, *, posting: JobPosting, cv: CV, idempotency_key: str, purposes: frozenset[str] = frozenset({"apply"})
) -> Application | Refusal:
    """Sends an application; who withdrew an earlier one begins anew.

    Refusals: posting_closed, consent_missing, cv_unreadable, already_applied.
    The same `idempotency_key` (at most 64 characters) gives the same application again and changes nothing.
    """
    known = Application.objects.filter(idempotency_key=idempotency_key, candidate__account=account).first()
    if known:
        return known
    if refusal := _refusal(posting, cv, purposes):
        return refusal
    try:
        with transaction.atomic():
            return _applied(account, posting=posting, cv=cv, key=idempotency_key, purposes=purposes)
    except IntegrityError:
        known = Application.objects.filter(idempotency_key=idempotency_key, candidate__account=account).first()
        return known or Refusal("already_applied")


def _refusal(posting: JobPosting, cv: CV, purposes: frozenset[str]) -> Refusal | None:
    if not JobPosting.objects.live().filter(pk=posting.pk).exists():
        return Refusal("posting_closed")
    if "apply" not in purposes:
        return Refusal("consent_missing", "consent_apply")
    return Refusal("cv_unreadable", "cv") if cv.state == "unreadable" else None


def _applied(account: Account, *, posting: JobPosting, cv: CV, key: str, purposes: frozenset[str]) -> Application | Refusal:
    candidate = _candidate_for(account, posting=posting, cv=cv)
    earlier = Application.objects.select_for_update().filter(posting=posting, candidate=candidate).first()
    if earlier is not None and earlier.idempotency_key == key:
        return earlier  # the same press came twice at once, and the other was quicker
    if earlier is None:
        application = Application.objects.create(posting=posting, candidate=candidate, cv=cv, source="apply", idempotency_key=key)
        record_event("application.created", actor=Actor(account.pk), application=application, source="apply")
    elif refusal := _begin_anew(earlier, cv=cv, key=key, actor=Actor(account.pk)):
        return refusal
    else:
        application = earlier
    give_consent(account, purpose="apply", organization=posting.organization, application=application)
    if "cv_database" in purposes:
        enter_database(account)
    if "alerts" in purposes:
        save_alert_for(account, posting=posting)
    path = f"/saya/lamaran/{application.public_id}/"
    put_letter(
        "application_received",
        to=account,
        params={"path": path},
        application=application,
        dedupe_key=f"received:{application.pk}" if earlier is None else f"received:{application.pk}:{key}",
    )
    screen_sent_application.enqueue(application.pk)
    return application


def _begin_anew(application: Application, *, cv: CV, key: str, actor: Actor) -> Refusal | None:
    """Who withdrew applies again: the same row, so that its history stays whole, with another CV and a fresh clock.

    What the organization concluded from the earlier CV, and before whom it was laid, ends with it; notes and history stay.
    Refusals: already_applied.
    """
    from tepat.services.deciding import decide_application

    answer = decide_application(application, kind="again", actor=actor)
    if isinstance(answer, Refusal):
        return answer
    Match.objects.filter(application=application).delete()
    application.shares.all().delete()
    application.cv, application.idempotency_key, application.first_viewed_at = cv, key, None
    application.applied_at = application.stage_since = answer.moved_at
    application.save(update_fields=["cv", "idempotency_key", "first_viewed_at", "applied_at", "stage_since"])
    return None


def _candidate_for(account: Account, *, posting: JobPosting, cv: CV) -> Candidate:
    location = (cv.document.get("basics") or {}).get("location") or {}
    phone = (cv.document.get("basics") or {}).get("phone") or ""
    candidate, _ = Candidate.objects.get_or_create(
        organization_id=posting.organization_id,
        account=account,
        defaults={"name": account.name, "email": account.email, "phone": phone[:20], "city": (location.get("city") or "")[:80]},
    )
    return candidate


@task(queue_name="default")
def screen_sent_application(application_id: int) -> None:
    """Reads the CV if that is still to be done, then matches it. Safe to repeat."""
    application = Application.objects.select_related("cv", "posting__organization").filter(pk=application_id).first()
    if application is None or application.cv is None:
        return
    if application.cv.state == "received":
        read_cv(application.cv)
    screen_application(application)


def withdraw_application(application: Application, *, account: Account) -> Application | Refusal:
    """The applicant takes it back; the organization sees that, not why. Refusals: already_ended.

    A decision that the applicant cannot know of yet does not stand in the way: its letter never leaves.
    """
    from tepat.services.deciding import decide_application, undo_move

    with transaction.atomic():
        last = application.moves.standing().select_related("message").order_by("-pk").first()
        if last is not None and last.kind in ENDS and is_hidden(last, now=timezone.now()):
            undone = undo_move(last, actor=Actor(account.pk))
            if isinstance(undone, Refusal):
                return Refusal("already_ended")
        answer = decide_application(application, kind="withdraw", actor=Actor(account.pk))
    return answer if isinstance(answer, Refusal) else application


def note_first_view(application: Application) -> None:
    """The organization opened it for the first time; the applicant may know. A prefetch is no view."""
    fresh = Application.objects.filter(pk=application.pk, first_viewed_at=None).update(first_viewed_at=timezone.now())
    if fresh:
        record_event("application.viewed", application=application)
