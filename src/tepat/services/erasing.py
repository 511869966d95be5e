"""Erasing a person: account, profile, CVs with their files, applications, letters; the chain of events stays whole."""

from django.core.files.storage import default_storage
from django.db import transaction

from tepat.domain.refusal import Refusal
from tepat.models import CV, Account, Application, Candidate, Event, Membership
from tepat.services.indexing import note_candidate_change
from tepat.services.recording import record_event


def erase_account(account: Account) -> int | Refusal:
    """Erases everything of a person; says how many rows went. Refusals: last_owner (of an organization), last_operator.

    Events hold ids and codes only; they lose their link to the person and keep their seals.
    """
    with transaction.atomic():
        if refusal := _refusal(account):
            return refusal
        candidates = Candidate.objects.filter(account=account)
        applications = Application.objects.filter(candidate__in=candidates)
        Event.objects.filter(application__in=applications).update(application=None)
        cvs = CV.objects.filter(account=account) | CV.objects.filter(applications__candidate__in=candidates, account=None)
        files = [key for key in cvs.values_list("stored_as", flat=True).distinct() if key]
        ids = list(cvs.values_list("pk", flat=True).distinct())
        note_candidate_change(account)
        gone = candidates.delete()[0] + CV.objects.filter(pk__in=ids).delete()[0] + account.delete()[0]
        record_event("account.erased")
        transaction.on_commit(lambda: _delete_files(files))
    return gone


def _refusal(account: Account) -> Refusal | None:
    owned = Membership.objects.current().filter(account=account, role="owner").values("organization")
    for organization in owned.values_list("organization", flat=True):
        if not Membership.objects.current().filter(organization=organization, role="owner").exclude(account=account).exists():
            return Refusal("last_owner")
    if account.is_operator and not Account.objects.filter(is_operator=True, is_active=True).exclude(pk=account.pk).exists():
        return Refusal("last_operator")
    return None


def _delete_files(keys: list[str]) -> None:
    for key in keys:
        default_storage.delete(key)
