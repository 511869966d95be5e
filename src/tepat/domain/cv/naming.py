"""Which words at the head of an entry name the employer and which the position."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.cv.cells import DELIMITERS, Cell, split_cells, trim, without
from tepat.domain.cv.labels import LABEL
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.dates import DateRange, find_durations, find_ranges
from tepat.domain.language.places import PlaceIndex

_STRONG_EMPLOYER = re.compile(
    r"^\W*(?:pt|cv|ud|pd|kap|kjpp|rsu?d?|smk[ns]?|sma[ns]?|smp[ns]?|sdn?|bpr|koperasi|yayasan|bank|dinas|kementerian|badan|universitas"
    r"|politeknik|institut|klinik|rumah\s+sakit|puskesmas|hotel|toko|startup|kantor|pemerintah|himpunan|bem|ukm)\b\.?\s"
    r"|\b(?:tbk|persero|pte|ltd|inc|corp|gmbh|llc|co)\b\.?|\b(?:university|hospital|school|company|group)\b",
    re.IGNORECASE,
)
_WEAK_EMPLOYER = re.compile(
    r"\b(?:indonesia|nusantara|solusi|solutions?|teknologi|technolog(?:y|ies)|sejahtera|abadi|mandiri|jaya|makmur|sentosa|utama|persada"
    r"|perkasa|bersama|perdana|grup|studio|agency|labs?|komputer|systems|global|international|internasional|store|mart|media|telkom"
    r"|digital|logistik|logistics|finance|karya|pt|cv|club|komunitas|pramuka|organisasi|consulting|partners)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\b(?:staff?|admin(?:istrator|istrasi|istration)?|engineer|developer|programmer|programer|analyst|analis|manager|manajer|supervisor|spv"
    r"|officer|specialist|spesialis|technician|teknisi|support|help\s?desk|service\s?desk|operator|assistant|asisten|intern|internship|magang"
    r"|trainee|consultant|konsultan|architect|arsitek|designer|desainer|lead|leader|head|kepala|ketua|wakil|anggota|koordinator|coordinator"
    r"|sekretaris|bendahara|guru|dosen|teacher|lecturer|tutor|instruktur|instructor|trainer|sales|marketing|kasir|cashier|accountant|akuntan"
    r"|accounting|bookkeeper|auditor|sysadmin|tester|qa|scrum|owner|director|direktur|cto|ceo|cio|founder|freelancer|associate|automation|front-?\s?end|back-?\s?end"
    r"|full-?\s?stack|devops|sre|noc|dba|executive|representative|agent|clerk|driver|worker|member|volunteer|relawan|panitia|barista|receptionist"
    r"|resepsionis|pramuniaga|penanggung\s+jawab|pic|it|hrd?|web|mobile|data|network|security|system|sistem|pelaksana|mekanik|perawat|juru|karyawan)\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    r"^(?:full[\s-]?time|part[\s-]?time|kontrak|contract|tetap|permanent|remote|hybrid|wfh|wfo|on[\s-]?site|outsourc\w+|pkwtt?|indonesia"
    r"|paruh\s+waktu|penuh\s+waktu|self[\s-]employed|sekarang|present)$",
    re.IGNORECASE,
)
_PARTNERS = re.compile(r"(?:&|\bdan|\band)\s+(?:rekan|partners?|associates|co\b)", re.IGNORECASE)
_INTERN_ALONE = re.compile(
    r"(?:program\s+)?(?:pkl|magang|intern(?:ship)?|praktik\s+kerja|praktek\s+kerja|kerja\s+prakt[ie]k|prakerin|ojt)",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?P<position>.{3,60}?)\s+(?:at|di|pada|@)\s+(?P<employer>\S.{2,70})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """What the head of an entry names, and how sure that is (0 to 1)."""

    position: Cell | None = None
    employer: Cell | None = None
    sure: float = 0.9

    @property
    def count(self) -> int:
        return (self.position is not None) + (self.employer is not None)

    @property
    def complete(self) -> bool:
        return self.count == 2


class Namer:
    """Tells employers from positions; knows places and the names of occupations (casefolded)."""

    def __init__(self, places: PlaceIndex, titles: frozenset[str]) -> None:
        self._places = places
        self._titles = titles
        # The same lines are asked several times while a section is read: for its order, then for each entry.
        self._cells = lru_cache(maxsize=512)(self._find_cells)
        self.is_place = lru_cache(maxsize=512)(self._is_place)

    def name(self, head: Sequence[Line], dates: DateRange, order: float = 0.0) -> Names:
        """Names in the lines at the head of an entry. `order`: above 0 where the section rather names the position first."""
        position, employer, cells = self._gather(head, dates)
        if position and employer:
            return Names(position, employer, 0.97)
        return self._tell_apart(cells[:5], position, employer, order)

    def from_cells(self, position: Cell | None, employer: Cell | None) -> Names:
        """Names whose columns a table announced."""
        return Names(position, employer and self._without_place(employer), 0.95)

    def order_of(self, head: Sequence[Line], dates: DateRange) -> float:
        """A vote: 1 where the words show that the position comes first, -1 where the employer does, 0 where they do not tell."""
        cells = self._gather(head, dates)[2][:2]
        if len(cells) < 2:
            return 0.0
        first, second = self._leans(cells[0]), self._leans(cells[1])
        return 0.0 if abs(first - second) < 2 else 1.0 if first < second else -1.0

    def _gather(self, head: Sequence[Line], dates: DateRange) -> tuple[Cell | None, Cell | None, list[Cell]]:
        """(labelled position, labelled employer, other cells)."""
        position = employer = None
        cells: list[Cell] = []
        for line in head:
            label = LABEL.match(line.text)
            if label and label.lastgroup in ("position", "employer"):
                value = self._cells(line.text[label.end() :], line.start + label.end(), dates)
                if value and label.lastgroup == "position":
                    position = position or value[0]
                elif value:
                    employer = employer or value[0]
            elif not label:
                cells.extend(self._cells(line.text, line.start, dates))
        return position, employer, cells

    def _tell_apart(self, cells: list[Cell], position: Cell | None, employer: Cell | None, order: float) -> Names:
        """Employer and position among cells: by their words, by the order of the section, else the position comes first."""
        if position or employer:
            best = max(cells, key=lambda c: self._leans(c) * (1 if position else -1), default=None)
            return Names(position, best) if position else Names(best, employer)
        if len(cells) < 2:
            only = cells[0] if cells else None
            return Names(employer=only) if only and self._leans(only) > 0 else Names(position=only, sure=0.7)
        lead = 0.02 if order == 0 else 0.9 if order > 0 else -0.9

        def weigh(pair: tuple[int, int]) -> float:
            p, e = pair
            return self._leans(cells[e]) - self._leans(cells[p]) + (lead if p < e else -lead) - 0.03 * (p + e)

        pairs = sorted(((p, e) for p in range(len(cells)) for e in range(len(cells)) if p != e), key=weigh)
        p, e = pairs[-1]
        words = self._leans(cells[e]) - self._leans(cells[p])
        return Names(cells[p], cells[e], 0.95 if words >= 3 else 0.85 if words >= 1 else 0.5)

    def _leans(self, cell: Cell) -> float:
        """Above 0: rather an employer; below: rather a position."""
        score = 3.0 * bool(_STRONG_EMPLOYER.search(cell.text)) + 1.0 * bool(_WEAK_EMPLOYER.search(cell.text))
        score -= 2.0 * bool(_POSITION.search(cell.text))
        return score - 4.0 * (cell.text.casefold() in self._titles)

    def employer_alone(self, line: Line) -> Cell | None:
        """The employer that a line names without a position beside it."""
        cells = self._cells(line.text, line.start, None)
        return cells[0] if cells and len(cells) <= 2 and self._leans(cells[0]) > 0 and not find_ranges(line.text) else None

    def names_something(self, line: Line) -> bool:
        """Whether the words of a line are those of an employer or a position, or it holds dates."""
        return self._leans(Cell(line.text, line.span)) != 0 or bool(find_ranges(line.text))

    def is_half(self, before: Line, line: Line) -> bool:
        """Whether a line goes on from a name that is not whole: the line before names two things, this one none itself."""
        if find_ranges(line.text) or _STRONG_EMPLOYER.search(line.text) or len(line.text.split()) > 4 or find_ranges(before.text):
            return False
        cells = split_cells(before.text, before.start, DELIMITERS)
        return len(cells) > 1 or _AT.match(before.text) is not None or line.text[0].islower()

    def is_empty(self, line: Line, dates: DateRange | None) -> bool:
        """Whether a line names nothing: dates, a place, a length of time, a kind of contract."""
        return not self._cells(line.text, line.start, dates)

    def _find_cells(self, text: str, offset: int, dates: DateRange | None) -> tuple[Cell, ...]:
        """Parts of a line that may name something: without dates, places, durations, kinds of contract."""
        blanked = without(text, offset, (dates.span,)) if dates else text
        found: list[Cell] = []
        for cell in split_cells(blanked, offset, DELIMITERS):
            at = _AT.match(cell.text)
            if at and (self._leans(Cell(at["position"], cell.span)) < 0 or _STRONG_EMPLOYER.search(at["employer"])):
                parts = [trim(at[name], cell.span.start + at.start(name)) for name in ("position", "employer")]
            else:
                parts = list(self._comma_parts(cell))
            found.extend(c for p in parts if p and (c := self._without_place(p)) and not self._is_noise(c.text))
        return tuple(_with_internships(found, blanked, offset))

    def _comma_parts(self, cell: Cell) -> Iterator[Cell | None]:
        """Position and employer parted by a comma are two, if their words differ; anything else stays as it is."""
        left, comma, right = cell.text.partition(", ")
        first, second = trim(left, cell.span.start), trim(right, cell.span.start + len(left) + len(comma)) if comma else None
        if first and second and not self.is_place(second.text) and self._differ(first, second):
            yield first
            yield second
        else:
            yield cell

    def _differ(self, first: Cell, second: Cell) -> bool:
        a, b = self._leans(first), self._leans(second)
        if _PARTNERS.search(second.text):
            return False
        return a * b < 0 or (abs(a - b) >= 2 and min(abs(a), abs(b)) == 0 and "," not in second.text)

    def _without_place(self, cell: Cell) -> Cell | None:
        """Cut a place at the end, after a comma or in brackets, and brackets that hold only noise."""
        while match := re.search(r"(?:,\s+|\s*\()(?P<tail>[^,(]{2,40})\)?$", cell.text):
            tail = match["tail"].strip(" )")
            if not (self.is_place(tail) or self._is_noise(tail)):
                break
            shorter = trim(cell.text[: match.start()], cell.span.start)
            if shorter is None:
                return None
            cell = shorter
        return cell

    def _is_place(self, text: str) -> bool:
        text = text.strip(" ().")
        if _STRONG_EMPLOYER.search(f"{text} "):
            return False
        found = self._places.find(text)
        covered = sum(m.span.end - m.span.start for m in found)
        return text.casefold() in ("indonesia", "id") or (
            bool(found) and covered >= 0.6 * len(re.sub(r"(?i)\b(?:kota|kab\w*|indonesia)\b|\W", "", text))
        )

    def _is_noise(self, text: str) -> bool:
        if len(text) < 2 or _CONTRACT.match(text) or not re.search(r"[^\W\d_]{2}", text) or self.is_place(text):
            return True
        longest = max((span.end - span.start for _, span in find_durations(text)), default=0)
        return 0 < longest >= len(text) - 4 or len(text) > 110


def _with_internships(cells: list[Cell], text: str, offset: int) -> list[Cell]:
    """Cells in which the word for an internship is one with the position beside it: "Internship - Web Developer"."""
    found: list[Cell] = []
    for cell in cells:
        before = found[-1] if found else None
        if (
            before
            and _INTERN_ALONE.fullmatch(before.text)
            and _POSITION.search(cell.text)
            and not _STRONG_EMPLOYER.search(cell.text)
        ):
            whole = text[before.span.start - offset : cell.span.end - offset]
            found[-1] = Cell(whole, Span(before.span.start, cell.span.end)) if "\t" not in whole else cell
        else:
            found.append(cell)
    return found
