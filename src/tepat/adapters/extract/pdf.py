"""PDF: own reading order, boxes per line, text without ink left out; pages that are pictures are recognised."""

import ctypes
from collections.abc import Iterator

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image
from pypdfium2 import raw

from tepat.adapters.extract.canonical import Canvas
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
KERNED_SPACE = 0.1
"""Share of the height: a gap inside a word whose letters otherwise touch is a space, drawn narrow between A and A."""
DOUBTFUL_SPACE = 0.05
MAX_PIXELS = 4_000_000
MAX_CHARACTERS_PAGE = 60_000
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
    for word in close_up(_words(page)):
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
    if word.height <= MIN_HEIGHT:
        return False
    margin = 0.15 * word.height
    rows = slice(max(0, int((word.y0 + margin) * scale)), max(0, int((word.y1 - margin) * scale) + 1))
    under = shot[rows, max(0, int(word.x0 * scale)) : max(0, int(word.x1 * scale) + 1)]
    return under.size > 0 and int(under.max()) - int(under.min()) >= MIN_INK


def _words(page: pdfium.PdfPage) -> Iterator[Piece]:
    """Words in the order of the file, with boxes from the top left corner of the page as it is shown."""
    textpage = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    text, x0, y0, x1, y1, spaced, widest, doubtful = "", 0.0, 0.0, 0.0, 0.0, True, 0.0, False
    for letter, box in _letters(textpage, min(textpage.count_chars(), MAX_CHARACTERS_PAGE)):
        if box is None:
            if letter:
                doubtful = True
            elif text:
                yield Piece(text, x0, y0, x1, y1, spaced)
                text, spaced = "", True
            continue
        a0, b0, a1, b1 = _turned(box, (left, bottom, right, top), turn)
        if text and (a0 - x1 > 0.3 * (y1 - y0) or a0 < x1 - 0.6 * (y1 - y0) or abs(b1 - y1) > 0.4 * (y1 - y0)):
            yield Piece(text, x0, y0, x1, y1, spaced)
            text, spaced = "", doubtful
        elif text and _is_space(a0 - x1, y1 - y0, widest, doubtful=doubtful, inside=len(text) > 1):
            yield Piece(text, x0, y0, x1, y1, spaced)
            text, spaced = "", True
        doubtful = False
        if text:
            widest = max(widest, a0 - x1)
            text, y0, x1, y1 = text + letter, min(y0, b0), max(x1, a1), max(y1, b1)
        else:
            text, x0, y0, x1, y1, widest = letter, a0, b0, a1, b1, 0.0
    if text:
        yield Piece(text, x0, y0, x1, y1, spaced)


def _is_space(gap: float, height: float, widest: float, *, doubtful: bool, inside: bool) -> bool:
    """Whether a gap parts words. `widest`: the widest gap inside the word so far; `doubtful`: the library takes it for one."""
    if doubtful:
        return gap > max(DOUBTFUL_SPACE * height, 1.6 * widest)
    return inside and gap > max(KERNED_SPACE * height, 3 * widest)


def _letters(textpage: pdfium.PdfTextPage, count: int) -> Iterator[tuple[str, raw.FS_RECTF | None]]:
    """Each letter with its box; white space has none. A blank that the library only inferred from widths comes as " "."""
    handle, box = textpage.raw, raw.FS_RECTF()
    place = ctypes.byref(box)
    unicode_of, box_of, inferred = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
    for index in range(count):
        code = unicode_of(handle, index)
        if code <= 32:
            yield (" " if inferred(handle, index) == 1 else ""), None
        elif code in (0xA0, 0xFFFE, 0xFFFF) or not box_of(handle, index, place) or 0xD800 <= code < 0xE000:
            yield "", None
        else:
            yield chr(code), box


def _turned(box: raw.FS_RECTF, page: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """The box in points from the top left corner of the page as it is shown."""
    left, bottom, right, top = page
    if turn == 90:
        return box.bottom - bottom, box.left - left, box.top - bottom, box.right - left
    if turn == 180:
        return right - box.right, box.bottom - bottom, right - box.left, box.top - bottom
    if turn == 270:
        return top - box.top, right - box.right, top - box.bottom, right - box.left
    return box.left - left, top - box.top, box.right - left, top - box.bottom
