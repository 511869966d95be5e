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
    "application_shared",
)
"""Every letter Tepat writes: templates/mail/<name>.subject.txt, .txt and .html."""


def context_of(message: Message) -> dict[str, Any]:
    """The template's context: the message's params, the rows they name, and absolute addresses."""
    context: dict[str, Any] = {"base_url": settings.BASE_URL, "message": message, **message.params}
    if message.application is not None:
        application = message.application
        context |= {"application": application, "posting": application.posting, "organization": application.posting.organization}
    if ids := message.params.get("posting_ids"):
        context["postings"] = list(
            JobPosting.objects.live().filter(pk__in=ids).select_related("organization").order_by("-published_at", "pk")
        )
    if path := message.params.get("stop_path"):
        context["stop_url"] = f"{settings.BASE_URL}{path}"
    if path := message.params.get("path"):
        context["url"] = f"{settings.BASE_URL}{path}"
    return context
