"""`/healthz`: the process answers. `/readyz`: database, index and queue do too."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from tepat.services.examining import examine
from tepat.web.policies import anyone


@never_cache
@anyone
def show_live(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's signature
    return JsonResponse({"status": "ok"})


@never_cache
@anyone
def show_ready(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Names and states only: what is wrong in detail is for the operator. 503 if a part is at fault."""
    states = {finding.part: finding.state for finding in examine(quick=True)}
    ready = "fault" not in states.values()
    return JsonResponse({"status": "ok" if ready else "fault", "parts": states}, status=200 if ready else 503)
