"""An advert → its head (title, employer, place) and its blocks, also where everything stands in one paragraph."""

import re
from dataclasses import dataclass
from typing import Literal

from tepat.domain.documents import Span

BlockKind = Literal["intro", "duties", "qualifications", "preferred", "benefits", "about", "apply", "terms"]

_HEADINGS: dict[BlockKind, str] = {
    "preferred": r"preferred\s+(?:qualifications?|skills?|requirements?)|nice[ -]to[ -]haves?|good[ -]to[ -]haves?"
    r"|nilai\s+(?:tambah|plus)"
    r"|bonus\s+points?|kualifikasi\s+tambahan|akan\s+menjadi\s+nilai\s+tambah\s+jika",
    "duties": r"job\s*(?:descriptions?|desc\b|desk\b|deskripsi|duties|scope|responsibilit(?:y|ies)|roles?)(?:\s*(?:&|and"
    r"|dan)\s*(?:requirements?|responsibilit(?:y|ies)))?"
    r"|(?:gambaran|ruang\s+lingkup)\s+(?:pekerjaan|kerja|tugas)|jobdes\w?"
    r"|deskripsi\s*(?:pekerjaan|kerja|tugas|jabatan|posisi)?|uraian\s+(?:tugas|pekerjaan|jabatan)"
    r"|lingkup\s+(?:tugas|pekerjaan|kerja)"
    r"|(?:rincian\s+)?tugas(?:\s+(?:utama|pokok))?\s*(?:(?:dan|&|/)\s*(?:kewajiban"
    r"|tanggung\s*jawab(?:nya)?))?(?:\s+utama)?|tanggung\s*jawab(?:\s+(?:utama|pekerjaan))?"
    r"|(?:(?:key|main|your|primary|core|the)\s+)?responsibilit(?:y|ies)|(?:roles?|duties|tasks?)\s*(?:&|and"
    r"|/)\s*(?:responsibilit(?:y|ies)|duties)"
    r"|what\s+(?:you(?:['’]?ll|\s+will)\s+(?:do|be\s+doing)|your\s+\w+\s+workday\s+looks\s+like)"
    r"|(?:key\s+)?duties|the\s+role|your\s+role|nature\s+of\s+work"
    r"|apa\s+yang\s+akan\s+(?:anda|kamu)\s+(?:kerjakan|lakukan)|job\s+summary",
    "qualifications": r"(?:(?:minimum|basic|required|key|general|specific|job)\s+)?(?:qualifications?|requirements?|criteria)"
    r"(?:\s*(?:&|and|/)\s*(?:experience|skills?|requirements?|qualifications?))?(?:\s*\(s\))?"
    r"|(?:kualifikasi|persyaratan|kriteria|spesifikasi)(?:\s+(?:umum|khusus|minimum|minimal|wajib|pelamar"
    r"|kandidat|pekerjaan|jabatan|posisi|dan\s+persyaratan|yang\s+(?:di)?(?:butuhkan|perlukan?)))?"
    r"(?:\s*(?:&|dan)\s*pengalaman)?|syarat(?:[ -]syarat)?(?:\s+(?:umum|khusus|wajib|utama|kerja|pelamar))?"
    r"|what\s+you(?:['’]?ll|\s+will)?\s+need"
    r"|(?:what|who)\s+(?:are\s+)?we(?:['’]re|\s+are)?\s+looking\s+for|people\s+we\s+are\s+looking\s+for"
    r"|about\s+you|required\s+skills?(?:\s*\(s\))?"
    r"|(?:technical|soft|hard|key|core)\s*skills?|skills?(?:\s+(?:required|needed))|kompetensi(?:\s+(?:teknis"
    r"|non[ -]teknis|khusus|inti))?"
    r"|keahlian(?:\s+(?:teknis|khusus|yang\s+dibutuhkan))?|keterampilan(?:\s+(?:teknis|khusus|manajerial))"
    r"|must[ -]haves?|ketentuan|skills\s*&\s*experience",
    "benefits": r"(?:tunjangan\s*(?:&|dan)\s*)?benefits?(?:\s*(?:&|and)\s*(?:perks|facilities))?|(?:employee\s+)?perks"
    r"|fasilitas(?:\s*(?:&|dan)\s*(?:tunjangan|benefit))?"
    r"|tunjangan|what\s+we\s+offer|we\s+offer|why\s+join(?:\s+us)?|keuntungan(?:\s+bergabung)?|kompensasi"
    r"|(?:apa\s+)?yang\s+(?:kami\s+tawarkan|akan\s+(?:anda|kamu)\s+dapatkan)",
    "about": r"about\s+(?:us|the\s+company|company|[A-Z]\w+)|tentang\s+(?:kami|perusahaan|(?:PT|CV)\b[^:\n]{0,40})"
    r"|profil\s+perusahaan|company\s+(?:profile|overview|description)|who\s+we\s+are|our\s+company",
    "apply": r"how\s+to\s+apply|apply\s+now|cara\s+(?:melamar|mendaftar|daftar)|(?:kirim(?:kan)?|silakan\s+kirim)\s+(?:cv|lamaran"
    r"|berkas)|(?:jika|bagi\s+yang|yang)\s+berminat"
    r"|interested\s+candidates?|note|catatan|informasi\s+(?:lebih\s+lanjut|tambahan)|lamaran\s+dikirim(?:kan)?"
    r"|contact\s+person|kontak",
    "terms": r"(?:area\s+)?penempatan|lokasi(?:\s+(?:kerja|penempatan))?|(?:work|job)\s+location|location|(?:hari\s+(?:dan"
    r"|&)\s+)?jam\s+kerja|working\s+hours|gaji|salary|employment\s+(?:type|status)|status\s+(?:karyawan"
    r"|kepegawaian)",
}
_HEADING = re.compile(
    r"(?:(?<=^)|(?<=[\s.;!?)\]>•●▪*_#-])|(?<=[a-zA-Z0-9]))(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _HEADINGS.items())
    + r")(?P<tail>\s*(?:[:：]|\*\*|-(?=\s))|(?=\s|$|[A-Z•●▪-]))",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?i)^\W*(?:(?:info\s+)?(?:lowongan(?:\s+(?:kerja|pekerjaan))?|loker|job\s+vacancy|vacancy|we(?:['’]re"
    r"|\s+are)\s+hiring|hiring|urgently\s+(?:needed|hiring)|urgent(?:ly)?|walk\s*in\s+interview|"
    r"(?:di)?butuhkan(?:\s+segera)?|dicari(?:\s+segera)?|open\s+recruitment|posisi(?:\s+yang\s+dibutuhkan)?|position|jabatan"
    r"|job\s+title|title|judul)\s*[:!\-–|]*\s*)+",
)
_EMPLOYER = re.compile(
    r"\b(?:PT|CV|UD|RS|RSU|RSUD|Yayasan|Koperasi|Universitas|Bank|Klinik|Hotel|Sekolah)\b\.?\s+[A-Z]|\b(?:Tbk|Group"
    r"|Indonesia|Ltd|Inc|Corp|Persada|Solusi|Teknologi)\b|^PT\b",
    re.IGNORECASE,
)
_INLINE_EMPLOYER = re.compile(
    r"\b(?:PT|CV)\.?\s+(?:[A-Z][\w&'.-]*|&)(?:\s+(?:[A-Z][\w&'-]*|&|\([A-Z]\w+\)|dan|of)){0,5}(?:,?\s+Tbk)?"
)
_ORNAMENTS = re.compile(r"^[^\w(.]+|[^\w)+#.\]]+$")
_MONEY = re.compile(r"(?i)\b(?:rp|idr)\.?\s*\d|\bper\s+(?:month|bulan)\b|^\s*\d[\d.,]+\s*[-–]\s*\d")
_PLACE_LINE = re.compile(
    r"(?i)^\s*(?:lokasi|location|penempatan)?\s*[:]?\s*(?:(?:kota"
    r"|kab(?:upaten)?\.?)\s+)?[A-Z][\w' ]+(?:,\s*[A-Z][\w' ]+)*\s*$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch under one heading; `span` leaves the heading out."""

    kind: BlockKind
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Sections:
    """The head of an advert line by line, and its blocks in order of the text."""

    title: Span | None
    employer: Span | None
    head: tuple[Span, ...]
    blocks: tuple[Block, ...]

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.kind in kinds)


def read_sections(text: str) -> Sections:
    """Head and blocks of an advert. Every block lies inside the text; text before the first heading is the block `intro`."""
    headings = tuple(m for m in _HEADING.finditer(text) if _is_heading(text, m))
    head = _head_lines(text, headings[0].start() if headings else len(text))
    body = head[-1].end if head else 0
    title = _title(text, head)
    return Sections(title=title, employer=_employer(text, head, title), head=head, blocks=_blocks(text, body, headings))


def _kind(match: re.Match[str]) -> BlockKind:
    return next(kind for kind in _HEADINGS if match.group(kind))


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """Whether it stands alone on its line, or ends in a colon, or is capitalised with a new point after it."""
    words = match.group().rstrip(" :：*-")
    before, after = text[: match.start()], text[match.end() :]
    at_line_start = not before.strip(" \t*_#•-1234567890.").endswith(("",)) or before.rstrip(" \t*_#•-1234567890.)")[-1:] in {
        "\n",
        "",
    }
    alone = at_line_start and re.match(r"[ \t:*_]*(?:\n|$)", after) is not None
    colon = match.group("tail").strip() in {":", "：", "**"} or re.match(r"\s*(?:\([^)]{0,30}\)\s*)?[:：]", after) is not None
    glued = before[-1:].isalnum()
    if glued and not (words[:1].isupper() and (before[-1].islower() or (colon and words[1:2].islower()))):
        return False
    if alone or (colon and (words[0].isupper() or at_line_start)):
        return not (
            colon and _kind(match) == "terms" and not at_line_start and before.rstrip()[-1:].isalpha() and not words[0].isupper()
        )
    if _kind(match) in {"about", "terms", "apply"} and not at_line_start:
        return _kind(match) == "about" and words.istitle() and _new_sentence(before)
    long_enough = " " in words or _kind(match) in {"qualifications", "duties"}
    sets_off = (
        words[0].isupper()
        and (_new_sentence(before) or glued or _capital_ends(before))
        and re.match(r"\s*[-•●▪]?\s*(?:[A-Z0-9\n•●▪]|$)", after) is not None
    )
    return sets_off and long_enough and _is_plain(words, before, after)


def _is_plain(words: str, before: str, after: str) -> bool:
    """One word without a colon is a heading only where it opens a list of demands and a capital follows."""
    following = re.match(r"\s*[-•●▪]?\s*(\w+)", after)
    if following is None or " " in words or words.isupper():
        return True
    if words.lower() in {"requirement", "qualification"} and not _new_sentence(before):
        return False  # "Business Requirement Document"
    return words.lower() in _SOLO and following.group(1)[0].isupper()


_SOLO = frozenset(
    {"kualifikasi", "persyaratan", "requirements", "qualifications", "responsibilities", "requirement", "qualification"}
)


def _new_sentence(before: str) -> bool:
    stripped = before.rstrip(" \t*_#•●▪-–")
    return not stripped or stripped[-1] in ".!?\n:;)>" or before.endswith("\n")


def _capital_ends(before: str) -> bool:
    return bool(re.search(r"[\w)”]\s+$", before))


def _blocks(text: str, body: int, headings: tuple[re.Match[str], ...]) -> tuple[Block, ...]:
    found: list[Block] = []
    inner = [h for h in headings if h.start() >= body]
    first = inner[0].start() if inner else len(text)
    if text[body:first].strip():
        found.append(Block("intro", Span(body, first)))
    for match, following in zip(inner, [*inner[1:], None], strict=False):
        end = following.start() if following else len(text)
        if text[match.end() : end].strip():
            found.append(Block(_kind(match), Span(match.end(), end), Span(match.start(), match.end())))
    return tuple(found)


def _head_lines(text: str, first_heading: int) -> tuple[Span, ...]:
    """The first lines, up to a blank line, a heading, a bullet or a line as long as a sentence; at most six."""
    found: list[Span] = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        if found and ("\n\n" in text[found[-1].end : match.start()].replace(" ", "") and len(found) > 1):
            break
        starts_point = re.match(r"[-•●▪]|\*\s|\d+[.)]\s", line) is not None
        if not line or match.start() > first_heading or len(line) > 110 or starts_point or len(found) == 6:
            if line:
                break
            continue
        if match.start() <= first_heading < match.end() and found:
            break
        if len(found) > 0 and (
            line.endswith((".", ";"))
            or re.match(r"(?i)(?:memiliki|menguasai|usia|pendidikan|minimal|melakukan|membuat|note)\b", line)
        ):
            break
        left = len(match.group()) - len(match.group().lstrip())
        found.append(Span(match.start() + left, match.start() + left + len(line)))
    return tuple(found)


def _title(text: str, head: tuple[Span, ...]) -> Span | None:
    for line in head:
        words = line.of(text)
        lead = _LEAD_IN.match(words)
        start = line.start + (lead.end() if lead else 0)
        rest = _ORNAMENTS.sub("", text[start : line.end])
        if (
            not rest
            or _MONEY.search(rest)
            or (lead is None and _EMPLOYER.search(rest) and re.match(r"(?i)(?:pt|cv)\b", rest) and len(head) > 1)
        ):
            continue
        begin = text.index(rest, start)
        return Span(begin, begin + len(rest))
    return None


def _employer(text: str, head: tuple[Span, ...], title: Span | None) -> Span | None:
    after = [line for line in head if title is None or line.start > title.end or line.end < title.start]
    named = [line for line in after if _EMPLOYER.search(line.of(text)) and not _MONEY.search(line.of(text))]
    if named:
        return _without_place(text, named[0])
    plain = [line for line in after if not _MONEY.search(line.of(text)) and len(line.of(text)) <= 60]
    if len(plain) >= 2 and title is not None and plain[0].start > title.start:
        return plain[0]
    inline = _INLINE_EMPLOYER.search(text)
    return Span(inline.start(), inline.end()) if inline else None


def _without_place(text: str, line: Span) -> Span:
    """The firm alone, as in "PT Contoh — Surabaya": without stars and what stands after a dash."""
    words = line.of(text)
    dash = re.search(r"\s+[-–—|]\s+", words)
    name = words[: dash.start()] if dash else words
    bare = name.strip("*_ ")
    start = line.start + name.index(bare) if bare else line.start
    return Span(start, start + len(bare)) if bare else line
