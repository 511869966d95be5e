"""Profile × requirements → a match: every requirement once, each verdict with its quotes."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching import facts, readiness, schooling
from tepat.domain.matching.evidence import OpenCV, WorkRoles, Zone
from tepat.domain.matching.fit import months_covered, occupation_fit
from tepat.domain.matching.roles import roles_of_cv
from tepat.domain.matching.skills import content_terms, match_skill, match_words
from tepat.domain.matching.verdicts import MILLION, Evidence, Match, Reason, RequirementMatch
from tepat.domain.matching.weighing import USUAL_WEIGHTS, Weights, parts_of, total
from tepat.domain.postings.posting import Requirement

_UNTIL_NOW = re.compile(
    r"(?i)\s*(?:[-–—~]|s/d|sampai|hingga|to|until)\s*(?:dengan\s+)?(?:sekarang|saat\s+ini|kini|present|now|current)"
)


def match(
    cv: OpenCV,
    *,
    requirements: Sequence[Requirement],
    occupations: Sequence[tuple[str, float]],
    knowledge: Knowledge,
    terms: frozenset[str] = frozenset(),
    weights: Weights = USUAL_WEIGHTS,
) -> Match:
    """What a CV, opened by `open_cv`, shows of what a posting asks: every requirement once, in their order.

    `occupations`: (id, share) of the work advertised; `terms`: the advert's terms, which break ties. Scores in millionths. More
    shown never lowers a match.
    """
    found = tuple(_judge(r, cv, tuple(occupations), knowledge) for r in requirements)
    fit = occupation_fit(cv, occupations, knowledge=knowledge)
    return Match(
        requirements=found,
        occupations=roles_of_cv(cv.work),
        occupation_fit=fit,
        score=total(parts_of(fit, found, weights), weights),
        tie_breaker=_share_of(terms, cv),
    )


@lru_cache(maxsize=256)
def terms_of(advert: str) -> frozenset[str]:
    """The terms of an advert that say something of the work."""
    return content_terms(advert)


def _share_of(terms: frozenset[str], cv: OpenCV) -> int:
    """Millionths of the advert's terms that stand in duties and skills; the length of the CV does not count."""
    if not terms:
        return 0
    held = {word.term for word in cv.words if word.term in terms and _tells(cv.zone_of(word.span.start))}
    return MILLION * len(held) // len(terms)


def _tells(zone: Zone | None) -> bool:
    return zone is not None and (zone.in_work or zone.path.startswith("/skills"))


def _judge(
    requirement: Requirement,
    cv: OpenCV,
    occupations: tuple[tuple[str, float], ...],
    knowledge: Knowledge,
) -> RequirementMatch:
    judges: dict[str, Callable[[], RequirementMatch]] = {
        "skill": lambda: match_skill(requirement, cv, knowledge),
        "experience": lambda: match_experience(requirement, cv, occupations, knowledge),
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
    occupations: tuple[tuple[str, float], ...],
    knowledge: Knowledge,
) -> RequirementMatch:
    """Months of dated work of the right kind against the months asked; without a figure, the words of the work."""
    if requirement.months is None:
        return match_words(requirement, cv)
    named: list[tuple[tuple[str, float], ...]] = [((role, 1.0),) for role in requirement.occupations]
    kinds = named or ([occupations] if occupations else [])
    shown = {w.number: _skills_in(cv, w) for w in cv.work}
    skills = knowledge.skill_index.implied(requirement.skills) if requirement.skills else frozenset()
    months, counted = months_covered(cv.work, kinds, skills=skills & frozenset(requirement.skills), shown=shown)
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
    schooled = cv.quotes((s, f"/education/{n}/studyType") for n, e in enumerate(cv.studies) for s in e.level.spans[:1])
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
