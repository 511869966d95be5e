"""The profile by form: one page, entries can be added without scripts; what is known already is filled in."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tepat.domain.cv.compose import EducationValues, ProfileValues, SkillValue, WorkValues
from tepat.domain.language.phones import to_e164
from tepat.domain.refusal import Refusal
from tepat.models import Account, JobPosting, Jobseeker
from tepat.services.composing import compose_cv
from tepat.services.correcting import province_of, skill_value
from tepat.services.presenting import choose_visibility
from tepat.services.screening import document_of
from tepat.web.actors import account_of
from tepat.web.answers import SeeOther, safe_next
from tepat.web.drafts import typed_before
from tepat.web.jobseeker.editing import LANGUAGES, EducationForm, WorkForm
from tepat.web.policies import signed_in

MOST_ENTRIES = 12


class PersonForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write your name. One word is enough.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("WhatsApp number"),
        max_length=30,
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    city = forms.CharField(label=gettext_lazy("City or regency where you live"), max_length=80, required=False)

    def clean_phone(self) -> str:
        written = self.cleaned_data["phone"].strip()
        number = to_e164(written) if written else ""
        if number is None:
            raise forms.ValidationError(_("This is no complete number, such as 0812 3456 7890."))
        return number


class AbilitiesForm(forms.Form):
    skills = forms.CharField(
        label=gettext_lazy("Skills"),
        help_text=gettext_lazy("With commas between them: Windows, printer, MikroTik."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    certificates = forms.CharField(
        label=gettext_lazy("Certificates"), help_text=gettext_lazy("With commas between them."), max_length=500, required=False
    )
    languages = forms.CharField(
        label=gettext_lazy("Languages"),
        help_text=gettext_lazy("With commas between them: Indonesia, Inggris."),
        max_length=200,
        required=False,
    )


@dataclass(frozen=True, slots=True)
class Page:
    person: PersonForm
    works: list[WorkForm]
    educations: list[EducationForm]
    abilities: AbilitiesForm
    faults: int
    slug: str
    restored: bool


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def fill_in(request: HttpRequest) -> HttpResponse:
    """A POST with `more` only adds an empty entry; another one makes the CV and leads on, to an application if one is meant."""
    account, slug = account_of(request), request.GET.get("loker", "")
    kept = typed_before(request)
    if request.method == "POST" or kept:
        data = request.POST if request.method == "POST" else _as_post(kept)
        page = _typed(data, slug, restored=bool(kept))
        if request.method == "POST" and "more" not in request.POST and not page.faults:
            cv = compose_cv(account, _values(page, account))
            if JobPosting.objects.live().filter(slug=slug).exists():
                return SeeOther(f"/loker/{slug}/lamar/kirim/?cv={cv.public_id}")
            messages.success(request, _("Your profile is saved."))
            return SeeOther("/saya/")
    else:
        page = _known(account, slug)
    return render(request, "jobseeker/profile.html", {"page": page})


@signed_in
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Who may find the profile."""
    answer = choose_visibility(account_of(request), visibility=request.POST.get("visibility", ""))
    if not isinstance(answer, Refusal):
        messages.success(request, _("Saved."))
    return SeeOther(safe_next(request, "/saya/data/", within="/saya/"))


def _as_post(kept: dict[str, str]) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(kept)
    return data


def _typed(data: QueryDict, slug: str, *, restored: bool) -> Page:
    """The forms as typed; entries left blank count as not there."""
    more = data.get("more", "")
    plain: dict[str, Any] = {"empty_permitted": True, "use_required_attribute": False}
    works = [WorkForm(data, prefix=f"work-{n}", **plain) for n in _indexes(data, "work")]
    schools = [EducationForm(data, prefix=f"education-{n}", **plain) for n in _indexes(data, "education")]
    person, abilities = PersonForm(data), AbilitiesForm(data)
    forms_ = [person, abilities, *(f for f in works if _said(f)), *(f for f in schools if _said(f))]
    faults = 0 if more or restored else sum(not f.is_valid() for f in forms_)
    if more == "work" and len(works) < MOST_ENTRIES:
        works.append(WorkForm(prefix=f"work-{len(works)}", use_required_attribute=False))
    if more == "education" and len(schools) < MOST_ENTRIES:
        schools.append(EducationForm(prefix=f"education-{len(schools)}", use_required_attribute=False))
    if more or restored:
        person, abilities = PersonForm(initial=data.dict()), AbilitiesForm(initial=data.dict())
        works = [_unbound(f) for f in works]
        schools = [_unbound(f) for f in schools]
    return Page(person, works, schools, abilities, faults, slug, restored)


def _unbound(form: Any) -> Any:
    """The same values without judging them."""
    values = {name: form.data.get(form.add_prefix(name)) for name in form.fields} if form.is_bound else form.initial
    return type(form)(prefix=form.prefix, initial=values, use_required_attribute=False)


def _indexes(data: QueryDict, name: str) -> range:
    found = [int(key.split("-")[1]) for key in data if key.startswith(f"{name}-") and key.split("-")[1].isdigit()]
    return range(min(max(found, default=0) + 1, MOST_ENTRIES))


def _said(form: forms.Form) -> bool:
    """Whether anything of an entry was filled in."""
    return any((form.data.get(form.add_prefix(n)) or "").strip() for n in form.fields if n != "ongoing")


def _known(account: Account, slug: str) -> Page:
    """Filled with what the CV in use says."""
    person = Jobseeker.objects.filter(account=account).select_related("cv").first()
    document: dict[str, Any] = document_of(person.cv) if person and person.cv and person.cv.state == "read" else {}
    basics = document.get("basics") or {}
    first = {
        "name": basics.get("name") or account.name,
        "phone": basics.get("phone") or (person.phone if person else ""),
        "city": (basics.get("location") or {}).get("city") or (person.city if person else ""),
    }
    works = [_work_initial(w) for w in document.get("work", [])][:MOST_ENTRIES] or [{}]
    schools = [_school_initial(e) for e in document.get("education", [])][:MOST_ENTRIES] or [{}]
    lists = {
        name: ", ".join(str(item.get(key) or "") for item in document.get(name, []))
        for name, key in (("skills", "name"), ("certificates", "name"), ("languages", "language"))
    }
    return Page(
        PersonForm(initial=first),
        [WorkForm(prefix=f"work-{n}", initial=w, use_required_attribute=False) for n, w in enumerate(works)],
        [EducationForm(prefix=f"education-{n}", initial=e, use_required_attribute=False) for n, e in enumerate(schools)],
        AbilitiesForm(initial=lists),
        0,
        slug,
        restored=False,
    )


def _work_initial(work: dict[str, Any]) -> dict[str, Any]:
    start_year, start_month = _parts(work.get("startDate"))
    year, month = _parts(work.get("endDate"))
    return {
        "position": work.get("position"),
        "employer": work.get("name"),
        "start_year": start_year,
        "start_month": start_month,
        "year": year,
        "month": month,
        "ongoing": "endDate" in work and work["endDate"] is None,
        "duties": work.get("summary"),
    }


def _school_initial(education: dict[str, Any]) -> dict[str, Any]:
    return {
        "level": education.get("studyType"),
        "area": education.get("area"),
        "institution": education.get("institution"),
        "year": _parts(education.get("endDate"))[0],
        "grade": education.get("score"),
    }


def _parts(written: str | None) -> tuple[str, str]:
    year, _dash, month = (written or "").partition("-")
    return year, str(int(month)) if month.isdigit() else ""


def _values(page: Page, account: Account) -> ProfileValues:
    person, abilities = page.person.cleaned_data, page.abilities.cleaned_data
    return ProfileValues(
        name=person["name"],
        email=account.email,
        phone=person["phone"],
        city=person["city"],
        region=province_of(person["city"]) or "",
        work=tuple(_work(form) for form in page.works if _said(form)),
        education=tuple(_education(form) for form in page.educations if _said(form)),
        skills=tuple(SkillValue(v["id"], v["name"], v["keywords"][0]) for v in map(skill_value, _split(abilities["skills"]))),
        certificates=tuple(_split(abilities["certificates"])),
        languages=tuple((LANGUAGES.get(w.casefold().removeprefix("bahasa "), w), w) for w in _split(abilities["languages"])),
    )


def _work(form: WorkForm) -> WorkValues:
    data = form.cleaned_data
    return WorkValues(
        position=data["position"],
        employer=data["employer"],
        start=form.written("start_"),
        end=None if data["ongoing"] else form.written(),
        duties=data["duties"],
    )


def _education(form: EducationForm) -> EducationValues:
    data = form.cleaned_data
    return EducationValues(
        level=data["level"],
        area=data["area"],
        institution=data["institution"],
        year=data["year"],
        grade=None if data["grade"] is None else float(data["grade"]),
    )


def _split(written: str) -> list[str]:
    """Parts between commas or lines, each once."""
    parts = (" ".join(part.split())[:80] for part in written.replace("\n", ",").split(","))
    return list(dict.fromkeys(part for part in parts if part))[:60]
