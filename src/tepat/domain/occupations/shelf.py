"""The shelf of guides: a port, since guides are read from files one at a time."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tepat.domain.occupations.guide import Guide
from tepat.domain.occupations.occupation import Statement


@dataclass(frozen=True, slots=True)
class Opening:
    """What an index shows of a guide without reading the rest of it."""

    occupation: str
    checked: date
    motto: Statement
    summary: Statement


class GuideShelf(Protocol):
    def ids(self) -> tuple[str, ...]:
        """Occupations that have a guide, in the order of the alphabet."""

    def opening(self, occupation: str) -> Opening | None:
        """The first lines of a guide; None where there is none."""

    def guide(self, occupation: str) -> Guide | None:
        """A whole guide; None where there is none."""
