"""Where a person goes after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tepat.web.actors import actor_of
from tepat.web.policies import signed_in


@signed_in
def lead_on(request: HttpRequest) -> HttpResponse:
    """Operators to their room, members to their desk (or to what was shared with them), everyone else to their own page."""
    actor = actor_of(request)
    actor = actor.withheld or actor
    if actor.is_operator:
        return redirect("/operator/")
    if actor.seat is not None:
        return redirect("/rekrut/" if actor.may("see_desk") else "/rekrut/tinjau/")
    return redirect("/saya/")
