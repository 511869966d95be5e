"""An advert whose list of work falls into two roles: where it parts, and what each part amounts to."""

from collections.abc import Sequence
from dataclasses import dataclass

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.classify import classify_duties
from tepat.domain.postings.covering import OUTSIDE, are_close

LEAST, SHARE = 3, 0.3
"""A part has at least three duties and this share of all."""
MOST = 40
"""Duties looked at; longer lists are cut there."""
SURE, TELLING = 0.6, 0.97
"""How surely a part speaks for a role of IT, and for work outside IT."""
NO_PART = "it-generalist"
"""A bit of everything is no role that a list parts into."""
TOGETHER = 1.62
"""What both parts must reach in sum."""
PLAIN = 0.9
"""From here on a single duty is outside IT beyond doubt; three such make a part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Duties in a row that amount to one role; `score` 0..1."""

    role: str
    score: float
    duties: tuple[Span, ...]


def part_roles(text: str, duties: Sequence[Span], knowledge: Knowledge) -> tuple[Part, Part] | None:
    """The two full roles that the list of `duties` falls into, in order of the text; None where it is one.

    People write the work of one role after that of the other. Of all places to cut, the one counts at which both
    sides together speak most surely.
    """
    listed = duties[:MOST]
    least = max(LEAST, round(SHARE * len(listed)))
    cuts = range(least, len(listed) - least + 1)
    found = [pair for cut in cuts if (pair := _parted(text, listed, cut, knowledge)) is not None]
    return max(found, key=lambda pair: min(pair[0].score, pair[1].score), default=None)


def _parted(text: str, duties: Sequence[Span], cut: int, knowledge: Knowledge) -> tuple[Part, Part] | None:
    first = _part(text, duties[:cut], knowledge)
    if first is None:
        return None
    second = _part(text, duties[cut:], knowledge)
    if second is None or first.role == second.role or are_close(first.role, second.role):
        return None
    if first.score + second.score < TOGETHER:
        return None
    return first, second


def _part(text: str, duties: Sequence[Span], knowledge: Knowledge) -> Part | None:
    """None where the stretch speaks for no role surely."""
    roles = classify_duties(text, duties, knowledge=knowledge, citing=False)
    if not roles or roles[0].id == NO_PART or roles[0].score < (TELLING if roles[0].id == OUTSIDE else SURE):
        return None
    if roles[0].id == OUTSIDE and sum(_is_plain(text, duty, knowledge) for duty in duties) < LEAST:
        return None
    return Part(roles[0].id, roles[0].score, tuple(duties))


def _is_plain(text: str, duty: Span, knowledge: Knowledge) -> bool:
    roles = classify_duties(text, [duty], knowledge=knowledge, citing=False)
    return bool(roles) and roles[0].id == OUTSIDE and roles[0].score >= PLAIN
