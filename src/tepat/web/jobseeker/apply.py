"""Applying in three steps: which CV, is it read right, send. The address holds the state, so nothing is lost with the session."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tepat.domain.documents import Unreadable
from tepat.models import CV, Account, Application, JobPosting
from tepat.services.applying import apply_for_posting
from tepat.services.correcting import confirm_cv
from tepat.services.screening import match_for
from tepat.services.uploading import photos_are_read, receive_own_cv
from tepat.services.wording.documents import unreadable_message
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import account_of, actor_of
from tepat.web.answers import SeeOther
from tepat.web.drafts import fresh_key, typed_before
from tepat.web.jobseeker.checking import Sheet, phone_words, sheet_of, take_correction
from tepat.web.jobseeker.resume import given_files
from tepat.web.policies import signed_in
from tepat.web.public.fit import Fit, fit_of

ACCEPT = ".pdf,.docx,.doc,.odt,.rtf,.txt,.html,.png,.jpg,.jpeg"


class ConsentForm(forms.Form):
    """One box per purpose; only the first is needed to apply."""

    consent_apply = forms.BooleanField(
        error_messages={"required": gettext_lazy("Without your consent we may not send your data.")}
    )
    consent_cv_database = forms.BooleanField(required=False)
    consent_alerts = forms.BooleanField(required=False)

    def purposes(self) -> frozenset[str]:
        return frozenset(name.removeprefix("consent_") for name, given in self.cleaned_data.items() if given)


@dataclass(frozen=True, slots=True)
class Page:
    """`step` 1 to 3 in `steps`."""

    posting: JobPosting
    step: int
    steps: tuple[str, ...]
    cv: CV | None = None
    fault: str = ""
    known: list[CV] | None = None
    sheet: Sheet | None = None
    form: ConsentForm | None = None
    key: str = ""
    seen: dict[str, Any] | None = None
    again: bool = False
    photos: bool = True
    fit: Fit | None = None


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def choose_cv(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 1: the CV in use, another file, or a profile by form."""
    account, posting = account_of(request), _posting(slug)
    if answer := _cannot(request, account, posting):
        return answer
    fault = ""
    if request.method == "POST":
        chosen = _chosen(request, account)
        if isinstance(chosen, CV):
            return SeeOther(_at("check_cv" if chosen.confirmed_at is None else "send_application", posting, chosen))
        fault = chosen
    known = list(CV.objects.filter(account=account, state="read").order_by("-pk")[:3])
    again = Application.objects.filter(candidate__account=account, posting=posting, outcome="withdrawn").exists()
    page = Page(posting, 1, _steps(), known=known, fault=fault, again=again, photos=photos_are_read())
    return render(request, "jobseeker/apply_cv.html", {"page": page})


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def check_cv(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 2: what was read, beside its lines."""
    account, posting = account_of(request), _posting(slug)
    cv = _own_cv(request)
    if answer := _cannot(request, account, posting):
        return answer
    here = _at("check_cv", posting, cv)
    editing, refused = request.GET.get("ubah", ""), None
    if request.method == "POST":
        if "confirm" in request.POST:
            confirm_cv(cv, account=account)
            return SeeOther(_at("send_application", posting, cv))
        refused = take_correction(request, cv, account=account)
        editing = request.POST.get("path", "")
        if refused is None:
            return SeeOther(f"{here}#{'baris' + editing.replace('/', '-')}")
    page = Page(posting, 2, _steps(), cv=cv, sheet=sheet_of(cv, editing=editing, form=refused))
    return render(request, "jobseeker/apply_check.html", {"page": page, "here": here})


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def send_application(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 3: what the organization gets, consent per purpose, send."""
    account, posting = account_of(request), _posting(slug)
    cv = _own_cv(request)
    key = request.POST.get("key", "")[:64]
    # First whether one cannot, then what this key did: in the other order a double press may find its own twin in between.
    answer = _cannot(request, account, posting)
    if key and (sent := Application.objects.sent_by(actor_of(request)).filter(idempotency_key=key).first()):
        return SeeOther(reverse("application_sent", args=[sent.public_id]))
    if answer:
        return answer
    form = ConsentForm(request.POST or None, initial=typed_before(request))
    fault = ""
    if request.method == "POST" and form.is_valid():
        sent_or_not = apply_for_posting(
            account, posting=posting, cv=cv, idempotency_key=key or fresh_key(), purposes=form.purposes()
        )
        if isinstance(sent_or_not, Application):
            return SeeOther(reverse("application_sent", args=[sent_or_not.public_id]))
        fault = refusal_words(sent_or_not)
    basics = sheet_basics(cv, account)
    fit = fit_of(match_for(cv, posting), text=cv.text)
    page = Page(posting, 3, _steps(), cv=cv, form=form, key=key or fresh_key(), fault=fault, seen=basics, fit=fit)
    return render(request, "jobseeker/apply_send.html", {"page": page})


def sheet_basics(cv: CV, account: Account) -> dict[str, Any]:
    """What the organization sees first of a person: name, mail, phone, place."""
    from tepat.services.screening import document_of

    basics = document_of(cv).get("basics") or {}
    return {
        "name": basics.get("name") or account.name,
        "email": account.email,
        "phone": phone_words(basics.get("phone") or ""),
        "city": (basics.get("location") or {}).get("city") or "",
    }


def _posting(slug: str) -> JobPosting:
    """One that is, or was, public; drafts and what waits for moderation do not exist here."""
    public = JobPosting.objects.filter(state__in=["published", "closed"], organization__verification="verified")
    return get_object_or_404(public.select_related("organization").prefetch_related("stages"), slug=slug)


def _cannot(request: HttpRequest, account: Account, posting: JobPosting) -> HttpResponse | None:
    """The page that says why one cannot apply here; None if one can."""
    mine = Application.objects.filter(candidate__account=account, posting=posting).first()
    withdrew = mine is not None and mine.outcome == "withdrawn"
    if mine is not None and not withdrew:
        return render(request, "jobseeker/apply_not.html", {"posting": posting, "application": mine})
    if not JobPosting.objects.live().filter(pk=posting.pk).exists():
        context = {"posting": posting, "application": None, "withdrew": withdrew}
        return render(request, "jobseeker/apply_not.html", context, status=410)
    return None


def _chosen(request: HttpRequest, account: Account) -> CV | str:
    """The CV of step 1, or what is wrong in words."""
    if uploads := given_files(request):
        found = receive_own_cv(account, uploads)
        return unreadable_message(found) if isinstance(found, Unreadable) else found
    if wanted := request.POST.get("known"):
        return get_object_or_404(CV.objects.filter(account=account, state="read"), public_id=wanted)
    return _("Choose a CV first.")


def _own_cv(request: HttpRequest) -> CV:
    """The CV in the address: one's own and read, else 404."""
    wanted = request.GET.get("cv", "")
    cv = CV.objects.filter(account=account_of(request), state="read", public_id=wanted).first()
    if cv is None:
        raise Http404
    return cv


def _steps() -> tuple[str, ...]:
    return (_("Your CV"), _("Check the data"), _("Send"))


def _at(name: str, posting: JobPosting, cv: CV) -> str:
    return f"{reverse(name, args=[posting.slug])}?cv={cv.public_id}"
