"""Plain text: the encoding is found out, underlines of headings are kept out."""

import re

from tepat.adapters.extract.canonical import Canvas
from tepat.domain.documents import ExtractedText, Unreadable

MEDIA_TYPE = "text/plain"
_RULE = re.compile(r"^[\s\-=_*~#.+─━═—–]{3,}$")
_WIDE = re.compile(r"(?<=\S) {4,}(?=\S)")


def decode(data: bytes) -> str | None:
    """The text, or None where the bytes are no text. Tries UTF-8, UTF-16 (also without a mark), then Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4000]:
        half = len(data[:4000]) // 2
        for codec, zeros in (("utf-16-le", data[1:4000:2]), ("utf-16-be", data[0:4000:2])):
            if zeros.count(0) > 0.6 * half:
                return data.decode(codec, errors="replace")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    strange = sum(ord(c) < 32 and c not in "\t\n\r\f\v\x1b" for c in text[:20_000])
    return text if strange <= 0.01 * min(len(text), 20_000) else None


def extract_text(data: bytes) -> ExtractedText | Unreadable:
    """The text of a plain file; `unsupported_type` where it is none."""
    text = decode(data)
    if text is None:
        return Unreadable("unsupported_type")
    canvas = Canvas(MEDIA_TYPE)
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if _RULE.match(line):
            continue
        if not line.strip():
            canvas.part()
        canvas.write(_WIDE.sub("\t", line))
    return canvas.finish() if canvas.has_text else Unreadable("no_text", {"pages": 1})
