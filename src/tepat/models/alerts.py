"""Alert: a saved search that tells its owner of new postings."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.models.keys import new_public_id

FREQUENCIES = ("instant", "daily", "weekly")


class AlertQuerySet(models.QuerySet["Alert"]):
    def visible_to(self, actor: Actor) -> "AlertQuerySet":
        return self.filter(account_id=actor.account_id) if actor.account_id else self.none()

    def awake(self) -> "AlertQuerySet":
        return self.filter(paused_at=None, stopped_at=None, account__is_active=True)


class Alert(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"account", "words", "query"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    account = models.ForeignKey("tepat.Account", on_delete=models.CASCADE, related_name="alerts", help_text="Whose")
    words = models.CharField(max_length=300, help_text="The search as typed, for the list and the letter")
    query = models.JSONField(help_text="The search as a value, see domain/search")
    frequency = models.CharField(
        max_length=8, default="instant", choices=[(f, f) for f in FREQUENCIES], help_text="How often to write"
    )
    created_at = models.DateTimeField(default=timezone.now, help_text="When it was saved")
    paused_at = models.DateTimeField(null=True, blank=True, help_text="Silent since")
    stopped_at = models.DateTimeField(null=True, blank=True, help_text="Ended by its owner or by one click in a letter")
    keys_made_with = models.CharField(
        max_length=64, blank=True, help_text="Fingerprint of the language of search its keys were made with"
    )
    last_sent_at = models.DateTimeField(null=True, blank=True, help_text="When the last letter was put into the outbox")

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(frequency__in=FREQUENCIES), name="alert_frequency_known")]


class AlertKey(models.Model):
    """A term without which a posting cannot match the alert; an empty term stands for "any posting may"."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="keys", help_text="Of which alert")
    term = models.CharField(max_length=100, help_text="Normalised term, the rarest of its query")

    objects: ClassVar[models.Manager["AlertKey"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alert", "term"], name="alert_key_once")]
        indexes = [models.Index(fields=["term", "alert"])]


class AlertHit(models.Model):
    """A posting that an alert found: once, whatever happens."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="hits", help_text="Which alert")
    posting = models.ForeignKey(
        "tepat.JobPosting", on_delete=models.CASCADE, related_name="alert_hits", help_text="Which posting"
    )
    found_at = models.DateTimeField(default=timezone.now, help_text="When")
    message = models.ForeignKey(
        "tepat.Message",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The letter that told of it",
    )

    objects: ClassVar[models.Manager["AlertHit"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alert", "posting"], name="alert_hit_once")]
