"""Who may call a route. A route without a policy stops the start; a forbidden page is 404, as if it did not exist.

Nobody signed in who asks for a page behind sign-in is led to /masuk/ and back. Which ROWS a person sees is asked of
`visible_to`, never here.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.checks import CheckMessage, Error
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver

from tepat.domain.permissions import Action, Actor
from tepat.web.actors import actor_of
from tepat.web.drafts import keep_typed, page_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

THIRD_PARTY = {"allauth": "anyone", "django.views.i18n": "anyone"}
"""Packages whose views guard themselves; each name is covered by the access matrix."""


PROTECTION = "/akun/pengaman/"
"""Where somebody is led whose rights wait for a second factor."""


class Policy:
    """A named rule on the actor alone."""

    def __init__(self, name: str, allows: Callable[[Actor], bool]) -> None:
        self.name = name
        self.allows = allows

    def __call__(self, view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = actor_of(request)
            if self.allows(actor):
                return view(request, *args, **kwargs)
            if actor.account_id is None:
                if request.method == "POST":
                    keep_typed(request)
                return redirect_to_login(request.get_full_path() if request.method == "GET" else page_of(request) or "/")
            if actor.withheld is not None and self.allows(actor.withheld):
                if request.method == "POST":
                    keep_typed(request)
                back = request.get_full_path() if request.method == "GET" else page_of(request) or "/masuk/tujuan/"
                return redirect_to_login(back, login_url=PROTECTION)
            raise Http404

        guarded.policy = self  # type: ignore[attr-defined]
        return guarded


anyone = Policy("anyone", lambda _actor: True)
signed_in = Policy("signed_in", lambda actor: actor.account_id is not None)
operator = Policy("operator", lambda actor: actor.is_operator)


def member(action: Action) -> Policy:
    """A seat, in the organization in use, whose role may do `action`."""
    return Policy(f"member:{action}", lambda actor: actor.may(action))


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, str | None, Callable[..., Any]]]:
    """Every route of the site: (pattern, name, view)."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, pattern)
        elif isinstance(entry, URLPattern):
            yield pattern, entry.name, entry.callback


def policy_of(view: Callable[..., Any]) -> str | None:
    """The name of a view's policy; None if it has none."""
    policy = getattr(view, "policy", None)
    if policy is not None:
        return str(policy.name)
    return next((name for package, name in THIRD_PARTY.items() if view.__module__.startswith(package)), None)


def check_every_route_has_a_policy(**_kwargs: Any) -> list[CheckMessage]:
    """A Django system check: `serve` and the tests refuse to start while a route has no policy."""
    return [
        Error(
            f"Route {pattern!r} declares no policy.",
            hint="Put @anyone, @signed_in, @member(…) or @operator on its view.",
            id="tepat.E001",
        )
        for pattern, _name, view in routes()
        if policy_of(view) is None
    ]
