"""An occupation as knowledge."""

from dataclasses import dataclass
from typing import Any, Literal

from tepat.domain.documents import Span

EdgeKind = Literal["broader", "step_up", "confused_with"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of knowledge in both languages, with the key of its source."""

    id: str
    text_id: str
    text_en: str
    source: str


@dataclass(frozen=True, slots=True)
class OccupationEdge:
    kind: EdgeKind
    to: str
    distinction: Statement | None = None


@dataclass(frozen=True, slots=True)
class Occupation:
    """One occupation. `printed_as` is the public id it stands under (itself, or the broader one for narrower occupations).

    `short_names`: words that name it in a title only, and a skill elsewhere ("backend", "SEO").
    `duties`: typical duties. `signals`: words and phrases (normalised, either language) that mark its work, with weights.
    """

    id: str
    name_id: str
    name_en: str
    printed_as: str
    family: str
    aliases: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    duties: tuple[Statement, ...] = ()
    signals: tuple[tuple[str, float], ...] = ()
    skills: tuple[str, ...] = ()
    edges: tuple[OccupationEdge, ...] = ()
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OccupationScore:
    """A public occupation id, its score 0..1, the narrower id where one was told apart, and the deciding places."""

    id: str
    score: float
    narrower: str | None = None
    spans: tuple[Span, ...] = ()


def to_document(score: OccupationScore) -> dict[str, Any]:
    """An answer as programs print it: `narrower` and `evidence` only where there are any."""
    narrower = {"narrower": score.narrower} if score.narrower else {}
    evidence = {"evidence": [{"start": span.start, "end": span.end} for span in score.spans]} if score.spans else {}
    return {"id": score.id, **narrower, "score": score.score, **evidence}
