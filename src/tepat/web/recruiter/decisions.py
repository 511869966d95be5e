"""Decisions as resources: each POST does one thing once, and leads back to the next candidate."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from tepat.domain.pipeline import BY_APPLICANT, REJECTION_REASONS, MoveKind
from tepat.domain.refusal import Refusal
from tepat.models import Application, JobPosting, Membership, Move
from tepat.services.deciding import decide_application, undo_move
from tepat.services.sharing import share_applications, write_note
from tepat.services.spending import once
from tepat.services.triaging import queue_of
from tepat.services.wording import moves as wording
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.policies import member
from tepat.web.recruiter.candidate import application_for, is_blind, posting_for
from tepat.web.recruiter.queue import desk_of, shelf_counts
from tepat.web.recruiter.sheets import name_of
from tepat.web.recruiter.triage import query_of, sieve_of


@require_POST
@member("decide_applications")
def advance(request: HttpRequest, application_id: str) -> HttpResponse:
    return decided(request, application_id, "advance")


@require_POST
@member("decide_applications")
def reject(request: HttpRequest, application_id: str) -> HttpResponse:
    """`reason` is one of nine codes; without one nothing happens."""
    if request.POST.get("reason") not in REJECTION_REASONS:
        return refused(request, application_for(request, application_id), Refusal("rejection_reason_missing", "reason"))
    return decided(request, application_id, "reject")


@require_POST
@member("decide_applications")
def hold(request: HttpRequest, application_id: str) -> HttpResponse:
    return decided(request, application_id, "hold")


@require_POST
@member("decide_applications")
def keep_in_pool(request: HttpRequest, application_id: str) -> HttpResponse:
    return decided(request, application_id, "pool")


@require_POST
@member("decide_applications")
def move(request: HttpRequest, application_id: str) -> HttpResponse:
    """`to` is the key of a stage of the posting."""
    return decided(request, application_id, "move")


@require_POST
@member("decide_applications")
def hire(request: HttpRequest, application_id: str) -> HttpResponse:
    return decided(request, application_id, "hire")


@require_POST
@member("decide_applications")
def undo(request: HttpRequest, move_id: str) -> HttpResponse:
    """Takes a decision back; back to the person it was about."""
    row = move_for(request, move_id)
    answer = undo_move(row, actor=actor_of(request))
    if isinstance(answer, Refusal):
        messages.error(request, refusal_words(answer))
    posting = row.application.posting
    default = f"/rekrut/loker/{posting.public_id}/triase/?lamaran={row.application.public_id}"
    return SeeOther(safe_next(request, default))


@require_POST
@member("decide_applications")
def undo_several(request: HttpRequest, posting_id: str) -> HttpResponse:
    """Takes the chosen decisions (`keputusan`) back, the newest first, and says how many could be."""
    posting = posting_for(request, posting_id)
    rows = Move.objects.exclude(kind__in=BY_APPLICANT).filter(
        application__posting=posting, public_id__in=request.POST.getlist("keputusan")
    )
    answers = [undo_move(row, actor=actor_of(request)) for row in rows.select_related("application").order_by("-pk")]
    done = sum(not isinstance(a, Refusal) for a in answers)
    if done:
        messages.success(request, wording.undone_sentence(done))
    for words in sorted({refusal_words(a) for a in answers if isinstance(a, Refusal)}):
        messages.error(request, words)
    return SeeOther(f"/rekrut/loker/{posting.public_id}/keputusan/")


@require_POST
@member("review_applications")
def add_note(request: HttpRequest, application_id: str) -> HttpResponse:
    application = application_for(request, application_id)

    def write() -> str:
        answer = write_note(application, words=request.POST.get("words", ""), actor=actor_of(request))
        if isinstance(answer, Refusal):
            messages.error(request, refusal_words(answer))
        return f"/rekrut/loker/{application.posting.public_id}/triase/?lamaran={application.public_id}&tab=catatan"

    return SeeOther(once(owner_of(request), request.POST.get("key", ""), write))


@require_POST
@member("review_applications")
def share(request: HttpRequest, posting_id: str) -> HttpResponse:
    """Lays one or more applications (`lamaran`) before a member (`anggota`)."""
    posting = posting_for(request, posting_id)
    seats = Membership.objects.current().filter(organization_id=posting.organization_id).select_related("account")
    seat = get_object_or_404(seats, public_id=request.POST.get("anggota", ""))
    chosen = Application.objects.filter(posting=posting, public_id__in=request.POST.getlist("lamaran")).select_related("posting")

    def lay() -> str:
        share_applications(chosen, membership=seat, actor=actor_of(request))
        messages.success(request, wording.shared_sentence(len(chosen), seat.account.name or seat.account.email))
        return safe_next(request, f"/rekrut/loker/{posting.public_id}/shortlist/")

    return SeeOther(once(owner_of(request), request.POST.get("key", ""), lay))


@require_GET
@member("review_applications")
def show_history(request: HttpRequest, posting_id: str) -> HttpResponse:
    """Every decision on a posting's applications, newest first; those of the last half hour can be taken back."""
    posting = posting_for(request, posting_id)
    moves = Move.objects.filter(application__posting=posting).select_related("application__candidate", "moved_by", "message")
    rows = [history_row(m, blind=is_blind(request)) for m in moves.order_by("-pk")[:200]]
    return render(request, "recruiter/triage_history.html", {"page": {"posting": posting, "rows": rows, "section": "postings"}})


def history_row(row: Move, *, blind: bool) -> dict[str, Any]:
    left = wording.minutes_left(row.undo_until)
    return {
        "move": row,
        "name": name_of(row.application, blind=blind),
        "words": wording.decision_word(row.kind, row.to_stage),
        "reason": wording.reason_word(row.reason) if row.reason else row.words,
        "left": left if row.undone_at is None and row.kind not in BY_APPLICANT else 0,
    }


def decided(request: HttpRequest, application_id: str, kind: MoveKind) -> HttpResponse:
    """Decides once per key, then leads on; a desk with JavaScript gets what changed around the candidate."""
    application = application_for(request, application_id)
    given = {k: request.POST[k] for k in ("reason", "words", "to") if request.POST.get(k)}
    refusals: list[Refusal] = []

    def decide() -> str:
        answer = decide_application(application, kind=kind, actor=actor_of(request), **given)
        if isinstance(answer, Refusal):
            refusals.append(answer)
        return safe_next(request, f"/rekrut/loker/{application.posting.public_id}/triase/")

    path = once(owner_of(request), request.POST.get("key", ""), decide)
    if refusals:
        return refused(request, application, refusals[0])
    return around(request, application.posting) if request.htmx else SeeOther(path)  # type: ignore[attr-defined]


def refused(request: HttpRequest, application: Application, refusal: Refusal) -> HttpResponse:
    """Says why; a desk with JavaScript gets the sentence alone."""
    words = refusal_words(refusal)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(words, status=409, content_type="text/plain; charset=utf-8")
    messages.error(request, words)
    return SeeOther(f"/rekrut/loker/{application.posting.public_id}/triase/?lamaran={application.public_id}")


def around(request: HttpRequest, posting: JobPosting) -> HttpResponse:
    """The parts of the desk that a decision changes."""
    desk = desk_of(actor_of(request), posting, blind=is_blind(request))
    sieve = sieve_of(request)
    counts = shelf_counts(queue_of(posting, sieve))
    return render(request, "recruiter/triage_around.html", {"desk": desk, "counts": counts, "query": query_of(sieve)})


def move_for(request: HttpRequest, public_id: str) -> Move:
    """A decision of the organization (what an applicant did is not ours to undo), else 404."""
    mine = Application.objects.reviewable_by(actor_of(request))
    rows = Move.objects.exclude(kind__in=BY_APPLICANT).select_related("application__posting")
    found = rows.filter(public_id=public_id, application__in=mine).first()
    if found is None:
        raise Http404
    return found


def owner_of(request: HttpRequest) -> str:
    """Whose keys these are."""
    return str(actor_of(request).account_id)
