"""An organization's public page."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tepat.models import JobPosting, Organization
from tepat.web.actors import actor_of
from tepat.web.paging import Pager, page_number
from tepat.web.policies import anyone
from tepat.web.public.finding import PAGE_SIZE
from tepat.web.public.rows import JobRow, job_rows


@dataclass(frozen=True, slots=True)
class Page:
    organization: Organization
    rows: tuple[JobRow, ...]
    pager: Pager

    @property
    def verified(self) -> bool:
        return self.organization.verification == "verified"


@anyone
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """`GET /perusahaan/<slug>/`."""
    actor = actor_of(request)
    organization = get_object_or_404(Organization.objects.visible_to(actor), slug=slug)
    live = JobPosting.objects.live().filter(organization=organization)
    pager = Pager(page_number(request), live.count(), PAGE_SIZE)
    shown = live.select_related("organization").prefetch_related("requirements").order_by("-published_at", "-pk")
    rows = job_rows(shown[pager.start : pager.start + pager.size], actor=actor)
    return render(request, "public/organization.html", {"page": Page(organization, rows, pager)})
