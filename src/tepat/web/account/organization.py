"""Registering an organization, and choosing which one is in use."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tepat.domain.refusal import Refusal
from tepat.models import Account, Membership, Organization
from tepat.services.spending import once
from tepat.services.verifying import register_organization
from tepat.web.actors import ORGANIZATION_IN_USE, account_of
from tepat.web.drafts import fresh_key, typed_before
from tepat.web.policies import signed_in


class OrganizationForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name of the organization"),
        help_text=gettext_lazy("As registered, such as PT Contoh Sejahtera."),
        max_length=200,
        error_messages={"required": gettext_lazy("Type the name of the organization.")},
    )
    city = forms.CharField(label=gettext_lazy("City of the main office"), max_length=80, required=False)
    website = forms.URLField(label=gettext_lazy("Website"), required=False, assume_scheme="https")
    business_number = forms.RegexField(
        r"^\d{13}$",
        label=gettext_lazy("NIB"),
        help_text=gettext_lazy("Business identification number, 13 digits. It makes verification quicker."),
        required=False,
        error_messages={"invalid": gettext_lazy("A NIB has exactly 13 digits.")},
    )


@dataclass(frozen=True, slots=True)
class Page:
    form: OrganizationForm
    key: str
    email_domain: str


@signed_in
@require_http_methods(["GET", "POST"])
def register_page(request: HttpRequest) -> HttpResponse:
    account = account_of(request)
    form = OrganizationForm(request.POST or None, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():

        def register() -> str:
            made = register_organization(account, **form.cleaned_data)
            if isinstance(made, Refusal):
                form.add_error("name", _("Type the name of the organization."))
                return ""
            request.session[ORGANIZATION_IN_USE] = made.pk
            messages.success(request, _("Registered. You can already write postings; they become public after verification."))
            return "/rekrut/"

        if path := once(str(account.pk), request.POST.get("key", ""), register):
            return redirect(path)
    page = Page(form, request.POST.get("key") or fresh_key(), account.email.partition("@")[2])
    return render(request, "account/register_organization.html", {"page": page})


@signed_in
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Puts another organization into use; one without a seat in it is 404."""
    mine = Organization.objects.filter(
        pk__in=Membership.objects.current().filter(account=account_of(request)).values("organization")
    )
    chosen = get_object_or_404(mine, public_id=request.POST.get("organization", ""))
    request.session[ORGANIZATION_IN_USE] = chosen.pk
    return redirect("destination")


def seats_of(account: Account) -> list[Membership]:
    """Current seats with their organizations, in a steady order."""
    return list(Membership.objects.current().filter(account=account).select_related("organization").order_by("pk"))
