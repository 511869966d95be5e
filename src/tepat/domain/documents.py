"""Documents as text: what an extractor promises, and the places that prove a fact.

Every offset in Tepat counts Unicode code points of ONE canonical text per document. Spans are half open.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

UnreadableCode = Literal["empty", "unsupported_type", "encrypted", "damaged", "too_large", "timeout", "no_text"]
WarningCode = Literal[
    "hidden_text",
    "prompt_injection",
    "active_content",
    "mixed_scripts",
    "capped",
    "type_mismatch",
    "low_quality_scan",
    "duplicate",
]

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 30
MAX_PHOTOS = 10
"""Pages of a scan, or photos of one CV."""
MAX_PIXELS = 60_000_000
"""Of a picture that is sent; telephones make up to about 50 million."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]` of the canonical text; `0 <= start < end <= len(text)`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a stretch of text stands on its page: points from the top left corner."""

    span: Span
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """Something a reviewer should know; it never decides anything. `params` feed the sentence shown."""

    code: WarningCode
    params: Mapping[str, str | int] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file as a person gave it: its name is a hint, its type is decided by content."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The canonical text of a document.

    Lines end in a newline, a blank line parts paragraphs, a tab parts cells of one line, "• " begins an item, and a form feed
    opens a new region (a column, a text box, a table cell with paragraphs). Text that a reader cannot see is not in it.

    `page_starts` holds the offset at which each page begins (first is 0); `boxes` may be empty where the format has no pages.
    """

    text: str
    media_type: str
    page_starts: tuple[int, ...] = (0,)
    boxes: tuple[Box, ...] = ()
    ocr: bool = False
    warnings: tuple[DocumentWarning, ...] = ()

    def page_of(self, offset: int) -> int:
        """1-based page on which `offset` stands."""
        return max(1, sum(start <= offset for start in self.page_starts))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that gave no text, with the reason as a code; `params` feed the sentence shown (such as `limit_mb`)."""

    code: UnreadableCode
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a PNG, and how many pages there are to draw."""

    png: bytes
    pages: int


class PageDrawer(Protocol):
    """Draws pages of a document. Never raises for a bad file: it answers `Unreadable`."""

    def draw(self, file: IncomingFile, *, page: int) -> PagePicture | Unreadable:
        """Page `page`, from 1; `unsupported_type` for a format without pages to draw."""
        ...


class TextExtractor(Protocol):
    """Turns files into text. Never raises for a bad file: it answers `Unreadable`."""

    def extract(self, file: IncomingFile) -> ExtractedText | Unreadable:
        """The text of one file."""
        ...

    def extract_all(self, files: Iterable[IncomingFile]) -> Iterator[tuple[int, ExtractedText | Unreadable]]:
        """Several files at once: yields (position in `files`, answer) as each is done, in any order."""
        ...

    def missing_packages(self) -> tuple[str, ...]:
        """Packages of the system that some formats need and that are not there; none where all formats are read."""
        ...


class ArchiveReader(Protocol):
    """Takes an archive apart, and binds photos of pages. Never raises for a bad one."""

    def is_archive(self, file: IncomingFile) -> bool:
        """True if the content is an archive of documents (a DOCX is a document, not an archive)."""
        ...

    def is_picture(self, file: IncomingFile) -> bool:
        """True if the content begins as a picture does."""
        ...

    def bind(self, pictures: Sequence[IncomingFile]) -> IncomingFile | Unreadable:
        """Photos of pages, in their order, as one document of at most `MAX_PHOTOS` pages; the same photos give the same bytes.

        `unsupported_type` where one is no picture (`photo`: which, from 1), `too_large` where together they are too large or
        too many.
        """
        ...

    def unpack(self, file: IncomingFile) -> Iterator[tuple[str, IncomingFile | Unreadable]]:
        """(name inside, file or why it could not be taken out) for each member, in their order; folders are left out."""
        ...
