"""schema.org JobPosting of a live posting, for its own page only. Nothing that the page does not show."""

import json
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from tepat.domain.postings.document import CREDENTIAL, EMPLOYMENT, to_html
from tepat.domain.postings.posting import Requirement
from tepat.models import JobPosting

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What could end a script element or a line of JavaScript; inside JSON strings these mean the same."""


def job_posting_markup(posting: JobPosting, *, address: str) -> SafeString:
    """JSON-LD, safe inside `<script type="application/ld+json">`."""
    written = json.dumps(job_posting(posting, address=address), ensure_ascii=False).translate(ESCAPES)
    return mark_safe(written)  # noqa: S308 - <, > and & are escaped just above


def job_posting(posting: JobPosting, *, address: str) -> dict[str, Any]:
    """The JobPosting as plain mappings."""
    published = posting.published_at or posting.created_at
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": posting.title,
        "description": to_html(posting.text),
        "datePosted": timezone.localdate(published).isoformat(),
        "url": address,
        "identifier": {"@type": "PropertyValue", "name": posting.organization.name, "value": posting.public_id},
        "hiringOrganization": _organization(posting),
        "totalJobOpenings": posting.headcount,
        "directApply": True,
        **({"validThrough": f"{posting.closes_on.isoformat()}T23:59:59+07:00"} if posting.closes_on else {}),
        **({"employmentType": EMPLOYMENT[posting.contract]} if posting.contract else {}),
        **_place(posting),
        **_pay(posting),
        **_asked(posting.as_requirements()),
    }


def _organization(posting: JobPosting) -> dict[str, str]:
    site = {"sameAs": posting.organization.website} if posting.organization.website else {}
    return {"@type": "Organization", "name": posting.organization.name, **site}


def _place(posting: JobPosting) -> dict[str, Any]:
    parts = {"addressLocality": posting.city, "addressRegion": posting.region}
    address = {"@type": "PostalAddress", **{k: v for k, v in parts.items() if v}, "addressCountry": "ID"}
    place = {"jobLocation": {"@type": "Place", "address": address}} if posting.city or posting.region else {}
    if posting.work_mode != "remote":
        return place
    from_home = {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": {"@type": "Country", "name": "Indonesia"}}
    return {**place, **from_home}


def _pay(posting: JobPosting) -> dict[str, Any]:
    low, high = posting.salary_min_idr_month, posting.salary_max_idr_month
    ends = {k: v for k, v in (("minValue", low), ("maxValue", high)) if v is not None}
    if not ends:
        return {}
    amount = {"value": low} if low is not None and low == high else ends
    return {
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "IDR",
            "value": {"@type": "QuantitativeValue", "unitText": "MONTH", **amount},
        }
    }


def _asked(requirements: tuple[Requirement, ...]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    level = next((r.value for r in requirements if r.kind == "education" and r.importance == "must" and r.value), None)
    if level in CREDENTIAL:
        asked["educationRequirements"] = {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": CREDENTIAL[level],
        }
    months = next((r.months for r in requirements if r.kind == "experience" and r.importance == "must"), None)
    if months:
        asked["experienceRequirements"] = {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
    skills = [r.label for r in requirements if r.kind == "skill"]
    return asked | ({"skills": ", ".join(skills)} if skills else {})
