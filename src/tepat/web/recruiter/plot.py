"""The dots of the pipeline: places in a lane, in percent across and pixels down, so that lanes share one grid with the board."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tepat.services.tracking import Lane

STEP, TOP = 20, 12
LATE_PITCH = 5.2
LATE_ROWS = 2
"""Rows kept below the longest promise for those who wait longer; who waits longer still stands in the last of them."""


@dataclass(frozen=True, slots=True)
class Point:
    """`x` in percent of the lane, `y` in pixels."""

    x: float
    y: float
    late: bool


@dataclass(frozen=True, slots=True)
class PlotLane:
    points: tuple[Point, ...]
    radius: float
    promise_y: float | None
    promise: str
    late: str
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    height: int
    axis: tuple[tuple[float, str], ...]
    lanes: tuple[PlotLane, ...]


def plot_of(lanes: tuple[Lane, ...]) -> Plot:
    """All lanes over the same days."""
    longest = max((p.wait.promise for lane in lanes for p in lane.people), default=0)
    longest = max([longest, *(lane.promise or 0 for lane in lanes)])
    rows = longest + LATE_ROWS
    step = min(STEP, max(6, 240 // max(rows, 1)))
    every = 2 if step >= 14 else 5
    axis = tuple((TOP + day * step, _day(day)) for day in range(0, rows, every))
    return Plot(rows * step + TOP + 8, axis, tuple(_lane(lane, rows, step) for lane in lanes))


def _lane(lane: Lane, rows: int, step: int) -> PlotLane:
    per_row = Counter(min(p.wait.days, rows) for p in lane.people)
    crowd = max(per_row.values(), default=0)
    pitch = 4.7 if crowd <= 16 else min(2.75, 97 / crowd)
    radius = 4.2 if crowd <= 16 else round(min(2.8, pitch * 1.02), 2)
    taken: Counter[int] = Counter()
    points = []
    for person in lane.people:
        row = min(person.wait.days, rows)
        late = person.wait.state == "late"
        apart = max(pitch, min(LATE_PITCH, 97 / per_row[row])) if late else pitch
        points.append(Point(round(2 + taken[row] * apart, 2), TOP + row * step, late))
        taken[row] += 1
    return PlotLane(
        points=tuple(points),
        radius=radius,
        promise_y=None if lane.promise is None else TOP + (lane.promise + 0.5) * step,
        promise=""
        if lane.promise is None
        else ngettext("promised %(n)s day", "promised %(n)s days", lane.promise) % {"n": lane.promise},
        late=ngettext("%(n)s past the promise", "%(n)s past the promise", lane.late) % {"n": lane.late} if lane.late else "",
        words=ngettext("%(n)s person waits", "%(n)s people wait", len(lane.people)) % {"n": len(lane.people)},
    )


def _day(day: int) -> str:
    return ngettext("%(n)s day", "%(n)s days", day) % {"n": day} if day else _("today")
