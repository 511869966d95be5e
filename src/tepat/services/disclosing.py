"""What Tepat holds of a person, as one JSON document: for access and for taking it along (UU PDP 27/2022, articles 7 and 13)."""

from typing import Any

from django.utils import timezone

from tepat.models import CV, Account, Alert, Consent, Event, Jobseeker, Message
from tepat.services.following import own_applications, tracked


def data_of(account: Account) -> dict[str, Any]:
    """Everything personal, in plain keys. Decisions that can still be taken back have not happened, here too."""
    return {
        "as_of": timezone.now().isoformat(),
        "account": _row(account, "public_id", "email", "name", "language", "time_zone", "joined_at", "last_login"),
        "profile": [_profile(p) for p in Jobseeker.objects.filter(account=account)],
        "cvs": [_cv(cv) for cv in CV.objects.filter(account=account).prefetch_related("corrections").order_by("pk")],
        "applications": [_application(a) for a in own_applications(account.as_actor())],
        "consents": [
            _row(c, "purpose", "text_version", "language", "given_at", "withdrawn_at")
            | {"organization": c.organization.name if c.organization else None}
            for c in Consent.objects.filter(account=account).select_related("organization").order_by("pk")
        ],
        "alerts": [
            _row(a, "words", "query", "frequency", "created_at", "paused_at", "stopped_at")
            for a in Alert.objects.filter(account=account).order_by("pk")
        ],
        "bookmarks": [
            {"posting": b.posting.slug, "since": b.created_at.isoformat()}
            for b in account.bookmarks.select_related("posting").order_by("pk")
        ],
        "fit_checks": [_row(f, "occupation", "answers", "saved_at") for f in account.fit_checks.order_by("pk")],
        "letters": [
            _row(m, "template", "to_address", "created_at", "sent_at")
            for m in Message.objects.filter(account=account, state="sent").order_by("pk")
        ],
        "looked_at": _views(account),
    }


def _views(account: Account) -> list[dict[str, Any]]:
    viewed = Event.objects.filter(code="application.viewed", application__candidate__account=account)
    return [
        {"at": e.at.isoformat(), "what": e.code, "organization": e.organization.name if e.organization else None}
        for e in viewed.select_related("organization").order_by("pk")
    ]


def _row(row: Any, *names: str) -> dict[str, Any]:
    values = ((name, getattr(row, name)) for name in names)
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values}


def _profile(person: Jobseeker) -> dict[str, Any]:
    names = (
        "headline",
        "phone",
        "city",
        "region",
        "willing_to_move",
        "expected_salary_idr_month",
        "available_from",
        "visibility",
    )
    return _row(person, *names, "created_at", "updated_at")


def _cv(cv: CV) -> dict[str, Any]:
    corrections = [_row(c, "path", "value", "value_read", "corrected_at") for c in cv.corrections.all()]
    return _row(cv, "public_id", "file_name", "media_type", "received_at", "confirmed_at", "text", "document") | {
        "corrections": corrections
    }


def _application(application: Any) -> dict[str, Any]:
    found = tracked(application)
    return {
        "public_id": application.public_id,
        "posting": application.posting.title,
        "organization": application.posting.organization.name,
        "applied_at": application.applied_at.isoformat(),
        "first_viewed_at": application.first_viewed_at.isoformat() if application.first_viewed_at else None,
        "steps": [s.key for s in found.steps if s.entered_at],
        "outcome": found.outcome or None,
        "cv": application.cv.public_id if application.cv else None,
    }
