"""The queue of a posting's triage: who waits, in which order, sieved how."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.db.models.functions import Substr

from tepat.domain.audit import LEAST, in_lane, mixed
from tepat.domain.matching.record import place_in_strip
from tepat.domain.pipeline import BY_APPLICANT
from tepat.domain.triage import Band, band_of, time_left
from tepat.models import Application, Candidate, JobPosting, Move
from tepat.models.applications import ApplicationQuerySet
from tepat.services.deciding import decision_pace

LETTERS = {"met": "m", "partly": "p", "not_stated": "n", "contradicted": "c"}
ORDERS = ("musts", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a recruiter wants to see: people with `verdict` at `requirement` (a key), with `words`, in `order`."""

    requirement: str = ""
    verdict: str = ""
    words: str = ""
    order: str = "musts"

    @property
    def is_open(self) -> bool:
        return not (self.words or (self.requirement and self.verdict))


@dataclass(frozen=True, slots=True)
class Waiting:
    """One place in the queue."""

    pk: int
    public_id: str
    band: Band


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the triage is: `decided` of `total`; about `minutes` more, None while the pace is not known."""

    decided: int
    total: int
    minutes: int | None


def queue_of(posting: JobPosting, sieve: Sieve) -> list[Waiting]:
    """Everyone undecided who passes the sieve: by bands, musts met and rank, or by time of arrival."""
    rows = _sieved(posting, sieve)
    if sieve.order in ("newest", "oldest"):
        rows = rows.order_by("-applied_at" if sieve.order == "newest" else "applied_at", "pk")
    else:
        rows = rows.in_rank_order()
    fields = rows.values_list("pk", "public_id", "held", "match__must_met", "match__must_total")
    rows_met = [
        (met or 0, Waiting(pk, public_id, band_of(met, total or 0, held=held))) for pk, public_id, held, met, total in fields
    ]
    if sieve.order == "musts":
        rows_met.sort(key=lambda row: (row[1].band, -row[0]))
    queue = [waiting for _met, waiting in rows_met]
    return _with_lane(posting, queue) if posting.audit_percent and sieve.order == "musts" and sieve.is_open else queue


def _with_lane(posting: JobPosting, queue: list[Waiting]) -> list[Waiting]:
    """Some from far below among the first, in the bands of those before whom they stand; nothing marks them."""
    known = {w.public_id: w for w in queue if w.band.kind == "musts"}
    order = mixed(list(known), percent=posting.audit_percent, salt=posting.public_id)
    rest = [w for w in queue if w.public_id not in known]
    return [replace(known[key], band=known[place].band) for key, place in order] + rest


@dataclass(frozen=True, slots=True)
class Audit:
    """What the lane found: of `decided` people taken from below, `missed` went on to a further stage."""

    decided: int
    missed: int


def audit_of(posting: JobPosting) -> Audit:
    """Everybody whom chance takes at the present percentage and who stands in the lower half of all matches."""
    ranked = Application.objects.filter(posting=posting, match__isnull=False).in_rank_order()
    rows = list(ranked.values_list("public_id", "stage", "outcome"))
    lane = [
        (stage, outcome)
        for key, stage, outcome in rows[len(rows) // 2 :]
        if len(rows) >= LEAST and in_lane(key, percent=posting.audit_percent, salt=posting.public_id)
    ]
    decided = [(stage, outcome) for stage, outcome in lane if outcome not in ("", "withdrawn") or stage != "new"]
    return Audit(len(decided), sum(outcome == "hired" or stage != "new" for stage, outcome in decided))


def _sieved(posting: JobPosting, sieve: Sieve) -> ApplicationQuerySet:
    rows = Application.objects.filter(posting=posting).undecided()
    if sieve.words:
        rows = rows.filter(
            Q(candidate__name__icontains=sieve.words)
            | Q(match__headline__icontains=sieve.words)
            | Q(cv__text__icontains=sieve.words)
        )
    place = _place_in_strip(posting, sieve.requirement)
    if place and sieve.verdict in LETTERS:
        rows = rows.annotate(letter=Substr("match__strip", place, 1)).filter(letter=LETTERS[sieve.verdict])
    return rows


def _place_in_strip(posting: JobPosting, key: str) -> int | None:
    """1-based place of a requirement's letter; None where it has none."""
    place = place_in_strip(posting.as_requirements(), key)
    return None if place is None else place + 1


def rows_of(waiting: Sequence[Waiting]) -> dict[int, Application]:
    """The applications of a page of the queue, with what their rows show."""
    rows = Application.objects.filter(pk__in=[w.pk for w in waiting]).select_related("candidate", "match")
    return {row.pk: row for row in rows}


def progress_of(posting: JobPosting) -> Progress:
    everyone = Application.objects.filter(posting=posting)
    total, waiting = everyone.count(), everyone.undecided().count()
    return Progress(total - waiting, total, time_left(waiting, decision_pace(posting)))


def last_decisions(posting: JobPosting, *, most: int = 2) -> list[Move]:
    """The newest standing decisions in the first stage, the oldest of them first."""
    moves = (
        Move.objects.standing()
        .filter(application__posting=posting, from_stage="new")
        .exclude(kind__in=BY_APPLICANT)
        .select_related("application__candidate", "message")
    )
    return list(moves.order_by("-pk")[:most])[::-1]


def elsewhere(application: Application) -> list[Application]:
    """The person's other applications to the organization, also under another row with the same mail or phone."""
    person = application.candidate
    same = Candidate.objects.filter(organization_id=person.organization_id)
    alike = same.alike(email=person.email, phone=person.phone).values("pk")
    others = Application.objects.filter(Q(candidate_id=person.pk) | Q(candidate__in=alike)).exclude(pk=application.pk)
    return list(others.select_related("posting", "candidate").order_by("-applied_at")[:10])
