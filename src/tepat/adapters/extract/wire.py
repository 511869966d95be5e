"""What travels between the sandbox and its caller: JSON only, so that nothing a hostile file does can become code."""

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any

from tepat.domain.cv.document import to_document, to_profile
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import Box, DocumentWarning, ExtractedText, PagePicture, Span, Unreadable
from tepat.domain.occupations.occupation import OccupationScore

HEADER = struct.Struct(">IIB")
"""Number of the job, length of what follows, kind of message."""
FRAME = struct.Struct(">IB")
"""What a child says to the server: length, then QUESTION (a page to recognise), TEXT (still to be understood) or RESULT."""
MAX_ANSWER = 64 * 1024 * 1024
EXTRACT, READ, ANSWER, TIMEOUT, DEAD, DRAW = 1, 2, 3, 4, 5, 6
QUESTION, RESULT, TEXT = 1, 2, 3
Message = Mapping[str, Any]


def next_frame(written: bytearray) -> tuple[int, bytes] | None:
    """Takes the first whole frame out of what a child wrote; None where there is none yet."""
    if len(written) < FRAME.size:
        return None
    length, kind = FRAME.unpack_from(written)
    if len(written) < FRAME.size + length:
        return None
    body = bytes(written[FRAME.size : FRAME.size + length])
    del written[: FRAME.size + length]
    return kind, body


def encode_job(name: str, data: bytes, as_of: date | None) -> bytes:
    """A file as one body: a line of JSON, then its bytes."""
    head = {"name": name, "as_of": as_of.isoformat() if as_of else None}
    return json.dumps(head).encode() + b"\n" + data


def decode_job(body: bytes) -> tuple[str, bytes, date | None]:
    head, _, data = body.partition(b"\n")
    found = json.loads(head)
    return found["name"], data, date.fromisoformat(found["as_of"]) if found["as_of"] else None


def encode_drawing(name: str, data: bytes, page: int) -> bytes:
    """A job to draw a page, in the form of `encode_job`."""
    return json.dumps({"name": name, "as_of": None, "page": page}).encode() + b"\n" + data


def page_of_job(body: bytes) -> int:
    return int(json.loads(body.partition(b"\n")[0])["page"])


def encode_picture(answer: PagePicture | Unreadable) -> bytes:
    if isinstance(answer, Unreadable):
        return encode_answer(answer)
    return json.dumps({"pages": answer.pages, "png": b64encode(answer.png).decode()}).encode()


def decode_picture(body: bytes) -> PagePicture | Unreadable:
    """The picture; `damaged` where the child wrote something else."""
    try:
        message = json.loads(body)
        if "unreadable" in message:
            return Unreadable(message["unreadable"], message["params"])
        return PagePicture(b64decode(message["png"], validate=True), int(message["pages"]))
    except (ValueError, KeyError, TypeError):
        return Unreadable("damaged")


def encode_text(extracted: ExtractedText, as_of: date) -> bytes:
    """A text on its way to be understood: boxes as exact as they were measured."""
    boxes = [[b.span.start, b.span.end, b.page, b.x0, b.y0, b.x1, b.y1] for b in extracted.boxes]
    message = {"as_of": as_of.isoformat(), "text": {**_text(extracted), "boxes": boxes}}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decode_text(body: bytes) -> tuple[ExtractedText, date]:
    """The text and today's date; ValueError, KeyError or TypeError where a child wrote something else."""
    message = json.loads(body)
    return _to_text(message["text"]), date.fromisoformat(message["as_of"])


def encode_answer(answer: ExtractedText | CVReading | Unreadable, as_of: date | None = None) -> bytes:
    if isinstance(answer, Unreadable):
        message: Message = {"unreadable": answer.code, "params": dict(answer.params)}
    elif isinstance(answer, CVReading):
        spans = [[[s.start, s.end] for s in o.spans] for o in answer.occupations]
        message = {
            "text": _text(answer.extracted),
            "document": to_document(answer, as_of=as_of or date.max),
            "occupation_spans": spans,
            "version": answer.knowledge_version,
        }
    else:
        message = {"text": _text(answer)}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _text(extracted: ExtractedText) -> Message:
    return {
        "text": extracted.text,
        "media_type": extracted.media_type,
        "page_starts": extracted.page_starts,
        "boxes": [[b.span.start, b.span.end, b.page, *(round(v, 1) for v in (b.x0, b.y0, b.x1, b.y1))] for b in extracted.boxes],
        "ocr": extracted.ocr,
        "warnings": [[w.code, dict(w.params), [[s.start, s.end] for s in w.spans]] for w in extracted.warnings],
    }


def decode_answer(body: bytes) -> ExtractedText | CVReading | Unreadable:
    """The answer; `damaged` where the child wrote something else than an answer."""
    try:
        message = json.loads(body)
        if "unreadable" in message:
            return Unreadable(message["unreadable"], message["params"])
        extracted = _to_text(message["text"])
        if "document" not in message:
            return extracted
        document = message["document"]
        spans = message["occupation_spans"]
        occupations = tuple(
            OccupationScore(o["id"], o["score"], o.get("narrower"), tuple(Span(*pair) for pair in places))
            for o, places in zip(document["meta"]["occupations"], spans, strict=True)
        )
        return CVReading(extracted, to_profile(document), occupations, message["version"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return Unreadable("damaged")


def _to_text(found: Message) -> ExtractedText:
    return ExtractedText(
        text=found["text"],
        media_type=found["media_type"],
        page_starts=tuple(found["page_starts"]),
        boxes=tuple(Box(Span(b[0], b[1]), *b[2:]) for b in found["boxes"]),
        ocr=found["ocr"],
        warnings=tuple(
            DocumentWarning(code, params, tuple(Span(*pair) for pair in spans)) for code, params, spans in found["warnings"]
        ),
    )
