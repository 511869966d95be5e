"""What a reader should find in one CV: a row in the form of the development set's truth.

Conventions: months are inclusive, overlaps counted once; year-only ranges allow any value inside `experience_months_range`;
internships may be counted or not; education is the highest completed level; wishes, negations, referees, organisations and
school averages are traps.
"""

import re
from collections.abc import Iterable
from typing import Any

from evals.generator.pools import all_forms
from evals.generator.sheet import Sheet
from evals.generator.story import Job, Month, Story


def tell_truth(story: Story, sheet: Sheet, *, today: Month) -> dict[str, Any]:
    """The row without the fields of the file."""
    top = story.top()
    jobs = [job for job in story.jobs if job.type == "job"]
    months = len(cover(jobs, today))
    coarse = sheet.dates.coarse
    return {
        "lang": story.language,
        "profession": story.profession.id,
        "name": story.name,
        "email": story.email,
        "phone": story.phone,
        "city": story.city[0],
        "education_level": top.level,
        "major": top.major[1 if sheet.language == "en" else 0],
        "major_alt": list(top.major),
        "institution": top.institution,
        "graduation_year": top.end,
        "ipk": top.ipk,
        "experience_months": months,
        "experience_months_range": list(range_of_years(jobs, today)) if coarse else [months, months],
        "experience_months_incl_intern": len(cover(story.jobs, today)),
        "experience": [tell_job(job, coarse=coarse) for job in story.jobs],
        "skills": [name for name, _, _ in story.skills],
        "skills_surface": [written for _, written, _ in story.skills],
        "skills_mentioned": sorted(mentioned(story, sheet)),
        "certifications": [name for name, _, _ in story.certificates] if sheet.of("certificates") else [],
        "seminars": [line for section in sheet.of("seminars") for line in section.lines],
        "languages": [english for english, _ in story.tongues] if sheet.of("languages") else [],
        "expected_salary": story.salary,
        "availability": story.available or None,
        "as_of": f"{today // 12}-{today % 12 + 1:02d}",
    }


def tell_job(job: Job, *, coarse: bool) -> dict[str, str]:
    def said(month: Month) -> str:
        return str(month // 12) if coarse else f"{month // 12}-{month % 12 + 1:02d}"

    end = "present" if job.end is None else said(job.end)
    return {"employer": job.employer, "title": job.title, "start": said(job.start), "end": end, "type": job.type}


def cover(jobs: Iterable[Job], today: Month) -> set[Month]:
    return {month for job in jobs for month in range(job.start, (today if job.end is None else job.end) + 1)}


def range_of_years(jobs: Iterable[Job], today: Month) -> tuple[int, int]:
    """Fewest and most months that the written years allow."""
    fewest: set[Month] = set()
    most: set[Month] = set()
    for job in jobs:
        first, last = job.start // 12 * 12, None if job.end is None else job.end // 12 * 12
        fewest.update(range(first + 11, (today if last is None else last) + 1))
        most.update(range(first, (today if last is None else last + 11) + 1))
    return len(fewest), len(most)


def mentioned(story: Story, sheet: Sheet) -> set[str]:
    """Skills that sentences, titles or certificates show though no list names them: a reader may find them or not."""
    listed = {name for name, _, _ in story.skills}
    shown = {skill for job in story.jobs for duty in job.duties for skill in duty[2]}
    text = " ".join(words(sheet)).casefold()
    told = {name for name, forms in all_forms().items() if any(stands(form.casefold(), text) for form in forms)}
    return (shown | (told - {story.wish, story.negation})) - listed


def words(sheet: Sheet) -> Iterable[str]:
    """What the CV says outside names, contact and headings."""
    yield sheet.headline
    for section in sheet.sections:
        if section.key not in ("referees", "skills"):
            yield from section.lines
        for entry in section.entries:
            yield from (entry.head, entry.sub, *entry.bullets)


def stands(phrase: str, text: str) -> bool:
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None
