"""Candidate: a person as one organization considers them."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

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


class Candidate(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"name", "email", "phone", "city", "account"})

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
        indexes = [models.Index(fields=["organization", "email"]), models.Index(fields=["organization", "phone"])]


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
