"""The knowledge that judgement needs, as one value that is handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tepat.domain.language.places import Place
from tepat.domain.occupations.occupation import Occupation
from tepat.domain.skills import Skill


@dataclass(frozen=True)
class Knowledge:
    """All knowledge files as values, by id. `version` changes when any file changes: it is stored beside each reading."""

    version: str
    skills: Mapping[str, Skill] = field(default_factory=dict)
    occupations: Mapping[str, Occupation] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    majors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    certificates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
