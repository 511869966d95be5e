"""What the worker does between tasks: letters, index, seals, digests, and putting right what was lost."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone

from tepat.models import JobPosting
from tepat.services.alerting import reconcile_alerts, renew_alert_keys, write_digests
from tepat.services.indexing import drain_changes, mend_index, note_posting_change
from tepat.services.recording import seal_events
from tepat.services.recovering import restart_lost_work
from tepat.services.sending import send_due_letters
from tepat.services.signing_in import forget_unconfirmed_accounts

log = logging.getLogger("tepat.worker")


@dataclass(slots=True)
class Chore:
    """Something to do every so many seconds. A failing chore is logged and tried again; it never stops the others."""

    do: Callable[[], int]
    every_seconds: float
    due_at: float = field(default=0.0)

    def run(self, now: float) -> int:
        if now < self.due_at:
            return 0
        self.due_at = now + self.every_seconds
        try:
            return self.do()
        except Exception:
            log.exception("chore %s failed", self.do.__name__)
            return 0


def let_go_overdue_postings() -> int:
    """Postings past their closing day leave the index; their rows stay as they are."""
    overdue = JobPosting.objects.filter(state="published", closes_on__lt=timezone.localdate(), closed_at=None)
    for posting in overdue:
        note_posting_change(posting)
        posting.closed_at = timezone.now()
        posting.save(update_fields=["closed_at"])
    return len(overdue)


def chores() -> list[Chore]:
    """The housekeeping of an installation, most urgent first."""
    return [
        Chore(mend_index, 3600),
        Chore(drain_changes, 0.1),
        Chore(send_due_letters, 1),
        Chore(seal_events, 5),
        Chore(restart_lost_work, 60),
        Chore(renew_alert_keys, 300),
        Chore(write_digests, 300),
        Chore(reconcile_alerts, 600),
        Chore(let_go_overdue_postings, 3600),
        Chore(forget_unconfirmed_accounts, 3600),
    ]


def keep_house(tasks: list[Chore]) -> int:
    """One round; says how much was done."""
    return sum(chore.run(time.monotonic()) for chore in tasks)
