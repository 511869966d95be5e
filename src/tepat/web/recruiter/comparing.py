"""Two to four candidates side by side: each requirement with what proves it, work, pay, and why the order is as it is."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tepat.models import Application, JobPosting
from tepat.services.screening import document_of
from tepat.templatetags.wording import duration, month_year, rupiah, rupiah_range
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind, posting_for, state_of
from tepat.web.recruiter.sheets import Asked, Sheet, sheet_of
from tepat.web.recruiter.shortlist import reasons_of

FEWEST, MOST = 2, 4
MOST_JOBS = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One column. `lines`: cells besides the requirements, by name of their row."""

    application: Application
    sheet: Sheet
    state: str
    above: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`lines` in order; `asked` where the row is a requirement."""

    name: str
    asked: Asked | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    group: str
    cells: tuple[Cell, ...]
    equal: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`hidden`: rows left out because they are the same for everybody."""

    posting: JobPosting
    people: tuple[Person, ...]
    rows: tuple[Row, ...]
    hidden: int
    only_different: bool
    other_address: str
    pay: str
    section: str = "postings"


@member("review_applications")
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, posting_id: str) -> HttpResponse:
    """`?lamaran=` two to four times; a POST of the same leads there, so that the address can be kept and sent on."""
    posting = posting_for(request, posting_id)
    sent = request.POST if request.method == "POST" else request.GET
    chosen = list(dict.fromkeys(sent.getlist("lamaran")))
    rows = Application.objects.filter(posting=posting, public_id__in=chosen[:MOST]).select_related("candidate", "cv", "match")
    people = list(rows.prefetch_related("cv__corrections").in_rank_order())
    if not len(people) >= FEWEST or len(chosen) > MOST:
        messages.error(request, _("Choose two to four people to compare."))
        return redirect("shortlist", posting_id)
    if request.method == "POST":
        return redirect(f"{reverse('compare', args=[posting_id])}?{urlencode({'lamaran': chosen}, doseq=True)}")
    page = compare_page(posting, people, blind=is_blind(request), only_different="beda" in request.GET)
    return render(request, "recruiter/compare.html", {"page": page})


def compare_page(posting: JobPosting, people: list[Application], *, blind: bool, only_different: bool) -> ComparePage:
    for application in people:
        application.posting = posting
    columns = columns_of(posting, people, blind=blind)
    rows = [*asked_rows(columns), *fact_rows(columns, blind=blind)]
    shown = [row for row in rows if not (only_different and row.equal)]
    query = urlencode([("lamaran", a.public_id) for a in people] + ([] if only_different else [("beda", "1")]))
    return ComparePage(
        posting,
        columns,
        tuple(shown),
        hidden=len(rows) - len(shown),
        only_different=only_different,
        other_address=f"?{query}",
        pay=rupiah_range(posting.salary_min_idr_month, posting.salary_max_idr_month),
    )


def columns_of(posting: JobPosting, people: list[Application], *, blind: bool) -> tuple[Person, ...]:
    """In rank order, each with why it stands above the next of those compared."""
    above = reasons_of(posting, people)
    sheets = [sheet_of(a, blind=blind, with_text=False) for a in people]
    return tuple(Person(a, s, state_of(a), why) for a, s, why in zip(people, sheets, [*above, ""], strict=True))


def asked_rows(people: tuple[Person, ...]) -> list[Row]:
    """One row for each requirement, in the order of the first who was matched."""
    by_key = [{asked.key: asked for asked in p.sheet.asked} for p in people]
    order = max((p.sheet.asked for p in people), key=len)
    rows = []
    for asked in order:
        cells = tuple(Cell(p.sheet.name, found.get(asked.key)) for p, found in zip(people, by_key, strict=True))
        same = len({cell.asked.verdict if cell.asked else "" for cell in cells}) == 1
        rows.append(Row(asked.label, asked.importance, cells, same))
    return rows


def fact_rows(people: tuple[Person, ...], *, blind: bool) -> list[Row]:
    """Experience, work, education, pay wished and time to begin, as read and corrected."""
    documents = [document_of(p.application.cv) if p.application.cv else {} for p in people]
    facts = (
        (_("Experience"), lambda d: [duration((d.get("meta") or {}).get("experience_months"))]),
        (_("Work"), lambda d: [_job(job, blind=blind) for job in (d.get("work") or [])[:MOST_JOBS]]),
        (_("Education"), lambda d: [_study(study) for study in (d.get("education") or [])[:2]]),
        (_("Pay wished"), lambda d: [rupiah((d.get("meta") or {}).get("expected_salary_idr_month"))]),
        (_("Can begin"), lambda d: [(d.get("meta") or {}).get("availability") or ""]),
    )
    rows = []
    for label, told in facts:
        cells = tuple(
            Cell(p.sheet.name, lines=tuple(line for line in told(d) if line)) for p, d in zip(people, documents, strict=True)
        )
        if any(cell.lines for cell in cells):
            rows.append(Row(label, "fact", cells, len({cell.lines for cell in cells}) == 1))
    return rows


def _job(job: dict[str, Any], *, blind: bool) -> str:
    what = " · ".join(part for part in (job.get("position"), "" if blind else job.get("name")) if part)
    until = month_year(job["endDate"]) if job.get("endDate") else _("now") if "endDate" in job else ""
    when = "–".join(part for part in (month_year(job.get("startDate")), until) if part)
    return f"{what}, {when}" if when else what


def _study(study: dict[str, Any]) -> str:
    return " ".join(part for part in (study.get("studyType"), study.get("area")) if part)
