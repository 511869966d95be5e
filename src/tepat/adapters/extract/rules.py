"""Rules, frames, bars and outlines of chips on an upright page: they become paper, for recognisers take them for letters.

Sizes in points of a page of 200 to the inch.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tepat.adapters.extract.paper import Grey

Mask = NDArray[np.bool_]
LONG, HIGH = 80, 60
"""A thin stroke across or up the page that no letter of running text has."""
THICK, BAR = 8, 120
"""A stroke so thick may belong to a headline, unless it is so long."""
INK, SHADE = 150, 200
"""Darker than this is a stroke, or, smoothed, the plain of a bar."""


def without_rules(pixels: Grey) -> Grey:
    """`pixels` with rules, frames and bars of any thickness turned to paper."""
    ink = pixels < INK
    letters = _solid(ink, THICK, THICK)
    found = _bars(pixels)
    for axis, length in ((1, LONG), (0, HIGH)):
        # A rule may climb by a point on its way: what lies beside counts too.
        wide = ink | np.roll(ink, 1, 1 - axis) | np.roll(ink, -1, 1 - axis)
        found |= runs(wide, axis, length) & ink & ~letters
    for axis in (0, 1):
        found = found | np.roll(found, 1, axis) | np.roll(found, -1, axis)
    return np.where(found, np.uint8(255), pixels)


def _bars(pixels: Grey) -> Mask:
    plain = np.asarray(Image.fromarray(pixels).filter(ImageFilter.BoxBlur(1))) < SHADE
    return _solid(plain, THICK, BAR) | _solid(plain, BAR, THICK)


def _solid(ink: Mask, rows: int, columns: int) -> Mask:
    """Points that lie in a rectangle of ink of this size."""
    shrunk = _shrink(_shrink(ink, 0, rows), 1, columns)
    return _grow(_grow(shrunk, 0, rows), 1, columns) if shrunk.any() else shrunk


def runs(ink: Mask, axis: int, length: int) -> Mask:
    """Points that lie in a run of at least `length` along `axis`."""
    return _grow(_shrink(ink, axis, length), axis, length)


def _shrink(ink: Mask, axis: int, length: int) -> Mask:
    """Points with `length` - 1 more before them."""
    for step in _steps(length):
        ink = ink & np.roll(ink, step, axis)
    return ink


def _grow(ink: Mask, axis: int, length: int) -> Mask:
    """What `_shrink` took, put back."""
    for step in _steps(length):
        ink = ink | np.roll(ink, -step, axis)
    return ink


def _steps(length: int) -> list[int]:
    steps, reach = [], 1
    while reach < length:
        steps.append(min(reach, length - reach))
        reach += steps[-1]
    return steps
