"""Whether the title of an advert and the work it lists name the same role."""

from collections.abc import Mapping, Sequence

from tepat.domain.documents import Span
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
SURE, HELD = 0.78, 0.08
LIKELY, ABSENT = 0.66, 0.015
"""Another role leads surely from this share on; the title holds where its own role has at least this one."""
FEW, PART = 3, 0.25
"""A second role is a full one from three duties and a quarter of those that speak clearly."""


def judge_clarity(
    title: Sequence[OccupationScore], duties: Sequence[OccupationScore], *, tally: Mapping[str, Sequence[Span]]
) -> Clarity:
    """Tell `consistent`, `mismatch`, `two_roles` or `unclear`; it only warns where it is sure.

    `params`: title, duties, second (occupation ids), and how many duties speak for each. `tally`: role → the duties that speak
    for it clearly. `suggested_occupation` names the role whose name would fit the work, for mismatch only.
    """
    named = title[0].id if title else ""
    if not named or not duties:
        return Clarity("consistent" if named and named not in VAGUE else "unclear", {"title": named} if named else {})
    main = duties[0]
    own = sum(d.score for d in duties if d.id == named or frozenset({named, d.id}) in CLOSE)
    params: dict[str, str | int] = {
        "title": named,
        "duties": main.id,
        "title_count": len(tally.get(named, ())),
        "duties_count": len(tally.get(main.id, ())),
    }
    second = _second(named, tally)
    if second is not None:
        first, other = second
        spans = (*tally[first][:2], *tally[other][:2])
        return Clarity("two_roles", {**params, "duties": first, "second": other, "second_count": len(tally[other])}, spans)
    sure = main.score >= SURE or (main.score >= LIKELY and own < ABSENT)
    if not sure or own >= HELD or _fits(named, main.id):
        return Clarity("consistent" if own >= HELD / 3 or main.score >= SURE or tally else "unclear", params, main.spans)
    return Clarity("mismatch", params, tuple(tally.get(main.id, ()))[:3] or main.spans, suggested_occupation=main.id)


def _second(named: str, tally: Mapping[str, Sequence[Span]]) -> tuple[str, str] | None:
    """Two full roles of the work that the title does not cover together."""
    counted = sorted(
        ((len(spans), role) for role, spans in tally.items() if role != "not-it"), key=lambda pair: (-pair[0], pair[1])
    )
    total = sum(count for count, _ in counted)
    if len(counted) < 2 or counted[1][0] < FEW or counted[1][0] < PART * total:
        return None
    first, second = counted[0][1], counted[1][1]
    return None if _natural(named, first, second) else (first, second)


def _natural(named: str, main: str, second: str) -> bool:
    """True where the title covers both roles, or the two belong together."""
    pair = frozenset({main, second})
    return pair in CLOSE or (named in VAGUE | {"it-support"} and pair <= SUPPORT)


def _fits(named: str, main: str) -> bool:
    if named == main or frozenset({named, main}) in CLOSE:
        return True
    return named in VAGUE and main in SUPPORT | {"system-administrator"}
