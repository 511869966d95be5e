"""What was typed is kept when the session ends before it arrives: it waits in the new session until its page is shown again."""

from urllib.parse import urlsplit

from django.http import HttpRequest

from tepat.models.keys import new_token

KEPT = "typed"
MOST_PAGES, MOST_CHARACTERS = 5, 60_000
SECRET = ("password", "csrfmiddlewaretoken", "code", "situation")
"""Parts of names of fields that are never put aside: answers of a fit check are kept only where their owner asks for it."""


def keep_typed(request: HttpRequest) -> None:
    """Puts a POST's fields aside for the page they came from; files and secrets are never kept."""
    fields = {name: request.POST.getlist(name) for name in request.POST if not any(secret in name.lower() for secret in SECRET)}
    if not fields or sum(len(v) for values in fields.values() for v in values) > MOST_CHARACTERS:
        return
    kept = dict(request.session.get(KEPT, {}))
    page = page_of(request) or request.path
    kept.pop(page, None)
    kept[page] = fields
    request.session[KEPT] = dict(list(kept.items())[-MOST_PAGES:])


def page_of(request: HttpRequest) -> str:
    """The page of ours whose form sent this POST, as a path; empty where that is not known."""
    sender = urlsplit(request.META.get("HTTP_REFERER", ""))
    return sender.path if sender.netloc == request.get_host() and sender.path.startswith("/") else ""


def typed_before(request: HttpRequest) -> dict[str, str]:
    """What was typed on this page before the session ended, once: field name → last value."""
    kept = request.session.get(KEPT)
    if request.method != "GET" or not kept or request.path not in kept:
        return {}
    fields: dict[str, list[str]] = kept.pop(request.path)
    request.session[KEPT] = kept
    return {name: values[-1] for name, values in fields.items() if values}


def fresh_key() -> str:
    """An idempotency key for a form: the same press of a button arriving twice does its work once."""
    return new_token()
