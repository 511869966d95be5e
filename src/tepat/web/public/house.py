"""The gallery: every component in every state, light and dark, narrow and wide."""

from dataclasses import dataclass
from types import SimpleNamespace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from tepat.templatetags.marks import Mark
from tepat.web.policies import anyone


class SampleForm(forms.Form):
    pay = forms.CharField(label=_("Pay you hope for"), help_text=_("a month, may stay empty"), required=False)
    phone = forms.RegexField(r"^\d{12}$", label=_("WhatsApp number"), error_messages={"invalid": _("2 digits missing")})
    about = forms.CharField(label=_("About you"), widget=forms.Textarea, required=False)
    contract = forms.ChoiceField(label=_("Contract"), choices=[("a", "PKWTT"), ("b", "PKWT")])
    mode = forms.ChoiceField(
        label=_("Place of work"), choices=[("a", _("On site")), ("b", _("From home"))], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label=_("Tell me of new jobs"), help_text=_("One letter a day at most"), required=False)


@dataclass(frozen=True, slots=True)
class Page:
    form: SampleForm
    requirements: list[SimpleNamespace]
    text: str
    marks: list[Mark]
    verdicts: tuple[str, ...] = ("met", "partly", "not_stated", "contradicted")


@anyone
def show(request: HttpRequest) -> HttpResponse:
    """`GET /house`."""
    form = SampleForm({"pay": "Rp5.200.000", "phone": "0812 0000 01", "contract": "b", "mode": "a"})
    codes = ("met", "met", "met", "met", "met", "partly", "contradicted", "met", "not_stated")
    requirements = [SimpleNamespace(verdict=v, importance="must" if i < 7 else "nice") for i, v in enumerate(codes)]
    return render(request, "public/house.html", {"page": Page(form, requirements, TEXT, _marks())})


TEXT = (
    "Menangani eskalasi: konfigurasi switch dan VLAN, mengelola Active Directory, Windows Server (dasar). Belum bisa shift malam."
)


def _marks() -> list[Mark]:
    def at(words: str, number: int, **kwargs: object) -> Mark:
        start = TEXT.index(words)
        return Mark(start, start + len(words), number, **kwargs)  # type: ignore[arg-type]

    return [
        at("konfigurasi switch dan VLAN", 2, current=True),
        at("Active Directory", 3),
        at("dasar", 6, verdict="partly"),
        at("Belum bisa shift malam.", 7, verdict="contradicted"),
    ]
