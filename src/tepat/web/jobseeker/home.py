"""One's own page: where the applications stand, the CV, alerts, kept jobs."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from tepat.models import CV, Alert, Bookmark, Jobseeker
from tepat.services.following import own_applications, tracked
from tepat.web.actors import account_of, actor_of
from tepat.web.jobseeker.applications import Shown, shown
from tepat.web.policies import signed_in

FEW = 3
MOST_CVS = 20


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    person: Jobseeker | None
    cv: CV | None
    unconfirmed: CV | None
    others: list[CV]
    applications: list[Shown]
    applications_total: int
    alerts: int
    kept: int


@signed_in
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    account, actor = account_of(request), actor_of(request)
    person = Jobseeker.objects.filter(account=account).select_related("cv").first()
    found = own_applications(actor)
    cvs = list(CV.objects.filter(account=account, state="read").order_by("-pk")[:MOST_CVS])
    in_use = person.cv if person else None
    unconfirmed = next((cv for cv in cvs if cv.confirmed_at is None and cv != in_use), None)
    page = Page(
        name=account.name,
        person=person,
        cv=in_use,
        unconfirmed=unconfirmed,
        others=[cv for cv in cvs if cv not in (in_use, unconfirmed)],
        applications=[shown(tracked(a)) for a in found[:FEW]],
        applications_total=found.count(),
        alerts=Alert.objects.visible_to(actor).filter(stopped_at=None).count(),
        kept=Bookmark.objects.visible_to(actor).count(),
    )
    return render(request, "jobseeker/home.html", {"page": page})
