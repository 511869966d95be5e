"""An invitation by link: what it offers, accepting it, and why it may be void."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tepat.domain.refusal import Refusal
from tepat.models import Invitation
from tepat.services.inviting import accept_invitation, invitation_by
from tepat.web.actors import ORGANIZATION_IN_USE, account_of, actor_of
from tepat.web.policies import anyone

GONE = 410


@dataclass(frozen=True, slots=True)
class Page:
    """`fault` is the code of a refusal; `invited` is the address it was sent to, shown masked to anyone else."""

    invitation: Invitation | None
    fault: str
    signed_in_as: str
    invited: str
    path: str


@anyone
@never_cache
@require_http_methods(["GET", "POST"])
def accept_invitation_page(request: HttpRequest, token: str) -> HttpResponse:
    signed_in = actor_of(request).account_id is not None
    if request.method == "POST" and signed_in:
        seat = accept_invitation(token, account=account_of(request))
        if not isinstance(seat, Refusal):
            request.session[ORGANIZATION_IN_USE] = seat.organization_id
            messages.success(request, _("You are now a member of %(organization)s.") % {"organization": seat.organization.name})
            return redirect("destination")
        return _answer(request, invitation_by(token), seat.code)
    return _answer(request, invitation_by(token), "")


def _answer(request: HttpRequest, found: Invitation | Refusal, fault: str) -> HttpResponse:
    invitation = found if isinstance(found, Invitation) else None
    fault = found.code if isinstance(found, Refusal) and fault != "already_member" else fault
    mine = account_of(request).email if actor_of(request).account_id is not None else ""
    if invitation and mine and invitation.email != mine.lower():
        fault = fault or "other_address"
    page = Page(invitation, fault, mine, masked(invitation.email) if invitation else "", request.path)
    status = 200 if invitation else GONE
    return render(request, "account/invitation.html", {"page": page}, status=status)


def masked(email: str) -> str:
    """Such as "b…@contoh.id": enough to recognise one's own address, not enough to learn another's."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}…@{domain}"
