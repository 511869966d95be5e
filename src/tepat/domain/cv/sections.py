"""A CV's text → its lines, each under the section it belongs to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from tepat.domain.documents import ExtractedText, Span
from tepat.domain.language.tongues import find_tongues

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
        kursus course courses lisensi license licenses licence licences bootcamp seminar workshop diklat nonformal informal""",
    "projects": "proyek project projects portofolio portfolio publikasi publication publications karya",
    "languages": "bahasa language languages berbahasa linguistic",
    "education": """pendidikan education studies educational academic akademik akademis edukasi studi qualification qualifications
        formal""",
    "skills": """keahlian kemampuan keterampilan ketrampilan skill skills kompetensi competency competencies competence technical
        technologies teknologi expertise proficiency proficiencies abilities ability tools perangkat stack penguasaan hardskill
        hardskills softskill softskills kecakapan strengths kelebihan capabilities specialties specialization""",
    "work": """pengalaman experience experiences pekerjaan kerja bekerja employment work working career karir karier
        professional profesional jobs""",
    "personal": """pribadi personal kontak contact contacts diri biodata identitas data hubungi details informasi information info
        alamat touch""",
    "summary": "profil profile ringkasan summary tentang about deskripsi overview statement bio sekilas perkenalan introduction",
    "other": """tambahan other others lain lainnya lain-lain additional lampiran attachment attachments miscellaneous ketersediaan
        availability pernyataan declaration keterangan penghargaan award awards prestasi achievement achievements honors honours
        capaian pencapaian""",
}
_KIND_OF: dict[str, SectionKind] = {}
for _kind, _words in reversed(_DECIDING.items()):
    _KIND_OF.update(dict.fromkeys(_words.split(), _kind))
_ORDER = list(_DECIDING)
# With one of these a summary is one of engagements, and is read as such.
_PAST = frozenset("pengalaman experience experiences employment pekerjaan kerja riwayat history".split())  # noqa: SIM905 - words
# Words that may stand in a heading beside a deciding one.
_FILLING = frozenset(
    """riwayat history my me saya and dan & of the hard soft teknis non background latar belakang yang dimiliki relevan relevant
    singkat umum utama key core main selected daftar list komputer computer it lapangan industri mahasiswa kampus kepribadian
    highlights / curriculum vitae resume cv asing foreign dikuasai praktik praktek area areas sebelumnya previous terakhir level
    tingkat software lunak in-house get in personality jejak perjalanan rekam journey path timeline inti bidang tech jenjang hal
    catatan where i have worked what do can know on how to reach sekolah latar track record snapshot terkait pendukung lanjutan
    wawasan spesifik bekal modal top programming pemrograman """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ALONE = re.compile(r"\b(?:curriculum vitae|daftar riwayat hidup|riwayat hidup|resume|cv)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:[IVX]{1,4}|[A-H]|\d{1,2})\s?[.)]\s+|^[^\w(]+")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=[^\d\s])")
_CLOSING = re.compile(
    r"^(?:demikian(?:lah)?\b.*|hormat\s+saya|salam\s+hormat|yang\s+membuat(?:\s+pernyataan)?|(?:best\s+|kind\s+)?regards|(?:yours\s+)?sincerely|terima\s+kasih\b.*)[\s,.:]*$",
    re.IGNORECASE,
)
"""Words that close a CV: what follows is a signature."""
_SPACED = re.compile(r"^(?:[^\W\d_]\s){3,}[^\W\d_]$")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*|&|/")
_BULLET = "• "
INLINE: frozenset[SectionKind] = frozenset({"skills", "languages", "certificates", "summary", "wishes"})
"""Headings that may stand before their text on the same line."""
ENTRIES: frozenset[SectionKind] = frozenset({"work", "internship", "projects", "education", "volunteer"})
INLINE_AT_TOP: frozenset[SectionKind] = frozenset({"education", "work", "internship"})
"""The same, outside of sections with entries of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the canonical text: `text` without bullet, its span, and the section it stands in.

    `blank_before`: a blank line parts it from the one before. `region`: number of its column, box or cell.
    `height`, `left`: points, 0 where unknown. `section`: running number of the section. `wrapped`: the line before it ends where its
    column ends, so that this one may go on from it.
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
    wrapped: bool = False

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
    right: float = 0.0
    wrapped: bool = False


def heading_kind(text: str) -> SectionKind | None:
    """What a line announces if it is a heading: all its words are words of headings, one of them decides."""
    text = _LEAD.sub("", text.strip()).rstrip(" :.-–—_=|")
    if not text or len(text) > 60:
        return None
    words = [w.casefold() for w in _WORDS.findall(text)]
    if _SPACED.match(text):
        text = text.replace(" ", "")
        words = _segment(text.casefold()) or []
    if not 1 <= len(words) <= 7:
        return None
    kinds = [_KIND_OF[w] for w in words if w in _KIND_OF]
    if any(w not in _KIND_OF and w not in _FILLING for w in words) or (text[:1].islower() and len(words) > 1):
        return None
    return _decide(kinds, set(words)) if kinds else None


def _segment(letters: str) -> list[str] | None:
    """Words of headings that make up `letters`, as of a heading set with space between its letters; None if there are none."""
    if not letters:
        return []
    for end in range(len(letters), 1, -1):
        if letters[:end] in _KIND_OF or letters[:end] in _FILLING:
            rest = _segment(letters[end:])
            if rest is not None:
                return [letters[:end], *rest]
    return None


def _decide(kinds: list[SectionKind], words: set[str]) -> SectionKind:
    """The kind that wins where the words of a heading name several."""
    if {"programming", "pemrograman"} & words:
        return "skills"
    if {"non", "formal"} <= words or "non-formal" in words:
        return "certificates"
    if "summary" in kinds and set(kinds) <= {"summary", "work", "personal"} and not _PAST & words:
        return "summary"
    return min(kinds, key=_ORDER.index)


def split_lines(extracted: ExtractedText) -> tuple[Line, ...]:
    """All lines with text that are no headings, in order, each with its section."""
    return tuple(_assign(_mark_wrapped(list(_raw_lines(extracted)))))


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
        height, left, right = (box.y1 - box.y0, box.x0, box.x1) if box else (0.0, 0.0, 0.0)
        yield _Raw(text, start + len(line) - len(text), bulleted, blank, region, height, left, box.page if box else 1, right)
        blank = False


def _mark_wrapped(raws: list[_Raw]) -> list[_Raw]:
    """Marks lines whose first word the line before had no room for."""
    edges: dict[tuple[int, int], float] = {}
    for raw in raws:
        key = (raw.page, raw.region)
        edges[key] = max(edges.get(key, 0.0), raw.right)
    for before, raw in pairwise(raws):
        beside = before.region == raw.region and before.page == raw.page and not (raw.blank or raw.bulleted or not raw.right)
        if beside:
            letter = (before.right - before.left) / max(1, len(before.text))
            word = len(raw.text.split()[0]) + 1
            raw.wrapped = before.right + letter * word > edges[raw.page, raw.region]
    return raws


def _assign(raws: Iterable[_Raw]) -> Iterator[Line]:
    flow = _Flow()
    for raw in raws:
        if raw.region != flow.region:
            flow.enter_region(raw)
        flow.page = max(flow.page, raw.page)
        announced = heading_kind(raw.text) if not raw.bulleted or raw.blank else None
        if announced and not (announced == "wishes" and flow.kind == "skills"):
            flow.open_section(announced)
            flow.columns.append((raw.page, raw.left, flow.kind, flow.number))
            flow.fresh = True
        elif beside := _heading_beside(raw):
            flow.open_section(beside[0])
            yield flow.place(beside[1])
        elif not _ALONE.fullmatch(raw.text.strip(" -:")):
            yield flow.place(raw)


def _heading_beside(raw: _Raw) -> tuple[SectionKind, _Raw] | None:
    """A heading at the margin of its first line, parted by a tab: its kind, and the line without it."""
    label, tab, rest = raw.text.partition("\t")
    kind = heading_kind(label) if tab and not raw.bulleted and not label.endswith(":") else None
    if kind is None or rest.lstrip().startswith(":") or not (label.isupper() or label.istitle()):
        return None
    cut = len(raw.text) - len(rest.lstrip())
    return kind, replace(raw, text=raw.text[cut:], start=raw.start + cut)


@dataclass(slots=True)
class _Flow:
    """Where the reading stands: the section (kind and number) of the last line, and how columns ended on each page.

    `fresh`: a heading was read and nothing after it yet. `inline`: number of the section that a label on its line opened.
    """

    kind: SectionKind = "header"
    number: int = 0
    opened: int = 0
    region: int = 0
    page: int = 1
    fresh: bool = False
    inline: int = -1
    columns: list[tuple[int, float, SectionKind, int]] = field(default_factory=list)

    def open_section(self, kind: SectionKind) -> None:
        self.opened += 1
        self.kind, self.number = kind, self.opened

    def enter_region(self, raw: _Raw) -> None:
        """A column goes on with what it held on the page before; else it is a header, unless a heading just announced it."""
        self.region = raw.region
        if raw.page > self.page:
            near = (c for c in reversed(self.columns) if c[0] == raw.page - 1 and abs(c[1] - raw.left) < 45)
            _, _, self.kind, self.number = next(near, (0, 0.0, self.kind, self.number))
        elif not self.fresh:
            self.open_section("header")

    def place(self, raw: _Raw) -> Line:
        self.fresh = False
        if _CLOSING.match(raw.text):
            self.open_section("other")
        kind, cut = _inline_heading(raw.text, self.kind, inline=self.number == self.inline)
        if kind != self.kind and (self.kind not in ENTRIES or self.number == self.inline):
            self.open_section(kind)
            self.inline = self.number
        self.columns.append((raw.page, raw.left, self.kind, self.number))
        span = Span(raw.start + cut, raw.start + len(raw.text))
        return Line(
            raw.text[cut:], span, kind, self.number, raw.bulleted, raw.blank, raw.region, raw.height, raw.left, raw.wrapped
        )


def _inline_heading(text: str, kind: SectionKind, *, inline: bool) -> tuple[SectionKind, int]:
    """For "Keahlian: Python, SQL" the kind of the label and where its value begins; the line's own kind otherwise."""
    label, colon, value = text.partition(":")
    if not colon or not value.strip() or len(label) > 40:
        return kind, 0
    announced = heading_kind(label)
    if announced == "languages" and not find_tongues(value):
        announced = "skills"  # "Languages: Go, Java"
    allowed = {"skills"} if kind in ENTRIES and not inline else INLINE | INLINE_AT_TOP
    if announced is None or announced not in allowed:
        return kind, 0
    return announced, len(text) - len(value.lstrip())
