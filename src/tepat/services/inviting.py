"""Members of an organization: invited, joined, given another role, let go."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from tepat.domain.permissions import ROLES, Actor
from tepat.domain.refusal import Refusal
from tepat.models import Account, Invitation, Membership, Organization
from tepat.models.keys import new_token
from tepat.services.recording import record_event
from tepat.services.sending import put_letter
from tepat.services.signing_in import hashed

VALID_FOR = timedelta(days=7)


def invite_member(organization: Organization, *, email: str, role: str, actor: Actor) -> Invitation | Refusal:
    """Sends an invitation, good for 7 days. Refusals: unknown_role, already_member, already_invited."""
    address = email.strip().lower()
    if role not in ROLES:
        return Refusal("unknown_role", "role")
    if Membership.objects.current().filter(organization=organization, account__email=address).exists():
        return Refusal("already_member", "email")
    token = new_token()
    try:
        with transaction.atomic():
            # An expired invitation still counts as open in the constraint; the new one takes its place.
            old = Invitation.objects.open().filter(organization=organization, email=address, expires_at__lte=timezone.now())
            old.update(withdrawn_at=timezone.now())
            invitation = Invitation.objects.create(
                organization=organization,
                email=address,
                role=role,
                invited_by_id=actor.account_id,
                token_hash=hashed(token),
                expires_at=timezone.now() + VALID_FOR,
            )
            put_letter(
                "invitation",
                to=address,
                params={"path": f"/undangan/{token}/", "organization_name": organization.name, "role": role},
            )
            record_event("member.invited", actor=actor, organization=organization, invitation=invitation.public_id, role=role)
    except IntegrityError:
        return Refusal("already_invited", "email")
    return invitation


def invitation_by(token: str) -> Invitation | Refusal:
    """The invitation a link names. Refusals: unknown_invitation, already_accepted, withdrawn, expired."""
    invitation = Invitation.objects.select_related("organization", "invited_by").filter(token_hash=hashed(token)).first()
    if invitation is None:
        return Refusal("unknown_invitation")
    if invitation.accepted_at:
        return Refusal("already_accepted")
    if invitation.withdrawn_at:
        return Refusal("withdrawn")
    return Refusal("expired") if invitation.expires_at <= timezone.now() else invitation


def accept_invitation(token: str, *, account: Account) -> Membership | Refusal:
    """Makes the account a member. Refusals: those of `invitation_by`, other_address, already_member."""
    found = invitation_by(token)
    if isinstance(found, Refusal):
        return found
    if found.email != account.email.lower():
        return Refusal("other_address", "", {"email": found.email})
    try:
        with transaction.atomic():
            if not Invitation.objects.open().filter(pk=found.pk).update(accepted_at=timezone.now()):
                return Refusal("already_accepted")
            seat = Membership.objects.create(organization=found.organization, account=account, role=found.role)
            record_event(
                "member.joined",
                actor=Actor(account.pk),
                organization=found.organization,
                membership=seat.public_id,
                role=seat.role,
            )
    except IntegrityError:
        return Refusal("already_member")
    return seat


def withdraw_invitation(invitation: Invitation, *, actor: Actor) -> None:
    """The link is void from now on."""
    with transaction.atomic():
        if Invitation.objects.open().filter(pk=invitation.pk).update(withdrawn_at=timezone.now()):
            record_event(
                "member.invitation_withdrawn", actor=actor, organization=invitation.organization, invitation=invitation.public_id
            )


def change_role(membership: Membership, *, role: str, actor: Actor) -> Membership | Refusal:
    """Another role; the same one again changes nothing. Refusals: unknown_role, last_owner."""
    if role not in ROLES:
        return Refusal("unknown_role", "role")
    with transaction.atomic():
        if role != "owner" and _is_last_owner(membership):
            return Refusal("last_owner")
        if not Membership.objects.filter(pk=membership.pk).exclude(role=role).update(role=role):
            return membership
        record_event(
            "member.role_changed", actor=actor, organization=membership.organization, membership=membership.public_id, role=role
        )
    membership.role = role
    return membership


def end_membership(membership: Membership, *, actor: Actor) -> Membership | Refusal:
    """Lets a member go; what was shared with the seat is no longer seen. Refusals: last_owner."""
    with transaction.atomic():
        if _is_last_owner(membership):
            return Refusal("last_owner")
        Membership.objects.filter(pk=membership.pk).update(ended_at=timezone.now())
        record_event("member.left", actor=actor, organization=membership.organization, membership=membership.public_id)
    return membership


def _is_last_owner(membership: Membership) -> bool:
    owners = Membership.objects.current().select_for_update().filter(organization_id=membership.organization_id, role="owner")
    return membership.role == "owner" and not owners.exclude(pk=membership.pk).exists()
