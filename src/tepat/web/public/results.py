"""Results: the question answered back as chips, filters with counts, rows, pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tepat.domain.search.understanding import Chip
from tepat.services import engines
from tepat.services.searching import FoundPostings
from tepat.services.wording.postings import occupation_name
from tepat.templatetags.wording import millions, say
from tepat.web.actors import actor_of
from tepat.web.paging import Pager, page_number
from tepat.web.policies import anyone
from tepat.web.public.finding import FILTERS, PAGE_SIZE, Question, asked, find
from tepat.web.public.roles import guide_address
from tepat.web.public.rows import JobRow, job_rows

PAYS = (4_000_000, 5_000_000, 6_000_000, 8_000_000, 10_000_000, 15_000_000)
SHOWN_FACETS = 8
NAMED = {"occupation", "work_mode", "contract", "place"}


@dataclass(frozen=True, slots=True)
class Removable:
    """A part of the question, and the address without it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class FacetChoice:
    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    key: str
    words: str
    choices: tuple[FacetChoice, ...]


@dataclass(frozen=True, slots=True)
class Page:
    question: Question
    understood: tuple[Removable, ...]
    filters: tuple[Removable, ...]
    groups: tuple[FacetGroup, ...]
    pays: tuple[tuple[int, str], ...]
    sorts: tuple[tuple[str, str], ...]
    rows: tuple[JobRow, ...]
    pager: Pager
    fault: bool
    roles: tuple[tuple[str, str], ...]


@anyone
def show(request: HttpRequest) -> HttpResponse:
    """`GET /loker/?q=&peran=&kota=&cara=&kontrak=&gaji=&urut=&hal=`."""
    question, actor, number = asked(request.GET), actor_of(request), page_number(request)
    found = find(question, page=number)
    page = Page(
        question=question,
        understood=tuple(Removable(_chip_words(c), _with(request.GET, q=rest)) for c, rest in found.understood),
        filters=tuple(_removable(request.GET, question)),
        groups=_groups(question, found),
        pays=tuple((pay, f"≥ {millions(pay)}") for pay in PAYS),
        sorts=(
            ("relevance", pgettext("order", "Best fit")),
            ("newest", pgettext("order", "Newest")),
            ("salary", pgettext("order", "Highest pay")),
        ),
        rows=job_rows(found.postings, actor=actor),
        pager=Pager(number, found.total, PAGE_SIZE),
        fault=found.fault is not None,
        roles=_roles(question, [c.value for c, _rest in found.understood if c.kind == "occupation"]),
    )
    return render(request, "public/results.html", {"page": page})


def _roles(question: Question, understood: list[str]) -> tuple[tuple[str, str], ...]:
    """Names and guides of the roles that the question asks for."""
    ids = dict.fromkeys((*question.chosen.get("peran", ()), *understood))
    return tuple((value_words("occupation", i), address) for i in ids if (address := guide_address(i)))


def _chip_words(chip: Chip) -> str:
    if chip.kind == "salary":
        return f"≥ {millions(int(chip.value))}"
    return value_words(chip.kind, chip.value) if chip.kind in NAMED else chip.words


def value_words(field: str, value: str) -> str:
    """The words for a value of a filter."""
    if field == "occupation":
        return occupation_name(value, engines.knowledge())
    return say(value, field) if field in {"work_mode", "contract"} else value


def _removable(query: QueryDict, question: Question) -> Iterable[Removable]:
    for key, values in question.chosen.items():
        for value in values:
            left = query.copy()
            left.setlist(key, [v for v in values if v != value])
            yield Removable(value_words(FILTERS[key], value), _with(left))
    if question.least_pay is not None:
        yield Removable(f"≥ {millions(question.least_pay)}", _with(query, gaji=None))


def _with(query: QueryDict, **changes: str | None) -> str:
    """The address with some keys changed, from the first page; None takes a key away."""
    changed = query.copy()
    for key, value in {"hal": None, **changes}.items():
        changed.pop(key, None)
        if value:
            changed[key] = value
    return f"/loker/?{changed.urlencode()}" if changed else "/loker/"


def _groups(question: Question, found: FoundPostings) -> tuple[FacetGroup, ...]:
    names: Mapping[str, str] = {"peran": _("Role"), "kota": _("City"), "cara": _("Where to work"), "kontrak": _("Contract")}
    return tuple(
        FacetGroup(key, words, _choices(FILTERS[key], found.facets.get(FILTERS[key], ()), question.chosen.get(key, ())))
        for key, words in names.items()
    )


def _choices(field: str, counts: Iterable[tuple[str, int]], chosen: tuple[str, ...]) -> tuple[FacetChoice, ...]:
    known = dict(counts)
    values = [*chosen, *(v for v in known if v not in chosen)][: max(SHOWN_FACETS, len(chosen))]
    return tuple(FacetChoice(v, value_words(field, v), known.get(v, 0), v in chosen) for v in values)
