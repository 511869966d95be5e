"""Lines as cells: the parts of a line between tabs, dashes, bars and commas, each with its place in the document."""

import re
from dataclasses import dataclass

from tepat.domain.documents import Span

BAR = r"\t|\s\|\s?|\s?[•·;]\s|\s[-–—~]\s|\s?[–—]\s|\s@\s|\s:\s"
DELIMITERS = re.compile(BAR)
WITH_COMMAS = re.compile(rf"{BAR}|,\s+|\s?:\s|[()\[\]]")
_BRACKET = re.compile(r"[()\[\]]")
_TRIM = " \t\n,;:|–—-•·/"


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` stands at `span` of the document."""

    text: str
    span: Span


def split_cells(text: str, offset: int, delimiters: re.Pattern[str] = DELIMITERS) -> tuple[Cell, ...]:
    """Parts of `text`, which begins at `offset` of the document, trimmed of signs; empty ones are left out."""
    found, at = [], 0
    for match in [*delimiters.finditer(text), None]:
        end = match.start() if match else len(text)
        if cell := trim(text[at:end], offset + at):
            found.append(cell)
        at = match.end() if match else at
    return tuple(found)


def trim(text: str, offset: int) -> Cell | None:
    """`text` without signs at both ends; closing brackets stay where an opening one is inside."""
    if not _BRACKET.search(text):
        return _bare(text, offset)
    start, end = 0, len(text)
    while start < end and (text[start] in _TRIM or (text[start] in ")]" and "(" not in text[:start])):
        start += 1
    while end > start and (text[end - 1] in _TRIM or (text[end - 1] in "([")):
        end -= 1
    if end > start and text[end - 1] in ")]" and text[start:end].count("(") + text[start:end].count("[") == 0:
        return trim(text[start : end - 1], offset + start)
    if text[start : start + 1] == "(" and text[end - 1 : end] == ")" and text[start:end].count("(") == 1:
        start, end = start + 1, end - 1
    inner = text[start:end].strip()
    if not inner:
        return None
    start += text[start:end].index(inner)
    return Cell(inner, Span(offset + start, offset + start + len(inner)))


def _bare(text: str, offset: int) -> Cell | None:
    """`text` without brackets, trimmed."""
    body = text.lstrip(_TRIM)
    left = body.rstrip(_TRIM).lstrip()
    if not left:
        return None
    start = offset + len(text) - len(body) + len(body.rstrip(_TRIM)) - len(left)
    inner = left.rstrip()
    return Cell(inner, Span(start, start + len(inner)))


def without(text: str, offset: int, spans: tuple[Span, ...]) -> str:
    """`text` with the given stretches of the document blanked out, so that offsets stay."""
    for span in spans:
        start, end = max(0, span.start - offset), min(len(text), span.end - offset)
        if start < end:
            text = text[:start] + "\t" * (end - start) + text[end:]
    return text
