"""`POST /loker/<slug>/simpanan/`: keep a posting for later, or no longer."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tepat.models import JobPosting
from tepat.services.keeping import keep_posting
from tepat.web.actors import actor_of
from tepat.web.policies import signed_in
from tepat.web.public.rows import job_row


@signed_in
@require_POST
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    """The new state of the bookmark for htmx; else back to where one was."""
    actor = actor_of(request)
    posting = get_object_or_404(JobPosting.objects.visible_to(actor).select_related("organization"), slug=slug)
    kept = keep_posting(posting, actor=actor, keep=request.POST.get("keep") == "1")
    if request.headers.get("HX-Request"):
        return render(request, "components/keep.html", {"job": job_row(posting, kept=kept)})
    asked = request.POST.get("next", "")
    allowed = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(asked if allowed else f"/loker/{slug}/", status=303)
