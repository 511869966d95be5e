"""What the order of a posting counts how much: set by its people, logged, and every kept match weighed anew from its record."""

from django.db import transaction
from django_tasks import task

from tepat.domain.audit import STEPS
from tepat.domain.matching.record import from_record
from tepat.domain.matching.weighing import LEAST, MOST, USUAL, WORK_USUAL, Weights, parts_of, total
from tepat.domain.permissions import Actor
from tepat.domain.ranking import Standing
from tepat.models import JobPosting, Match
from tepat.services.recording import record_event
from tepat.services.screening import note_change, weights_of

AT_ONCE = 500
"""Up to so many applications are put into their new order before the page answers; more are in the background."""


def set_weights(posting: JobPosting, weights: Weights, *, actor: Actor) -> bool:
    """Keeps the weights and puts the applications into their new order; says whether anything changed.

    Percentages outside their range are drawn to it; those of requirements that are not asked are dropped.
    """
    known = {r.key for r in posting.requirements.all()}
    kept = {
        key: min(MOST, max(LEAST, percent))
        for key, percent in sorted(weights.requirements.items())
        if key in known and percent != USUAL
    }
    work = min(100, max(0, weights.work))
    wanted = {**({"work": work} if work != WORK_USUAL else {}), **({"requirements": kept} if kept else {})}
    if wanted == posting.weights:
        return False
    with transaction.atomic():
        posting.weights = wanted
        posting.save(update_fields=["weights", "updated_at"])
        said = " ".join(f"{key}:{percent}" for key, percent in kept.items())
        record_event("posting.weights_changed", actor=actor, posting=posting, work=work, requirements=said)
        if posting.applications.count() <= AT_ONCE:
            weigh_anew(posting)
        else:
            reweigh_posting.enqueue(posting.pk)
    return True


def set_audit(posting: JobPosting, percent: int, *, actor: Actor) -> bool:
    """Opens, narrows or closes the audit lane; says whether anything changed. Another percentage than offered is none."""
    if percent not in STEPS or percent == posting.audit_percent:
        return False
    with transaction.atomic():
        record_event("posting.audit_changed", actor=actor, posting=posting, before=posting.audit_percent, now=percent)
        posting.audit_percent = percent
        posting.save(update_fields=["audit_percent", "updated_at"])
    return True


@task(queue_name="reading", priority=10)
def reweigh_posting(posting_id: int) -> None:
    """Weighs every kept match of a posting anew. Safe to repeat."""
    posting = JobPosting.objects.filter(pk=posting_id).first()
    if posting is not None:
        weigh_anew(posting)


def weigh_anew(posting: JobPosting) -> int:
    """New scores from the kept verdicts, no CV is opened; says how many changed."""
    weights, changed = weights_of(posting), 0
    rows = Match.objects.filter(application__posting=posting).select_related("application__posting")
    for row in rows.iterator(chunk_size=200):
        score = standing_of(row, weights).score
        if score != row.score:
            changed += 1
            before = Match(document=row.document, score=row.score, must_met=row.must_met)
            row.score, row.versions = score, {**row.versions, "weights": posting.weights}
            row.save(update_fields=["score", "versions"])
            note_change(row.application, before=before, now=row, cause="weights")
    return changed


def standing_of(row: Match, weights: Weights) -> Standing:
    """What the order knows of a kept match, under these weights."""
    found = from_record(row.document)
    parts = parts_of(row.occupation_fit, found, weights)
    return Standing(parts, total(parts, weights), row.tie_breaker, {r.requirement.id: r.verdict for r in found})
