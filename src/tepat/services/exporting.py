"""A shortlist as XLSX and CSV: Indonesian headers, phone as text, no formula from a stranger."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from tepat.domain.permissions import Actor
from tepat.models import Application, JobPosting
from tepat.services.recording import record_event
from tepat.services.wording.matches import verdict_word

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def shortlist_rows(posting: JobPosting, applications: list[Application]) -> Iterator[list[str]]:
    """Header, then one row per application in rank order: person, musts met, each requirement's verdict with its quote."""
    requirements = posting.as_requirements()
    fixed = [_("Rank"), _("Name"), _("E-mail"), _("Phone"), _("City"), _("Latest work"), _("Musts met"), _("Stage")]
    yield fixed + [r.label for r in requirements]
    for rank, application in enumerate(applications, 1):
        yield _row(rank, application, [r.id for r in requirements])


def _row(rank: int, application: Application, ids: list[str]) -> list[str]:
    person, match = application.candidate, getattr(application, "match", None)
    verdicts: dict[str, Any] = {r["id"]: r for r in match.document.get("requirements", [])} if match else {}
    musts = f"{match.must_met}/{match.must_total}" if match else ""
    cells = [
        str(rank),
        person.name,
        person.email,
        person.phone,
        person.city,
        match.headline if match else "",
        musts,
        application.stage,
    ]
    return cells + [_cell(verdicts.get(i)) for i in ids]


def _cell(verdict: dict[str, Any] | None) -> str:
    if verdict is None:
        return ""
    quotes = "; ".join(f"“{e['quote']}”" for e in verdict["evidence"][:2])
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
