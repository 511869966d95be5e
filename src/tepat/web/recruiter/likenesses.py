"""One person or two: a recruiter's answer about two applications, and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tepat.domain.refusal import Refusal
from tepat.services.likening import answer_likeness, withdraw_likeness
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.policies import member
from tepat.web.recruiter.candidate import application_for


@require_POST
@member("decide_applications")
def answer(request: HttpRequest, application_id: str) -> HttpResponse:
    """`other` is the id of the other application, `same` 1 or 0; a repeat changes nothing."""
    application = application_for(request, application_id)
    other = application_for(request, request.POST.get("other", ""))
    said = answer_likeness(application, other, same=request.POST.get("same") == "1", actor=actor_of(request))
    if isinstance(said, Refusal):
        messages.error(request, refusal_words(said))
    return back_from(request, application.posting.public_id, application.public_id)


@require_POST
@member("decide_applications")
def withdraw(request: HttpRequest, application_id: str) -> HttpResponse:
    """The question about `other` is open again."""
    application = application_for(request, application_id)
    withdraw_likeness(application, application_for(request, request.POST.get("other", "")), actor=actor_of(request))
    return back_from(request, application.posting.public_id, application.public_id)


def back_from(request: HttpRequest, posting_id: str, application_id: str) -> HttpResponse:
    return SeeOther(safe_next(request, f"/rekrut/loker/{posting_id}/triase/?lamaran={application_id}"))
