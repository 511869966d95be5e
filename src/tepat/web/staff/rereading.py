"""How far the reading of CVs by a better reader is, and the button that begins it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tepat.services.rereading import rereading, start_rereading
from tepat.web.actors import actor_of
from tepat.web.policies import operator


@operator
@require_GET
def state(request: HttpRequest) -> HttpResponse:
    """The line of the operator's page that changes meanwhile."""
    now = rereading()
    response = render(request, "staff/rereading.html", {"rereading": now})
    # 286: htmx stops asking.
    response.status_code = 200 if now.runs else 286
    return response


@operator
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Begins it; pressed twice it begins once."""
    if not start_rereading(actor=actor_of(request)).waiting:
        messages.info(request, _("Every CV was read by this reader."))
    return redirect("/operator/")
