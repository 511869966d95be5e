"""Which roles an advert names: by its title, and by what it lists as work."""

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.classify import classify_duties, classify_title
from tepat.domain.occupations.occupation import OccupationScore


def roles_of_title(title: str, knowledge: Knowledge) -> tuple[OccupationScore, ...]:
    """Roles the title promises, best first; empty for an empty title."""
    return classify_title(title, knowledge=knowledge) if title.strip() else ()


def roles_of_duties(
    text: str, duties: tuple[Span, ...], knowledge: Knowledge, *, demands: tuple[Span, ...] = ()
) -> tuple[OccupationScore, ...]:
    """Roles the listed work amounts to, best first; `demands` help where duties say little. Spans point into `text`."""
    return classify_duties(text, duties, knowledge=knowledge, demands=demands) if duties or demands else ()
