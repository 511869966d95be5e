"""Intake: a pile of CVs dropped on a posting, file by file."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.models.keys import new_public_id

FILE_STATES = ("waiting", "done", "failed")


class IntakeQuerySet(models.QuerySet["Intake"]):
    def visible_to(self, actor: Actor) -> "IntakeQuerySet":
        return self.filter(posting__organization_id__in=actor.organizations("review_applications"))


class Intake(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset()

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    posting = models.ForeignKey(
        "tepat.JobPosting", on_delete=models.CASCADE, related_name="intakes", help_text="For which posting"
    )
    dropped_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who")
    dropped_at = models.DateTimeField(default=timezone.now, help_text="When")
    finished_at = models.DateTimeField(null=True, blank=True, help_text="When the last file was done")

    objects = IntakeQuerySet.as_manager()


class IntakeFileQuerySet(models.QuerySet["IntakeFile"]):
    def visible_to(self, actor: Actor) -> "IntakeFileQuerySet":
        return self.filter(intake__in=Intake.objects.visible_to(actor))

    def waiting(self) -> "IntakeFileQuerySet":
        return self.filter(state="waiting")


class IntakeFile(models.Model):
    """One file of a pile: waiting, done, or failed with a reason; a failed one can be tried again."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"file_name", "cv", "application"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="files", help_text="Of which pile")
    position = models.PositiveIntegerField(help_text="Order as dropped")
    file_name = models.CharField(max_length=255, help_text="Name as given; inside a ZIP with its folder")
    state = models.CharField(max_length=8, default="waiting", choices=[(s, s) for s in FILE_STATES], help_text="Where it stands")
    error_code = models.CharField(max_length=20, blank=True, help_text="Why it failed, a code")
    error_params = models.JSONField(default=dict, help_text="Parameters of the reason")
    cv = models.ForeignKey(
        "tepat.CV", null=True, blank=True, on_delete=models.SET_NULL, related_name="intake_files", help_text="The CV kept"
    )
    application = models.ForeignKey(
        "tepat.Application",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="intake_files",
        help_text="What it became",
    )
    is_duplicate = models.BooleanField(
        default=False, help_text="The same person had already applied; the newer CV was added to that application"
    )
    done_at = models.DateTimeField(null=True, blank=True, help_text="When it was done or failed")

    objects = IntakeFileQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=FILE_STATES), name="intake_file_state_known"),
            models.CheckConstraint(condition=~models.Q(state="failed") | ~models.Q(error_code=""), name="failed_file_says_why"),
        ]
        indexes = [models.Index(fields=["intake", "state"])]
