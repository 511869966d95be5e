"""A picture of paper → an upright page without shadows, and the way back from its points to the picture.

Everything is decided on a small copy; the picture itself is moved once. Grey values run from 0 (ink) to 255 (paper).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tepat.adapters.extract.light import even_light
from tepat.adapters.extract.paper import Grey, Matrix, find_paper
from tepat.adapters.extract.rules import runs, without_rules

PAGE = (1654, 2339)
"""Pixels of an A4 page at 200 dots per inch: what the recogniser reads best for its time."""
MOST_PIXELS = 2 * PAGE[0] * PAGE[1]
MIDDLE = 1000
GAP, WORD, RULE = 3, 24, 110
"""On the small copy: the widest gap between letters, the length of a word, and what is longer than any."""
MOST_SKEW = 12.0
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
    pixels = without_rules(even_light(_move(picture, back, size)))
    standing = _uprightness(_strokes(_small(pixels)))
    if standing < 1 / SURE:
        pixels, back = pixels[::-1, ::-1], back @ np.array([[-1.0, 0.0, size[0]], [0.0, -1.0, size[1]], [0.0, 0.0, 1.0]])
    return UprightPage(pixels, back, not 1 / SURE <= standing <= SURE)


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


def _skew(strokes: NDArray[np.bool_]) -> tuple[float, bool]:
    """Degrees by which lines of text are askew, and whether they run up the page instead of across it."""
    places = np.argwhere(strokes)
    if len(places) < 200:
        return 0.0, False
    ink = places[:: max(1, len(places) // 60_000)].astype(np.float32)
    if _runs_up(strokes):
        return -_best_angle(ink[:, 1], ink[:, 0]), True
    return _best_angle(ink[:, 0], ink[:, 1]), False


def _runs_up(strokes: NDArray[np.bool_]) -> bool:
    """Whether words stand on their end: letters closed up make runs as long as words along the line, as letters across it."""
    words = []
    for axis in (1, 0):
        closed = strokes
        for _ in range(GAP):
            closed = closed | np.roll(closed, 1, axis)
        words.append(int(runs(closed, axis, WORD).sum()) - int(runs(closed, axis, RULE).sum()))
    return words[1] > words[0]


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


def _best_angle(rows: NDArray[np.float32], columns: NDArray[np.float32]) -> float:
    """Degrees at which ink falls into the sharpest rows."""
    coarse = [(_sharpness(rows, columns, degrees), degrees) for degrees in np.arange(-MOST_SKEW, MOST_SKEW + 0.1, 0.5)]
    near = max(coarse)[1]
    return float(max((_sharpness(rows, columns, degrees), degrees) for degrees in np.arange(near - 0.5, near + 0.51, 0.1))[1])


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
