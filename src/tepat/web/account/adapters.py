"""What Tepat changes of allauth's behaviour: its letters are Tepat's, and go through the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from tepat.models import Account
from tepat.services.letters import ACCOUNT_LETTERS
from tepat.services.sending import put_letter, send_letter

QUIET = ("logged_in", "logged_out", "login_code_sent", "email_confirmation_sent")
"""Messages that the next page says anyway."""


def note_address(account: Account) -> None:
    """Allauth's row for the address an account has: accounts made elsewhere have none, and would get no letters about changes."""
    row, _ = EmailAddress.objects.get_or_create(user=account, email=account.email, defaults={"primary": True, "verified": False})
    if not row.primary and not EmailAddress.objects.filter(user=account, primary=True).exists():
        EmailAddress.objects.filter(pk=row.pk).update(primary=True)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Letters from templates/mail, fewer messages, and addresses of this installation."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Puts allauth's letter into the outbox under Tepat's name for it and lets it leave at once.

        If the mail server is down the worker tries again; the code in it is forgotten as soon as the letter has left.
        """
        name = ACCOUNT_LETTERS[template_prefix]
        params: dict[str, object] = {k: v for k, v in context.items() if isinstance(v, str | int)}
        message = put_letter(name, to=email, params=params, language=get_language() or "id")
        if message is not None:
            send_letter(message)

    def pre_login(self, request: HttpRequest, user: Account, **given: Any) -> HttpResponse | None:
        note_address(user)
        answer: HttpResponse | None = super().pre_login(request, user, **given)
        return answer

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if message_template and message_template.rpartition("/")[2].removesuffix(".txt") in QUIET:
            return
        super().add_message(request, level, message_template, message_context, extra_tags, message)

    def is_safe_url(self, url: str) -> bool:
        """Only paths of this installation are led to."""
        return super().is_safe_url(url) and not url.startswith(("//", "/\\"))

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        messages.success(request, self._signed_out())
        return str(settings.ACCOUNT_LOGOUT_REDIRECT_URL)

    def _signed_out(self) -> str:
        from django.utils.translation import gettext as _

        return _("You are signed out.")
