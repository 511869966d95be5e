"""Consent: per purpose, with the version of the words, withdrawn in one click."""

from django.db import transaction
from django.utils import timezone, translation

from tepat.domain.permissions import Actor
from tepat.models import Account, Application, Consent, Organization
from tepat.services.indexing import note_candidate_change
from tepat.services.recording import record_event

TEXT_VERSION = "2026-11"
"""Version of the words in templates/components/consent-*.html; a change of the words is a new version."""


def give_consent(
    account: Account, *, purpose: str, organization: Organization | None = None, application: Application | None = None
) -> Consent:
    """A consent in force; giving it twice changes nothing."""
    with transaction.atomic():
        found = (
            Consent.objects.in_force(purpose).filter(account=account, organization=organization, application=application).first()
        )
        if found:
            return found
        given = Consent.objects.create(
            account=account,
            purpose=purpose,
            organization=organization,
            application=application,
            text_version=TEXT_VERSION,
            language=translation.get_language() or "id",
        )
        record_event(
            "consent.given", actor=Actor(account.pk), organization=organization, application=application, purpose=purpose
        )
        note_candidate_change(account)
    return given


def withdraw_consent(account: Account, *, purpose: str) -> int:
    """Ends every consent of that purpose at once; says how many."""
    with transaction.atomic():
        ended = Consent.objects.in_force(purpose).filter(account=account).update(withdrawn_at=timezone.now())
        if ended:
            record_event("consent.withdrawn", actor=Actor(account.pk), purpose=purpose)
            note_candidate_change(account)
    return ended
