"""Without a connection: `/sw.js`, `/luring/` (the page shown instead), `/luring/sesi/` (asked before sending late)."""

import hashlib
import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from tepat import __version__
from tepat.web.actors import actor_of
from tepat.web.choices import LANGUAGES
from tepat.web.outbox import device_tag
from tepat.web.policies import anyone

PARTS = ("js/worker/store.js", "js/worker/outbox.js", "js/worker/worker.js")
SHELL = (
    *("css/app.css", "js/app.js", "js/components/outbox-bar.js", "js/components/saved-jobs.js", "js/drafts.js"),
    *("img/icons.svg", "img/favicon.svg"),
)
"""What every page and the one for being offline are drawn with."""

KINDS = ("copy", "waiting", "sent", "refused", "draft")
"""What <outbox-bar> may have to say."""


@anyone
@require_GET
def show_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The service worker: what to keep, under a name that changes with it, and its parts, which are hashed files."""
    parts, shell = [static(name) for name in PARTS], [static(name) for name in SHELL]
    shell += [f"/luring/?bahasa={language}" for language in LANGUAGES]
    version = hashlib.sha256(" ".join([__version__, *parts, *shell]).encode()).hexdigest()[:12]
    body = f"self.SHELL = {json.dumps(shell)};\nself.VERSION = {version!r};\nimportScripts(...{json.dumps(parts)});\n"
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


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
