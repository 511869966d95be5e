"""The pipeline: one dot is one person, its height is the days waited; below, who has waited longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from tepat.domain.waiting import Wait
from tepat.models import Application, JobPosting, Move
from tepat.services.tracking import CARDS, Lane, Standing, lanes_of, last_notes, shown
from tepat.services.wording import moves as wording
from tepat.web.actors import actor_of, organization_of
from tepat.web.paging import Pager, page_number
from tepat.web.policies import member
from tepat.web.recruiter.candidate import is_blind, whatsapp_path
from tepat.web.recruiter.plot import Plot, plot_of
from tepat.web.recruiter.queue import Dock, dock_of
from tepat.web.recruiter.sheets import Dot, name_of, strip_dots

PER_PAGE = 50
FRESH_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    name: str
    posting: JobPosting
    stage: str
    wait: Wait
    wait_words: str
    dots: tuple[Dot, ...]
    musts: str
    note: str
    whatsapp: str


@dataclass(frozen=True, slots=True)
class Column:
    """A stage as the board shows it."""

    lane: Lane
    name: str
    line: str
    late: str
    cards: tuple[Card, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PipelinePage:
    posting: JobPosting | None
    postings: tuple[JobPosting, ...]
    columns: tuple[Column, ...]
    plot: Plot
    rows: tuple[Card, ...]
    pager: Pager
    view: str
    stage: str
    applied: int
    decided: int
    late: int
    fullest: int
    undo: Dock | None
    shortcuts: bool = True
    section: str = "pipeline"

    @property
    def waiting_new(self) -> int:
        return self.columns[0].lane.flow.waiting if self.columns else 0


@require_GET
@member("review_applications")
def show_pipeline(request: HttpRequest) -> HttpResponse:
    """`?loker=` narrows it to one posting, `?tampil=` is papan or tabel, `?tahap=` a stage of the table."""
    mine = JobPosting.objects.filter(organization=organization_of(request)).exclude(state="draft").order_by("-published_at", "pk")
    posting = get_object_or_404(mine, public_id=request.GET["loker"]) if request.GET.get("loker") else None
    lanes = lanes_of(mine.filter(pk=posting.pk) if posting else mine)
    page = pipeline_page(request, lanes, posting, tuple(mine))
    return render(request, "recruiter/pipeline.html", {"page": page})


def pipeline_page(
    request: HttpRequest, lanes: tuple[Lane, ...], posting: JobPosting | None, postings: tuple[JobPosting, ...]
) -> PipelinePage:
    view = request.GET.get("tampil", "") if request.GET.get("tampil") in ("papan", "tabel") else ""
    stage = request.GET.get("tahap", "")
    everyone = sorted((p for lane in lanes if stage in ("", lane.key) for p in lane.people), key=lambda p: p.wait.left)
    pager = Pager(page_number(request), len(everyone), PER_PAGE)
    listed = everyone[pager.start : pager.start + PER_PAGE] if view != "papan" else []
    heads = [p for lane in lanes for p in lane.people[:CARDS]] if view != "tabel" else []
    cards = cards_of(request, [*listed, *heads])
    return PipelinePage(
        posting=posting,
        postings=postings,
        columns=tuple(
            column_of(lane, [cards[p.pk] for p in lane.people[:CARDS] if p.pk in cards], n) for n, lane in enumerate(lanes)
        ),
        plot=plot_of(lanes),
        rows=tuple(cards[p.pk] for p in listed if p.pk in cards),
        pager=pager,
        view=view,
        stage=stage,
        applied=lanes[0].flow.reached if lanes else 0,
        decided=lanes[0].flow.decided if lanes else 0,
        late=sum(lane.late for lane in lanes),
        fullest=max((lane.flow.waiting for lane in lanes), default=0) or 1,
        undo=fresh_move(request),
        shortcuts=not request.session.get("shortcuts_off"),
    )


def column_of(lane: Lane, cards: list[Card], position: int) -> Column:
    flow = lane.flow
    line = (
        _("%(reached)s came in, %(decided)s decided") % {"reached": flow.reached, "decided": flow.decided}
        if position == 0
        else _("%(reached)s came this far") % {"reached": flow.reached}
    )
    if position and flow.share is not None:
        line += f", {flow.share}%"
    late = ngettext("%(n)s past the promise", "%(n)s past the promise", lane.late) % {"n": lane.late} if lane.late else ""
    return Column(lane, wording.stage_name(lane.key, lane.name), line, late, tuple(cards), len(lane.people) - len(cards))


def cards_of(request: HttpRequest, people: Sequence[Standing]) -> dict[int, Card]:
    rows, notes = shown(people), last_notes(people)
    blind, organization = is_blind(request), organization_of(request)
    cards = {}
    for person in people:
        if person.pk in rows:
            application = rows[person.pk]
            application.posting.organization = organization
            cards[person.pk] = card_of(application, person.wait, notes.get(person.pk, ""), blind=blind)
    return cards


def card_of(application: Application, wait: Wait, note: str, *, blind: bool) -> Card:
    match = getattr(application, "match", None)
    return Card(
        id=application.public_id,
        name=name_of(application, blind=blind),
        posting=application.posting,
        stage=application.stage,
        wait=wait,
        wait_words=wait_words(wait),
        dots=strip_dots(match.strip.partition("|")[0]) if match else (),
        musts=_("%(met)s of %(total)s musts met") % {"met": match.must_met, "total": match.must_total} if match else "",
        note=note,
        whatsapp="" if blind else whatsapp_path(application),
    )


def wait_words(wait: Wait) -> str:
    """Such as "lewat 2 hari", "batas hari ini", "2 hari lagi"."""
    if wait.state == "due":
        return _("due today")
    if wait.state == "late":
        return ngettext("late by %(n)s day", "late by %(n)s days", -wait.left) % {"n": -wait.left}
    return ngettext("%(n)s day left", "%(n)s days left", wait.left) % {"n": wait.left}


def fresh_move(request: HttpRequest) -> Dock | None:
    """What this person moved a moment ago, to be undone in place."""
    actor = actor_of(request)
    moves = Move.objects.undoable().filter(
        moved_by_id=actor.account_id, application__posting__organization=organization_of(request)
    )
    fresh = moves.filter(moved_at__gte=timezone.now() - timedelta(seconds=FRESH_SECONDS))
    last = fresh.select_related("application__candidate", "message").order_by("-pk").first()
    return dock_of([last], blind=is_blind(request)) if last is not None else None
