"""What applicants see of their application: nothing that can still be taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

import builders
from tepat.domain.refusal import Refusal
from tepat.models import Application, Message, Move
from tepat.services.applying import withdraw_application
from tepat.services.deciding import decide_application, undo_move
from tepat.services.following import own_applications, tracked


@pytest.fixture
def actor(budi):
    return budi.as_actor()


@pytest.fixture
def application(sari):
    return builders.an_application(account=sari, days=3)


def seen(application):
    return tracked(own_applications(application.candidate.account.as_actor()).get(pk=application.pk))


@pytest.mark.parametrize("kind", ["reject", "advance"])
def test_a_decision_is_hidden_until_its_letter_has_left(application, actor, kind):
    before = seen(application)
    move = decide_application(application, kind=kind, actor=actor)
    assert seen(application) == before
    Message.objects.filter(pk=move.message_id).update(state="sent")
    after = seen(application)
    assert after != before
    assert (after.outcome, after.steps[0].state) == (("rejected", "done") if kind == "reject" else ("", "done"))


@pytest.mark.parametrize(("kind", "outcome"), [("pool", "pooled"), ("hire", "hired")])
def test_a_decision_without_a_letter_is_hidden_while_it_can_be_undone(application, actor, kind, outcome):
    decide_application(application, kind=kind, actor=actor)
    assert seen(application).outcome == ""
    Move.objects.update(moved_at=timezone.now() - timedelta(minutes=31))
    assert seen(application).outcome == outcome


def test_holding_is_never_seen(application, actor):
    before = seen(application)
    decide_application(application, kind="hold", actor=actor)
    Move.objects.update(moved_at=timezone.now() - timedelta(days=1))
    assert seen(application) == before


def test_an_undone_decision_leaves_no_trace(application, actor):
    before = seen(application)
    undo_move(decide_application(application, kind="reject", actor=actor), actor=actor)
    assert seen(application) == before


def test_the_promise_counts_from_the_stage_that_is_seen(sari):
    application = builders.an_application(account=sari, days=8)
    found = seen(application)
    assert found.promised_on == timezone.localdate(application.applied_at) + timedelta(days=7)
    assert found.late
    assert found.steps[0].state == "late"
    assert not seen(builders.an_application(account=builders.an_account("Tono"), days=7)).late


def test_withdrawing_does_not_betray_a_rejection_that_waits(application, actor, sari):
    move = decide_application(application, kind="reject", actor=actor)
    answer = withdraw_application(application, account=sari)
    assert isinstance(answer, Application)
    assert Message.objects.get(pk=move.message_id).state == "recalled"
    assert seen(application).outcome == "withdrawn"
    assert withdraw_application(application, account=sari) == Refusal("already_ended")


def test_the_number_of_queries_does_not_grow(sari, django_assert_num_queries):
    def look():
        return [tracked(a) for a in own_applications(sari.as_actor())]

    builders.an_application(account=sari)
    sari.as_actor()
    with django_assert_num_queries(4):
        look()
    for _ in range(2):
        builders.an_application(account=sari)
    with django_assert_num_queries(4):
        assert len(look()) == 3


def test_who_applied_anew_sees_a_fresh_beginning(application, sari):
    withdraw_application(application, account=sari)
    decide_application(application, kind="again", actor=sari.as_actor())
    now = seen(application)
    assert (now.outcome, now.runs, now.steps[0].state) == ("", True, "current")
    assert now.promised_on == timezone.localdate() + timedelta(days=now.steps[0].promise_days)


def test_only_who_withdrew_begins_anew(application, actor):
    assert decide_application(application, kind="again", actor=actor) == Refusal("already_applied")
    decide_application(application, kind="reject", actor=actor)
    assert decide_application(application, kind="again", actor=actor) == Refusal("already_applied")
