"""Saved searches: saved, paused, stopped, and stopped by one click in a letter (RFC 8058)."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from tepat.domain.refusal import Refusal
from tepat.models import Alert
from tepat.models.alerts import FREQUENCIES
from tepat.services.alerting import alert_to_stop, pause_alert, stop_alert
from tepat.services.subscribing import save_search
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import account_of, actor_of
from tepat.web.answers import SeeOther
from tepat.web.policies import anyone, signed_in
from tepat.web.public.finding import FILTERS, asked


@dataclass(frozen=True, slots=True)
class Page:
    """`wanted`: a search that comes from the results page and is not saved yet, as (name, value) pairs for the form."""

    alerts: list[Alert]
    wanted: list[tuple[str, str]]
    wanted_words: str
    fault: str
    frequency: str


@dataclass(frozen=True, slots=True)
class StopPage:
    words: str
    done: bool


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def show_all(request: HttpRequest) -> HttpResponse:
    """The list; with a search in the address, or a POST of one, it is offered for saving, or saved."""
    fault, query = "", request.POST if request.method == "POST" else request.GET
    question = asked(query)
    frequency = request.POST.get("frequency", "daily")
    if request.method == "POST":
        chosen = {FILTERS[key]: values for key, values in question.chosen.items()}
        answer = save_search(
            account_of(request), words=question.words, chosen=chosen, least_pay=question.least_pay, frequency=frequency
        )
        if not isinstance(answer, Refusal):
            messages.success(request, _("Saved. We write as soon as a fitting job appears."))
            return SeeOther("/saya/alert/")
        fault = _fault(answer)
    mine = Alert.objects.visible_to(actor_of(request)).filter(stopped_at=None).order_by("-created_at", "-pk")
    page = Page(list(mine), _wanted(query), _said(query), fault, frequency)
    return render(request, "jobseeker/alerts.html", {"page": page})


@signed_in
@require_POST
def change(request: HttpRequest, alert_id: str) -> HttpResponse:
    """Pause, wake, stop, or another frequency."""
    alert = get_object_or_404(Alert.objects.visible_to(actor_of(request)).filter(stopped_at=None), public_id=alert_id)
    act = request.POST.get("act", "")
    if act == "stop":
        stop_alert(alert)
        messages.success(request, _("Stopped. No more letters for this search."))
    elif act in ("pause", "wake"):
        pause_alert(alert, paused=act == "pause")
    elif request.POST.get("frequency") in FREQUENCIES:
        Alert.objects.filter(pk=alert.pk).update(frequency=request.POST["frequency"])
        messages.success(request, _("Changed."))
    return SeeOther("/saya/alert/")


@csrf_exempt
@anyone
@never_cache
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, alert_id: str, token: str) -> HttpResponse:
    """A POST from any mail program stops at once; looking at the page stops nothing. A link that is not ours is 404."""
    alert = alert_to_stop(alert_id, token)
    if alert is None:
        return render(request, "faults/not_found.html", status=404)
    if request.method == "POST":
        stop_alert(alert)
    done = request.method == "POST" or alert.stopped_at is not None
    return render(request, "jobseeker/alert_stop.html", {"page": StopPage(alert.words, done)})


def _wanted(query: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name in ("q", *FILTERS, "gaji") for value in query.getlist(name) if value.strip()]


def _said(query: QueryDict) -> str:
    return " · ".join(value for _name, value in _wanted(query))


def _fault(refusal: Refusal) -> str:
    return {
        "nothing_asked": _("Say what to look for: a position, a skill or a city."),
        "query_not_understood": _("We could not read this search. Try it with fewer signs."),
    }.get(refusal.code) or refusal_words(refusal)
