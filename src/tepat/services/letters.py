"""What each letter needs to be written: found fresh when it is written, so that the outbox holds ids only."""

from typing import Any

from django.conf import settings

from tepat.models import JobPosting, Message

LETTERS = (
    "application_received",
    "application_rejected",
    "application_advanced",
    "alert_postings",
    "invitation",
    "organization_verified",
    "organization_rejected",
    "posting_moderated",
    "application_shared",
)
"""Letters about work: templates/mail/<name>.subject.txt, .txt and .html."""

ACCOUNT_LETTERS = {
    "account/email/login_code": "account_code",
    "account/email/password_reset_code": "account_password_code",
    "account/email/email_confirmation": "account_email_code",
    "account/email/email_confirmation_signup": "account_email_code",
    "account/email/account_already_exists": "account_exists",
    "account/email/unknown_account": "account_unknown",
    "account/email/email_changed": "account_email_changed",
    "account/email/email_confirm": "account_email_changed",
    "account/email/email_deleted": "account_email_changed",
    "account/email/password_changed": "account_password_changed",
    "account/email/password_set": "account_password_changed",
    "account/email/password_reset": "account_password_changed",
    "mfa/email/totp_activated": "account_protection_on",
    "mfa/email/webauthn_added": "account_protection_on",
    "mfa/email/recovery_codes_generated": "account_recovery_codes",
    "mfa/email/totp_deactivated": "account_protection_off",
    "mfa/email/webauthn_removed": "account_protection_off",
}
"""allauth's name of each letter about the account → Tepat's, which has the same three files."""
ALL_LETTERS = (*LETTERS, *dict.fromkeys(ACCOUNT_LETTERS.values()))
SECRETS = ("code",)
"""Params that are forgotten as soon as their letter has left."""


def context_of(message: Message) -> dict[str, Any]:
    """The template's context: the message's params, the rows they name, and absolute addresses."""
    context: dict[str, Any] = {"base_url": settings.BASE_URL, "message": message, **message.params}
    if message.application is not None:
        application = message.application
        stages = list(application.posting.stages.all())
        context |= {
            "application": application,
            "posting": application.posting,
            "organization": application.posting.organization,
            "stages": stages,
            "stage": next((s for s in stages if s.key == application.stage), None),
        }
    if ids := message.params.get("posting_ids"):
        context["postings"] = list(
            JobPosting.objects.live().filter(pk__in=ids).select_related("organization").order_by("-published_at", "pk")
        )
    if path := message.params.get("stop_path"):
        context["stop_url"] = f"{settings.BASE_URL}{path}"
    if path := message.params.get("path"):
        context["url"] = f"{settings.BASE_URL}{path}"
    return context
