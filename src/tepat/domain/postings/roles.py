"""Which roles an advert names: by its title, and by what it lists as work."""

import re
from collections.abc import Sequence

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.classify import classify_duties, classify_title
from tepat.domain.occupations.occupation import OccupationScore


def roles_of_title(title: str, knowledge: Knowledge) -> tuple[OccupationScore, ...]:
    """Roles the title promises, best first; empty for an empty title."""
    return classify_title(title, knowledge=knowledge) if title.strip() else ()


def roles_besides(title: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Roles that the parts of a title name one by one: "Network & Cloud Engineer", "IT Support / Programmer"."""
    pieces = [piece.strip() for piece in _JOINED.split(title) if len(piece.strip()) >= SHORTEST]
    if len(pieces) < 2:
        return ()
    best = [roles[0] for piece in pieces if (roles := roles_of_title(piece, knowledge))]
    return tuple(dict.fromkeys(role.id for role in best if role.score >= 0.5 and role.id != "not-it"))


def roles_of_duties(
    text: str, duties: tuple[Span, ...], knowledge: Knowledge, *, demands: tuple[Span, ...] = ()
) -> tuple[OccupationScore, ...]:
    """Roles the listed work amounts to, best first; `demands` help where duties say little. Spans point into `text`."""
    return classify_duties(text, duties, knowledge=knowledge, demands=demands) if duties or demands else ()


def tally_duties(text: str, duties: tuple[Span, ...], knowledge: Knowledge) -> dict[str, tuple[Span, ...]]:
    """Each duty with the role it speaks for most: role → its duties. Duties that fit many roles alike are left out."""
    found: dict[str, list[Span]] = {}
    for duty in duties:
        # One sentence alone often says nothing of IT; what it says of IT is what counts here.
        read = classify_duties(text, [duty], knowledge=knowledge, citing=False)
        roles = [role for role in read if role.id != "not-it"]
        if roles and roles[0].score >= max(FAINT, CLEAR_DUTY * sum(role.score for role in roles)):
            found.setdefault(roles[0].id, []).append(duty)
    return {role: tuple(spans) for role, spans in found.items()}


_JOINED = re.compile(r"(?i)\s*[&/,+()|]\s*|\s+[-–—]\s+|\s+(?:dan|and|merangkap|plus)\s+")
SHORTEST = 3
"""Characters of a piece that is read by itself; "UI" in "UI/UX" is none."""
CLEAR_DUTY, FAINT = 0.5, 0.1
"""The least share at which one duty speaks for one role: among the roles of IT, and in all."""
TITLE_PART = 0.4
"""What the title says of the work wanted, where duties are known too; nothing where the two differ."""


def wanted_roles(
    title: Sequence[tuple[str, float]], duties: Sequence[tuple[str, float]], *, misleading: bool = False
) -> tuple[tuple[str, float], ...]:
    """(occupation id, share) of the work an advert is about, best first: mostly its duties, the title for what they leave open.

    `title`, `duties`: (id, score) as read; `misleading`: the title names another role than the duties.
    """
    part = 0.0 if misleading and duties else TITLE_PART if duties else 1.0
    shares: dict[str, float] = {}
    for scores, weight in ((title, part), (duties, 1 - part)):
        for role, score in scores:
            shares[role] = shares.get(role, 0.0) + weight * score
    return tuple(
        sorted(((role, round(share, 4)) for role, share in shares.items() if share >= 0.02), key=lambda pair: (-pair[1], pair[0]))
    )
