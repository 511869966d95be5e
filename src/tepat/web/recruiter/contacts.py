"""Conversations outside of Tepat: opened with a first sentence, noted as an attempt."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tepat.models import Application
from tepat.services.recording import record_event
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther
from tepat.web.policies import member
from tepat.web.recruiter.candidate import application_for, is_blind


@require_GET
@member("decide_applications")
def open_whatsapp(request: HttpRequest, application_id: str) -> HttpResponse:
    """Leads to wa.me; back to the person where there is no phone, or while the review is blind."""
    application = application_for(request, application_id)
    if is_blind(request) or not application.candidate.phone:
        messages.error(request, _("There is no phone number to write to."))
        return SeeOther(f"/rekrut/loker/{application.posting.public_id}/triase/?lamaran={application.public_id}")
    record_event("candidate.contacted", actor=actor_of(request), application=application, channel="whatsapp")
    return HttpResponseRedirect(whatsapp_address(application))


def whatsapp_address(application: Application) -> str:
    words = _("Hello %(name)s, this is %(organization)s about your application for %(title)s.") % {
        "name": application.candidate.name,
        "organization": application.posting.organization.name,
        "title": application.posting.title,
    }
    return f"https://wa.me/{application.candidate.phone.removeprefix('+')}?{urlencode({'text': words})}"
