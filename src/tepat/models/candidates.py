"""Candidate: a person as one organization considers them."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.likeness import name_key
from tepat.domain.permissions import Actor
from tepat.models.keys import new_public_id


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def visible_to(self, actor: Actor) -> "CandidateQuerySet":
        """All of the organization to its recruiters; to others only those whose application was shared with them."""
        reviewing = actor.organizations("review_applications")
        shared = [s.membership_id for s in actor.seats]
        return self.filter(
            models.Q(organization_id__in=reviewing)
            | models.Q(pk__in=self.model.objects.filter(applications__shares__membership_id__in=shared).values("pk"))
        )

    def alike(self, *, email: str | None, phone: str | None) -> "CandidateQuerySet":
        """Those with the same e-mail or phone; nobody if both are empty."""
        same = models.Q(pk__in=[])
        if email:
            same |= models.Q(email__iexact=email)
        if phone:
            same |= models.Q(phone=phone)
        return self.filter(same)


class NameKey(models.CharField[str, str]):
    """Follows the row's name whenever it is written."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001 - Django's signature
        key = name_key(model_instance.name)[:200]  # type: ignore[attr-defined]
        setattr(model_instance, self.attname, key)
        return key

    def deconstruct(self) -> Any:
        """To a migration it is a column of text."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class Candidate(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"name", "name_key", "email", "phone", "city", "account"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    organization = models.ForeignKey(
        "tepat.Organization", on_delete=models.CASCADE, related_name="candidates", help_text="Who considers"
    )
    account = models.ForeignKey(
        "tepat.Account",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="candidacies",
        help_text="The person's own account, if any",
    )
    name = models.CharField(max_length=200, blank=True, help_text="As in the CV")
    name_key = NameKey(
        max_length=200,
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text="Name without degrees, case and signs, to find who may be the same person",
    )
    email = models.EmailField(blank=True, help_text="As in the CV, lower case")
    phone = models.CharField(max_length=20, blank=True, help_text="E.164")
    city = models.CharField(max_length=80, blank=True, help_text="Domicile")
    created_at = models.DateTimeField(default=timezone.now, help_text="First seen")

    objects = CandidateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "account"], condition=models.Q(account__isnull=False), name="candidate_per_account_once"
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "email"]),
            models.Index(fields=["organization", "phone"]),
            models.Index(fields=["organization", "name_key"]),
        ]


class TalentPoolEntryQuerySet(models.QuerySet["TalentPoolEntry"]):
    def visible_to(self, actor: Actor) -> "TalentPoolEntryQuerySet":
        return self.filter(candidate__organization_id__in=actor.organizations("review_applications"))


class TalentPoolEntry(models.Model):
    """A candidate kept for later postings."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"candidate"})

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="pool_entries", help_text="Who")
    added_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="By whom")
    added_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = TalentPoolEntryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate"], name="in_the_pool_once")]


class LikenessQuerySet(models.QuerySet["Likeness"]):
    def visible_to(self, actor: Actor) -> "LikenessQuerySet":
        return self.filter(first__organization_id__in=actor.organizations("review_applications"))

    def between(self, one: int, other: int) -> "LikenessQuerySet":
        """The answer about two candidates (ids), whichever comes first; at most one row."""
        return self.filter(first_id=min(one, other), second_id=max(one, other))


class Likeness(models.Model):
    """What a recruiter said of two candidates who may be one person. It joins nothing; taking it back deletes the row."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"first", "second"})

    first = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+", help_text="The one with the lower id")
    second = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+", help_text="The one with the higher id")
    is_same = models.BooleanField(help_text="One person; false = two people")
    answered_by = models.ForeignKey("tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="By whom")
    answered_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = LikenessQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="likeness_answered_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="likeness_in_order"),
        ]
