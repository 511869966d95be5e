"""Coming in: an e-mail address and the code sent to it; who has no account gets one on the way.

Known and unknown addresses get the same page and the same letter, so that nobody learns who has an account here.
"""

from typing import Any

from allauth.account.forms import RequestLoginCodeForm
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.views import RequestLoginCodeView
from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tepat.services.signing_in import account_for
from tepat.web.account.adapters import note_address
from tepat.web.account.intentions import intention_of
from tepat.web.policies import anyone

HONEYPOT = "telepon_kantor"


class EntryForm(RequestLoginCodeForm):  # type: ignore[misc] # allauth has no types
    """An address; the other field is seen by machines only."""

    telepon_kantor = forms.CharField(required=False, widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].error_messages |= {
            "required": _("Type your e-mail address."),
            "invalid": _("This is no e-mail address, such as nama@contoh.id."),
        }
        self.fields["email"].widget = forms.EmailInput({"autocomplete": "username webauthn", "inputmode": "email"})


class EntryView(RequestLoginCodeView):  # type: ignore[misc] # as above
    """Sends a code; `registers` only chooses the words."""

    form_class = EntryForm
    template_name = "account/sign_in.html"
    registers = False

    def form_valid(self, form: EntryForm) -> HttpResponse:
        person = form._user  # noqa: SLF001 - where allauth's form keeps the account it found
        caught = bool(form.cleaned_data.get(HONEYPOT))
        if person is None and not caught:
            person = account_for(form.cleaned_data["email"], language=get_language() or "id")
        if caught or person is None:
            person = None
        else:
            note_address(person)
        LoginCodeVerificationProcess.initiate(request=self.request, user=person, email=form.cleaned_data["email"])
        answer: HttpResponse = super(RequestLoginCodeView, self).form_valid(form)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        intention = intention_of(self.get_next_url() if hasattr(self, "get_next_url") else None)
        return found | {"registers": self.registers, "intention": intention}


sign_in = anyone(EntryView.as_view())
register = anyone(EntryView.as_view(registers=True))
