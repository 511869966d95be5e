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


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    person: Jobseeker | None
    cv: CV | None
    unconfirmed: CV | None
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
    page = Page(
        name=account.name,
        person=person,
        cv=person.cv if person else None,
        unconfirmed=CV.objects.filter(account=account, state="read", confirmed_at=None).order_by("-pk").first(),
        applications=[shown(tracked(a)) for a in found[:FEW]],
        applications_total=found.count(),
        alerts=Alert.objects.visible_to(actor).filter(stopped_at=None).count(),
        kept=Bookmark.objects.visible_to(actor).count(),
    )
    return render(request, "jobseeker/home.html", {"page": page})
