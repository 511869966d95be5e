"""Pages for what went wrong: each says so in words and loses nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from tepat.web.policies import anyone
from tepat.web.typed import shown_again


@anyone
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The session ended while typing: the fields are shown again so that one press sends them."""
    context = {"typed": shown_again(request), "path": request.get_full_path()}
    return render(request, "faults/session_lost.html", context, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "faults/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours; without knowing who asks where even that cannot be found out."""
    try:
        return render(request, "faults/server_error.html", status=500)
    except Exception:  # noqa: BLE001 - the database itself may be what is broken
        return HttpResponse(render_to_string("faults/server_error.html"), status=500)


class FormsOnlyMiddleware:
    """The page where an address that takes forms only is opened, as by reloading the answer to one: it leads upwards."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or request.method != "GET" or not request.accepts("text/html"):
            return response
        page = render(request, "faults/forms_only.html", {"above": page_above(request.path)}, status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page


def page_above(path: str) -> str:
    """The nearest address over `path` that exists; at last the home page."""
    while path != "/":
        path = path.rstrip("/").rpartition("/")[0] + "/"
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return path
