"""A shortlist as XLSX and CSV: Indonesian headers, phone as text, no formula from a stranger."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from tepat.domain.permissions import Actor
from tepat.domain.privacy import blotted, identity_spans, nik_spans
from tepat.models import Application, JobPosting
from tepat.services.recording import record_event
from tepat.services.wording.matches import verdict_word
from tepat.services.wording.moves import stage_name

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def shortlist_rows(posting: JobPosting, applications: list[Application], *, blind: bool = False) -> Iterator[list[str]]:
    """Header, then one row per application in rank order: person, musts met, each requirement's verdict with its quote.

    In a blind review a code stands for the name, contact is left out, and quotes are blotted.
    """
    requirements = posting.as_requirements()
    stages = {s.key: stage_name(s.key, s.name) for s in posting.stages.all()}
    fixed = [_("Rank"), _("Name"), _("E-mail"), _("Phone"), _("City"), _("Latest work"), _("Musts met"), _("Stage")]
    yield fixed + [r.label for r in requirements]
    for rank, application in enumerate(applications, 1):
        yield _row(rank, application, [r.id for r in requirements], stages, blind=blind)


def _row(rank: int, application: Application, ids: list[str], stages: dict[str, str], *, blind: bool) -> list[str]:
    person, match = application.candidate, getattr(application, "match", None)
    verdicts: dict[str, Any] = {r["id"]: r for r in match.document.get("requirements", [])} if match else {}
    contact = ["", "", ""] if blind else [person.email, person.phone, person.city]
    return [
        str(rank),
        application.public_id[:4].upper() if blind else person.name,
        *contact,
        match.headline if match else "",
        f"{match.must_met}/{match.must_total}" if match else "",
        stages.get(application.stage, application.stage),
        *(_cell(verdicts.get(i), _text(application, blind=blind)) for i in ids),
    ]


def _text(application: Application, *, blind: bool) -> str:
    """What quotes are cut from: the CV's text without the number of the identity card, in a blind review without identity."""
    cv = application.cv
    if cv is None:
        return ""
    return blotted(cv.text, [*nik_spans(cv.text), *(identity_spans(cv.text, cv.document) if blind else ())])


def _cell(verdict: dict[str, Any] | None, text: str) -> str:
    if verdict is None:
        return ""
    quotes = "; ".join(
        f"“{' '.join(text[e['start'] : e['end']].split())}”" for e in verdict["evidence"][:2] if text[e["start"] : e["end"]]
    )
    return f"{verdict_word(verdict['verdict'])}: {quotes}" if quotes else verdict_word(verdict["verdict"])


def as_csv(rows: Iterator[list[str]]) -> bytes:
    """UTF-8 with a mark and semicolons: what an Indonesian Excel opens by double click. Formula starts are disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_disarmed(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def _disarmed(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def as_xlsx(rows: Iterator[list[str]], *, title: str) -> bytes:
    """One sheet, every cell as text, header frozen, columns wide enough to read."""
    out = io.BytesIO()
    import xlsxwriter  # loads for a tenth of a second, which every start would pay

    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet("Shortlist")
    book.set_properties({"title": title})
    head, wrap = (
        book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            sheet.write_string(y, x, cell, head if y == 0 else wrap)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 7, 20)
    sheet.set_column(8, 60, 28)
    book.close()
    return out.getvalue()


def record_export(posting: JobPosting, *, actor: Actor, count: int, form: str) -> None:
    """Who took how many people's data out, and when."""
    record_event("shortlist.exported", actor=actor, posting=posting, count=count, form=form)
