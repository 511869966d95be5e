"""What the order of a posting counts how much: seen, set, and who set it when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tepat.domain.audit import STEPS as STEPS_OF_AUDIT
from tepat.domain.matching.verdicts import group_of
from tepat.domain.matching.weighing import USUAL, WORK_USUAL, Weights
from tepat.models import Event, JobPosting
from tepat.services.screening import weights_of
from tepat.services.triaging import Audit, audit_of
from tepat.services.weighing import set_audit, set_weights
from tepat.web.actors import actor_of
from tepat.web.policies import member
from tepat.web.recruiter.candidate import posting_for

STEPS = (0, 50, USUAL, 200)
BALANCES = (40, WORK_USUAL, 80)


@dataclass(frozen=True, slots=True)
class Choice:
    value: int
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement and what it weighs; `group`: must, nice, or talk."""

    key: str
    label: str
    group: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed the weights when; `words`: what they became."""

    at: datetime
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class WeightsPage:
    posting: JobPosting
    balance: tuple[Choice, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    usual: bool
    audit: tuple[Choice, ...]
    found: Audit
    section: str = "postings"


@member("edit_postings")
@require_http_methods(["GET", "POST"])
def edit_weights(request: HttpRequest, posting_id: str) -> HttpResponse:
    """`POST` takes `work` and `weight-<id>`, whole percents; what is no number stays as it was. `usual` puts all back."""
    posting = posting_for(request, posting_id)
    if request.method == "POST":
        wanted = Weights() if "usual" in request.POST else typed_weights(request.POST, weights_of(posting))
        changed = set_weights(posting, wanted, actor=actor_of(request))
        audit = request.POST.get("audit", "")
        changed |= set_audit(posting, int(audit), actor=actor_of(request)) if audit.isdecimal() else False
        messages.success(request, _("Saved. The order follows the new weights.") if changed else _("Nothing changed."))
        return redirect("weights", posting_id)
    return render(request, "recruiter/weights.html", {"page": weights_page(posting)})


def typed_weights(typed: Mapping[str, str], kept: Weights) -> Weights:
    """What a form says; fields it does not carry stay as they are."""
    rows = {name.removeprefix("weight-"): value for name, value in typed.items() if name.startswith("weight-")}
    work = typed.get("work", "")
    percents = {**kept.requirements, **{key: int(value) for key, value in rows.items() if value.isdecimal()}}
    return Weights(int(work) if work.isdecimal() else kept.work, percents)


def weights_page(posting: JobPosting) -> WeightsPage:
    weights, labels = weights_of(posting), {r.key: r.label for r in posting.requirements.all()}
    return WeightsPage(
        posting=posting,
        balance=_choices(
            weights.work, dict(zip(BALANCES, (_("More by requirements"), _("As usual"), _("More by the work done")), strict=True))
        ),
        rows=tuple(
            Row(r.id, r.label, group_of(r), _choices(weights.requirements.get(r.id, USUAL), step_words()))
            for r in sorted(posting.as_requirements(), key=lambda r: ("must", "nice", "talk").index(group_of(r)))
        ),
        changes=tuple(changes_of(posting, labels)),
        usual=not posting.weights,
        audit=_choices(posting.audit_percent, {step: f"{step} %" if step else _("Off") for step in STEPS_OF_AUDIT}),
        found=audit_of(posting),
    )


def step_words() -> dict[int, str]:
    return dict(zip(STEPS, (_("Not counted"), _("Half"), _("As usual"), _("Double")), strict=True))


def _choices(value: int, words: dict[int, str]) -> tuple[Choice, ...]:
    """The steps offered, and a value between them where somebody's program set one."""
    known = words if value in words else dict(sorted({**words, value: f"{value} %"}.items()))
    return tuple(Choice(step, said, step == value) for step, said in known.items())


def changes_of(posting: JobPosting, labels: Mapping[str, str]) -> list[Change]:
    """The last ten changes, newest first."""
    rows = Event.objects.filter(posting=posting, code="posting.weights_changed").select_related("actor").order_by("-pk")[:10]
    return [Change(row.at, row.actor.name if row.actor else "", _said(row.params, labels)) for row in rows]


def _said(params: Mapping[str, object], labels: Mapping[str, str]) -> str:
    steps, parts = step_words(), []
    for pair in str(params.get("requirements") or "").split():
        key, _colon, percent = pair.partition(":")
        parts.append(f"{labels.get(key, key)}: {steps.get(int(percent), f'{percent} %').lower()}")
    if params.get("work") != WORK_USUAL:
        parts.append(_("work done: %(percent)s %%") % {"percent": params.get("work")})
    return "; ".join(parts) or _("as usual")
