"""Fit checks that a person asked to keep: their own page, and forgetting them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from tepat.models import FitCheck
from tepat.services.fit_checking import forget_fit_check, result_of
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther
from tepat.web.policies import signed_in
from tepat.web.public.fit_result import result_page
from tepat.web.public.roles import role_of


@signed_in
@never_cache
@require_GET
def show(request: HttpRequest, fit_check_id: str) -> HttpResponse:
    """The result, judged by the guide of today; 404 where the guide asks something new by now."""
    kept = get_object_or_404(FitCheck.objects.visible_to(actor_of(request)), public_id=fit_check_id)
    result = result_of(kept)
    if result is None:
        raise Http404
    address = f"/saya/cocok/{kept.public_id}/"
    page = result_page(role_of(kept.occupation), result, kept_at=kept.saved_at, kept_address=address)
    return render(request, "public/fit_result.html", {"page": page})


@signed_in
@require_POST
def forget(request: HttpRequest, fit_check_id: str) -> HttpResponse:
    """Deleted at one press."""
    forget_fit_check(get_object_or_404(FitCheck.objects.visible_to(actor_of(request)), public_id=fit_check_id))
    messages.success(request, _("Your answers are deleted."))
    return SeeOther("/saya/data/")
