"""Figures of the recruiter's desk: one query each, whatever the number of postings."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.models import Application, Intake, JobPosting, Stage


@dataclass(frozen=True, slots=True)
class PostingFigures:
    """A posting with its counts. `late`: waiting longer than their stage promises."""

    posting: JobPosting
    total: int
    undecided: int
    running: int
    late: int
    longest_wait_since: datetime | None


def posting_figures(postings: QuerySet[JobPosting]) -> list[PostingFigures]:
    """Counts for each posting, in the given order; two queries."""
    running = Q(applications__outcome="")
    counted = postings.annotate(
        total=Count("applications"),
        undecided=Count("applications", filter=running & Q(applications__stage="new")),
        running=Count("applications", filter=running),
        longest_wait_since=Min("applications__stage_since", filter=running),
    )
    rows = list(counted)
    late = late_counts([p.pk for p in rows])
    return [PostingFigures(p, p.total, p.undecided, p.running, late.get(p.pk, 0), p.longest_wait_since) for p in rows]


def late_counts(posting_ids: list[int]) -> dict[int, int]:
    """Posting id → applications that wait longer than promised."""
    promises = {(s.posting_id, s.key): s.promise_days for s in Stage.objects.filter(posting_id__in=posting_ids)}
    waiting = Application.objects.filter(posting_id__in=posting_ids, outcome="").values_list("posting_id", "stage", "stage_since")
    late: dict[int, int] = {}
    for posting_id, stage, since in waiting:
        promise = promises.get((posting_id, stage))
        if promise is not None and timezone.now() - since > timedelta(days=promise):
            late[posting_id] = late.get(posting_id, 0) + 1
    return late


def intakes_under_way(actor: Actor) -> QuerySet[Intake]:
    """Piles still being read."""
    return Intake.objects.visible_to(actor).filter(finished_at=None).select_related("posting").order_by("-dropped_at")
