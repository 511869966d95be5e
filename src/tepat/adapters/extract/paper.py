"""Where paper lies in a picture of a desk: four straight sides between light and dark."""

from itertools import product

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

SMALL = 480
"""Points of the longer side of the copy on which the paper is looked for."""
A4 = 2**0.5
"""Height to width."""
BUSY, LEAST_BUSY = 45, 0.04
"""Grey values between neighbours in writing; the least share of a panel that it covers."""
Matrix = NDArray[np.float64]
Grey = NDArray[np.uint8]


def find_paper(picture: Image.Image) -> tuple[Matrix, tuple[float, float]]:
    """Where the paper lies, as the way from a rectangle to the picture, and that rectangle's size; all of it if in doubt."""
    width, height = picture.size
    whole = np.eye(3), (float(width), float(height))
    scale = SMALL / max(width, height)
    if scale >= 1:
        return whole
    small = picture.resize((round(width * scale), round(height * scale)), Image.Resampling.BOX)
    light = np.asarray(small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.MinFilter(7)), np.uint8)
    if int(light.max()) - int(light.min()) < 40:
        return whole
    rim = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    # Paper in shadow may be darker than the middle between paper and desk, but hardly darker than the desk.
    for threshold in (_threshold(light), int(np.percentile(rim, 85)) + 12):
        bright = light > threshold
        corners = _corners(bright) if (rim > threshold).mean() < 0.5 else None
        if corners is not None:
            break
    else:
        return whole
    corners = corners / scale
    a, b, c, d = corners
    across, down = (_length(a, b) + _length(d, c)) / 2, (_length(a, d) + _length(b, c)) / 2
    flat = np.array([[0, 0], [across, 0], [across, down], [0, down]])
    back = _perspective(flat, corners)
    return _with_panel(_busy(small), scale, back, (float(across), float(down)))


def _with_panel(busy: Grey, scale: float, back: Matrix, size: tuple[float, float]) -> tuple[Matrix, tuple[float, float]]:
    """The paper with the dark panel that was taken for desk: what lacks to A4 on one side, if there is writing."""
    (across, down), best, found = size, LEAST_BUSY, (back, size)
    if down < 0.94 * A4 * across:
        more = (0.0, A4 * across - down)
    elif down > 1.06 * A4 * across:
        more = (down / A4 - across, 0.0)
    else:
        return found
    for shift in (0.0, 1.0):
        moved = back @ np.array([[1, 0, -shift * more[0]], [0, 1, -shift * more[1]], [0, 0, 1.0]])
        start = (1 - shift) * np.array([across, down]) * (np.array(more) > 0)
        extent = np.where(np.array(more) > 0, more, (across, down))
        share = _share(busy, np.diag([scale, scale, 1.0]) @ moved, start, extent)
        if share > best:
            best, found = share, (moved, (across + more[0], down + more[1]))
    return found


def _busy(small: Image.Image) -> Grey:
    """Where light and dark lie close together, as in writing."""
    lightest, darkest = (np.asarray(small.filter(kind(5)), np.int16) for kind in (ImageFilter.MaxFilter, ImageFilter.MinFilter))
    return np.asarray(lightest - darkest > BUSY, np.uint8)


def _share(busy: Grey, back: Matrix, start: Matrix, extent: Matrix) -> float:
    """Share of busy points in a rectangle, its rim left out."""
    u, v = np.meshgrid(np.linspace(0.08, 0.92, 60), np.linspace(0.08, 0.92, 60))
    places = np.stack([start[0] + u * extent[0], start[1] + v * extent[1], np.ones_like(u)]).reshape(3, -1)
    x, y, w = back @ places
    columns, rows = (x / w).astype(int), (y / w).astype(int)
    inside = (columns >= 0) & (rows >= 0) & (columns < busy.shape[1]) & (rows < busy.shape[0])
    return float(busy[rows[inside], columns[inside]].sum() / len(x))


def _length(a: Matrix, b: Matrix) -> float:
    return float(np.hypot(*(a - b)))


def _threshold(light: Grey) -> int:
    """Otsu's: the level that parts light from dark with the least spread on both sides."""
    counts = np.bincount(light.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    return int(np.nanargmax(spread))


def _corners(bright: NDArray[np.bool_]) -> Matrix | None:
    """Corners from the top left one clockwise, or None where four straight sides cannot be made out."""
    height, width = bright.shape
    rows, columns = np.flatnonzero(bright.mean(1) > 0.3), np.flatnonzero(bright.mean(0) > 0.3)
    if len(rows) < 0.3 * height or len(columns) < 0.3 * width:
        return None
    rows, columns = _inner(rows), _inner(columns)
    left = _side(rows, bright[rows].argmax(1))
    right = _side(rows, width - 1 - bright[rows][:, ::-1].argmax(1))
    top = _side(columns, bright[:, columns].argmax(0))
    bottom = _side(columns, height - 1 - bright[::-1, columns].argmax(0))
    if left is None or right is None or top is None or bottom is None:
        return None
    found = [_meet(level, upright) for level, upright in ((top, left), (top, right), (bottom, right), (bottom, left))]
    corners = np.array(found)
    area = 0.5 * abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, 0), strict=True)))
    margin = 0.15 * max(width, height)
    outside = (corners < -margin).any() or (corners > np.array([width, height]) + margin).any()
    return None if outside or not 0.3 * width * height < area < 0.99 * width * height else corners


def _inner(places: NDArray[np.intp]) -> NDArray[np.intp]:
    tenth = len(places) // 8
    return places[tenth : len(places) - tenth]


def _side(along: NDArray[np.intp], across: NDArray[np.intp]) -> tuple[float, float] | None:
    """The line `across = slope · along + start` that most points agree on; None where less than half do."""
    kept = np.ones(len(along), bool)
    slope, start = 0.0, float(np.median(across))
    for reach in (24.0, 12.0, 5.0, 2.5):
        if kept.sum() < 10:
            return None
        slope, start = np.polyfit(along[kept], across[kept], 1)
        kept = abs(across - slope * along - start) < reach
    return (float(slope), float(start)) if kept.mean() > 0.5 else None


def _meet(level: tuple[float, float], upright: tuple[float, float]) -> tuple[float, float]:
    """Where y = a·x + b meets x = c·y + d."""
    (a, b), (c, d) = level, upright
    y = (a * d + b) / (1 - a * c)
    return c * y + d, y


def _perspective(source: Matrix, target: Matrix) -> Matrix:
    """The matrix that carries four points onto four others."""
    rows = [
        [x, y, 1, 0, 0, 0, -u * x, -u * y] if first else [0, 0, 0, x, y, 1, -v * x, -v * y]
        for ((x, y), (u, v)), first in product(zip(source, target, strict=True), (True, False))
    ]
    return np.append(np.linalg.solve(np.array(rows), target.reshape(8)), 1.0).reshape(3, 3)
