"""Led here until a second factor is set up: why, how, and back to where one was going."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from tepat.models import Organization
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther
from tepat.web.policies import signed_in

NEXT = "after_protection"


@dataclass(frozen=True, slots=True)
class Page:
    """`organizations`: names of those that ask for it."""

    as_operator: bool
    organizations: list[str]


@signed_in
@never_cache
def set_up(request: HttpRequest) -> HttpResponse:
    """Who has one by now goes on to where they were going; that address is kept in the session meanwhile."""
    actor = actor_of(request)
    wanted = request.GET.get("next", "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        request.session[NEXT] = wanted
    if actor.withheld is None:
        return SeeOther(request.session.pop(NEXT, "/masuk/tujuan/"))
    waiting = {s.organization_id for s in actor.withheld.seats} - {s.organization_id for s in actor.seats}
    names = Organization.objects.filter(pk__in=waiting).order_by("name").values_list("name", flat=True)
    page = Page(actor.withheld.is_operator, list(names))
    return render(request, "account/protection.html", {"page": page})
