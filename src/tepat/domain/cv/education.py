"""Education sections → stretches of education: levels, majors, IPK, and whether it was finished."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from tepat.domain.cv.anchors import shift_range
from tepat.domain.cv.cells import WITH_COMMAS, Cell, split_cells, trim, without
from tepat.domain.cv.levels import DEFAULTS, LOWER_SCHOOL, level_of, match_level, names_institution
from tepat.domain.cv.profile import Education, EducationLevel, Fact, PartialDate
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.dates import DateRange, find_dates, find_ranges
from tepat.domain.language.places import PlaceIndex

_GRADE = re.compile(
    r"(?P<label>\b(?:ipk|gpa|cgpa|ip\s+kumulatif|indeks\s+prestasi(?:\s+kumulatif)?)\b[^\d\n]{0,18})(?P<value>[0-4](?:[.,]\d{1,2})?)(?![\d.,]*\d{3})"
    r"(?:\s*(?:/|dari|of|out\s+of|skala)\s*4(?:[.,]0{1,2})?)?"
    r"|(?P<bare>[0-4][.,]\d{1,2})\s*(?:/|dari|out\s+of)\s*4(?:[.,]0{1,2})?(?!\d)",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:nilai|rata-rata|average|score|ipk|gpa|cgpa|indeks|predikat|cum\s?laude|skala|nem|un|nim|semester|lulus|graduated?|akreditasi)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:belum\s+lulus|masih\s+(?:kuliah|aktif|menempuh)|sedang\s+(?:menempuh|kuliah|berjalan)|on[\s-]?going|expected|perkiraan\s+lulus|drop\s?out"
    r"|tidak\s+(?:selesai|lulus|tamat)|mahasiswa\s+(?:aktif|semester)|semester\s+\d|cuti|undergraduate\s+student|in\s+progress|current(?:ly)?|skripsi\s+berjalan)\b",
    re.IGNORECASE,
)
_MAJOR_LABEL = re.compile(
    r"\b(?:jurusan|program\s+studi|prodi|program\s+keahlian|kompetensi\s+keahlian|konsentrasi|peminatan|major(?:ing)?(?:\s+in)?|field\s+of\s+study|bidang\s+studi|fakultas)"
    r"\s*[:\t]?\s*:?\s*", re.IGNORECASE,
)  # fmt: skip
_LABEL = re.compile(
    r"^(?:(?:nama\s+)?(?:asal\s+)?(?:sekolah|institusi|kampus|perguruan\s+tinggi|lembaga(?:\s+pendidikan)?)(?:\s*/[\w ]+)?"
    r"|name(?:\s+and\s+type)?\s+of\s+(?:the\s+)?(?:organi[sz]ation|institution|school|university)[\w ]*|institution|school"
    r"|title\s+of\s+qualification[\w ]*|jenjang(?:\s+pendidikan)?|tingkat"
    r"|(?:kurun|rentang|jangka)\s+waktu|durasi|duration|periode?|dates?)\s*[:\t]\s*:?\s*",
    re.IGNORECASE,
)
"""What a row of a form says of its value. Labels of majors and marks stay: they are read."""
_FILLER = re.compile(
    r"^(?:(?:degree|of\s+science|of|in|jurusan|prodi|program\s+studi|program|science\s+in|gelar|lulusan|tingkat|jenjang|strata)\b|['’]s\b|[()/,:.–—-])\s*",
    re.IGNORECASE,
)
_GRADUATED = re.compile(r"\b(?:lulus(?:an)?|graduated?|tamat|wisuda|class\s+of)\b\D{0,20}$", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """Lines about one stretch of education, and what they hold already."""

    lines: list[Line] = field(default_factory=list)
    level: EducationLevel | None = None
    has_institution: bool = False
    has_dates: bool = False


class EducationReader:
    """Reads stretches of education; knows majors (casefolded spellings) and places."""

    def __init__(self, places: PlaceIndex, majors: frozenset[str]) -> None:
        self._places = places
        self._majors = majors

    def read(self, lines: tuple[Line, ...], text: str, as_of: date) -> Iterator[Education]:
        """Stretches of one section, in the order of the text; schools below SMA are left out."""
        for block in _split(tuple(map(_without_label, _joined(lines, text)))):
            if found := self._read_block(block, as_of):
                yield found

    def _read_block(self, block: _Block, as_of: date) -> Education | None:
        text = "\n".join(line.text for line in block.lines)
        level = _read_level(block.lines)
        if level is None or (LOWER_SCHOOL.search(text) and level.value == "S1" and level.confidence < 0.9):
            return None
        dates, spans = _read_dates(block.lines)
        cells = [c for line in block.lines for c in _cells(line, spans)]
        institution = next((c for c in cells if names_institution(c.text)), None)
        area = self._read_area(block.lines, cells, institution, level)
        start, end = dates
        return Education(
            institution=Fact(institution.text, (institution.span,), 0.9) if institution else None,
            area=area,
            level=level,
            start=start,
            end=end,
            grade=_read_grade(block.lines) if level.value not in ("SMA", "SMK") else None,
            completed=is_completed(text, start, end, as_of),
            span=Span(block.lines[0].start, block.lines[-1].end),
        )

    def _read_area(
        self, lines: list[Line], cells: list[Cell], institution: Cell | None, level: Fact[EducationLevel]
    ) -> Fact[str] | None:
        """The major: a labelled one, a known one, what follows the level, or a cell that nothing else claims."""
        options: list[tuple[float, Cell]] = []
        for line in lines:
            if label := _MAJOR_LABEL.search(line.text):
                value = line.text[label.end() :]
                cells_after = split_cells(value, line.start + label.end(), WITH_COMMAS)
                options += [(0.95 if "fakultas" not in label.group().casefold() else 0.4, c) for c in cells_after[:1]]
        for cell in cells:
            if cell is institution and not (level.value in ("SMA", "SMK") or level_of(cell.text)):
                continue
            if cell is institution or _SCORE.search(cell.text) or self._places_only(cell.text):
                continue
            if rest := after_level(cell):
                options.append((0.97 if rest.text.casefold() in self._majors else 0.7 if level_of(cell.text) else 0.5, rest))
        options = [(score, c) for score, c in options if re.search(r"[^\W\d_]{2}", c.text) and len(c.text) < 80]
        if not options:
            return None
        score, best = max(options, key=lambda o: o[0])
        return Fact(best.text, (best.span,), min(score, 0.95))

    def _places_only(self, text: str) -> bool:
        found = self._places.find(text)
        return (
            bool(found) and sum(m.span.end - m.span.start for m in found) >= 0.8 * len(text.strip())
        ) or text.casefold() == "indonesia"


def _joined(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    """Lines with the rest of a name or of dates that their column was too narrow for."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _is_rest(before, line) and not text[before.end : line.start].strip():
            span = Span(before.start, line.end)
            joined[-1] = replace(before, text=span.of(text).replace("\n", " "), span=span)
        else:
            joined.append(line)
    return tuple(joined)


def _without_label(line: Line) -> Line:
    label = _LABEL.match(line.text)
    if not label or label.end() >= len(line.text):
        return line
    return replace(line, text=line.text[label.end() :], span=Span(line.start + label.end(), line.end))


def _is_rest(before: Line, line: Line) -> bool:
    if line.bulleted or line.blank_before or before.bulleted or line.region != before.region or "\t" in line.text:
        return False
    if re.search(r"\d\s*[-–—~]$", before.text) or line.text.startswith(("|", "(", "•")):
        return True
    named = names_institution(line.text) or level_of(line.text) is not None
    return line.wrapped and not named and not find_dates(before.text) and not _GRADE.match(line.text)


def _split(lines: tuple[Line, ...]) -> Iterator[_Block]:
    """A block ends where a line brings again what the block holds already."""
    block = _Block()
    for line in lines:
        level = level_of(line.text)
        school = names_institution(line.text) or bool(LOWER_SCHOOL.search(line.text))
        dated = bool(find_ranges(line.text))
        again = (school and block.has_institution) or (dated and block.has_dates)
        again = again or (
            level is not None and block.level is not None and level != block.level and (block.has_institution or school)
        )
        again = again or (line.blank_before and level is not None and block.level is not None and block.has_institution)
        if block.lines and again:
            yield block
            block = _Block()
        block.lines.append(line)
        block.level = block.level or level
        block.has_institution |= school
        block.has_dates |= dated
    if block.lines:
        yield block


def _read_level(lines: list[Line]) -> Fact[EducationLevel] | None:
    for line in lines:
        if found := match_level(line.text):
            level, match = found
            return Fact(level, (Span(line.start + match.start(), line.start + match.end()),), 0.95)
    for line in lines:
        for pattern, level in DEFAULTS:
            if word := pattern.search(line.text):
                return Fact(level, (Span(line.start + word.start(), line.start + word.end()),), 0.5)
    return None


def _read_dates(lines: list[Line]) -> tuple[tuple[Fact[PartialDate] | None, Fact[PartialDate] | None], tuple[Span, ...]]:
    """((start, end), places of all dates). A single year is the end, unless the words before it say it is the start."""
    for line in lines:
        if ranges := find_ranges(line.text):
            dates: DateRange = shift_range(ranges[0], line.start)
            end = Fact(dates.end, (dates.end_span or dates.span,)) if dates.end else None
            return (Fact(dates.start, (dates.start_span,)), end), (dates.span,)
    for line in lines:
        if singles := find_dates(line.text):
            when, span = singles[-1]
            place = span.shifted(line.start)
            if re.search(r"\b(?:angkatan|masuk|sejak|since|start)\W*$", line.text[: span.start], re.IGNORECASE):
                return (Fact(when, (place,)), None), (place,)
            return (None, Fact(when, (place,), 0.9 if _GRADUATED.search(line.text[: span.start]) else 0.7)), (place,)
    return (None, None), ()


def _cells(line: Line, dates: tuple[Span, ...]) -> tuple[Cell, ...]:
    return split_cells(without(line.text, line.start, dates), line.start, WITH_COMMAS)


def after_level(cell: Cell) -> Cell | None:
    """The cell without its level and the words that lead to a major."""
    text, start = cell.text, cell.span.start
    if found := match_level(text):
        _, match = found
        before, after = text[: match.start()].strip(), text[match.end() :]
        if after.strip(" .()-–"):
            text, start = after, start + match.end()
        elif before:
            text = before
        else:
            return None
    while filler := _FILLER.match(text.lstrip()):
        lead = len(text) - len(text.lstrip())
        text, start = text[lead + filler.end() :], start + lead + filler.end()
        if not text:
            return None
    return trim(text, start)


def _read_grade(lines: list[Line]) -> Fact[float] | None:
    for line in lines:
        for match in _GRADE.finditer(line.text):
            group = "value" if match["value"] else "bare"
            value = float(match[group].replace(",", "."))
            if 0 < value <= 4:
                return Fact(value, (Span(line.start + match.start(group), line.start + match.end(group)),), 0.95)
    return None


def is_completed(text: str, start: Fact[PartialDate] | None, end: Fact[PartialDate] | None, as_of: date) -> bool:
    if _OPEN.search(text):
        return False
    if end is None:
        return start is None
    return end.value.year < as_of.year or (end.value.year == as_of.year and (end.value.month or 1) <= as_of.month)
