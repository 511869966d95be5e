"""The review: what was laid before this seat, evidence first; one answer and a few words, also on a phone."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tepat.domain.refusal import Refusal
from tepat.models import Application, Note
from tepat.models.applications import ApplicationQuerySet
from tepat.models.keys import new_public_id
from tepat.services.sharing import write_note
from tepat.services.spending import once
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.paging import Pager, page_number
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind
from tepat.web.recruiter.sheets import Sheet, sheet_of

PER_PAGE = 5


@dataclass(frozen=True, slots=True)
class Review:
    """`others` stay hidden until one's own answer is there, so that nobody leans on anybody."""

    sheet: Sheet
    mine: Note | None
    others: tuple[Note, ...]
    hidden: int
    key: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    reviews: tuple[Review, ...]
    pager: Pager
    open: int
    section: str = "review"


@require_GET
@member("see_shared")
def show_reviews(request: HttpRequest) -> HttpResponse:
    """Those still waiting for this person's answer first, five to a page."""
    rows = list(laid_before(request))
    answered = answers_of(rows)
    me = actor_of(request).account_id
    rows.sort(key=lambda a: any(n.written_by_id == me for n in answered.get(a.pk, [])))
    pager = Pager(page_number(request), len(rows), PER_PAGE)
    reviews = [review_of(request, a, answered.get(a.pk, []), with_text=False) for a in rows[pager.start : pager.start + PER_PAGE]]
    waiting = sum(not any(n.written_by_id == me for n in answered.get(a.pk, [])) for a in rows)
    return render(request, "recruiter/review.html", {"page": ReviewPage(tuple(reviews), pager, waiting)})


@require_GET
@member("see_shared")
def show_review(request: HttpRequest, application_id: str) -> HttpResponse:
    """One person with the whole text of the CV."""
    application = get_object_or_404(laid_before(request), public_id=application_id)
    review = review_of(request, application, answers_of([application]).get(application.pk, []), with_text=True)
    page = ReviewPage((review,), Pager(1, 1, 1), int(review.mine is None))
    return render(request, "recruiter/review_one.html", {"page": page, "review": review})


@require_POST
@member("give_feedback")
def give_opinion(request: HttpRequest, application_id: str) -> HttpResponse:
    """yes, maybe or no, with words; a later answer replaces an earlier one."""
    application = get_object_or_404(laid_before(request), public_id=application_id)
    actor = actor_of(request)

    def write() -> str:
        opinion = request.POST.get("opinion", "") or "missing"
        answer = write_note(application, words=request.POST.get("words", ""), actor=actor, opinion=opinion)
        if isinstance(answer, Refusal):
            messages.error(request, refusal_words(answer))
        else:
            messages.success(request, _("Your answer is there. Thank you."))
        return safe_next(request, "/rekrut/tinjau/")

    return SeeOther(once(str(actor.account_id), request.POST.get("key", ""), write))


def laid_before(request: HttpRequest) -> ApplicationQuerySet:
    """What was shared with this person's seats and is not ended."""
    rows = Application.objects.shared_with(actor_of(request)).filter(outcome="")
    return rows.select_related("posting__organization", "candidate", "cv", "match").order_by("posting_id", "pk")


def answers_of(applications: list[Application]) -> dict[int, list[Note]]:
    """The last answer of each person, per application."""
    notes = Note.objects.filter(application__in=applications).exclude(opinion="").select_related("written_by").order_by("pk")
    last = {(n.application_id, n.written_by_id): n for n in notes}
    found: dict[int, list[Note]] = {}
    for note in last.values():
        found.setdefault(note.application_id, []).append(note)
    return found


def review_of(request: HttpRequest, application: Application, notes: list[Note], *, with_text: bool) -> Review:
    me = actor_of(request).account_id
    mine = next((n for n in notes if n.written_by_id == me), None)
    others = tuple(n for n in notes if n.written_by_id != me)
    return Review(
        sheet=sheet_of(application, blind=is_blind(request), with_text=with_text),
        mine=mine,
        others=others if mine else (),
        hidden=0 if mine else len(others),
        key=new_public_id(),
    )
