"""The account: address, password, second factor, passkeys, language, seats."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from tepat.models import Account, Membership
from tepat.web.account.organization import seats_of
from tepat.web.actors import account_of, actor_of
from tepat.web.policies import signed_in


@dataclass(frozen=True, slots=True)
class Page:
    account: Account
    has_password: bool
    has_totp: bool
    passkeys: int
    seats: list[Membership]
    seat_in_use: int | None
    needs_second_factor: bool


@signed_in
@never_cache
def account_home(request: HttpRequest) -> HttpResponse:
    account, actor = account_of(request), actor_of(request)
    kinds = list(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    page = Page(
        account=account,
        has_password=account.has_usable_password(),
        has_totp="totp" in kinds,
        passkeys=kinds.count("webauthn"),
        seats=seats_of(account),
        seat_in_use=actor.seat.membership_id if actor.seat else None,
        needs_second_factor=actor.withheld is not None,
    )
    return render(request, "account/home.html", {"page": page})
