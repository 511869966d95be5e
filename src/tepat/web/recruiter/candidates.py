"""Search among people who agreed to be found: boolean or plain, filters, each with what shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tepat.domain.search.query import KeywordField
from tepat.models import Jobseeker
from tepat.services import engines
from tepat.services.screening import document_of, headline_of
from tepat.services.searching import search_people
from tepat.services.wording.postings import occupation_name
from tepat.web.actors import actor_of
from tepat.web.paging import Pager, page_number
from tepat.web.policies import member

SIZE, SHOWN_SKILLS, SHOWN_FACETS = 20, 8, 10
FILTERS: Mapping[str, KeywordField] = {"peran": "occupation", "kota": "city", "keahlian": "skill", "pendidikan": "education"}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as a search shows them: no contact; no name where the profile is anonymous."""

    public_id: str
    name: str
    headline: str
    place: str
    months: int | None
    education: str
    skills: Sequence[str]


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetShown:
    key: str
    words: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Page:
    words: str
    months: str
    rows: Sequence[PersonRow]
    facets: Sequence[FacetShown]
    pager: Pager
    fault_at: int | None
    narrowed: bool
    section: str = "candidates"


@member("search_candidates")
def search(request: HttpRequest) -> HttpResponse:
    words, months, number = request.GET.get("q", "")[:400], request.GET.get("bulan", ""), page_number(request)
    chosen = {field: tuple(v[:80] for v in request.GET.getlist(key)[:10] if v) for key, field in FILTERS.items()}
    found = search_people(
        words,
        chosen=chosen,
        least_months=int(months) if months.isascii() and months.isdigit() and len(months) < 4 else None,
        start=(number - 1) * SIZE,
        size=SIZE,
        facets=tuple(FILTERS.values()),
        actor=actor_of(request),
    )
    words_of = {"peran": _("Role"), "kota": _("City"), "keahlian": _("Skill"), "pendidikan": _("Education")}
    facets = [
        FacetShown(key, words_of[key], _choices(field, found.facets.get(field, ()), chosen[field]))
        for key, field in FILTERS.items()
    ]
    fault_at = found.fault.position if found.fault else None
    pager = Pager(number, found.total, SIZE)
    page = Page(words, months, [_row(p) for p in found.people], facets, pager, fault_at, narrowed=any(chosen.values()))
    return render(request, "recruiter/candidates.html", {"page": page})


def _choices(field: str, counts: Sequence[tuple[str, int]], chosen: Sequence[str]) -> list[Choice]:
    known = dict(counts)
    values = [*chosen, *(v for v, _n in counts if v not in chosen)][: max(SHOWN_FACETS, len(chosen))]
    return [Choice(v, _words(field, v), known.get(v, 0), v in chosen) for v in values]


def _words(field: str, value: str) -> str:
    knowledge = engines.knowledge()
    if field == "occupation":
        return occupation_name(value, knowledge)
    if field == "skill" and value in knowledge.skills:
        return knowledge.skills[value].name
    return value


def _row(person: Jobseeker) -> PersonRow:
    document = document_of(person.cv) if person.cv else {}
    meta = document.get("meta") or {}
    top = meta.get("highest_education") or {}
    return PersonRow(
        public_id=person.public_id,
        name="" if person.visibility == "anonymous" else person.account.name,
        headline=headline_of(document) or person.headline,
        place=", ".join(p for p in (person.city, person.region) if p),
        months=meta.get("experience_months"),
        education=" ".join(str(p) for p in (top.get("level"), top.get("area")) if p),
        skills=[s["name"] for s in document.get("skills") or []][:SHOWN_SKILLS],
    )
