"""Ways in: the account of an address, and one-time links (demo, first operator)."""

import hashlib
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.models import Account, SignInLink
from tepat.models.keys import new_token
from tepat.services.recording import record_event

VALID_FOR = timedelta(hours=24)
UNCONFIRMED_FOR = timedelta(days=2)


def hashed(token: str) -> str:
    """What is stored of a token: SHA-256, hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_sign_in_link(account: Account, *, next_path: str = "/") -> str:
    """A path that signs this account in once, within 24 hours."""
    token = new_token()
    SignInLink.objects.create(
        token_hash=hashed(token), account=account, next_path=next_path, expires_at=timezone.now() + VALID_FOR
    )
    return f"/masuk/tautan/{token}/"


def use_sign_in_link(token: str) -> SignInLink | None:
    """The link, now used up; None if it is unknown, used or too old. Two at once: one wins."""
    with transaction.atomic():
        link = SignInLink.objects.usable().select_for_update().select_related("account").filter(token_hash=hashed(token)).first()
        if link is None or not SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now()):
            return None
    return link


def link_by(token: str) -> SignInLink | None:
    """The link while it can still be used; looking at it does not use it up."""
    return SignInLink.objects.usable().select_related("account").filter(token_hash=hashed(token)).first()


def account_for(email: str, *, language: str = "id") -> Account:
    """The account of an address; a new one, without a password and not signed in yet, where there is none.

    Two requests at once make one account.
    """
    address = email.strip().lower()
    try:
        with transaction.atomic():
            account, fresh = Account.objects.get_or_create(email=address, defaults={"language": language})
            if fresh:
                account.set_unusable_password()
                account.save(update_fields=["password"])
                record_event("account.made", actor=Actor(account.pk))
    except IntegrityError:
        return Account.objects.get(email__iexact=address)
    return account


def forget_unconfirmed_accounts() -> int:
    """Addresses typed two days ago whose owner never came in are forgotten; says how many."""
    old = timezone.now() - UNCONFIRMED_FOR
    never = Account.objects.filter(last_login=None, joined_at__lt=old, is_operator=False).filter(password__startswith="!")  # noqa: S106 - the mark of no password
    empty = never.filter(
        memberships=None, cvs=None, candidacies=None, sign_in_links=None, consents=None, alerts=None, jobseeker=None
    )
    with transaction.atomic():
        ids = list(empty.values_list("pk", flat=True)[:500])
        Account.objects.filter(pk__in=ids).delete()
    return len(ids)
