"""Events: what happened, in the transaction in which it happened; sealed later into a hash chain."""

import hashlib
import json

from django.db import transaction

from tepat.domain.permissions import Actor
from tepat.models import Application, Event, JobPosting, Organization

BATCH = 500


def record_event(
    code: str,
    *,
    actor: Actor | None = None,
    organization: Organization | None = None,
    posting: JobPosting | None = None,
    application: Application | None = None,
    **params: str | int | bool | None,
) -> Event:
    """One row for timeline, audit and webhooks. `params` are ids and codes, never personal text."""
    if application is not None:
        posting = posting or application.posting
    organization_id = organization.pk if organization else posting.organization_id if posting else None
    return Event.objects.create(
        code=code,
        actor_id=actor.account_id if actor else None,
        organization_id=organization_id,
        posting=posting,
        application=application,
        params=params,
    )


def seal_events() -> int:
    """Seals the oldest unsealed rows, each over itself and the seal before it; says how many. Safe to repeat."""
    with transaction.atomic():
        fresh = list(Event.objects.unsealed().select_for_update()[:BATCH])
        if not fresh:
            return 0
        last = Event.objects.exclude(seal="").order_by("-pk").values_list("seal", flat=True).first() or ""
        for event in fresh:
            last = event.seal = seal_of(event, before=last)
        Event.objects.bulk_update(fresh, ["seal"])
    return len(fresh)


def seal_of(event: Event, *, before: str) -> str:
    """SHA-256 over the seal before and this row's ids and codes; erasing a person changes none of these."""
    row = [event.pk, event.code, event.at.isoformat(), event.params]
    return hashlib.sha256(f"{before}|{json.dumps(row, sort_keys=True, separators=(',', ':'))}".encode()).hexdigest()


def first_broken_seal() -> int | None:
    """The id of the first sealed event whose seal does not fit; None if the chain is whole."""
    before = ""
    for event in Event.objects.exclude(seal="").order_by("pk").iterator():
        if event.seal != seal_of(event, before=before):
            return event.pk
        before = event.seal
    return None
