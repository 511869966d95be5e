"""A posting's own page: facts first, the fit of one's own CV, what happens after applying."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tepat.domain.postings.posting import Requirement
from tepat.models import Application, Bookmark, JobPosting
from tepat.services import engines
from tepat.services.wording.moves import stage_name
from tepat.services.wording.postings import check_message, occupation_name
from tepat.templatetags.wording import day, days_left, rupiah_range, say
from tepat.web.actors import actor_of
from tepat.web.policies import anyone
from tepat.web.public.fit import Fit, fit_of
from tepat.web.public.markup import job_posting_markup
from tepat.web.public.roles import comparison_address, guide_address
from tepat.web.public.rows import JobRow, cv_of, job_row, job_rows

SIMILAR = 3
MOST_CELLS = 24


@dataclass(frozen=True, slots=True)
class Fact:
    word: str
    says: str
    sub: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    when: str


@dataclass(frozen=True, slots=True)
class Shares:
    """How many clues of the advert speak for its most likely role, and for the one its title names."""

    most: str
    rest: str
    cells: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A limit, or a title that misleads, that the organization keeps for a written reason."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    posting: JobPosting
    row: JobRow
    live: bool
    facts: tuple[Fact, ...]
    musts: tuple[Requirement, ...]
    nices: tuple[Requirement, ...]
    fit: Fit | None
    steps: tuple[Step, ...]
    similar: tuple[JobRow, ...]
    applied: Application | None
    markup: str
    address: str
    share: str
    apply: str
    image: str
    shares: Shares | None
    kept: tuple[Kept, ...]
    description: str
    role: str
    guide: str
    compared: str


@anyone
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """`GET /loker/<slug>/`; 410 for one that was public and is closed now, 404 for what was never."""
    actor = actor_of(request)
    posting = JobPosting.objects.visible_to(actor).filter(slug=slug).select_related("organization").first()
    if posting is None:
        return _gone(request, slug)
    kept = Bookmark.objects.visible_to(actor).filter(posting=posting).exists()
    live = JobPosting.objects.live().filter(pk=posting.pk).exists()
    return render(request, "public/posting.html", {"page": _page(request, posting, live=live, kept=kept)})


def _page(request: HttpRequest, posting: JobPosting, *, live: bool, kept: bool) -> Page:
    actor, address = actor_of(request), f"{settings.BASE_URL}/loker/{posting.slug}/"
    cv = cv_of(actor)
    row = job_row(posting, cv=cv, kept=kept)
    asked = posting.as_requirements()
    return Page(
        posting=posting,
        row=row,
        live=live,
        facts=facts_of(posting),
        musts=tuple(r for r in asked if r.importance == "must"),
        nices=tuple(r for r in asked if r.importance == "nice"),
        fit=fit_of(row.match, text=cv.text) if row.match and cv else None,
        steps=tuple(Step(stage_name(s.key, s.name), _days(s.promise_days)) for s in posting.stages.all()),
        similar=job_rows(similar_to(posting), actor=actor),
        applied=Application.objects.sent_by(actor).filter(posting=posting).first(),
        markup=job_posting_markup(posting, address=address) if live else "",
        address=address,
        share=f"https://wa.me/?text={quote(f'{posting.title} · {posting.organization.name} {address}')}",
        apply=f"/loker/{posting.slug}/lamar/",
        image=settings.BASE_URL + static("img/icon-512.png"),
        shares=shares_of(posting),
        kept=kept_of(posting),
        description=" ".join(posting.text.split())[:150],
        role=occupation_name(posting.occupation, engines.knowledge()),
        guide=guide_address(posting.occupation),
        compared=compared_roles(posting),
    )


def similar_to(posting: JobPosting) -> QuerySet[JobPosting]:
    """The newest live postings of the same occupation, ready to become rows."""
    same = JobPosting.objects.live().filter(occupation=posting.occupation).exclude(pk=posting.pk).exclude(occupation="")
    return same.select_related("organization").prefetch_related("requirements").order_by("-published_at", "-pk")[:SIMILAR]


def facts_of(posting: JobPosting) -> tuple[Fact, ...]:
    """Pay, contract, place, hours, last day, people sought: only what is known, pay always."""
    pay = rupiah_range(posting.salary_min_idr_month, posting.salary_max_idr_month)
    place = ", ".join(part for part in (posting.city, posting.region) if part)
    mode = say(posting.work_mode, "work_mode")
    facts = [
        Fact(_("Pay"), pay, _("a month"), strong=True) if pay else Fact(_("Pay"), _("not stated")),
        Fact(_("Contract"), say(posting.contract, "contract")) if posting.contract else None,
        Fact(_("Place"), place, mode) if place else Fact(_("Place"), mode),
        Fact(_("Hours"), posting.working_hours) if posting.working_hours else None,
        Fact(_("Closes"), day(posting.closes_on), days_left(posting.closes_on)) if posting.closes_on else None,
        Fact(_("People"), str(posting.headcount), _("sought")) if posting.headcount > 1 else None,
    ]
    return tuple(fact for fact in facts if fact)


def compared_roles(posting: JobPosting) -> str:
    """The comparison of the role in the title with that of the duties (or of the two full roles); empty where they agree."""
    clarity = posting.reading.get("clarity") or {}
    params = clarity.get("params") or {}
    ends = {"mismatch": ("title", "duties"), "two_roles": ("duties", "second")}.get(clarity.get("verdict", ""))
    return comparison_address(params.get(ends[0], ""), params.get(ends[1], "")) if ends else ""


def shares_of(posting: JobPosting) -> Shares | None:
    """Clues counted for two roles; None where the title agrees or one side has none."""
    params = (posting.reading.get("clarity") or {}).get("params") or {}
    duties = (posting.reading.get("occupations") or {}).get("duties") or []
    counts = {o["id"]: len(o.get("evidence") or []) for o in duties}
    main, other = params.get("duties", ""), params.get("second") or params.get("title", "")
    most, rest = counts.get(main, 0), counts.get(other, 0)
    if main == other or not most or not rest or most + rest > MOST_CELLS:
        return None
    return Shares(_clues(most, main), _clues(rest, other), (True,) * most + (False,) * rest)


def kept_of(posting: JobPosting) -> tuple[Kept, ...]:
    """What stays with a reason, each once, in order of the advert; a reason whose cause is gone is not shown."""
    found: dict[str, Kept] = {}
    for check in posting.reading.get("checks", []):
        reason = posting.kept_reasons.get(check["code"], "").strip()
        if reason and check["code"] not in found:
            found[check["code"]] = Kept(check_message(check["code"], check.get("params") or {}), reason)
    return tuple(found.values())


def _clues(n: int, occupation: str) -> str:
    name = occupation_name(occupation, engines.knowledge())
    return ngettext("%(n)s clue for %(role)s", "%(n)s clues for %(role)s", n) % {"n": n, "role": name}


def _days(days: int) -> str:
    return ngettext("± %(n)s day", "± %(n)s days", days) % {"n": days}


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    """What was public once says that it is closed; anything else is as if it had never been."""
    posting = get_object_or_404(
        JobPosting.objects.filter(published_at__isnull=False, organization__verification="verified").exclude(
            state__in=["draft", "in_moderation"]
        ),
        slug=slug,
    )
    return render(request, "public/posting_closed.html", {"title": posting.title, "occupation": posting.occupation}, status=410)
