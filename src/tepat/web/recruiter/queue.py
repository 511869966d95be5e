"""The left side of the triage: bands with their rows, what was decided last, and the line that undoes it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tepat.domain.permissions import Actor
from tepat.domain.triage import Band
from tepat.models import Application, JobPosting, Move
from tepat.services.triaging import Progress, Waiting, last_decisions, progress_of, rows_of
from tepat.services.wording import moves as wording
from tepat.templatetags.wording import say
from tepat.web.recruiter.sheets import Dot, name_of, strip_dots

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the queue with its words; `trouble` is what speaks against, in the colour of `verdict`."""

    id: str
    name: str
    dots: tuple[Dot, ...]
    musts: str
    about: str
    trouble: str
    verdict: str
    position: int
    current: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A band with its people on this page; `people` counts all of them."""

    name: str
    key: int
    people: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    id: str
    name: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Dock:
    """The newest decision, as long as it can be taken back."""

    move: Move
    sentence: str
    line: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What stays in place around the candidate."""

    posting: JobPosting
    progress: Progress
    decided: tuple[Decided, ...]
    dock: Dock | None
    waiting: str


def desk_of(actor: Actor, posting: JobPosting, *, blind: bool) -> Desk:
    progress = progress_of(posting)
    waiting = progress.total - progress.decided
    moves = last_decisions(posting)
    return Desk(
        posting=posting,
        progress=progress,
        decided=tuple(
            Decided(
                m.application.public_id, name_of(m.application, blind=blind), m.kind, wording.decision_word(m.kind, m.to_stage)
            )
            for m in moves
        ),
        dock=dock_of([m for m in moves if m.moved_by_id == actor.account_id], blind=blind),
        waiting=ngettext("%(n)s not decided", "%(n)s not decided", waiting) % {"n": waiting},
    )


def dock_of(moves: list[Move], *, blind: bool) -> Dock | None:
    """The line that offers to undo the newest of these, while there is time."""
    if not moves or wording.minutes_left(moves[-1].undo_until) <= 0:
        return None
    move = moves[-1]
    name = name_of(move.application, blind=blind)
    minutes = wording.minutes_left(move.undo_until)
    line = (
        wording.letter_line(move.undo_until)
        if move.message
        else ngettext("Can be undone for %(n)s minute", "Can be undone for %(n)s minutes", minutes) % {"n": minutes}
    )
    return Dock(move, wording.decision_sentence(move.kind, name, move.to_stage), line)


def shelves_of(queue: list[Waiting], first: int, current: str, *, blind: bool) -> tuple[Shelf, ...]:
    page = queue[first : first + PER_PAGE]
    found = rows_of(page)
    numbered = [(n, w) for n, w in enumerate(page, first + 1) if w.pk in found]
    shelves = []
    for band, group in groupby(numbered, key=lambda nw: nw[1].band):
        people = sum(w.band == band for w in queue)
        rows = tuple(row_of(found[w.pk], n, current, blind=blind) for n, w in group)
        shelves.append(Shelf(band_name(band), band.rank, _people(people), rows))
    return tuple(shelves)


def band_name(band: Band) -> str:
    """Such as "5–6 dari 7 wajib"."""
    if band.kind == "held":
        return _("Held")
    if band.kind == "unread":
        return _("Not read yet")
    span = str(band.high) if band.low == band.high else f"{band.low}–{band.high}"
    return _("%(span)s of %(total)s musts") % {"span": span, "total": band.total}


def row_of(application: Application, position: int, current: str, *, blind: bool) -> Row:
    match = getattr(application, "match", None)
    verdict, trouble = trouble_of(match.document.get("requirements", [])) if match else ("", "")
    musts = ngettext("%(n)s must met.", "%(n)s musts met.", match.must_met) % {"n": match.must_met} if match else ""
    return Row(
        id=application.public_id,
        name=name_of(application, blind=blind),
        dots=strip_dots(match.strip.partition("|")[0]) if match else (),
        musts=musts,
        about=match.headline if match else _("The CV is being read"),
        trouble=trouble,
        verdict=verdict,
        position=position,
        current=application.public_id == current,
    )


def trouble_of(requirements: list[dict[str, Any]]) -> tuple[str, str]:
    """The weightiest thing that speaks against, among the musts: (verdict, "Bertentangan: shift malam")."""
    for verdict in ("contradicted", "partly", "not_stated"):
        labels = [r["label"] for r in requirements if r["verdict"] == verdict and (r.get("group") or r["importance"]) == "must"]
        if labels:
            return verdict, f"{say(verdict, 'verdict')}: {', '.join(labels[:2])}."
    return "", ""


def shelf_counts(queue: list[Waiting]) -> tuple[tuple[int, str], ...]:
    """(band, people in it) of the whole queue, for a desk whose rows are already there."""
    ranks = [w.band.rank for w in queue]
    return tuple((rank, _people(ranks.count(rank))) for rank in sorted(set(ranks)))


def _people(count: int) -> str:
    return ngettext("%(n)s person", "%(n)s people", count) % {"n": count}
