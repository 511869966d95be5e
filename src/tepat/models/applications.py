"""Application, Move, Note, Share, Match."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.domain.pipeline import UNDO_WINDOW, Place
from tepat.models.keys import new_public_id

OUTCOMES = ("hired", "rejected", "withdrawn", "pooled")
MOVE_KINDS = ("advance", "move", "reject", "hold", "pool", "withdraw", "again", "hire")


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, actor: Actor) -> "ApplicationQuerySet":
        """All of the organization to its recruiters, shared ones to other seats, one's own to the jobseeker."""
        if actor.account_id is None:
            return self.none()
        seats = [s.membership_id for s in actor.seats]
        return self.filter(
            models.Q(posting__organization_id__in=actor.organizations("review_applications"))
            | models.Q(pk__in=Share.objects.filter(membership_id__in=seats).values("application_id"))
            | models.Q(candidate__account_id=actor.account_id)
        )

    def reviewable_by(self, actor: Actor) -> "ApplicationQuerySet":
        return self.filter(posting__organization_id__in=actor.organizations("review_applications"))

    def sent_by(self, actor: Actor) -> "ApplicationQuerySet":
        return self.filter(candidate__account_id=actor.account_id) if actor.account_id else self.none()

    def shared_with(self, actor: Actor) -> "ApplicationQuerySet":
        return self.filter(shares__membership_id__in=[s.membership_id for s in actor.seats]).distinct()

    def undecided(self) -> "ApplicationQuerySet":
        """Still in the first stage, not ended."""
        return self.filter(outcome="", stage="new")

    def annotate_work(self) -> "ApplicationQuerySet":
        """With `work`: the positions in the CV's document, without the rest of it."""
        return self.annotate(work=models.F("cv__document__work"))

    def in_rank_order(self) -> "ApplicationQuerySet":
        """Best first; the same order for everyone and every time."""
        return self.order_by(
            models.F("match__score").desc(nulls_last=True),
            models.F("match__tie_breaker").desc(nulls_last=True),
            "applied_at",
            "pk",
        )


class Application(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"candidate", "cv"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    posting = models.ForeignKey(
        "tepat.JobPosting", on_delete=models.CASCADE, related_name="applications", help_text="For which posting"
    )
    candidate = models.ForeignKey("tepat.Candidate", on_delete=models.CASCADE, related_name="applications", help_text="Of whom")
    cv = models.ForeignKey(
        "tepat.CV", null=True, on_delete=models.SET_NULL, related_name="applications", help_text="The CV sent, as it was"
    )
    source = models.CharField(
        max_length=10,
        choices=[("apply", "apply"), ("intake", "intake")],
        help_text="Sent by the person, or dropped by a recruiter",
    )
    stage = models.CharField(max_length=20, default="new", help_text="Key of the stage")
    held = models.BooleanField(default=False, help_text="Set aside inside its stage")
    outcome = models.CharField(
        max_length=10, blank=True, choices=[(o, o) for o in OUTCOMES], help_text="How it ended; empty = runs"
    )
    applied_at = models.DateTimeField(default=timezone.now, help_text="When it came")
    stage_since = models.DateTimeField(default=timezone.now, help_text="Since when in this stage")
    first_viewed_at = models.DateTimeField(null=True, blank=True, help_text="When the organization first opened it")
    idempotency_key = models.CharField(
        max_length=64, unique=True, default=new_public_id, help_text="Of the request that made it; a repeat finds this row"
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["posting", "candidate"], name="one_application_per_posting"),
            models.CheckConstraint(condition=models.Q(outcome__in=["", *OUTCOMES]), name="application_outcome_known"),
        ]
        indexes = [models.Index(fields=["posting", "outcome", "stage"])]

    @property
    def place(self) -> Place:
        return Place(self.stage, self.outcome or None, held=self.held)  # type: ignore[arg-type]


class MoveQuerySet(models.QuerySet["Move"]):
    def visible_to(self, actor: Actor) -> "MoveQuerySet":
        return self.filter(application__in=Application.objects.visible_to(actor))

    def standing(self) -> "MoveQuerySet":
        return self.filter(undone_at=None)

    def undoable(self) -> "MoveQuerySet":
        """Standing and not older than the undo window."""
        return self.standing().filter(moved_at__gte=timezone.now() - UNDO_WINDOW)


class Move(models.Model):
    """A row of an application's history: one decision."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"words"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="moves", help_text="Of which application")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in MOVE_KINDS], help_text="What was decided")
    from_stage = models.CharField(max_length=20, help_text="Stage before")
    to_stage = models.CharField(max_length=20, help_text="Stage after")
    from_held = models.BooleanField(default=False, help_text="Was set aside before")
    from_since = models.DateTimeField(help_text="Since when it had been in the stage before")
    reason = models.CharField(max_length=30, blank=True, help_text="Code of the reason")
    words = models.CharField(max_length=500, blank=True, help_text="Reason in own words, seen by the organization only")
    moved_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who decided")
    moved_at = models.DateTimeField(default=timezone.now, help_text="When")
    undone_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken back")
    message = models.ForeignKey(
        "tepat.Message", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="The letter it caused"
    )

    objects = MoveQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=MOVE_KINDS), name="move_kind_known")]

    @property
    def undo_until(self) -> "timedelta":
        """Time left to take it back; zero or less = too late."""
        return self.moved_at + UNDO_WINDOW - timezone.now()


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, actor: Actor) -> "NoteQuerySet":
        """Notes never reach the jobseeker: only seats that see the application."""
        seats = [s.membership_id for s in actor.seats]
        return self.filter(
            models.Q(application__posting__organization_id__in=actor.organizations("review_applications"))
            | models.Q(application__shares__membership_id__in=seats)
        ).distinct()


class Note(models.Model):
    """Words about an application, inside the organization; a hiring manager's carries an opinion."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"words"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="notes", help_text="About which application"
    )
    words = models.TextField(max_length=4000, blank=True, help_text="Plain text")
    opinion = models.CharField(
        max_length=5,
        blank=True,
        choices=[(o, o) for o in ("yes", "maybe", "no")],
        help_text="Answer of a reviewer; empty = a plain note",
    )
    written_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who")
    written_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]


class ShareQuerySet(models.QuerySet["Share"]):
    def visible_to(self, actor: Actor) -> "ShareQuerySet":
        seats = [s.membership_id for s in actor.seats]
        return self.filter(
            models.Q(membership_id__in=seats)
            | models.Q(application__posting__organization_id__in=actor.organizations("review_applications"))
        )


class Share(models.Model):
    """An application laid before one member, such as the hiring manager."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="shares", help_text="Which application")
    membership = models.ForeignKey("tepat.Membership", on_delete=models.CASCADE, related_name="shares", help_text="Before whom")
    shared_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="By whom")
    shared_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = ShareQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "membership"], name="shared_once")]


class MatchQuerySet(models.QuerySet["Match"]):
    def visible_to(self, actor: Actor) -> "MatchQuerySet":
        return self.filter(application__in=Application.objects.visible_to(actor))


class Match(models.Model):
    """The verdicts of one application, as stored inputs and versions gave them."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"document", "headline"})

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="match", help_text="Of which application"
    )
    score = models.PositiveIntegerField(help_text="Millionths; orders the list, never shown")
    tie_breaker = models.PositiveIntegerField(default=0, help_text="Millionths; orders equal scores")
    occupation_fit = models.PositiveIntegerField(default=0, help_text="Millionths")
    must_met = models.PositiveSmallIntegerField(help_text="Musts met")
    must_total = models.PositiveSmallIntegerField(help_text="Musts")
    nice_met = models.PositiveSmallIntegerField(default=0, help_text="Nice-to-haves met")
    nice_total = models.PositiveSmallIntegerField(default=0, help_text="Nice-to-haves")
    strip = models.CharField(max_length=80, help_text="Verdicts in order: m p n c, must | nice, such as mmpn|mn")
    document = models.JSONField(
        default=dict, help_text="Requirements with verdict, reason and evidence, as `tepat shortlist` prints them"
    )
    headline = models.CharField(max_length=200, blank=True, help_text="Last position and employer, for lists")
    versions = models.JSONField(default=dict, help_text="Reader, knowledge, matcher and requirements it was computed from")
    computed_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = MatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(must_met__lte=models.F("must_total")), name="musts_met_within_total")
        ]
