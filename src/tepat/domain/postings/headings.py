"""Where an advert's blocks begin: headings that are known, and lines that stand like headings, told by what follows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tepat.domain.documents import Span
from tepat.domain.postings.asking import is_demand

BlockKind = Literal["intro", "duties", "qualifications", "preferred", "benefits", "about", "apply", "terms"]

_HEADINGS: dict[BlockKind, str] = {
    "preferred": r"preferred\s+(?:qualifications?|skills?|requirements?)|nice[ -]to[ -]haves?|good[ -]to[ -]haves?"
    r"|nilai\s+(?:tambah|plus)"
    r"|bonus\s+points?(?:\s+(?:if\s+(?:you\s+have)?|for|jika))?|(?:plus|poin)\s+(?:points?|plus|tambahan)|kualifikasi\s+tambahan"
    r"|akan\s+menjadi\s+nilai\s+tambah\s+jika|(?:lebih\s+)?(?:keren|bagus|oke)\s+(?:lagi\s+)?(?:kalau|jika)",
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
    r"|(?:apa\s+)?(?:yang|yg)\s+(?:akan|bakal|bakalan)\s+(?:(?:anda|kamu|kalian|kita)\s+)?(?:kerjakan|lakukan|pelajari"
    r"|di(?:kerjakan|kerjain|lakukan|pelajari))"
    r"|(?:yang|yg)\s+di(?:kerjakan|kerjain)|kerjaan(?:nya|mu)|ngapain\s+aja|tugas(?:nya|mu|[ -]tugas|\s+(?:kamu|anda|harian"
    r"|sehari[ -]hari|jabatan))"
    r"|(?:in\s+this\s+role,?\s+)?you\s+will(?:\s+be)?(?=\s*(?:[:\n]|$))|(?:your\s+)?day[ -]to[ -]day|daily\s+(?:work|tasks)"
    r"|(?:key\s+)?accountabilities"
    r"|scope\s+of\s+work|job\s+summary|position\s+summary|(?:deskripsi|uraian)\s+jabatan",
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
    r"|must[ -]haves?|ketentuan|skills\s*&\s*experience|who\s+you\s+are|what\s+you(?:['’]ll)?\s+bring"
    r"|(?:your|candidate|ideal)\s+(?:profile|candidate)|profil(?:\s+kandidat)?(?=\s*:)|you\s+(?:have|are|need"
    r"|bring)(?=\s*(?:[:\n]|$))"
    r"|(?:dengan\s+)?(?:kualifikasi|ketentuan|syarat|kriteria)\s+(?:sebagai\s+berikut|berikut)|(?:kualifikasi|syarat|kriteria)nya"
    r"|(?:yang|yg)\s+(?:kami|kita|dicari|kita\s+butuhkan|kami\s+butuhkan)(?:\s+cari|\s+butuhkan)?(?=\s*:)|kamu\s+(?:yang|yg"
    r"|adalah)(?=\s*[:\n])"
    r"|(?:kita|kami)\s+(?:cari|mencari|lagi\s+cari|butuh)\b[^:\n]{0,40}\b(?:yang|yg)(?=\s*:)",
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
_UNKNOWN = re.compile(r"(?m)^[ \t\W]*(?P<words>[^\W\d][^\n:;.,!?]{1,38}?)[ \t*_]*[:：][ \t*_]*$")
"""A short line that ends in a colon."""
MOST_WORDS = 5
DEMANDING = 0.4
"""Share of points that ask something, from which on the block under an unknown heading lists demands."""
_BULLET = re.compile(r"^[\s\W]*(?:\d{1,2}[.)]\s*|[a-h][.)]\s+)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """`span` covers the heading with its colon."""

    kind: BlockKind
    span: Span


def find_headings(text: str) -> tuple[Heading, ...]:
    """All headings of an advert, in order; none overlaps another."""
    known = [
        Heading(_kind(match), Span(match.start(), match.end())) for match in _HEADING.finditer(text) if _is_heading(text, match)
    ]
    return tuple(sorted((*known, *_unknown(text, known)), key=lambda heading: heading.span))


def _unknown(text: str, known: list[Heading]) -> Iterator[Heading]:
    """Lines such as "Kerja :" between lists; what stands under one says whether it asks or tells."""
    first = min((heading.span.start for heading in known), default=len(text))
    lines = [match for match in _UNKNOWN.finditer(text, first) if len(match["words"].split()) <= MOST_WORDS]
    spans = [Span(match.start("words"), match.end()) for match in lines]
    free = [span for span in spans if not any(span.start < h.span.end and h.span.start < span.end for h in known)]
    starts = [*(heading.span.start for heading in known), *(span.start for span in free)]
    for span in free:
        end = min((start for start in starts if start >= span.end), default=len(text))
        points = [_BULLET.sub("", line) for line in text[span.end : end].split("\n") if line.strip()]
        if len(points) >= FEWEST_POINTS:
            asks = sum(is_demand(point) for point in points) >= DEMANDING * len(points)
            yield Heading("qualifications" if asks else "duties", span)


FEWEST_POINTS = 2


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
