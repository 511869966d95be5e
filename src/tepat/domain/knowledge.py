"""The knowledge that judgement needs, as one value that is handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tepat.domain.language.places import Place, PlaceIndex
from tepat.domain.occupations.model import RoleModel
from tepat.domain.occupations.occupation import Occupation
from tepat.domain.skills import Skill, SkillIndex


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from: a citation in words and the licence it stands under."""

    key: str
    title: str
    citation: str
    licence: str


@dataclass(frozen=True, slots=True)
class CertificateKind:
    """A certificate people hold: its name, who issues it, how it is written, and the skills it proves."""

    name: str
    issuer: str | None = None
    aliases: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All knowledge files as values, by id. `version` changes when any file changes: it is stored beside each reading.

    `majors`: Indonesian name of a field of study → other spellings in both languages; `major_groups`: group → its majors.
    `areas`: what people call several places at once ("Jabodetabek") → codes of places.
    `model`: what was learned of roles and titles; None where the file is not there.
    `certificates`: name → other spellings; `certificate_kinds` says more about the same names.
    """

    version: str
    skills: Mapping[str, Skill] = field(default_factory=dict)
    occupations: Mapping[str, Occupation] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    majors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    certificates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    major_groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    certificate_kinds: Mapping[str, CertificateKind] = field(default_factory=dict)
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    model: RoleModel | None = None

    @cached_property
    def skill_index(self) -> SkillIndex:
        """The index over `skills`, built once."""
        return SkillIndex(self.skills)

    @cached_property
    def place_index(self) -> PlaceIndex:
        """The index over `places`, built once."""
        return PlaceIndex(self.places)
