"""Public ids: random, never sequential, safe to read aloud."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_public_id() -> str:
    """12 characters of 31: about 59 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))


def new_token() -> str:
    """A secret for links: 256 bits."""
    return secrets.token_urlsafe(32)
