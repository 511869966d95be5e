"""One-time links: looking shows one button, pressing it signs in. So a preview of the link does not use it up."""

from dataclasses import dataclass

from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tepat.services.signing_in import link_by, use_sign_in_link
from tepat.web.policies import anyone


@dataclass(frozen=True, slots=True)
class Page:
    """`email` of the account that comes in; None if the link is unknown, used or too old."""

    email: str | None
    name: str = ""


@anyone
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """404 would tell nothing: a link that cannot be used any more says so, with 410."""
    link = use_sign_in_link(token) if request.method == "POST" else link_by(token)
    if link is None:
        return render(request, "account/link.html", {"page": Page(None)}, status=410)
    if request.method != "POST":
        return render(request, "account/link.html", {"page": Page(link.account.email, link.account.name)})
    logout(request)
    signed_in: HttpResponse = perform_login(request, link.account, email_verification="none", redirect_url=link.next_path)
    return signed_in
