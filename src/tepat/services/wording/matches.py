"""Words for verdicts and their reasons."""

from django.utils.translation import gettext as _


def verdict_word(verdict: str) -> str:
    """The word that stands beside a verdict's shape."""
    return {"met": _("Met"), "partly": _("Partly"), "not_stated": _("Not stated"), "contradicted": _("Contradicted")}[verdict]
