"""A simple, honest reader to compare with: plain text, a list of headings, regular expressions; a good afternoon's work."""

import re
from pathlib import Path
from typing import Any

from evals.cv.readers import text_of

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?:\(?\+?62\)?|\(?0)[\s.-]*\(?8\d[\d\s().-]{6,14}\d")
GRADE = re.compile(r"(?:IPK|GPA|Indeks Prestasi)\D{0,14}([0-4][.,]\d{1,2})", re.IGNORECASE)
MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "mei",
    "may",
    "jun",
    "jul",
    "agu",
    "aug",
    "ags",
    "agt",
    "sep",
    "okt",
    "oct",
    "nov",
    "des",
    "dec",
]
NUMBERS = (1, 2, 3, 4, 5, 5, 6, 7, 8, 8, 8, 8, 9, 10, 10, 11, 12, 12)
MOMENT = r"(?:(?:\d{1,2}\s+)?[A-Za-z]{3,9}\.?\s+\d{4}|\d{1,2}[/.-]\d{4}|\d{4})"
NOW = r"(?:sekarang|present|saat ini|now|current|kini)"
PERIOD = re.compile(rf"({MOMENT})\s*(?:-|–|—|s/d|s\.d\.?|sampai|hingga|to|until)\s*({MOMENT}|{NOW})", re.IGNORECASE)
LEVELS = (
    ("S3", r"\bS-?3\b|Doktor"),
    ("S2", r"\bS-?2\b|Magister|Master"),
    ("S1", r"\bS-?1\b|Sarjana|Bachelor|Strata"),
    ("D4", r"\bD-?(?:4|IV)\b|Diploma (?:4|IV)"),
    ("D3", r"\bD-?(?:3|III)\b|Diploma"),
    ("SMK", r"\bSMKN?\b|STM"),
    ("SMA", r"\bSMAN?\b|High School|\bMAN?\b"),
)
HEADINGS = {
    "work": r"pengalaman|riwayat (?:pe)?kerja|experience|employment|career|work history",
    "education": r"pendidikan|education|academic|akademik",
    "skills": r"keahlian|kemampuan|keterampilan|skills?|kompetensi|competenc",
    "certifications": r"sertifi|certific|pelatihan|kursus|courses",
    "languages": r"(?:kemampuan |penguasaan )?bahasa|languages?",
    "other": r"organisasi|organi[sz]ations?|referensi|references|hobi|hobbies|tentang|profil|summary|about|kontak|contact"
    r"|data (?:diri|pribadi)|informasi|additional|proyek|projects",
}
SPLITS = re.compile(r"[,;|•▪●·\n]|\s-\s")
TITLE = re.compile(
    r"staf|staff|admin|engineer|developer|support|analyst|analis|teknisi|technician|programmer|manager|consultant|konsultan"
    r"|guru|teacher|helpdesk|operator|officer|specialist|driver|designer|nurse|perawat",
    re.IGNORECASE,
)
EMPLOYER = re.compile(r"\b(?:PT|CV|UD|Tbk)\b\.?|Bank|Universitas|Yayasan|Koperasi|Klinik|RSUD|Toko|Hotel|Dinas", re.IGNORECASE)
CITIES = (
    "Jakarta Selatan",
    "Jakarta Barat",
    "Jakarta Timur",
    "Jakarta Pusat",
    "Jakarta Utara",
    "Tangerang Selatan",
    "Bandung",
    "Bekasi",
    "Bogor",
    "Depok",
    "Tangerang",
    "Semarang",
    "Yogyakarta",
    "Surabaya",
    "Malang",
    "Denpasar",
    "Medan",
    "Palembang",
    "Makassar",
    "Batam",
    "Pekanbaru",
    "Balikpapan",
    "Samarinda",
    "Manado",
    "Padang",
    "Cirebon",
    "Surakarta",
    "Banjarmasin",
    "Pontianak",
)
TONGUES = {
    "indonesia": "Indonesian",
    "inggris": "English",
    "english": "English",
    "mandarin": "Mandarin",
    "jepang": "Japanese",
    "japanese": "Japanese",
    "jawa": "Javanese",
    "javanese": "Javanese",
    "sunda": "Sundanese",
    "sundanese": "Sundanese",
    "arab": "Arabic",
    "arabic": "Arabic",
    "korea": "Korean",
}


def read_with_expressions(file: Path) -> dict[str, Any]:
    """A prediction without evidence."""
    text = text_of(file)
    parts = split_sections(text)
    work = read_work(parts.get("work", ""))
    level, year = read_education(parts.get("education") or text)
    grade = GRADE.search(text)
    email, phone = EMAIL.search(text), PHONE.search(text)
    return {
        "file": file.name,
        "name": read_name(text),
        "email": email.group() if email else None,
        "phone": e164(phone.group()) if phone else None,
        "city": next((c for c in CITIES if re.search(rf"\b{c}\b", text)), None),
        "education_level": level,
        "major": read_major(parts.get("education") or ""),
        "graduation_year": year,
        "ipk": float(grade.group(1).replace(",", ".")) if grade else None,
        "experience_months": len({m for job in work for m in months(job)}),
        "experience": work,
        "skills": pieces(parts.get("skills", "")),
        "certifications": [re.sub(r"\W*\d{4}\W*", "", line).strip() for line in lines(parts.get("certifications", ""))],
        "languages": sorted(
            {english for word, english in TONGUES.items() if re.search(rf"\b{word}\b", parts.get("languages", ""), re.IGNORECASE)}
        ),
    }


def lines(text: str) -> list[str]:
    return [line.strip(" \t•▪●–-*") for line in text.splitlines() if line.strip(" \t•▪●–-*")]


def split_sections(text: str) -> dict[str, str]:
    """Text by the heading it stands under."""
    found: dict[str, str] = {}
    current = "top"
    for line in text.splitlines():
        key = next(
            (k for k, form in HEADINGS.items() if len(line.split()) <= 5 and re.match(rf"\W*(?:{form})", line, re.IGNORECASE)),
            None,
        )
        current = key or current
        if key is None:
            found[current] = found.get(current, "") + line + "\n"
    return found


def read_name(text: str) -> str | None:
    for line in lines(text)[:12]:
        words = line.split(",")[0].split()
        if (
            1 <= len(words) <= 5
            and not re.search(r"\d|@|:|curriculum|riwayat|resume|vitae", line, re.IGNORECASE)
            and not TITLE.search(line)
        ):
            return " ".join(words).title()
    return None


def read_education(text: str) -> tuple[str | None, int | None]:
    level = next((name for name, form in LEVELS if re.search(form, text)), None)
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", text)]
    return level, max((y for y in years if y <= 2026), default=None)


def read_major(text: str) -> str | None:
    found = re.search(
        r"(?:Jurusan|Sarjana|S1|D3|Diploma III|Bachelor of|Bachelor Degree in|Master of|Program Studi)\W+([A-Z][\w ]+)", text
    )
    return found.group(1).strip() if found else None


def read_work(text: str) -> list[dict[str, Any]]:
    """One job per period; the lines around it tell title and employer."""
    rows = lines(text)
    jobs = []
    for n, line in enumerate(rows):
        period = PERIOD.search(line)
        if not period:
            continue
        near = [line.replace(period.group(), ""), *rows[max(0, n - 2) : n], *rows[n + 1 : n + 2]]
        jobs.append(
            {
                "employer": next((x.split(",")[0].strip(" ()–-") for x in near if EMPLOYER.search(x)), None),
                "title": next(
                    (re.split(r"[,:–]", x)[-1].strip(" ()-") for x in near if TITLE.search(x) and len(x.split()) < 9), None
                ),
                "start": moment(period.group(1)),
                "end": moment(period.group(2)) or "present",
            }
        )
    return jobs


def moment(text: str) -> str | None:
    year = re.search(r"\d{4}", text)
    if not year:
        return None
    word = re.search(r"[A-Za-z]{3}", text)
    month = NUMBERS[MONTHS.index(word.group().lower())] if word and word.group().lower() in MONTHS else None
    digits = re.match(r"(\d{1,2})[/.-]", text)
    month = month or (int(digits.group(1)) if digits else None)
    return f"{year.group()}-{month:02d}" if month else year.group()


def months(job: dict[str, Any]) -> range:
    def count(value: str, last: int) -> int:
        year, _, month = value.partition("-")
        return int(year) * 12 + (int(month) if month else last) - 1

    end = "2026-11" if job["end"] == "present" else job["end"]
    return range(count(job["start"] or end, 1), count(end, 12) + 1)


def pieces(text: str) -> list[str]:
    return [p.strip() for p in SPLITS.split(text) if 1 < len(p.strip()) < 40]


def e164(text: str) -> str:
    digits = re.sub(r"\D", "", text).removeprefix("62")
    return f"+62{digits.removeprefix('0')}"
