"""One-time ways in: demo links and the first operator's."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tepat.models import Account, SignInLink
from tepat.models.keys import new_token

VALID_FOR = timedelta(hours=24)


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
