"""The demo: an empty home filled with invented organizations, postings, people and applications, through the real services.

Everything goes the way a user's work goes; only the times are put back afterwards, so that timelines have something to show.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from tepat.domain.demonstration import Demo, DemoOrganization, DemoPerson, DemoPosting, GeneratedCV
from tepat.domain.documents import IncomingFile
from tepat.domain.permissions import Actor
from tepat.domain.pipeline import MoveKind
from tepat.models import CV, Account, Application, JobPosting, Jobseeker, Membership, Move, Organization
from tepat.models.events import DEMO_LOADED, is_demo_home
from tepat.services import engines
from tepat.services.consenting import give_consent
from tepat.services.deciding import decide_application
from tepat.services.indexing import drain_changes
from tepat.services.intake import take_in
from tepat.services.publishing import PostingFields, announce_posting, draft_posting
from tepat.services.reading import read_cvs
from tepat.services.recording import record_event
from tepat.services.sharing import share_applications, write_note
from tepat.services.signing_in import make_sign_in_link
from tepat.services.storing import store_cv

ADVANCE: tuple[MoveKind, str] = ("advance", "")
DECISIONS: tuple[tuple[tuple[MoveKind, str], ...], ...] = (
    (ADVANCE,) * 4,
    (ADVANCE,) * 2,
    (("reject", "musts_missing"),),
    (ADVANCE,) * 3,
    (ADVANCE,),
    (("hold", ""),),
    (ADVANCE,) * 2,
    (("reject", "other_profession"),),
    (ADVANCE,),
    (("pool", ""),),
)
"""What happened to the first ten applicants of a posting, in their order; the rest waits for triage."""


def is_demo() -> bool:
    """True in a home that was filled by `load_demo`."""
    return is_demo_home()


def load_demo(demo: Demo, cvs: Iterable[GeneratedCV]) -> None:
    """Fills an empty home; in one transaction, so that a demo is whole or not there."""
    with transaction.atomic():
        organizations = {o.key: _organization(o) for o in demo.organizations}
        people = {p.key: _person(p, organizations) for p in demo.persons}
        postings = {p.key: _posting(p, organizations[p.organization], people) for p in demo.postings}
        applications = _applications(list(cvs), postings, people)
        _decisions(applications, people)
        record_event(DEMO_LOADED, organizations=len(organizations), postings=len(postings), applications=len(applications))
    while drain_changes():
        pass
    engines.index().close()


def _organization(o: DemoOrganization) -> Organization:
    return Organization.objects.create(
        name=o.name,
        slug=o.slug,
        about=o.about.strip(),
        website=o.website,
        city=o.city,
        email_domain=o.email_domain,
        business_number=o.business_number,
        verification=o.verification,
        verified_at=timezone.now() if o.verification == "verified" else None,
    )


def _person(p: DemoPerson, organizations: dict[str, Organization]) -> Account:
    account = Account.objects.create_user(p.email, name=p.name, is_operator=p.role == "operator")
    if p.organization:
        Membership.objects.create(organization=organizations[p.organization], account=account, role=p.role)
    return account


def _posting(p: DemoPosting, organization: Organization, people: dict[str, Account]) -> JobPosting:
    today = timezone.localdate()
    author = Membership.objects.filter(organization=organization, role__in=["recruiter", "owner"]).order_by("role").last()
    fields = PostingFields(
        title=p.title,
        text=p.text.strip(),
        city=p.city,
        region=p.region,
        work_mode=p.work_mode,
        contract=p.contract,
        salary_min_idr_month=p.salary_min_idr_month,
        salary_max_idr_month=p.salary_max_idr_month,
        working_hours=p.working_hours,
        headcount=p.headcount,
        closes_on=today + timedelta(days=p.closes_in_days),
    )
    posting = draft_posting(organization, fields, actor=Actor(author.account_id if author else people["operator"].pk))
    if not isinstance(posting, JobPosting):
        raise TypeError(f"demo posting {p.key}: {posting}")
    if p.state != "draft":
        posting.state = p.state
        posting.published_at = timezone.now() - timedelta(days=p.published_days_ago)
        posting.save(update_fields=["state", "published_at"])
        announce_posting(posting)
    return posting


def _applications(cvs: list[GeneratedCV], postings: dict[str, JobPosting], people: dict[str, Account]) -> list[Application]:
    """Each CV read once; its person applied to the postings it names. Every third has an account of its own."""
    owners = {cv.name: _owner(position, cv, people) for position, cv in enumerate(cvs)}
    applies = {cv.name: [postings[key] for key in cv.applies_to if postings[key].state == "published"] for cv in cvs}
    rows = []
    for cv in cvs:
        owner = owners[cv.name]
        first = applies[cv.name][0] if applies[cv.name] else next(iter(postings.values()))
        file = IncomingFile(cv.name, cv.data)
        rows.append(store_cv(file, account=owner) if owner else store_cv(file, organization=first.organization))
    names = {row.pk: cv.name for row, cv in zip(rows, cvs, strict=True)}
    made: list[Application] = []
    for row in sorted(read_cvs(rows), key=lambda r: r.pk):
        row.save()
        owner = owners[names[row.pk]]
        if owner:
            _profile(owner, row)
        made += [_application(row, posting, owner) for posting in applies[names[row.pk]] if row.state == "read"]
    return made


def _owner(position: int, cv: GeneratedCV, people: dict[str, Account]) -> Account | None:
    if cv.person:
        return people[cv.person]
    email = cv.truth.get("email")
    if position % 3 or not email or Account.objects.filter(email__iexact=email).exists():
        return None
    return Account.objects.create_user(email, name=cv.truth.get("name") or "")


def _profile(owner: Account, cv: CV) -> None:
    basics: dict[str, Any] = cv.document.get("basics") or {}
    location = basics.get("location") or {}
    work = cv.document.get("work") or [{}]
    Jobseeker.objects.create(
        account=owner,
        headline=(work[0].get("position") or "")[:200],
        phone=(basics.get("phone") or "")[:20],
        city=(location.get("city") or "")[:80],
        region=(location.get("region") or "")[:80],
        visibility="verified",
        cv=cv,
    )
    cv.confirmed_at = timezone.now()
    cv.save(update_fields=["confirmed_at"])
    give_consent(owner, purpose="cv_database")


def _application(cv: CV, posting: JobPosting, owner: Account | None) -> Application:
    application, _ = take_in(cv, posting=posting)
    days = min((application.pk * 7) % 11, (timezone.now() - (posting.published_at or timezone.now())).days)
    application.applied_at = application.stage_since = timezone.now() - timedelta(days=days, hours=application.pk % 9)
    if owner:
        application.source = "apply"
        application.candidate.account = owner
        application.candidate.save(update_fields=["account"])
    application.save(update_fields=["applied_at", "stage_since", "source"])
    return application


def _decisions(applications: list[Application], people: dict[str, Account]) -> None:
    """The first posting with enough applicants shows a process under way; the hiring manager has something to review."""
    by_posting: dict[int, list[Application]] = {}
    for application in applications:
        by_posting.setdefault(application.posting_id, []).append(application)
    busiest = sorted(by_posting.values(), key=len, reverse=True)[:4]
    budi = Actor(people["budi"].pk)
    for group in busiest:
        for application, steps in zip(group[: max(2, len(group) // 2)], DECISIONS, strict=False):
            for number, (kind, reason) in enumerate(steps):
                _decide(application, kind, reason, actor=budi, left=len(steps) - number)
    _share(busiest, people, actor=budi)


def _decide(application: Application, kind: MoveKind, reason: str, *, actor: Actor, left: int) -> None:
    """One step; `left` steps are still to come with this one, each one to two days apart, the last some hours to days ago."""
    move = decide_application(application, kind=kind, actor=actor, reason=reason)
    if isinstance(move, Move):
        span = timezone.now() - application.applied_at
        moved_at = timezone.now() - span * min(0.9, (left - 0.5 + application.pk % 3 / 6) / 5)
        Move.objects.filter(pk=move.pk).update(moved_at=moved_at)
        Application.objects.filter(pk=application.pk).update(stage_since=moved_at)
        if move.message:
            move.message.run_after = timezone.now()
            move.message.save(update_fields=["run_after"])


def _share(busiest: list[list[Application]], people: dict[str, Account], *, actor: Actor) -> None:
    seat = Membership.objects.current().filter(account=people["citra"]).first()
    group = next((g for g in busiest if seat and g[0].posting.organization_id == seat.organization_id), None)
    if seat is None or group is None:
        return
    share_applications(group[:5], membership=seat, actor=actor)
    write_note(group[0], words="Tanyakan cara uji pulih cadangannya.", actor=Actor(seat.account_id))


def demo_links() -> list[tuple[str, str]]:
    """(role, path): one fresh one-time link per role of the demo."""
    wanted = (
        ("pencari kerja / jobseeker", "sari@", "/saya/"),
        ("perekrut / recruiter", "budi@", "/rekrut/"),
        ("user / hiring manager", "citra@", "/rekrut/tinjau/"),
        ("operator", "operator@", "/operator/"),
    )
    found = ((role, Account.objects.filter(email__startswith=mail).first(), path) for role, mail, path in wanted)
    return [(role, make_sign_in_link(account, next_path=path)) for role, account, path in found if account]


def first_operator_link() -> str:
    """The way in for the first operator of an installation without a demo."""
    account, _ = Account.objects.get_or_create(email="operator@localhost", defaults={"is_operator": True, "name": "Operator"})
    return make_sign_in_link(account, next_path="/operator/")
