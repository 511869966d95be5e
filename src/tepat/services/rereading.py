"""All CVs read again when the reader has improved: in the background, file by file, and no word of a person is lost."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from tepat.domain.cv.carrying import carried
from tepat.domain.permissions import Actor
from tepat.models import CV, Application, Event
from tepat.services.indexing import note_candidate_change
from tepat.services.intake import retry_file
from tepat.services.reading import read_cvs, reader_version
from tepat.services.recording import record_event
from tepat.services.screening import document_of, screen_application

BATCH = 20
"""CVs of one task. A pile that is dropped meanwhile comes first: it waits for one batch at most."""
WRITTEN = (
    *("state", "error_code", "error_params", "text", "media_type", "page_starts", "boxes", "document"),
    *("reader_version", "read_at"),
)
"""What the reader writes; who owns the CV and what they confirmed stays as it is."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """How far it is: `waiting` of `total` CVs were read by another reader. `left` is known once some are done."""

    waiting: int
    total: int
    runs: bool
    left: timedelta | None = None

    @property
    def done(self) -> int:
        return self.total - self.waiting


def start_rereading(*, actor: Actor | None = None) -> Rereading:
    """Begins reading what another reader read; while it already runs, or with nothing to read, nothing happens."""
    with transaction.atomic():
        now = rereading()
        if now.waiting and not now.runs:
            record_event("cvs.rereading", actor=actor, total=now.waiting, reader=reader_version())
            reread_some.enqueue()
    return rereading()


def rereading() -> Rereading:
    """Where it stands."""
    waiting = CV.objects.read_by_another(reader_version()).count()
    begun = Event.objects.filter(code="cvs.rereading", params__reader=reader_version()).order_by("-pk").first()
    runs = bool(waiting) and begun is not None and _is_held()
    if not runs or begun is None:
        return Rereading(waiting, waiting, runs=False)
    total = max(waiting, int(begun.params["total"]))
    done = total - waiting
    left = (timezone.now() - begun.at) / done * waiting if done >= BATCH else None
    return Rereading(waiting, total, runs=True, left=left)


def resume_rereading() -> int:
    """Asks for the next batch where a re-read was begun and its task is lost; says how many tasks it put in line."""
    begun = Event.objects.filter(code="cvs.rereading", params__reader=reader_version()).exists()
    if begun and not _is_held() and CV.objects.read_by_another(reader_version()).exists():
        reread_some.enqueue()
        return 1
    return 0


def _is_held() -> bool:
    return DBTaskResult.objects.filter(status__in=["READY", "RUNNING"], task_path=reread_some.module_path).exists()


@task(queue_name="reading", priority=-10)
def reread_some() -> None:
    """Reads a batch and asks for the next. Killed at any point, a repeat goes on with what is left."""
    batch = list(CV.objects.read_by_another(reader_version()).order_by("pk")[:BATCH])
    there = [cv for cv in batch if default_storage.exists(cv.stored_as)]
    for cv in read_cvs(there):
        _take_over(cv)
    # A file that is gone cannot be read again; what was read of it stays, and `doctor` says what is missing.
    CV.objects.filter(pk__in={cv.pk for cv in batch} - {cv.pk for cv in there}).update(reader_version=reader_version())
    if CV.objects.read_by_another(reader_version()).exists():
        reread_some.enqueue()


def _take_over(fresh: CV) -> None:
    """One CV's new reading, in one transaction: the row, the corrections that follow it, matches and index."""
    with transaction.atomic():
        cv = CV.objects.select_for_update().filter(pk=fresh.pk).first()
        if cv is None or cv.reader_version == fresh.reader_version:
            return  # erased, or another worker was quicker
        if fresh.state == "unreadable" and cv.state == "read":
            # What could be read once is never taken away; the version says that this reader was asked.
            CV.objects.filter(pk=cv.pk).update(reader_version=fresh.reader_version, read_at=fresh.read_at)
            return
        failed = list(cv.intake_files.filter(state="failed")) if cv.state == "unreadable" else []
        if failed and fresh.state == "read":
            for row in failed:
                retry_file(row)  # its pile takes the person in
            return
        before = document_of(cv)
        _carry_corrections(cv, fresh)
        fresh.save(update_fields=WRITTEN)
        if fresh.account is not None:
            note_candidate_change(fresh.account)
        for application in fresh.applications.filter(outcome="").select_related("posting__organization", "match"):
            _match_anew(application, fresh, before=before)


def _carry_corrections(cv: CV, fresh: CV) -> None:
    rows = list(cv.corrections.all())
    places = carried([(row.path, row.value) for row in rows], before=cv.document, after=fresh.document)
    for row, (path, value) in zip(rows, places, strict=True):
        if (row.path, row.value) != (path, value):
            row.path, row.value = path, value
            row.save(update_fields=["path", "value"])


def _match_anew(application: Application, cv: CV, *, before: dict[str, Any]) -> None:
    """Matches an application that still runs, and notes what the new reading changed in it."""
    earlier = getattr(application, "match", None)
    score = earlier.score if earlier else 0
    application.cv = cv
    match = screen_application(application, cause="reader")
    if match is None:
        return
    now = document_of(cv)
    skills_before, skills_now = ({s.get("id") or s["name"] for s in document["skills"]} for document in (before, now))
    record_event(
        "cv.reread",
        application=application,
        skills_found=len(skills_now - skills_before),
        skills_gone=len(skills_before - skills_now),
        months_before=_months(before),
        months_now=_months(now),
        score_before=score,
        score_now=match.score,
    )


def _months(document: dict[str, Any]) -> int:
    return int((document.get("meta") or {}).get("experience_months") or 0)
