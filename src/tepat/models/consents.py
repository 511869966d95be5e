"""Consent: given for one purpose, with the version of the words, withdrawn in one click."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor

PURPOSES = ("apply", "cv_database", "alerts", "share")


class ConsentQuerySet(models.QuerySet["Consent"]):
    def visible_to(self, actor: Actor) -> "ConsentQuerySet":
        return self.filter(account_id=actor.account_id) if actor.account_id else self.none()

    def in_force(self, purpose: str) -> "ConsentQuerySet":
        return self.filter(purpose=purpose, withdrawn_at=None)


class Consent(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"account"})

    account = models.ForeignKey("tepat.Account", on_delete=models.CASCADE, related_name="consents", help_text="Who agreed")
    purpose = models.CharField(max_length=12, choices=[(p, p) for p in PURPOSES], help_text="What for")
    organization = models.ForeignKey(
        "tepat.Organization",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Towards whom; empty = Tepat",
    )
    application = models.ForeignKey(
        "tepat.Application",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="consents",
        help_text="With which application",
    )
    text_version = models.CharField(max_length=20, help_text="Version of the words agreed to")
    language = models.CharField(max_length=2, help_text="Language in which they were read")
    given_at = models.DateTimeField(default=timezone.now, help_text="When")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken back")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(purpose__in=PURPOSES), name="consent_purpose_known")]
        indexes = [models.Index(fields=["account", "purpose"])]
