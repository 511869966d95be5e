"""Letters: put into the outbox in the transaction that causes them, sent by the worker, recallable until they leave.

A letter is sent at least once, and every repeat carries the same Message-ID, so that a mailbox shows it once.
"""

import logging
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from tepat.models import Account, Application, Message
from tepat.services import letters

log = logging.getLogger("tepat.mail")
MOST_ATTEMPTS = 12
BATCH = 50


def put_letter(
    template: str,
    *,
    to: Account | str,
    params: dict[str, object],
    application: Application | None = None,
    run_after: datetime | None = None,
    dedupe_key: str | None = None,
    language: str | None = None,
) -> Message | None:
    """Puts a letter into the outbox; None if one with the same `dedupe_key` was put there before."""
    account = to if isinstance(to, Account) else None
    address = account.email if account else str(to)
    row = {
        "template": template,
        "language": language or (account.language if account else "id"),
        "to_address": address,
        "account": account,
        "application": application,
        "params": params,
        "run_after": run_after or timezone.now(),
    }
    if dedupe_key is None:
        return Message.objects.create(**row)
    message, created = Message.objects.get_or_create(dedupe_key=dedupe_key, defaults=row)
    return message if created else None


def recall_letter(message: Message) -> bool:
    """True if the letter had not left yet; it never will."""
    return bool(Message.objects.filter(pk=message.pk, state="waiting").update(state="recalled"))


def send_due_letters() -> int:
    """Sends what is due, over one connection; says how many left. Safe to repeat and to kill at any point."""
    due = list(Message.objects.due().values_list("pk", flat=True)[:BATCH])
    if not due:
        return 0
    connection = get_connection()
    sent = sum(_send(pk, connection) for pk in due)
    connection.close()
    return sent


def send_letter(message: Message) -> bool:
    """Sends one letter now, for someone who waits for a code; False if the server is down: then the worker tries again."""
    connection = get_connection()
    try:
        return _send(message.pk, connection)
    finally:
        connection.close()


def _send(pk: int, connection: BaseEmailBackend) -> bool:
    """One letter, its row locked meanwhile, so that no recall comes between."""
    with transaction.atomic():
        message = Message.objects.select_for_update().filter(pk=pk, state="waiting").first()
        if message is None:
            return False
        try:
            mail = composed(message)
            mail.connection = connection
            mail.send()
        except Exception as fault:  # noqa: BLE001 - any failure of the server means: later again
            message.attempts += 1
            message.last_error = type(fault).__name__
            message.state = "failed" if message.attempts >= MOST_ATTEMPTS else "waiting"
            message.run_after = timezone.now() + timedelta(seconds=min(3600, 5 * 2**message.attempts))
            message.save(update_fields=["attempts", "last_error", "state", "run_after"])
            log.warning("letter %s not sent: %s", message.public_id, message.last_error)
            return False
        message.state, message.sent_at, message.attempts = "sent", timezone.now(), message.attempts + 1
        message.params = {k: v for k, v in message.params.items() if k not in letters.SECRETS}
        message.save(update_fields=["state", "sent_at", "attempts", "params"])
        return True


def composed(message: Message) -> EmailMultiAlternatives:
    """The letter as it goes out: plain text and HTML, automatic-mail headers, one-click stop where it is an alert."""
    with translation.override(message.language):
        context = letters.context_of(message)
        subject = " ".join(render_to_string(f"mail/{message.template}.subject.txt", context).split())
        text = render_to_string(f"mail/{message.template}.txt", context)
        html = render_to_string(f"mail/{message.template}.html", context)
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{message.public_id}@{domain}>", "Auto-Submitted": "auto-generated"}
    if stop := context.get("stop_url"):
        headers["List-Unsubscribe"] = f"<{stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [message.to_address], headers=headers)
    mail.attach_alternative(html, "text/html")
    return mail
