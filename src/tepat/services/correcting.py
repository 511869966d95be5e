"""Corrections of what was read: each a row with what the reader had said; the CV and its reading stay as they are."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from tepat.domain.cv.corrections import corrected, laid_over
from tepat.domain.cv.document import to_profile
from tepat.domain.cv.profile import LEVEL_RANK
from tepat.domain.language.dates import PartialDate
from tepat.domain.language.phones import to_e164
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import CV, Account, Correction, Jobseeker
from tepat.services import engines
from tepat.services.applying import screen_sent_application
from tepat.services.indexing import note_candidate_change
from tepat.services.recording import record_event

CORRECTABLE = re.compile(
    r"/basics/(?:name|phone|email|location/(?:city|region))"
    r"|/work/(?:\d{1,3}(?:/(?:position|name|startDate|endDate|summary))?|-)"
    r"|/(?:education|skills|certificates|languages)/(?:\d{1,3}|-)"
)
MOST_CORRECTIONS, LONGEST = 200, 4000


def correct_cv(cv: CV, *, path: str, value: Any, account: Account) -> list[Correction] | Refusal:
    """The owner's word for one fact; None takes an item out. A city brings its province along.

    Applications that still run and carry this CV are matched anew. The same word for the same fact again changes nothing.

    Refusals: unknown_path, phone_invalid, email_invalid, date_invalid, dates_reversed, value_missing, value_unfit,
    too_many_corrections.
    """
    if not CORRECTABLE.fullmatch(path):
        return Refusal("unknown_path", "value")
    fit = _fit(path, value)
    if isinstance(fit, Refusal):
        return fit
    with transaction.atomic():
        row = CV.objects.select_for_update().get(pk=cv.pk)
        earlier = list(row.corrections.order_by("pk"))
        last = next((c for c in reversed(earlier) if c.path == path), None)
        if last is not None and last.value == fit and last.corrected_by_id == account.pk:
            return [last]
        known = [(c.path, c.value) for c in earlier]
        if len(known) >= MOST_CORRECTIONS:
            return Refusal("too_many_corrections", "value", {"limit": MOST_CORRECTIONS})
        pairs = [(path, fit), *_implied(path, fit)]
        if refusal := _unfit(row.document, [*known, *pairs]):
            return refusal
        made = [
            Correction.objects.create(cv=row, path=p, value=v, value_read=_read(row.document, p), corrected_by=account)
            for p, v in pairs
        ]
        record_event("cv.corrected", actor=Actor(account.pk), cv=row.public_id, path=path)
        note_candidate_change(account)
        for pk in row.applications.filter(outcome="").values_list("pk", flat=True):
            screen_sent_application.enqueue(pk)
    return made


def confirm_cv(cv: CV, *, account: Account) -> CV:
    """The owner says that it is right: it becomes the CV in use, and fills what the profile does not say yet."""
    with transaction.atomic():
        if cv.confirmed_at is None:
            cv.confirmed_at = timezone.now()
            cv.save(update_fields=["confirmed_at"])
            record_event("cv.confirmed", actor=Actor(account.pk), cv=cv.public_id)
        use_cv(cv, account=account)
    return cv


def use_cv(cv: CV, *, account: Account) -> Jobseeker:
    """Makes this the CV in use. Name, phone and place are taken from it where the profile has none."""
    document = corrected(cv.document, [(c.path, c.value) for c in cv.corrections.all()])
    basics = document.get("basics") or {}
    location = basics.get("location") or {}
    person, _ = Jobseeker.objects.get_or_create(account=account)
    person.cv = cv
    person.phone = person.phone or (basics.get("phone") or "")[:20]
    person.city = person.city or (location.get("city") or "")[:80]
    person.region = person.region or (location.get("region") or "")[:80]
    person.save()
    if not account.name and basics.get("name"):
        account.name = basics["name"][:200]
        account.save(update_fields=["name"])
    note_candidate_change(account)
    return person


def skill_value(words: str) -> dict[str, Any]:
    """What was typed as a skill of the document: by its canonical name where it is known."""
    written = " ".join(words.split())[:80]
    found = next((m.skill for m in engines.knowledge().skill_index.find(written) if m.span.start == 0), None)
    if found:
        return {"id": found.id, "name": found.name, "keywords": [written], "in_work": False}
    return {"id": written.casefold(), "name": written, "keywords": [written], "in_work": False}


def province_of(city: str) -> str | None:
    """The province of a city or regency by its name; None where it is not known."""
    wanted = re.sub(r"^(?:kota|kabupaten|kab\.?)\s+", "", city.strip().casefold())
    for place in engines.knowledge().places:
        if place.kind != "province" and place.name.casefold() == wanted:
            return place.region
    return None


def _fit(path: str, value: Any) -> Any:
    """The value as the document holds it, or why it cannot."""
    if value is None:
        return None
    if isinstance(value, str):
        value = "\n".join(" ".join(line.split()) for line in value.splitlines()).strip()[:LONGEST]
        if not value:
            return Refusal("value_missing", "value")
    last = path.rpartition("/")[2]
    if last == "phone":
        return to_e164(str(value)) or Refusal("phone_invalid", "value")
    if last == "email":
        return _email(str(value))
    if last in ("startDate", "endDate"):
        return _date(str(value))
    return value


def _email(value: str) -> str | Refusal:
    try:
        validate_email(value)
    except ValidationError:
        return Refusal("email_invalid", "value")
    return value.lower()


def _date(value: str) -> str | Refusal:
    try:
        date = PartialDate.parse(value)
    except ValueError:
        return Refusal("date_invalid", "value")
    fits = 1950 <= date.year <= timezone.localdate().year + 1 and 1 <= (date.month or 1) <= 12
    return str(date) if fits else Refusal("date_invalid", "value")


def _implied(path: str, value: Any) -> list[tuple[str, Any]]:
    if path == "/basics/location/city" and isinstance(value, str) and (region := province_of(value)):
        return [("/basics/location/region", region)]
    return []


def _unfit(document: dict[str, Any], corrections: list[tuple[str, Any]]) -> Refusal | None:
    """Why the document would be none any more."""
    after = corrected(document, corrections)
    for work in after["work"]:
        start, end = (work.get("startDate") or ""), (work.get("endDate") or "")
        if start and end and end[: len(start)] < start[: len(end)]:
            return Refusal("dates_reversed", "value")
    if any(e.get("studyType") not in LEVEL_RANK for e in after["education"]):
        return Refusal("level_missing", "value")
    try:
        to_profile(after)
    except (KeyError, ValueError, TypeError, AttributeError):
        return Refusal("value_unfit", "value")
    return None


def _read(document: dict[str, Any], path: str) -> Any:
    """What the reader had said; None where it said nothing."""
    node: Any = laid_over(document, [])
    for key in path.split("/")[1:]:
        if isinstance(node, list):
            node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
        else:
            node = node.get(key) if isinstance(node, dict) else None
    return node
