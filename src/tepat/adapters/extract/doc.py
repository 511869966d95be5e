"""DOC, Word 97 to 2003 ([MS-DOC]): text by the piece table; vanished, white and tiny runs are left out."""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator

from tepat.adapters.extract.canonical import MAX_CHARACTERS, Canvas
from tepat.adapters.extract.ole import CompoundFile, UnsafeOle
from tepat.domain.documents import DocumentWarning, ExtractedText, Unreadable

MEDIA_TYPE = "application/msword"
FIB_FLAGS, FIB_LENGTHS, FIB_CHARACTERS, FIB_PIECES = 0x0A, 0x4C, 0xFA, 0x1A2
ENCRYPTED, TABLE_ONE = 0x0100, 0x0200
COMPRESSED = 0x40000000
PAGE = 512
VANISH, SIZE, COLOUR, COLOUR_INDEX = 0x083C, 0x4A43, 0x6870, 0x2A42
WHITE_INDEX = 8
_OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of a property's value by its kind ([MS-DOC] 2.2.5.1); kind 6 says its own length."""
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x15]*))?\x15")


def extract_doc(data: bytes) -> ExtractedText | Unreadable:
    """The text of an old Word document; `encrypted`, `damaged`, `unsupported_type` (another Office file) or `no_text`."""
    try:
        container = CompoundFile(data)
        if "WordDocument" not in container.names():
            return Unreadable("encrypted" if "EncryptedPackage" in container.names() else "unsupported_type")
        main = container.read("WordDocument")
        flags = struct.unpack_from("<H", main, FIB_FLAGS)[0]
        if flags & ENCRYPTED:
            return Unreadable("encrypted")
        table = container.read("1Table" if flags & TABLE_ONE else "0Table")
        canvas = Canvas(MEDIA_TYPE)
        _write(main, table, canvas)
    except (UnsafeOle, struct.error, IndexError) as error:
        return Unreadable("damaged", {"detail": str(error)[:60]})
    if any(name in ("VBA", "_VBA_PROJECT", "dir") for name in container.names()):
        canvas.warn(DocumentWarning("active_content"))
    return canvas.finish() if canvas.has_text else Unreadable("no_text", {"pages": 1})


def _write(main: bytes, table: bytes, canvas: Canvas) -> None:
    """The body first, then headers and footers as a region of their own."""
    length, notes, headers = struct.unpack_from("<3L", main, FIB_LENGTHS)
    starts, hidden = _hidden_runs(main, table)
    parts: list[str] = []
    for piece, offset, step in _pieces(main, table):
        for run, seen in _runs(piece, offset, step, starts, hidden):
            if seen:
                parts.append(run)
            else:
                canvas.hide(re.sub(r"[\x00-\x1f]", " ", run))
                parts.append(re.sub(r"[^\r\x07]", "", run))
    text = "".join(parts)
    for stretch in (text[:length], text[length + notes : length + notes + headers]):
        _write_lines(stretch, canvas)
        canvas.open_region()


def _write_lines(text: str, canvas: Canvas) -> None:
    for _ in range(3):
        text = _FIELD.sub(lambda match: match[1] or "", text)
    text = text.replace("\x07\x07", "\r").replace("\x07", "\t").replace("\x0b", "\r").replace("\x0c", "\r").replace("\x1e", "-")
    for line in text.split("\r"):
        if line.strip():
            canvas.write(line.replace("\n", " "))
        else:
            canvas.part()


def _pieces(main: bytes, table: bytes) -> Iterator[tuple[str, int, int]]:
    """(text, offset in the main stream, bytes per character) of each piece, in order."""
    start, size = struct.unpack_from("<2L", main, FIB_PIECES)
    clx, at = table[start : start + size], 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise UnsafeOle("piece table")
    length = struct.unpack_from("<L", clx, at + 1)[0]
    plc = clx[at + 5 : at + 5 + length]
    count = (len(plc) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}L", plc)
    taken = 0
    for number in range(count):
        characters = bounds[number + 1] - bounds[number]
        if not 0 <= characters <= MAX_CHARACTERS or taken > MAX_CHARACTERS:
            raise UnsafeOle("piece")
        taken += characters
        place = struct.unpack_from("<L", plc, 4 * (count + 1) + 8 * number + 2)[0]
        if place & COMPRESSED:
            offset = (place & ~COMPRESSED) // 2
            yield main[offset : offset + characters].decode("cp1252", "replace"), offset, 1
        else:
            yield main[place : place + 2 * characters].decode("utf-16-le", "replace"), place, 2


def _runs(piece: str, offset: int, step: int, starts: list[int], hidden: list[bool]) -> Iterator[tuple[str, bool]]:
    """Stretches of a piece with one look each, and whether they can be seen."""
    at = 0
    while at < len(piece):
        number = bisect_right(starts, offset + at * step) - 1
        end = len(piece) if number + 1 >= len(starts) else max(at + 1, (starts[number + 1] - offset + step - 1) // step)
        yield piece[at:end], number < 0 or not hidden[number]
        at = end


def _hidden_runs(main: bytes, table: bytes) -> tuple[list[int], list[bool]]:
    """Offsets in the main stream at which the look of letters changes, and whether what follows is unseen."""
    start, size = struct.unpack_from("<2L", main, FIB_CHARACTERS)
    plc = table[start : start + size]
    count = max(0, (len(plc) - 4) // 8)
    found: list[tuple[int, bool]] = []
    for (page,) in struct.iter_unpack("<L", plc[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
        look = main[(page & 0x3FFFFF) * PAGE : ((page & 0x3FFFFF) + 1) * PAGE]
        runs = look[PAGE - 1] if len(look) == PAGE else 0
        bounds = struct.unpack_from(f"<{runs + 1}L", look) if runs else (0,)
        for number in range(runs):
            place = 2 * look[4 * (runs + 1) + number]
            properties = look[place + 1 : place + 1 + look[place]] if place else b""
            found.append((bounds[number], _hides(properties)))
    found.sort()
    return [offset for offset, _ in found], [unseen for _, unseen in found]


def _hides(properties: bytes) -> bool:
    """Whether a run's properties make it unseen: vanish, two points or less, white."""
    at = 0
    while at + 2 < len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        kind = code >> 13
        size = properties[at + 2] + 1 if kind == 6 else _OPERAND[kind]
        value = int.from_bytes(properties[at + 2 : at + 2 + size], "little")
        if code == VANISH and value == 1:
            return True
        if (
            (code == SIZE and value <= 4)
            or (code == COLOUR and _is_white(value))
            or (code == COLOUR_INDEX and value == WHITE_INDEX)
        ):
            return True
        at += 2 + size
    return False


def _is_white(colour: int) -> bool:
    return colour >> 24 == 0 and all((colour >> shift) & 0xFF >= 0xF0 for shift in (0, 8, 16))
