"""The file as it was sent: behind a permission check, as an attachment, or as pictures of its pages; never as a page of ours."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from tepat.models import CV
from tepat.services.recording import record_event
from tepat.web.actors import actor_of, organization_of
from tepat.web.pictures import answer_page
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind


@require_GET
@member("see_shared")
def download_original(request: HttpRequest, cv_id: str) -> FileResponse:
    """An attachment of no declared type, so that nothing in it runs here; each download is an event."""
    cv = stored_cv(request, cv_id)
    record_event("cv.downloaded", actor=actor_of(request), organization=organization_of(request), cv=cv.public_id)
    answer = FileResponse(default_storage.open(cv.stored_as), as_attachment=True, filename=cv.file_name)
    answer["Content-Type"] = "application/octet-stream"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
@member("see_shared")
def show_page(request: HttpRequest, cv_id: str, page: int) -> HttpResponse:
    """One page of a PDF as a picture, drawn in the sandbox; 404 for what cannot be drawn."""
    cv = stored_cv(request, cv_id)
    answer = answer_page(cv, page)
    if page == 1:
        record_event("cv.shown", actor=actor_of(request), organization=organization_of(request), cv=cv.public_id)
    return answer


def stored_cv(request: HttpRequest, public_id: str) -> CV:
    """A CV this person may see whose file is still there, else 404; 404 while the review is blind."""
    if is_blind(request):
        raise Http404
    cv = get_object_or_404(CV.objects.visible_to(actor_of(request)), public_id=public_id)
    if not cv.stored_as or not default_storage.exists(cv.stored_as):
        raise Http404
    return cv
