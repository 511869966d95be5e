"""The letters of a PDF's page and the words they make, asked for in bulk: a call for every letter costs more than reading it."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from tepat.adapters.extract.lines import Piece

KERNED_SPACE = 0.1
"""Share of the height: a gap inside a word whose letters otherwise touch is a space, drawn narrow between A and A."""
DOUBTFUL_SPACE = 0.05
MAX_CHARACTERS_PAGE = 60_000
REAL, INFERRED = 1, 2
"""What stands before a letter: white space of the file, or only a blank that the library read from a gap."""
_NO_LETTERS = (0xA0, 0xFFFE, 0xFFFF)
_SURROGATES = range(0xD800, 0xE000)
Boxes = NDArray[np.float64]


def _without_checks(function: Any, *takes: type) -> Callable[..., int]:
    """A function of the library that takes addresses as numbers."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_int, *takes)(address or 0)


_box_of = _without_checks(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_is_inferred = _without_checks(raw.FPDFText_IsGenerated, ctypes.c_void_p, ctypes.c_int)


def read_words(page: pdfium.PdfPage) -> Iterator[Piece]:
    """Words in the order of the file, with boxes from the top left corner of the page as it is shown."""
    textpage = page.get_textpage()
    count = min(textpage.count_chars(), MAX_CHARACTERS_PAGE)
    if count <= 0:
        return
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
    codes = _codes(textpage, count)
    letters, boxes = _boxes(handle, codes)
    blanks = _blanks(handle, codes, letters)
    text = "".join(map(chr, compress(codes, letters)))
    yield from _part(text, _turn(boxes, page), blanks)


def _codes(textpage: pdfium.PdfTextPage, count: int) -> Sequence[int]:
    """The Unicode number of each letter: in one call where every letter has exactly one, else one by one."""
    written = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage.raw, 0, count, written) == count + 1:
        codes = written[:count]
        if 0 not in codes and not any(code in _SURROGATES for code in codes if code >= _SURROGATES.start):
            return codes
    return [raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]


def _boxes(handle: int, codes: Sequence[int]) -> tuple[list[bool], Boxes]:
    """Which of the codes are letters that stand somewhere, and where: left, top, right, bottom, as the library has it."""
    places = [n for n, code in enumerate(codes) if code > 32 and code not in _NO_LETTERS and code not in _SURROGATES]
    boxes = np.empty((len(places), 4), np.float32)
    at = boxes.ctypes.data
    placed = list(map(_box_of, repeat(handle), places, range(at, at + 16 * len(places), 16)))
    letters = [False] * len(codes)
    for place in compress(places, placed):
        letters[place] = True
    return letters, boxes[np.array(placed, bool)].astype(np.float64)


def _blanks(handle: int, codes: Sequence[int], letters: Sequence[bool]) -> list[int]:
    """For each letter what stands before it: nothing (0), REAL or INFERRED."""
    blanks, before = [], 0
    for index, (code, letter) in enumerate(zip(codes, letters, strict=True)):
        if letter:
            blanks.append(before)
            before = 0
        elif before != REAL:
            before = INFERRED if code <= 32 and _is_inferred(handle, index) == 1 else REAL
    return blanks


def _turn(boxes: Boxes, page: pdfium.PdfPage) -> Boxes:
    """The boxes in points from the top left corner of the page as it is shown: x0, y0, x1, y1."""
    left, bottom, right, top = page.get_bbox()
    x0, y1, x1, y0 = boxes.T
    turn = page.get_rotation()
    if turn == 90:
        sides = (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    elif turn == 180:
        sides = (right - x1, y0 - bottom, right - x0, y1 - bottom)
    elif turn == 270:
        sides = (top - y1, right - x1, top - y0, right - x0)
    else:
        sides = (x0 - left, top - y1, x1 - left, top - y0)
    return np.stack(sides, axis=1)


def _part(text: str, boxes: Boxes, blanks: Sequence[int]) -> Iterator[Piece]:
    """The words of a page. Most are plain, letters of one size that touch: only the others are looked at letter by letter."""
    if not text:
        return
    x0, y0, x1, y1 = boxes.T
    before = np.array(blanks)
    gaps, height = x0[1:] - x1[:-1], (y1 - y0)[1:]
    plain = (gaps <= KERNED_SPACE * height) & (gaps >= -0.6 * height) & (x1[1:] >= x1[:-1])
    plain &= (y0[1:] == y0[:-1]) & (y1[1:] == y1[:-1]) & (before[1:] != INFERRED)
    begins = before == REAL
    begins[0] = True
    starts = np.flatnonzero(begins)
    ends = [*starts[1:].tolist(), len(text)]
    odd = np.logical_or.reduceat(np.append(False, ~plain) & ~begins, starts)
    corners = np.stack([x0[starts], y0[starts], x1[np.array(ends) - 1], y1[starts]], axis=1)
    for start, end, slowly, corner in zip(starts.tolist(), ends, odd.tolist(), corners.tolist(), strict=True):
        if slowly:
            yield from _part_slowly(text[start:end], boxes[start:end].tolist(), blanks[start:end])
        else:
            yield Piece(text[start:end], *corner)


def _part_slowly(letters: str, boxes: list[list[float]], blanks: Sequence[int]) -> Iterator[Piece]:
    """The words of letters between which the file has no white space."""
    text, x0, y0, x1, y1, spaced, widest = "", 0.0, 0.0, 0.0, 0.0, True, 0.0
    for letter, (a0, b0, a1, b1), blank in zip(letters, boxes, blanks, strict=True):
        doubtful = blank == INFERRED
        if text and (a0 - x1 > 0.3 * (y1 - y0) or a0 < x1 - 0.6 * (y1 - y0) or abs(b1 - y1) > 0.4 * (y1 - y0)):
            yield Piece(text, x0, y0, x1, y1, spaced)
            text, spaced = "", doubtful
        elif text and _is_space(a0 - x1, y1 - y0, widest, doubtful=doubtful, inside=len(text) > 1):
            yield Piece(text, x0, y0, x1, y1, spaced)
            text, spaced = "", True
        if text:
            widest = max(widest, a0 - x1)
            text, y0, x1, y1 = text + letter, min(y0, b0), max(x1, a1), max(y1, b1)
        else:
            text, x0, y0, x1, y1, widest = letter, a0, b0, a1, b1, 0.0
    yield Piece(text, x0, y0, x1, y1, spaced)


def _is_space(gap: float, height: float, widest: float, *, doubtful: bool, inside: bool) -> bool:
    """Whether a gap parts words. `widest`: the widest gap inside the word so far; `doubtful`: the library takes it for one."""
    if doubtful:
        return gap > max(DOUBTFUL_SPACE * height, 1.6 * widest)
    return inside and gap > max(KERNED_SPACE * height, 3 * widest)
