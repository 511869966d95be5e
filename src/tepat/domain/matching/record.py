"""A match as it is kept: codes and places, no words, so that every language and every re-ranking reads the same record."""

from typing import Any

from tepat.domain.matching.verdicts import Match, RequirementMatch

LETTERS = {"met": "m", "partly": "p", "not_stated": "n", "contradicted": "c"}


def to_record(match: Match) -> dict[str, Any]:
    """{"requirements": [{id, kind, importance, label, verdict, score, reason, evidence}], "occupations": […]}; must first."""
    return {
        "requirements": [_requirement(r) for r in in_order(match)],
        "occupations": [{"id": o.id, "score": round(o.score, 6), "narrower": o.narrower} for o in match.occupations],
    }


def strip_of(match: Match) -> str:
    """Verdicts as letters, musts left of the bar: "mmpn|mn"."""
    groups = {"must": "", "nice": ""}
    for r in in_order(match):
        groups[r.requirement.importance] += LETTERS[r.verdict]
    return f"{groups['must']}|{groups['nice']}"


def in_order(match: Match) -> list[RequirementMatch]:
    """Musts first, each group in the order of the posting."""
    return sorted(match.requirements, key=lambda r: r.requirement.importance != "must")


def _requirement(r: RequirementMatch) -> dict[str, Any]:
    return {
        "id": r.requirement.id,
        "kind": r.requirement.kind,
        "importance": r.requirement.importance,
        "label": r.requirement.label,
        "verdict": r.verdict,
        "score": r.score,
        "reason": {"code": r.reason.code, "params": dict(r.reason.params)},
        "evidence": [{"quote": e.quote, "start": e.start, "end": e.end, "page": e.page, "path": e.path} for e in r.evidence],
    }
