"""The audit lane: a few people from far below are shown among the first, so that what the order misses can be measured."""

from collections.abc import Sequence
from hashlib import sha256

STEPS = (0, 5, 10)
"""Percent of a queue that can be taken; 0 = off."""
LEAST = 20
"""In a shorter queue everybody is looked at anyway."""


def in_lane(key: str, *, percent: int, salt: str) -> bool:
    """Whether chance takes somebody: the same answer for the same person and posting, whatever the order is."""
    return _chance(f"{salt}/{key}") < percent * 100


def mixed(ranked: Sequence[str], *, percent: int, salt: str) -> list[tuple[str, str]]:
    """(key, key in whose place it stands) of a queue, best first, with the lane mixed in.

    Those of the lower half whom chance takes stand in the upper half, each before a place that chance names; everybody else keeps
    the order, nobody is left out. `ranked` itself where the lane is off or the queue is short.
    """
    half = len(ranked) // 2
    upper, lower = ranked[:half], ranked[half:]
    taken = [key for key in lower if in_lane(key, percent=percent, salt=salt)] if len(ranked) >= LEAST else []
    places = sorted((_chance(f"{salt}/place/{key}") % half, key) for key in taken)
    found: list[tuple[str, str]] = []
    for at, key in enumerate(upper):
        found += [(other, key) for place, other in places if place == at]
        found.append((key, key))
    gone = set(taken)
    return found + [(key, key) for key in lower if key not in gone]


def _chance(words: str) -> int:
    """0 to 9999, evenly spread and always the same for the same words."""
    return int.from_bytes(sha256(words.encode()).digest()[:8], "big") % 10_000
