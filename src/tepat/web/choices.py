"""What a person chose for all pages: language and theme.

Indonesian until English is chosen; the browser's wish does not count.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from tepat.models import Account
from tepat.web.actors import actor_of, organization_of
from tepat.web.outbox import device_tag

LANGUAGE_COOKIE, THEME_COOKIE = "bahasa", "tema"
LANGUAGE_KEY = "bahasa"
LANGUAGES, THEMES = ("id", "en"), ("auto", "light", "dark")


class LanguageMiddleware:
    """The address decides (copies for a device are asked for without cookies), else the cookie, the account, Indonesian."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get(LANGUAGE_KEY, request.COOKIES.get(LANGUAGE_COOKIE))
        if chosen not in LANGUAGES:
            chosen = request.user.language if isinstance(request.user, Account) else "id"
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", chosen)
            return response


def choices(request: HttpRequest) -> dict[str, Any]:
    """For base.html: language, theme, who acts, and for which organization (asked for only where it is shown)."""
    theme = request.COOKIES.get(THEME_COOKIE, "auto")
    actor = actor_of(request) if hasattr(request, "session") else None
    return {
        "language": translation.get_language(),
        "theme": theme if theme in THEMES else "auto",
        "actor": actor,
        "device_tag": device_tag(actor.account_id if actor else None),
        "organization": SimpleLazyObject(lambda: organization_of(request)),
    }
