"""Organizations: registered as pending, verified or turned down by an operator."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Account, JobPosting, Membership, Organization
from tepat.models.keys import new_public_id
from tepat.services.publishing import approve_posting
from tepat.services.recording import record_event
from tepat.services.sending import put_letter


def register_organization(
    account: Account, *, name: str, city: str = "", website: str = "", business_number: str = ""
) -> Organization | Refusal:
    """A pending organization with this account as its owner. Refusals: name_missing."""
    if not name.strip():
        return Refusal("name_missing", "name")
    slug = slugify(name)[:70] or "perusahaan"
    if Organization.objects.filter(slug=slug).exists():
        slug = f"{slug}-{new_public_id()[:4]}"
    with transaction.atomic():
        organization = Organization.objects.create(
            name=name.strip(),
            slug=slug,
            city=city,
            website=website,
            business_number=business_number,
            email_domain=account.email.partition("@")[2],
        )
        Membership.objects.create(organization=organization, account=account, role="owner")
        record_event("organization.registered", actor=Actor(account.pk), organization=organization)
    return organization


def decide_verification(organization: Organization, *, verified: bool, note: str, actor: Actor) -> Organization | Refusal:
    """An operator's decision, told to the owners. Turning down needs a reason: note_missing."""
    if not verified and not note.strip():
        return Refusal("note_missing", "note")
    state = "verified" if verified else "rejected"
    with transaction.atomic():
        if (
            not Organization.objects.filter(pk=organization.pk)
            .exclude(verification=state)
            .update(verification=state, verified_at=timezone.now(), verification_note=note[:500])
        ):
            return organization
        organization.refresh_from_db()
        record_event(f"organization.{state}", actor=actor, organization=organization)
        for seat in organization.memberships.current().filter(role="owner").select_related("account"):
            params: dict[str, object] = {"organization_name": organization.name, "note": note, "path": "/rekrut/"}
            put_letter(f"organization_{state}", to=seat.account, params=params)
        if verified:
            for posting in JobPosting.objects.filter(organization=organization, state="in_moderation"):
                if not any(check["code"].startswith("scam.") for check in posting.reading.get("checks", [])):
                    approve_posting(posting, actor=actor)
    return organization
