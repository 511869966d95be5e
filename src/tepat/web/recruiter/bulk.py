"""One decision on several people: who, how many, why; nothing happens before it is confirmed."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tepat.domain.pipeline import REJECTION_REASONS, MoveKind
from tepat.domain.refusal import Refusal
from tepat.models import Application, JobPosting
from tepat.models.keys import new_public_id
from tepat.services.deciding import decide_application
from tepat.services.spending import once
from tepat.services.triaging import queue_of
from tepat.services.wording import moves as wording
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind, posting_for
from tepat.web.recruiter.sheets import name_of
from tepat.web.recruiter.triage import sieve_of

KINDS: tuple[MoveKind, ...] = ("reject", "advance", "hold", "pool")
MOST = 300


@dataclass(frozen=True, slots=True)
class BulkPage:
    posting: JobPosting
    people: tuple[tuple[str, str, str], ...]
    letters: int
    kinds: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
    key: str
    next: str
    section: str = "postings"


@require_http_methods(["GET", "POST"])
@member("decide_applications")
def decide_several(request: HttpRequest, posting_id: str) -> HttpResponse:
    """GET shows who it would concern (`lamaran` …, or `semua` of a filter); POST decides on exactly those shown."""
    posting = posting_for(request, posting_id)
    if request.method == "POST":
        return decided(request, posting)
    people = chosen(request, posting)
    page = BulkPage(
        posting=posting,
        people=tuple(
            (a.public_id, name_of(a, blind=is_blind(request)), a.match.headline if hasattr(a, "match") else "") for a in people
        ),
        letters=sum(a.candidate.account_id is not None for a in people),
        kinds=(("reject", _("Reject")), ("advance", _("Continue")), ("hold", _("Hold")), ("pool", _("Keep in pool"))),
        reasons=tuple((code, wording.reason_word(code)) for code in REJECTION_REASONS),
        key=new_public_id(),
        next=f"/rekrut/loker/{posting.public_id}/triase/",
    )
    return render(request, "recruiter/triage_bulk.html", {"page": page})


def chosen(request: HttpRequest, posting: JobPosting) -> list[Application]:
    """In the order of the queue, at most 300."""
    ids = request.GET.getlist("lamaran")
    if request.GET.get("semua"):
        ids = [w.public_id for w in queue_of(posting, sieve_of(request))]
    rows = Application.objects.filter(posting=posting, outcome="", public_id__in=ids[:MOST]).select_related("candidate", "match")
    order = {public_id: n for n, public_id in enumerate(ids)}
    return sorted(rows, key=lambda a: order[a.public_id])


def decided(request: HttpRequest, posting: JobPosting) -> HttpResponse:
    kind = next((k for k in KINDS if k == request.POST.get("kind")), None)
    reason = request.POST.get("reason", "") if kind == "reject" else ""
    if kind is None or (kind == "reject" and reason not in REJECTION_REASONS):
        messages.error(request, refusal_words(Refusal("rejection_reason_missing", "reason")))
        return SeeOther(safe_next(request, f"/rekrut/loker/{posting.public_id}/triase/"))
    rows = Application.objects.filter(posting=posting, public_id__in=request.POST.getlist("lamaran")[:MOST])

    def decide() -> str:
        answers = [decide_application(a, kind=kind, actor=actor_of(request), reason=reason) for a in rows]
        done = sum(not isinstance(a, Refusal) for a in answers)
        messages.success(request, ngettext("%(n)s application decided.", "%(n)s applications decided.", done) % {"n": done})
        if left := len(answers) - done:
            messages.error(request, _("%(n)s had been decided meanwhile.") % {"n": left})
        return f"/rekrut/loker/{posting.public_id}/keputusan/"

    return SeeOther(once(str(actor_of(request).account_id), request.POST.get("key", ""), decide))
