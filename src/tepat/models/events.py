"""Event: what happened, in one row for timeline, audit and webhooks. Ids and codes, never personal text."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, actor: Actor) -> "EventQuerySet":
        """An organization's to its recruiters; an operator sees all."""
        return self if actor.is_operator else self.filter(organization_id__in=actor.organizations("review_applications"))

    def unsealed(self) -> "EventQuerySet":
        return self.filter(seal="").order_by("pk")


class Event(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset()

    code = models.CharField(max_length=40, help_text="What happened, such as application.created")
    at = models.DateTimeField(default=timezone.now, help_text="When")
    actor = models.ForeignKey(
        "tepat.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="Who; empty = the system"
    )
    organization = models.ForeignKey(
        "tepat.Organization", null=True, blank=True, on_delete=models.SET_NULL, related_name="events", help_text="Where"
    )
    posting = models.ForeignKey(
        "tepat.JobPosting", null=True, blank=True, on_delete=models.SET_NULL, related_name="events", help_text="Posting concerned"
    )
    application = models.ForeignKey(
        "tepat.Application",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text="Application concerned",
    )
    params = models.JSONField(default=dict, help_text="Ids and codes only")
    seal = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 over this row and the seal before it, hex; empty until sealed"
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization", "-at"]), models.Index(fields=["application", "at"])]


DEMO_LOADED = "demo.loaded"


def is_demo_home() -> bool:
    """True in a home that was filled with the demo: its event is written with it, and never afterwards."""
    return Event.objects.filter(code=DEMO_LOADED).exists()


class SearchChange(models.Model):
    """A change that the search index has not taken over yet; its id is the sequence number."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    kind = models.CharField(
        max_length=10,
        choices=[("posting", "posting"), ("candidate", "candidate"), ("everything", "everything")],
        help_text="Which index; everything = both anew",
    )
    object_id = models.PositiveBigIntegerField(help_text="Row that changed; 0 for everything")
    at = models.DateTimeField(default=timezone.now, help_text="When")

    objects: ClassVar[models.Manager["SearchChange"]] = models.Manager()


class SpentKey(models.Model):
    """An idempotency key that was used, with where its answer stands, so that a repeated POST does nothing twice."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    owner = models.CharField(max_length=64, help_text="Account id or session key it belongs to")
    key = models.CharField(max_length=64, help_text="As the form sent it")
    answer_path = models.CharField(max_length=300, help_text="Where the first request led")
    spent_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects: ClassVar[models.Manager["SpentKey"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="key_spent_once")]
