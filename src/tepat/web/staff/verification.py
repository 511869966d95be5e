"""Organizations to verify, and the decision, with the reason their owners read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tepat.domain.refusal import Refusal
from tepat.models import Membership, Organization
from tepat.services.verifying import decide_verification
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.policies import operator


@dataclass(frozen=True, slots=True)
class Waiting:
    organization: Organization
    owner_email: str
    same_domain: bool


@dataclass(frozen=True, slots=True)
class Page:
    waiting: Sequence[Waiting]
    decided: Sequence[Organization]
    section: str = "verification"


@operator
def queue(request: HttpRequest) -> HttpResponse:
    owners = Membership.objects.current().filter(role="owner", organization__verification="pending").select_related("account")
    by_organization = {seat.organization_id: seat.account.email for seat in owners.order_by("-pk")}
    waiting = [_waiting(o, by_organization.get(o.pk, "")) for o in Organization.objects.awaiting_verification()[:100]]
    decided = Organization.objects.exclude(verification="pending").exclude(verified_at=None).order_by("-verified_at")[:20]
    return render(request, "staff/verification.html", {"page": Page(waiting, list(decided))})


def _waiting(organization: Organization, email: str) -> Waiting:
    domain = email.rpartition("@")[2]
    return Waiting(organization, email, same_domain=bool(domain) and domain in organization.website)


@operator
@require_POST
def decide(request: HttpRequest, public_id: str) -> HttpResponse:
    organization = get_object_or_404(Organization.objects.visible_to(actor_of(request)), public_id=public_id)
    verified = request.POST.get("decision") == "verified"
    answer = decide_verification(organization, verified=verified, note=request.POST.get("note", ""), actor=actor_of(request))
    if isinstance(answer, Refusal):
        messages.error(request, f"{organization.name}: {refusal_words(answer)}")
    else:
        messages.success(
            request, (_("%(name)s is verified.") if verified else _("%(name)s was turned down.")) % {"name": organization.name}
        )
    return redirect("/operator/verifikasi/")
