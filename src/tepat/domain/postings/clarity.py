"""Whether the title of an advert and the work it lists name the same role."""

from collections.abc import Mapping, Sequence

from tepat.domain.documents import Span
from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.covering import OUTSIDE, SUPPORT, VAGUE, are_close, covers
from tepat.domain.postings.parting import Part
from tepat.domain.postings.posting import Clarity

SURE, HELD = 0.78, 0.08
LIKELY, ABSENT = 0.66, 0.015
"""Another role leads surely from this share on; the title holds where its own role has at least this one."""
NAMED = 0.1
"""From this share on a title names a role besides its first."""
PROMISED = 0.7
"""From this share on a title promises a role so plainly that other work misleads."""
SURE_OUTSIDE = 0.9
"""Work outside IT leads surely from this share on: plain words, such as those on the firm, look like it too."""
FEW, PART = 3, 0.25
"""A second role is a full one from three duties and a quarter of those that speak clearly."""
FEWEST = 2
"""One duty alone says nothing against a title where the work seems to be outside IT."""


def judge_clarity(
    title: Sequence[OccupationScore],
    duties: Sequence[OccupationScore],
    *,
    tally: Mapping[str, Sequence[Span]],
    parts: tuple[Part, Part] | None = None,
    listed: int = FEWEST,
    besides: Sequence[str] = (),
) -> Clarity:
    """Tell `consistent`, `mismatch`, `two_roles` or `unclear`; it only warns where it is sure.

    `params`: title, duties, second (occupation ids), and how many duties speak for each. `tally`: role → the duties that speak
    for it clearly; `parts`: the two roles that the list falls into, if it does; `listed`: how many duties there are;
    `besides`: roles that parts of the title name.
    `suggested_occupation` names the role whose name would fit the work, for mismatch only.
    """
    named = title[0].id if title else ""
    if not named or not duties:
        return Clarity("consistent" if named and named not in VAGUE else "unclear", {"title": named} if named else {})
    main = duties[0]
    params: dict[str, str | int] = {
        "title": named,
        "duties": main.id,
        "title_count": len(tally.get(named, ())),
        "duties_count": len(tally.get(main.id, ())),
    }
    titles = [*(role.id for role in title if role.score >= NAMED), *besides]
    pair = _parted(titles, main.id, parts) or _counted(titles, tally)
    if pair is not None:
        return _two_roles(params, pair, named)
    if _keeps_its_part(named, parts):
        return Clarity("consistent", params, main.spans)
    own = sum(d.score for d in duties if d.id == named or are_close(named, d.id))
    if main.id == OUTSIDE != named and listed < FEWEST:
        return Clarity("unclear", params, main.spans)
    if not _leads(main, own) or own >= HELD or main.id in titles or _fits(named, main.id) or not _promises(title[0]):
        return Clarity("consistent" if own >= HELD / 3 or main.score >= SURE or tally else "unclear", params, main.spans)
    return Clarity("mismatch", params, tuple(tally.get(main.id, ()))[:3] or main.spans, suggested_occupation=main.id)


def _leads(main: OccupationScore, own: float) -> bool:
    """True where the work is surely that of `main`; `own`: the share of the title's role."""
    if main.id == OUTSIDE:
        return main.score >= SURE_OUTSIDE
    return main.score >= SURE or (main.score >= LIKELY and own < ABSENT)


def _promises(title: OccupationScore) -> bool:
    """True where a title surely names a role of IT; that it names one outside IT may only mean that its words are unknown."""
    return title.id != OUTSIDE and title.score >= PROMISED


_Pair = tuple[tuple[str, Sequence[Span]], tuple[str, Sequence[Span]]]


def _two_roles(params: dict[str, str | int], pair: _Pair, named: str) -> Clarity:
    """The role of the title, or else the one with more duties, stands first."""
    (first, some), (second, others) = sorted(pair, key=lambda part: (part[0] != named, -len(part[1])))
    counts = {"duties_count": len(some), "second_count": len(others)}
    return Clarity("two_roles", {**params, "duties": first, "second": second, **counts}, (*some[:2], *others[:2]))


def _parted(titles: Sequence[str], main: str, parts: tuple[Part, Part] | None) -> _Pair | None:
    """The parts of the list, where the title does not cover both.

    Where the whole list speaks for a third role, or the title names neither, it is no case of two roles under one title.
    """
    if parts is None:
        return None
    first, second = (titles[0] if are_close(part.role, titles[0]) else part.role for part in parts)
    whole = any(main == part.role or are_close(main, part.role) for part in parts)
    told = titles[0] in {first, second} | VAGUE
    if first == second or not whole or not told or covers(titles, (first, second)):
        return None
    return (first, parts[0].duties), (second, parts[1].duties)


def _keeps_its_part(named: str, parts: tuple[Part, Part] | None) -> bool:
    """True where one of the two parts is work of the title, and the other goes with it."""
    roles = [part.role for part in parts or ()]
    return named in roles and covers([named], roles)


def _counted(titles: Sequence[str], tally: Mapping[str, Sequence[Span]]) -> _Pair | None:
    """Two full roles of the work, duty by duty, that the title does not cover together."""
    counts = ((len(spans), role) for role, spans in tally.items() if role != OUTSIDE)
    counted = sorted(counts, key=lambda pair: (-pair[0], pair[1]))
    total = sum(count for count, _ in counted)
    if len(counted) < 2 or counted[1][0] < FEW or counted[1][0] < PART * total:
        return None
    first, second = counted[0][1], counted[1][1]
    told = titles[0] in {first, second} | VAGUE
    if not told or are_close(first, second) or covers(titles, (first, second)):
        return None
    return (first, tally[first]), (second, tally[second])


def _fits(named: str, main: str) -> bool:
    if named == main or are_close(named, main):
        return True
    return named in VAGUE and main in SUPPORT | {"system-administrator"}
