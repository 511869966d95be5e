"""Skills: canonical names, aliases in both languages, what implies what."""

from dataclasses import dataclass

from tepat.domain.documents import Span


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill. `aliases` are surface forms in either language; `implies` are ids of skills it proves as well.

    `case_sensitive` aliases (such as "Go", "R", "C") match only as written.
    """

    id: str
    name: str
    kind: str = "technical"
    aliases: tuple[str, ...] = ()
    case_sensitive: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill found in a text: which, where, and how it was written."""

    skill: Skill
    span: Span
    written: str
