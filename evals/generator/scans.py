"""Pages as they come out of scanners and telephones: degraded by a seed, so that the truth stays known.

    make_scan(page, mode="phone", seed=3) -> (file name's extension, bytes)

`page` is a drawn page (`draw_pages`), upright, about 200 dots per inch. Every mode names one source of difficulty:
clean (a flatbed), grey (a copy of a copy: noise, faint ink), tilt (fed askew), low (110 dpi, JPEG 40), turned (a quarter,
half or three quarters), exif (the telephone says how it was held), shadow (paper under a lamp), phone (paper on a desk,
perspective, shadow, blur, JPEG).
"""

import io
from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium
from numpy.random import Generator
from PIL import Image, ImageFilter

DPI = 200
MODES = ("clean", "grey", "tilt", "low", "turned", "exif", "shadow", "phone")
EXIF_ORIENTATION = 274
HELD = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
"""How the sensor lay when a telephone writes this tag: the pixels are turned so, and the tag turns them back."""


def draw_pages(pdf: bytes, *, dpi: int = DPI) -> list[Image.Image]:
    """Every page of a PDF as a picture in grey."""
    document = pdfium.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def make_scan(page: Image.Image, *, mode: str, seed: int) -> tuple[str, bytes]:  # noqa: PLR0911 - one return per mode
    """One page in one mode as ("png" or "jpg", the file)."""
    random = np.random.default_rng([seed, MODES.index(mode)])
    if mode == "clean":
        return "png", _as_file(_noise(page, random, 3), "PNG")
    if mode == "grey":
        faint = page.point([int(70 + value * 0.62) for value in range(256)]).filter(ImageFilter.GaussianBlur(0.7))
        return "jpg", _as_file(_noise(faint, random, 9), "JPEG", quality=60)
    if mode == "tilt":
        return "png", _as_file(_noise(_tilt(page, random.uniform(1.5, 4.0) * random.choice([-1, 1])), random, 4), "PNG")
    if mode == "low":
        small = page.resize((page.width * 110 // DPI, page.height * 110 // DPI), Image.Resampling.BILINEAR)
        return "jpg", _as_file(_noise(small, random, 4), "JPEG", quality=40)
    if mode == "turned":
        turn = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)[seed % 3]
        return "png", _as_file(_noise(_tilt(page, random.uniform(-1.0, 1.0)), random, 4).transpose(turn), "PNG")
    if mode == "exif":
        tag = (3, 6, 8)[seed % 3]
        exif = Image.Exif()
        exif[EXIF_ORIENTATION] = tag
        return "jpg", _as_file(_noise(page, random, 4).transpose(HELD[tag]), "JPEG", quality=75, exif=exif)
    if mode == "shadow":
        return "jpg", _as_file(_noise(_shade(page, random), random, 5), "JPEG", quality=70)
    return "jpg", _as_file(_photograph(page, random), "JPEG", quality=72)


def bind_pages(files: Sequence[bytes]) -> bytes:
    """Pictures as the pages of one PDF without any text, as a scanner binds them."""
    pages = [Image.open(io.BytesIO(file)).convert("L") for file in files]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=75)
    return out.getvalue()


def _as_file(page: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def _noise(page: Image.Image, random: Generator, strength: float) -> Image.Image:
    grey = np.asarray(page, np.float32)
    return Image.fromarray(np.clip(grey + random.normal(0, strength, grey.shape), 0, 255).astype(np.uint8))


def _tilt(page: Image.Image, degrees: float) -> Image.Image:
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=248)


def _shade(page: Image.Image, random: Generator) -> Image.Image:
    """A lamp from one side and the shadow of a hand: down to two fifths of the light."""
    height, width = page.height, page.width
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = random.uniform(0, 2 * np.pi)
    slope = (np.cos(angle) * x / width + np.sin(angle) * y / height) * random.uniform(0.2, 0.35)
    cx, cy = random.uniform(0.1, 0.9) * width, random.uniform(0.1, 0.9) * height
    hand = random.uniform(0.2, 0.4) * np.exp(-(((x - cx) / (0.35 * width)) ** 2 + ((y - cy) / (0.25 * height)) ** 2))
    light = np.clip(0.95 + slope - slope.max() / 2 - hand, 0.35, 1.05)
    return Image.fromarray(np.clip(np.asarray(page, np.float32) * light, 0, 255).astype(np.uint8))


def _photograph(page: Image.Image, random: Generator) -> Image.Image:
    """Paper on a darker desk, seen a little from the side: each corner is off by up to five hundredths of the page."""
    width, height = int(page.width * 1.25), int(page.height * 1.2)
    left, top = (width - page.width) / 2, (height - page.height) / 2
    flat = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]], float)
    corners = flat + np.array([left, top])
    corners += random.uniform(-0.05, 0.05, (4, 2)) * [page.width, page.height]
    turn = np.deg2rad(random.uniform(-3, 3))
    middle = np.array([width / 2, height / 2])
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = (corners - middle) @ spin.T + middle
    back = _perspective(corners, flat)
    size, method = (width, height), Image.Transform.PERSPECTIVE
    seen = page.transform(size, method, back, Image.Resampling.BICUBIC, fillcolor=255)
    mask = Image.new("L", page.size, 255).transform(size, method, back, Image.Resampling.BILINEAR, fillcolor=0)
    wood = np.cumsum(random.normal(0, 3, (1, width)), axis=1) + random.normal(0, 6, (height, width))
    desk = Image.fromarray(np.clip(random.uniform(60, 120) + wood - wood.mean(), 20, 160).astype(np.uint8))
    desk.paste(seen, (0, 0), mask)
    return _noise(_shade(desk, random).filter(ImageFilter.GaussianBlur(random.uniform(0.5, 0.9))), random, 5)


def _perspective(source: np.ndarray, target: np.ndarray) -> list[float]:
    """Eight numbers that carry `source` (four corners) onto `target`, as Pillow takes them."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    return list(np.linalg.solve(np.array(rows), target.reshape(8)))
