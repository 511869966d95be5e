"""Candidates who may be one person: found by name and employer, asked of a recruiter, answered, taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db import transaction

from tepat.domain.likeness import Known, employers_of, may_be_one
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Application, Likeness
from tepat.services.recording import record_event

Answer = Literal["open", "same", "other"]
MOST = 400
"""Applications of equal names that are looked at for one page."""


@dataclass(frozen=True, slots=True)
class Double:
    """An application of another candidate who may be the same person, and what was answered."""

    application: Application
    answer: Answer


def doubles_of(applications: Sequence[Application], *, each: int = 3) -> dict[int, tuple[Double, ...]]:
    """Application id → up to `each` others of the same organization, open questions first, then the newest. Two queries."""
    keys = {a.candidate.name_key for a in applications} - {""}
    if not keys:
        return {}
    organizations = {a.candidate.organization_id for a in applications}
    rows = list(
        Application.objects.filter(candidate__organization_id__in=organizations, candidate__name_key__in=keys)
        .select_related("candidate", "posting")
        .defer("posting__text")
        .annotate_work()
        .order_by("-applied_at", "-pk")[:MOST]
    )
    known = _known(rows)
    answers = _answers(known)
    return {a.pk: tuple(_doubles(a, rows, known, answers)[:each]) for a in applications}


def _known(rows: Iterable[Application]) -> dict[int, Known]:
    """Candidate id → what is compared; employers of all their CVs together."""
    employers: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    people = {}
    for row in rows:
        work = row.work or []  # type: ignore[attr-defined]
        employers[row.candidate_id] |= employers_of(entry.get("name") for entry in work)
        people[row.candidate_id] = row.candidate
    return {pk: Known(p.name_key, employers[pk], p.email.lower(), p.phone) for pk, p in people.items()}


def _answers(known: Mapping[int, Known]) -> dict[frozenset[int], Answer]:
    rows = Likeness.objects.filter(first_id__in=known, second_id__in=known)
    return {
        frozenset((first, second)): "same" if is_same else "other"
        for first, second, is_same in rows.values_list("first_id", "second_id", "is_same")
    }


def _doubles(
    application: Application,
    rows: Sequence[Application],
    known: Mapping[int, Known],
    answers: Mapping[frozenset[int], Answer],
) -> list[Double]:
    mine = application.candidate_id
    found, seen = [], {mine}
    for row in rows:
        pk = row.candidate_id
        answer: Answer = answers.get(frozenset((mine, pk)), "open")
        if pk in seen or mine not in known or row.candidate.organization_id != application.candidate.organization_id:
            continue
        if answer != "open" or may_be_one(known[mine], known[pk]):
            seen.add(pk)
            found.append(Double(row, answer))
    return sorted(found, key=lambda d: d.answer != "open")


def answer_likeness(application: Application, other: Application, *, same: bool, actor: Actor) -> Likeness | Refusal:
    """Says that two candidates are one person or two; a later answer replaces an earlier one. Nothing else changes.

    Refusals: likeness_unknown (one and the same candidate, another name, or another organization).
    """
    one, two = sorted((application.candidate, other.candidate), key=lambda c: c.pk)
    strangers = one.organization_id != two.organization_id or not one.name_key or one.name_key != two.name_key
    if one.pk == two.pk or strangers:
        return Refusal("likeness_unknown")
    with transaction.atomic():
        row, _ = Likeness.objects.update_or_create(
            first=one, second=two, defaults={"is_same": same, "answered_by_id": actor.account_id}
        )
        record_event("candidate.likeness_answered", actor=actor, application=application, other=other.public_id, same=same)
    return row


def withdraw_likeness(application: Application, other: Application, *, actor: Actor) -> bool:
    """Takes an answer back, so that the question is open again; False if there was none."""
    with transaction.atomic():
        gone, _ = Likeness.objects.between(application.candidate_id, other.candidate_id).delete()
        if gone:
            record_event("candidate.likeness_withdrawn", actor=actor, application=application, other=other.public_id)
    return bool(gone)
