"""The operator's first page: what waits, and how each part is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tepat.models import JobPosting, Organization, PostingReport
from tepat.models.events import is_demo_home
from tepat.services.examining import Finding, examine
from tepat.services.rereading import Rereading, rereading
from tepat.web.policies import operator


@dataclass(frozen=True, slots=True)
class Page:
    findings: Sequence[Finding]
    organizations: int
    postings: int
    reports: int
    demo: bool
    rereading: Rereading
    section: str = "health"


@operator
def health(request: HttpRequest) -> HttpResponse:
    page = Page(
        examine(),
        Organization.objects.awaiting_verification().count(),
        JobPosting.objects.filter(state="in_moderation").count(),
        PostingReport.objects.filter(settled_at=None).count(),
        is_demo_home(),
        rereading(),
    )
    return render(request, "staff/health.html", {"page": page})
