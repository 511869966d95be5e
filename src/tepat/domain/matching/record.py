"""A match as it is kept: codes and places, no words, so that every language and every re-ranking reads the same record."""

from collections.abc import Mapping, Sequence
from typing import Any

from tepat.domain.matching.verdicts import Group, Match, Reason, RequirementMatch, group_of
from tepat.domain.postings.posting import Requirement

GROUPS: tuple[Group, ...] = ("must", "nice", "talk")
LETTERS = {"met": "m", "partly": "p", "not_stated": "n", "contradicted": "c"}


def to_record(match: Match) -> dict[str, Any]:
    """{"requirements": [{id, kind, importance, label, verdict, score, reason, evidence}], "occupations": […]}; must first."""
    return {
        "requirements": [_requirement(r) for r in in_order(match)],
        "occupations": [{"id": o.id, "score": round(o.score, 6), "narrower": o.narrower} for o in match.occupations],
    }


def strip_of(match: Match) -> str:
    """Verdicts as letters, musts left of the bar: "mmpn|mn"; what only a talk shows has none."""
    return "|".join("".join(LETTERS[r.verdict] for r in match.requirements if r.group == group) for group in GROUPS[:2])


def place_in_strip(requirements: Sequence[Requirement], key: str) -> int | None:
    """0-based place of the letter of one requirement, bars counted; None for one that has none."""
    place = 0
    for group in GROUPS[:2]:
        for requirement in requirements:
            if group_of(requirement) == group:
                if requirement.id == key:
                    return place
                place += 1
        place += 1
    return None


def in_order(match: Match) -> list[RequirementMatch]:
    """Musts, nices, what a talk shows; each group in the order of the posting."""
    return sorted(match.requirements, key=lambda r: GROUPS.index(r.group))


def _requirement(r: RequirementMatch) -> dict[str, Any]:
    return {
        "id": r.requirement.id,
        "kind": r.requirement.kind,
        "importance": r.requirement.importance,
        "group": r.group,
        "label": r.requirement.label,
        "value": r.requirement.value,
        "months": r.requirement.months,
        "skills": list(r.requirement.skills),
        "verdict": r.verdict,
        "score": r.score,
        "reason": {"code": r.reason.code, "params": dict(r.reason.params)},
        "evidence": [{"quote": e.quote, "start": e.start, "end": e.end, "page": e.page, "path": e.path} for e in r.evidence],
    }


def from_record(record: Mapping[str, Any]) -> tuple[RequirementMatch, ...]:
    """The verdicts of a kept match, as far as weighing and comparing need them: without reasons and evidence."""
    return tuple(
        RequirementMatch(
            Requirement(
                r["id"],
                r["kind"],
                r["importance"],
                r["label"],
                value=r.get("value"),
                months=r.get("months"),
                skills=tuple(r.get("skills", ())),
            ),
            r["verdict"],
            r["score"],
            Reason("kept"),
        )
        for r in record["requirements"]
    )


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Requirements whose verdict is another: "r3:np" was not stated and is partly now; "-" where it was or is not asked."""
    old = {r["id"]: LETTERS[r["verdict"]] for r in before.get("requirements", [])}
    new = {r["id"]: LETTERS[r["verdict"]] for r in now.get("requirements", [])}
    both = {**old, **new}
    return [f"{key}:{old.get(key, '-')}{new.get(key, '-')}" for key in both if old.get(key) != new.get(key)]
