"""CV: the file, its canonical text, what was understood of it, and what people corrected."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.models.keys import new_public_id

DRAWN = ("application/pdf", "application/vnd.tepat.photos", "image/")
"""Kinds of files whose pages are shown as pictures."""
STATES = ("received", "read", "unreadable")


class CVQuerySet(models.QuerySet["CV"]):
    def visible_to(self, actor: Actor) -> "CVQuerySet":
        """One's own; those of an application to one's organization; those shared with one's seat."""
        if actor.account_id is None:
            return self.none()
        reviewing = actor.organizations("review_applications")
        seats = [s.membership_id for s in actor.seats]
        sent = models.Q(pk__in=self.model.objects.filter(applications__posting__organization_id__in=reviewing).values("pk"))
        shared = models.Q(pk__in=self.model.objects.filter(applications__shares__membership_id__in=seats).values("pk"))
        return self.filter(models.Q(account_id=actor.account_id) | models.Q(organization_id__in=reviewing) | sent | shared)

    def to_read(self) -> "CVQuerySet":
        return self.filter(state="received")

    def read_by_another(self, version: str) -> "CVQuerySet":
        """Files that were read, or could not be, by another reader than this version."""
        return self.exclude(state="received").exclude(stored_as="").exclude(reader_version=version)


class CV(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"account", "file_name", "text", "boxes", "document", "sha256"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    account = models.ForeignKey(
        "tepat.Account",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="cvs",
        help_text="Owner, if a jobseeker gave it",
    )
    organization = models.ForeignKey(
        "tepat.Organization",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="cvs",
        help_text="Owner, if a recruiter dropped it",
    )
    file_name = models.CharField(max_length=255, help_text="Name as given; a hint only, never a path")
    stored_as = models.CharField(
        max_length=80, blank=True, help_text="Generated key in the file store; empty for a profile written by form"
    )
    sha256 = models.CharField(max_length=64, db_index=True, help_text="Of the file's bytes, hex")
    size_bytes = models.PositiveIntegerField(help_text="Of the file")
    media_type = models.CharField(max_length=100, blank=True, help_text="Decided by content")
    state = models.CharField(
        max_length=12, default="received", choices=[(s, s) for s in STATES], help_text="Where reading stands"
    )
    error_code = models.CharField(max_length=20, blank=True, help_text="Why it could not be read, a code")
    error_params = models.JSONField(default=dict, help_text="Parameters of the reason")
    text = models.TextField(blank=True, help_text="Canonical text; every offset counts its code points")
    page_starts = models.JSONField(default=list, help_text="Offset at which each page begins")
    boxes = models.JSONField(default=list, help_text="[start, end, page, x0, y0, x1, y1] in points from the top left")
    document = models.JSONField(default=dict, help_text="What was read, as `tepat cv read` prints it")
    reader_version = models.CharField(max_length=40, blank=True, help_text="Reader and knowledge that read it")
    received_at = models.DateTimeField(default=timezone.now, help_text="When it came")
    read_at = models.DateTimeField(null=True, blank=True, help_text="When it was last read")
    confirmed_at = models.DateTimeField(null=True, blank=True, help_text="When its owner confirmed what was read")

    objects = CVQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(account__isnull=False, organization__isnull=True)
                | models.Q(account__isnull=True, organization__isnull=False),
                name="cv_has_one_owner",
            ),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="cv_state_known"),
            models.CheckConstraint(
                condition=~models.Q(state="unreadable") | ~models.Q(error_code=""), name="unreadable_cv_says_why"
            ),
        ]

    @property
    def drawn_pages(self) -> tuple[int, ...]:
        """Pages that can be shown as pictures, from 1; none of files without pages or without a file."""
        return tuple(range(1, len(self.page_starts) + 1)) if self.stored_as and self.media_type.startswith(DRAWN) else ()

    def page_of(self, offset: int) -> int:
        """1-based page on which an offset stands."""
        return max(1, sum(int(start) <= offset for start in self.page_starts))


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def visible_to(self, actor: Actor) -> "CorrectionQuerySet":
        return self.filter(cv__in=CV.objects.visible_to(actor))


class Correction(models.Model):
    """A fact put right by a person: provenance that a re-read never overwrites. The last one for a path counts.

    A re-read moves the path along with what it speaks of; empty = what it took out is not read any more.
    """

    personal_fields: ClassVar[frozenset[str]] = frozenset({"value", "value_read"})

    cv = models.ForeignKey(CV, on_delete=models.CASCADE, related_name="corrections", help_text="Of which CV")
    path = models.CharField(max_length=120, help_text="JSON pointer into the document, such as /basics/name")
    value: Any = models.JSONField(null=True, help_text="The right value; null = not so, leave it out")
    value_read: Any = models.JSONField(null=True, help_text="What the reader had said")
    corrected_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who")
    corrected_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
