"""A posting as a row of a list, as the component `job` shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.verdicts import Match
from tepat.domain.permissions import Actor
from tepat.models import CV, Bookmark, JobPosting, Jobseeker
from tepat.services import engines
from tepat.services.screening import match_for, opened_cv
from tepat.services.wording.postings import clarity_message
from tepat.templatetags.wording import rupiah_range, say


@dataclass(frozen=True, slots=True)
class JobRow:
    """`pay` is empty where none is stated, `doubt` where title and duties agree, `match` None where no CV is known."""

    address: str
    title: str
    organization: str
    organization_address: str
    verified: bool
    where: str
    pay: str
    published_at: datetime | None
    doubt: str = ""
    match: Match | None = None
    kept: bool = False

    @property
    def met(self) -> int:
        """Requirements fully shown, must and nice together."""
        return sum(r.verdict == "met" for r in self.match.requirements) if self.match else 0


def job_rows(postings: Iterable[JobPosting], *, actor: Actor) -> tuple[JobRow, ...]:
    """Rows in the order given; the number of queries does not grow with them if organization and requirements were fetched."""
    listed = list(postings)
    cv = cv_of(actor)
    kept = set(Bookmark.objects.visible_to(actor).filter(posting__in=listed).values_list("posting_id", flat=True))
    opened = opened_cv(cv) if cv and listed else None
    return tuple(job_row(p, cv=cv, opened=opened, kept=p.pk in kept) for p in listed)


def job_row(posting: JobPosting, *, cv: CV | None = None, opened: OpenCV | None = None, kept: bool = False) -> JobRow:
    """`opened`: the CV laid open once, where it is held against many postings."""
    return JobRow(
        address=f"/loker/{posting.slug}/",
        title=posting.title,
        organization=posting.organization.name,
        organization_address=f"/perusahaan/{posting.organization.slug}/",
        verified=posting.organization.verification == "verified",
        where=where_of(posting),
        pay=rupiah_range(posting.salary_min_idr_month, posting.salary_max_idr_month),
        published_at=posting.published_at,
        doubt=doubt_of(posting),
        match=match_for(cv, posting, opened=opened) if cv else None,
        kept=kept,
    )


def where_of(posting: JobPosting) -> str:
    """City, way of working, hours; only what is known."""
    return " · ".join(part for part in (posting.city, say(posting.work_mode, "work_mode"), posting.working_hours[:60]) if part)


def doubt_of(posting: JobPosting) -> str:
    """The sentence on a title that names another role than the duties; empty where there is nothing to say."""
    clarity = posting.reading.get("clarity") or {}
    if clarity.get("verdict") not in {"mismatch", "two_roles"}:
        return ""
    return clarity_message(clarity["verdict"], clarity.get("params") or {}, knowledge=engines.knowledge())


def cv_of(actor: Actor) -> CV | None:
    """The CV in use of a signed-in jobseeker, once it has been read, with corrections fetched."""
    if actor.account_id is None:
        return None
    person = Jobseeker.objects.filter(account_id=actor.account_id, cv__state="read").select_related("cv").first()
    if person is None or person.cv is None:
        return None
    return CV.objects.prefetch_related("corrections").get(pk=person.cv.pk)
