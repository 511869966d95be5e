"""What was typed, shown again with the words it was asked with, on a page that knows nothing of the form it came from."""

import sys
from collections.abc import Iterator
from copy import deepcopy

from django import forms
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

SECRET = ("password", "csrfmiddlewaretoken")
LONG = 60
"""Characters from which words get more than one line."""

WRITTEN_IN_TEMPLATES = {
    "words": _("In your own words"),
    "note": _("Note"),
    "q": _("What are you looking for"),
    "label-": _("Requirement"),
    "new-label": _("One more"),
    "months-": _("Months"),
    "reason-": _("It stays, because the work needs it:"),
}
"""Label of each field that a template writes itself; a name with a hyphen at its end stands for all that begin so."""


def shown_again(request: HttpRequest) -> forms.Form:
    """A form of everything that was sent: what a person wrote with its label and control, keys and buttons unseen."""
    form = forms.Form(auto_id="typed-%s")
    known = dict(_fields_of(request))
    for name in request.POST:
        values = request.POST.getlist(name)
        if not any(secret in name for secret in SECRET):
            form.fields[name] = _field(name, known, values)
    return form


def _fields_of(request: HttpRequest) -> Iterator[tuple[str, forms.Field]]:
    """The fields of all forms that the view asked for knows by name."""
    try:
        view = resolve(request.path).func
    except Resolver404:
        return
    module = sys.modules[getattr(view, "view_class", view).__module__]
    for form in vars(module).values():
        if isinstance(form, type) and issubclass(form, forms.BaseForm):
            yield from getattr(form, "base_fields", {}).items()


def _field(name: str, known: dict[str, forms.Field], values: list[str]) -> forms.Field:
    # A form in a row of equals carries its number before the name: work-0-employer.
    found = deepcopy(known.get(name) or known.get(name.rpartition("-")[2]))
    if found is None or len(values) > 1 or not isinstance(found, forms.Field):
        return _plain(name, values)
    if isinstance(found, forms.ChoiceField) and values[0] not in dict(found.choices):  # type: ignore[arg-type]
        return _plain(name, values)
    found.initial = bool(values[0]) if isinstance(found, forms.BooleanField) else values[0]
    found.help_text = ""
    found.widget.attrs.pop("data-sends", None)
    return found


def _plain(name: str, values: list[str]) -> forms.Field:
    """A field that no form of ours describes: words for one that a template writes, else unseen."""
    label = WRITTEN_IN_TEMPLATES.get(name) or next(
        (words for start, words in WRITTEN_IN_TEMPLATES.items() if start.endswith("-") and name.startswith(start)), None
    )
    if label is None or len(values) > 1:
        return forms.MultipleChoiceField(initial=values, widget=forms.MultipleHiddenInput)
    widget = forms.Textarea({"rows": 3}) if len(values[0]) > LONG or "\n" in values[0] else forms.TextInput()
    return forms.CharField(label=label, initial=values[0], widget=widget, required=True)
