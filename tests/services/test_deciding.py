"""Decisions: a row of history each, at most one letter each, undone for half an hour."""

from datetime import timedelta

import pytest
from django.utils import timezone

import builders
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Application, Event, Message, Move, TalentPoolEntry
from tepat.services.deciding import decide_application, decision_pace, undo_move


@pytest.fixture
def actor(budi):
    return budi.as_actor()


def decided(application: Application, kind: str, actor: Actor, **given: str) -> Move:
    move = decide_application(application, kind=kind, actor=actor, **given)
    assert isinstance(move, Move)
    return move


def test_a_rejection_is_history_event_and_a_letter_that_waits(actor, sari):
    application = builders.an_application(account=sari)
    move = decided(application, "reject", actor, reason="experience_short")
    assert (application.outcome, application.stage) == ("rejected", "new")
    assert move.message.template == "application_rejected"
    assert move.message.to_address == sari.email
    assert timedelta(minutes=29) < move.message.run_after - timezone.now() <= timedelta(minutes=30)
    assert [e.code for e in Event.objects.filter(application=application)] == ["application.moved"]


def test_a_person_who_did_not_apply_gets_no_letter(actor):
    move = decided(builders.an_application(), "reject", actor)
    assert move.message is None
    assert not Message.objects.exists()


def test_advancing_goes_to_the_next_stage_and_ends_at_the_last(actor):
    application = builders.an_application(stage="test")
    decided(application, "advance", actor)
    assert application.stage == "offer"
    assert decide_application(application, kind="advance", actor=actor) == Refusal("no_next_stage")


def test_an_ended_application_is_not_decided_again(actor):
    application = builders.an_application()
    decided(application, "reject", actor)
    assert decide_application(application, kind="advance", actor=actor) == Refusal("already_ended")


def test_a_stage_that_the_posting_does_not_have_is_refused(actor):
    application = builders.an_application(stage="gone")
    assert decide_application(application, kind="advance", actor=actor) == Refusal("unknown_stage")


def test_holding_twice_is_refused(actor):
    application = builders.an_application()
    decided(application, "hold", actor)
    assert decide_application(application, kind="hold", actor=actor) == Refusal("same_stage")


def test_undo_puts_everything_back_and_the_letter_never_leaves(actor, sari):
    application = builders.an_application(account=sari, days=3)
    since = application.stage_since
    move = decided(application, "advance", actor)
    after = undo_move(move, actor=actor)
    assert (after.stage, after.outcome, after.held, after.stage_since) == ("new", "", False, since)
    assert Message.objects.get(pk=move.message_id).state == "recalled"
    assert undo_move(move, actor=actor) == Refusal("already_undone")


def test_only_the_last_decision_is_undone_and_only_for_half_an_hour(actor):
    application = builders.an_application()
    first, second = decided(application, "hold", actor), decided(application, "advance", actor)
    assert undo_move(first, actor=actor) == Refusal("not_last")
    Move.objects.filter(pk=second.pk).update(moved_at=timezone.now() - timedelta(minutes=31))
    assert undo_move(second, actor=actor) == Refusal("too_late")


def test_undoing_a_pooling_leaves_those_who_were_in_the_pool_before(actor):
    application = builders.an_application()
    TalentPoolEntry.objects.create(candidate=application.candidate, added_at=timezone.now() - timedelta(days=90))
    undo_move(decided(application, "pool", actor), actor=actor)
    assert TalentPoolEntry.objects.count() == 1
    fresh = builders.an_application()
    undo_move(decided(fresh, "pool", actor), actor=actor)
    assert TalentPoolEntry.objects.count() == 1


def test_the_pace_is_the_median_gap_without_pauses(actor):
    posting = builders.a_posting()
    assert decision_pace(posting) is None
    for seconds in (0, 20, 40, 70, 90, 1200, 1220):
        move = decided(builders.an_application(posting), "advance", actor)
        Move.objects.filter(pk=move.pk).update(moved_at=timezone.now() + timedelta(seconds=seconds))
    pace = decision_pace(posting)
    assert pace is not None
    assert round(pace.total_seconds()) == 20
