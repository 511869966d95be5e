"""A POST that arrives twice does its work once: every route of the resolver that takes one, with each kind of object.

A browser repeats what it is not sure of (static/js/worker/outbox.js), and people press twice. So each route is asked once, and
again with the very same form; what the database holds must then be what it held after the first. A route that cannot promise
that says why in `NOT_REPEATABLE`, and its form may not wait in the outbox.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from test_access_matrix import FORM, things_for

from tepat.models import SearchChange
from tepat.web.policies import policy_of, routes
from world_of_access import FIT_SITUATIONS, PRINCIPALS, WORD, World, a_world, allowed_by

pytestmark = pytest.mark.django_db
KEY = "kunci-yang-sama"
FORMS: dict[str, dict[str, Any]] = {
    "posting-write": {"title": "IT Support", "text": "Dicari: IT Support untuk kantor Bandung. Syarat: Windows, printer."},
    "register_organization": {"name": "PT Baru"},
    "profile_form": {"name": "Sari", "skills": "Windows, printer"},
    "my_alerts": {"q": "helpdesk bandung", "frequency": "daily"},
    "erase_account": {"sure": "1"},
    "report": {"reason": "fee", "words": ""},
    "send_application": {"consent_apply": "on", "consent_alerts": "on", "consent_cv_database": "on"},
    "advance": {},
    "posting-edit": {"new-label": "MikroTik", "new-kind": "skill"},
    "upload_cv": {"cv": "a file"},
    "apply": {"cv": "a file"},
    "intake-drop": {"files": "a file"},
    "keep_fit_check": {f"situation-{key}": "a" for key in FIT_SITUATIONS},
}
"""What the form of a route says, beside the words that suit most of them."""
NOT_REPEATABLE = {
    "account_request_login_code": "who asks again wants another letter; limited by ACCOUNT_RATE_LIMITS",
    "account_signup": "the same form as account_request_login_code",
}
"""Route → why a repeat may do more than once."""
MOVING = {"updated_at", "last_login", "spent_at"}
"""Columns that say when something was last touched. `SearchChange` is left out: it asks for an index to be renewed once more."""
CV = "Sari Wulandari\nsari@contoh.id\n\nPengalaman Kerja\nHelpdesk, PT Payung, Mar 2023 - Okt 2025\n- instal ulang Windows\n"


@dataclass(slots=True)
class Outcome:
    doubled: dict[str, list[str]] = field(default_factory=dict)
    worked: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def outcome(world) -> Outcome:
    found = Outcome()
    for pattern, name, view in routes():
        for thing in things_for(world, pattern) or ():
            who = next((w for w in PRINCIPALS if w in thing.seen_by and allowed_by(str(policy_of(view)), world.actor(w))), None)
            own = "jobseeker" if pattern.startswith(("loker/", "saya/", "akun/")) else None
            for person in {who, own} - {None}:
                twice(world, found, pattern, name or "", dict(thing.words), person)
    return found


def twice(world: World, found: Outcome, pattern: str, name: str, words: dict[str, str], who: str) -> None:
    path = "/" + WORD.sub(lambda m: words[m[1]], pattern) + (f"?cv={world.own_cv[who]}" if who in world.own_cv else "")
    written: set[str] = set()
    with transaction.atomic(), connection.execute_wrapper(partial(note_writing, written)):
        if ask(world, name, path, who) == 405:
            return
        found.asked.add(name)
        if written:
            found.worked.add(name)
            if changed := changed_by(lambda: ask(world, name, path, who), written):
                found.doubled.setdefault(name, []).append(f"{path} by {who}: {changed}")
        transaction.set_rollback(True)


def changed_by(act: Callable[[], object], written: set[str]) -> list[str]:
    """Tables that hold something else after `act` than before: it is done once to see where it writes, and taken back."""
    written.clear()
    with transaction.atomic():
        act()
        transaction.set_rollback(True)
    touched = sorted(written)
    before = held(touched)
    if touched:
        act()
    return [table for table, rows in held(touched).items() if rows != before[table]]


def note_writing(written: set[str], execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Which tables of ours or of the accounts are written to."""
    if found := re.match(r'\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) "((?:tepat|account|mfa)_\w+)"', sql):
        written.add(found[1])
    return execute(sql, params, many, context)


def ask(world: World, name: str, path: str, who: str) -> int:
    cache.clear()
    form = {**FORM, **world.form, **FORMS.get(name, {}), "key": KEY}
    form = {k: SimpleUploadedFile("CV.txt", CV.encode()) if v == "a file" else v for k, v in form.items()}
    with transaction.atomic():
        return world.client(who).post(path, form, HTTP_REFERER=path).status_code


def held(tables: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Every row of these tables, without the times of the last touch."""
    ours = [m for m in apps.get_models(include_auto_created=True) if m._meta.db_table in tables and m is not SearchChange]
    rows = {m._meta.db_table: m._default_manager.order_by("pk").values() for m in ours}
    return {t: [{k: v for k, v in row.items() if k not in MOVING} for row in found] for t, found in rows.items()}


def test_a_repeat_changes_nothing_more(outcome):
    assert "\n".join(str(case) for name, cases in outcome.doubled.items() if name not in NOT_REPEATABLE for case in cases) == ""


def test_each_exception_is_still_one(outcome):
    assert set(NOT_REPEATABLE) - set(outcome.doubled) == set()


def test_the_walk_does_real_work(outcome):
    """Most routes were asked with a form that changes something; otherwise a repeat would prove nothing."""
    assert len(outcome.worked) > 25
