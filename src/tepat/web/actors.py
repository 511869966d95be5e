"""Who acts in a request: `actor_of(request)`, found once, and only when asked for."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from tepat.domain.permissions import NOBODY, Actor
from tepat.models import Account, Organization

ORGANIZATION_IN_USE = "organization"


class ActorMiddleware:
    """Signs out whoever was suspended while signed in; the actor itself is found lazily.

    What a signed-in person was sent belongs to that browser alone, and is asked for again before it is shown again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        response = self.get_response(request)
        if isinstance(request.user, Account) and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response


def actor_of(request: HttpRequest) -> Actor:
    """The person behind the request with the seat in use; `NOBODY` if not signed in or suspended."""
    known = cast("Actor | None", getattr(request, "actor", None))
    if known is None:
        user = request.user
        known = user.as_actor(organization_id=request.session.get(ORGANIZATION_IN_USE)) if isinstance(user, Account) else NOBODY
        request.actor = known  # type: ignore[attr-defined]
    return known


def account_of(request: HttpRequest) -> Account:
    """The signed-in account; only behind a policy that asks for one."""
    return cast("Account", request.user)


def organization_of(request: HttpRequest) -> Organization:
    """The organization whose seat is in use; only behind a `member` policy. One query, kept on the request."""
    known = cast("Organization | None", getattr(request, "organization_in_use", None))
    seat = actor_of(request).seat
    if known is None and seat is not None:
        known = Organization.objects.get(pk=seat.organization_id)
        request.organization_in_use = known  # type: ignore[attr-defined]
    return cast("Organization", known)
