"""Tables of engagements: a row of headings, then one engagement a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tepat.domain.cv.anchors import shift_range
from tepat.domain.cv.cells import Cell, trim
from tepat.domain.cv.sections import Line
from tepat.domain.language.dates import DateRange, find_ranges

Column = Literal["number", "employer", "position", "period", "other"]
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?:no|nomor|#)\.?", re.IGNORECASE)),
    (
        "employer",
        re.compile(
            r"(?:nama\s+)?(?:perusahaan|instansi|tempat(?:\s+\w+)?|company|employer|organi[sz]ation|lembaga|kantor)(?:\s+name)?(?:\s*/.*)?",
            re.IGNORECASE,
        ),
    ),
    (
        "position",
        re.compile(
            r"(?:jabatan|posisi|position|role|job\s*title|title|sebagai|bagian)(?:\s+terakhir)?(?:\s*/.*)?", re.IGNORECASE
        ),
    ),
    (
        "period",
        re.compile(
            r"(?:periode?|tahun|masa\s+kerja|lama\s+(?:be)?kerja|waktu|dates?|years?|from\s*[-–/]\s*to|duration|tanggal)(?:\s*/.*)?",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r"(?:tugas|uraian|keterangan|deskripsi|lokasi|kota|location|duties|description|alasan(?:\s+\w+)?|gaji(?:\s+\w+)?)(?:\s*/.*)?",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One engagement of a table."""

    line: Line
    dates: DateRange
    position: Cell | None
    employer: Cell | None


def read_rows(lines: tuple[Line, ...]) -> tuple[tuple[Row, ...], tuple[Line, ...]]:
    """(rows, the other lines) of a section; without a row of headings all lines are others."""
    at = next((n for n, line in enumerate(lines) if len(_columns(line)) >= 3), None)
    if at is None:
        return (), lines
    columns = _columns(lines[at])
    rows = {line: row for line in lines[at + 1 :] if (row := _read_row(line, columns))}
    if not rows:
        return (), lines
    return tuple(rows.values()), tuple(line for n, line in enumerate(lines) if n != at and line not in rows)


def _columns(line: Line) -> tuple[Column, ...]:
    """What each cell of a row of headings announces; empty for other lines."""
    found = tuple(_column(cell.text) for cell in _cells(line.text, line.start))
    kinds = [kind for kind in found if kind]
    told = len(kinds) == len(found) and "period" in kinds and {"employer", "position"} & set(kinds)
    return tuple(kinds) if told else ()


def _column(text: str) -> Column | None:
    return next((kind for kind, words in _COLUMNS if words.fullmatch(text.strip(" :."))), None)


def _cells(text: str, offset: int) -> Iterator[Cell]:
    at = 0
    for part in text.split("\t"):
        if cell := trim(part, offset + at):
            yield cell
        at += len(part) + 1


def _read_row(line: Line, columns: tuple[Column, ...]) -> Row | None:
    """A line with the cells of the table; its number may have no cell of its own."""
    if columns[0] == "number":
        columns = columns[1:]
    number = re.match(r"\d{1,2}[.)]?(?:\t|\s)\s*(?=\D)", line.text)
    cut = number.end() if number else 0
    cells = list(_cells(line.text[cut:], line.start + cut))
    ranges = find_ranges(line.text)
    if not ranges or len(cells) < 2:
        return None
    dates = shift_range(ranges[0], line.start)
    named = [c for c in cells if not (c.span.start < dates.span.end and dates.span.start < c.span.end)]
    wanted = [kind for kind in columns if kind != "period"]
    by_kind = dict(zip(wanted, named, strict=False))
    return Row(line, dates, by_kind.get("position"), by_kind.get("employer"))
