"""The last day to apply, where an advert names it with its year."""

import re
from datetime import date

from tepat.domain.documents import Span
from tepat.domain.language.dates import MONTHS

_DAY = r"(?P<day>\d{1,2})\s*[-/. ]?\s*(?P<month>[A-Za-z]{3,9}|\d{1,2})\.?\s*[-/. ]?\s*(?P<year>20\d\d)\b"
_SURE = (
    r"dead\s?line|clos(?:ing|es?)\b(?:\s+date)?|batas\s+(?:akhir|waktu|pengiriman|pendaftaran|lamaran)|di\s?tutup|penutupan"
    r"|paling\s+(?:lambat|telat|lama)|selambat(?:[- ]?lambat)?nya|valid\s+(?:until|through)"
)
_LIKELY = r"sblm|sebelum|before|until|hingga|sampai(?:\s+dengan)?|s\s?[/.]\s?d\.?|by"
_NAMED = re.compile(rf"(?i)\b(?:(?P<sure>{_SURE})|(?:{_LIKELY}))\b[^\d\n]{{0,40}}?{_DAY}")
_APPLYING = re.compile(r"(?i)lamar|kirim|\bcv\b|appl(?:y|ication)|daftar|lowongan|loker|submit|\bsend\b|berlaku|buka")
_JOINING = re.compile(r"(?i)\b(?:bergabung|join|mulai\s+(?:kerja|bekerja)|masuk\s+kerja|start)\b[^\n]{0,30}$")


def find_closing_day(text: str) -> tuple[date, Span] | None:
    """The day named as the last to apply and the stretch that says so; None where none is named with its year.

    "Before the 5th" counts as the 5th: the day that is written. A bare "until" counts where it
    begins its line or the line speaks of applying.
    """
    for match in _NAMED.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[line_start : match.start()]
        line_end = text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        alone = not re.search(r"\w", before)
        if _JOINING.search(before) or not (match["sure"] or alone or _APPLYING.search(line)):
            continue
        day = _day(match["day"], match["month"], match["year"])
        if day is not None:
            return day, Span(match.start(), match.end())
    return None


def _day(day: str, month: str, year: str) -> date | None:
    number = int(month) if month.isdigit() else MONTHS.get(month.casefold())
    try:
        return date(int(year), number or 0, int(day))
    except ValueError:
        return None
