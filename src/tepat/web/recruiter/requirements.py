"""Requirements as the posting's page carries them: must or nice, wording, months, one more, one less."""

from collections.abc import Mapping
from dataclasses import replace

from tepat.domain.postings.posting import Requirement
from tepat.domain.skills import SkillIndex
from tepat.models import JobPosting
from tepat.services import engines

KINDS = ("skill", "experience", "education", "certificate", "language", "location", "availability", "licence", "other")


def typed_requirements(posting: JobPosting, typed: Mapping[str, str]) -> tuple[Requirement, ...]:
    """The posting's requirements with what was typed of them; rows that `typed` does not name stay as they are."""
    stored = posting.as_requirements()
    kept = (_changed(r, typed) for r in stored)
    added = _new_one(typed, taken={r.id for r in stored})
    return (*(r for r in kept if r is not None), *([added] if added else []))


def _changed(requirement: Requirement, typed: Mapping[str, str]) -> Requirement | None:
    """The requirement with what the form says of it; None if it was taken out."""
    importance = typed.get(f"importance-{requirement.id}", requirement.importance)
    if importance == "drop":
        return None
    label = " ".join(typed.get(f"label-{requirement.id}", "").split())[:200] or requirement.label
    months = typed.get(f"months-{requirement.id}", "")
    return replace(
        requirement,
        importance="nice" if importance == "nice" else "must",
        label=label,
        months=int(months) if months.isascii() and months.isdigit() and len(months) < 4 else requirement.months,
    )


def _new_one(typed: Mapping[str, str], *, taken: set[str]) -> Requirement | None:
    """A requirement that a person adds; its skills are found in its words."""
    label = " ".join(typed.get("new-label", "").split())[:200]
    if not label:
        return None
    kind = typed.get("new-kind", "skill")
    number = next(n for n in range(1, 10_000) if f"r{n}" not in taken)
    found = SkillIndex(engines.knowledge().skills).find(label)
    return Requirement(
        id=f"r{number}",
        kind=kind if kind in KINDS else "other",  # type: ignore[arg-type]
        importance="nice" if typed.get("new-importance") == "nice" else "must",
        label=label,
        skills=tuple(dict.fromkeys(m.skill.id for m in found)),
    )
