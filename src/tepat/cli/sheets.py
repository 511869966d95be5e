"""A shortlist as CSV: UTF-8 with a mark and semicolons, as an Indonesian spreadsheet opens it; no formula from a stranger."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from tepat.cli.shortlist import Candidate, Shortlist, name_of
from tepat.domain.matching.verdicts import RequirementMatch
from tepat.services.wording.matches import reason_words, verdict_word

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(found: Shortlist) -> bytes:
    """One row per candidate in order: rank, name, file, musts met, then verdict and quote of each requirement."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_disarmed(c) for c in (_("Rank"), _("Name"), _("File"), _("Musts met"), *(r.label for r in found.posting.requirements))]
    )
    for number, candidate in enumerate(found.candidates, 1):
        writer.writerow([_disarmed(cell) for cell in _row(number, candidate, blind=found.blind)])
    return ("\ufeff" + out.getvalue()).encode()


def _row(number: int, candidate: Candidate, *, blind: bool) -> Iterator[str]:
    match = candidate.match
    yield str(number)
    yield name_of(number, candidate, blind=blind) or ""
    yield "" if blind else candidate.file
    yield f"{match.count('met', 'must')}/{match.total('must')}"
    yield from (_cell(r) for r in match.requirements)


def _cell(found: RequirementMatch) -> str:
    words = f"{verdict_word(found.verdict)}. {reason_words(found.reason.code, found.reason.params)}"
    return f"{words} “{found.evidence[0].quote}”" if found.evidence else words


def _disarmed(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
