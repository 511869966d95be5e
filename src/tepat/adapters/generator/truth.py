"""What a reader should find in a generated CV: one row per file, in the form of the development set's truth.

Conventions: months are inclusive, overlaps counted once; where only years are written, any value inside
`experience_months_range` (± 2) is right; education is the highest completed level; wishes, referees and organisations
are traps, never facts.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from tepat.adapters.generator.careers import Job
from tepat.adapters.generator.content import load_content
from tepat.adapters.generator.persons import Person
from tepat.adapters.generator.sheets import Sheet
from tepat.adapters.generator.wording import YEAR_ONLY, Wording
from tepat.domain.cv.profile import LEVEL_RANK

Truth = dict[str, Any]


def tell_truth(person: Person, wording: Wording, sheet: Sheet, *, as_of: date) -> Truth:
    """The row without the fields of the file (id, file, format, layout …)."""
    coarse = wording.dates in YEAR_ONLY
    school = max((s for s in person.schools if s.completed), key=lambda s: LEVEL_RANK[s.level])
    jobs = [job for job in person.jobs if job.type == "job"]
    months = len(cover(jobs, as_of))
    return {
        "lang": person.language,
        "profession": person.career.id,
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "city": person.city,
        "education_level": school.level,
        "major": school.major[1 if wording.sentences == "en" else 0],
        "major_alt": list(school.major),
        "institution": school.institution,
        "graduation_year": school.end,
        "ipk": school.ipk,
        "experience_months": months,
        "experience_months_range": list(span_of_years(jobs, as_of)) if coarse else [months, months],
        "experience_months_incl_intern": len(cover(person.jobs, as_of)),
        "experience": [tell_job(job, coarse=coarse) for job in person.jobs],
        "skills": [skill.name for skill in person.skills],
        "skills_surface": [skill.written for skill in person.skills],
        "skills_mentioned": mention_skills(person, sheet),
        "certifications": [name for name, _ in person.certificates],
        "languages": [tongue.name for tongue in person.tongues],
        "expected_salary": person.salary,
        "availability": person.availability or None,
        "as_of": f"{as_of:%Y-%m}",
    }


def tell_job(job: Job, *, coarse: bool) -> dict[str, str]:
    start = str(job.start.year if coarse else job.start)
    end = "present" if job.end is None else str(job.end.year if coarse else job.end)
    return {"employer": job.employer, "title": job.title, "start": start, "end": end, "type": job.type}


def mention_skills(person: Person, sheet: Sheet) -> list[str]:
    """Skills that sentences show though the list does not name them, of any career: a reader may find them or not."""
    listed = {skill.name for skill in person.skills}
    text = " ".join(sentences(sheet)).casefold()
    return [name for name, phrases in load_phrases().items() if name not in listed and any(stands(p, text) for p in phrases)]


@cache
def load_phrases() -> dict[str, frozenset[str]]:
    """What shows a skill in a sentence: the phrases of `mentions.toml` and every written form of the careers' skills."""
    content = load_content()
    phrases = {name: frozenset(forms) for name, forms in content.mentions.items()}
    for career in content.careers.values():
        for name, *forms in career.skills:
            phrases[name] = phrases.get(name, frozenset()) | {form.casefold() for form in forms}
    return phrases


def stands(phrase: str, text: str) -> bool:
    """Whether `phrase` begins a word of `text`; up to four letters it must be the whole word."""
    end = r"(?!\w)" if len(phrase) <= 4 else ""
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}{end}", text) is not None


def sentences(sheet: Sheet) -> Iterator[str]:
    """Everything the CV says but names, contact data and the titles of its sections."""
    yield sheet.headline
    for section in sheet.sections:
        yield from (tag for tag, _ in section.tags)
        yield from section.lines if section.key != "referees" else ()
        for entry in section.entries:
            yield from (entry.title, entry.place, *entry.bullets)


def cover(jobs: Iterable[Job], as_of: date) -> set[int]:
    """The months (year × 12 + month − 1) the jobs cover."""
    covered: set[int] = set()
    for job in jobs:
        end = job.end.year * 12 + (job.end.month or 12) - 1 if job.end else as_of.year * 12 + as_of.month - 1
        covered.update(range(job.start.year * 12 + (job.start.month or 1) - 1, end + 1))
    return covered


def span_of_years(jobs: Iterable[Job], as_of: date) -> tuple[int, int]:
    """Fewest and most months that the written years allow."""
    fewest: set[int] = set()
    most: set[int] = set()
    now = as_of.year * 12 + as_of.month - 1
    for job in jobs:
        start = job.start.year * 12
        fewest.update(range(start + 11, (job.end.year * 12 if job.end else now) + 1))
        most.update(range(start, (job.end.year * 12 + 11 if job.end else now) + 1))
    return len(fewest), len(most)
