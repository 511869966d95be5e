"""Pay in adverts: "Rp 5.500.000 – Rp 7.000.000 per month", "gaji 5-7 jt nett", "UMK Bekasi"."""

import re

from tepat.domain.documents import Span
from tepat.domain.language.money import find_amounts
from tepat.domain.postings.posting import SalaryRange

_WORD = re.compile(
    r"(?i)[💰💵💸🤑]|\b(?:gaji|salary|upah|gapok|take\s*home\s*pay|thp|penghasilan|pendapatan|remuneration|rp|idr)\b"
)
_OTHER_MONEY = re.compile(
    r"(?i)\b(?:modal|omzet|omset|revenue|aset|asset|bonus|insentif|hadiah|uang\s+makan|biaya|denda|deposit|budget"
    r"|anggaran|pinjaman|investasi|funding|nilai\s+proyek|klaim|plafon)\b[^\n.]{0,30}$"
)
_PERIODS = (
    ("hour", re.compile(r"(?i)(?:per|/|se)\s*-?\s*(?:jam|hour)\b")),
    ("day", re.compile(r"(?i)(?:per|/|se)\s*-?\s*(?:hari|day)\b|\bharian\b")),
    ("year", re.compile(r"(?i)(?:per|/|se)\s*-?\s*(?:tahun|year|annum)\b|\bannual")),
)
_GROSS = re.compile(r"(?i)\b(?:gross|bruto|kotor)\b")
_NET = re.compile(r"(?i)\b(?:nett?|bersih|netto|take\s*home\s*pay)\b")


def find_salary(text: str) -> tuple[SalaryRange, Span] | None:
    """The pay an advert names, in rupiah, and its phrase; None where it names no figure ("kompetitif", "UMR")."""
    for amount in find_amounts(text):
        before = text[max(0, amount.span.start - 45) : amount.span.start]
        phrase = amount.span.of(text)
        after = text[amount.span.end : amount.span.end + 30]
        if _OTHER_MONEY.search(before) or not (
            _WORD.search(before) or _WORD.search(phrase) or re.match(r"(?i)\s*(?:/|per)\s*\w", after)
        ):
            continue
        period = next((name for name, pattern in _PERIODS if pattern.search(after[:16])), "month")
        if period == "month" and amount.high < 500_000:
            continue
        open_end = re.search(
            r"(?i)(?:mulai|start(?:ing)?|min(?:imal|imum)?|dari|from|di\s?atas)\W*(?:dari|from)?\W*(?:rp|idr)?\W*$", before
        )
        open_start = re.search(r"(?i)(?:hingga|sampai|up\s+to|maks(?:imal)?|max(?:imum)?|s/d)\W*(?:rp|idr)?\W*$", before)
        single = amount.low == amount.high
        gross = True if _GROSS.search(before + after) else False if _NET.search(before + after) else None
        low = None if single and open_start else amount.low
        high = None if single and open_end else amount.high
        return SalaryRange(low, high, period, gross), amount.span  # type: ignore[arg-type]
    return None
