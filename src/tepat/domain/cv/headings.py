"""Headings of a CV: which section a line announces, by its words."""

import re
from functools import lru_cache
from typing import Literal

SectionKind = Literal[
    "header", "summary", "work", "internship", "volunteer", "education", "skills", "certificates", "languages", "personal",
    "references", "projects", "other", "wishes",
]  # fmt: skip

# Words that decide what a heading announces; the first kind whose word occurs wins.
_DECIDING: dict[SectionKind, str] = {
    "references": """referensi reference references referee referees rujukan perujuk rekomendasi
        recommendation recommendations""",
    "volunteer": """organisasi organization organizations organisation organisations organizational organisational keorganisasian
        volunteer volunteering volunteerism relawan kerelawanan kepanitiaan sukarela sosial community komunitas leadership
        kepemimpinan ekstrakurikuler extracurricular ekskul activities kegiatan aktivitas pengabdian keanggotaan memberships
        membership affiliations affiliation organisasional""",
    "wishes": """tujuan objective objectives minat interest interests hobi hobby hobbies cita cita-cita harapan goals goal
        motivasi         kesukaan kegemaran kesenangan passion passions pastimes leisure aspirasi aspirations""",
    "internship": """magang internship internships intern pkl prakerin prakerind ojt
        apprenticeship apprenticeships placement placements""",
    "certificates": """sertifikat sertifikasi certificate certificates certification certifications pelatihan training trainings
        kursus course courses lisensi license licenses licence licences bootcamp bootcamps diklat nonformal informal credentials
        kredensial bersertifikat accreditations keprofesian""",
    "projects": "proyek project projects portofolio portfolio publikasi publication publications karya",
    "languages": "bahasa language languages berbahasa linguistic",
    "education": """pendidikan education studies educational academic academics akademik akademis edukasi studi qualification
        qualifications formal sekolah kuliah perkuliahan almamater schooling schools degrees""",
    "skills": """keahlian kemampuan keterampilan ketrampilan skill skills kompetensi competency competencies competence technical
        technologies teknologi expertise proficiency proficiencies abilities ability tools perangkat stack penguasaan hardskill
        hardskills softskill softskills kecakapan strengths kelebihan keunggulan capabilities specialties specialization
        specialisation specialisations kapabilitas kuasai dikuasai menguasai toolbox toolkit toolset know-how talents bakat""",
    "work": """pengalaman experience experiences pekerjaan kerja bekerja employment work working career careers karir karier
        professional profesional jobs job kiprah profesi jabatan positions roles worked""",
    "personal": """pribadi personal kontak contact contacts diri biodata identitas data hubungi details informasi information info
        alamat touch pelamar""",
    "summary": """profil profile ringkasan summary tentang about deskripsi overview statement bio sekilas perkenalan introduction
        sorotan gambaran siapa who""",
    "other": """tambahan other others lain lainnya lain-lain additional lampiran attachment attachments miscellaneous ketersediaan
        availability pernyataan declaration keterangan penghargaan award awards prestasi achievement achievements honors honours
        capaian pencapaian seminar seminars workshop workshops webinar webinars catatan notes preferensi preferences""",
}
ORDER: list[SectionKind] = list(_DECIDING)
_KIND_OF: dict[str, SectionKind] = {}
for _kind, _listed in reversed(_DECIDING.items()):
    _KIND_OF.update(dict.fromkeys(_listed.split(), _kind))
# With one of these a summary is one of engagements, and is read as such.
_PAST = frozenset("pengalaman experience experiences employment pekerjaan kerja riwayat history".split())  # noqa: SIM905 - words
_TOGETHER: tuple[tuple[SectionKind, frozenset[str]], ...] = (
    ("skills", frozenset({"programming"})),
    ("skills", frozenset({"pemrograman"})),
    ("certificates", frozenset({"non", "formal"})),
    ("certificates", frozenset({"non-formal"})),
    ("certificates", frozenset({"professional", "development"})),
    ("internship", frozenset({"job", "training"})),
    ("internship", frozenset({"kerja", "praktik"})),
    ("internship", frozenset({"kerja", "praktek"})),
)
"""Words that decide only beside each other."""
# Words that may stand in a heading beside a deciding one.
_FILLING = frozenset(
    """riwayat history my me saya and dan & of the hard soft teknis non background latar belakang yang dimiliki relevan relevant
    singkat umum utama key core main selected daftar list komputer computer it lapangan industri mahasiswa kampus kepribadian
    highlights / curriculum vitae resume cv asing foreign praktik praktek area areas sebelumnya previous terakhir level
    tingkat software lunak in-house get in personality jejak perjalanan rekam journey path timeline inti bidang tech jenjang hal
    where i have what do can know on how to reach latar track record snapshot terkait pendukung lanjutan wawasan
    spesifik bekal modal top programming pemrograman hasil calon pernah diikuti dijalani ditempuh diraih recent latest detail most
    notable ringkas lengkap pilihan langkah am ilmu mini personal history field held served industrial summary bagian sesuai
    alma mater jalur dunia usaha short professional development pengembangan profesi internasional vocational kejuruan
    serta atau or at with spoken
    attended side extra taken completed obtained pemberi selain certified""".split()  # noqa: SIM905 - a list of words reads best as words
)
_LEAD = re.compile(r"^(?:[IVX]{1,4}|[A-H]|\d{1,2})\s?[.)]\s+|^[^\w(]+")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*|&|/")
_RATED = re.compile(r"[\t★☆●○■□▪%]\s*\S|[★☆●○■□%]$")
"""Signs of a row with cells or marks: "Training ★★★☆☆" is a skill."""
LONGEST = 60
SHORTEST = 4
_SMALL = frozenset({"dan", "and", "my", "di", "of", "non", "bio", "me", "&"})
"""Short words that a heading written without blanks may hold."""
_NO_HEADINGS = frozenset(
    {
        "teknologi informasi",
        "teknologi informasi dan komunikasi",
        "teknologi dan informasi",
        "teknologi pendidikan",
        "jabatan",
        "posisi",
        "pekerjaan",
        "positions",
        "roles",
        "job",
        "sekolah",
        "bagian",
    }
)
"""Fields of study and columns of tables that are made of words of headings."""


@lru_cache(maxsize=2000)
def heading_kind(text: str) -> SectionKind | None:
    """What a line announces if it is a heading: all its words are words of headings, one of them decides."""
    if _RATED.search(text.strip()):
        return None
    text = _bare(text)
    words = _words(text)
    if not 1 <= len(words) <= 7 or any(w not in _KIND_OF and w not in _FILLING for w in words):
        return None
    if (text[:1].islower() and len(words) > 1) or " ".join(words) in _NO_HEADINGS:
        return None
    return _decide(words)


def likely_kind(text: str) -> SectionKind:
    """What a line announces that is known to be a heading by its looks: by whatever word decides, else "other"."""
    return _decide(_words(_bare(text))) or "other"


def _bare(text: str) -> str:
    return _LEAD.sub("", text.strip()).rstrip(" :.-–—_=|")


def _words(text: str) -> list[str]:
    if not text or len(text) > LONGEST:
        return []
    words = [w.casefold() for w in _WORDS.findall(text)]
    if text.isupper() and any(w not in _KIND_OF and w not in _FILLING for w in words):
        return _segment(re.sub(r"\s", "", text.casefold())) or words
    return words


def _segment(letters: str) -> list[str] | None:
    """Words of headings that make up `letters`, as when letters stand apart ("PENGA LAMAN"); None if there are none."""
    if not letters:
        return []
    for end in range(len(letters), 1, -1):
        known = letters[:end] in _KIND_OF or letters[:end] in _FILLING
        if known and (end >= SHORTEST or letters[:end] in _SMALL):
            rest = _segment(letters[end:])
            if rest is not None:
                return [letters[:end], *rest]
    return None


def _decide(words: list[str]) -> SectionKind | None:
    """The kind that wins where the words of a heading name several; None where none decides."""
    kinds, known = [_KIND_OF[w] for w in words if w in _KIND_OF], set(words)
    if not kinds:
        return None
    for kind, together in _TOGETHER:
        if together <= known:
            return kind
    if "summary" in kinds and set(kinds) <= {"summary", "work", "personal"} and not _PAST & known:
        return "summary"
    return min(kinds, key=ORDER.index)
