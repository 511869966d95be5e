"""Dropping CVs on a posting, and watching them being read, file by file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tepat.domain.documents import Unreadable
from tepat.domain.permissions import Actor
from tepat.models import Application, Intake, IntakeFile, JobPosting
from tepat.services.intake import receive_files, retry_file
from tepat.services.likening import Double, doubles_of
from tepat.services.spending import once
from tepat.services.wording.documents import unreadable_message
from tepat.web.actors import actor_of
from tepat.web.drafts import fresh_key
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind
from tepat.web.recruiter.postings import own

SHOWN, MOST, NAMED = 100, 1000, 5


@dataclass(frozen=True, slots=True)
class DropPage:
    posting: JobPosting
    earlier: Sequence[Intake]
    key: str
    section: str = "postings"


@dataclass(frozen=True, slots=True)
class FileRow:
    file: IntakeFile
    reason: str


@dataclass(frozen=True, slots=True)
class Questioned:
    """An application of the pile, with those who may be the same person."""

    application: Application
    doubles: tuple[Double, ...]


@dataclass(frozen=True, slots=True)
class ProgressPage:
    intake: Intake
    total: int
    done: int
    bad: int
    failed: Sequence[FileRow]
    duplicates: int
    recent: Sequence[IntakeFile]
    waiting: Sequence[IntakeFile]
    left: str
    questioned: Sequence[Questioned] = ()
    section: str = "postings"

    @property
    def settled(self) -> int:
        return self.done + self.bad

    @property
    def finished(self) -> bool:
        return self.settled >= self.total

    @property
    def more(self) -> int:
        """Files that wait and are not named."""
        return self.total - self.settled - len(self.waiting)


@member("review_applications")
def drop(request: HttpRequest, public_id: str) -> HttpResponse:
    posting = own(request, public_id)
    if request.method == "POST":
        return receive(request, posting)
    counted = posting.intakes.annotate(number=Count("files"), bad=Count("files", filter=Q(files__state="failed")))
    page = DropPage(posting, list(counted.order_by("-dropped_at")[:10]), fresh_key())
    return render(request, "recruiter/intake_drop.html", {"page": page})


def receive(request: HttpRequest, posting: JobPosting) -> HttpResponse:
    uploads = request.FILES.getlist("files")
    if not uploads:
        messages.error(request, _("No file was chosen."))
        return redirect(request.path)
    actor = actor_of(request)
    pile = Intake.objects.visible_to(actor).filter(posting=posting, public_id=request.POST.get("intake", "")).first()

    def do() -> str:
        made = receive_files(posting, uploads, actor=actor, intake=pile, as_pages="as_pages" in request.POST)
        return f"/rekrut/berkas/{made.public_id}/"

    return redirect(once(str(actor.account_id), request.POST.get("key", ""), do))


@member("review_applications")
def progress(request: HttpRequest, public_id: str) -> HttpResponse:
    """The whole page, or with htmx only the part that changes."""
    page = progress_of(public_id, actor_of(request), blind=is_blind(request))
    template = "recruiter/intake_progress.html"
    if request.headers.get("HX-Request"):
        response = render(request, f"{template}#state", {"page": page})
        # 286: htmx stops asking.
        response.status_code = 286 if page.finished else 200
        return response
    return render(request, template, {"page": page})


def progress_of(public_id: str, actor: Actor, *, blind: bool = False) -> ProgressPage:
    """What a pile's page shows: counts, failures with reasons, the last files done, and the time left from the pace so far."""
    intake = get_object_or_404(Intake.objects.visible_to(actor).select_related("posting__organization"), public_id=public_id)
    counts = intake.files.aggregate(
        total=Count("pk"),
        done=Count("pk", filter=Q(state="done")),
        bad=Count("pk", filter=Q(state="failed")),
        duplicates=Count("pk", filter=Q(is_duplicate=True)),
    )
    failed = [FileRow(f, reason_of(f)) for f in intake.files.filter(state="failed")[:SHOWN]]
    recent = (
        intake.files.filter(state="done")
        .select_related("application__candidate", "application__match")
        .order_by("-done_at", "-pk")[:8]
    )
    waiting = list(intake.files.waiting()[:NAMED])
    settled = counts["done"] + counts["bad"]
    elapsed = timezone.now() - intake.dropped_at
    left = elapsed / settled * (counts["total"] - settled) if settled >= 5 and waiting else None
    return ProgressPage(
        intake=intake,
        total=counts["total"],
        done=counts["done"],
        bad=counts["bad"],
        failed=failed,
        duplicates=counts["duplicates"],
        recent=list(recent),
        waiting=waiting,
        left=left_words(left) if left else "",
        questioned=[] if blind else questioned_of(intake),
    )


def questioned_of(intake: Intake) -> list[Questioned]:
    """Whoever of a pile may have applied under another mail and phone; asked while the pile is read, too."""
    people = list(
        Application.objects.filter(intake_files__intake=intake).distinct().select_related("candidate").order_by("pk")[:MOST]
    )
    found = doubles_of(people)
    return [Questioned(a, found[a.pk]) for a in people if found.get(a.pk)][:SHOWN]


def left_words(left: timedelta) -> str:
    """Calm words: nobody needs seconds, and a guess in minutes holds longer."""
    minutes = round(left.total_seconds() / 60)
    if minutes < 1:
        return _("less than a minute left")
    if minutes < 60:
        return ngettext("about %(n)s minute left", "about %(n)s minutes left", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("about %(n)s hour left", "about %(n)s hours left", hours) % {"n": hours}


def reason_of(row: IntakeFile) -> str:
    """Why a file failed, in words."""
    return unreadable_message(Unreadable(row.error_code, row.error_params))  # type: ignore[arg-type]


@member("review_applications")
@require_POST
def retry(request: HttpRequest, public_id: str) -> HttpResponse:
    row = get_object_or_404(IntakeFile.objects.visible_to(actor_of(request)).select_related("intake"), public_id=public_id)
    retry_file(row)
    return redirect(f"/rekrut/berkas/{row.intake.public_id}/")
