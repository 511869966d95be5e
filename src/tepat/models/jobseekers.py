"""Jobseeker: the role of an account that seeks work, with the profile it shows."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.models.keys import new_public_id

VISIBILITIES = ("public", "verified", "anonymous", "hidden")


class JobseekerQuerySet(models.QuerySet["Jobseeker"]):
    def visible_to(self, actor: Actor) -> "JobseekerQuerySet":
        """Oneself; and, to those who may search candidates, people whose consent and visibility allow it."""
        mine = models.Q(account_id=actor.account_id) if actor.account_id else models.Q(pk__in=[])
        organizations = actor.organizations("search_candidates")
        if not organizations:
            return self.filter(mine)
        return self.filter(mine | models.Q(pk__in=self.model.objects.findable_by(organizations)))

    def findable_by(self, organizations: frozenset[int]) -> "JobseekerQuerySet":
        """People who agreed to be found, and did not hide from every one of these organizations."""
        from tepat.models.consents import Consent
        from tepat.models.organizations import Organization

        verified = Organization.objects.filter(pk__in=organizations, verification="verified").exists()
        allowed = ("public", "verified", "anonymous") if verified else ("public",)
        agreed = Consent.objects.in_force("cv_database").values("account_id")
        return self.filter(visibility__in=allowed, account__is_active=True, account_id__in=agreed).exclude(
            hidden_from__in=organizations
        )


class Jobseeker(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset(
        {"headline", "phone", "city", "region", "expected_salary_idr_month", "available_from", "hidden_from", "cv"}
    )

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    account = models.OneToOneField("tepat.Account", on_delete=models.CASCADE, related_name="jobseeker", help_text="Who")
    headline = models.CharField(max_length=200, blank=True, help_text="Work in one line, own words")
    phone = models.CharField(max_length=20, blank=True, help_text="E.164, such as +62812…")
    city = models.CharField(max_length=80, blank=True, help_text="Domicile: city or regency without Kota/Kabupaten")
    region = models.CharField(max_length=80, blank=True, help_text="Domicile: province")
    willing_to_move = models.BooleanField(default=False, help_text="Would move for work")
    expected_salary_idr_month = models.PositiveBigIntegerField(null=True, blank=True, help_text="Wish in rupiah a month")
    available_from = models.CharField(max_length=80, blank=True, help_text="When work can start, own words")
    visibility = models.CharField(
        max_length=10,
        default="hidden",
        choices=[(v, v) for v in VISIBILITIES],
        help_text="Who can find the profile: everyone, verified organizations, those but without a name, nobody",
    )
    hidden_from = models.ManyToManyField(
        "tepat.Organization", blank=True, related_name="+", help_text="Organizations that never see it"
    )
    cv = models.ForeignKey(
        "tepat.CV", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="The CV in use"
    )
    created_at = models.DateTimeField(default=timezone.now, help_text="When the profile was begun")
    updated_at = models.DateTimeField(auto_now=True, help_text="Last change")

    objects = JobseekerQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(visibility__in=VISIBILITIES), name="jobseeker_visibility_known")]


class BookmarkQuerySet(models.QuerySet["Bookmark"]):
    def visible_to(self, actor: Actor) -> "BookmarkQuerySet":
        return self.filter(account_id=actor.account_id) if actor.account_id else self.none()


class Bookmark(models.Model):
    """A posting kept for later."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"account"})

    account = models.ForeignKey("tepat.Account", on_delete=models.CASCADE, related_name="bookmarks", help_text="Whose")
    posting = models.ForeignKey("tepat.JobPosting", on_delete=models.CASCADE, related_name="bookmarks", help_text="Which")
    created_at = models.DateTimeField(default=timezone.now, help_text="Since when")

    objects = BookmarkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "posting"], name="bookmark_once")]


class FitCheckQuerySet(models.QuerySet["FitCheck"]):
    def visible_to(self, actor: Actor) -> "FitCheckQuerySet":
        """One's own, and nobody else's: not of an organization, not of operators."""
        return self.filter(account_id=actor.account_id) if actor.account_id else self.none()


class FitCheck(models.Model):
    """Answers on whether a role suits somebody, kept because that person asked for it. Nobody else ever reads them."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"account", "occupation", "answers"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    account = models.ForeignKey("tepat.Account", on_delete=models.CASCADE, related_name="fit_checks", help_text="Whose")
    occupation = models.CharField(max_length=40, help_text="Id of the occupation whose guide asked")
    answers = models.JSONField(default=dict, help_text="Key of a situation → yes, partly or no: how it goes with the work")
    saved_at = models.DateTimeField(default=timezone.now, help_text="When it was kept")

    objects = FitCheckQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "occupation"], name="fit_check_once_per_role")]
