"""Even light: whatever lies behind letters becomes white, and letters dark, under any lamp and on panels of any colour.

Grey values run from 0 (ink) to 255 (paper).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tepat.adapters.extract.paper import Grey

CELL = 8
"""Points across a cell in which the ground is judged; less than two letters."""
WINDOW = 7
"""Cells across the surroundings that outvote a cell: the widest stroke of a headline is narrower than half of it."""
MOSTLY_DARK = 0.45
"""Where letters fill a window: their ground is dark if the mean lies nearer to the darkest than this share of the way up."""
DENSE = 40
"""Grey values between the usual lightest and the usual darkest cell from which letters fill a window."""
LEAST_CONTRAST = 60
"""Grey values by which letters on a dark ground are lighter than it, at least."""
PLAINLY = 1.5
"""How much farther the light parts of a window lie from its middle than the dark ones, where letters are light."""
WHITER = 1.03
Plane = NDArray[np.floating[Any]]


def even_light(picture: Image.Image) -> Grey:
    """The picture divided by its ground; letters that are lighter than their ground are turned dark."""
    lightest, darkest, mean = _cells(picture)
    light, dark, middle = (_filtered(plane, ImageFilter.MedianFilter(WINDOW)) for plane in (lightest, darkest, mean))
    top, foot = _filtered(lightest, ImageFilter.MaxFilter(WINDOW)), _filtered(darkest, ImageFilter.MinFilter(WINDOW))
    # On the rim of a panel the darker ground counts: too light there is white, too dark would be a line.
    ground = np.maximum(_filtered(light, ImageFilter.MinFilter(3)), 1.0)
    lit = np.asarray(picture) * _spread(255.0 * WHITER / ground, picture.size)
    by_mean, by_reach = middle - dark < MOSTLY_DARK * (light - dark), top - middle > PLAINLY * (middle - foot)
    panels = (top - middle > LEAST_CONTRAST) & np.where(light - dark > DENSE, by_mean, by_reach)
    if panels.any():
        below = _filtered(dark, ImageFilter.MaxFilter(3))
        _turn(lit, np.asarray(picture), panels, below, np.maximum(top - dark, LEAST_CONTRAST))
    pixels: Grey = np.clip(lit, 0, 255, out=lit).astype(np.uint8)
    return pixels


def _turn(lit: Plane, points: Grey, panels: NDArray[np.bool_], below: Plane, span: Plane) -> None:
    """Writes light letters as dark ones into `lit`, within the cells of `panels`; at their rim what is lighter counts."""
    rows, columns = np.flatnonzero(panels.any(1)), np.flatnonzero(panels.any(0))
    cells = tuple(slice(max(0, found[0] - 1), found[-1] + 2) for found in (rows, columns))
    at = tuple(slice(cell.start * CELL, cell.stop * CELL) for cell in cells)
    inside = points[at]
    size = (inside.shape[1], inside.shape[0])
    turned = 255.0 - (inside - _spread(below[cells], size)) * _spread(255.0 / span[cells], size)
    sure, near = (
        _spread(_filtered(255.0 * panels[cells], kind(3)), size) > 127 for kind in (ImageFilter.MinFilter, ImageFilter.MaxFilter)
    )
    lit[at] = np.where(sure, turned, np.where(near, np.maximum(lit[at], turned), lit[at]))


def _cells(picture: Image.Image) -> tuple[Plane, Plane, Plane]:
    """The lightest, the darkest and the mean value of each cell, noise smoothed."""
    half = np.asarray(picture.reduce(2) if min(picture.size) > 1 else picture)
    size = CELL // 2
    half = np.pad(half, ((0, -half.shape[0] % size), (0, -half.shape[1] % size)), mode="edge")
    rows, columns = half.shape[0] // size, half.shape[1] // size
    strips = half.reshape(rows, size, columns * size)
    lightest, darkest = (
        strips.max(1).reshape(rows, columns, size).max(2),
        strips.min(1).reshape(rows, columns, size).min(2),
    )
    mean = strips.sum(1, dtype=np.uint16).reshape(rows, columns, size).sum(2) / np.float32(size * size)
    return lightest.astype(np.float32), darkest.astype(np.float32), mean.astype(np.float32)


def _filtered(plane: Plane, kind: ImageFilter.Filter) -> Plane:
    return np.asarray(Image.fromarray(plane.astype(np.uint8)).filter(kind), np.float32)


def _spread(plane: Plane, size: tuple[int, int]) -> Plane:
    """A value per cell → a value per point."""
    rows, columns = plane.shape
    picture = Image.fromarray(plane.astype(np.float32)).resize((columns * CELL, rows * CELL), Image.Resampling.BILINEAR)
    return np.asarray(picture, np.float32)[: size[1], : size[0]]
