"""Organization, Membership, Invitation."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from tepat.domain.permissions import ROLES, Actor
from tepat.models.keys import new_public_id

ROLE_CHOICES = [(role, role) for role in ROLES]


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def visible_to(self, actor: Actor) -> "OrganizationQuerySet":
        """Verified ones to everyone; others to their members and to operators."""
        if actor.is_operator:
            return self
        return self.filter(models.Q(verification="verified") | models.Q(pk__in=[s.organization_id for s in actor.seats]))

    def awaiting_verification(self) -> "OrganizationQuerySet":
        return self.filter(verification="pending").order_by("created_at", "pk")


class Organization(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset()

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    slug = models.SlugField(max_length=80, unique=True, help_text="Last part of its page's address")
    name = models.CharField(max_length=200, help_text="As registered, such as PT Nusantara Karya Digital")
    about = models.TextField(blank=True, help_text="What it does, plain text")
    website = models.URLField(blank=True, help_text="Own site")
    city = models.CharField(max_length=80, blank=True, help_text="City of its main office")
    email_domain = models.CharField(max_length=120, blank=True, help_text="Domain of its mail, proof for verification")
    business_number = models.CharField(max_length=20, blank=True, help_text="NIB: Indonesian business identification number")
    verification = models.CharField(
        max_length=10,
        default="pending",
        choices=[(v, v) for v in ("pending", "verified", "rejected")],
        help_text="State of verification",
    )
    verified_at = models.DateTimeField(null=True, blank=True, help_text="When an operator decided")
    verification_note = models.CharField(max_length=500, blank=True, help_text="Why it was decided so; shown to its owners")
    asks_second_factor = models.BooleanField(
        default=False, db_default=False, help_text="Its members need a second factor before their seats let them in"
    )
    created_at = models.DateTimeField(default=timezone.now, help_text="When it registered")

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verification__in=["pending", "verified", "rejected"]), name="organization_verification_known"
            ),
        ]


class MembershipQuerySet(models.QuerySet["Membership"]):
    def visible_to(self, actor: Actor) -> "MembershipQuerySet":
        return self.filter(organization_id__in=[s.organization_id for s in actor.seats])

    def current(self) -> "MembershipQuerySet":
        return self.filter(ended_at=None)


class Membership(models.Model):
    """A person's role in an organization."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships", help_text="Where")
    account = models.ForeignKey("tepat.Account", on_delete=models.CASCADE, related_name="memberships", help_text="Who")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES, help_text="What the person may do there")
    joined_at = models.DateTimeField(default=timezone.now, help_text="Since when")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Until when; empty = still")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "account"], condition=models.Q(ended_at=None), name="one_current_membership"
            ),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="membership_role_known"),
        ]


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, actor: Actor) -> "InvitationQuerySet":
        return self.filter(organization_id__in=actor.organizations("manage_members"))

    def open(self) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, withdrawn_at=None)


class Invitation(models.Model):
    """An offer of a role, by mail."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"email"})

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="invitations", help_text="Where to")
    email = models.EmailField(help_text="Who is invited")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES, help_text="Role offered")
    invited_by = models.ForeignKey(
        "tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who invites"
    )
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the link's token, hex")
    created_at = models.DateTimeField(default=timezone.now, help_text="When it was sent")
    expires_at = models.DateTimeField(help_text="Void from then on")
    accepted_at = models.DateTimeField(null=True, blank=True, help_text="When it was accepted")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken back")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organization",
                Lower("email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation",
            ),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="invitation_role_known"),
        ]
