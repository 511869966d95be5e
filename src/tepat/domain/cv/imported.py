"""Profiles that come as data: JSON Resume 1.0.0 and LinkedIn's export become the values a form gives, then text with proof."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tepat.domain.cv.compose import EducationValues, ProfileValues, SkillValue, WorkValues, compose
from tepat.domain.cv.details import tell_language
from tepat.domain.cv.document import to_profile
from tepat.domain.cv.levels import level_of
from tepat.domain.cv.profile import WorkType
from tepat.domain.cv.read import CVReading, occupations_of
from tepat.domain.cv.warnings import find_instructions, warn_of_text
from tepat.domain.documents import ExtractedText
from tepat.domain.knowledge import Knowledge
from tepat.domain.language.dates import find_dates
from tepat.domain.language.phones import to_e164

Row = Mapping[str, Any]
_INTERN = re.compile(r"\b(?:magang|intern(?:ship)?|pkl|trainee)\b", re.IGNORECASE)
RESUME_SCHOOL = ("studyType", "area", "institution", "endDate", "score", "startDate")
LINKEDIN_SCHOOL = ("Degree Name", "Notes", "School Name", "End Date", "", "Start Date")
_GRADE = re.compile(r"(?<![\d.,])([0-4][.,]\d{1,2})(?![\d])")


def read_values(values: ProfileValues, *, media_type: str, knowledge: Knowledge, as_of: date) -> CVReading:
    """What was given as data, exactly, with a canonical text that proves each value."""
    known = {skill.id: skill for skill in (_known(skill, knowledge) for skill in reversed(values.skills))}
    text, document = compose(replace(values, skills=tuple(reversed(known.values()))))
    extracted = ExtractedText(text, media_type)
    flags = tuple(warn_of_text(text, find_instructions(text)))
    profile = replace(to_profile(document), language=tell_language(text), flags=flags)
    return CVReading(extracted, profile, occupations_of(text, profile, knowledge=knowledge, as_of=as_of), knowledge.version)


def _known(skill: SkillValue, knowledge: Knowledge) -> SkillValue:
    """By its canonical name, where the whole of what is written is a known skill."""
    mentions = knowledge.skill_index.find(skill.written)
    if len(mentions) == 1 and mentions[0].written.casefold() == skill.written.strip().casefold():
        return SkillValue(mentions[0].skill.id, mentions[0].skill.name, skill.written)
    return skill


def skill_values(names: Iterable[str]) -> tuple[SkillValue, ...]:
    slugs = ((name, re.sub(r"[^a-z0-9+#]+", "-", name.casefold()).strip("-")) for name in names)
    return tuple(SkillValue(f"free:{slug}", name, name) for name, slug in slugs if slug)


def month_of(written: object) -> str | None:
    """2020-03-15, "Mar 2020" and "2020" as "YYYY-MM" or "YYYY"; None for anything else."""
    text = str(written or "").strip()
    if exact := re.match(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?(?:T.*)?$", text):
        return f"{exact[1]}-{exact[2]}" if exact[2] and 1 <= int(exact[2]) <= 12 else exact[1]
    found = find_dates(text)
    return str(found[0][0]) if found else None


def work_value(position: str, employer: str, start: object, end: object, duties: str, *, volunteer: bool = False) -> WorkValues:
    kind: WorkType = "volunteer" if volunteer else "internship" if _INTERN.search(position) else "job"
    return WorkValues(position, employer, month_of(start), month_of(end), duties, kind)


def education_values(
    degree: str, area: str, institution: str, end: object, grade: object, *, as_of: date, start: object = None
) -> Iterator[EducationValues]:
    """One stretch of education; none where no level can be told from degree or school."""
    level = level_of(f"{degree} {area}") or level_of(institution)
    year = month_of(end)
    mark = _GRADE.search(str(grade or ""))
    if level:
        ended = int(year[:4]) if year else None
        value = float(mark[1].replace(",", ".")) if mark and level not in ("SMA", "SMK") else None
        completed = ended is None or ended <= as_of.year
        yield EducationValues(level, area, institution, ended, value, completed, month_of(start))


def from_json_resume(resume: Row, *, as_of: date) -> ProfileValues:
    """JSON Resume 1.0.0; what has another shape than the standard says is left out."""
    basics = _row(resume.get("basics"))
    location = _row(basics.get("location"))
    jobs = [_job(w, "name") for w in _rows(resume, "work")]
    given = [_job(w, "organization", volunteer=True) for w in _rows(resume, "volunteer")]
    return ProfileValues(
        name=_text(basics, "name"),
        email=_text(basics, "email"),
        phone=to_e164(_text(basics, "phone")) or _text(basics, "phone"),
        city=_text(location, "city"),
        region=_text(location, "region"),
        summary=_text(basics, "summary"),
        work=tuple(job for job in (*jobs, *given) if job.position or job.employer),
        education=tuple(_schools(_rows(resume, "education"), RESUME_SCHOOL, as_of)),
        skills=skill_values(_skill_names(resume)),
        certificates=tuple(filter(None, (_text(c, "name") for c in _rows(resume, "certificates")))),
        languages=tuple((_text(x, "language"), _text(x, "language")) for x in _rows(resume, "languages") if _text(x, "language")),
        issuers={_text(c, "name"): _text(c, "issuer") for c in _rows(resume, "certificates")},
        fluencies={_text(x, "language"): _text(x, "fluency") for x in _rows(resume, "languages")},
    )


def _schools(rows: Iterable[Row], keys: tuple[str, ...], as_of: date) -> Iterator[EducationValues]:
    """`keys`: of degree, major, institution, end, grade and start."""
    for row in rows:
        degree, area, institution, end, grade, start = (row.get(key) for key in keys)
        names = [value.strip() if isinstance(value, str) else "" for value in (degree, area, institution)]
        yield from education_values(names[0], names[1], names[2], end, grade, as_of=as_of, start=start)


def _job(work: Row, employer: str, *, volunteer: bool = False) -> WorkValues:
    highlights = work.get("highlights")
    lines = (
        [_text(work, "summary"), *(str(h) for h in highlights if h)] if isinstance(highlights, list) else [_text(work, "summary")]
    )
    return work_value(
        _text(work, "position"),
        _text(work, employer),
        work.get("startDate"),
        work.get("endDate"),
        "\n".join(filter(None, lines)),
        volunteer=volunteer,
    )


def _skill_names(resume: Row) -> Iterator[str]:
    """Names and their keywords: a name with keywords is often only a heading, but it is what was written."""
    for skill in _rows(resume, "skills"):
        yield from filter(None, [_text(skill, "name")])
        keywords = skill.get("keywords")
        yield from (str(word) for word in keywords if word) if isinstance(keywords, list) else ()


def from_linkedin(tables: Mapping[str, list[Row]], *, as_of: date) -> ProfileValues:
    """LinkedIn's data export: rows of its tables by file name without ending ("Profile", "Positions", …)."""
    profile = next(iter(tables.get("Profile", ())), {})
    emails = sorted(tables.get("Email Addresses", ()), key=lambda row: _text(row, "Primary").casefold() != "yes")
    phones = [_text(row, "Number") for row in tables.get("PhoneNumbers", ())]
    place = [part.strip() for part in _text(profile, "Geo Location").split(",")]
    return ProfileValues(
        name=f"{_text(profile, 'First Name')} {_text(profile, 'Last Name')}".strip(),
        email=next((_text(row, "Email Address") for row in emails), ""),
        phone=next((to_e164(p) or p for p in phones if p), ""),
        city=place[0],
        region=place[1] if len(place) > 2 else "",
        summary="\n".join(filter(None, (_text(profile, "Headline"), _text(profile, "Summary")))),
        work=tuple(
            work_value(
                _text(p, "Title"), _text(p, "Company Name"), p.get("Started On"), p.get("Finished On"), _text(p, "Description")
            )
            for p in tables.get("Positions", ())
        ),
        education=tuple(_schools(tables.get("Education", ()), LINKEDIN_SCHOOL, as_of)),
        skills=skill_values(_text(s, "Name") for s in tables.get("Skills", ())),
        certificates=tuple(filter(None, (_text(c, "Name") for c in tables.get("Certifications", ())))),
        languages=tuple((_text(x, "Name"), _text(x, "Name")) for x in tables.get("Languages", ()) if _text(x, "Name")),
        issuers={_text(c, "Name"): _text(c, "Authority") for c in tables.get("Certifications", ())},
        fluencies={_text(x, "Name"): _text(x, "Proficiency") for x in tables.get("Languages", ())},
    )


def _row(value: object) -> Row:
    return value if isinstance(value, dict) else {}


def _rows(resume: Row, key: str) -> Iterator[Row]:
    value = resume.get(key)
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""
