"""Postings that wait for a look, and reports about public ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tepat.domain.refusal import Refusal
from tepat.models import JobPosting, PostingReport
from tepat.services.moderating import DECISIONS, moderate_posting
from tepat.services.recording import record_event
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.policies import operator
from tepat.web.recruiter.posting_reading import CheckShown, checks_of


@dataclass(frozen=True, slots=True)
class Waiting:
    posting: JobPosting
    checks: Sequence[CheckShown]


@dataclass(frozen=True, slots=True)
class Page:
    waiting: Sequence[Waiting]
    reports: Sequence[PostingReport]
    section: str = "moderation"


@operator
def queue(request: HttpRequest) -> HttpResponse:
    postings = JobPosting.objects.filter(state="in_moderation").select_related("organization").order_by("updated_at")[:100]
    reports = PostingReport.objects.filter(settled_at=None).select_related("posting__organization").order_by("reported_at")[:100]
    page = Page([Waiting(p, checks_of(p)) for p in postings], list(reports))
    return render(request, "staff/moderation.html", {"page": page})


@operator
@require_POST
def decide(request: HttpRequest, public_id: str) -> HttpResponse:
    posting = get_object_or_404(JobPosting.objects.visible_to(actor_of(request)), public_id=public_id)
    chosen = next((d for d in DECISIONS if d == request.POST.get("decision")), None)
    answer = (
        moderate_posting(posting, decision=chosen, note=request.POST.get("note", ""), actor=actor_of(request))
        if chosen
        else Refusal("decision_missing")
    )
    if isinstance(answer, Refusal):
        messages.error(request, f"{posting.title}: {refusal_words(answer)}")
    else:
        messages.success(request, done_words(answer))
    return redirect("/operator/moderasi/")


def done_words(posting: JobPosting) -> str:
    words = {
        "published": _("“%(title)s” is public now."),
        "closed": _("“%(title)s” is closed. Its page says so."),
        "draft": _("“%(title)s” goes back to those who wrote it."),
    }
    return words[posting.state] % {"title": posting.title}


@operator
@require_POST
def settle(request: HttpRequest, report_id: int) -> HttpResponse:
    report = get_object_or_404(PostingReport, pk=report_id)
    if PostingReport.objects.filter(pk=report.pk, settled_at=None).update(settled_at=timezone.now()):
        record_event("report.settled", actor=actor_of(request), posting=report.posting)
    return redirect("/operator/moderasi/")
