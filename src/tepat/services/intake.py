"""A pile of CVs dropped on a posting: receive, read, rank, file by file. A bad file costs only itself."""

from collections.abc import Sequence

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django_tasks import task

from tepat.domain.documents import IncomingFile, Unreadable
from tepat.domain.permissions import Actor
from tepat.models import CV, Application, Candidate, Intake, IntakeFile, JobPosting
from tepat.services.reading import read_cvs
from tepat.services.recording import record_event
from tepat.services.screening import screen_application
from tepat.services.storing import bound, store_cv, unpacked

CHUNK = 40
"""Files whose rows are held in memory at a time."""


def receive_files(
    posting: JobPosting, uploads: Sequence[File[bytes]], *, actor: Actor, intake: Intake | None = None, as_pages: bool = False
) -> Intake:
    """Stores every file (archives taken apart), lists each, and starts reading. What is too large or broken is listed with why.

    With `intake` the files join a pile that is still being dropped; with `as_pages` all pictures are pages of one CV.
    """
    files = bound(unpacked(uploads)) if as_pages else unpacked(uploads)
    with transaction.atomic():
        pile = intake or Intake.objects.create(posting=posting, dropped_by_id=actor.account_id)
        following = (pile.files.aggregate(last=Max("position"))["last"] or 0) + 1
        for position, (name, file) in enumerate(files, following):
            _list_file(pile, position, name, file)
        pile.finished_at = None
        pile.save(update_fields=["finished_at"])
        if intake is None:
            record_event("intake.received", actor=actor, posting=posting, intake=pile.public_id)
        read_intake.enqueue(pile.pk)
    return pile


def _list_file(pile: Intake, position: int, name: str, file: IncomingFile | Unreadable) -> None:
    row = IntakeFile(intake=pile, position=position, file_name=name[:255])
    if isinstance(file, Unreadable):
        row.state, row.error_code, row.error_params, row.done_at = "failed", file.code, dict(file.params), timezone.now()
    else:
        row.cv = store_cv(file, organization=pile.posting.organization)
    row.save()


def retry_file(row: IntakeFile) -> None:
    """Puts a failed file back in line; without a stored file there is nothing to try again."""
    with transaction.atomic():
        if row.cv_id and IntakeFile.objects.filter(pk=row.pk, state="failed").update(
            state="waiting", error_code="", error_params={}
        ):
            CV.objects.filter(pk=row.cv_id).update(state="received", error_code="", error_params={})
            Intake.objects.filter(pk=row.intake_id).update(finished_at=None)
            read_intake.enqueue(row.intake_id)


@task(queue_name="reading")
def read_intake(intake_id: int) -> None:
    """Reads what waits in a pile. Killed at any point, a repeat goes on with what is left."""
    while True:
        waiting = list(
            IntakeFile.objects.waiting().filter(intake_id=intake_id).select_related("cv", "intake__posting__organization")[:CHUNK]
        )
        if not waiting:
            break
        by_cv = {row.cv_id: row for row in waiting if row.cv_id}
        for cv in read_cvs(row.cv for row in waiting if row.cv):
            _finish(by_cv[cv.pk], cv)
    _close(intake_id)


def _close(intake_id: int) -> None:
    done = Intake.objects.filter(pk=intake_id, finished_at=None).exclude(files__state="waiting")
    if done.update(finished_at=timezone.now()):
        pile = Intake.objects.select_related("posting").get(pk=intake_id)
        failed = pile.files.filter(state="failed").count()
        record_event("intake.finished", posting=pile.posting, intake=pile.public_id, files=pile.files.count(), failed=failed)


def _finish(row: IntakeFile, cv: CV) -> None:
    """One file's outcome, in one transaction: CV, candidate, application, match, and the row that says so."""
    with transaction.atomic():
        if not IntakeFile.objects.waiting().select_for_update().filter(pk=row.pk).exists():
            return  # another worker was quicker
        cv.save()
        if cv.state == "unreadable":
            row.state, row.error_code, row.error_params = "failed", cv.error_code, cv.error_params
        else:
            row.application, row.is_duplicate = take_in(cv, posting=row.intake.posting)
            row.state = "done"
        row.done_at = timezone.now()
        row.save()


def take_in(cv: CV, *, posting: JobPosting) -> tuple[Application, bool]:
    """The application a read CV becomes, with its match; True if that person had already applied here.

    The newer CV replaces the older one only while nothing was decided.
    """
    candidate = _candidate_of(cv, posting=posting)
    application, created = Application.objects.get_or_create(
        posting=posting, candidate=candidate, defaults={"cv": cv, "source": "intake"}
    )
    if created:
        record_event("application.created", application=application, source="intake")
    elif application.cv_id != cv.pk and application.stage == "new" and not application.outcome:
        application.cv = cv
        application.save(update_fields=["cv"])
        record_event("application.cv_replaced", application=application)
    screen_application(application)
    return application, not created


def _candidate_of(cv: CV, *, posting: JobPosting) -> Candidate:
    """The person: the same file, e-mail or phone means the same; a name alone does not."""
    basics = cv.document.get("basics") or {}
    email, phone = (basics.get("email") or "").lower(), basics.get("phone") or ""
    mine = Candidate.objects.filter(organization_id=posting.organization_id)
    same_file = mine.filter(applications__cv__sha256=cv.sha256).order_by("pk").first()
    known = same_file or mine.alike(email=email, phone=phone).order_by("pk").first()
    if known:
        return known
    city = (basics.get("location") or {}).get("city") or ""
    return Candidate.objects.create(
        organization_id=posting.organization_id,
        name=(basics.get("name") or "")[:200],
        email=email,
        phone=phone[:20],
        city=city[:80],
    )
