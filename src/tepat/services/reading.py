"""Reading a CV that was received: text, profile, or the reason why not; corrections are laid over it, never overwritten."""

from collections.abc import Iterable, Iterator

from django.core.files.storage import default_storage
from django.utils import timezone

from tepat.domain.cv.document import to_document
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import ExtractedText, IncomingFile, Unreadable
from tepat.models import CV
from tepat.services import engines

READER_VERSION = "cv-4"
"""Rises with every change of the reader that may change an answer: CVs read by an older one can be found and read again."""


def reader_version() -> str:
    """Reader and knowledge: what has to be the same for the same answer."""
    return f"{READER_VERSION}+{engines.knowledge().version[:12]}"


def read_cvs(cvs: Iterable[CV]) -> Iterator[CV]:
    """Reads the files of these rows, a few at a time, and yields each row, changed but not saved, as it is done."""
    rows = list(cvs)
    as_of = timezone.localdate()
    for position, answer in engines.reader().read_all((_file_of(row) for row in rows), as_of=as_of):
        row = rows[position]
        take_reading(row, answer)
        yield row


def read_cv(cv: CV) -> CV:
    """Reads one row's file and saves it."""
    for row in read_cvs([cv]):
        row.save()
    return cv


def take_reading(cv: CV, answer: CVReading | Unreadable) -> None:
    """Writes the reader's answer into the row."""
    cv.reader_version = reader_version()
    cv.read_at = timezone.now()
    if isinstance(answer, Unreadable):
        cv.state, cv.error_code, cv.error_params = "unreadable", answer.code, dict(answer.params)
        return
    cv.state, cv.error_code, cv.error_params = "read", "", {}
    _take_text(cv, answer.extracted)
    cv.document = to_document(answer, as_of=timezone.localdate(cv.received_at))


def _take_text(cv: CV, extracted: ExtractedText) -> None:
    # PostgreSQL keeps no NUL; the extractors never give one, and a silent change would move every offset.
    cv.text = extracted.text
    cv.media_type = extracted.media_type
    cv.page_starts = list(extracted.page_starts)
    cv.boxes = [[b.span.start, b.span.end, b.page, b.x0, b.y0, b.x1, b.y1] for b in extracted.boxes]


def _file_of(cv: CV) -> IncomingFile:
    with default_storage.open(cv.stored_as) as file:
        return IncomingFile(cv.file_name, file.read())
