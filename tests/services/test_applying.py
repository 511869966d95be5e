"""Applying: one application, one event, one letter, whatever is repeated; consent per purpose."""

import pytest
from django.utils import timezone

import builders
from tepat.domain.refusal import Refusal
from tepat.models import Alert, Application, Candidate, Consent, Event, JobPosting, Jobseeker, Match, Message, SearchChange, Share
from tepat.services.applying import apply_for_posting, note_first_view, screen_sent_application, withdraw_application
from tepat.services.consenting import give_consent, withdraw_consent


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


@pytest.fixture
def cv(sari):
    return builders.a_cv(account=sari, name="Sari")


def apply(account, posting, cv, key="kunci", purposes=("apply",)):
    return apply_for_posting(account, posting=posting, cv=cv, idempotency_key=key, purposes=frozenset(purposes))


def test_one_transaction_makes_application_event_consent_letter_and_match(sari, posting, cv):
    application = apply(sari, posting, cv)
    assert isinstance(application, Application)
    letter = Message.objects.get(application=application)
    assert (letter.template, letter.params["path"]) == ("application_received", f"/saya/lamaran/{application.public_id}/")
    assert Consent.objects.get(account=sari).application == application
    assert Match.objects.filter(application=application).count() == 1
    assert [e.code for e in Event.objects.filter(application=application).order_by("pk")] == [
        "application.created",
        "consent.given",
        "match.computed",
    ]


def test_the_same_key_changes_nothing(sari, posting, cv):
    first = apply(sari, posting, cv)
    events = Event.objects.count()
    assert apply(sari, posting, cv) == first
    assert (Application.objects.count(), Message.objects.count(), Event.objects.count()) == (1, 1, events)


def test_another_key_for_the_same_posting_is_refused(sari, posting, cv):
    apply(sari, posting, cv)
    assert apply(sari, posting, cv, key="lain") == Refusal("already_applied")
    assert Message.objects.count() == 1


def test_another_persons_key_is_no_way_in(sari, posting, cv):
    apply(sari, posting, cv)
    tono = builders.an_account("Tono")
    answer = apply(tono, posting, builders.a_cv(account=tono, name="Tono"))
    assert isinstance(answer, Refusal)
    assert not Application.objects.filter(candidate__account=tono).exists()


YESTERDAY = timezone.localdate() - timezone.timedelta(days=1)


@pytest.mark.parametrize("change", [{"state": "closed"}, {"closes_on": YESTERDAY}])
def test_a_posting_that_is_not_live_takes_nothing(sari, posting, cv, change):
    JobPosting.objects.filter(pk=posting.pk).update(**change)
    assert apply(sari, posting, cv) == Refusal("posting_closed")
    assert not Candidate.objects.exists()


def test_without_consent_nothing_is_sent(sari, posting, cv):
    assert apply(sari, posting, cv, purposes=("cv_database", "alerts")) == Refusal("consent_missing", "consent_apply")
    assert not Consent.objects.exists()


def test_an_unreadable_cv_is_refused(sari, posting):
    bad = builders.a_cv(account=sari, state="unreadable", error_code="damaged")
    assert apply(sari, posting, bad) == Refusal("cv_unreadable", "cv")


def test_each_purpose_has_its_own_effect(sari, posting, cv):
    apply(sari, posting, cv, purposes=("apply", "cv_database", "alerts"))
    assert set(Consent.objects.filter(account=sari).values_list("purpose", flat=True)) == {"apply", "cv_database", "alerts"}
    assert Jobseeker.objects.get(account=sari).visibility == "verified"
    assert Alert.objects.get(account=sari).words == "IT Support, Bandung · Bandung"


def test_a_chosen_visibility_stays(sari, posting, cv):
    Jobseeker.objects.create(account=sari, visibility="anonymous")
    apply(sari, posting, cv, purposes=("apply", "cv_database"))
    assert Jobseeker.objects.get(account=sari).visibility == "anonymous"


def test_screening_again_is_one_match(sari, posting, cv):
    application = apply(sari, posting, cv)
    screen_sent_application.call(application.pk)
    screen_sent_application.call(10**9)
    assert Match.objects.count() == 1


def test_the_first_view_is_noted_once(sari, posting, cv):
    application = apply(sari, posting, cv)
    note_first_view(application)
    first = Application.objects.get().first_viewed_at
    note_first_view(application)
    assert Application.objects.get().first_viewed_at == first
    assert Event.objects.filter(code="application.viewed").count() == 1


def test_consent_given_twice_is_one_and_withdrawn_at_once(sari):
    assert give_consent(sari, purpose="alerts") == give_consent(sari, purpose="alerts")
    changes = SearchChange.objects.count()
    assert withdraw_consent(sari, purpose="alerts") == 1
    assert withdraw_consent(sari, purpose="alerts") == 0
    assert not Consent.objects.in_force("alerts").exists()
    assert SearchChange.objects.count() == changes + 1
    assert give_consent(sari, purpose="alerts").withdrawn_at is None
    assert Consent.objects.count() == 2


def test_who_withdrew_applies_anew_with_another_cv_and_the_history_stays_whole(sari, posting, cv, citra):
    first = apply(sari, posting, cv)
    share = Share.objects.create(application=first, membership=citra.memberships.get())
    note_first_view(first)
    withdraw_application(first, account=sari)
    other = builders.a_cv(account=sari, name="Sari Baru")
    again = apply(sari, posting, other, key="kedua")
    assert again == first
    assert (again.outcome, again.stage, again.cv, again.first_viewed_at) == ("", "new", other, None)
    assert [m.kind for m in again.moves.all()] == ["withdraw", "again"]
    assert again.applied_at == again.stage_since == again.moves.get(kind="again").moved_at
    assert Match.objects.get(application=again).computed_at > again.applied_at
    assert not Share.objects.filter(pk=share.pk).exists()
    assert Message.objects.filter(application=again, template="application_received").count() == 2


def test_applying_anew_twice_with_one_key_changes_nothing(sari, posting, cv):
    withdraw_application(apply(sari, posting, cv), account=sari)
    again = apply(sari, posting, cv, key="kedua")
    events = Event.objects.count()
    assert apply(sari, posting, cv, key="kedua") == again
    assert apply(sari, posting, cv, key="ketiga") == Refusal("already_applied")
    assert Event.objects.count() == events


def test_nobody_applies_anew_for_a_closed_posting(sari, posting, cv):
    first = apply(sari, posting, cv)
    withdraw_application(first, account=sari)
    JobPosting.objects.filter(pk=posting.pk).update(state="closed")
    assert apply(sari, posting, cv, key="kedua") == Refusal("posting_closed")
    assert Application.objects.get(pk=first.pk).outcome == "withdrawn"
