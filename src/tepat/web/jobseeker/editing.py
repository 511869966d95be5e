"""Small forms for one fact of a CV at a time; each says which corrections it means."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tepat.domain.cv.review import Row
from tepat.services.correcting import skill_value

Pairs = list[tuple[str, Any]]
LEVELS = [("", gettext_lazy("choose")), *((level, level) for level in ("SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"))]
LANGUAGES = {"indonesia": "Indonesian", "inggris": "English", "mandarin": "Chinese", "jepang": "Japanese", "korea": "Korean",
             "arab": "Arabic", "jerman": "German", "prancis": "French", "jawa": "Javanese", "sunda": "Sundanese"}  # fmt: skip
REQUIRED = gettext_lazy("Write something, or leave it as it is.")


class EditForm(forms.Form):
    """`pairs` says (path, value) of every correction meant; it is asked only of a valid form."""

    def pairs(self, path: str) -> Pairs:
        return [(path, self.cleaned_data["value"])]


class WordsForm(EditForm):
    value = forms.CharField(label=gettext_lazy("Right is"), max_length=200, error_messages={"required": REQUIRED})


class PhoneForm(EditForm):
    value = forms.CharField(
        label=gettext_lazy("WhatsApp number"),
        max_length=30,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": REQUIRED},
    )


class EmailForm(EditForm):
    value = forms.CharField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"required": REQUIRED},
    )


class DutiesForm(EditForm):
    value = forms.CharField(
        label=gettext_lazy("What you did there"),
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": REQUIRED},
    )


class MonthForm(EditForm):
    month = forms.TypedChoiceField(label=gettext_lazy("Month"), required=False, coerce=int, empty_value=None)
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1950, widget=forms.NumberInput({"inputmode": "numeric"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [("", _("not sure")), *((str(n), str(name)) for n, name in MONTHS.items())]
        self.fields["month"].choices = months  # type: ignore[attr-defined]
        self.fields["year"].widget.attrs["max"] = timezone.localdate().year + 1

    def written(self, prefix: str = "") -> str | None:
        year, month = self.cleaned_data.get(f"{prefix}year"), self.cleaned_data.get(f"{prefix}month")
        return None if not year else f"{year:04d}-{month:02d}" if month else f"{year:04d}"

    def pairs(self, path: str) -> Pairs:
        return [(path, self.written())]


class EndForm(MonthForm):
    year = forms.IntegerField(
        label=gettext_lazy("Year"), min_value=1950, required=False, widget=forms.NumberInput({"inputmode": "numeric"})
    )
    ongoing = forms.BooleanField(label=gettext_lazy("I still work there"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("ongoing") and not data.get("year") and "year" not in self.errors:
            self.add_error("year", _("Write the year, or tick that you still work there."))
        return data

    def pairs(self, path: str) -> Pairs:
        return [(path, None if self.cleaned_data["ongoing"] else self.written())]


class EducationForm(EditForm):
    level = forms.ChoiceField(label=gettext_lazy("Level"), choices=LEVELS)
    area = forms.CharField(label=gettext_lazy("Field of study"), max_length=120, required=False)
    institution = forms.CharField(label=gettext_lazy("School or university"), max_length=200, required=False)
    year = forms.IntegerField(label=gettext_lazy("Year finished"), min_value=1950, required=False)
    grade = forms.DecimalField(label=gettext_lazy("IPK"), min_value=0, max_value=4, decimal_places=2, required=False)

    def pairs(self, path: str) -> Pairs:
        data = self.cleaned_data
        value = {"studyType": data["level"], "area": data["area"], "institution": data["institution"]}
        value = {k: v for k, v in value.items() if v} | {
            "completed": bool(data["year"] is None or data["year"] <= timezone.localdate().year)
        }
        if data["year"]:
            value["endDate"] = str(data["year"])
        if data["grade"] is not None:
            value["score"] = f"{data['grade']:.2f}"
        return [(path, value)]


class AddForm(EditForm):
    value = forms.CharField(
        label=gettext_lazy("Add"),
        help_text=gettext_lazy("Several with commas between them."),
        max_length=400,
        error_messages={"required": REQUIRED},
    )

    def pairs(self, path: str) -> Pairs:
        words = [part for part in (" ".join(p.split()) for p in self.cleaned_data["value"].split(",")) if part][:20]
        return [(f"{path}/-", _item(path, word)) for word in words]


class WorkForm(EndForm):
    """A whole engagement."""

    position = forms.CharField(label=gettext_lazy("Position"), max_length=150)
    employer = forms.CharField(label=gettext_lazy("Employer"), max_length=200, required=False)
    start_month = forms.TypedChoiceField(label=gettext_lazy("From month"), required=False, coerce=int, empty_value=None)
    start_year = forms.IntegerField(
        label=gettext_lazy("From year"), min_value=1950, widget=forms.NumberInput({"inputmode": "numeric"})
    )
    month = forms.TypedChoiceField(label=gettext_lazy("Until month"), required=False, coerce=int, empty_value=None)
    year = forms.IntegerField(
        label=gettext_lazy("Until year"), min_value=1950, required=False, widget=forms.NumberInput({"inputmode": "numeric"})
    )
    duties = forms.CharField(
        label=gettext_lazy("What you did there"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4})
    )
    field_order = ("position", "employer", "start_month", "start_year", "month", "year", "ongoing", "duties")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start_month"].choices = self.fields["month"].choices  # type: ignore[attr-defined]

    def pairs(self, path: str) -> Pairs:
        data = self.cleaned_data
        value = {"position": data["position"], "name": data["employer"], "startDate": self.written("start_")}
        value |= {"summary": data["duties"], "type": "job"}
        value = {k: v for k, v in value.items() if v}
        return [(path, value | {"endDate": None if data["ongoing"] else self.written()})]


FORMS: dict[str, type[EditForm]] = {
    "name": WordsForm, "city": WordsForm, "position": WordsForm, "employer": WordsForm, "phone": PhoneForm, "email": EmailForm,
    "duties": DutiesForm, "start": MonthForm, "end": EndForm, "education": EducationForm,
    "skills": AddForm, "certificates": AddForm, "languages": AddForm, "work": WorkForm,
}  # fmt: skip


def form_for(row: Row, data: Any = None) -> EditForm:
    """The form that edits a row, filled with what it says now."""
    return FORMS[row.field](data, initial=_initial(row), prefix=None)


def _initial(row: Row) -> dict[str, Any]:
    if row.field in ("start", "end"):
        if row.value in (None, "now"):
            return {"ongoing": row.value == "now"}
        year, _dash, month = str(row.value).partition("-")
        return {"year": year, "month": str(int(month)) if month else ""}
    if row.field == "education":
        value = row.value or {}
        year = (value.get("endDate") or "")[:4]
        return {"level": value.get("studyType"), "area": value.get("area"), "institution": value.get("institution")} | {
            "year": year,
            "grade": value.get("score"),
        }
    return {} if row.field in ("skills", "certificates", "languages") else {"value": row.value}


def _item(path: str, word: str) -> dict[str, Any]:
    if path == "/skills":
        return skill_value(word)
    if path == "/languages":
        key = word.casefold().removeprefix("bahasa ").split(" ")[0]
        return {"language": LANGUAGES.get(key, word)}
    return {"name": word}
