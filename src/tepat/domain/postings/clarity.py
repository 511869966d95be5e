"""Whether the title of an advert and the work it lists name the same role."""

from collections.abc import Sequence

from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.posting import Clarity

VAGUE = frozenset({"it-generalist", "other-it"})
"""Titles such as "Staff IT" promise no special role: support, helpdesk and generalist work fit them."""
SUPPORT = frozenset({"it-helpdesk", "it-support", "it-generalist", "computer-technician", "application-support"})
CLOSE = (
    frozenset({"it-support", "computer-technician"}),
    frozenset({"it-support", "application-support"}),
    frozenset({"system-administrator", "network-engineer"}),
    frozenset({"system-administrator", "devops-engineer"}),
    frozenset({"noc-operator", "network-engineer"}),
    frozenset({"data-professional", "database-administrator"}),
    frozenset({"business-analyst", "erp-consultant"}),
    frozenset({"application-support", "erp-consultant"}),
    frozenset({"it-manager", "project-manager"}),
)
"""Pairs whose work overlaps so far that a title of one and duties of the other mislead nobody."""
SHARE = 0.4
"""A second role counts as full where it takes two fifths of the work."""


def judge_clarity(title: Sequence[OccupationScore], duties: Sequence[OccupationScore], *, knowledge: Knowledge) -> Clarity:
    """`consistent`, `mismatch`, `two_roles` or `unclear`; `params`: title, duties, second (occupation ids).

    `suggested_occupation` names the role whose name would fit the work, for mismatch only.
    """
    if not title and not duties:
        return Clarity("unclear")
    if not duties:
        known = bool(title) and title[0].id not in VAGUE
        return Clarity("consistent" if known else "unclear", {"title": title[0].id if title else ""})
    named = title[0].id if title else ""
    main = duties[0]
    second = _second(named, duties)
    params: dict[str, str | int] = {"title": named, "duties": main.id}
    if not named:
        return Clarity("unclear", params, main.spans)
    if second is not None and not _natural(named, main.id, second.id):
        return Clarity("two_roles", {**params, "second": second.id}, (*main.spans, *second.spans))
    if _fits(named, main.id, knowledge):
        return Clarity("consistent", params, main.spans)
    return Clarity("mismatch", params, main.spans, suggested_occupation=main.id)


def _second(named: str, duties: Sequence[OccupationScore]) -> OccupationScore | None:
    """A second full role of the work, if there is one."""
    total = sum(d.score for d in duties[:3]) or 1.0
    candidates = [d for d in duties[1:2] if d.score / total >= SHARE and d.id != "not-it"]
    return candidates[0] if candidates and named != "" else None


def _natural(named: str, main: str, second: str) -> bool:
    """True where the title covers both roles, or the two belong together."""
    pair = frozenset({main, second})
    return named in VAGUE or pair <= SUPPORT or pair in CLOSE


def _fits(named: str, main: str, knowledge: Knowledge) -> bool:
    if named == main or frozenset({named, main}) in CLOSE:
        return True
    return named in VAGUE and main in SUPPORT | {"system-administrator"}
