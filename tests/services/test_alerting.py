"""Alerts: complete against brute force, nothing twice, one click stops, digests in time."""

import random
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

import builders
from tepat.domain.search import matches
from tepat.domain.search.understanding import understand
from tepat.models import Alert, AlertHit, AlertKey, JobPosting, Message
from tepat.services.alerting import match_alerts, reconcile_alerts, renew_alert_keys, save_alert, stop_alert, write_digests
from tepat.services.documenting import posting_document
from tepat.services.searching import vocabulary
from tepat.services.sending import send_due_letters

ROLES = ("IT Helpdesk", "IT Support", "Network Engineer", "System Administrator", "Data Analyst", "QA Engineer")
CITIES = ("Bandung", "Surabaya", "Makassar")
WORDS = ("mikrotik", "windows server", "linux", "python", "cctv", "active directory")


def query_of(words):
    return understand(words, vocabulary=vocabulary()).query


def an_alert(words, account=None, **more):
    return save_alert(account or builders.an_account("Sari"), words=words, query=query_of(words), **more)


def a_live_posting(**fields):
    """A posting that was published after the alerts of the test were saved."""
    posting = builders.a_posting(**({"published_at": timezone.now() + timedelta(seconds=1)} | fields))
    match_alerts.call(posting.pk)
    return posting


@pytest.mark.django_db
def test_every_pair_is_as_by_brute_force():
    seeded = random.Random(7)  # noqa: S311 - a test's dice
    queries = [
        seeded.choice(ROLES), seeded.choice(CITIES), "python OR linux", '"windows server" bandung', "helpdesk NOT surabaya",
        *(f"{seeded.choice(WORDS)} {seeded.choice(CITIES)}".lower() for _ in range(20)),
        *(f"{seeded.choice(ROLES)} {n}jt" for n in range(3, 9)),
    ]  # fmt: skip
    alerts = {a.pk: a for a in (an_alert(q) for q in queries)}
    organization = builders.an_organization()
    for _ in range(40):
        a_live_posting(
            organization=organization,
            title=seeded.choice(ROLES),
            city=seeded.choice(CITIES),
            text=f"Menguasai {seeded.choice(WORDS)} dan {seeded.choice(WORDS)}",
            salary_max_idr_month=seeded.randrange(3, 10) * 1_000_000,
        )
    postings = JobPosting.objects.select_related("organization").prefetch_related("requirements")
    wanted = {(pk, p.pk) for p in postings for pk, a in alerts.items() if matches(query_of(a.words), posting_document(p))}
    assert set(AlertHit.objects.values_list("alert_id", "posting_id")) == wanted
    assert wanted


def test_a_hit_is_told_once_whatever_happens(db):
    an_alert("helpdesk bandung")
    posting = a_live_posting(title="IT Helpdesk", city="Bandung")
    match_alerts.call(posting.pk)
    reconcile_alerts()
    assert Message.objects.count() == 1
    assert send_due_letters() == 1
    assert "IT Helpdesk" in mail.outbox[0].body


def test_letters_stop_at_one_click(db):
    an_alert("helpdesk")
    a_live_posting(title="IT Helpdesk")
    send_due_letters()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/berhenti/" in headers["List-Unsubscribe"]


def test_stopped_and_paused_alerts_are_silent(db):
    stop_alert(an_alert("helpdesk"))
    paused = an_alert("helpdesk")
    Alert.objects.filter(pk=paused.pk).update(paused_at=timezone.now())
    a_live_posting(title="IT Helpdesk")
    assert not AlertHit.objects.exists()


def test_older_postings_are_no_news(db):
    posting = builders.a_posting(title="IT Helpdesk", published_at=timezone.now() - timedelta(days=1))
    an_alert("helpdesk")
    reconcile_alerts()
    match_alerts.call(posting.pk)
    assert not AlertHit.objects.exists()


def test_a_lost_matching_is_found_by_the_reconciler(db):
    alert = an_alert("helpdesk")
    posting = builders.a_posting(title="IT Helpdesk", published_at=timezone.now() + timedelta(seconds=1))
    assert not AlertHit.objects.exists()
    reconcile_alerts()
    assert AlertHit.objects.get().posting == posting
    assert AlertHit.objects.get().alert == alert


def test_a_daily_alert_gathers_and_writes_one_letter(db):
    alert = an_alert("helpdesk", frequency="daily")
    for _ in range(3):
        a_live_posting(title="IT Helpdesk")
    assert write_digests() == 0, "not yet a day"
    Alert.objects.filter(pk=alert.pk).update(created_at=timezone.now() - timedelta(days=2))
    assert (write_digests(), write_digests()) == (1, 0)
    assert len(Message.objects.get().params["posting_ids"]) == 3


def test_the_same_search_is_saved_once(sari):
    assert an_alert("helpdesk", sari) == an_alert("helpdesk", sari)


def test_closed_postings_tell_nobody(db):
    an_alert("helpdesk")
    posting = builders.a_posting(title="IT Helpdesk", state="closed")
    match_alerts.call(posting.pk)
    assert not AlertHit.objects.exists()


def test_keys_are_made_anew_when_the_language_changes(db):
    alert = an_alert("helpdesk")
    AlertKey.objects.all().delete()
    Alert.objects.update(keys_made_with="older")
    assert (renew_alert_keys(), renew_alert_keys()) == (1, 0)
    a_live_posting(title="IT Helpdesk")
    assert AlertHit.objects.get().alert == alert
