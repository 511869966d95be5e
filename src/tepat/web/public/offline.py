"""Without a connection: `/sw.js`, `/luring/` (the page shown instead), `/luring/sesi/` (asked before sending late)."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

import tepat
from tepat import __version__
from tepat.web.actors import actor_of
from tepat.web.outbox import device_tag
from tepat.web.policies import anyone
from tepat.web.scripts import script_compact

PARTS = ("store.js", "outbox.js", "jobs.js", "worker.js")
SHELL = ("css/app.css", "js/app.js", "js/components/outbox-bar.js", "img/icons.svg", "img/favicon.svg")
"""What every page and the one for being offline are drawn with: all of it lies in the browser's cache before the worker asks."""

KINDS = ("copy", "waiting", "sent", "refused", "draft")
"""What <outbox-bar> may have to say."""


@anyone
@require_GET
def show_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The service worker, one script: what to keep, under a name that changes with it and with the release, and its parts."""
    shell, parts = [static(name) for name in SHELL], worker_parts()
    version = hashlib.sha256(" ".join([__version__, parts, *shell]).encode()).hexdigest()[:12]
    body = f"self.SHELL = {json.dumps(shell)};\nself.VERSION = {version!r};\n{parts}\n"
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@cache
def worker_parts() -> str:
    folder = Path(tepat.__file__).parent / "static/js/worker"
    return "\n".join(script_compact((folder / name).read_text()) for name in PARTS)


@anyone
@require_GET
def show_offline(request: HttpRequest) -> HttpResponse:
    """The same for everyone: it lies on the device and is shown to whoever holds it."""
    return render(request, "public/offline.html", {"kinds": KINDS})


@anyone
@never_cache
@require_GET
def show_session(request: HttpRequest) -> JsonResponse:
    """Who would send now, and a fresh CSRF token."""
    return JsonResponse({"account": device_tag(actor_of(request).account_id), "csrf": get_token(request)})
