"""One's own data: consents with their day, everything to take along, and erasing the account."""

import json
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tepat.domain.refusal import Refusal
from tepat.models import Alert, Consent, FitCheck, Jobseeker
from tepat.models.consents import PURPOSES
from tepat.models.jobseekers import VISIBILITIES
from tepat.services import engines
from tepat.services.alerting import stop_alert
from tepat.services.consenting import give_consent, withdraw_consent
from tepat.services.disclosing import data_of
from tepat.services.erasing import erase_account
from tepat.services.fit_checking import result_of
from tepat.services.wording.postings import occupation_name
from tepat.web.actors import account_of, actor_of
from tepat.web.answers import SeeOther
from tepat.web.policies import signed_in

SWITCHED = ("cv_database", "alerts")
"""Purposes that stand alone; the consent of an application ends with the application."""


@dataclass(frozen=True, slots=True)
class Purpose:
    code: str
    words: str
    explained: str
    given: Consent | None


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """`readable`: today's guide still asks what was answered."""

    role: str
    kept: FitCheck
    readable: bool


@dataclass(frozen=True, slots=True)
class Page:
    purposes: list[Purpose]
    applications: list[Consent]
    visibility: str
    visibilities: list[tuple[str, str, str]]
    fit_checks: list[KeptCheck]
    fault: str = ""


@signed_in
@never_cache
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "jobseeker/data.html", {"page": _page(request)})


@signed_in
@require_POST
def change_consent(request: HttpRequest, purpose: str) -> HttpResponse:
    """Given or withdrawn in one press, in force at once."""
    account = account_of(request)
    if purpose not in PURPOSES:
        raise Http404
    if request.POST.get("give") == "1" and purpose in SWITCHED:
        give_consent(account, purpose=purpose)
        messages.success(request, _("Consent given."))
    elif "give" in request.POST:
        withdraw_consent(account, purpose=purpose)
        for alert in Alert.objects.filter(account=account, stopped_at=None) if purpose == "alerts" else ():
            stop_alert(alert)
        messages.success(request, _("Withdrawn. It no longer counts from now on."))
    return SeeOther("/saya/data/")


@signed_in
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """A JSON file of everything; made on the spot, kept nowhere."""
    body = json.dumps(data_of(account_of(request)), ensure_ascii=False, indent=1)
    name = f"tepat-{timezone.localdate():%Y-%m-%d}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=headers)


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Asks, then erases."""
    account, fault = account_of(request), ""
    if request.method == "POST" and request.POST.get("sure") != "1":
        fault = _("Tick the box first, so that nothing is deleted by mistake.")
    elif request.method == "POST":
        answer = erase_account(account)
        if not isinstance(answer, Refusal):
            logout(request)
            messages.success(request, _("Your account and your data are deleted."))
            return SeeOther("/")
        fault = _fault(answer)
    return render(request, "jobseeker/erase.html", {"fault": fault, "email": account.email})


def _fault(refusal: Refusal) -> str:
    return {
        "last_owner": _("You are the only owner of an organization. Make somebody else owner first."),
        "last_operator": _("You are the only operator of this installation."),
    }[refusal.code]


def _page(request: HttpRequest) -> Page:
    account = account_of(request)
    standing = Consent.objects.visible_to(actor_of(request)).filter(withdrawn_at=None).order_by("-given_at", "-pk")
    mine = list(standing.select_related("organization", "application__posting"))
    given = {c.purpose: c for c in reversed(mine)}
    words = {
        "cv_database": (
            _("Be found in the CV database"),
            _("Organizations that search for people may find your profile, as far as its visibility allows."),
        ),
        "alerts": (_("Letters about new jobs"), _("We write when a job fits one of your saved searches.")),
    }
    person = Jobseeker.objects.filter(account=account).first()
    return Page(
        purposes=[Purpose(code, *words[code], given.get(code)) for code in SWITCHED],
        applications=[c for c in mine if c.purpose == "apply"],
        visibility=person.visibility if person else "hidden",
        visibilities=visibility_words(),
        fit_checks=_kept_checks(request),
    )


def _kept_checks(request: HttpRequest) -> list[KeptCheck]:
    mine = FitCheck.objects.visible_to(actor_of(request)).order_by("-saved_at", "-pk")
    return [KeptCheck(occupation_name(c.occupation, engines.knowledge()), c, result_of(c) is not None) for c in mine]


def visibility_words() -> list[tuple[str, str, str]]:
    """(code, words, what it means) in the order of openness."""
    words = {
        "public": (_("Everyone who recruits"), _("also organizations that are not verified yet")),
        "verified": (_("Verified organizations"), _("with name and CV")),
        "anonymous": (
            _("Verified organizations, without a name"),
            _("they see work and skills; you decide who learns your name"),
        ),
        "hidden": (_("Nobody"), _("only organizations to which you apply")),
    }
    return [(code, *words[code]) for code in VISIBILITIES]
