"""Profiles sent as data, told by content: JSON Resume, Europass (also inside a PDF), LinkedIn's export."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date

import pypdfium2 as pdfium

from tepat.adapters.extract.archives import Archive, UnsafeArchive
from tepat.adapters.extract.europass import europass_root, from_europass
from tepat.adapters.extract.text import decode
from tepat.domain.cv.compose import ProfileValues
from tepat.domain.cv.imported import Row, from_json_resume, from_linkedin

SECTIONS = frozenset({"work", "education", "skills", "languages", "certificates", "volunteer", "projects"})
TABLES = ("Profile", "Positions", "Education", "Skills", "Languages", "Certifications", "Email Addresses", "PhoneNumbers")
MOST_ROWS = 500
MOST_ATTACHMENTS = 5
Import = Callable[[date], tuple[ProfileValues, str]]


def find_import(data: bytes) -> Import | None:
    """How to read `data` as a profile in data, given today: (values, media type); None for anything else."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and (resume := _json_resume(data)) is not None:
        found = resume
        return lambda as_of: (from_json_resume(found, as_of=as_of), "application/json")
    if data.startswith(b"PK") and (tables := _linkedin(data)):
        return lambda as_of: (from_linkedin(tables, as_of=as_of), "application/zip")
    if (root := next(filter(lambda r: r is not None, map(europass_root, _documents(data))), None)) is not None:
        return lambda as_of: (from_europass(root, as_of=as_of), "application/xml")
    return None


def _documents(data: bytes) -> Iterator[bytes]:
    """`data` where it may be XML, or what is attached to it where it is a PDF."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        yield data
    if b"%PDF-" in data[:1024] and b"/EmbeddedFile" in data:
        try:
            document = pdfium.PdfDocument(data)
            for number in range(min(document.count_attachments(), MOST_ATTACHMENTS)):
                yield bytes(document.get_attachment(number).get_data())
        except pdfium.PdfiumError:
            return


def _json_resume(data: bytes) -> Row | None:
    text = decode(data)
    if text is None:
        return None
    try:
        resume = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(resume, dict) or not isinstance(resume.get("basics"), dict):
        return None
    return resume if SECTIONS & set(resume) or "name" in resume["basics"] else None


def _linkedin(data: bytes) -> dict[str, list[Row]]:
    """Rows by table; empty where the archive holds no Profile.csv."""
    try:
        archive = Archive(data)
        names = {name.rsplit("/", 1)[-1].removesuffix(".csv"): name for name in archive.names if name.endswith(".csv")}
        return {t: _rows(archive.read(names[t])) for t in TABLES if t in names} if "Profile" in names else {}
    except UnsafeArchive:
        return {}


def _rows(data: bytes) -> list[Row]:
    reader = csv.DictReader(io.StringIO(decode(data) or ""))
    return [row for row, _ in zip(reader, range(MOST_ROWS), strict=False)]
