"""`/peran/<id>/cocok/`: does the role suit me? Answers travel by POST and are kept nowhere unless a signed-in person asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tepat.domain.occupations.fitting import FitResult, answers_by_letter, judge_fit, shown_answers
from tepat.domain.occupations.guide import Situation
from tepat.domain.refusal import Refusal
from tepat.services.fit_checking import keep_fit_check
from tepat.services.wording.roles import said
from tepat.web.actors import account_of
from tepat.web.answers import SeeOther
from tepat.web.policies import anyone, signed_in
from tepat.web.public.fit_result import result_page
from tepat.web.public.roles import Role, role_of

PREFIX = "situation-"
"""Beginning of the names of fields that hold answers; `web/drafts.py` never puts such fields aside."""


@dataclass(frozen=True, slots=True)
class Choice:
    letter: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Question:
    number: int
    name: str
    words: str
    choices: tuple[Choice, ...]
    missing: bool


@dataclass(frozen=True, slots=True)
class Page:
    """`shown`: all questions, or the one of a step (0-based); `carried`: earlier answers of a walk question by question."""

    role: Role
    shown: tuple[Question, ...]
    total: int
    step: int | None
    carried: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> tuple[Question, ...]:
        return tuple(question for question in self.shown if question.missing)


@anyone
@csrf_exempt
@sensitive_post_parameters()
def check(request: HttpRequest, occupation: str) -> HttpResponse:
    """GET: all questions on one page, with `?satu=1` the first of them. POST: the next one, or the result. It changes nothing."""
    role = role_of(occupation)
    if request.method != "POST":
        return render(request, "public/fit_check.html", {"page": _page(role, {}, step=0 if "satu" in request.GET else None)})
    letters = letters_of(request.POST, role)
    walk = _walk(request.POST, letters, role)
    judged = None if walk else judge_fit(role.guide.situations, answers_by_letter(role.guide.situations, letters))
    if isinstance(judged, FitResult):
        carried = tuple((PREFIX + key, letter) for key, letter in letters.items())
        answer = render(request, "public/fit_result.html", {"page": result_page(role, judged, carried=carried)})
    else:
        step, missing = walk or (None, True)
        page = _page(role, letters, step=step, missing=missing)
        answer = render(request, "public/fit_check.html", {"page": page}, status=422 if missing else 200)
    add_never_cache_headers(answer)
    return answer


@signed_in
@require_POST
@sensitive_post_parameters()
def keep(request: HttpRequest, occupation: str) -> HttpResponse:
    """Keeps the answers with the person's own data, because they pressed the button that says so."""
    role = role_of(occupation)
    given = answers_by_letter(role.guide.situations, letters_of(request.POST, role))
    kept = keep_fit_check(account_of(request), role.guide, given)
    return SeeOther(f"{role.address}cocok/" if isinstance(kept, Refusal) else f"/saya/cocok/{kept.public_id}/")


def letters_of(fields: Mapping[str, str], role: Role) -> dict[str, str]:
    """Situation key → letter, as far as the form names them; letters that no answer has are left out."""
    named = ((s, fields.get(PREFIX + s.key, "")) for s in role.guide.situations)
    return {s.key: letter for s, letter in named if letter in dict(shown_answers(s))}


def _walk(fields: Mapping[str, str], letters: Mapping[str, str], role: Role) -> tuple[int, bool] | None:
    """Where a walk question by question goes on, and whether its answer is missing; None at its end, or without a walk."""
    written, last = fields.get("step", ""), len(role.guide.situations) - 1
    if not written.isdecimal():
        return None
    step = min(int(written[:3]), last)
    if fields.get("go") == "back":
        return max(0, step - 1), False
    if role.guide.situations[step].key not in letters:
        return step, True
    return (step + 1, False) if step < last else None


def _page(role: Role, letters: Mapping[str, str], *, step: int | None, missing: bool = False) -> Page:
    questions = [_question(n, s, letters, missing=missing) for n, s in enumerate(role.guide.situations, 1)]
    shown = questions if step is None else questions[step : step + 1]
    here = {q.name for q in shown}
    carried = tuple((PREFIX + key, letter) for key, letter in letters.items() if PREFIX + key not in here)
    return Page(role, tuple(shown), len(questions), step, carried)


def _question(number: int, situation: Situation, letters: Mapping[str, str], *, missing: bool) -> Question:
    given = letters.get(situation.key)
    choices = tuple(Choice(letter, said(a.words), letter == given) for letter, a in shown_answers(situation))
    return Question(number, PREFIX + situation.key, said(situation.words), choices, missing and given is None)
