"""Checking what was read of a CV: the rows of the page, and what a press on one of its buttons means."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tepat.domain.cv.review import Group, Line, Review, Row, review
from tepat.domain.refusal import Refusal
from tepat.models import CV, Account
from tepat.services.correcting import correct_cv
from tepat.templatetags.marks import Mark, marked
from tepat.templatetags.wording import month_year
from tepat.web.jobseeker.editing import EditForm, WorkForm, form_for


@dataclass(frozen=True, slots=True)
class ShownLine:
    number: int
    words: SafeString


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`answers` are (value, words); `items` those of a list with the index to take out; `form` is there while it is edited."""

    path: str
    anchor: str
    label: str
    state: str
    words: str
    sub: str
    lines: list[ShownLine]
    more: int
    answers: list[tuple[str, str]]
    question: str
    why: str
    items: list[dict[str, Any]]
    form: EditForm | None


@dataclass(frozen=True, slots=True)
class ShownGroup:
    title: str
    rows: list[ShownRow]
    work: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`summary` is the sentence above the rows, `open_words` what is still to choose."""

    groups: list[ShownGroup]
    summary: str
    open_words: str
    new_work: WorkForm | None


def sheet_of(cv: CV, *, editing: str = "", form: EditForm | None = None) -> Sheet:
    """Everything the page shows. `editing` is the path of the row that is open, `form` its refused form."""
    found = review(cv.document, [(c.path, c.value) for c in cv.corrections.all()], text=cv.text)
    groups = [_group(group, editing, form) for group in found.groups]
    doubtful = [_label(row) for row in found.doubtful]
    new = form if isinstance(form, WorkForm) else WorkForm() if editing == "/work/-" else None
    return Sheet(groups, _summary(found), ", ".join(doubtful), new)


def take_correction(request: HttpRequest, cv: CV, *, account: Account) -> EditForm | None:
    """Does what the pressed button means; the form with its error where it cannot be done."""
    path = request.POST.get("path", "")
    if "answer" in request.POST:
        correct_cv(cv, path=path, value=request.POST["answer"], account=account)
    elif "take_out" in request.POST:
        correct_cv(cv, path=request.POST["take_out"], value=None, account=account)
    elif "right" in request.POST:
        row = _row_at(cv, path)
        if row is not None:
            correct_cv(cv, path=path, value=row.value, account=account)
    else:
        return _take_form(_form_of(cv, path, request), cv, path, account)
    return None


def _take_form(form: EditForm | None, cv: CV, path: str, account: Account) -> EditForm | None:
    if form is None or not form.is_valid():
        return form
    for at, value in form.pairs(path):
        answer = correct_cv(cv, path=at, value=value, account=account)
        if isinstance(answer, Refusal):
            form.add_error(_field_of(form, answer), _fault(answer))
            return form
    return None


def _form_of(cv: CV, path: str, request: HttpRequest) -> EditForm | None:
    if path == "/work/-":
        return WorkForm(request.POST)
    row = _row_at(cv, path)
    return form_for(row, request.POST) if row else None


def _row_at(cv: CV, path: str) -> Row | None:
    found = review(cv.document, [(c.path, c.value) for c in cv.corrections.all()], text=cv.text)
    return next((r for g in found.groups for r in g.rows if r.path == path), None)


def _field_of(form: EditForm, refusal: Refusal) -> str:
    if refusal.code in ("dates_reversed", "date_invalid"):
        return "start_year" if "start_year" in form.fields else "year" if "year" in form.fields else "value"
    return "value" if "value" in form.fields else next(iter(form.fields))


def _fault(refusal: Refusal) -> str:
    return {
        "phone_invalid": _("This is no complete number, such as 0812 3456 7890."),
        "email_invalid": _("This is no e-mail address, such as nama@contoh.id."),
        "date_invalid": _("This date cannot be right."),
        "dates_reversed": _("The end lies before the start."),
        "value_missing": _("Write something, or leave it as it is."),
        "too_many_corrections": _("That is too much to correct. Upload a new CV instead."),
    }.get(refusal.code, _("This cannot be kept like that."))


def _group(group: Group, editing: str, form: EditForm | None) -> ShownGroup:
    titles = {
        "person": _("About you"),
        "work": _("Latest work"),
        "earlier_work": _("Earlier work"),
        "education": _("Education"),
        "abilities": _("Skills"),
    }
    rows = [_row(row, form if row.path == editing else None, is_open=row.path == editing) for row in group.rows]
    return ShownGroup(titles[group.code], rows, group.index if group.code in ("work", "earlier_work") else None)


def _row(row: Row, form: EditForm | None, *, is_open: bool) -> ShownRow:
    items = (
        [{"index": i["index"], "words": i["words"], "path": f"{row.path}/{i['index']}"} for i in row.value or []]
        if _is_list(row)
        else []
    )
    answers = [(a, _words(row, a)) for a in row.answers]
    return ShownRow(
        path=row.path,
        anchor=f"baris{row.path.replace('/', '-')}",
        label=_label(row),
        state=row.state,
        words=_words(row, row.value),
        sub="",
        lines=[_line(line) for line in row.lines],
        more=row.more_lines,
        answers=answers,
        question=_question(answers),
        why=_("Two places in the CV say different things.")
        if len(answers) > 1
        else _("We are not sure that we read this right."),
        items=items,
        form=(form or form_for(row)) if is_open else None,
    )


def _is_list(row: Row) -> bool:
    return row.field in ("skills", "certificates", "languages")


def _question(answers: list[tuple[str, str]]) -> str:
    words = [words for _value, words in answers]
    if not words:
        return _("Is this right?")
    return _("%(first)s or %(second)s?") % {"first": words[0], "second": words[1]} if len(words) > 1 else f"{words[0]}?"


def _words(row: Row, value: Any) -> str:
    if value in (None, ""):
        return ""
    if row.field in ("start", "end"):
        return _("until now") if value == "now" else month_year(value)
    if row.field == "phone":
        return phone_words(str(value))
    if row.field == "education":
        head = " ".join(p for p in (value.get("studyType"), value.get("area")) if p)
        tail = [value.get("institution"), (value.get("endDate") or "")[:4], f"IPK {value['score']}" if value.get("score") else ""]
        return ", ".join(p for p in (head, *tail) if p)
    if _is_list(row):
        return ", ".join(i["words"] for i in value)
    return str(value)


def phone_words(number: str) -> str:
    """As people write it: "+6281200000147" is 0812 0000 0147."""
    if not number.startswith("+62"):
        return number
    local = f"0{number[3:]}"
    return " ".join(local[i : i + 4] for i in range(0, len(local), 4))


def _line(line: Line) -> ShownLine:
    return ShownLine(line.number, marked(line.text, [Mark(a, b) for a, b in line.marks]))


def _label(row: Row) -> str:
    return {
        "name": _("Name"),
        "phone": _("WhatsApp number"),
        "email": _("E-mail"),
        "city": _("Where you live"),
        "position": _("Position"),
        "employer": _("Employer"),
        "start": _("Started"),
        "end": _("Until"),
        "duties": _("Main duties"),
        "education": _("Education"),
        "skills": _("Skills"),
        "languages": _("Languages"),
        "certificates": _("Certificates"),
    }[row.field]


def _summary(found: Review) -> str:
    clear, doubtful, missing = found.count("clear", "corrected"), found.count("doubtful"), found.count("missing")
    parts = [ngettext("%(n)s field clear", "%(n)s fields clear", clear) % {"n": clear}]
    if doubtful:
        parts.append(ngettext("%(n)s for you to choose", "%(n)s for you to choose", doubtful) % {"n": doubtful})
    if missing:
        parts.append(ngettext("%(n)s not stated", "%(n)s not stated", missing) % {"n": missing})
    return ", ".join(parts) + "."
