"""Which roles the work of a CV shows, engagement by engagement."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from tepat.domain.cv.profile import months_of
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.evidence import Engagement, WorkRoles
from tepat.domain.occupations.classify import classify_duties, classify_title
from tepat.domain.occupations.occupation import OccupationScore

TITLE_SHARE, DUTIES_SHARE = 0.5, 0.5
"""A title says what somebody was called, duties what they did: both count, duties alone where the title says nothing."""


def roles_of_work(works: Sequence[Engagement], text: str, *, as_of: date, knowledge: Knowledge) -> tuple[WorkRoles, ...]:
    """Each engagement with the months it covers and the roles its title and duties show. Spans of `works` point into `text`."""
    return tuple(WorkRoles(n, w, frozenset(months_of(w, as_of)), _roles(w, text, knowledge)) for n, w in enumerate(works))


def _roles(work: Engagement, text: str, knowledge: Knowledge) -> Mapping[str, float]:
    named = classify_title(work.position.value, knowledge=knowledge) if work.position and work.position.value.strip() else ()
    duties = work.duties.spans if work.duties else ()
    if duties:
        done = classify_duties(text, duties, knowledge=knowledge, citing=False)
    else:
        whole = [Span(0, len(work.duties.value))] if work.duties else []
        done = classify_duties(work.duties.value, whole, knowledge=knowledge, citing=False) if work.duties else ()
    if named and named[0].id != "not-it":
        # Few words of duty seldom speak of IT; under a title of IT they are no sign of other work.
        done = tuple(role for role in done if role.id != "not-it")
    shares: dict[str, float] = defaultdict(float)
    for scores, share in ((named, TITLE_SHARE), (done, DUTIES_SHARE)):
        for score in scores:
            shares[score.id] += share * score.score
    return dict(shares)


def roles_of_cv(works: Sequence[WorkRoles]) -> tuple[OccupationScore, ...]:
    """The roles of all engagements together, best first; each counts by the square root of its months, the last one double."""
    last = max((max(w.months) for w in works if w.months), default=0)
    totals: dict[str, float] = defaultdict(float)
    for work in works:
        weight = max(1, len(work.months)) ** 0.5 * (2.0 if work.months and max(work.months) == last else 1.0)
        for role, share in work.roles.items():
            totals[role] += weight * share
    whole = sum(totals.values())
    best = sorted(totals, key=lambda i: (-totals[i], i))[:5]
    return tuple(OccupationScore(id=i, score=round(totals[i] / whole, 4)) for i in best) if whole else ()
