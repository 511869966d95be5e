"""The table of minimum wages: what is known, and a file to import."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tepat.models import MinimumWage
from tepat.services.wages import COLUMNS, import_wages
from tepat.services.wording.refusals import refusal_words
from tepat.web.actors import actor_of
from tepat.web.policies import operator

MOST = 2_000
"""Rows shown: two years of every city and regency."""


class WagesForm(forms.Form):
    table = forms.CharField(
        label=gettext_lazy("Table (CSV)"),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Paste the table, with its first line.")},
        help_text=gettext_lazy("First line: region,city,year,amount,source. An empty city stands for the whole province."),
    )


@dataclass(frozen=True, slots=True)
class Page:
    form: WagesForm
    wages: Sequence[MinimumWage]
    columns: str = ",".join(COLUMNS)
    section: str = "wages"


@operator
def wages(request: HttpRequest) -> HttpResponse:
    """`GET` shows the table, `POST` imports; a faulty table is shown again with every fault."""
    form = WagesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = import_wages(form.cleaned_data["table"], actor=actor_of(request))
        if isinstance(answer, int):
            messages.success(request, _("%(n)s rows imported.") % {"n": answer})
            return redirect("/operator/upah/")
        for fault in answer:
            form.add_error("table", refusal_words(fault))
    page = Page(form, list(MinimumWage.objects.all()[:MOST]))
    return render(request, "staff/wages.html", {"page": page}, status=422 if form.errors else 200)
