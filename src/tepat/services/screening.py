"""Matching an application: verdicts with quotes, stored with the versions of everything they came from."""

import hashlib
import json
from typing import Any, Literal

from django.utils import timezone

from tepat.domain.cv.corrections import Overlay, corrected, overlay
from tepat.domain.cv.document import to_profile
from tepat.domain.matching import record
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.match import match, terms_of
from tepat.domain.matching.opening import open_cv
from tepat.domain.matching.verdicts import Match as MatchValue
from tepat.domain.matching.weighing import WORK_USUAL, Weights
from tepat.domain.postings.roles import wanted_roles
from tepat.models import CV, Application, JobPosting, Match
from tepat.services import engines
from tepat.services.recording import record_event

MATCHER_VERSION = "match-2"
Cause = Literal["received", "posting", "reader", "weights"]
"""Why a match was computed: the application came, or this changed."""


def screen_application(application: Application, *, cause: Cause = "received") -> Match | None:
    """Matches an application and keeps the result; None while its CV has not been read (or cannot be).

    A match that comes out otherwise than before is an event of its own: why, and which verdicts changed.
    """
    cv = application.cv
    if cv is None or cv.state != "read":
        return None
    before = Match.objects.filter(application=application).first()
    found = match_for(cv, application.posting)
    row, _ = Match.objects.update_or_create(application=application, defaults=_row(found, cv, application.posting))
    if before is None:
        record_event("match.computed", application=application, score=row.score, must_met=row.must_met)
    else:
        note_change(application, before=before, now=row, cause=cause)
    return row


def note_change(application: Application, *, before: Match, now: Match, cause: Cause) -> None:
    """Writes down what became of a match: `changed` lists ids of requirements with both verdicts ("r3:np")."""
    changed = record.changes(before.document, now.document)
    if changed or before.score != now.score:
        record_event(
            "match.changed",
            application=application,
            cause=cause,
            changed=" ".join(changed),
            score_before=before.score,
            score_now=now.score,
            must_before=before.must_met,
            must_now=now.must_met,
        )


def match_for(cv: CV, posting: JobPosting, *, opened: OpenCV | None = None) -> MatchValue:
    """What the CV shows of what the posting asks: the same for the jobseeker before applying and for the recruiter after.

    `opened`: the CV as `opened_cv` gives it, where it is held against several postings.
    """
    return match(
        opened or opened_cv(cv),
        requirements=posting.as_requirements(),
        occupations=occupations_of(posting),
        knowledge=engines.knowledge(),
        terms=terms_of(posting.text),
        weights=weights_of(posting),
    )


def opened_cv(cv: CV) -> OpenCV:
    """What matching may see of a CV: work, never the person."""
    laid = overlay_of(cv)
    return open_cv(
        to_profile(laid.document),
        text=cv.text + laid.addendum,
        page_of=cv.page_of,
        as_of=timezone.localdate(cv.received_at),
        knowledge=engines.knowledge(),
    )


def weights_of(posting: JobPosting) -> Weights:
    """What the posting's people have set; the usual weights where they set nothing."""
    kept = posting.weights
    return Weights(
        int(kept.get("work", WORK_USUAL)), {key: int(percent) for key, percent in kept.get("requirements", {}).items()}
    )


def skills_of(cv: CV) -> frozenset[str]:
    """Ids of the skills that a CV shows, corrections included."""
    return frozenset(skill.id for skill in to_profile(overlay_of(cv).document).skills)


def document_of(cv: CV) -> dict[str, Any]:
    """What was read, with people's corrections laid over it."""
    return corrected(cv.document, [(c.path, c.value) for c in cv.corrections.all()])


def overlay_of(cv: CV) -> Overlay:
    """The same with proof: matching quotes a correction from the lines that it adds behind the CV's text."""
    return overlay(cv.document, [(c.path, c.value) for c in cv.corrections.all()], text=cv.text)


def occupations_of(posting: JobPosting) -> tuple[tuple[str, float], ...]:
    """(occupation id, share) of the work a posting is about: mostly its duties, its title unless that misleads."""
    read = posting.reading.get("occupations") or {}
    title, duties = ([(o["id"], o["score"]) for o in read.get(key) or []] for key in ("title", "duties"))
    misleading = (posting.reading.get("clarity") or {}).get("verdict") == "mismatch"
    return wanted_roles(title, duties, misleading=misleading)


def headline_of(document: dict[str, Any]) -> str:
    """Position and employer of the latest work ("IT Support · PT Gudang Tiga Rasa"); empty where none is known."""
    work = document.get("work") or []
    latest = max(work, key=lambda w: (w.get("endDate") is None, w.get("endDate") or "", w.get("startDate") or ""), default=None)
    return " · ".join(part for part in ((latest or {}).get("position"), (latest or {}).get("name")) if part)[:200]


def requirements_digest(posting: JobPosting) -> str:
    """Changes whenever anything that a match reads of the posting changes."""
    rows = [
        [r.key, r.kind, r.importance, r.label, r.value, r.months, r.level, r.skills, r.occupations, r.areas]
        for r in posting.requirements.all()
    ]
    return hashlib.sha256(json.dumps([rows, occupations_of(posting)]).encode()).hexdigest()[:16]


def _row(found: MatchValue, cv: CV, posting: JobPosting) -> dict[str, Any]:
    return {
        "score": found.score,
        "tie_breaker": found.tie_breaker,
        "occupation_fit": found.occupation_fit,
        "must_met": found.count("met", "must"),
        "must_total": found.total("must"),
        "nice_met": found.count("met", "nice"),
        "nice_total": found.total("nice"),
        "strip": record.strip_of(found)[:80],
        "document": record.to_record(found),
        "headline": headline_of(cv.document),
        "versions": {
            "matcher": MATCHER_VERSION,
            "reader": cv.reader_version,
            "cv": cv.public_id,
            "requirements": requirements_digest(posting),
            "knowledge": engines.knowledge().version[:12],
            "weights": posting.weights,
        },
        "computed_at": timezone.now(),
    }
