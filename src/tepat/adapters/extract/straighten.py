"""A picture of paper → an upright page without shadows, and the way back from its points to the picture.

Everything is decided on a small copy; the picture itself is moved once. Grey values run from 0 (ink) to 255 (paper).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tepat.adapters.extract.paper import Grey, Matrix, find_paper

PAGE = (1654, 2339)
"""Pixels of an A4 page at 200 dots per inch: what the recogniser reads best for its time."""
MOST_PIXELS = 2 * PAGE[0] * PAGE[1]
MIDDLE = 1000
LONG_RULE, HIGH_RULE = 80, 60
"""Points of a line across and up the page that no letter of running text has."""
MOST_SKEW = 12.0
DARKEST_PAPER = 0.35
"""Paper in shadow is at least so light beside paper in light; what is darker is a panel."""
SURE = 1.3
"""Ink above to ink below the bodies of letters from which a page is surely upright; the inverse: upside down."""


@dataclass(frozen=True, slots=True)
class UprightPage:
    """`pixels`: rows × columns; `back`: 3 × 3, carries its points onto the picture's; `upright`: surely not upside down."""

    pixels: Grey
    back: Matrix
    upright: bool


def straighten(picture: Image.Image) -> UprightPage:
    """The paper in a grey picture: cut out of what lies around it, turned upright as far as letters tell, level, evenly lit."""
    back, (width, height) = find_paper(picture)
    strokes = _strokes(_look(picture, back, (width, height), min(1.0, MIDDLE / max(width, height))))
    level, quarter = _skew(strokes)
    if quarter:
        back, width, height = back @ _quarter_turn(width), height, width
    if abs(level) > 0.05:
        back = back @ _rotation(level, (width / 2, height / 2))
    scale = _scale(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    back = back @ np.diag([width / size[0], height / size[1], 1.0])
    pixels = _without_rules(even_light(_move(picture, back, size)))
    standing = _uprightness(_strokes(_small(pixels)))
    if standing < 1 / SURE:
        pixels, back = pixels[::-1, ::-1], back @ np.array([[-1.0, 0.0, size[0]], [0.0, -1.0, size[1]], [0.0, 0.0, 1.0]])
    return UprightPage(pixels, back, not 1 / SURE <= standing <= SURE)


def _without_rules(pixels: Grey) -> Grey:
    """Rules, frames of tables and outlines of chips become paper: recognisers take them for letters or skip what they frame."""
    ink = pixels < 150
    thick = ink
    for axis in (0, 1):
        for step in (1, 2, 4):
            thick = thick & np.roll(thick, step, axis)
    rules = np.zeros_like(ink)
    for axis, length in ((1, LONG_RULE), (0, HIGH_RULE)):
        # A rule may climb by a point on its way: what lies beside counts too.
        wide = ink | np.roll(ink, 1, 1 - axis) | np.roll(ink, -1, 1 - axis)
        rules |= _runs(wide, axis, length) & ink
    # What is eight points thick belongs to a letter of a headline or to a panel.
    grown = thick
    for axis in (0, 1):
        for step in (1, 2, 4, 4):
            grown = grown | np.roll(grown, -step, axis)
    found = rules & ~grown
    return np.where(found | np.roll(found, 1, 0) | np.roll(found, 1, 1), np.uint8(255), pixels)


def _runs(ink: NDArray[np.bool_], axis: int, length: int) -> NDArray[np.bool_]:
    """Points that lie in a run of at least `length` along `axis`."""
    steps, reach = [], 1
    while reach < length:
        steps.append(min(reach, length - reach))
        reach += steps[-1]
    for step in steps:
        ink = ink & np.roll(ink, step, axis)
    for step in steps:
        ink = ink | np.roll(ink, -step, axis)
    return ink


def _small(pixels: Grey) -> Grey:
    picture = Image.fromarray(pixels)
    picture.thumbnail((MIDDLE, MIDDLE), Image.Resampling.BOX)
    return np.asarray(picture)


def _scale(width: float, height: float) -> float:
    """So that the shorter side is as wide as a page, within what is sensible."""
    scale = PAGE[0] / min(width, height) if max(width, height) < 2.2 * min(width, height) else PAGE[0] / width
    return float(min(scale, 3.0, (MOST_PIXELS / (width * height)) ** 0.5))


def _look(picture: Image.Image, back: Matrix, size: tuple[float, float], scale: float) -> Grey:
    small = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    return even_light(_move(picture, back @ np.diag([size[0] / small[0], size[1] / small[1], 1.0]), small))


def _move(picture: Image.Image, back: Matrix, size: tuple[int, int]) -> Image.Image:
    """`picture` seen through `back`: plain scaling where that is all there is."""
    if np.allclose(back, np.diag([back[0, 0], back[1, 1], 1.0]), atol=1e-9):
        if size == picture.size:
            return picture
        return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    shrink = int(min(abs(np.linalg.det(back[:2, :2])) ** 0.5, 8.0))
    if shrink > 1:
        picture = picture.reduce(shrink)
        back = np.diag([1 / shrink, 1 / shrink, 1.0]) @ back
    numbers = (back / back[2, 2]).reshape(9)[:8]
    return picture.transform(size, Image.Transform.PERSPECTIVE, list(numbers), Image.Resampling.BICUBIC, fillcolor=255)


def even_light(picture: Image.Image) -> Grey:
    """Divided by its blurred background: paper becomes white under any lamp; dark panels stay dark."""
    width, height = picture.size
    few = picture.resize((max(1, width // 8), max(1, height // 8)), Image.Resampling.BOX)
    ground = (
        few.filter(ImageFilter.MaxFilter(7))
        .filter(ImageFilter.GaussianBlur(6))
        .resize((width, height), Image.Resampling.BILINEAR)
    )
    light = np.asarray(ground, np.float32)
    lit = np.asarray(picture, np.float32) * (255.0 / np.maximum(light, DARKEST_PAPER * float(np.percentile(light, 95)) + 1))
    return np.clip(lit * 1.03, 0, 255).astype(np.uint8)


def _skew(strokes: NDArray[np.bool_]) -> tuple[float, bool]:
    """Degrees by which lines of text are askew, and whether they run up the page instead of across it."""
    places = np.argwhere(strokes)
    if len(places) < 200:
        return 0.0, False
    ink = places[:: max(1, len(places) // 60_000)].astype(np.float32)
    across, up = (_best_angle(ink[:, a], ink[:, b]) for a, b in ((0, 1), (1, 0)))
    if up[1] > 1.15 * across[1]:
        return -up[0], True
    return across[0], False


def _strokes(view: Grey) -> NDArray[np.bool_]:
    """What is thin and unlike its ground, dark or light: letters, but no panels and no shadows."""
    dark = _widest(view, np.maximum, np.minimum).astype(np.int16) - view
    light = view - _widest(view, np.minimum, np.maximum).astype(np.int16)
    return np.asarray(np.where(_ground(view) > 110, dark, light) > 70)


def _widest(view: Grey, first: np.ufunc, second: np.ufunc) -> Grey:
    """Closing or opening with a square of 16: what is thinner is gone."""
    for pick, sign in ((first, 1), (second, -1)):
        for axis in (0, 1):
            for step in (1, 2, 4, 8):
                view = pick(view, np.roll(view, sign * step, axis))
    return view


def _ground(view: Grey) -> Grey:
    """The grey that most points around a point have."""
    height, width = view.shape
    few = Image.fromarray(view).resize((max(1, width // 8), max(1, height // 8)), Image.Resampling.BOX)
    return np.asarray(few.filter(ImageFilter.MedianFilter(5)).resize((width, height), Image.Resampling.NEAREST))


def _uprightness(strokes: NDArray[np.bool_]) -> float:
    """Ink above the body of letters to ink below it: above one for upright Latin text, which has more ascenders."""
    above, below = 1.0, 1.0
    for strip in np.array_split(strokes, 10, axis=1):
        rows = strip.sum(1).astype(np.float64)
        filled = np.flatnonzero(np.diff(np.concatenate([[0], rows > 0, [0]])))
        for begin, end in zip(filled[::2], filled[1::2], strict=True):
            if not 7 <= end - begin <= 40:
                continue
            line = rows[begin:end]
            change = np.diff(line, prepend=0, append=0)
            top, foot = int(change.argmax()), int(change.argmin())
            if foot - top > 0.3 * len(line):
                above += line[:top].sum()
                below += line[foot:].sum()
    return float(above / below)


def _best_angle(rows: NDArray[np.float32], columns: NDArray[np.float32]) -> tuple[float, float]:
    """(degrees, sharpness) at which ink falls into the sharpest rows."""
    coarse = [(_sharpness(rows, columns, degrees), degrees) for degrees in np.arange(-MOST_SKEW, MOST_SKEW + 0.1, 0.5)]
    near = max(coarse)[1]
    sharp, best = max((_sharpness(rows, columns, degrees), degrees) for degrees in np.arange(near - 0.5, near + 0.51, 0.1))
    return float(best), sharp


def _sharpness(rows: NDArray[np.float32], columns: NDArray[np.float32], degrees: float) -> float:
    places = (rows - columns * np.float32(np.tan(np.deg2rad(degrees)))).astype(np.int32)
    counts = np.bincount(places - places.min()).astype(np.float64)
    return float((np.diff(counts) ** 2).sum()) / len(rows)


def _quarter_turn(width: float) -> Matrix:
    """From the page whose lines ran up to the one where they run across."""
    return np.array([[0.0, -1.0, width], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])


def _rotation(degrees: float, centre: tuple[float, float]) -> Matrix:
    a = np.deg2rad(degrees)
    x, y = centre
    turn = np.array([[np.cos(a), -np.sin(a), 0.0], [np.sin(a), np.cos(a), 0.0], [0.0, 0.0, 1.0]])
    there, back = np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]]), np.array([[1, 0, -x], [0, 1, -y], [0, 0, 1.0]])
    return np.asarray(there @ turn @ back)


def carry(back: Matrix, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The upright box around what `box` becomes."""
    x0, y0, x1, y1 = box
    moved = back @ np.array([[x0, x1, x1, x0], [y0, y0, y1, y1], [1, 1, 1, 1]])
    moved = moved[:2] / moved[2]
    return float(moved[0].min()), float(moved[1].min()), float(moved[0].max()), float(moved[1].max())
