"""Triage: the queue beside one candidate's sheet, and what a recruiter chose for this page."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from tepat.domain.triage import neighbours
from tepat.models import Application, JobPosting
from tepat.services.triaging import Sieve, Waiting, queue_of
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.policies import member
from tepat.web.recruiter.candidate import CandidatePage, application_for, candidate_page, count_view, is_blind, posting_for
from tepat.web.recruiter.queue import PER_PAGE, Desk, Shelf, desk_of, shelves_of


@dataclass(frozen=True, slots=True)
class TriagePage:
    desk: Desk
    sieve: Sieve
    asked: tuple[Any, ...]
    shelves: tuple[Shelf, ...]
    candidate: CandidatePage | None
    position: int
    found: int
    first: int
    pages: tuple[tuple[int, int], ...]
    query: str
    blind: bool
    shortcuts: bool
    section: str = "postings"


@require_GET
@member("review_applications")
def show_triage(request: HttpRequest, posting_id: str) -> HttpResponse:
    """The whole desk. `?lamaran=` names the candidate, `?pos=` a place in the queue (1-based)."""
    posting = posting_for(request, posting_id)
    sieve = sieve_of(request)
    queue = queue_of(posting, sieve)
    at = place_of(request, queue)
    wanted = request.GET.get("lamaran") or (queue[at].public_id if queue else "")
    application = application_for(request, wanted, posting) if wanted else None
    if application is not None and not is_prefetch(request):
        count_view(application)
    page = triage_page(request, posting, sieve, queue, at, application)
    return render(request, "recruiter/triage.html", {"page": page})


@require_GET
@member("review_applications")
def show_candidate(request: HttpRequest, application_id: str) -> HttpResponse:
    """One candidate alone, for the desk to put in place. Fetching it is no view: showing it is."""
    application = application_for(request, application_id)
    if not request.htmx:  # type: ignore[attr-defined]
        return SeeOther(f"/rekrut/loker/{application.posting.public_id}/triase/?lamaran={application.public_id}")
    page = candidate_page(request, application, query=request.GET.urlencode())
    return render(request, "recruiter/triage_candidate.html", {"candidate": page})


@require_POST
@member("review_applications")
def note_view(request: HttpRequest, application_id: str) -> HttpResponse:
    """The desk says that a candidate it had fetched is now on screen."""
    count_view(application_for(request, application_id))
    return HttpResponse(status=204)


@require_POST
@member("review_applications")
def choose_blind(request: HttpRequest) -> HttpResponse:
    """Identity hidden or shown, for this session."""
    request.session["blind"] = request.POST.get("blind") == "1"
    return SeeOther(safe_next(request, "/rekrut/"))


@require_POST
@member("review_applications")
def choose_shortcuts(request: HttpRequest) -> HttpResponse:
    """Single-key shortcuts on or off (WCAG 2.1.4), for this session."""
    request.session["shortcuts_off"] = request.POST.get("shortcuts") == "0"
    return SeeOther(safe_next(request, "/rekrut/"))


def is_prefetch(request: HttpRequest) -> bool:
    return "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))


def sieve_of(request: HttpRequest) -> Sieve:
    get = request.GET.get
    return Sieve(get("syarat", ""), get("putusan", ""), get("kata", "").strip()[:100], get("urut", "musts"))


def query_of(sieve: Sieve) -> str:
    given = {"syarat": sieve.requirement, "putusan": sieve.verdict, "kata": sieve.words}
    return urlencode({k: v for k, v in given.items() if v} | ({"urut": sieve.order} if sieve.order != "musts" else {}))


def place_of(request: HttpRequest, queue: list[Waiting]) -> int:
    """0-based place asked for, inside the queue."""
    ids = [w.public_id for w in queue]
    wanted = request.GET.get("lamaran", "")
    asked = request.GET.get("pos", "1")
    at = ids.index(wanted) if wanted in ids else int(asked) - 1 if asked.isdecimal() else 0
    return max(0, min(at, len(queue) - 1))


def triage_page(
    request: HttpRequest, posting: JobPosting, sieve: Sieve, queue: list[Waiting], at: int, application: Application | None
) -> TriagePage:
    first = at // PER_PAGE * PER_PAGE
    current = application.public_id if application else ""
    blind = is_blind(request)
    before, after = neighbours([w.public_id for w in queue], current)
    query = query_of(sieve)
    return TriagePage(
        desk=desk_of(actor_of(request), posting, blind=blind),
        sieve=sieve,
        asked=posting.as_requirements(),
        shelves=shelves_of(queue, first, current, blind=blind),
        candidate=candidate_page(request, application, query=query, position=at + 1, around=(before, after))
        if application
        else None,
        position=at + 1,
        found=len(queue),
        first=first,
        pages=tuple((n // PER_PAGE + 1, n + 1) for n in range(0, len(queue), PER_PAGE)),
        query=query,
        blind=blind,
        shortcuts=not request.session.get("shortcuts_off"),
    )
