"""Pictures of pages: straightened, recognised, and written like any other page, with boxes on the picture as it was sent."""

import csv
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from tepat.adapters.extract.canonical import Canvas
from tepat.adapters.extract.lines import Piece
from tepat.adapters.extract.paper import Matrix
from tepat.adapters.extract.photos import PHOTOS, photos_of
from tepat.adapters.extract.programs import RECOGNISER
from tepat.adapters.extract.recognition import Recognise
from tepat.adapters.extract.regions import Box, write_pieces
from tepat.adapters.extract.straighten import carry, straighten
from tepat.domain.documents import MAX_PIXELS, DocumentWarning, ExtractedText, Unreadable
from tepat.domain.language.misreads import is_noise, mend_line

DPI = 200
POINT = 72 / DPI
A4_WIDTH = 595.0
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")
MEDIA_TYPES = {name: f"image/{name.lower()}" for name in FORMATS}
CAPITAL = 0.72
"""Height of capital letters to the size of a font, about the same in all fonts of CVs."""
_TALL = re.compile(r"[A-Z0-9bdfhkl]")
_HANGING = re.compile(r"[gjpqyQ,;()\[\]|/@_&$]")
LEAST_CONFIDENCE = 72
"""Mean confidence of words (0 to 100) below which a scan is called hard to read."""


@dataclass(slots=True)
class Scans:
    """Reads pages of one document, and sums up how sure it was."""

    recognise: Recognise | None
    margins: set[float] = field(default_factory=set)
    pages: int = 0
    letters: int = 0
    confidence: float = 0.0
    left_out: int = 0

    def write_page(self, picture: Image.Image, canvas: Canvas, frame: Matrix) -> None:
        """`picture` in grey; `frame` carries its points onto the page as it is shown (points of 1/72 inch)."""
        if self.recognise is None:
            self.left_out += 1
            return
        page = straighten(picture)
        found = self.recognise(page.pixels, page.upright)
        if found is None:
            self.left_out += 1
            return
        words, back = _turned(list(_words(found)), page.back, page.pixels.shape)
        self.pages += 1
        for word in words:
            self.letters += len(word.text)
            self.confidence += word.confidence * len(word.text)
        height, width = page.pixels.shape

        def place(box: Box) -> Box:
            x0, y0, x1, y1 = box
            return carry(frame @ back, (x0 / POINT, y0 / POINT, x1 / POINT, y1 / POINT))

        write_pieces(_pieces(words), (width * POINT, height * POINT), canvas, self.margins, place=place, mend=mend_line)

    def judge(self, canvas: Canvas, *, pages: int) -> None:
        """Flags for what was hard to read and for pages that were left out."""
        if self.recognise is not None and self.left_out:
            canvas.warn(DocumentWarning("capped", {"limit_pages": pages - self.left_out, "pages": pages}))
        if self.pages and self.confidence < LEAST_CONFIDENCE * self.letters:
            canvas.warn(DocumentWarning("low_quality_scan", {"confidence": round(self.confidence / max(1, self.letters))}))

    @property
    def need(self) -> dict[str, str | int]:
        """What an answer without text should name."""
        return {"needs": RECOGNISER} if self.recognise is None else {"recognised": self.pages}


def extract_image(data: bytes, recognise: Recognise | None) -> ExtractedText | Unreadable:
    """The text of a photo or a scan; `damaged`, `too_large` (points), or `no_text`."""
    opened = open_image(data)
    if isinstance(opened, Unreadable):
        return opened
    picture, kind = opened
    canvas, scans = Canvas(MEDIA_TYPES[kind]), Scans(recognise)
    scale = A4_WIDTH / picture.width
    scans.write_page(picture, canvas, np.diag([scale, scale, 1.0]))
    scans.judge(canvas, pages=1)
    return canvas.finish(ocr=True) if canvas.has_text else Unreadable("no_text", {"image": 1, **scans.need})


def extract_photos(data: bytes, recognise: Recognise | None) -> ExtractedText | Unreadable:
    """The text of several photos as pages, in their order. A photo that cannot be opened fails all of it: `photo` says which."""
    canvas, scans = Canvas(PHOTOS), Scans(recognise)
    pages = 0
    for pages, photo in enumerate(photos_of(data), 1):
        opened = open_image(photo)
        if isinstance(opened, Unreadable):
            return Unreadable(opened.code, {**opened.params, "photo": pages})
        if pages > 1:
            canvas.open_page()
        scale = A4_WIDTH / opened[0].width
        scans.write_page(opened[0], canvas, np.diag([scale, scale, 1.0]))
    scans.judge(canvas, pages=pages)
    return canvas.finish(ocr=True) if canvas.has_text else Unreadable("no_text", {"image": pages, **scans.need})


def open_image(data: bytes, mode: str = "L") -> tuple[Image.Image, str] | Unreadable:
    """(picture as its sender saw it, in `mode` on white, name of its format)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
            width, height, kind = picture.width, picture.height, picture.format or ""
            if width * height > MAX_PIXELS:
                return Unreadable("too_large", {"limit_megapixels": MAX_PIXELS // 10**6, "megapixels": width * height // 10**6})
            if mode == "L":
                picture.draft("L", (2000, 2000))
            return ImageOps.exif_transpose(_flat(picture, mode)), kind
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        IndexError,
        Image.DecompressionBombError,
    ) as error:
        return Unreadable("damaged", {"detail": type(error).__name__})


def _flat(picture: Image.Image, mode: str) -> Image.Image:
    """Without transparency, on white."""
    exif = picture.getexif()
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        picture = ground
    elif picture.mode.startswith("I") or picture.mode == "F":
        picture = Image.fromarray((np.asarray(picture, np.float32) / 257).clip(0, 255).astype(np.uint8))
    flat = picture.convert(mode)
    if 274 in exif:
        flat.getexif()[274] = exif[274]
    return flat


@dataclass(slots=True)
class Word:
    """A recognised word: its own box, the top and foot of its line, and how sure the recogniser was (0 to 100)."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    line: tuple[int, int, int]
    confidence: float


def _words(tsv: str) -> Iterator[Word]:
    for row in csv.reader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < 12 or row[0] != "5" or not row[11].strip():
            continue
        left, top, width, height = (float(value) for value in row[6:10])
        yield Word(
            row[11].strip(), left, top, left + width, top + height, (int(row[2]), int(row[3]), int(row[4])), float(row[10])
        )


def _turned(words: list[Word], back: Matrix, shape: tuple[int, ...]) -> tuple[list[Word], Matrix]:
    """Words on the page the right way up: where tesseract turned it, words of a line run from right to left."""
    pairs = [(a, b) for a, b in pairwise(words) if a.line == b.line]
    if not pairs or sum(b.x0 > a.x0 for a, b in pairs) >= 0.3 * len(pairs):
        return words, back
    height, width = shape
    for word in words:
        word.x0, word.x1, word.y0, word.y1 = width - word.x1, width - word.x0, height - word.y1, height - word.y0
    return words, back @ np.array([[-1.0, 0.0, width], [0.0, -1.0, height], [0.0, 0.0, 1.0]])


def _pieces(words: list[Word]) -> Iterator[Piece]:
    """Runs of words without a wide gap, as tall as their line, in points."""
    lines = list(_lines(words))
    for line, (top, foot) in zip(lines, _level([_height(line) for line in lines]), strict=True):
        run: list[Word] = []
        for word in line:
            if run and not -0.5 * (foot - top) < word.x0 - run[-1].x1 < 0.9 * (foot - top):
                yield _piece(run, top, foot)
                run = []
            run.append(word)
        yield _piece(run, top, foot)


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    for line in lines.values():
        kept = [word for word in line if not is_noise(word.text, word.confidence)]
        if kept:
            yield kept


def _level(heights: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Tops and feet of lines, those side by side brought to one foot: columns were recognised apart, to a point or two."""
    if not heights:
        return []
    top, foot = np.array(heights).T
    size, middle = foot - top, (foot + top) / 2
    beside = abs(middle[:, None] - middle) < 0.35 * np.minimum(size[:, None], size)
    alike = beside & (np.maximum(size[:, None], size) < 1.3 * np.minimum(size[:, None], size))
    level = [float(np.median(foot[row])) for row in alike]
    return [(new - tall, new) for new, tall in zip(level, size.tolist(), strict=True)]


def _height(line: list[Word]) -> tuple[float, float]:
    """Top and foot of a line as a font would say them: from its feet and the tops of tall letters, whichever words it has."""
    tall = [w.y0 for w in line if _TALL.search(w.text)]
    low = [w.y1 for w in line if not _HANGING.search(w.text)]
    middle = float(np.median([w.y1 - w.y0 for w in line]))
    foot = float(np.median(low)) if low else float(np.median([w.y1 for w in line])) - 0.22 * middle
    top = float(np.median(tall)) if tall else foot - 1.35 * middle
    size = max(foot - top, 4.0) / CAPITAL
    return foot - 0.92 * size, foot + 0.24 * size


def _piece(run: list[Word], top: float, foot: float) -> Piece:
    text = " ".join(word.text for word in run)
    return Piece(text, run[0].x0 * POINT, top * POINT, run[-1].x1 * POINT, foot * POINT)
