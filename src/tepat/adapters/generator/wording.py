"""Headings and phrasings as people write them: Indonesian, English, and both at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from tepat.domain.cv.profile import PartialDate

Language = Literal["id", "en"]
DateStyle = Literal["short", "long", "slashes", "dashes", "days", "apostrophe", "years", "since", "since_year"]
YEAR_ONLY: tuple[DateStyle, ...] = ("years", "apostrophe", "since_year")

HEADINGS: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "id": {
        "summary": ("Tentang Saya", "Profil", "Ringkasan", "Profil Singkat", "Deskripsi Diri"),
        "work": ("Pengalaman Kerja", "Riwayat Pekerjaan", "Pengalaman", "Riwayat Kerja"),
        "internships": ("Pengalaman Magang", "Praktik Kerja Lapangan (PKL)", "Magang"),
        "education": ("Pendidikan", "Riwayat Pendidikan", "Pendidikan Formal", "Latar Belakang Pendidikan"),
        "skills": ("Keahlian", "Kemampuan", "Keterampilan", "Skill", "Kemampuan Teknis"),
        "certificates": ("Sertifikat", "Sertifikasi", "Pelatihan & Sertifikasi", "Pendidikan Nonformal"),
        "languages": ("Bahasa", "Kemampuan Bahasa", "Penguasaan Bahasa"),
        "organisations": ("Organisasi", "Pengalaman Organisasi"),
        "referees": ("Referensi",),
        "extras": ("Informasi Tambahan", "Lain-lain", "Keterangan Lain"),
        "contact": ("Kontak", "Hubungi Saya"),
        "identity": ("Data Pribadi", "Data Diri", "Identitas"),
    },
    "en": {
        "summary": ("Summary", "About Me", "Profile", "Professional Summary"),
        "work": ("Work Experience", "Professional Experience", "Employment History", "Experience"),
        "internships": ("Internships", "Internship Experience"),
        "education": ("Education", "Academic Background", "Educational Background"),
        "skills": ("Skills", "Technical Skills", "Core Competencies", "Expertise"),
        "certificates": ("Certifications", "Certificates", "Training & Certifications"),
        "languages": ("Languages", "Language Skills"),
        "organisations": ("Activities", "Organisations"),
        "referees": ("References",),
        "extras": ("Additional Information", "Other"),
        "contact": ("Contact", "Get in Touch"),
        "identity": ("Personal Data", "Personal Details"),
    },
}
LABELS: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "id": {
        "name": ("Nama", "Nama Lengkap"),
        "phone": ("No. HP", "HP/WA", "Telepon", "No. Telp"),
        "email": ("E-mail", "Email", "Surel"),
        "city": ("Domisili", "Alamat", "Alamat sekarang"),
        "born": ("Tempat, Tanggal Lahir", "TTL", "Tempat/Tgl. Lahir"),
        "sex": ("Jenis Kelamin",),
        "status": ("Status", "Status Perkawinan"),
        "height": ("Tinggi Badan",),
        "salary": ("Gaji yang diharapkan", "Ekspektasi gaji", "Harapan gaji"),
        "availability": ("Dapat bergabung", "Ketersediaan", "Siap bekerja"),
        "position": ("Jabatan", "Posisi", "Sebagai"),
        "wish": ("Minat", "Target"),
    },
    "en": {
        "name": ("Name", "Full Name"),
        "phone": ("Phone", "Mobile", "WhatsApp"),
        "email": ("Email", "E-mail"),
        "city": ("Location", "Address", "Based in"),
        "born": ("Place, Date of Birth", "Born"),
        "sex": ("Sex", "Gender"),
        "status": ("Marital Status",),
        "height": ("Height",),
        "salary": ("Expected salary", "Salary expectation"),
        "availability": ("Availability", "Notice period"),
        "position": ("Position", "Role", "Job title"),
        "wish": ("Interests", "Goals"),
    },
}
MONTHS: Mapping[Language, tuple[str, ...]] = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
SHORT: Mapping[Language, tuple[str, ...]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
NOW: Mapping[Language, tuple[str, ...]] = {
    "id": ("sekarang", "Sekarang", "saat ini", "kini"),
    "en": ("Present", "present", "Now", "Current"),
}
JOINERS: Mapping[Language, tuple[str, ...]] = {
    "id": (" – ", " - ", "–", " s/d ", " s.d. ", " sampai ", " hingga "),
    "en": (" – ", " - ", "–", " to ", " — "),
}
LEVEL_NAMES: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "id": {
        "SMA": ("SMA",),
        "SMK": ("SMK",),
        "D3": ("D3", "D-III", "Diploma III"),
        "D4": ("D4", "D-IV", "Sarjana Terapan"),
        "S1": ("S1", "S-1", "Sarjana"),
        "S2": ("S2", "Magister"),
    },
    "en": {
        "SMA": ("Senior High School",),
        "SMK": ("Vocational High School",),
        "D3": ("Diploma (D3)", "Associate Degree (D3)"),
        "D4": ("Applied Bachelor (D4)",),
        "S1": ("Bachelor's Degree", "Bachelor of", "S1"),
        "S2": ("Master's Degree", "Master of"),
    },
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The choices of one CV: the language of its headings and of its sentences, how it writes dates, and what it labels."""

    headings: Language
    sentences: Language
    dates: DateStyle
    now: str
    joiner: str
    durations: bool
    brackets: bool
    schools_in_line: bool
    heading_words: Mapping[str, str]
    label_words: Mapping[str, str]
    level_words: Mapping[str, str]

    def say_period(self, start: PartialDate, end: PartialDate | None) -> str:
        """How this CV writes a period; `end` None = still running."""
        if end is None and self.dates in ("since", "since_year"):
            return f"{'sejak' if self.sentences == 'id' else 'since'} {self.say_date(start)}"
        return f"{self.say_date(start)}{self.joiner}{self.say_date(end) if end else self.now}"

    def say_date(self, moment: PartialDate) -> str:
        month = moment.month or 1
        words, short, year = MONTHS[self.sentences][month - 1], SHORT[self.sentences][month - 1], moment.year
        forms = {
            "short": f"{short} {year}",
            "since": f"{short} {year}",
            "long": f"{words} {year}",
            "slashes": f"{month:02d}/{year}",
            "dashes": f"{month:02d}-{year}",
            "days": f"{1 if month % 2 else 2} {words} {year}",
            "apostrophe": f"'{year % 100:02d}",
            "years": str(year),
            "since_year": str(year),
        }
        return forms[self.dates]

    def say_duration(self, months: int) -> str:
        years, rest = divmod(months, 12)
        words = ("tahun", "bulan") if self.sentences == "id" else ("yr", "mo")
        parts = [f"{years} {words[0]}" if years else "", f"{rest} {words[1]}" if rest else ""]
        return " ".join(part for part in parts if part)


def choose_wording(random: Random, language: Literal["id", "en", "mixed"]) -> Wording:
    """How one CV speaks; a mixed one has English headings over Indonesian sentences, or some headings of each."""
    sentences: Language = "en" if language == "en" else "id"
    headings: Language = "id" if language == "id" else "en"
    words = {key: random.choice(forms) for key, forms in HEADINGS[headings].items()}
    if language == "mixed":
        words |= {key: random.choice(HEADINGS["id"][key]) for key in ("languages", "extras", "contact") if random.random() < 0.5}
    if random.random() < 0.35:
        words = {key: word.upper() for key, word in words.items()}
    labels = {key: random.choice(forms) for key, forms in LABELS[sentences].items()}
    styles: tuple[DateStyle, ...] = ("short", "long", "slashes", "dashes", "days", "apostrophe", "years", "since", "since_year")
    return Wording(
        headings=headings,
        sentences=sentences,
        dates=random.choices(styles, weights=(30, 22, 12, 4, 4, 4, 10, 10, 4))[0],
        now=random.choice(NOW[sentences]),
        joiner=random.choice(JOINERS[sentences]),
        durations=random.random() < 0.15,
        brackets=random.random() < 0.12,
        schools_in_line=random.random() < 0.15,
        heading_words=words,
        label_words=labels,
        level_words={level: random.choice(forms) for level, forms in LEVEL_NAMES[sentences].items()},
    )
