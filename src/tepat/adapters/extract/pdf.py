"""PDF: own reading order, boxes per line, text without ink left out; pages that are pictures are recognised."""

from collections.abc import Iterator

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image
from pypdfium2 import raw

from tepat.adapters.extract.canonical import Canvas
from tepat.adapters.extract.letters import read_words
from tepat.adapters.extract.lines import Piece
from tepat.adapters.extract.ocr import DPI, POINT, Scans
from tepat.adapters.extract.recognition import Recognise
from tepat.adapters.extract.regions import write_pieces
from tepat.adapters.extract.running import drop_running
from tepat.adapters.extract.spacing import close_up
from tepat.domain.documents import MAX_PAGES, DocumentWarning, ExtractedText, Unreadable
from tepat.domain.language.misreads import is_gibberish

MEDIA_TYPE = "application/pdf"
MIN_INK = 10
"""Least difference between the lightest and darkest point (0 to 255) under a word that can be seen."""
MIN_HEIGHT = 2.0
"""Points: text this small cannot be read."""
MAX_PIXELS = 4_000_000
MOST_SCANNED = 8_000_000
FEW_LETTERS = 40
"""A page with fewer letters and ink is a picture."""
Shot = NDArray[np.uint8]


def extract_pdf(data: bytes, recognise: Recognise | None = None) -> ExtractedText | Unreadable:
    """The text of a PDF; `encrypted`, `damaged` or `no_text` otherwise. Scanned pages need `recognise`."""
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        return Unreadable("encrypted" if "assword" in str(error) else "damaged")
    canvas, scans = Canvas(MEDIA_TYPE), Scans(recognise)
    if _is_active(data, document):
        canvas.warn(DocumentWarning("active_content"))
    if pages > MAX_PAGES:
        canvas.warn(DocumentWarning("capped", {"limit_pages": MAX_PAGES, "pages": pages}))
    _write_pages(document, min(pages, MAX_PAGES), canvas, scans)
    scans.judge(canvas, pages=pages)
    if canvas.has_text:
        return canvas.finish(ocr=scans.pages > 0)
    return Unreadable("no_text", {"pages": pages, **scans.need}) if pages else Unreadable("damaged")


def _is_active(data: bytes, document: pdfium.PdfDocument) -> bool:
    if any(mark in data for mark in (b"/JavaScript", b"/Launch", b"/RichMedia", b"/XFA")):
        return True
    return int(raw.FPDFDoc_GetJavaScriptActionCount(document.raw)) > 0


def _write_pages(document: pdfium.PdfDocument, count: int, canvas: Canvas, scans: Scans) -> None:
    """All pages are looked at first: what runs along their heads and feet shows only then."""
    found: list[list[Piece]] = []
    sizes: list[tuple[float, float]] = []
    pictures: set[int] = set()
    for number in range(count):
        pieces, size, is_picture = _look(document, number, canvas)
        found.append(pieces)
        sizes.append(size)
        if is_picture:
            pictures.add(number)
    margins = set[float]()
    for number, pieces in enumerate(drop_running(found, [height for _, height in sizes])):
        if number:
            canvas.open_page()
        if number in pictures:
            scans.write_page(_draw(document[number], sizes[number]), canvas, np.diag([POINT, POINT, 1.0]))
        if number not in pictures or scans.recognise is None:
            write_pieces(pieces, sizes[number], canvas, margins)


def _look(document: pdfium.PdfDocument, number: int, canvas: Canvas) -> tuple[list[Piece], tuple[float, float], bool]:
    """The visible pieces of a page, its size, and whether it is a picture; nothing where the page is damaged."""
    try:
        page = document[number]
        shot, scale = _shot(page)
        pieces = list(_visible_pieces(page, shot, scale, canvas))
    except pdfium.PdfiumError:
        return [], (1.0, 1.0), False
    return pieces, page.get_size(), _is_picture(pieces, shot)


def _shot(page: pdfium.PdfPage) -> tuple[Shot, float]:
    """The page in grey, and its points to 1/72 inch."""
    width, height = page.get_size()
    scale = min(1.0, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    shot = page.render(scale=scale, grayscale=True, draw_annots=False).to_numpy()
    return (shot if shot.ndim == 2 else shot[:, :, 0]), scale


def _is_picture(pieces: list[Piece], shot: Shot) -> bool:
    """Whether the words of a page are points rather than letters: ink, but hardly a letter, or letters without sense."""
    text = "".join(piece.text for piece in pieces)
    if len(text) >= FEW_LETTERS and not is_gibberish(text):
        return False
    return int((shot < 128).sum()) > 200 or int(shot.max(initial=0)) - int(shot.min(initial=0)) > 100


def _draw(page: pdfium.PdfPage, size: tuple[float, float]) -> Image.Image:
    """The page as a scanner would see it, 200 points to the inch."""
    scale = min(DPI / 72, (MOST_SCANNED / max(1.0, size[0] * size[1])) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=False).to_numpy()
    return Image.fromarray(np.ascontiguousarray(bitmap if bitmap.ndim == 2 else bitmap[:, :, 0]))


def _visible_pieces(page: pdfium.PdfPage, shot: Shot, scale: float, canvas: Canvas) -> Iterator[Piece]:
    """Pieces with ink; what has none is handed to the canvas as hidden."""
    current: Piece | None = None
    for word in close_up(read_words(page)):
        if not _has_ink(word, shot, scale):
            canvas.hide(word.text)
            continue
        if current and _continues(current, word):
            gap = word.x0 - current.x1
            current.text += (" " if word.spaced or gap > 0.12 * current.height else "") + word.text
            current.x1, current.y0, current.y1 = word.x1, min(current.y0, word.y0), max(current.y1, word.y1)
            continue
        if current:
            yield current
        current = word
    if current:
        yield current


def _continues(piece: Piece, word: Piece) -> bool:
    """Whether `word` goes on on the same line without a wide gap, in about the same size."""
    if not 0.7 < word.height / max(piece.height, 0.1) < 1.4 or abs(word.middle - piece.middle) > 0.3 * piece.height:
        return False
    return -0.3 * piece.height < word.x0 - piece.x1 < 0.9 * piece.height


def _has_ink(word: Piece, shot: Shot, scale: float) -> bool:
    """Whether lightest and darkest point under a word differ. Mostly its middle row shows it, soonest as bytes."""
    if word.height <= MIN_HEIGHT:
        return False
    margin = 0.15 * word.height
    top, bottom = max(0, int((word.y0 + margin) * scale)), max(0, int((word.y1 - margin) * scale) + 1)
    left, right = max(0, int(word.x0 * scale)), max(0, int(word.x1 * scale) + 1)
    middle = (top + bottom) // 2
    if top <= middle < min(bottom, len(shot)):
        row = shot[middle, left:right].tobytes()
        if row and max(row) - min(row) >= MIN_INK:
            return True
    under = shot[top:bottom, left:right]
    return under.size > 0 and int(under.max()) - int(under.min()) >= MIN_INK
