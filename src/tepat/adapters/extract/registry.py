"""What a file is, decided by its content; and which reader it gets."""

import re
from collections.abc import Callable
from dataclasses import replace

from tepat.adapters.extract.archives import Archive, UnsafeArchive
from tepat.adapters.extract.doc import extract_doc
from tepat.adapters.extract.docx import extract_docx
from tepat.adapters.extract.html import extract_html
from tepat.adapters.extract.ocr import extract_image, extract_photos
from tepat.adapters.extract.odt import extract_odt
from tepat.adapters.extract.ole import MAGIC
from tepat.adapters.extract.pdf import extract_pdf
from tepat.adapters.extract.photos import IMAGES as MARKS
from tepat.adapters.extract.photos import is_photos, picture_kind
from tepat.adapters.extract.recognition import Recognise
from tepat.adapters.extract.rtf import extract_rtf
from tepat.adapters.extract.text import extract_text
from tepat.domain.documents import MAX_BYTES, DocumentWarning, ExtractedText, IncomingFile, Unreadable

Reader = Callable[[bytes], ExtractedText | Unreadable]
READERS: dict[str, Reader] = {
    "docx": extract_docx,
    "doc": extract_doc,
    "odt": extract_odt,
    "rtf": extract_rtf,
    "html": extract_html,
    "txt": extract_text,
}
EXTENSIONS = {
    "htm": "html",
    "text": "txt",
    "md": "txt",
    "docm": "docx",
    "dotx": "docx",
    "jpeg": "jpg",
    "jpe": "jpg",
    "tif": "tiff",
    "zip": "photos",
}
_BINARY = (
    b"\x7fELF",
    b"MZ",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"!<arch>",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
)
IMAGES = frozenset(MARKS.values())
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|p|table|span|h[1-6]|meta)\b", re.IGNORECASE)


def extract_file(file: IncomingFile, recognise: Recognise | None = None) -> ExtractedText | Unreadable:
    """The text of one file, in this process. Call it in a sandbox only: the file may be hostile.

    `recognise` reads pictures of text; without it they are `no_text`.
    """
    if not file.data.strip(b"\0 \t\r\n"):
        return Unreadable("empty")
    if len(file.data) > MAX_BYTES:
        return Unreadable("too_large", {"limit_mb": MAX_BYTES // 2**20, "size_mb": len(file.data) // 2**20})
    kind = identify(file.data)
    if isinstance(kind, Unreadable):
        return kind
    found = _read(kind, file.data, recognise)
    claimed = file.name.rpartition(".")[2].casefold() if "." in file.name else ""
    claimed = EXTENSIONS.get(claimed, claimed)
    if isinstance(found, Unreadable) or not claimed or claimed == kind or {claimed, kind} <= {"txt", "html"}:
        return found
    mismatch = DocumentWarning("type_mismatch", {"claimed": claimed[:12], "found": kind})
    return replace(found, warnings=(*found.warnings, mismatch))


def _read(kind: str, data: bytes, recognise: Recognise | None) -> ExtractedText | Unreadable:
    if kind == "pdf":
        return extract_pdf(data, recognise)
    if kind == "photos":
        return extract_photos(data, recognise)
    return extract_image(data, recognise) if kind in IMAGES else READERS[kind](data)


def identify(data: bytes) -> str | Unreadable:  # noqa: PLR0911 - one return per kind of file
    """A key of READERS, "pdf", "photos" or one of IMAGES, or why no reader fits. The file's name plays no part."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _identify_zip(data)
    if data.startswith(MAGIC):
        return "doc"
    if image := picture_kind(data):
        return image
    if data.startswith(_BINARY):
        return Unreadable("unsupported_type", {"type": "program" if data.startswith((b"\x7fELF", b"MZ")) else "archive"})
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    return "html" if _HTML.search(data[:4096]) else "txt"


def _identify_zip(data: bytes) -> str | Unreadable:
    try:
        archive = Archive(data)
        if "word/document.xml" in archive.names:
            return "docx"
        if "mimetype" in archive.names and is_photos(archive):
            return "photos"
        if "mimetype" in archive.names and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
            return "odt"
    except UnsafeArchive:
        return Unreadable("damaged")
    return Unreadable("unsupported_type", {"type": "archive"})
