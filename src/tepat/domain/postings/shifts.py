"""Whether an advert asks for work in shifts."""

import re

_SHIFTS = re.compile(
    r"\b(?:kerja |sistem |jadwal )?(?:shift(?:ing|s|an)?|sif|bergilir(?:an)?|giliran malam|rotating (?:roster|hours)|roster)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\bnon|\btidak(?: ada)?|\btanpa|\bbukan|\bno|\bnot|\bwithout)[\s-]*(?:kerja |sistem |jadwal )?$", re.IGNORECASE
)
_OTHER = re.compile(r"^\s*(?:left|register|key|cipher)\b", re.IGNORECASE)


def asks_for_shifts(text: str) -> bool:
    """True if the text names shifts and does not deny them where it does ("non shift", "tanpa shift")."""
    for found in _SHIFTS.finditer(text):
        before, after = text[max(0, found.start() - 24) : found.start()], text[found.end() : found.end() + 12]
        if not _DENIED.search(before) and not _OTHER.search(after):
            return True
    return False
