"""`/peran/<id>/vs/<id>/`: two roles side by side."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from tepat.domain.knowledge import Source
from tepat.domain.occupations import comparison as domain
from tepat.domain.occupations.guide import DimensionKey, Point, statements_of
from tepat.domain.occupations.occupation import Statement
from tepat.domain.permissions import Actor
from tepat.services import engines
from tepat.services.screening import skills_of
from tepat.services.surveying import count_adverts
from tepat.services.wording.roles import dimension_name, scale_ends
from tepat.web.actors import actor_of
from tepat.web.policies import anyone
from tepat.web.public.guide import numbers_of
from tepat.web.public.roles import Role, role_of
from tepat.web.public.rows import cv_of

Statements = tuple[tuple[Statement, ...], tuple[Statement, ...]]
APART = 5
"""Places nearer than this are drawn side by side, so that both dots are seen."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Words at both ends, and the places of the two dots in percent of the track."""

    low: str
    high: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    narrowed: str
    scale: Scale | None
    common: domain.Cell | None
    cells: tuple[domain.Cell, domain.Cell] | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two roles. `shown` and `missing`: its skills that one's own CV shows and does not; None without a CV."""

    role: Role
    adverts: int
    shown: int | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    sides: tuple[Side, Side]
    rows: tuple[Row, ...]
    lists: tuple[tuple[str, Statements], ...]
    difference: Statement | None
    apart: str
    sources: tuple[Source, ...]
    numbers: dict[str, int]
    canonical: str

    @property
    def names(self) -> tuple[str, str]:
        return self.sides[0].role.name, self.sides[1].role.name

    @property
    def checked(self) -> date:
        """The day of the guide that was read longest ago."""
        return min(side.role.guide.checked for side in self.sides)


@anyone
def show(request: HttpRequest, occupation: str, other: str) -> HttpResponse:
    """`GET /peran/<id>/vs/<other>/`; a role and itself lead to its guide."""
    first = role_of(occupation)
    if occupation == other:
        return HttpResponseRedirect(first.address)
    second = role_of(other)
    compared = domain.compare_guides(first.guide, second.guide)
    numbers = numbers_of(statements_of((first.guide, second.guide)))
    sources, pair = engines.knowledge().sources, domain.canonical_pair(occupation, other)
    skills = _skills_of(actor_of(request))
    page = Page(
        sides=(_side(first, skills), _side(second, skills)),
        rows=tuple(_row(row) for row in compared.rows),
        lists=_lists(first, second),
        difference=compared.difference,
        apart=_apart(compared, (first, second)),
        sources=tuple(sources[key] for key in numbers),
        numbers=numbers,
        canonical=f"{settings.BASE_URL}/peran/{pair[0]}/vs/{pair[1]}/",
    )
    return render(request, "public/comparison.html", {"page": page})


def _skills_of(actor: Actor) -> frozenset[str] | None:
    """Ids of the skills that one's own CV shows; None where there is no CV."""
    cv = cv_of(actor)
    return skills_of(cv) if cv else None


def _side(role: Role, skills: frozenset[str] | None) -> Side:
    known = engines.knowledge().skills
    asked = [i for i in role.occupation.skills if i in known]
    if skills is None:
        return Side(role, count_adverts(role.occupation), None, ())
    missing = tuple(known[i].name for i in asked if i not in skills)
    return Side(role, count_adverts(role.occupation), len(asked) - len(missing), missing)


def _row(row: domain.Row) -> Row:
    name, narrowed = dimension_name(row.key)
    scale = _scale(row.key, row.places) if row.key != "soft" and row.places else None
    return Row(name, narrowed, scale, row.common, row.cells)


def _apart(compared: domain.Comparison, roles: tuple[Role, Role]) -> str:
    """Where the two lie furthest apart, for pairs that no guide has a sentence on."""
    low, high = sorted(roles, key=lambda role: role.guide.dimension(compared.widest).at or 0)
    left, right = scale_ends(compared.widest)
    words = _("They lie furthest apart in “%(dimension)s”: %(low)s nearer to “%(left)s”, %(high)s nearer to “%(right)s”.")
    named = {"dimension": dimension_name(compared.widest)[0].lower(), "left": left, "right": right}
    return words % (named | {"low": low.name, "high": high.name})


def _scale(key: DimensionKey, places: tuple[int, int]) -> Scale:
    low, high = scale_ends(key)
    first, second = places
    if abs(first - second) < APART:
        middle, half = (first + second) / 2, APART / 2
        left, right = round(middle - half), round(middle + half)
        first, second = (left, right) if first <= second else (right, left)
    return Scale(low, high, first, second)


def _lists(first: Role, second: Role) -> tuple[tuple[str, Statements], ...]:
    """Parts of both guides that are lists of sentences, each under its heading."""
    one, other = first.guide, second.guide
    return (
        (_("Duties"), (one.duties, other.duties)),
        (_("Suits you if"), (_words(one.suits), _words(other.suits))),
        (_("Suits you less if"), (_words(one.unsuited), _words(other.unsuited))),
    )


def _words(points: tuple[Point, ...]) -> tuple[Statement, ...]:
    return tuple(point.words for point in points)
