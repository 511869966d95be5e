"""The shortlist: who is still in, best first, with what proves it; as XLSX, as CSV, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from tepat.domain.ranking import why_above
from tepat.models import Application, JobPosting, Membership
from tepat.models.applications import ApplicationQuerySet
from tepat.models.keys import new_public_id
from tepat.services.exporting import as_csv, as_xlsx, record_export, shortlist_rows
from tepat.services.likening import Double, doubles_of
from tepat.services.screening import weights_of
from tepat.services.weighing import standing_of
from tepat.services.wording import moves as wording
from tepat.services.wording.orders import why_words
from tepat.web.actors import actor_of
from tepat.web.paging import Pager, page_number
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind, members_of, posting_for
from tepat.web.recruiter.sheets import Sheet, sheet_of

PER_PAGE = 25
ON_PAPER = 10
MOST = 1000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Ranked:
    """`above`: why this one stands above the next; empty for the last one and where nothing was matched."""

    rank: int
    sheet: Sheet
    stage: str
    shared: tuple[str, ...]
    doubles: tuple[Double, ...] = ()
    above: str = ""


@dataclass(frozen=True, slots=True)
class ShortlistPage:
    posting: JobPosting
    rows: tuple[Ranked, ...]
    pager: Pager
    members: tuple[Membership, ...]
    key: str
    blind: bool
    most: int = 0
    section: str = "postings"


@require_GET
@member("review_applications")
def show_shortlist(request: HttpRequest, posting_id: str) -> HttpResponse:
    posting = posting_for(request, posting_id)
    everyone = listed(posting)
    pager = Pager(page_number(request), everyone.count(), PER_PAGE)
    rows = everyone[pager.start : pager.start + PER_PAGE + 1]
    page = shortlist_page(request, posting, rows, pager)
    return render(request, "recruiter/shortlist.html", {"page": page})


@require_GET
@member("export_shortlists")
def print_shortlist(request: HttpRequest, posting_id: str) -> HttpResponse:
    """`?sampai=` people on paper, ten unless said, at most fifty. Counted as an export."""
    posting = posting_for(request, posting_id)
    asked = request.GET.get("sampai", "")
    most = min(50, max(1, int(asked))) if asked.isdecimal() else ON_PAPER
    page = shortlist_page(request, posting, listed(posting)[:most], Pager(1, most, most), most=most)
    record_export(posting, actor=actor_of(request), count=len(page.rows), form="paper")
    return render(request, "recruiter/shortlist_print.html", {"page": page})


@require_GET
@member("export_shortlists")
def export_shortlist(request: HttpRequest, posting_id: str, form: str) -> HttpResponse:
    posting = posting_for(request, posting_id)
    people = list(listed(posting)[:MOST])
    rows = shortlist_rows(posting, people, blind=is_blind(request))
    data, media_type = (as_xlsx(rows, title=posting.title), XLSX) if form == "xlsx" else (as_csv(rows), "text/csv; charset=utf-8")
    record_export(posting, actor=actor_of(request), count=len(people), form=form)
    name = f"shortlist-{slugify(posting.title)[:60]}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=media_type, headers=headers)


def listed(posting: JobPosting) -> ApplicationQuerySet:
    """Everyone of a posting who was neither rejected nor withdrew, best first."""
    rows = Application.objects.filter(posting=posting, outcome__in=["", "hired"])
    return rows.select_related("candidate", "cv", "match").prefetch_related("shares__membership__account").in_rank_order()


def shortlist_page(
    request: HttpRequest, posting: JobPosting, applications: ApplicationQuerySet, pager: Pager, *, most: int = 0
) -> ShortlistPage:
    blind = is_blind(request)
    everyone = list(applications)
    people = everyone[: most or PER_PAGE]
    above = dict(zip((a.pk for a in everyone), reasons_of(posting, everyone), strict=False))
    doubles = {} if blind or most else doubles_of(people)
    names = {s.key: wording.stage_name(s.key, s.name) for s in posting.stages.all()}
    return ShortlistPage(
        posting=posting,
        rows=tuple(
            Ranked(
                rank,
                sheet_of(application, blind=blind, with_text=False),
                wording.place_name("", application.outcome) if application.outcome else names.get(application.stage, ""),
                tuple(s.membership.account.name or s.membership.account.email for s in application.shares.all()),
                doubles.get(application.pk, ()),
                above.get(application.pk, ""),
            )
            for rank, application in enumerate(people, pager.start + 1)
        ),
        pager=pager,
        members=tuple(members_of(posting)),
        key=new_public_id(),
        blind=blind,
        most=most,
    )


def reasons_of(posting: JobPosting, people: Sequence[Application]) -> list[str]:
    """For each but the last, in words, why it stands above the next; empty where one of the two has no match."""
    weights, labels = weights_of(posting), {r.key: r.label for r in posting.requirements.all()}
    standings = [standing_of(a.match, weights) if hasattr(a, "match") else None for a in people]
    return [why_words(why_above(x, y, weights), labels) if x and y else "" for x, y in pairwise(standings)]
