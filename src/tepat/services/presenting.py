"""Who may find a jobseeker: visibility and the consent for the CV database are two choices, and both are needed."""

from django.db import transaction

from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Account, Jobseeker
from tepat.models.jobseekers import VISIBILITIES
from tepat.services.consenting import give_consent
from tepat.services.indexing import note_candidate_change
from tepat.services.recording import record_event


def choose_visibility(account: Account, *, visibility: str) -> Jobseeker | Refusal:
    """Who can find the profile, as long as the consent for the CV database stands. A repeat changes nothing.

    Refusals: unknown_visibility.
    """
    if visibility not in VISIBILITIES:
        return Refusal("unknown_visibility", "visibility")
    with transaction.atomic():
        person, fresh = Jobseeker.objects.get_or_create(account=account)
        if person.visibility == visibility and not fresh:
            return person
        person.visibility = visibility
        person.save(update_fields=["visibility", "updated_at"])
        record_event("profile.visibility_chosen", actor=Actor(account.pk), visibility=visibility)
        note_candidate_change(account)
    return person


def enter_database(account: Account) -> None:
    """The consent to be found; who had been hidden from all is found by verified organizations from now on."""
    with transaction.atomic():
        give_consent(account, purpose="cv_database")
        Jobseeker.objects.get_or_create(account=account)
        if Jobseeker.objects.filter(account=account, visibility="hidden").exists():
            choose_visibility(account, visibility="verified")
