"""Postings that wait for a look, and reports about public ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tepat.models import JobPosting, PostingReport
from tepat.services.publishing import approve_posting, close_posting
from tepat.services.recording import record_event
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
    if request.POST.get("decision") == "publish":
        approve_posting(posting, actor=actor_of(request))
        messages.success(request, _("“%(title)s” is public now.") % {"title": posting.title})
    else:
        close_posting(posting, actor=actor_of(request))
        messages.success(request, _("“%(title)s” is closed. Its page says so.") % {"title": posting.title})
    return redirect("/operator/moderasi/")


@operator
@require_POST
def settle(request: HttpRequest, report_id: int) -> HttpResponse:
    report = get_object_or_404(PostingReport, pk=report_id)
    if PostingReport.objects.filter(pk=report.pk, settled_at=None).update(settled_at=timezone.now()):
        record_event("report.settled", actor=actor_of(request), posting=report.posting)
    return redirect("/operator/moderasi/")
