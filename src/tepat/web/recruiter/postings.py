"""Postings: list, write or paste, read into requirements, publish, close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tepat.domain.refusal import Refusal
from tepat.models import JobPosting
from tepat.services.counting import PostingFigures, posting_figures
from tepat.services.publishing import change_posting, change_requirements, close_posting, draft_posting, publish_posting
from tepat.services.spending import once
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of, organization_of
from tepat.web.drafts import fresh_key, typed_before
from tepat.web.policies import member
from tepat.web.recruiter.posting_form import PostingForm, initial_of
from tepat.web.recruiter.posting_reading import CheckShown, RequirementGroup, checks_of, clarity_of, groups_of
from tepat.web.recruiter.requirements import typed_requirements


@dataclass(frozen=True, slots=True)
class ListPage:
    figures: Sequence[PostingFigures]
    state: str
    section: str = "postings"


@dataclass(frozen=True, slots=True)
class WritePage:
    form: PostingForm
    key: str
    section: str = "postings"


@dataclass(frozen=True, slots=True)
class EditPage:
    posting: JobPosting
    form: PostingForm
    groups: Sequence[RequirementGroup]
    checks: Sequence[CheckShown]
    clarity: str
    address: str
    key: str
    added: tuple[str, str]
    restored: bool
    section: str = "postings"


def own(request: HttpRequest, public_id: str) -> JobPosting:
    """A posting this person may edit; anything else is 404."""
    mine = (
        JobPosting.objects.editable_by(actor_of(request))
        .select_related("organization")
        .prefetch_related("requirements", "stages")
    )
    return get_object_or_404(mine, public_id=public_id)


@member("edit_postings")
def list_postings(request: HttpRequest) -> HttpResponse:
    state = request.GET.get("status", "")
    mine = JobPosting.objects.editable_by(actor_of(request)).filter(organization=organization_of(request))
    chosen = mine.filter(state=state) if state in {"draft", "in_moderation", "published", "closed"} else mine
    page = ListPage(posting_figures(chosen.select_related("organization").order_by("-updated_at", "pk")[:200]), state)
    return render(request, "recruiter/postings.html", {"page": page})


@member("edit_postings")
def write_posting(request: HttpRequest) -> HttpResponse:
    form = PostingForm(request.POST or None, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        faults: list[Refusal] = []

        def make() -> str:
            made = draft_posting(organization_of(request), form.fields_typed(), actor=actor_of(request))
            if isinstance(made, JobPosting):
                return f"/rekrut/loker/{made.public_id}/"
            faults.extend(made)
            return ""

        address = make_once(request, make)
        if address:
            return redirect(address)
        show_faults(form, faults)
    page = WritePage(form, request.POST.get("key") or fresh_key())
    return render(request, "recruiter/posting_write.html", {"page": page}, status=422 if form.errors else 200)


def make_once(request: HttpRequest, make: Any) -> str:
    """The address `make` led to, also for a second press; nothing is kept where it led nowhere."""

    class NowhereError(Exception):
        pass

    def do() -> str:
        address: str = make()
        if not address:
            raise NowhereError
        return address

    try:
        return once(str(actor_of(request).account_id), request.POST.get("key", ""), do)
    except NowhereError:
        return ""


@member("edit_postings")
def edit_posting(request: HttpRequest, public_id: str) -> HttpResponse:
    """The posting's page. All of it is one form, so that no button loses what was typed for another."""
    posting = own(request, public_id)
    if request.method != "POST":
        typed = typed_before(request)
        return show(request, posting, PostingForm(initial={**initial_of(posting), **typed}), typed)
    if faulty := save_typed(request, posting):
        return show(request, own(request, public_id), faulty, request.POST.dict())
    messages.success(request, _("Saved."))
    return redirect(f"/rekrut/loker/{public_id}/")


def save_typed(request: HttpRequest, posting: JobPosting) -> PostingForm | None:
    """Saves what the page's form carries, once; the form with its faults where that cannot be."""
    faulty: list[PostingForm] = []

    def save() -> str:
        form = save_once(request, posting)
        faulty.extend([form] if form else [])
        return "" if form else f"/rekrut/loker/{posting.public_id}/"

    make_once(request, save)
    return faulty[0] if faulty else None


def save_once(request: HttpRequest, posting: JobPosting) -> PostingForm | None:
    """What is unchanged is left alone; without the advert only requirements are taken."""
    typed = request.POST.dict()
    requirements = typed_requirements(posting, typed)
    form = PostingForm(request.POST, initial=initial_of(posting))
    if "text" not in typed or not form.has_changed():
        change_requirements(posting, requirements, actor=actor_of(request))
        return None
    if form.is_valid():
        faults = change_posting(posting, form.fields_typed(), actor=actor_of(request), requirements=requirements)
        if isinstance(faults, JobPosting):
            return None
        show_faults(form, faults)
    return form


def show(request: HttpRequest, posting: JobPosting, form: PostingForm, typed: Mapping[str, str]) -> HttpResponse:
    page = EditPage(
        posting,
        form,
        groups=groups_of(posting, typed),
        checks=checks_of(posting, typed),
        clarity=clarity_of(posting),
        address=f"/rekrut/loker/{posting.public_id}/",
        key=fresh_key(),
        added=(typed.get("new-label", ""), typed.get("new-importance", "")),
        restored=bool(typed) and not form.is_bound,
    )
    return render(request, "recruiter/posting_edit.html", {"page": page}, status=422 if form.errors else 200)


def show_faults(form: PostingForm, faults: Sequence[Refusal]) -> None:
    """Each fault at its field."""
    for fault in faults:
        form.add_error(fault.field if fault.field in form.fields else None, refusal_words(fault))


@member("edit_postings")
@require_POST
def publish(request: HttpRequest, public_id: str) -> HttpResponse:
    """Saves what the page carries, then publishes."""
    posting = own(request, public_id)
    if faulty := save_typed(request, posting):
        return show(request, own(request, public_id), faulty, request.POST.dict())
    reasons = {name.removeprefix("reason-"): words for name, words in request.POST.items() if name.startswith("reason-")}
    answer = publish_posting(posting, actor=actor_of(request), kept_reasons={k: str(v)[:500] for k, v in reasons.items()})
    if isinstance(answer, Refusal):
        messages.error(request, refusal_words(answer))
    elif answer.state == "in_moderation":
        messages.success(request, _("Sent. An operator looks at it before it is public."))
    else:
        messages.success(request, _("“%(title)s” is public now.") % {"title": answer.title})
    return redirect(f"/rekrut/loker/{public_id}/")


@member("edit_postings")
@require_POST
def close(request: HttpRequest, public_id: str) -> HttpResponse:
    """Saves what the page carries, then closes."""
    posting = own(request, public_id)
    if faulty := save_typed(request, posting):
        return show(request, own(request, public_id), faulty, request.POST.dict())
    close_posting(posting, actor=actor_of(request))
    messages.success(request, _("“%(title)s” is closed. Its page says so.") % {"title": posting.title})
    return redirect("/rekrut/loker/")
