"""A CV's text → its lines, each under the section it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tepat.domain.documents import ExtractedText, Span

SectionKind = Literal[
    "header", "summary", "work", "internship", "volunteer", "education", "skills", "certificates", "languages", "personal",
    "references", "projects", "other", "wishes",
]  # fmt: skip

# Words that decide what a heading announces; the first kind whose word occurs wins.
_DECIDING: dict[SectionKind, str] = {
    "references": "referensi reference references referee referees rujukan",
    "volunteer": """organisasi organization organizations organisation organisations organizational organisational keorganisasian
        volunteer volunteering volunteerism relawan kepanitiaan sukarela sosial community komunitas leadership ekstrakurikuler
        activities kegiatan aktivitas""",
    "wishes": "tujuan objective objectives minat interest interests hobi hobby hobbies cita harapan goals goal motivasi",
    "internship": "magang internship internships intern pkl prakerin prakerind ojt",
    "certificates": """sertifikat sertifikasi certificate certificates certification certifications pelatihan training trainings
        kursus course courses lisensi license licenses licence licences bootcamp seminar workshop diklat nonformal informal
        penghargaan award awards prestasi achievement achievements""",
    "projects": "proyek project projects portofolio portfolio publikasi publication publications karya",
    "languages": "bahasa language languages berbahasa linguistic",
    "education": "pendidikan education educational academic akademik akademis edukasi studi qualification qualifications formal",
    "skills": """keahlian kemampuan keterampilan ketrampilan skill skills kompetensi competency competencies competence technical
        technologies teknologi expertise proficiency proficiencies abilities ability tools perangkat stack penguasaan hardskill
        hardskills softskill softskills kecakapan strengths kelebihan capabilities specialties specialization""",
    "work": """pengalaman experience experiences pekerjaan kerja employment work working career karir karier
        professional profesional jobs""",
    "personal": """pribadi personal kontak contact contacts diri biodata identitas data hubungi details informasi information info
        alamat touch""",
    "summary": "profil profile ringkasan summary tentang about deskripsi overview statement bio sekilas perkenalan introduction",
    "other": """tambahan other others lain lainnya lain-lain additional lampiran attachment attachments miscellaneous ketersediaan
        availability pernyataan declaration keterangan""",
}
_KIND_OF: dict[str, SectionKind] = {}
for _kind, _words in reversed(_DECIDING.items()):
    _KIND_OF.update(dict.fromkeys(_words.split(), _kind))
_ORDER = list(_DECIDING)
# Words that may stand in a heading beside a deciding one.
_FILLING = frozenset(
    """riwayat history my me saya and dan & of the hard soft teknis non background latar belakang yang dimiliki relevan relevant
    singkat umum utama key core main selected daftar list komputer computer it lapangan industri mahasiswa kampus kepribadian
    highlights / curriculum vitae resume cv asing foreign dikuasai praktik praktek area areas sebelumnya previous terakhir level
    tingkat software lunak in-house get in personality""".split()  # noqa: SIM905 - a list of words reads best as words
)
_ALONE = re.compile(r"\b(?:curriculum vitae|daftar riwayat hidup|riwayat hidup|resume|cv)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:[IVX]{1,4}|[A-H]|\d{1,2})\s?[.)]\s+|^[^\w(]+")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=[^\d\s])")
_SPACED = re.compile(r"^(?:[^\W\d_]\s){3,}[^\W\d_]$")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*|&|/")
_BULLET = "• "
INLINE: frozenset[SectionKind] = frozenset({"skills", "languages", "certificates", "summary", "wishes"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the canonical text: `text` without bullet, its span, and the section it stands in.

    `blank_before`: a blank line parts it from the one before. `region`: number of its column, box or cell.
    `height`: points, 0 where unknown. `section`: running number of the section.
    """

    text: str
    span: Span
    kind: SectionKind
    section: int
    bulleted: bool = False
    blank_before: bool = False
    region: int = 0
    height: float = 0.0
    left: float = 0.0

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(slots=True)
class _Raw:
    text: str
    start: int
    bulleted: bool
    blank: bool
    region: int
    height: float
    left: float
    page: int


def heading_kind(text: str) -> SectionKind | None:
    """What a line announces if it is a heading: all its words are words of headings, one of them decides."""
    text = _LEAD.sub("", text.strip()).rstrip(" :.-–—_=|")
    if not text or len(text) > 60:
        return None
    if _SPACED.match(text):
        text = text.replace(" ", "")
    words = [w.casefold() for w in _WORDS.findall(text)]
    if not 1 <= len(words) <= 7:
        return None
    kinds = [_KIND_OF[w] for w in words if w in _KIND_OF]
    if not kinds or any(w not in _KIND_OF and w not in _FILLING for w in words):
        return None
    if text[:1].islower() and len(words) > 1:
        return None
    return min(kinds, key=_ORDER.index)


def split_lines(extracted: ExtractedText) -> tuple[Line, ...]:
    """All lines with text that are no headings, in order, each with its section."""
    return tuple(_assign(_raw_lines(extracted)))


def _raw_lines(extracted: ExtractedText) -> Iterator[_Raw]:
    boxes = {box.span.start: box for box in extracted.boxes}
    offset, blank, region = 0, True, 0
    for piece in extracted.text.split("\n"):
        opens = piece.startswith("\f")
        start, written = offset + opens, piece[opens:]
        offset += len(piece) + 1
        if opens:
            region, blank = region + 1, True
        line = written.strip()
        if not line:
            blank = True
            continue
        box = boxes.get(start)
        start += len(written) - len(written.lstrip())
        bulleted = line.startswith(_BULLET)
        text = line[len(_BULLET) :].lstrip() if bulleted else line
        text = _NUMBERED.sub("", text)
        height, left = (box.y1 - box.y0, box.x0) if box else (0.0, 0.0)
        yield _Raw(text, start + len(line) - len(text), bulleted, blank, region, height, left, box.page if box else 1)
        blank = False


def _assign(raws: Iterator[_Raw]) -> Iterator[Line]:
    section, region, page, fresh = 0, 0, 1, False
    columns: list[tuple[int, float, tuple[SectionKind, int]]] = []
    current: tuple[SectionKind, int] = ("header", 0)
    for raw in raws:
        if raw.region != region:
            before = _column_before(columns, raw) if raw.page > page else None
            section += 1
            # A heading that ends a region announces what comes next.
            kept = current if raw.page > page or fresh else ("header", section)
            current = before or kept
            region = raw.region
        page = max(page, raw.page)
        announced = heading_kind(raw.text) if not raw.bulleted or raw.blank else None
        if announced and not (announced == "wishes" and current[0] == "skills"):
            section += 1
            current = (announced, section)
            columns.append((raw.page, raw.left, current))
            fresh = True
            continue
        if _ALONE.fullmatch(raw.text.strip(" -:")):
            continue
        fresh = False
        columns.append((raw.page, raw.left, current))
        kind, cut = _inline_heading(raw.text, current[0])
        if kind != current[0] and current[0] in ("header", "personal", "other", "skills", "languages", "certificates", "summary"):
            section += 1
            current = (kind, section)
        span = Span(raw.start + cut, raw.start + len(raw.text))
        yield Line(raw.text[cut:], span, kind, current[1], raw.bulleted, raw.blank, raw.region, raw.height, raw.left)


def _column_before(columns: list[tuple[int, float, tuple[SectionKind, int]]], raw: _Raw) -> tuple[SectionKind, int] | None:
    """The section in which the same column ended on the page before."""
    near = (current for page, left, current in reversed(columns) if page == raw.page - 1 and abs(left - raw.left) < 45)
    return next(near, None)


def _inline_heading(text: str, kind: SectionKind) -> tuple[SectionKind, int]:
    """For "Keahlian: Python, SQL" the kind of the label and where its value begins; the line's own kind otherwise."""
    label, colon, value = text.partition(":")
    if not colon or not value.strip() or len(label) > 40:
        return kind, 0
    announced = heading_kind(label)
    if announced not in INLINE or (
        kind in ("work", "internship", "projects", "education", "volunteer") and announced != "skills"
    ):
        return kind, 0
    return announced, len(text) - len(value.lstrip())
