"""Alerts: a saved search is told of each new posting that it finds, once, and stops at one click."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from tepat.domain.alerts import alert_keys, document_keys
from tepat.domain.language.words import FINGERPRINT
from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.domain.search import NOTHING, Document, Query, matches, query_from_document, query_to_document
from tepat.models import Account, Alert, AlertHit, AlertKey, JobPosting
from tepat.services import documenting, engines
from tepat.services.consenting import give_consent
from tepat.services.recording import record_event
from tepat.services.sending import put_letter

MOST_ALERTS = 50
DIGESTS = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}


def save_alert(account: Account, *, words: str, query: Query, frequency: str = "instant") -> Alert | Refusal:
    """Saves a search; new postings that it finds are told of. Refusals: too_many_alerts, unknown_frequency."""
    if frequency not in {"instant", *DIGESTS}:
        return Refusal("unknown_frequency", "frequency")
    with transaction.atomic():
        mine = Alert.objects.filter(account=account, stopped_at=None)
        as_dict = query_to_document(query)
        known = next((a for a in mine if a.query == as_dict), None)
        if known:
            return known
        if mine.count() >= MOST_ALERTS:
            return Refusal("too_many_alerts", "", {"limit": MOST_ALERTS})
        alert = Alert.objects.create(account=account, words=words[:300], query=as_dict, frequency=frequency)
        _make_keys(alert, query)
        give_consent(account, purpose="alerts")
        record_event("alert.saved", actor=Actor(account.pk), alert=alert.public_id)
    return alert


def _make_keys(alert: Alert, query: Query) -> None:
    AlertKey.objects.filter(alert=alert).delete()
    AlertKey.objects.bulk_create(AlertKey(alert=alert, term=term) for term in alert_keys(query, frequency=_frequency))
    Alert.objects.filter(pk=alert.pk).update(keys_made_with=str(FINGERPRINT))


def renew_alert_keys() -> int:
    """Makes keys anew where the language of search changed since; says how many alerts. Safe to repeat."""
    stale = list(Alert.objects.filter(stopped_at=None).exclude(keys_made_with=str(FINGERPRINT))[:500])
    for alert in stale:
        query = query_from_document(alert.query)
        with transaction.atomic():
            _make_keys(alert, query if isinstance(query, Query) else Query(where=NOTHING))
    return len(stale)


def _frequency(key: str) -> int:
    return engines.index().frequency(key, kind="posting")


def stop_alert(alert: Alert) -> None:
    """Ends an alert for good; repeating it does nothing."""
    with transaction.atomic():
        if Alert.objects.filter(pk=alert.pk, stopped_at=None).update(stopped_at=timezone.now()):
            record_event("alert.stopped", alert=alert.public_id)


def pause_alert(alert: Alert, *, paused: bool) -> None:
    """Silent from now, or no longer; silent already stays silent since then."""
    Alert.objects.filter(pk=alert.pk, paused_at__isnull=paused).update(paused_at=timezone.now() if paused else None)


def alerts_finding(document: Document, *, saved_before: datetime) -> list[Alert]:
    """Alerts saved before then that find this posting: candidates by their keys, then verified exactly."""
    awake = (
        Alert.objects.awake()
        .filter(Q(keys__term__in=document_keys(document)), created_at__lte=saved_before)
        .distinct()
        .select_related("account")
        .order_by("pk")
    )
    asked = ((alert, query_from_document(alert.query)) for alert in awake)
    return [alert for alert, query in asked if isinstance(query, Query) and matches(query, document)]


@task(queue_name="default")
def match_alerts(posting_id: int) -> None:
    """A new posting against all alerts. A hit is a row that can exist only once, so a repeat tells nobody twice."""
    posting = (
        JobPosting.objects.live().select_related("organization").prefetch_related("requirements").filter(pk=posting_id).first()
    )
    if posting is None:
        return
    public_since = posting.published_at or timezone.now()
    for alert in alerts_finding(documenting.posting_document(posting), saved_before=public_since):
        with transaction.atomic():
            hit, fresh = AlertHit.objects.get_or_create(alert=alert, posting=posting)
            if fresh and alert.frequency == "instant":
                _write(alert, [hit])


def write_digests() -> int:
    """Daily and weekly letters that are due; says how many. Safe to repeat."""
    written = 0
    for frequency, every in DIGESTS.items():
        due = Q(last_sent_at=None, created_at__lte=timezone.now() - every) | Q(last_sent_at__lte=timezone.now() - every)
        alerts = Alert.objects.awake().filter(due, frequency=frequency, hits__message=None, hits__isnull=False).distinct()
        for alert in alerts.select_related("account"):
            with transaction.atomic():
                hits = list(alert.hits.select_for_update().filter(message=None))
                written += bool(hits) and _write(alert, hits)
    return written


def _write(alert: Alert, hits: list[AlertHit]) -> bool:
    """One letter for these hits."""
    message = put_letter(
        "alert_postings",
        to=alert.account,
        params={
            "posting_ids": [h.posting_id for h in hits],
            "words": alert.words,
            "alert": alert.public_id,
            "stop_path": f"/alert/{alert.public_id}/berhenti/{stop_token(alert)}/",
        },
        dedupe_key=f"alert:{alert.pk}:{min(h.posting_id for h in hits)}:{max(h.posting_id for h in hits)}",
    )
    if message is None:
        return False
    AlertHit.objects.filter(pk__in=[h.pk for h in hits]).update(message=message)
    Alert.objects.filter(pk=alert.pk).update(last_sent_at=timezone.now())
    return True


def stop_token(alert: Alert) -> str:
    """The token of this alert's stop link: signed, so that nothing secret is stored."""
    from django.core.signing import Signer

    return Signer(salt="alert.stop").sign(alert.public_id).rpartition(":")[2]


def alert_to_stop(public_id: str, token: str) -> Alert | None:
    """The alert that a stop link names, if the link is ours."""
    from django.utils.crypto import constant_time_compare

    alert = Alert.objects.filter(public_id=public_id).first()
    return alert if alert and constant_time_compare(stop_token(alert), token) else None


def reconcile_alerts() -> int:
    """Finds postings of the last two days whose matching was lost and matches them; says how many were looked at."""
    since = timezone.now() - timedelta(days=2)
    recent = JobPosting.objects.live().filter(published_at__gte=since).values_list("pk", flat=True)
    for pk in recent:
        match_alerts.call(pk)
    return len(recent)
