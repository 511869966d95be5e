"""Moderation: an operator publishes a posting, gives it back to be put right, or closes it; the organization is told why."""

from typing import Literal

from django.db import transaction

from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import JobPosting
from tepat.services.publishing import approve_posting, close_posting
from tepat.services.recording import record_event
from tepat.services.sending import put_letter

Decision = Literal["publish", "return", "close"]
DECISIONS: tuple[Decision, ...] = ("publish", "return", "close")


def moderate_posting(posting: JobPosting, *, decision: Decision, note: str, actor: Actor) -> JobPosting | Refusal:
    """Decides on a posting in moderation. `return` makes it a draft again, which can be changed and sent once more.

    Whoever wrote it and the owners get a letter with the note (at most 500 characters). Refusals: note_missing (publishing alone
    needs no words), already_decided.
    """
    note = " ".join(note.split())[:500]
    if decision != "publish" and not note:
        return Refusal("note_missing", "note")
    with transaction.atomic():
        if not JobPosting.objects.filter(pk=posting.pk, state="in_moderation").update(moderation_note=note):
            return Refusal("already_decided")
        if decision == "publish":
            approve_posting(posting, actor=actor)
        elif decision == "close":
            close_posting(posting, actor=actor)
        else:
            JobPosting.objects.filter(pk=posting.pk).update(state="draft")
            record_event("posting.returned", actor=actor, posting=posting)
        posting.refresh_from_db()
        _tell(posting, decision, note)
    return posting


def _tell(posting: JobPosting, decision: Decision, note: str) -> None:
    seats = posting.organization.memberships.current().select_related("account")
    people = {s.account for s in seats if s.role == "owner" or s.account_id == posting.created_by_id}
    for account in sorted(people, key=lambda a: a.pk):
        params: dict[str, object] = {
            "posting_title": posting.title,
            "decision": decision,
            "note": note,
            "path": f"/rekrut/loker/{posting.public_id}/",
        }
        put_letter("posting_moderated", to=account, params=params)
