"""What pages on occupations share: which one an address names, and how it is written."""

from dataclasses import dataclass

from django.http import Http404

from tepat.domain.occupations.guide import Guide
from tepat.domain.occupations.occupation import Occupation
from tepat.services import engines
from tepat.services.wording.roles import role_name


@dataclass(frozen=True, slots=True)
class Role:
    """An occupation with its guide, as pages name it."""

    occupation: Occupation
    guide: Guide

    @property
    def id(self) -> str:
        return self.occupation.id

    @property
    def name(self) -> str:
        return role_name(self.occupation)

    @property
    def address(self) -> str:
        return f"/peran/{self.id}/"

    @property
    def jobs(self) -> str:
        """The list of live adverts whose duties describe it."""
        return f"/loker/?peran={self.id}"


def role_of(occupation_id: str) -> Role:
    """The occupation that an address names, with its guide; Http404 where there is none."""
    occupation = engines.knowledge().occupations.get(occupation_id)
    guide = engines.guides().guide(occupation_id) if occupation else None
    if occupation is None or guide is None:
        raise Http404
    return Role(occupation, guide)


def guide_address(occupation_id: str) -> str:
    """The guide to an occupation, or to the broader one it is printed under; empty where neither has one."""
    occupation, shelf = engines.knowledge().occupations.get(occupation_id), engines.guides().ids()
    ids = (occupation.id, occupation.printed_as) if occupation else ()
    return next((f"/peran/{i}/" for i in ids if i in shelf), "")


def comparison_address(first: str, second: str) -> str:
    """The comparison of two occupations, if both have guides and they are two; else empty. `first` stands left."""
    shelf = engines.guides().ids()
    return f"/peran/{first}/vs/{second}/" if first != second and {first, second} <= set(shelf) else ""
