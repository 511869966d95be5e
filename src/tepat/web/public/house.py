"""The gallery: every component in every state, light and dark, narrow and wide."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tepat.templatetags.marks import Mark
from tepat.web.paging import Pager
from tepat.web.policies import anyone
from tepat.web.public.house_roles import RoleSamples, role_samples

TEXT = (
    "Menangani eskalasi: konfigurasi switch dan VLAN, mengelola Active Directory, Windows Server (dasar). Belum bisa shift malam."
)
CODES = ("met", "met", "met", "met", "met", "partly", "contradicted", "met", "not_stated")


class SampleForm(forms.Form):
    pay = forms.CharField(label=gettext_lazy("Pay you hope for"), help_text=gettext_lazy("a month"), required=False)
    phone = forms.RegexField(
        r"^\d{12}$", label=gettext_lazy("WhatsApp number"), error_messages={"invalid": gettext_lazy("2 digits missing")}
    )
    about = forms.CharField(label=gettext_lazy("About you"), widget=forms.Textarea, required=False)
    contract = forms.ChoiceField(label=gettext_lazy("Contract"), choices=[("a", "PKWTT"), ("b", "PKWT")])
    mode = forms.ChoiceField(
        label=gettext_lazy("Place of work"), choices=[("a", "Bandung"), ("b", "Cimahi")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(
        label=gettext_lazy("Tell me of new jobs"), help_text=gettext_lazy("One letter a day at most"), required=False
    )


@dataclass(frozen=True, slots=True)
class Page:
    forms: dict[str, SampleForm]
    requirements: list[SimpleNamespace]
    text: str
    marks: list[Mark]
    facts: list[dict[str, Any]]
    steps: list[dict[str, str]]
    jobs: list[SimpleNamespace]
    pager: Pager
    stepper: tuple[str, ...]
    icons: tuple[str, ...]
    roles: RoleSamples
    numbers: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...] = (("Bagas Prayogo", "5 dari 7", "3 hari"), ("Nadira Hasanah", "5 dari 7", "kemarin"))
    heads: tuple[str, ...] = ("Nama", "Syarat", "Melamar")
    quotes: tuple[dict[str, str], ...] = ({"quote": "sambung Wi-Fi"},)
    verdicts: tuple[str, ...] = ("met", "partly", "not_stated", "contradicted")


@anyone
def show(request: HttpRequest) -> HttpResponse:
    """`GET /house`."""
    typed = {"pay": "Rp5.200.000", "phone": "0812 0000 01", "contract": "b", "mode": "a"}
    page = Page(
        forms={side: SampleForm(typed, auto_id=f"{side}-%s") for side in ("light", "dark")},
        requirements=[SimpleNamespace(verdict=v, importance="must" if i < 7 else "nice") for i, v in enumerate(CODES)],
        text=TEXT,
        marks=_marks(),
        facts=[
            {"word": _("Pay"), "says": "Rp5.000.000–5.500.000", "sub": _("a month"), "strong": True},
            {"word": _("Place"), "says": "Kota Bandung"},
        ],
        steps=_steps(),
        jobs=_jobs(),
        pager=Pager(4, 200, 20),
        stepper=("CV", _("Check the data"), _("Questions"), _("Send")),
        icons=_icons(),
        roles=role_samples(),
        numbers={},
    )
    return render(request, "public/house.html", {"page": page})


@cache
def _icons() -> tuple[str, ...]:
    """Names of the sprite's line icons."""
    sprite = Path(str(finders.find("img/icons.svg"))).read_text()
    return tuple(re.findall(r'<symbol id="([a-z]+)" viewBox="0 0 24 24"', sprite))


def _steps() -> list[dict[str, str]]:
    return [
        {"words": _("Sent"), "when": "18 Nov", "state": "done"},
        {"words": _("Read by the firm"), "when": _("today"), "state": "current"},
        {"words": _("Promised answer"), "when": "20 Nov", "state": "late", "sub": _("2 days late")},
        {"words": _("Interview"), "when": "", "state": ""},
    ]


def _jobs() -> list[SimpleNamespace]:
    match = SimpleNamespace(requirements=[SimpleNamespace(verdict=v, importance="must") for v in CODES[:6]])
    plain = SimpleNamespace(
        address="#", title="IT Support", organization="Klinik Sembilan Dahlia", verified=True, where="Kota Bandung · di kantor"
    )
    plain.__dict__.update(pay="Rp5.000.000–5.500.000", published_at=timezone.now(), match=match, met=5, kept=False, doubt="")
    other = SimpleNamespace(**{**plain.__dict__, "match": None, "pay": "", "verified": False})
    other.doubt = _("Title IT Support, duties mostly IT Helpdesk")
    return [plain, other]


def _marks() -> list[Mark]:
    def at(words: str, number: int, **kwargs: Any) -> Mark:
        start = TEXT.index(words)
        return Mark(start, start + len(words), number, **kwargs)

    return [
        at("konfigurasi switch dan VLAN", 2, current=True),
        at("Active Directory", 3),
        at("dasar", 6, verdict="partly"),
        at("Belum bisa shift malam.", 7, verdict="contradicted"),
    ]
