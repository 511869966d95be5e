"""How near the work of a CV is to the work of a posting."""

from collections.abc import Iterable, Mapping, Sequence

from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.evidence import OpenCV, WorkRoles
from tepat.domain.matching.verdicts import MILLION

_NEAR: tuple[tuple[str, str, int], ...] = (
    ("it-helpdesk", "it-support", 80),
    ("it-helpdesk", "computer-technician", 40),
    ("it-helpdesk", "application-support", 65),
    ("it-helpdesk", "it-generalist", 65),
    ("it-helpdesk", "noc-operator", 45),
    ("it-helpdesk", "network-engineer", 30),
    ("it-helpdesk", "system-administrator", 35),
    ("it-support", "computer-technician", 75),
    ("it-support", "application-support", 55),
    ("it-support", "it-generalist", 80),
    ("it-support", "network-engineer", 45),
    ("it-support", "system-administrator", 55),
    ("it-support", "noc-operator", 45),
    ("computer-technician", "it-generalist", 55),
    ("computer-technician", "network-engineer", 30),
    ("computer-technician", "system-administrator", 30),
    ("it-generalist", "system-administrator", 60),
    ("it-generalist", "network-engineer", 50),
    ("it-generalist", "application-support", 50),
    ("it-generalist", "software-developer", 35),
    ("it-generalist", "it-manager", 40),
    ("network-engineer", "system-administrator", 65),
    ("network-engineer", "noc-operator", 65),
    ("network-engineer", "security-specialist", 45),
    ("network-engineer", "devops-engineer", 35),
    ("system-administrator", "devops-engineer", 60),
    ("system-administrator", "noc-operator", 50),
    ("system-administrator", "database-administrator", 50),
    ("system-administrator", "security-specialist", 45),
    ("software-developer", "devops-engineer", 40),
    ("software-developer", "qa-engineer", 45),
    ("software-developer", "data-professional", 40),
    ("software-developer", "application-support", 35),
    ("software-developer", "business-analyst", 35),
    ("software-developer", "database-administrator", 40),
    ("software-developer", "erp-consultant", 35),
    ("data-professional", "database-administrator", 55),
    ("data-professional", "business-analyst", 45),
    ("application-support", "erp-consultant", 60),
    ("application-support", "business-analyst", 45),
    ("application-support", "qa-engineer", 45),
    ("business-analyst", "erp-consultant", 55),
    ("business-analyst", "project-manager", 50),
    ("business-analyst", "qa-engineer", 40),
    ("project-manager", "it-manager", 60),
    ("system-administrator", "it-manager", 40),
)
"""Pairs of occupations and the share of the work, in percent, that somebody coming from one already knows of the other.

Judged for Tepat from the duties of the occupations in `knowledge/occupations`; symmetric. Unlisted pairs of IT: 15; with work
outside IT: 0.
"""
NEARNESS: Mapping[frozenset[str], int] = {frozenset({a, b}): share for a, b, share in _NEAR}
_STRANGERS = 15
_HALF_LIFE_MONTHS = 72
"""Work of so long ago counts half."""
_FIRST_MONTHS = 12
"""The first twelve months of the nearest work are half of what long work can show; each further twelve half of the rest."""
_CERTAINTY = 0.5
"""The classifier of roles is surer of itself than two careful readers are of each other: shares are taken to this power."""


def nearness(a: str, b: str) -> int:
    """0..100: how much of the work of `a` somebody from `b` already knows."""
    if a == b:
        return 100
    if "not-it" in {a, b}:
        return 0
    return NEARNESS.get(frozenset({a, b}), _STRANGERS)


def nearness_of(work: WorkRoles, wanted: Sequence[tuple[str, float]]) -> float:
    """0..1: how near one engagement is to the wanted roles."""
    shown, asked = _softened(work.roles.items()), _softened(wanted)
    return sum(share * part * nearness(role, other) / 100 for role, share in asked for other, part in shown)


def _softened(shares: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """The same roles with shares that sum to 1 and lie nearer together; empty where there are none."""
    raised = [(role, share**_CERTAINTY) for role, share in shares if share > 0]
    whole = sum(share for _, share in raised)
    return [(role, share / whole) for role, share in raised] if whole else []


def occupation_fit(cv: OpenCV, wanted: Sequence[tuple[str, float]], *, knowledge: Knowledge) -> int:
    """Millionths: how near the work done is to the work wanted.

    Half is the nearest engagement, half the nearest months, best first, each worth less than the one before: months of whatever
    work, an engagement and a skill only ever add. Older work counts less, skills of the role give a floor.
    """
    if not wanted:
        return MILLION // 2
    today = cv.as_of.year * 12 + cv.as_of.month - 1
    best, months = 0.0, dict[int, float]()
    for work in cv.work:
        near = nearness_of(work, wanted) * (1.0 if work.work.type == "job" else 0.6)
        ended = max(work.months, default=today - 60)
        best = max(best, near * _enough(len(work.months)) * 0.5 ** (max(0, today - ended) / (2 * _HALF_LIFE_MONTHS)))
        for month in work.months:
            months[month] = max(months.get(month, 0.0), near * 0.5 ** (max(0, today - month) / _HALF_LIFE_MONTHS))
    by_skill = 0.4 * _skill_share(wanted, cv, knowledge)
    return round(MILLION * min(1.0, max(0.5 * best + 0.5 * _filled(months.values()), by_skill)))


def _filled(values: Iterable[float]) -> float:
    """0..1: months, best first, each worth 0.5^(1/12) of the one before."""
    keep = 0.5 ** (1 / _FIRST_MONTHS)
    total, worth = 0.0, 1 - keep
    for value in sorted(values, reverse=True):
        total += worth * value
        worth *= keep
    return total


def _enough(months: int) -> float:
    """A few months show less than a year; beyond a year nothing is added here."""
    return min(1.0, 0.6 + 0.4 * months / 12)


def _skill_share(wanted: Sequence[tuple[str, float]], cv: OpenCV, knowledge: Knowledge) -> float:
    """Share of the skills of the wanted roles that the CV names; eight are as good as all."""
    known = knowledge.skill_index.implied(s.id for s in cv.skills)
    total = sum(share for _, share in wanted) or 1.0
    found = 0.0
    for role, share in wanted:
        occupation = knowledge.occupations.get(role)
        if occupation is not None and occupation.skills:
            found += share / total * min(1.0, len(known.intersection(occupation.skills)) / min(8, len(occupation.skills)))
    return found


def months_covered(
    works: Sequence[WorkRoles],
    kinds: Sequence[Sequence[tuple[str, float]]],
    *,
    skills: frozenset[str],
    shown: Mapping[int, frozenset[str]],
) -> tuple[int, tuple[WorkRoles, ...]]:
    """(months, engagements, nearest first) of work of the right kind; overlaps count once.

    Near work counts in full, neighbouring work half. `kinds`: mixes of roles, any of which will do (none: any work). `shown`:
    skills named in each engagement; where `skills` are asked, an engagement that shows one counts more, others less.
    """
    full: set[int] = set()
    half: set[int] = set()
    counted: list[tuple[float, WorkRoles]] = []
    for work in works:
        if work.work.type != "job" or not work.months:
            continue
        near = max((nearness_of(work, kind) for kind in kinds), default=1.0)
        if skills:
            near = min(1.0, near + 0.1) if skills & shown.get(work.number, frozenset()) else 0.6 * near
        if near >= 0.6:
            full |= work.months
        elif near >= 0.4:
            half |= work.months
        else:
            continue
        counted.append((near, work))
    nearest = sorted(counted, key=lambda pair: (-pair[0], pair[1].number))
    return len(full) + len(half - full) // 2, tuple(work for _near, work in nearest)
