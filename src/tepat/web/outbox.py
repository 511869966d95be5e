"""Forms that may wait on a device: whose they are, what a late sending is answered, what goes when a person goes.

A browser keeps what it could not send (static/js/worker) and sends it again, with the header `Tepat-Outbox`: the tag of the
account under which it was written. Nothing is done for another account, and the answer says plainly whether it was done.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac

from tepat.web.actors import actor_of

HEADER = "Tepat-Outbox"
NOBODY_TAG = "0"


def device_tag(account_id: int | None) -> str:
    """Tells accounts apart on a device without naming them: 16 hex digits, "0" for nobody."""
    return salted_hmac("tepat.outbox", str(account_id)).hexdigest()[:16] if account_id else NOBODY_TAG


class OutboxMiddleware:
    """Guards late sendings; empties the device when somebody signs out, or in as another."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before, sender = request.session.get(SESSION_KEY), request.headers.get(HEADER)
        if sender is not None and sender != device_tag(actor_of(request).account_id):
            return HttpResponse(status=401)
        response = self.get_response(request)
        if sender is not None and response.has_header("Location"):
            response = late_answer(request, response)
        if before is not None and request.session.get(SESSION_KEY) != before:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def late_answer(request: HttpRequest, response: HttpResponse) -> JsonResponse:
    """Where it would have led, and what that page would have said; `fault` if it was refused.

    A program that follows a redirect would swallow the words meant for a person.
    """
    said = list(get_messages(request))
    leads_to = response.headers["Location"]
    fault = leads_to.startswith(settings.LOGIN_URL) or any(m.level_tag == "error" for m in said)
    return JsonResponse({"leads_to": leads_to, "words": " ".join(str(m) for m in said), "fault": fault})
