"""Jobs kept for later."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from tepat.models import Bookmark, JobPosting
from tepat.services.keeping import keep_posting
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.paging import Pager, page_number
from tepat.web.policies import signed_in
from tepat.web.public.rows import JobRow, job_rows

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Page:
    jobs: tuple[JobRow, ...]
    gone: list[str]
    pager: Pager


@signed_in
def show_all(request: HttpRequest) -> HttpResponse:
    """Latest kept first; those that closed meanwhile are named, since their row would lead nowhere."""
    actor = actor_of(request)
    mine = Bookmark.objects.visible_to(actor).order_by("-created_at", "-pk")
    pager = Pager(page_number(request), mine.count(), PAGE_SIZE)
    wanted = list(mine.values_list("posting_id", flat=True)[pager.start : pager.start + PAGE_SIZE])
    rows = {
        p.pk: p for p in JobPosting.objects.filter(pk__in=wanted).select_related("organization").prefetch_related("requirements")
    }
    live = set(JobPosting.objects.live().filter(pk__in=wanted).values_list("pk", flat=True))
    jobs = job_rows([rows[pk] for pk in wanted if pk in live], actor=actor)
    return render(
        request, "jobseeker/kept.html", {"page": Page(jobs, [rows[pk].title for pk in wanted if pk not in live], pager)}
    )


@signed_in
@require_POST
def toggle(request: HttpRequest, posting_id: str) -> HttpResponse:
    """Kept, or no longer: what `keep` says, else the other way round."""
    actor = actor_of(request)
    posting = get_object_or_404(JobPosting.objects.visible_to(actor), public_id=posting_id)
    kept = Bookmark.objects.visible_to(actor).filter(posting=posting).exists()
    keep_posting(posting, actor=actor, keep=request.POST["keep"] == "1" if "keep" in request.POST else not kept)
    return SeeOther(safe_next(request, "/saya/simpanan/", within="/"))
