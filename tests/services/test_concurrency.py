"""Many at once: what was accepted stands once, whoever pressed first, on every database that Tepat knows."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.db.models import Count

import builders
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Alert, AlertHit, AlertKey, Application, Event, Message, Move
from tepat.services import engines
from tepat.services.alerting import match_alerts
from tepat.services.applying import apply_for_posting
from tepat.services.deciding import decide_application, undo_move
from tepat.services.indexing import drain_changes, note_posting_change
from tepat.services.recording import first_broken_seal, seal_events
from tepat.services.sending import send_due_letters
from tepat.services.subscribing import save_search

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 8


def at_once(*jobs):
    """Runs all jobs in threads that start together; their answers in order. A fault in one is a fault of the test."""
    ready = threading.Barrier(len(jobs))

    def run(job):
        ready.wait(10)
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def test_applicants_at_once_with_repeated_keys_are_neither_lost_nor_doubled():
    posting = builders.a_posting()
    people = [builders.an_account(f"Pelamar{n}") for n in range(THREADS // 2)]
    cvs = {p: builders.a_cv(account=p, name=p.name) for p in people}

    def send(person):
        return lambda: apply_for_posting(person, posting=posting, cv=cvs[person], idempotency_key=f"key-{person.pk}")

    answers = at_once(*(send(p) for p in people for _ in range(2)))
    assert not [a for a in answers if isinstance(a, Refusal)]
    assert Counter(a.pk for a in answers) == dict.fromkeys(Application.objects.values_list("pk", flat=True), 2)
    counted = Application.objects.annotate(letters=Count("messages", distinct=True), made=Count("consents", distinct=True))
    assert set(counted.values_list("letters", "made")) == {(1, 1)}
    assert Event.objects.filter(code="application.created").count() == len(people)


def test_different_keys_for_one_posting_give_one_application():
    posting, person = builders.a_posting(), builders.an_account("Sari")
    cv = builders.a_cv(account=person, name="Sari")
    answers = at_once(
        *(lambda n=n: apply_for_posting(person, posting=posting, cv=cv, idempotency_key=f"k{n}") for n in range(THREADS))
    )
    assert Application.objects.count() == Message.objects.count() == 1
    assert {a.code for a in answers if isinstance(a, Refusal)} <= {"already_applied"}
    assert [a for a in answers if isinstance(a, Application)]


def test_two_deciding_at_once_leave_one_standing_end():
    application = builders.an_application(account=builders.an_account("Sari"))
    actor = Actor(builders.an_account("Budi").pk)
    answers = at_once(
        *(lambda k=k: decide_application(application, kind=k, actor=actor) for k in ("reject", "hire", "pool", "withdraw"))
    )
    ended = [a for a in answers if isinstance(a, Move)]
    assert len(ended) == 1
    assert len([a for a in answers if isinstance(a, Refusal)]) == 3
    assert Application.objects.get().outcome != ""


def test_undo_against_the_letter_leaving_never_does_both():
    """Either the letter left before the undo, or it was recalled: a recalled one never leaves, however often the worker looks."""
    application = builders.an_application(account=builders.an_account("Sari"))
    actor = Actor(builders.an_account("Budi").pk)
    move = decide_application(application, kind="reject", actor=actor)
    Message.objects.update(run_after=application.applied_at)
    at_once(lambda: undo_move(move, actor=actor), send_due_letters, send_due_letters)
    send_due_letters()
    assert Message.objects.get().state in ("sent", "recalled")
    assert Message.objects.get().attempts <= 1
    assert Application.objects.get().outcome == ""


def test_a_posting_matched_at_once_tells_each_alert_once():
    for n in range(3):
        save_search(builders.an_account(f"Sari{n}"), words="jaringan", chosen={}, frequency="instant")
    assert Alert.objects.count() == 3
    assert AlertKey.objects.exists()
    posting = builders.a_posting(title="Jaringan")
    at_once(*(lambda: match_alerts.call(posting.pk) for _ in range(4)))
    assert AlertHit.objects.count() == Message.objects.filter(template="alert_postings").count() == 3


def test_the_index_and_the_seals_follow_whatever_happens_at_once():
    postings = [builders.a_posting(title=f"IT {n}") for n in range(4)]
    at_once(*(lambda p=p: note_posting_change(p) for p in postings), drain_changes, drain_changes, seal_events, seal_events)
    while drain_changes():
        pass
    assert engines.index().health().documents >= len(postings)
    assert first_broken_seal() is None
