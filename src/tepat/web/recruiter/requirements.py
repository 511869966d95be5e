"""Requirements of a posting put right by hand: must or nice, wording, months, one more, one less."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tepat.domain.postings.posting import Requirement
from tepat.domain.skills import SkillIndex
from tepat.services import engines
from tepat.services.publishing import change_requirements
from tepat.services.spending import once
from tepat.web.actors import actor_of
from tepat.web.policies import member
from tepat.web.recruiter.postings import own

KINDS = ("skill", "experience", "education", "certificate", "language", "location", "availability", "licence", "other")


@member("edit_postings")
@require_POST
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    posting, actor = own(request, public_id), actor_of(request)

    def take_over() -> str:
        kept = [changed(r, request) for r in posting.as_requirements()]
        requirements = [r for r in kept if r is not None]
        added = new_one(request, taken={r.id for r in posting.as_requirements()})
        change_requirements(posting, (*requirements, *([added] if added else [])), actor=actor)
        messages.success(request, _("Requirements saved. Applications are matched anew."))
        return f"/rekrut/loker/{public_id}/#syarat"

    return redirect(once(str(actor.account_id), request.POST.get("key", ""), take_over))


def changed(requirement: Requirement, request: HttpRequest) -> Requirement | None:
    """The requirement with what the form says of it; None if it was taken out."""
    importance = request.POST.get(f"importance-{requirement.id}", requirement.importance)
    if importance == "drop":
        return None
    label = request.POST.get(f"label-{requirement.id}", "").strip()[:200] or requirement.label
    months = request.POST.get(f"months-{requirement.id}", "")
    return replace(
        requirement,
        importance="nice" if importance == "nice" else "must",
        label=label,
        months=int(months) if months.isascii() and months.isdigit() and len(months) < 4 else requirement.months,
    )


def new_one(request: HttpRequest, *, taken: set[str]) -> Requirement | None:
    """A requirement that a person adds; its skills are found in its words."""
    label = request.POST.get("new-label", "").strip()[:200]
    if not label:
        return None
    kind = request.POST.get("new-kind", "skill")
    number = next(n for n in range(1, 10_000) if f"r{n}" not in taken)
    found = SkillIndex(engines.knowledge().skills).find(label)
    return Requirement(
        id=f"r{number}",
        kind=kind if kind in KINDS else "other",  # type: ignore[arg-type]
        importance="nice" if request.POST.get("new-importance") == "nice" else "must",
        label=label,
        skills=tuple(dict.fromkeys(m.skill.id for m in found)),
    )
