"""Points → shares: what a lead in points is worth, and what speaks for work in many fields.

Rows are readings, columns are roles.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tepat.domain.occupations.features import Numbers

Flags = NDArray[np.bool_]

SHARPNESS = 1.2
FEW_POINTS = 12.0
"""How a lead in points becomes a lead in share; both fitted so that shares are about as often right as they say."""
FLOOR = 0.002
"""No share is nothing: what signals miss the model may still find."""
LEAST_LEARNED = -9.0
SHARPER, FAVOUR = 0.9, 2.4
"""The blend's power, and what its first role's odds are multiplied by: fitted so that shares are right as often as they say."""
AGAIN = 0.6
"""What the logarithm of repetition adds to one mention."""
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


def worth(points: Numbers, *, found: Flags, learned: Numbers | None, part: float) -> Numbers:
    """Logarithms of what each role is worth, -inf where nothing speaks for it.

    The more points in all, the more a lead is worth, by its square root. `found`: where signals spoke at all. `learned`: what the
    model says, as logarithms (-inf for a role it never learned), counting `part` as much in a weighted product.
    """
    total = np.maximum(points, 0).sum(axis=1, keepdims=True, where=found)
    raised = np.where(found, points, -np.inf)
    raised = (raised - raised.max(axis=1, keepdims=True)) * (SHARPNESS / np.sqrt(total + FEW_POINTS))
    raised -= np.log(np.exp(raised).sum(axis=1, keepdims=True))
    if learned is None:
        alone: Numbers = raised
        return alone
    known = np.isfinite(learned)
    joined = np.log(np.exp(raised) + FLOOR) + part * np.where(known, learned, LEAST_LEARNED)
    logs: Numbers = np.where(found | known, joined, -np.inf)
    return logs


def shares_of(logs: Numbers, *, blended: bool) -> Numbers:
    """One row of `worth` as shares that add up to 1."""
    raised = np.exp((logs - logs.max()) * (SHARPER if blended else 1.0))
    if blended:
        raised[logs.argmax()] *= FAVOUR
    shares: Numbers = raised / raised.sum()
    return shares


def saturated(count: Numbers) -> Numbers:
    """The second mention says less than the first."""
    again = count > 1  # Few are: the logarithm is taken of these alone.
    counted = count.copy()
    counted[again] = 1 + AGAIN * np.log(count[again])
    return counted


def saturated_once(count: float) -> float:
    """`saturated` of one count."""
    return count if count <= 1 else 1 + AGAIN * math.log(count)


def breadth(points: Numbers, roles: Sequence[str]) -> Numbers:
    """What speaks for a generalist, per row: support beside two or more other fields of work, none of them dominating."""
    places, begins = _places(tuple(roles))
    by_field = np.maximum(np.maximum.reduceat(points[:, places], begins, axis=1), 0) if len(begins) == len(FIELDS) else None
    if by_field is None:
        return np.zeros(len(points), dtype=np.float32)
    total = by_field.sum(axis=1)
    ordered = np.sort(by_field, axis=1)[:, ::-1]
    broad = (total > 0) & (by_field[:, 0] >= BROAD_SUPPORT * total)
    broad &= (ordered[:, 0] <= BROAD_SHARE * total) & (ordered[:, 2] >= BROAD_THIRD * total)
    return np.where(broad, (ordered[:, 1] + ordered[:, 2]) / 2, 0.0)


@lru_cache(maxsize=4)
def _places(roles: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Where the roles of all fields stand among `roles`, field by field, and where each field that has any begins."""
    fields = [found for field in FIELDS if (found := [roles.index(role) for role in field if role in roles])]
    begins = [sum(map(len, fields[:at])) for at in range(len(fields))]
    return [place for field in fields for place in field], begins
