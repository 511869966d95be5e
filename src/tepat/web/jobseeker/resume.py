"""One's own CVs: uploaded, checked, put right, taken along."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tepat.domain.documents import Unreadable
from tepat.models import CV
from tepat.services.correcting import confirm_cv
from tepat.services.uploading import photos_are_read, receive_own_cv, remove_own_cv
from tepat.services.wording.documents import unreadable_message
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import account_of
from tepat.web.answers import SeeOther
from tepat.web.jobseeker.checking import Sheet, sheet_of, take_correction
from tepat.web.pictures import answer_page
from tepat.web.policies import signed_in


@dataclass(frozen=True, slots=True)
class Page:
    cv: CV
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class UploadPage:
    fault: str
    photos: bool


@signed_in
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """A file → its page; a file that cannot be read → the reason beside the field."""
    fault = ""
    if request.method == "POST":
        chosen = given_files(request)
        found = receive_own_cv(account_of(request), chosen) if chosen else None
        if isinstance(found, CV):
            return SeeOther(reverse("own_cv", args=[found.public_id]))
        fault = unreadable_message(found) if isinstance(found, Unreadable) else _("Choose a file first.")
    return render(request, "jobseeker/upload.html", {"page": UploadPage(fault, photos_are_read())})


def given_files(request: HttpRequest) -> list[UploadedFile[bytes]]:
    """The file of a CV, or photos of its pages in the order of the page; nothing where none was chosen."""
    return request.FILES.getlist("cv")[:1] or request.FILES.getlist("photo")


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, cv_id: str) -> HttpResponse:
    """What was read, each field beside its line; every press is one small form."""
    account = account_of(request)
    cv = get_object_or_404(CV.objects.filter(account=account, state="read"), public_id=cv_id)
    editing, refused = request.GET.get("ubah", ""), None
    if request.method == "POST":
        if "confirm" in request.POST:
            confirm_cv(cv, account=account)
            return SeeOther(reverse("jobseeker_home"))
        refused = take_correction(request, cv, account=account)
        editing = request.POST.get("path", "")
        if refused is None:
            return SeeOther(f"{request.path}#{'baris' + editing.replace('/', '-')}")
    page = Page(cv, sheet_of(cv, editing=editing, form=refused))
    return render(request, "jobseeker/check.html", {"page": page, "here": request.path})


@signed_in
@require_POST
def remove(request: HttpRequest, cv_id: str) -> HttpResponse:
    """The file and everything read of it go for good."""
    account = account_of(request)
    cv = get_object_or_404(CV.objects.filter(account=account), public_id=cv_id)
    name = cv.file_name
    refusal = remove_own_cv(cv, account=account)
    if refusal is not None:
        messages.error(request, refusal_words(refusal))
        return SeeOther(reverse("own_cv", args=[cv_id]))
    messages.success(request, _("“%(name)s” is deleted, with everything read of it.") % {"name": name})
    return SeeOther(reverse("jobseeker_home"))


@signed_in
@require_GET
def show_page(request: HttpRequest, cv_id: str, page: int) -> HttpResponse:
    """One page as a picture, to compare with what was read."""
    return answer_page(get_object_or_404(CV.objects.filter(account=account_of(request)), public_id=cv_id), page)


@signed_in
@require_GET
def download(request: HttpRequest, cv_id: str) -> HttpResponseBase:
    """The file as it was given, always as an attachment."""
    cv = get_object_or_404(CV.objects.filter(account=account_of(request)), public_id=cv_id)
    if not cv.stored_as:
        raise Http404
    return FileResponse(
        default_storage.open(cv.stored_as), as_attachment=True, filename=cv.file_name, content_type="application/octet-stream"
    )
