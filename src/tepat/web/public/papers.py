"""Pages of words: privacy, help."""

from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tepat.web.policies import anyone


@anyone
def show_privacy(request: HttpRequest) -> HttpResponse:
    """`GET /privasi/`."""
    return render(request, "public/privacy.html", {"contact": contact()})


@anyone
def show_help(request: HttpRequest) -> HttpResponse:
    """`GET /bantuan/`."""
    return render(request, "public/help.html", {"contact": contact()})


def contact() -> str:
    """The address that letters come from: where those who run this installation read."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
