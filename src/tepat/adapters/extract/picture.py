"""A page of a PDF, or a photo, drawn as a PNG: what one sees of the original, without anything of it that could run."""

import struct
import zlib

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from tepat.adapters.extract.ocr import open_image
from tepat.adapters.extract.photos import photos_of
from tepat.adapters.extract.registry import IMAGES, identify
from tepat.domain.documents import MAX_PAGES, PagePicture, Unreadable

WIDTH = 1100
"""Pixels across a page; taller pages are drawn smaller, so that no page costs more than an A4 page and a half."""
MOST_PIXELS = WIDTH * 2400
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def draw_page(data: bytes, number: int) -> PagePicture | Unreadable:
    """Page `number` (from 1). Unreadable: unsupported_type for what cannot be drawn, damaged for a page that is not there."""
    kind = identify(data)
    if isinstance(kind, str) and kind in IMAGES:
        return _draw_image(data, number)
    if kind == "photos":
        photos = list(photos_of(data))
        if not 1 <= number <= len(photos):
            return Unreadable("damaged", {"pages": len(photos)})
        drawn = _draw_image(photos[number - 1], 1)
        return PagePicture(drawn.png, len(photos)) if isinstance(drawn, PagePicture) else drawn
    if kind != "pdf":
        return Unreadable("unsupported_type")
    document = pdfium.PdfDocument(data)
    try:
        count = min(len(document), MAX_PAGES)
        if not 1 <= number <= count:
            return Unreadable("damaged", {"pages": count})
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(WIDTH / width, (MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        return PagePicture(as_png(bitmap.to_numpy()[:, :, 2::-1]), count)
    finally:
        document.close()


def _draw_image(data: bytes, number: int) -> PagePicture | Unreadable:
    opened = open_image(data, "RGB")
    if isinstance(opened, Unreadable):
        return opened
    if number != 1:
        return Unreadable("damaged", {"pages": 1})
    picture, _ = opened
    scale = min(1.0, WIDTH / picture.width, (MOST_PIXELS / (picture.width * picture.height)) ** 0.5)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return PagePicture(as_png(np.asarray(picture.resize(size, Image.Resampling.BOX))), 1)


def as_png(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> bytes:
    """Rows × columns × (red, green, blue) as a PNG; each row as its difference to the row above, which text compresses well."""
    rows = np.ascontiguousarray(pixels)
    height, width, _ = rows.shape
    change = np.diff(rows, axis=0, prepend=np.zeros_like(rows[:1]))
    lines = np.insert(change.reshape(height, width * 3), 0, 2, axis=1)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines.tobytes(), 6)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
