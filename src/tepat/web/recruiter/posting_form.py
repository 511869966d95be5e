"""The form of a posting: types and limits here, rules that cross fields in services/publishing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tepat.domain.language.money import find_amounts
from tepat.models import JobPosting
from tepat.services.publishing import PostingFields

WORK_MODES = [("on_site", _("On site")), ("hybrid", _("Partly from home")), ("remote", _("From home"))]
CONTRACTS = [
    ("", _("Not stated")),
    ("permanent", _("Permanent (PKWTT)")),
    ("fixed_term", _("Fixed term (PKWT)")),
    ("internship", _("Internship")),
    ("freelance", _("Freelance")),
    ("daily", _("Daily")),
]


class RupiahField(forms.CharField):
    """Takes "5.200.000", "Rp5,2 jt" or "5200000" and gives 5200000; empty gives None."""

    default_error_messages = {"rupiah": _("Write an amount such as 5.200.000 or 5,2 jt.")}

    def clean(self, value: Any) -> int | None:
        words = str(super().clean(value) or "").strip()
        if not words:
            return None
        digits = words.replace(".", "").replace(" ", "")
        if digits.isascii() and digits.isdigit():
            return int(digits)
        found = find_amounts(words)
        if not found:
            raise forms.ValidationError(self.error_messages["rupiah"], code="rupiah")
        return found[0].low


class PostingForm(forms.Form):
    text = forms.CharField(
        label=_("The advert"),
        max_length=20_000,
        error_messages={"required": _("The advert is empty. Write or paste it.")},
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Write it or paste it as it is: duties, requirements, conditions. We read the requirements from it."),
    )
    title = forms.CharField(label=_("Title"), max_length=150, required=False, help_text=_("The role only, without pay or code"))
    city = forms.CharField(label=_("City"), max_length=80, required=False)
    region = forms.CharField(label=_("Province"), max_length=80, required=False)
    work_mode = forms.ChoiceField(label=_("Place of work"), choices=WORK_MODES, initial="on_site")
    contract = forms.ChoiceField(label=_("Contract"), choices=CONTRACTS, required=False)
    salary_min_idr_month = RupiahField(label=_("Pay from"), required=False, help_text=_("Rupiah a month"))
    salary_max_idr_month = RupiahField(label=_("Pay to"), required=False, help_text=_("Rupiah a month"))
    working_hours = forms.CharField(label=_("Working hours"), max_length=200, required=False)
    headcount = forms.IntegerField(label=_("People sought"), min_value=1, max_value=999, initial=1)
    closes_on = forms.DateField(
        label=_("Last day to apply"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_text(self) -> str:
        # Browsers send CRLF; one line end keeps every offset the same.
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").replace("\r", "\n")

    def fields_typed(self) -> PostingFields:
        """What was typed, as the service takes it; only after `is_valid`."""
        return PostingFields(**self.cleaned_data)


def initial_of(posting: JobPosting) -> dict[str, Any]:
    """The form's first values from a stored posting; money in groups of thousands."""
    values = {name: getattr(posting, name) for name in PostingFields.__dataclass_fields__}
    for name in ("salary_min_idr_month", "salary_max_idr_month"):
        values[name] = f"{values[name]:,}".replace(",", ".") if values[name] is not None else ""
    return values
