"""The table of minimum wages: imported by the operator from a file, never guessed."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tepat.domain.permissions import Actor
from tepat.domain.refusal import Refusal
from tepat.models import JobPosting, MinimumWage
from tepat.services.recording import record_event

COLUMNS = ("region", "city", "year", "amount", "source")
LEAST, MOST = 500_000, 50_000_000
"""Rupiah a month that can be a minimum wage; anything else is a slip."""
FIRST_YEAR, LAST_YEAR = 2015, 2100
LARGEST = 500_000
"""Characters of a file."""


@dataclass(frozen=True, slots=True)
class _Row:
    region: str
    city: str
    year: int
    amount: int
    source: str


def import_wages(text: str, *, actor: Actor | None = None) -> int | list[Refusal]:
    """Takes a CSV table (region, city, year, amount, source; comma, semicolon or tab); a place and year known is replaced.

    The number of rows, or every fault with its line: wages_columns, wages_row, wages_empty, wages_too_large. Of a faulty file
    nothing is taken.
    """
    if len(text) > LARGEST:
        return [Refusal("wages_too_large")]
    lines = text.lstrip("\ufeff").splitlines()
    sign = next((s for s in ("\t", ";") if lines and s in lines[0]), ",")
    reader = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=sign)
    if not set(COLUMNS) <= {(name or "").strip().casefold() for name in reader.fieldnames or ()}:
        return [Refusal("wages_columns", params={"columns": ", ".join(COLUMNS)})]
    found = list(_rows(reader))
    faults = [row for row in found if isinstance(row, Refusal)]
    rows = [row for row in found if isinstance(row, _Row)]
    if faults or not rows:
        return faults[:20] or [Refusal("wages_empty")]
    with transaction.atomic():
        for row in rows:
            MinimumWage.objects.update_or_create(
                region=row.region,
                city=row.city,
                year=row.year,
                defaults={"amount_idr_month": row.amount, "source": row.source, "imported_at": timezone.now()},
            )
        record_event("wages.imported", actor=actor, count=len(rows))
    return len(rows)


def _rows(reader: "csv.DictReader[str]") -> Iterator[_Row | Refusal]:
    for line in reader:
        cells = {(name or "").strip().casefold(): (value or "").strip() for name, value in line.items() if isinstance(value, str)}
        if any(cells.values()):
            yield _row(cells) or Refusal("wages_row", params={"line": reader.line_num})


def _row(cells: dict[str, str]) -> _Row | None:
    year = cells.get("year", "")
    amount = cells.get("amount", "").casefold().removeprefix("rp").replace(".", "").replace(",", "").replace(" ", "")
    if not (year.isdecimal() and amount.isdecimal() and cells.get("region") and cells.get("source")):
        return None
    city = _plain(cells.get("city", ""))
    row = _Row(cells["region"][:80], city[:80], int(year[:4]), int(amount[:12]), cells["source"][:200])
    return row if FIRST_YEAR <= row.year <= LAST_YEAR and LEAST <= row.amount <= MOST else None


def _plain(city: str) -> str:
    """The name as postings carry it: without Kota, Kabupaten, Kab."""
    head, _, tail = city.partition(" ")
    return tail.strip() if head.casefold().rstrip(".") in {"kota", "kabupaten", "kab"} and tail else city


def minimum_wage_of(posting: JobPosting) -> int | None:
    """Rupiah a month for the posting's place today; None where the operator imported none."""
    wage = MinimumWage.objects.of(city=posting.city, region=posting.region, year=timezone.localdate().year)
    return wage.amount_idr_month if wage else None
