"""Which words at the head of an entry name the employer and which the position."""

import re
from collections.abc import Iterator

from tepat.domain.cv.cells import DELIMITERS, Cell, split_cells, trim, without
from tepat.domain.cv.sections import Line
from tepat.domain.language.dates import DateRange, find_durations
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
    r"|accounting|bookkeeper|auditor|sysadmin|tester|qa|scrum|owner|director|direktur|cto|ceo|cio|founder|freelancer?|front-?\s?end|back-?\s?end"
    r"|full-?\s?stack|devops|sre|noc|dba|executive|representative|agent|clerk|driver|worker|member|volunteer|relawan|panitia|barista|receptionist"
    r"|resepsionis|pramuniaga|penanggung\s+jawab|pic|it|hrd?|web|mobile|data|network|security|system|sistem|pelaksana|mekanik|perawat|juru|karyawan)\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:(?P<position>jabatan|posisi|position|role|job\s*title|title|sebagai|bagian|as)|(?P<employer>(?:nama\s+)?(?:perusahaan|instansi|kantor)"
    r"|company(?:\s+name)?|employer|organi[sz]ation|tempat(?:\s+kerja)?)|(?P<period>periode?|masa\s+kerja|lama\s+bekerja|tahun|period|dates?|duration|waktu)"
    r"|(?P<duties>tugas|tanggung\s*jawab|job\s*desk?(?:ripsi|ription|s)?|job\s*description|deskripsi(?:\s+pekerjaan)?"
    r"|uraian(?:\s+\w+)?|responsibilit(?:y|ies)|duties"
    r"|achievements?|pencapaian|prestasi|key\s+\w+)|(?P<place>lokasi|location|alamat|kota|penempatan))"
    r"\b[\w /]{0,24}?\s*[:\t]\s*:?\s*",
    re.IGNORECASE,
)
_CONTRACT = re.compile(
    r"^(?:pkl|magang|internship|full[\s-]?time|part[\s-]?time|kontrak|contract|tetap|permanent|freelance|remote|hybrid|wfh|wfo|on[\s-]?site|outsourc\w+|pkwtt?|indonesia"
    r"|paruh\s+waktu|penuh\s+waktu|self[\s-]employed|sekarang|present)$",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?P<position>.{3,60}?)\s+(?:at|di|pada|@)\s+(?P<employer>\S.{2,70})$", re.IGNORECASE)


class Namer:
    """Tells employers from positions; knows places and the names of occupations (casefolded)."""

    def __init__(self, places: PlaceIndex, titles: frozenset[str]) -> None:
        self._places = places
        self._titles = titles

    def name(self, head: list[Line], dates: DateRange) -> tuple[Cell | None, Cell | None]:
        """(position, employer) of the lines at the head of an entry."""
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
        if position and employer:
            return position, employer
        return self._tell_apart(cells[:5], position, employer)

    def _tell_apart(self, cells: list[Cell], position: Cell | None, employer: Cell | None) -> tuple[Cell | None, Cell | None]:
        """Which cell names the employer and which the position, by their words; else the position comes first."""
        if position or employer:
            best = max(cells, key=lambda c: self._leans(c) * (1 if position else -1), default=None)
            return (position, best) if position else (best, employer)
        if len(cells) < 2:
            only = cells[0] if cells else None
            return (None, only) if only and self._leans(only) > 0 else (only, None)
        pairs = [(p, e) for p in cells for e in cells if p is not e]
        return max(
            pairs,
            key=lambda pair: self._leans(pair[1]) - self._leans(pair[0]) - 0.01 * (cells.index(pair[0]) + cells.index(pair[1])),
        )

    def _leans(self, cell: Cell) -> float:
        """Above 0: rather an employer; below: rather a position."""
        score = 3.0 * bool(_STRONG_EMPLOYER.search(cell.text)) + 1.0 * bool(_WEAK_EMPLOYER.search(cell.text))
        score -= 2.0 * bool(_POSITION.search(cell.text))
        return score - 4.0 * (cell.text.casefold() in self._titles)

    def _cells(self, text: str, offset: int, dates: DateRange) -> list[Cell]:
        """Parts of a line that may name something: without dates, places, durations, kinds of contract."""
        blanked = without(text, offset, (dates.span,))
        found: list[Cell] = []
        for cell in split_cells(blanked, offset, DELIMITERS):
            at = _AT.match(cell.text)
            if at and self._leans(Cell(at["position"], cell.span)) < 0:
                parts = [trim(at[name], cell.span.start + at.start(name)) for name in ("position", "employer")]
            else:
                parts = list(self._comma_parts(cell))
            found.extend(c for p in parts if p and (c := self._without_place(p)) and not self._is_noise(c.text))
        return found

    def _comma_parts(self, cell: Cell) -> Iterator[Cell | None]:
        """Position and employer parted by a comma are two, if their words differ; anything else stays as it is."""
        left, comma, right = cell.text.partition(", ")
        first, second = trim(left, cell.span.start), trim(right, cell.span.start + len(left) + len(comma)) if comma else None
        if first and second and self._leans(first) * self._leans(second) < 0 and not self.is_place(second.text):
            yield first
            yield second
        else:
            yield cell

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

    def is_place(self, text: str) -> bool:
        text = text.strip(" ().")
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
