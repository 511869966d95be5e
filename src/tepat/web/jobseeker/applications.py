"""One's own applications, as parcels are tracked: where it is, since when, what was promised."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tepat.domain.refusal import Refusal
from tepat.services.applying import withdraw_application
from tepat.services.following import Tracked, own_applications, tracked
from tepat.services.wording.refusals import refusal_words
from tepat.templatetags.wording import day, moment, say
from tepat.web.actors import account_of, actor_of
from tepat.web.answers import SeeOther
from tepat.web.paging import Pager, page_number
from tepat.web.policies import signed_in

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class ShownStep:
    words: str
    when: str
    sub: str
    state: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One application in words."""

    id: str
    title: str
    organization: str
    posting_address: str
    sent_at: str
    standing: str
    promise: str
    late: bool
    runs: bool
    may_return: bool
    steps: list[ShownStep]
    cv_id: str
    days_late: int


@dataclass(frozen=True, slots=True)
class ListPage:
    rows: list[Shown]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Page:
    application: Shown


@signed_in
@never_cache
def show_all(request: HttpRequest) -> HttpResponse:
    found = own_applications(actor_of(request))
    pager = Pager(page_number(request), found.count(), PAGE_SIZE)
    rows = [shown(tracked(a)) for a in found[pager.start : pager.start + PAGE_SIZE]]
    return render(request, "jobseeker/applications.html", {"page": ListPage(rows, pager)})


@signed_in
@never_cache
def show(request: HttpRequest, application_id: str) -> HttpResponse:
    application = get_object_or_404(own_applications(actor_of(request)), public_id=application_id)
    return render(request, "jobseeker/application.html", {"page": Page(shown(tracked(application)))})


@signed_in
@never_cache
def sent(request: HttpRequest, application_id: str) -> HttpResponse:
    """What happens next, right after sending."""
    application = get_object_or_404(own_applications(actor_of(request)), public_id=application_id)
    return render(request, "jobseeker/application_sent.html", {"page": Page(shown(tracked(application)))})


@signed_in
@require_POST
def withdraw(request: HttpRequest, application_id: str) -> HttpResponse:
    application = get_object_or_404(own_applications(actor_of(request)), public_id=application_id)
    answer = withdraw_application(application, account=account_of(request))
    if isinstance(answer, Refusal):
        messages.error(request, refusal_words(answer))
    else:
        messages.success(request, _("Your application is withdrawn."))
    return SeeOther(f"/saya/lamaran/{application_id}/")


def shown(found: Tracked) -> Shown:
    application, posting = found.application, found.application.posting
    days_late = (timezone.localdate() - found.promised_on).days if found.late and found.promised_on else 0
    return Shown(
        id=application.public_id,
        title=posting.title,
        organization=posting.organization.name,
        posting_address=f"/loker/{posting.slug}/",
        sent_at=moment(application.applied_at),
        standing=_standing(found),
        promise=_promise(found, days_late),
        late=found.late,
        runs=found.runs,
        may_return=found.outcome == "withdrawn" and posting.is_live,
        steps=_steps(found),
        cv_id=application.cv.public_id if application.cv and application.cv.account_id else "",
        days_late=days_late,
    )


def outcome_words(outcome: str) -> str:
    return {
        "hired": _("Hired"),
        "rejected": _("Not continued"),
        "withdrawn": _("You withdrew"),
        "pooled": _("Kept for later jobs"),
    }[outcome]


def _standing(found: Tracked) -> str:
    if found.outcome:
        return outcome_words(found.outcome)
    current = next((s for s in found.steps if s.state in ("current", "late")), None)
    return (current.name or say(current.key, "step")) if current else _("Application received")


def _promise(found: Tracked, days_late: int) -> str:
    if found.promised_on is None:
        return ""
    if days_late:
        late = ngettext("The firm is %(n)s day late", "The firm is %(n)s days late", days_late) % {"n": days_late}
        return f"{late} · {_('answer promised by %(day)s') % {'day': day(found.promised_on)}}"
    return _("Answer promised by %(day)s") % {"day": day(found.promised_on)}


def _steps(found: Tracked) -> list[ShownStep]:
    rows = []
    for step in found.steps:
        words = step.name or say(step.key, "step")
        when = day(step.entered_at) if step.entered_at else _days(step.promise_days)
        rows.append(ShownStep(words, when, _sub(found, step.key, step.state), step.state))
    if found.outcome:
        rows.append(ShownStep(outcome_words(found.outcome), day(found.ended_at), "", "done"))
    return rows


def _sub(found: Tracked, key: str, state: str) -> str:
    parts = []
    if key == "new":
        viewed = found.application.first_viewed_at
        if viewed:
            parts.append(_("First opened by the firm: %(day)s") % {"day": moment(viewed)})
        elif state in ("current", "late"):
            parts.append(_("Not opened by the firm yet"))
    if state in ("current", "late"):
        parts.append(_promise(found, (timezone.localdate() - found.promised_on).days if found.late and found.promised_on else 0))
    return " · ".join(p for p in parts if p)


def _days(days: int) -> str:
    return ngettext("about %(n)s day", "about %(n)s days", days) % {"n": days}
