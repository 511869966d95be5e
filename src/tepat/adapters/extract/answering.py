"""From a stranger's file to the answer about it, in two steps: what opens the file, and what understands its text."""

from datetime import date

from tepat.adapters.extract import wire
from tepat.adapters.extract.imports import Import, find_import
from tepat.adapters.extract.recognition import Recognise
from tepat.adapters.extract.registry import extract_file
from tepat.adapters.knowledge import load_knowledge
from tepat.domain.cv.imported import read_values
from tepat.domain.cv.read import read_cv
from tepat.domain.documents import IncomingFile, Unreadable


def open_file(file: IncomingFile, as_of: date | None, recognise: Recognise | None = None) -> tuple[int, bytes]:
    """RESULT with the encoded answer, or with `as_of` TEXT, still to be understood. Never raises; call it in a sandbox only."""
    try:
        if found := find_import(file.data):
            return wire.RESULT, _take_import(found, as_of)
        extracted = extract_file(file, recognise)
        if isinstance(extracted, Unreadable) or as_of is None:
            return wire.RESULT, wire.encode_answer(extracted)
        return wire.TEXT, wire.encode_text(extracted, as_of)
    except (MemoryError, RecursionError):
        return wire.RESULT, wire.encode_answer(Unreadable("damaged", {"detail": "memory"}))
    except Exception as error:  # noqa: BLE001 - whatever a parser raises on a stranger's file, the answer is the same
        return wire.RESULT, wire.encode_answer(Unreadable("damaged", {"detail": type(error).__name__}))


def understand(body: bytes) -> bytes:
    """The encoded answer about the text that `open_file` found. Never raises."""
    try:
        extracted, as_of = wire.decode_text(body)
        return wire.encode_answer(read_cv(extracted, knowledge=load_knowledge(), as_of=as_of), as_of)
    except (MemoryError, RecursionError):
        return wire.encode_answer(Unreadable("damaged", {"detail": "memory"}))
    except Exception as error:  # noqa: BLE001 - as above
        return wire.encode_answer(Unreadable("damaged", {"detail": type(error).__name__}))


def read_file(file: IncomingFile, as_of: date | None, recognise: Recognise | None = None) -> bytes:
    """Both steps at once."""
    kind, body = open_file(file, as_of, recognise)
    return understand(body) if kind == wire.TEXT else body


def _take_import(found: Import, as_of: date | None) -> bytes:
    values, media_type = found(as_of or date.max)
    reading = read_values(values, media_type=media_type, knowledge=load_knowledge(), as_of=as_of or date.max)
    if not reading.extracted.text.strip():
        return wire.encode_answer(Unreadable("no_text"))
    return wire.encode_answer(reading if as_of else reading.extracted, as_of)
