"""`/peran/<id>/`: the guide to one role."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from tepat.domain.knowledge import Source
from tepat.domain.occupations.guide import Route, Ticket, statements_of
from tepat.domain.occupations.occupation import Statement
from tepat.services import engines
from tepat.services.surveying import Survey, survey_of
from tepat.services.wording.postings import occupation_name
from tepat.services.wording.roles import family_name, level_word
from tepat.web.policies import anyone
from tepat.web.public.guide_markup import occupation_markup
from tepat.web.public.roles import Role, comparison_address, guide_address, role_of

OWN = "tepat"
"""The source of sentences written from practice; all others are marked with a number."""


@dataclass(frozen=True, slots=True)
class Level:
    words: str
    tickets: tuple[Ticket, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that leads on to another role: its name, its guide, and the comparison with it, where there are any."""

    name: str
    address: str
    comparison: str
    words: Statement


@dataclass(frozen=True, slots=True)
class Page:
    role: Role
    family: str
    survey: Survey
    levels: tuple[Level, ...]
    neighbours: tuple[Lead, ...]
    routes_in: tuple[Lead, ...]
    routes_onward: tuple[Lead, ...]
    sources: tuple[Source, ...]
    numbers: dict[str, int]
    markup: str
    canonical: str

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """Parts of the page, by their anchors."""
        return (
            ("hari", _("A day at work")),
            ("tugas", _("Duties")),
            ("tiket", _("Work as it comes in")),
            ("bekal", _("Technical skills")),
            ("pendidikan", _("Education and certificates")),
            ("cocok", _("Suits you if")),
            ("salah-kaprah", _("What people get wrong")),
            ("beda", _("How it differs from its neighbours")),
            ("jalan", _("Routes in")),
        )


@anyone
def show(request: HttpRequest, occupation: str) -> HttpResponse:
    """`GET /peran/<id>/`; a narrower role without a guide of its own leads to the broader one's."""
    known = engines.knowledge().occupations.get(occupation)
    if known and known.id not in engines.guides().ids() and (address := guide_address(known.id)):
        return HttpResponseRedirect(address)
    role = role_of(occupation)
    survey = survey_of(role.occupation)
    numbers = numbers_of(statements_of(role.guide))
    sources = engines.knowledge().sources
    page = Page(
        role=role,
        family=family_name(role.occupation.family),
        survey=survey,
        levels=tuple(Level(level_word(n), tuple(t for t in role.guide.tickets if t.level == n)) for n in (1, 2, 3)),
        neighbours=tuple(_lead(role, n.to, n.words) for n in role.guide.neighbours),
        routes_in=_routes(role, "in"),
        routes_onward=_routes(role, "onward"),
        sources=tuple(sources[key] for key in numbers),
        numbers=numbers,
        markup=occupation_markup(role, survey, address=settings.BASE_URL + role.address),
        canonical=settings.BASE_URL + role.address,
    )
    return render(request, "public/guide.html", {"page": page})


def numbers_of(statements: Iterable[Statement]) -> dict[str, int]:
    """Numbers for the sources of statements, in the order in which they come up."""
    keys = dict.fromkeys(s.source for s in statements if s.source != OWN)
    return {key: number for number, key in enumerate(keys, 1)}


def _routes(role: Role, direction: str) -> tuple[Lead, ...]:
    chosen: list[Route] = [r for r in role.guide.routes if r.direction == direction]
    return tuple(_lead(role, r.occupation or "", r.words) for r in chosen)


def _lead(role: Role, to: str, words: Statement) -> Lead:
    if not to:
        return Lead("", "", "", words)
    return Lead(occupation_name(to, engines.knowledge()), guide_address(to), comparison_address(role.id, to), words)
