"""Postings: drafted from an advert, read into requirements, published, closed."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django_tasks import task

from tepat.domain.permissions import Actor
from tepat.domain.postings.checks import check_pay
from tepat.domain.postings.document import to_document
from tepat.domain.postings.markup import advert_of_markup
from tepat.domain.postings.merging import merge_requirements
from tepat.domain.postings.posting import Check, PostingReading, SalaryRange
from tepat.domain.postings.posting import Requirement as RequirementValue
from tepat.domain.postings.read import read_posting
from tepat.domain.refusal import Refusal
from tepat.models import JobPosting, Organization, Requirement
from tepat.models.keys import new_public_id
from tepat.services import engines
from tepat.services.alerting import match_alerts
from tepat.services.deciding import add_default_stages
from tepat.services.indexing import note_posting_change
from tepat.services.recording import record_event
from tepat.services.screening import screen_application
from tepat.services.wages import minimum_wage_of

READER_VERSION = "posting-1"
SHORTEST_REASON = 15
"""Characters: "ya" is no reason."""


@dataclass(frozen=True, slots=True)
class PostingFields:
    """What a recruiter types of a posting; the form has already checked types."""

    title: str
    text: str
    city: str = ""
    region: str = ""
    work_mode: str = "on_site"
    contract: str = ""
    salary_min_idr_month: int | None = None
    salary_max_idr_month: int | None = None
    working_hours: str = ""
    headcount: int = 1
    closes_on: date | None = None


def faults_of(fields: PostingFields, *, today: date) -> list[Refusal]:
    """Every fault at its field: title_missing, text_missing, closes_in_past, salary_reversed."""
    faults = []
    if not fields.title.strip():
        faults.append(Refusal("title_missing", "title"))
    if not fields.text.strip():
        faults.append(Refusal("text_missing", "text"))
    if fields.closes_on and fields.closes_on < today:
        faults.append(Refusal("closes_in_past", "closes_on"))
    low, high = fields.salary_min_idr_month, fields.salary_max_idr_month
    if low is not None and high is not None and high < low:
        faults.append(Refusal("salary_reversed", "salary_max_idr_month"))
    return faults


def read_advert(text: str, *, title: str | None = None) -> PostingReading:
    """What Tepat understands of an advert: for the form to show before anything is stored."""
    return read_posting(text, knowledge=engines.knowledge(), title=title)


def filled(fields: PostingFields, reading: PostingReading) -> PostingFields:
    """Fields left empty, taken from what the advert itself says; what was typed stays."""
    salary = reading.salary if reading.salary and reading.salary.period == "month" else None
    closing = reading.closes_on if reading.closes_on and reading.closes_on >= timezone.localdate() else None
    found: dict[str, str | int | date | None] = {
        "closes_on": closing,
        "title": reading.title[:150],
        "city": reading.city or "",
        "region": reading.region or "",
        "contract": reading.contract or "",
        "salary_min_idr_month": salary.min_idr if salary and not fields.salary_max_idr_month else None,
        "salary_max_idr_month": salary.max_idr if salary and not fields.salary_min_idr_month else None,
    }
    return replace(fields, **{name: value for name, value in found.items() if value and not getattr(fields, name)})  # type: ignore[arg-type]


def draft_posting(organization: Organization, fields: PostingFields, *, actor: Actor) -> JobPosting | list[Refusal]:
    """A new draft, its empty fields and requirements read from its text, or every fault of its fields.

    Text that is schema.org markup, or a page with it, becomes the advert it marks up.
    """
    fields = replace(fields, text=advert_of_markup(fields.text) or fields.text)
    reading = read_advert(fields.text, title=fields.title.strip() or None) if fields.text.strip() else None
    fields = filled(fields, reading) if reading else fields
    faults = faults_of(fields, today=timezone.localdate())
    if faults or reading is None:
        return faults
    with transaction.atomic():
        posting = JobPosting(
            organization=organization, created_by_id=actor.account_id, slug=_free_slug(fields.title, organization)
        )
        _take_fields(posting, fields)
        _take_reading(posting, reading)
        posting.save()
        replace_requirements(posting, reading.requirements)
        add_default_stages(posting)
        record_event("posting.drafted", actor=actor, posting=posting)
    return posting


def change_posting(
    posting: JobPosting, fields: PostingFields, *, actor: Actor, requirements: tuple[RequirementValue, ...] | None = None
) -> JobPosting | list[Refusal]:
    """Changes a posting's fields and, where given, its requirements; new text is read anew.

    What a person put right of the requirements outlives a new text: see `merge_requirements`.
    """
    if faults := faults_of(fields, today=timezone.localdate()):
        return faults
    with transaction.atomic():
        mine = posting.as_requirements() if requirements is None else requirements
        reading = read_advert(fields.text, title=fields.title)
        if fields.text != posting.text:
            base = read_advert(posting.text, title=posting.title).requirements
            mine = merge_requirements(base=base, mine=mine, theirs=reading.requirements)
        _take_fields(posting, fields)
        _take_reading(posting, reading)
        posting.save()
        record_event("posting.changed", actor=actor, posting=posting)
        note_posting_change(posting)
        change_requirements(posting, mine, actor=actor)
    return posting


def replace_requirements(posting: JobPosting, requirements: tuple[RequirementValue, ...]) -> None:
    """The posting's requirements are these, in this order."""
    posting.requirements.all().delete()
    Requirement.objects.bulk_create(
        Requirement(
            posting=posting,
            key=r.id,
            position=position,
            kind=r.kind,
            importance=r.importance,
            label=r.label[:200],
            value=(r.value or "")[:80],
            months=r.months,
            level=r.level or "",
            skills=list(r.skills),
            occupations=list(r.occupations),
            areas=list(r.areas),
            spans=[[s.start, s.end] for s in r.spans],
        )
        for position, r in enumerate(requirements)
    )


def change_requirements(posting: JobPosting, requirements: tuple[RequirementValue, ...], *, actor: Actor) -> None:
    """The recruiter's own choice of requirements; where it changes anything, every application is matched anew."""
    fresh = JobPosting.objects.prefetch_related("requirements").get(pk=posting.pk)
    if requirements == fresh.as_requirements():
        return
    with transaction.atomic():
        replace_requirements(posting, requirements)
        record_event("posting.requirements_changed", actor=actor, posting=posting, count=len(requirements))
        rescreen_posting.enqueue(posting.pk)


def publish_posting(posting: JobPosting, *, actor: Actor, kept_reasons: dict[str, str] | None = None) -> JobPosting | Refusal:
    """Makes a posting public, notes it for the index and the alerts. A pending organization's goes to moderation.

    Refusals: already_published, closes_in_past, reason_missing (see `needs_reason`).
    """
    with transaction.atomic():
        row = JobPosting.objects.select_for_update().select_related("organization").get(pk=posting.pk)
        if row.state == "published":
            return Refusal("already_published")
        if row.closes_on and row.closes_on < timezone.localdate():
            return Refusal("closes_in_past", "closes_on")
        row.kept_reasons = {**row.kept_reasons, **(kept_reasons or {})}
        errors = {c["code"] for c in row.reading.get("checks", []) if needs_reason(c["code"], c["severity"])}
        if missing := sorted(errors - {code for code, why in row.kept_reasons.items() if len(why.strip()) >= SHORTEST_REASON}):
            return Refusal("reason_missing", f"reason-{missing[0]}", {"check": missing[0]})
        scam = any(c["code"].startswith("scam.") for c in row.reading.get("checks", []))
        doubtful = scam or row.organization.verification != "verified"
        row.state = "in_moderation" if doubtful else "published"
        row.published_at = row.published_at or timezone.now()
        row.save()
        code = "posting.sent_to_moderation" if doubtful else "posting.published"
        record_event(code, actor=actor, posting=row, kept=",".join(sorted(errors)) or None)
        announce_posting(row)
    return row


def needs_reason(code: str, severity: str) -> bool:
    """What stays only with a written reason, shown with the advert: limits not about the work, and a title that misleads.

    No reason makes a mark of a swindle right.
    """
    explained = code.startswith("discrimination.") or code in {"clarity.title_duties", "clarity.two_roles"}
    return explained or (severity == "error" and not code.startswith("scam."))


def announce_posting(posting: JobPosting) -> None:
    """What follows when a posting becomes public: index and alerts, in the same transaction."""
    note_posting_change(posting)
    if posting.state == "published":
        match_alerts.enqueue(posting.pk)


def approve_posting(posting: JobPosting, *, actor: Actor) -> None:
    """An operator lets a moderated posting out."""
    with transaction.atomic():
        if JobPosting.objects.filter(pk=posting.pk, state="in_moderation").update(state="published", published_at=timezone.now()):
            posting.refresh_from_db()
            record_event("posting.published", actor=actor, posting=posting)
            announce_posting(posting)


def close_posting(posting: JobPosting, *, actor: Actor) -> None:
    """Ends a posting; its page stays and says so, the index lets it go."""
    with transaction.atomic():
        changed = (
            JobPosting.objects.filter(pk=posting.pk).exclude(state="closed").update(state="closed", closed_at=timezone.now())
        )
        if changed:
            record_event("posting.closed", actor=actor, posting=posting)
            note_posting_change(posting)


@task(queue_name="reading")
def rescreen_posting(posting_id: int) -> None:
    """Matches every application of a posting anew. Safe to repeat."""
    posting = JobPosting.objects.filter(pk=posting_id).prefetch_related("requirements").first()
    if posting is None:
        return
    for application in posting.applications.select_related("cv", "candidate").iterator(chunk_size=100):
        application.posting = posting
        screen_application(application, cause="posting")


def _take_fields(posting: JobPosting, fields: PostingFields) -> None:
    for name in PostingFields.__dataclass_fields__:
        setattr(posting, name, getattr(fields, name))


def _take_reading(posting: JobPosting, reading: PostingReading) -> None:
    document = to_document(replace(reading, checks=_with_pay(posting, reading)), text=posting.text)
    posting.reading = {key: document[key] for key in ("occupations", "clarity", "checks")}
    best = reading.occupations_duties or reading.occupations_title
    posting.occupation = best[0].id if best else ""
    posting.reader_version = f"{READER_VERSION}+{engines.knowledge().version[:12]}"


def _with_pay(posting: JobPosting, reading: PostingReading) -> tuple[Check, ...]:
    """The checks, those of pay by what the posting's own fields say and what the operator knows of the place."""
    low, high = posting.salary_min_idr_month, posting.salary_max_idr_month
    pay = SalaryRange(low, high) if low is not None or high is not None else reading.salary
    others = [check for check in reading.checks if not check.code.startswith("salary.")]
    return (*others, *check_pay(pay, minimum_wage_idr=minimum_wage_of(posting)))


def _free_slug(title: str, organization: Organization) -> str:
    base = slugify(f"{title} {organization.name}")[:100] or "loker"
    return f"{base}-{new_public_id()[:6]}"
