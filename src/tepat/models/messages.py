"""Message: a row of the outbox. What is sent was first stored, in the transaction that caused it."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.models.keys import new_public_id

STATES = ("waiting", "sent", "recalled", "failed")


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self) -> "MessageQuerySet":
        """To be sent now, oldest first."""
        return self.filter(state="waiting", run_after__lte=timezone.now()).order_by("run_after", "pk")


class Message(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"to_address", "account", "params"})

    public_id = models.CharField(
        max_length=12,
        unique=True,
        default=new_public_id,
        editable=False,
        help_text="Random id; part of the Message-ID, so a repeat on the wire is the same letter",
    )
    template = models.CharField(max_length=40, help_text="Which letter: a folder-less name in templates/mail")
    language = models.CharField(max_length=2, default="id", help_text="Language of the letter")
    to_address = models.EmailField(help_text="Recipient")
    account = models.ForeignKey(
        "tepat.Account",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="messages",
        help_text="Recipient's account, if any",
    )
    application = models.ForeignKey(
        "tepat.Application",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="messages",
        help_text="What it is about",
    )
    params = models.JSONField(default=dict, help_text="Ids and values that the letter needs")
    dedupe_key = models.CharField(
        max_length=120, null=True, blank=True, unique=True, help_text="At most one letter per key, ever"
    )
    run_after = models.DateTimeField(default=timezone.now, help_text="Not before; until then it can be recalled")
    state = models.CharField(max_length=8, default="waiting", choices=[(s, s) for s in STATES], help_text="Where it stands")
    attempts = models.PositiveSmallIntegerField(default=0, help_text="Times tried")
    last_error = models.CharField(max_length=200, blank=True, help_text="Class of the last failure; no content")
    created_at = models.DateTimeField(default=timezone.now, help_text="When it was caused")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When the server took it")

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(state__in=STATES), name="message_state_known")]
        indexes = [models.Index(fields=["state", "run_after"])]
