"""Laying applications before a hiring manager, and what that person answers; notes inside the organization."""

from collections.abc import Iterable

from django.db import transaction

from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Application, Membership, Note, Share
from tepat.services.recording import record_event
from tepat.services.sending import put_letter


def share_applications(applications: Iterable[Application], *, membership: Membership, actor: Actor) -> int:
    """Shares those not shared yet, and writes one letter; says how many were new.

    What belongs to another organization than the seat, or a seat that has ended, is passed over.
    """
    fresh = []
    with transaction.atomic():
        for application in applications:
            if membership.ended_at is not None or application.posting.organization_id != membership.organization_id:
                continue
            _, created = Share.objects.get_or_create(
                application=application, membership=membership, defaults={"shared_by_id": actor.account_id}
            )
            if created:
                fresh.append(application)
                record_event("application.shared", actor=actor, application=application, membership=membership.public_id)
        if fresh:
            params: dict[str, object] = {"path": "/rekrut/tinjau/", "count": len(fresh), "posting_title": fresh[0].posting.title}
            put_letter("application_shared", to=membership.account, params=params)
    return len(fresh)


def write_note(application: Application, *, words: str, actor: Actor, opinion: str = "") -> Note | Refusal:
    """A note, or a reviewer's answer (yes, maybe, no). Refusals: words_missing (a plain note without words), unknown_opinion."""
    if opinion not in {"", "yes", "maybe", "no"}:
        return Refusal("unknown_opinion", "opinion")
    if not words.strip() and not opinion:
        return Refusal("words_missing", "words")
    with transaction.atomic():
        note = Note.objects.create(
            application=application, words=words.strip()[:4000], opinion=opinion, written_by_id=actor.account_id
        )
        record_event("note.written", actor=actor, application=application, note=note.public_id, opinion=opinion)
    return note
