"""What Tepat changes of allauth's behaviour."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Nothing but the defaults so far; a place for them."""
