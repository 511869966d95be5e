"""The profile as a professional network prints it for a member ("Save to PDF"), drawn in the form that is known of such files.

US Letter: a dark side bar with contact, address and lists; beside it name 26, headings 15.75, employers and schools 12, positions
11.5, all else 10.5 points. No member's own file is among the sources: sizes and Indonesian headings may differ from one.
`shrink` below 1 levels the sizes: a page that only looks alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from evals.generator.make import TODAY
from evals.generator.story import Job, Month, School, Story
from fpdf import FPDF

from tepat.adapters.generator.wording import MONTHS

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "contact": "Contact", "skills": "Top Skills", "languages": "Languages", "certificates": "Certifications",
        "summary": "Summary", "work": "Experience", "education": "Education", "now": "Present", "page": "Page {} of {}",
        "country": "Indonesia", "years": ("year", "years"), "months": ("month", "months"),
        "fluency": ("Native or Bilingual", "Professional Working", "Limited Working"),
    },
    "id": {
        "contact": "Kontak", "skills": "Keahlian Utama", "languages": "Bahasa", "certificates": "Sertifikasi",
        "summary": "Ringkasan", "work": "Pengalaman", "education": "Pendidikan", "now": "Saat ini", "page": "Halaman {} dari {}",
        "country": "Indonesia", "years": ("tahun", "tahun"), "months": ("bulan", "bulan"),
        "fluency": ("Penutur asli atau bilingual", "Profesional", "Terbatas"),
    },
}  # fmt: skip
DEGREES = {
    "en": {"S1": "Bachelor's degree", "S2": "Master's degree", "S3": "Doctor of Philosophy - PhD", "D3": "Associate's degree",
           "D4": "Bachelor of Applied Science - BASc", "SMA": "High School Diploma", "SMK": "Vocational School Diploma"},
    "id": {"S1": "Sarjana (S1)", "S2": "Magister (S2)", "S3": "Doktor (S3)", "D3": "Diploma III (D3)", "D4": "Diploma IV (D4)",
           "SMA": "SMA", "SMK": "SMK"},
}  # fmt: skip
LEFT, EDGE, MAIN, FOOT = 22.0, 165.0, 223.5, 720.0
"""Points from the left: the side bar's text and its right edge, the main column; and its lowest line."""


@dataclass
class _Pen:
    """Writes both columns; a page of its own is opened where the main column is full."""

    pdf: FPDF
    words: dict[str, Any]
    shrink: float
    y: float = 50.0

    def open_page(self) -> None:
        self.pdf.add_page()
        self.pdf.set_fill_color(41, 62, 73)
        self.pdf.rect(0, 0, 204, 792, style="F")
        self.y = 50.0

    def write(
        self, text: str, size: float, *, gap: float = 0.0, grey: int = 24, left: float = MAIN, width: float = 350.0
    ) -> None:
        """One paragraph, wrapped to its column."""
        size = 10.5 + (size - 10.5) * self.shrink
        self.pdf.set_font("helvetica", size=size)
        self.pdf.set_text_color(grey)
        self.y += gap
        text = text.replace("–", "-")  # The fonts of this drawer lack it.
        for line in self.pdf.multi_cell(width, text=text, dry_run=True, output="LINES", align="L"):
            if left == MAIN and self.y > FOOT:
                self.open_page()
                self.pdf.set_font("helvetica", size=size)
                self.pdf.set_text_color(grey)
            self.pdf.text(left, self.y + size, line)
            self.y += 1.25 * size

    def number(self) -> None:
        """Writes its number at the foot of each page, once all are there."""
        self.pdf.set_text_color(120)
        for number in range(1, self.pdf.pages_count + 1):
            self.pdf.page = number
            self.pdf.set_font("helvetica", size=9)
            self.pdf.text(MAIN + 130, 742, self.words["page"].format(number, self.pdf.pages_count))

    def list(self, heading: str, items: Iterable[str]) -> None:
        for n, item in enumerate(items):
            if n == 0:
                self.write(heading, 13, gap=18, grey=255, left=LEFT, width=EDGE - LEFT)
            self.write(item, 10.5, gap=5, grey=235, left=LEFT, width=EDGE - LEFT)


def print_member(
    story: Story, language: str, *, headline: str = "", summary: str = "", site: str = "linkedin.com/in", shrink: float = 1.0
) -> bytes:
    """The PDF of an invented person; jobs one after another with one employer stand under it, with the length of the stay."""
    words = WORDS[language]
    pdf = FPDF(unit="pt", format="letter")
    pdf.set_auto_page_break(False)
    pdf.c_margin = 0
    pen = _Pen(pdf, words, shrink)
    pen.open_page()
    _aside(pen, story, words, site)
    pen.y = 40.0
    pen.write(story.name, 26)
    pen.write(headline or story.profession.id, 12, gap=3)
    pen.write(f"{story.city[0]}, {story.city[1]}, {words['country']}", 12, gap=2, grey=130)
    if summary:
        pen.write(words["summary"], 15.75, gap=24)
        pen.write(summary, 12, gap=6)
    _work(pen, story, language)
    pen.write(words["education"], 15.75, gap=24)
    for school in story.schools:
        pen.write(school.institution, 12, gap=10)
        pen.write(_degree(school, language), 10.5, gap=1)
    pen.number()
    return bytes(pdf.output())


def _aside(pen: _Pen, story: Story, words: dict[str, Any], site: str) -> None:
    account = "-".join(story.name.casefold().replace(".", "").replace("'", "").split())
    width = EDGE - LEFT
    pen.write(words["contact"], 13, grey=255, left=LEFT, width=width)
    for line in (f"{story.phone} (Mobile)", story.email, f"www.{site}/{account}-", "4b2a71 (LinkedIn)"):
        pen.write(line, 10.5, gap=0 if line.startswith("4b") else 4, grey=235, left=LEFT, width=width)
    pen.list(words["skills"], (written for _, written, _ in story.skills[:3]))
    fluency = words["fluency"]
    pen.list(words["languages"], (f"{name} ({fluency[min(n, 2)]})" for n, (name, _) in enumerate(story.tongues)))
    pen.list(words["certificates"], (name for name, _, _ in story.certificates))


def _work(pen: _Pen, story: Story, language: str) -> None:
    words = WORDS[language]
    if story.jobs:
        pen.write(words["work"], 15.75, gap=24)
    for employer, group in groupby(story.jobs, key=lambda job: job.employer):
        jobs = list(group)
        pen.write(employer, 12, gap=12)
        if len(jobs) > 1:
            pen.write(_length(jobs[-1].start, jobs[0].end, language), 10.5, gap=1)
        for n, job in enumerate(jobs):
            pen.write(job.title, 11.5, gap=8 if n else 2)
            pen.write(_period(job, language), 10.5, gap=1)
            pen.write(f"{job.city}, {words['country']}", 10.5, gap=1, grey=130)
            for m, duty in enumerate(job.duties):
                pen.write(f"- {duty[1 if language == 'en' else 0]}", 10.5, gap=0 if m else 6)


def _month(month: Month, language: str) -> str:
    return f"{MONTHS[language][month % 12]} {month // 12}"


def _period(job: Job, language: str) -> str:
    end = WORDS[language]["now"] if job.end is None else _month(job.end, language)
    return f"{_month(job.start, language)} - {end} ({_length(job.start, job.end, language)})"


def _length(start: Month, end: Month | None, language: str) -> str:
    years, months = divmod((TODAY if end is None else end) - start + 1, 12)
    counts = ((years, "years"), (months, "months"))
    return " ".join(f"{count} {WORDS[language][unit][count > 1]}" for count, unit in counts if count)


def _degree(school: School, language: str) -> str:
    end = WORDS[language]["now"] if school.end is None else school.end
    major = school.major[1 if language == "en" else 0]
    return f"{DEGREES[language][school.level]}, {major} · ({school.start} - {end})"
