"""A second factor that an organization asks of its members."""

from django.db import transaction

from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import Account, Organization
from tepat.services.recording import record_event


def ask_second_factor(organization: Organization, *, asked: bool, actor: Actor) -> Organization | Refusal:
    """From the next request on members without one are led to set one up first.

    Refusals: second_factor_first (who asks it of others has one, or would lock themselves out).
    """
    if asked and not Account.objects.get(pk=actor.account_id or 0).has_second_factor:
        return Refusal("second_factor_first")
    with transaction.atomic():
        changed = Organization.objects.filter(pk=organization.pk).exclude(asks_second_factor=asked)
        if changed.update(asks_second_factor=asked):
            record_event(
                "organization.second_factor_asked" if asked else "organization.second_factor_free",
                actor=actor,
                organization=organization,
            )
    organization.refresh_from_db(fields=["asks_second_factor"])
    return organization
