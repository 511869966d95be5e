"""The result of a fit check, for the page after the questions and for one that was kept."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tepat.domain.knowledge import Source
from tepat.domain.occupations.fitting import FitAnswer, FitResult
from tepat.domain.occupations.guide import statements_of
from tepat.services import engines
from tepat.services.surveying import count_adverts
from tepat.services.wording.roles import fit_meaning, fit_word, role_name
from tepat.web.public.guide import numbers_of
from tepat.web.public.roles import Role


@dataclass(frozen=True, slots=True)
class Other:
    """A neighbouring role whose check may be worth a try."""

    name: str
    address: str
    comparison: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """`carried`: the answers once more, for the form that keeps them; empty where they are kept already."""

    role: Role
    verdict: str
    word: str
    meaning: str
    counted: str
    speaks_for: tuple[FitAnswer, ...]
    speaks_against: tuple[FitAnswer, ...]
    lifts: tuple[FitAnswer, ...]
    adverts: int
    others: tuple[Other, ...]
    sources: tuple[Source, ...]
    numbers: dict[str, int]
    carried: tuple[tuple[str, str], ...]
    kept_at: datetime | None = None
    kept_address: str = ""


def result_page(
    role: Role,
    result: FitResult,
    *,
    carried: tuple[tuple[str, str], ...] = (),
    kept_at: datetime | None = None,
    kept_address: str = "",
) -> ResultPage:
    numbers = numbers_of(statements_of(tuple(a.situation for a in result.answers)))
    sources = engines.knowledge().sources
    return ResultPage(
        role=role,
        verdict=result.verdict,
        word=fit_word(result.verdict),
        meaning=fit_meaning(result.verdict),
        counted=_counted(result),
        speaks_for=result.speaks_for,
        speaks_against=result.speaks_against,
        lifts=result.lifts,
        adverts=count_adverts(role.occupation),
        others=_others(role),
        sources=tuple(sources[key] for key in numbers),
        numbers=numbers,
        carried=carried,
        kept_at=kept_at,
        kept_address=kept_address,
    )


def _counted(result: FitResult) -> str:
    words = _("In %(n)s of %(all)s situations you act as the work needs.")
    return words % {"n": len(result.speaks_for), "all": len(result.answers)}


def _others(role: Role) -> tuple[Other, ...]:
    shelf, known = engines.guides().ids(), engines.knowledge().occupations
    near = [n.to for n in role.guide.neighbours if n.to in shelf]
    return tuple(Other(role_name(known[i]), f"/peran/{i}/", f"/peran/{role.id}/vs/{i}/") for i in near)
