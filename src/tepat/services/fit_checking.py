"""Fit checks: judged in passing, kept only where the person asks, forgotten at one press."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from tepat.domain.occupations.fitting import FitResult, judge_fit
from tepat.domain.occupations.guide import Fitting, Guide
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Account, FitCheck
from tepat.services import engines
from tepat.services.recording import record_event


def keep_fit_check(account: Account, guide: Guide, answers: Mapping[str, Fitting]) -> FitCheck | Refusal:
    """Keeps one check a person and role; a later one takes its place, the same one changes nothing. Refusal: incomplete.

    The event says nothing of what was kept.
    """
    judged = judge_fit(guide.situations, answers)
    if isinstance(judged, Refusal):
        return judged
    with transaction.atomic():
        known = FitCheck.objects.filter(account=account, occupation=guide.occupation).first()
        if known and known.answers == answers:
            return known
        now = {"answers": dict(answers), "saved_at": timezone.now()}
        kept, _ = FitCheck.objects.update_or_create(account=account, occupation=guide.occupation, defaults=now)
        record_event("fit_check.kept", actor=Actor(account.pk))
    return kept


def result_of(check: FitCheck) -> FitResult | None:
    """What was kept, judged by the guide of today; None where the guide went or asks something new."""
    guide = engines.guides().guide(check.occupation)
    judged = judge_fit(guide.situations, check.answers) if guide else None
    return None if isinstance(judged, Refusal) else judged


def forget_fit_check(check: FitCheck) -> None:
    """Deletes it; nothing of it stays."""
    with transaction.atomic():
        record_event("fit_check.forgotten", actor=Actor(check.account_id))
        check.delete()
