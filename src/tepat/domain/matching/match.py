"""Profile × requirements → a match: every requirement once, each verdict with its quotes."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from tepat.domain.cv.profile import Profile
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching import facts, readiness, schooling
from tepat.domain.matching.evidence import OpenCV, open_cv
from tepat.domain.matching.fit import WorkRoles, months_covered, occupation_fit
from tepat.domain.matching.roles import roles_of_cv, roles_of_work
from tepat.domain.matching.skills import match_skill, match_words
from tepat.domain.matching.verdicts import MILLION, Evidence, Match, Reason, RequirementMatch
from tepat.domain.postings.posting import Requirement

WEIGHTS = {
    "skill": 100,
    "experience": 160,
    "education": 120,
    "certificate": 80,
    "language": 60,
    "location": 50,
    "availability": 50,
    "licence": 40,
    "other": 25,
}
"""How much a requirement of each kind weighs in the order, for a must."""
_UNTIL_NOW = re.compile(
    r"(?i)\s*(?:[-–—~]|s/d|sampai|hingga|to|until)\s*(?:dengan\s+)?(?:sekarang|saat\s+ini|kini|present|now|current)"
)
WISH = 40
"""Percent of the weight of a must that a wish has."""
UNKNOWN_SKILL = 55
"""Percent of the weight of a skill that no knowledge file knows: its words alone are a weak sign."""


def match(
    profile: Profile,
    *,
    text: str,
    page_of: Callable[[int], int],
    requirements: Sequence[Requirement],
    occupations: Sequence[tuple[str, float]],
    as_of: date,
    knowledge: Knowledge,
) -> Match:
    """What a CV shows of what a posting asks.

    `text`: canonical text of the CV, to which the spans of `profile` point; `page_of`: offset → 1-based page; `occupations`:
    (id, share) of the
    work advertised; `as_of`: the day that counts as today. Scores in millionths. Never reads name, sex, age, religion, marital
    status, photo,
    address or campus; the city only for a location requirement. More shown never lowers a match.
    """
    cv = open_cv(profile, text, page_of, knowledge)
    works = roles_of_work(profile, text, as_of=as_of, knowledge=knowledge)
    found = tuple(_judge(r, cv, works, tuple(occupations), knowledge) for r in requirements)
    fit = occupation_fit(works, occupations, profile, knowledge=knowledge, as_of=as_of)
    return Match(
        requirements=found,
        occupations=roles_of_cv(works),
        occupation_fit=fit,
        score=_score(fit, found),
        tie_breaker=_tie_breaker(found, works),
    )


def _judge(
    requirement: Requirement,
    cv: OpenCV,
    works: tuple[WorkRoles, ...],
    occupations: tuple[tuple[str, float], ...],
    knowledge: Knowledge,
) -> RequirementMatch:
    judges: dict[str, Callable[[], RequirementMatch]] = {
        "skill": lambda: match_skill(requirement, cv, knowledge),
        "experience": lambda: match_experience(requirement, cv, works, occupations, knowledge),
        "education": lambda: schooling.match_education(requirement, cv, knowledge),
        "certificate": lambda: facts.match_certificate(requirement, cv, knowledge),
        "language": lambda: facts.match_language(requirement, cv),
        "location": lambda: readiness.match_location(requirement, cv),
        "availability": lambda: readiness.match_availability(requirement, cv),
        "licence": lambda: readiness.match_licence(requirement, cv),
        "other": lambda: facts.match_quality(requirement, cv, knowledge),
    }
    return judges[requirement.kind]()


def match_experience(
    requirement: Requirement,
    cv: OpenCV,
    works: tuple[WorkRoles, ...],
    occupations: tuple[tuple[str, float], ...],
    knowledge: Knowledge,
) -> RequirementMatch:
    """Months of dated work of the right kind against the months asked; without a figure, the words of the work."""
    if requirement.months is None:
        return match_words(requirement, cv)
    named: list[tuple[tuple[str, float], ...]] = [((role, 1.0),) for role in requirement.occupations]
    kinds = named or ([occupations] if occupations else [])
    shown = {w.number: _skills_in(cv, w) for w in works}
    skills = knowledge.skill_index.implied(requirement.skills) if requirement.skills else frozenset()
    months, counted = months_covered(works, kinds, skills=skills & frozenset(requirement.skills), shown=shown)
    quotes = cv.quotes([place for work in counted for place in _dates_of(work, cv.text)], most=4)
    if requirement.months == 0:
        return _beginner(requirement, months, quotes, cv)
    params = {"months": months, "asked": requirement.months}
    if not quotes:
        return RequirementMatch(requirement, "not_stated", 0, Reason("experience_none", params))
    if months >= requirement.months:
        return RequirementMatch(requirement, "met", MILLION, Reason("experience_enough", params), quotes)
    return RequirementMatch(
        requirement, "partly", MILLION * months // requirement.months, Reason("experience_short", params), quotes
    )


def _beginner(requirement: Requirement, months: int, quotes: tuple[Evidence, ...], cv: OpenCV) -> RequirementMatch:
    """Fresh graduates are welcome: any work of the kind is a plus, education is enough."""
    if quotes:
        return RequirementMatch(requirement, "met", MILLION, Reason("experience_enough", {"months": months, "asked": 0}), quotes)
    schooled = cv.quotes((s, f"/education/{n}/studyType") for n, e in enumerate(cv.profile.education) for s in e.level.spans[:1])
    if schooled:
        return RequirementMatch(requirement, "met", 700_000, Reason("beginners_welcome"), schooled[:1])
    return RequirementMatch(requirement, "not_stated", 0, Reason("not_stated"))


def _skills_in(cv: OpenCV, work: WorkRoles) -> frozenset[str]:
    span = work.work.span
    return frozenset(m.skill.id for m in cv.mentions if span.start <= m.span.start < span.end)


def _dates_of(work: WorkRoles, text: str) -> list[tuple[Span, str]]:
    """The places that prove an engagement: its position, and from when to when."""
    entry, path = work.work, f"/work/{work.number}"
    places = [(s, f"{path}/position") for s in entry.position.spans[:1]] if entry.position else []
    dates = [s for fact in (entry.start, entry.end) if fact is not None for s in fact.spans[:1]]
    if dates:
        start, end = min(d.start for d in dates), max(d.end for d in dates)
        until = _UNTIL_NOW.match(text, end) if entry.ongoing else None
        end = until.end() if until else end
        places.append((Span(start, end if end - start <= 60 else dates[0].end), f"{path}/startDate"))
    return places


def _score(fit: int, found: Sequence[RequirementMatch]) -> int:
    """Occupation fit × coverage of the requirements, in millionths; neither alone makes a good match."""
    total = sum(_weight(r.requirement) for r in found)
    covered = sum(_weight(r.requirement) * r.score for r in found)
    coverage = covered // total if total else MILLION // 2
    return (fit * 45 + coverage * 30) // 100 + (fit * coverage // MILLION) * 25 // 100


def _weight(requirement: Requirement) -> int:
    weight = WEIGHTS[requirement.kind]
    if requirement.kind == "skill" and not requirement.skills:
        weight = weight * UNKNOWN_SKILL // 100
    if requirement.kind == "experience" and requirement.months is None:
        weight = weight * UNKNOWN_SKILL // 100
    return weight if requirement.importance == "must" else weight * WISH // 100


def _tie_breaker(found: Sequence[RequirementMatch], works: Sequence[WorkRoles]) -> int:
    """More musts met, then more quotes from work, then more months: never anything about the person."""
    met = sum(r.verdict == "met" for r in found)
    quotes = sum(len(r.evidence) for r in found)
    months = len(set().union(*(w.months for w in works if w.work.type == "job")) if works else set())
    return met * 1_000_000 + min(quotes, 999) * 1_000 + min(months, 999)
