"""A reading of an advert as a document, and schema.org JobPosting in both directions.

Field names and values follow schema.org/JobPosting as search engines read it: levels of education map to `credentialCategory`,
contracts to
`employmentType`, pay to `MonetaryAmount`.
"""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from tepat.domain.documents import Span
from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.posting import Check, Clarity, PostingReading, Requirement, SalaryRange

EMPLOYMENT = {
    "permanent": "FULL_TIME",
    "fixed_term": "FULL_TIME",
    "internship": "INTERN",
    "freelance": "CONTRACTOR",
    "daily": "PER_DIEM",
}
CREDENTIAL = {
    "SMA": "high school",
    "SMK": "high school",
    "D1": "associate degree",
    "D2": "associate degree",
    "D3": "associate degree",
    "D4": "bachelor degree",
    "S1": "bachelor degree",
    "S2": "postgraduate degree",
    "S3": "postgraduate degree",
}
UNITS = {"hour": "HOUR", "day": "DAY", "month": "MONTH", "year": "YEAR"}
_UNIT_WORDS = {"HOUR": "per jam", "DAY": "per hari", "WEEK": "per minggu", "MONTH": "per bulan", "YEAR": "per tahun"}


def to_document(reading: PostingReading, *, text: str) -> dict[str, Any]:
    """The reading as plain lists and mappings: codes and params, no sentences."""
    return {
        "posting": to_job_posting(reading, text=text),
        "requirements": [requirement_document(r) for r in reading.requirements],
        "occupations": {
            "title": [_occupation(o, evidence=False) for o in reading.occupations_title],
            "duties": [_occupation(o, evidence=True) for o in reading.occupations_duties],
        },
        "clarity": _clarity(reading.clarity),
        "checks": [_check(c) for c in reading.checks],
    }


def requirement_document(requirement: Requirement) -> dict[str, Any]:
    """A requirement; `value`, `months` and `level` stand only where they say something."""
    document: dict[str, Any] = {
        "id": requirement.id,
        "kind": requirement.kind,
        "importance": requirement.importance,
        "label": requirement.label,
    }
    for key in ("value", "months", "level"):
        if (value := getattr(requirement, key)) is not None:
            document[key] = value
    return {**document, "evidence": _spans(requirement.spans)}


def _occupation(score: OccupationScore, *, evidence: bool) -> dict[str, Any]:
    document: dict[str, Any] = {"id": score.id, "score": round(score.score, 4)}
    if score.narrower:
        document["narrower"] = score.narrower
    if evidence:
        document["evidence"] = _spans(score.spans)
    return document


def _clarity(clarity: Clarity) -> dict[str, Any]:
    document: dict[str, Any] = {"verdict": clarity.verdict, "params": dict(clarity.params), "evidence": _spans(clarity.spans)}
    if clarity.suggested_occupation:
        document["suggested_occupation"] = clarity.suggested_occupation
    return document


def _check(check: Check) -> dict[str, Any]:
    return {"code": check.code, "severity": check.severity, "params": dict(check.params), "evidence": _spans(check.spans)}


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": s.start, "end": s.end} for s in spans]


def to_job_posting(reading: PostingReading, *, text: str) -> dict[str, Any]:
    """schema.org JobPosting of what the text itself says; nothing is guessed, a salary that is not shown is not marked up."""
    posting: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": reading.title,
        "description": to_html(text),
    }
    if reading.employer:
        posting["hiringOrganization"] = {"@type": "Organization", "name": reading.employer}
    if reading.city or reading.region:
        address = {
            "@type": "PostalAddress",
            "addressLocality": reading.city,
            "addressRegion": reading.region,
            "addressCountry": "ID",
        }
        posting["jobLocation"] = {"@type": "Place", "address": {k: v for k, v in address.items() if v}}
    if reading.work_mode == "remote":
        posting["jobLocationType"] = "TELECOMMUTE"
        posting["applicantLocationRequirements"] = {"@type": "Country", "name": "Indonesia"}
    if reading.contract:
        posting["employmentType"] = EMPLOYMENT[reading.contract]
    if reading.salary:
        posting["baseSalary"] = _money(reading.salary)
    if reading.closes_on:
        posting["validThrough"] = reading.closes_on.isoformat()
    return {**posting, **_asked(reading.requirements)}


def _money(salary: SalaryRange) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": UNITS[salary.period]}
    if salary.min_idr is not None and salary.min_idr == salary.max_idr:
        value["value"] = salary.min_idr
    else:
        value |= {k: v for k, v in (("minValue", salary.min_idr), ("maxValue", salary.max_idr)) if v is not None}
    return {"@type": "MonetaryAmount", "currency": "IDR", "value": value}


def _asked(requirements: Iterable[Requirement]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    listed = list(requirements)
    education = next((r for r in listed if r.kind == "education" and r.value and r.importance == "must"), None)
    if education and education.value:
        asked["educationRequirements"] = {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": CREDENTIAL[education.value],
        }
    months = next((r.months for r in listed if r.kind == "experience" and r.months is not None), None)
    if months == 0:
        asked["experienceRequirements"] = "no requirements"
    elif months:
        asked["experienceRequirements"] = {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
    skills = [r.label for r in listed if r.kind == "skill"]
    if skills:
        asked["skills"] = ", ".join(skills)
    return asked


def to_html(text: str) -> str:
    """The advert as paragraphs and line breaks, escaped."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    paragraphs = [p.strip() for p in re.split(r"\n\s*\n", escaped) if p.strip()]
    return "".join(f"<p>{p.replace(chr(10), '<br>')}</p>" for p in paragraphs)


def find_job_posting(value: object) -> Mapping[str, Any] | None:
    """The first JobPosting in a JSON-LD value; None where there is none."""
    if isinstance(value, list):
        return next((found for item in value if (found := find_job_posting(item)) is not None), None)
    if not isinstance(value, dict):
        return None
    kinds = value.get("@type", value.get("type"))
    if kinds == "JobPosting" or (isinstance(kinds, list) and "JobPosting" in kinds):
        return value
    if "@graph" in value:
        return find_job_posting(value["@graph"])
    return value if kinds is None and isinstance(value.get("title"), str) and isinstance(value.get("description"), str) else None


def job_posting_text(posting: Mapping[str, Any]) -> str:
    """A schema.org JobPosting as an advert: head line by line, then what it says, to be read like any other."""
    head = [
        _words(posting.get("title")),
        _words(_name(posting.get("hiringOrganization"))),
        _place(posting),
        _pay(posting.get("baseSalary")),
        *_terms(posting),
    ]
    body = [_plain(_words(posting.get("description")))]
    for key, heading in (
        ("responsibilities", "Responsibilities"),
        ("qualifications", "Qualifications"),
        ("skills", "Skills"),
        ("jobBenefits", "Benefits"),
    ):
        said = _plain(_words(posting.get(key)))
        if said:
            body.append(f"{heading}:\n{said}")
    body.extend(_credentials(posting))
    return "\n".join(part for part in head if part) + "\n\n" + "\n\n".join(part for part in body if part) + "\n"


_CONTRACT_WORDS = {"INTERN": "Magang", "CONTRACTOR": "Freelance", "PER_DIEM": "Harian lepas", "TEMPORARY": "Karyawan kontrak"}
_DATE = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")


def _terms(posting: Mapping[str, Any]) -> list[str]:
    """Contract, work from home and last day, in words that the reader knows."""
    kinds = _words(posting.get("employmentType")).upper()
    lines = [words for kind, words in _CONTRACT_WORDS.items() if kind in kinds]
    if _words(posting.get("jobLocationType")).upper() == "TELECOMMUTE":
        lines.append("Work from home")
    day = _DATE.match(_words(posting.get("validThrough")))
    return [*lines, *([f"Batas lamaran: {day[3]}-{day[2]}-{day[1]}"] if day else [])]


def _credentials(posting: Mapping[str, Any]) -> list[str]:
    lines = []
    education = posting.get("educationRequirements")
    category = _words(education.get("credentialCategory")) if isinstance(education, Mapping) else _words(education)
    if category and category.casefold() != "no requirements":
        lines.append(f"Education: {category}")
    experience = posting.get("experienceRequirements")
    months = experience.get("monthsOfExperience") if isinstance(experience, Mapping) else None
    if isinstance(months, (int, float)) or (isinstance(months, str) and months.isdigit()):
        lines.append(f"Experience: at least {int(months)} months of experience")
    elif isinstance(experience, str) and experience.strip():
        lines.append(
            "Fresh graduates welcome" if experience.casefold().startswith("no ") else f"Experience: {experience.strip()}"
        )
    return ["Requirements:\n" + "\n".join(lines)] if lines else []


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(part for part in (_words(v) for v in value) if part)
    return str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _name(value: object) -> object:
    return value.get("name") if isinstance(value, Mapping) else value


def _place(posting: Mapping[str, Any]) -> str:
    places = posting.get("jobLocation")
    first = places[0] if isinstance(places, list) and places else places
    address = first.get("address", first) if isinstance(first, Mapping) else first
    if not isinstance(address, Mapping):
        return _words(address)
    parts = [_words(address.get(key)) for key in ("addressLocality", "addressRegion")]
    return ", ".join(part for part in parts if part)


def _pay(value: object) -> str:
    if not isinstance(value, Mapping):
        return ""
    amount = value.get("value")
    numbers = amount if isinstance(amount, Mapping) else {"value": amount}
    figures = (
        [_figure(numbers.get(key)) for key in ("minValue", "maxValue")]
        if "minValue" in numbers or "maxValue" in numbers
        else [_figure(numbers.get("value"))]
    )
    shown = " – ".join(f"Rp {f:,}".replace(",", ".") for f in figures if f)
    return (
        f"{shown} {_UNIT_WORDS.get(_words(numbers.get('unitText')).upper(), 'per bulan')}"
        if shown and _words(value.get("currency")) in {"IDR", ""}
        else ""
    )


def _figure(value: object) -> int | None:
    try:
        return round(float(str(value))) or None
    except ValueError:
        return None


def _plain(html: str) -> str:
    """Text of simple HTML: list points and breaks become lines."""
    marked = re.sub(r"(?is)<(?:script|style)\b.*?</(?:script|style)>", "", html)
    marked = re.sub(r"(?i)<li[^>]*>", "\n• ", marked)
    marked = re.sub(r"(?i)<(?:br|/p|/div|/h\d|/ul|/ol|p|h\d)[^>]*>", "\n", marked)
    words = unescape(re.sub(r"<[^>]*>", "", marked))
    return re.sub(r"[ \t]*\n[ \t]*(?:\n[ \t]*)*", "\n", words).strip()
