"""The desk: what waits today, one click into triage."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tepat.models import Intake, JobPosting, Organization
from tepat.services.counting import PostingFigures, intakes_under_way, posting_figures
from tepat.web.actors import actor_of, organization_of
from tepat.web.policies import member


@dataclass(frozen=True, slots=True)
class Page:
    organization: Organization
    waiting: Sequence[PostingFigures]
    quiet: Sequence[PostingFigures]
    drafts: Sequence[JobPosting]
    intakes: Sequence[Intake]
    section: str = "desk"

    @property
    def undecided(self) -> int:
        return sum(f.undecided for f in self.waiting)

    @property
    def late(self) -> int:
        return sum(f.late for f in (*self.waiting, *self.quiet))


@member("see_desk")
def desk(request: HttpRequest) -> HttpResponse:
    organization = organization_of(request)
    mine = JobPosting.objects.editable_by(actor_of(request)).filter(organization=organization).select_related("organization")
    figures = posting_figures(mine.filter(state__in=["published", "in_moderation"]).order_by("-published_at", "pk"))
    page = Page(
        organization,
        waiting=sorted((f for f in figures if f.undecided), key=lambda f: (-f.late, -f.undecided, f.posting.pk)),
        quiet=[f for f in figures if not f.undecided],
        drafts=list(mine.filter(state="draft").order_by("-updated_at")[:10]),
        intakes=list(intakes_under_way(actor_of(request))[:5]),
    )
    return render(request, "recruiter/desk.html", {"page": page})
