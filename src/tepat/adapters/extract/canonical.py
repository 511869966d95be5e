"""The canonical text: one way of writing whatever a file held.

Lines end in a newline, a blank line parts paragraphs, a tab parts cells of one line, a form feed opens a new region (a column,
a text box, a table cell with paragraphs). Letters are NFKC, invisible and control characters are gone.
"""

import re
import unicodedata
from collections.abc import Iterator

from tepat.domain.documents import Box, DocumentWarning, ExtractedText, Span

MAX_CHARACTERS = 200_000
"""More than this is cut, with the flag `capped`: thirty full pages hold about half of it."""
MAX_LINE = 2_000
"""A longer line is folded: no paragraph of a CV is longer, and what reads lines may take the square of their length."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = re.compile(r"^\s*[•●▪◦‣∙○■□◆◇➢➤►✓✔❖➔→»›o§Ø·⁃*\-–—][ \t]+(?=\S)")
_SPACES = re.compile(r" {2,}")
_TABS = re.compile(r"[ ]*\t[ \t]*")


def clean_line(text: str) -> str:
    """One line in canonical letters. Symbol fonts' private letters become bullets at the start and vanish elsewhere."""
    text = text.replace("\uf0b7", "•").replace("\uf0a7", "•").replace("\uf0d8", "•").replace("\uf0fc", "•")
    text = _CONTROL.sub(" ", unicodedata.normalize("NFKC", text))
    text = _PRIVATE.sub(" ", _INVISIBLE.sub("", text))
    text = _TABS.sub("\t", _SPACES.sub(" ", text)).strip()
    return _BULLET.sub("• ", text) if _BULLET.match(text) else text


def _fold(text: str) -> Iterator[str]:
    """The lines that a line becomes: one, unless it is far too long."""
    line = clean_line(text[: 2 * MAX_CHARACTERS])
    while len(line) > MAX_LINE:
        cut = line.rfind(" ", 1, MAX_LINE)
        cut = MAX_LINE if cut < 0 else cut
        yield line[:cut]
        line = line[cut:].lstrip()
    yield line


class Canvas:
    """Collects lines into an `ExtractedText`; offsets are right by construction."""

    def __init__(self, media_type: str) -> None:
        self.media_type = media_type
        self._parts: list[str] = []
        self._length = 0
        self._page = 1
        self._page_starts = [0]
        self._boxes: list[Box] = []
        self._blank = True
        self._region = False
        self._hidden: list[str] = []
        self._warnings: dict[str, DocumentWarning] = {}

    @property
    def is_full(self) -> bool:
        return self._length >= MAX_CHARACTERS

    def open_page(self) -> None:
        """Text from here on stands on the next page; the first page is open from the start."""
        self._page += 1
        self._page_starts.append(self._length)

    def open_region(self) -> None:
        self._region = True

    def part(self) -> None:
        """A blank line, if there is none yet."""
        if not self._blank:
            self._parts.append("\n")
            self._length += 1
            self._blank = True

    def write(self, text: str, at: tuple[float, float, float, float] | None = None) -> None:
        """One line (inner newlines make several), with its box in points from the top left corner."""
        for line in (folded for piece in text.splitlines() for folded in _fold(piece)):
            if not line:
                self.part()
                continue
            if self.is_full:
                self.warn(DocumentWarning("capped", {"limit_characters": MAX_CHARACTERS}))
                return
            self._open_region_if_due()
            if at:
                self._boxes.append(Box(Span(self._length, self._length + len(line)), self._page, *at))
            self._parts.append(line + "\n")
            self._length += len(line) + 1
            self._blank = False

    def _open_region_if_due(self) -> None:
        if self._region and self._length:
            self.part()
            self._parts.append("\f")
            self._length += 1
        self._region = False

    def hide(self, text: str) -> None:
        """Text that a reader cannot see: it is left out and counted."""
        if text.strip():
            self._hidden.append(" ".join(text.split()))

    def warn(self, warning: DocumentWarning) -> None:
        """Each code once; the first one stays."""
        self._warnings.setdefault(warning.code, warning)

    @property
    def has_text(self) -> bool:
        return sum(len(part.strip()) for part in self._parts) >= 8

    def finish(self, *, ocr: bool = False) -> ExtractedText:
        if self._hidden:
            words = " ".join(self._hidden)
            self.warn(DocumentWarning("hidden_text", {"characters": len(words), "sample": words[:80]}))
        return ExtractedText(
            text="".join(self._parts),
            media_type=self.media_type,
            page_starts=tuple(self._page_starts),
            boxes=tuple(self._boxes),
            ocr=ocr,
            warnings=tuple(self._warnings.values()),
        )
