"""A guide to an occupation: what a person wants to know before choosing it. Every sentence carries its source."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from tepat.domain.occupations.occupation import Statement

Level = Literal[1, 2, 3]
Handling = Literal["own", "share", "pass"]
Direction = Literal["in", "onward"]
Fitting = Literal["yes", "partly", "no"]
DimensionKey = Literal["problem", "focus", "skill", "technical", "education"]
SCALED: tuple[DimensionKey, ...] = ("problem", "focus", "skill", "technical")
"""Dimensions with a place on a scale of 0 to 100: basic–complex, today–ahead, people–devices, broad–deep."""
SITUATIONS = 12
SOFT = 5
"""Every guide names as many soft skills, so that of two that differ each has one of its own."""


@dataclass(frozen=True, slots=True)
class Trait:
    """A soft skill by its name, the same in all guides, so that guides can be compared."""

    key: str
    name: Statement


@dataclass(frozen=True, slots=True)
class Hour:
    """What one does at a time of the day, such as "08.00"."""

    time: str
    words: Statement


@dataclass(frozen=True, slots=True)
class Named:
    """A tool or a certificate by its name, with what it is for."""

    name: Statement
    words: Statement


@dataclass(frozen=True, slots=True)
class Soft:
    """A soft skill and how it shows in this work."""

    trait: Trait
    words: Statement


@dataclass(frozen=True, slots=True)
class Ticket:
    """A piece of work as it comes in: how deep it goes, and whether this role solves, shares or passes it on."""

    level: Level
    handling: Handling
    words: Statement


@dataclass(frozen=True, slots=True)
class Point:
    """Whom the work suits, or does not; situations of the fit check ask about it by `key`."""

    key: str
    words: Statement


@dataclass(frozen=True, slots=True)
class Contrast:
    """What people say or expect, and what is so."""

    said: Statement
    really: Statement


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another occupation and how this one really differs from it."""

    to: str
    words: Statement


@dataclass(frozen=True, slots=True)
class Route:
    """A way into the work or onward from it; `occupation` is the other end where it is one that Tepat knows."""

    direction: Direction
    occupation: str | None
    words: Statement


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension of the comparison: the words it leads with, the rest, and a place 0..100 where it has a scale."""

    key: DimensionKey
    lead: Statement
    words: Statement
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to act in a situation, and how well it goes with the work."""

    fitting: Fitting
    words: Statement


@dataclass(frozen=True, slots=True)
class Situation:
    """A moment of the work, three ways to act, why it matters, and what would change an answer that does not go with it.

    `about`: the key of a point of `suits` or `unsuited`. `core`: it happens in most weeks, so it weighs double.
    """

    key: str
    about: str
    core: bool
    words: Statement
    answers: tuple[Answer, Answer, Answer]
    why: Statement
    change: Statement


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide of one occupation; `checked` is the day its words were last read against its sources."""

    occupation: str
    checked: date
    motto: Statement
    summary: Statement
    day: tuple[Hour, ...]
    duties: tuple[Statement, ...]
    tools: tuple[Named, ...]
    tickets: tuple[Ticket, ...]
    technical: tuple[Statement, ...]
    soft: tuple[Soft, ...]
    education: tuple[Statement, ...]
    certificates: tuple[Named, ...]
    suits: tuple[Point, ...]
    unsuited: tuple[Point, ...]
    misconceptions: tuple[Contrast, ...]
    expectations: tuple[Contrast, ...]
    neighbours: tuple[Neighbour, ...]
    routes: tuple[Route, ...]
    dimensions: tuple[Dimension, ...]
    situations: tuple[Situation, ...]

    def dimension(self, key: DimensionKey) -> Dimension:
        """The dimension of that key; every guide has all of them."""
        return next(d for d in self.dimensions if d.key == key)


LEAST = {
    "day": 5,
    "duties": 6,
    "tools": 5,
    "tickets": 6,
    "technical": 5,
    "soft": SOFT,
    "education": 2,
    "certificates": 2,
    "suits": 5,
    "unsuited": 4,
    "misconceptions": 2,
    "expectations": 3,
    "neighbours": 2,
    "routes": 4,
    "dimensions": 5,
    "situations": SITUATIONS,
}
"""Entries that a section needs before a guide counts as complete."""


def statements_of(value: Any) -> Iterator[Statement]:
    """Every sentence of a guide or of a part of it, in the order of the page."""
    if isinstance(value, Statement):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from statements_of(part)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            yield from statements_of(getattr(value, field.name))


def gaps_of(guide: Guide) -> tuple[str, ...]:
    """What a guide still lacks, in words for its writer (English); empty where it is complete."""
    return (*_short(guide), *_unasked(guide), *_unscaled(guide), *_unlevelled(guide))


def _short(guide: Guide) -> Iterator[str]:
    for section, least in LEAST.items():
        has = len(getattr(guide, section))
        if has < least:
            yield f"{section}: {has} of at least {least}"
    for section, exactly in (("soft", SOFT), ("situations", SITUATIONS)):
        if len(getattr(guide, section)) > exactly:
            yield f"{section}: more than {exactly}"


def _unasked(guide: Guide) -> Iterator[str]:
    """Situations and points fit together: no situation about nothing, both sides asked, a few that weigh double."""
    points = [point.key for point in (*guide.suits, *guide.unsuited)]
    asked = [situation.about for situation in guide.situations]
    keys = [situation.key for situation in guide.situations]
    yield from (f"{key}: stands twice" for key in sorted({k for k in points if points.count(k) > 1}))
    yield from (f"situations.{key}: stands twice" for key in sorted({k for k in keys if keys.count(k) > 1}))
    yield from (f"situations: about {key!r}, which is no point" for key in sorted(set(asked) - set(points)))
    yield from (f"{key}: no situation asks about it" for key in points if key not in asked)
    core = sum(situation.core for situation in guide.situations)
    if not 3 <= core <= 5:
        yield f"situations: {core} are core; 3 to 5 should be"


def _unscaled(guide: Guide) -> Iterator[str]:
    for dimension in guide.dimensions:
        scaled = dimension.key in SCALED
        if scaled != (dimension.at is not None):
            yield f"dimensions.{dimension.key}: {'needs' if scaled else 'has no'} place on a scale"
        if dimension.at is not None and not 5 <= dimension.at <= 95:
            yield f"dimensions.{dimension.key}: {dimension.at} is outside 5 to 95"


def _unlevelled(guide: Guide) -> Iterator[str]:
    for level in (1, 2, 3):
        if sum(ticket.level == level for ticket in guide.tickets) < 2:
            yield f"tickets: fewer than 2 of level {level}"
    for direction in ("in", "onward"):
        if sum(route.direction == direction for route in guide.routes) < 2:
            yield f"routes: fewer than 2 {direction}"
