"""The middle and the right of the triage: one candidate with everything a decision needs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from tepat.domain.pipeline import REJECTION_REASONS
from tepat.models import Application, Event, JobPosting, Membership, Note
from tepat.models.keys import new_public_id
from tepat.services.likening import Double, doubles_of
from tepat.services.triaging import elsewhere
from tepat.services.wording import moves as wording
from tepat.services.wording.documents import reread_sentence
from tepat.services.wording.orders import cause_words, change_words
from tepat.web.actors import actor_of
from tepat.web.recruiter.sheets import Sheet, sheet_of

TABS = ("teks", "asli", "riwayat", "catatan")


@dataclass(frozen=True, slots=True)
class Reread:
    """A later reading of the CV, and what it changed."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Rematched:
    """A match that came out otherwise than before: why it was computed, and what became of it."""

    at: datetime
    cause: str
    words: str


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """One candidate: sheet, checklist, decision bar."""

    sheet: Sheet
    posting: JobPosting
    tab: str
    key: str
    next: str
    reasons: tuple[tuple[int, str, str], ...]
    next_stage: str
    state: str
    elsewhere: tuple[Application, ...]
    doubles: tuple[Double, ...]
    moves: tuple[Any, ...]
    notes: tuple[Note, ...]
    contacts: tuple[Event, ...]
    readings: tuple[Reread, ...]
    matchings: tuple[Rematched, ...]
    members: tuple[Membership, ...]
    whatsapp: str
    before: str | None = None
    after: str | None = None


def posting_for(request: HttpRequest, public_id: str) -> JobPosting:
    """A posting whose applications this person may review, else 404."""
    mine = JobPosting.objects.filter(organization_id__in=actor_of(request).organizations("review_applications"))
    return get_object_or_404(mine.select_related("organization").prefetch_related("requirements", "stages"), public_id=public_id)


def application_for(request: HttpRequest, public_id: str, posting: JobPosting | None = None) -> Application:
    """An application this person may review, else 404."""
    mine = Application.objects.reviewable_by(actor_of(request)).select_related(
        "posting__organization", "candidate", "cv", "match"
    )
    found = get_object_or_404(mine if posting is None else mine.filter(posting=posting), public_id=public_id)
    if posting is not None:
        found.posting = posting
    return found


def is_blind(request: HttpRequest) -> bool:
    return bool(request.session.get("blind"))


def count_view(application: Application) -> None:
    from tepat.services.applying import note_first_view

    if application.first_viewed_at is None:
        note_first_view(application)


def candidate_page(
    request: HttpRequest,
    application: Application,
    *,
    query: str = "",
    position: int = 0,
    around: tuple[str | None, str | None] = (None, None),
) -> CandidatePage:
    posting, blind = application.posting, is_blind(request)
    stages = sorted(posting.stages.all(), key=lambda s: s.position)
    following = next((s for n, s in enumerate(stages) if n and stages[n - 1].key == application.stage), None)
    back = f"/rekrut/loker/{posting.public_id}/triase/?" + "&".join(
        p for p in (query, f"pos={position}" if position else "") if p
    )
    return CandidatePage(
        sheet=sheet_of(application, blind=blind),
        posting=posting,
        tab=request.GET.get("tab", "") if request.GET.get("tab") in TABS else "teks",
        key=new_public_id(),
        next=back,
        reasons=tuple((n, code, wording.reason_word(code)) for n, code in enumerate(REJECTION_REASONS, 1)),
        next_stage=wording.stage_name(following.key, following.name) if following else "",
        state=state_of(application),
        elsewhere=() if blind else tuple(elsewhere(application)),
        doubles=() if blind else doubles_of([application]).get(application.pk, ()),
        moves=tuple(moves_of(application)),
        notes=tuple(application.notes.select_related("written_by").order_by("-pk")),
        contacts=tuple(contacts_of(application)),
        readings=tuple(readings_of(application)),
        matchings=tuple(matchings_of(application)),
        members=tuple(members_of(posting)),
        whatsapp="" if blind else whatsapp_path(application),
        before=around[0],
        after=around[1],
    )


def moves_of(application: Application) -> list[dict[str, Any]]:
    """History, newest first: what, why, who, when."""
    rows = application.moves.select_related("moved_by").order_by("-pk")
    return [
        {
            "words": wording.decision_word(m.kind, m.to_stage),
            "reason": wording.reason_word(m.reason) if m.reason else m.words,
            "by": m.moved_by,
            "at": m.moved_at,
            "undone": m.undone_at,
        }
        for m in rows
    ]


def members_of(posting: JobPosting) -> list[Membership]:
    """Seats before whom an application can be laid."""
    seats = Membership.objects.current().filter(organization_id=posting.organization_id)
    return list(
        seats.filter(role__in=["hiring_manager", "interviewer"]).select_related("account").order_by("account__name", "pk")
    )


def whatsapp_path(application: Application) -> str:
    """Where the conversation is opened and noted; empty without a phone."""
    return f"/rekrut/lamaran/{application.public_id}/whatsapp/" if application.candidate.phone else ""


def contacts_of(application: Application) -> list[Event]:
    """When somebody of us began a conversation, newest first."""
    return list(application.events.filter(code="candidate.contacted").select_related("actor").order_by("-pk")[:20])


def readings_of(application: Application) -> list[Reread]:
    """When a better reader read the CV again, newest first, and what that changed."""
    rows = application.events.filter(code="cv.reread").order_by("-pk")[:5]
    return [Reread(row.at, reread_sentence(row.params)) for row in rows]


def matchings_of(application: Application) -> list[Rematched]:
    """How the match changed since it was first computed, newest first."""
    rows = application.events.filter(code="match.changed").order_by("-pk")[:10]
    labels = {r.key: r.label for r in application.posting.requirements.all()}
    return [Rematched(row.at, cause_words(row.params.get("cause", "")), change_words(row.params, labels)) for row in rows]


def state_of(application: Application) -> str:
    return wording.place_name(application.stage, application.outcome)
