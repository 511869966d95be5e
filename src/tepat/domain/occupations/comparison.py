"""Two guides side by side: six dimensions, what is the same in one cell, and where each stands."""

from dataclasses import dataclass
from typing import Literal

from tepat.domain.occupations.guide import SCALED, DimensionKey, Guide
from tepat.domain.occupations.occupation import Statement

RowKey = DimensionKey | Literal["soft"]
ROWS: tuple[RowKey, ...] = ("problem", "focus", "skill", "technical", "education", "soft")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one role: what it leads with (none in the row of soft skills), then one or more statements."""

    lead: Statement | None
    words: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One dimension. `common` holds what is the same for both; `cells` is None where nothing differs; `places` 0..100.

    A row always says something of both roles: in `common`, or in both of `cells`.
    """

    key: RowKey
    common: Cell | None
    cells: tuple[Cell, Cell] | None
    places: tuple[int, int] | None = None

    def mirrored(self) -> "Row":
        """The same row seen from the other role."""
        cells = (self.cells[1], self.cells[0]) if self.cells else None
        places = (self.places[1], self.places[0]) if self.places else None
        return Row(self.key, self.common, cells, places)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`difference`: the sentence that tells the two apart, where one of the guides has it.

    `widest`: the dimension in which they lie furthest apart.
    """

    first: Guide
    second: Guide
    rows: tuple[Row, ...]
    difference: Statement | None
    widest: DimensionKey


def compare_guides(first: Guide, second: Guide) -> Comparison:
    """The comparison of two guides; with the guides exchanged it is the same, mirrored."""
    rows = tuple(_row(key, first, second) for key in ROWS)
    said = {(guide.occupation, n.to): n.words for guide in (first, second) for n in guide.neighbours}
    ends = (first.occupation, second.occupation)
    widest = max(SCALED, key=lambda key: abs((first.dimension(key).at or 0) - (second.dimension(key).at or 0)))
    return Comparison(first, second, rows, said.get(ends) or said.get(ends[::-1]), widest)


def canonical_pair(first: str, second: str) -> tuple[str, str]:
    """The order in which a pair of occupations has its one address."""
    return (first, second) if first <= second else (second, first)


def _row(key: RowKey, first: Guide, second: Guide) -> Row:
    if key == "soft":
        return _soft(first, second)
    one, other = first.dimension(key), second.dimension(key)
    places = (one.at, other.at) if one.at is not None and other.at is not None else None
    cells = (Cell(one.lead, (one.words,)), Cell(other.lead, (other.words,)))
    if (one.lead.text_id, one.words.text_id) == (other.lead.text_id, other.words.text_id):
        return Row(key, cells[0], None, places)
    return Row(key, None, cells, places)


def _soft(first: Guide, second: Guide) -> Row:
    """What both need in the order of the vocabulary's keys, so that the cell does not depend on who comes first."""
    one, other = ({s.trait.key: s.trait.name for s in guide.soft} for guide in (first, second))
    shared = tuple(one[key] for key in sorted(one.keys() & other.keys()))
    common = Cell(None, shared) if shared else None
    if one.keys() == other.keys():
        return Row("soft", common, None)
    own = tuple(
        Cell(None, tuple(name for key, name in mine.items() if key not in its)) for mine, its in ((one, other), (other, one))
    )
    return Row("soft", common, (own[0], own[1]))
