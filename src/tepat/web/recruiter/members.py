"""Members of the organization: who may do what, invitations, letting go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tepat.domain.refusal import Refusal
from tepat.models import Invitation, Membership
from tepat.models.accounts import SECOND_FACTORS
from tepat.services.inviting import change_role, end_membership, invite_member, withdraw_invitation
from tepat.services.protecting import ask_second_factor
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of, organization_of
from tepat.web.drafts import typed_before
from tepat.web.policies import member

ROLE_WORDS = [
    ("recruiter", gettext_lazy("Recruiter: postings, triage, decisions")),
    ("hiring_manager", gettext_lazy("User (hiring manager): sees what is shared, answers")),
    ("interviewer", gettext_lazy("Interviewer: sees what is shared, takes notes")),
    ("owner", gettext_lazy("Owner: all of it, and members")),
]


class InvitationForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("E-mail"))
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=ROLE_WORDS, widget=forms.RadioSelect, initial="recruiter")


@dataclass(frozen=True, slots=True)
class Page:
    seats: Sequence[Membership]
    invitations: Sequence[Invitation]
    form: InvitationForm | None
    own_id: int
    roles: Sequence[tuple[str, object]]
    asks_second_factor: bool
    unprotected: int
    section: str = "members"


@member("see_desk")
def members(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = InvitationForm(request.POST or None, initial=typed_before(request)) if actor.may("manage_members") else None
    if request.method == "POST" and form is not None and form.is_valid():
        made = invite_member(
            organization_of(request), email=form.cleaned_data["email"], role=form.cleaned_data["role"], actor=actor
        )
        if not isinstance(made, Refusal):
            messages.success(request, _("Invitation sent to %(email)s. It is good for 7 days.") % {"email": made.email})
            return redirect("/rekrut/anggota/")
        form.add_error(made.field or None, refusal_words(made))
    seats = Membership.objects.visible_to(actor).current().filter(organization=organization_of(request)).select_related("account")
    invitations = (
        Invitation.objects.visible_to(actor).open().filter(organization=organization_of(request), expires_at__gt=timezone.now())
    )
    unprotected = seats.exclude(account__authenticator__type__in=SECOND_FACTORS).count() if form else 0
    page = Page(
        list(seats.order_by("pk")),
        list(invitations.order_by("-created_at")),
        form,
        actor.account_id or 0,
        ROLE_WORDS,
        organization_of(request).asks_second_factor,
        unprotected,
    )
    return render(request, "recruiter/members.html", {"page": page}, status=422 if form and form.errors else 200)


@member("manage_members")
@require_POST
def protection(request: HttpRequest) -> HttpResponse:
    """Whether members need a second factor."""
    return _back(request, ask_second_factor(organization_of(request), asked="asked" in request.POST, actor=actor_of(request)))


@member("manage_members")
@require_POST
def role(request: HttpRequest, public_id: str) -> HttpResponse:
    answer = change_role(_seat(request, public_id), role=request.POST.get("role", ""), actor=actor_of(request))
    return _back(request, answer)


@member("manage_members")
@require_POST
def end(request: HttpRequest, public_id: str) -> HttpResponse:
    return _back(request, end_membership(_seat(request, public_id), actor=actor_of(request)))


@member("manage_members")
@require_POST
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    invitation = get_object_or_404(
        Invitation.objects.visible_to(actor_of(request)).select_related("organization"), public_id=public_id
    )
    withdraw_invitation(invitation, actor=actor_of(request))
    return redirect("/rekrut/anggota/")


def _seat(request: HttpRequest, public_id: str) -> Membership:
    managed = Membership.objects.current().filter(organization_id__in=actor_of(request).organizations("manage_members"))
    return get_object_or_404(managed.select_related("organization"), public_id=public_id)


def _back(request: HttpRequest, answer: object) -> HttpResponse:
    if isinstance(answer, Refusal):
        messages.error(request, refusal_words(answer))
    else:
        messages.success(request, _("Saved."))
    return redirect("/rekrut/anggota/")
