"""A jobseeker's own CV file: stored, read at once, and taken back where it cannot be read."""

from collections.abc import Sequence

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tepat.domain.documents import MAX_BYTES, IncomingFile, Unreadable, UnreadableCode
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import CV, Account, Jobseeker, Match
from tepat.services import engines
from tepat.services.following import own_applications, tracked
from tepat.services.indexing import note_candidate_change
from tepat.services.reading import read_cv
from tepat.services.recording import record_event
from tepat.services.storing import incoming, store_cv

KNOWN: dict[str, UnreadableCode] = {
    code: code for code in ("empty", "unsupported_type", "encrypted", "damaged", "too_large", "timeout", "no_text")
}


def receive_own_cv(account: Account, uploads: Sequence[UploadedFile[bytes]]) -> CV | Unreadable:
    """The CV, read; the same file again gives the same row. A file that cannot be read leaves nothing behind but the reason.

    Several uploads are photos of its pages, in their order; there is at least one.
    """
    if sum(upload.size or 0 for upload in uploads) > MAX_BYTES:
        return Unreadable("too_large", {"limit_mb": MAX_BYTES // 1024 // 1024})
    file = _one_of(uploads)
    if isinstance(file, Unreadable):
        return file
    if not file.data:
        return Unreadable("empty")
    cv = read_cv(store_cv(file, account=account))
    if cv.state != "read":
        reason = Unreadable(KNOWN.get(cv.error_code, "damaged"), cv.error_params)
        forget_cv(cv)
        return reason
    known = CV.objects.filter(account=account, sha256=cv.sha256, state="read").exclude(pk=cv.pk).order_by("pk").first()
    if known is not None and known.reader_version == cv.reader_version:
        forget_cv(cv)
        return known
    record_event("cv.received", actor=Actor(account.pk), cv=cv.public_id)
    return cv


def _one_of(uploads: Sequence[UploadedFile[bytes]]) -> IncomingFile | Unreadable:
    files = [incoming(upload) for upload in uploads]
    refused = next((file for file in files if isinstance(file, Unreadable)), None)
    if refused or len(files) == 1:
        return refused or files[0]
    return engines.archives().bind([file for file in files if isinstance(file, IncomingFile)])


def photos_are_read() -> bool:
    """Whether text in photos and scans can be read here; it takes packages of the system."""
    return not engines.extractor().missing_packages()


def remove_own_cv(cv: CV, *, account: Account) -> Refusal | None:
    """A CV goes, also at organizations whose process has ended: row, text, what was read and put right, matches, file, index.

    Events keep its random id. Refusals: cv_in_use (it was sent with an application that runs: withdraw that first).
    """
    with transaction.atomic():
        sent = own_applications(Actor(account.pk)).filter(cv=cv)
        if any(tracked(application).runs for application in sent):
            return Refusal("cv_in_use")
        Match.objects.filter(application__cv=cv).delete()
        Jobseeker.objects.filter(account=account, cv=cv).update(cv=_next_best(account, without=cv))
        note_candidate_change(account)
        record_event("cv.removed", actor=Actor(account.pk), cv=cv.public_id)
        forget_cv(cv)
    return None


def _next_best(account: Account, *, without: CV) -> CV | None:
    """The CV that takes the place in the profile: the last one its owner confirmed."""
    known = CV.objects.filter(account=account, state="read", confirmed_at__isnull=False).exclude(pk=without.pk)
    return known.order_by("-confirmed_at").first()


def forget_cv(cv: CV) -> None:
    """Row and file are gone; the file only once the row is."""
    key = cv.stored_as
    cv.delete()
    if key:
        transaction.on_commit(lambda: default_storage.delete(key))
