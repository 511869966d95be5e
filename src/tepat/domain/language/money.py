"""Rupiah as people write it: "Rp 5.000.000", "5-7 jt", "IDR 9,500,000", "8 juta"."""

import re
from dataclasses import dataclass

from tepat.domain.documents import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A stretch of rupiah; `low == high` for a single figure. `span` covers the phrase."""

    low: int
    high: int
    span: Span


_UNIT = r"(?:jt|juta|million|mio|mil|rb|ribu|k|m)\b"
_NUMBER = r"\d{1,3}(?:[.,]\d{3}){1,3}|\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(
    rf"(?P<currency>\b(?:rp|idr)\.?\s*)?(?<![\d.,])(?P<low>{_NUMBER})\s*(?P<low_unit>{_UNIT})?(?:,-)?(?:,00)?"
    rf"(?:\s*(?:-|–|—|s/d|s\.d\.?|sampai(?:\s+dengan)?|hingga|to)\s*(?:(?:rp|idr)\.?\s*)?(?P<high>{_NUMBER})\s*(?P<high_unit>{_UNIT})?)?",
    re.IGNORECASE,
)
_FACTOR = {
    "jt": 10**6,
    "juta": 10**6,
    "million": 10**6,
    "mio": 10**6,
    "mil": 10**6,
    "m": 10**6,
    "rb": 1000,
    "ribu": 1000,
    "k": 1000,
}
REGIONAL_MINIMUM = re.compile(r"\b(?:umr|umk|ump)\b", re.IGNORECASE)
"""Words for the regional minimum wage: an answer without a figure."""
LEAST, MOST = 100_000, 2_000_000_000


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Amounts of 100 thousand to 2 billion rupiah in `text`, in order.

    A figure counts if it names a currency or a unit, or is written in groups of thousands.
    """
    return tuple(amount for match in _AMOUNT.finditer(text) if (amount := _to_amount(match)))


def _to_amount(match: re.Match[str]) -> Amount | None:
    grouped = re.search(r"[.,]\d{3}", match["low"]) is not None
    if not (match["currency"] or match["low_unit"] or match["high_unit"] or grouped):
        return None
    low_unit = match["low_unit"] or match["high_unit"]
    low = _value(match["low"], low_unit if not (grouped and not match["low_unit"]) else None)
    high = _value(match["high"], match["high_unit"] or low_unit) if match["high"] else low
    if high < low or not LEAST <= low <= MOST or not LEAST <= high <= MOST:
        return None
    return Amount(low, high, Span(match.start(), match.start() + len(match.group().rstrip())))


def _value(written: str, unit: str | None) -> int:
    factor = _FACTOR[unit.casefold()] if unit else 1
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written):
        return int(re.sub(r"[.,]", "", written)) * (factor if factor < 10**6 else 1)
    return round(float(written.replace(",", ".")) * factor)
