"""`POST /pilihan/bahasa/` and `/pilihan/tema/`: kept in a cookie for a year, then back to where one was.

Without a CSRF token, so that public pages carry none and stay the same for everyone: the worst a stranger can do is to change
the language of a page.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tepat.models import Account
from tepat.web.choices import LANGUAGE_COOKIE, LANGUAGES, THEME_COOKIE, THEMES
from tepat.web.policies import anyone

YEAR_S = 60 * 60 * 24 * 365


@csrf_exempt
@anyone
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    language = request.POST.get("language", "")
    if language not in LANGUAGES:
        return HttpResponseBadRequest()
    if isinstance(request.user, Account):
        Account.objects.filter(pk=request.user.pk).update(language=language)
    return _back(request, LANGUAGE_COOKIE, language)


@csrf_exempt
@anyone
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    theme = request.POST.get("theme", "")
    return _back(request, THEME_COOKIE, theme) if theme in THEMES else HttpResponseBadRequest()


def _back(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    asked = request.POST.get("next", "/")
    allowed = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(asked if allowed else "/", status=303)
    response.set_cookie(cookie, value, max_age=YEAR_S, samesite="Lax", secure=settings.SECURE, httponly=True)
    return response
