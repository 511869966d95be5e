"""schema.org Occupation of a guide, for its own page only. Nothing that the page does not show."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tepat.services.surveying import Survey
from tepat.services.wording.roles import said
from tepat.web.public.markup import ESCAPES
from tepat.web.public.roles import Role


def occupation_markup(role: Role, survey: Survey, *, address: str) -> SafeString:
    """JSON-LD, safe inside `<script type="application/ld+json">`."""
    written = json.dumps(_occupation(role, survey, address), ensure_ascii=False).translate(ESCAPES)
    return mark_safe(written)  # noqa: S308 - <, > and & are escaped just above


def _occupation(role: Role, survey: Survey, address: str) -> dict[str, Any]:
    guide, codes = role.guide, dict(role.occupation.codes)
    return {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": role.name,
        "url": address,
        "description": said(guide.summary),
        "responsibilities": [said(s) for s in guide.duties],
        "skills": [said(s) for s in guide.technical],
        "educationRequirements": " ".join(said(s) for s in guide.education),
        **({"occupationalCategory": f"O*NET-SOC {codes['onet']}"} if "onet" in codes else {}),
        **_pay(survey),
    }


def _pay(survey: Survey) -> dict[str, Any]:
    if survey.pay is None:
        return {}
    span = {"percentile25": survey.pay[0], "percentile75": survey.pay[1]}
    amount = {"@type": "MonetaryAmountDistribution", "name": "base", "currency": "IDR", "duration": "P1M", **span}
    return {"estimatedSalary": [amount]}
