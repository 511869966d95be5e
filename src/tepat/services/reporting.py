"""Reports of postings that are not right."""

from dataclasses import dataclass

from django.db import transaction

from tepat.domain.permissions import Actor
from tepat.models import JobPosting, PostingReport
from tepat.services.recording import record_event

MOST_OPEN = 50
"""Unsettled reports per posting; one more tells a moderator nothing new."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """Enough reports wait already, or this person's own does."""


def report_posting(posting: JobPosting, *, actor: Actor, reason: str, words: str) -> PostingReport | TooMany:
    """One open report per person and posting; those of nobody known are bounded by `MOST_OPEN`."""
    waiting = PostingReport.objects.filter(posting=posting, settled_at=None)
    mine = waiting.filter(account_id=actor.account_id) if actor.account_id else waiting.none()
    with transaction.atomic():
        if mine.exists() or waiting.count() >= MOST_OPEN:
            return TooMany()
        report = PostingReport.objects.create(posting=posting, account_id=actor.account_id, reason=reason, words=words)
        record_event("posting.reported", actor=actor, posting=posting, reason=reason)
    return report
