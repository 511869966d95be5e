"""Points → shares: what a lead in points is worth, and what speaks for work in many fields."""

import math
from collections.abc import Mapping

SHARPNESS = 1.2
FEW_POINTS = 12.0
"""How a lead in points becomes a lead in share; both fitted so that shares are about as often right as they say."""
FLOOR = 0.002
"""No share is nothing: what signals miss the model may still find."""
LEAST_LEARNED = -9.0
SHARPER, FAVOUR = 0.9, 2.4
"""The blend's power, and what its first role's odds are multiplied by: fitted so that shares are right as often as they say."""
FIELDS = (
    ("it-helpdesk", "it-support", "computer-technician"),
    ("network-engineer", "noc-operator"),
    ("system-administrator", "devops-engineer"),
    ("software-developer", "application-support", "business-analyst"),
    ("data-professional", "database-administrator"),
)
"""Fields of work by which breadth is measured, support first."""
BROAD_SUPPORT = 0.2
BROAD_SHARE = 0.5
BROAD_THIRD = 0.15


def softmax(points: Mapping[str, float]) -> dict[str, float]:
    """Points → shares that add up to 1. The more points in all, the more a lead is worth, by its square root."""
    scale = worth_of_point(points)
    best = max(points.values())
    raised = {i: math.exp((p - best) * scale) for i, p in points.items()}
    total = sum(raised.values())
    return {i: value / total for i, value in raised.items()}


def worth_of_point(points: Mapping[str, float]) -> float:
    """What one point more adds to the logarithm of a share."""
    return SHARPNESS / math.sqrt(sum(max(p, 0.0) for p in points.values()) + FEW_POINTS)


def blend(shares: Mapping[str, float], learned: Mapping[str, float], part: float) -> dict[str, float]:
    """Shares and log-shares from elsewhere, which count `part` as much, in one: a weighted product, adding up to 1."""
    joined = {i: math.log(value + FLOOR) + part * learned.get(i, LEAST_LEARNED) for i, value in shares.items()}
    for role, value in learned.items():
        joined.setdefault(role, math.log(FLOOR) + part * value)
    best = max(joined.values())
    raised = {i: math.exp((value - best) * SHARPER) for i, value in joined.items()}
    raised[max(sorted(joined), key=joined.__getitem__)] *= FAVOUR
    total = sum(raised.values())
    return {i: value / total for i, value in raised.items()}


def saturated(count: float) -> float:
    """The second mention says less than the first."""
    return count if count <= 1 else 1 + 0.6 * math.log(count)


def breadth(points: Mapping[str, float]) -> float:
    """What speaks for a generalist: support beside two or more other fields of work, none of them dominating."""
    by_field = [max(0.0, *(points.get(i, 0.0) for i in field)) for field in FIELDS]
    fields = sorted(by_field, reverse=True)
    total = sum(fields)
    if total <= 0 or by_field[0] < BROAD_SUPPORT * total or fields[0] > BROAD_SHARE * total or fields[2] < BROAD_THIRD * total:
        return 0.0
    return (fields[1] + fields[2]) / 2
