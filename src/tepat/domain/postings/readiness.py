"""What an advert wants a candidate to be ready for: shifts, travel, a day to begin."""

import re


def readiness_code(words: str) -> str | None:
    """What the candidate must be ready for, as a code."""
    codes = (
        ("shift", r"\bshift|malam|24\s*/\s*7|rolling"),
        ("overtime", r"lembur|over\s?time|after\s+office|di\s+luar\s+jam|hari\s+(?:libur|raya)|weekend|sabtu|minggu"),
        ("on_call", r"on[ -]?call|stand\s?by"),
        ("travel", r"dinas|luar\s+kota|travel|trip|mobil|cabang|lapangan|ditugaskan|rotasi"),
        ("immediate", r"asap|segera|secepatnya|immediat|as\s+soon"),
        ("full_time", r"full[ -]?time"),
        ("part_time", r"part[ -]?time"),
        ("contract", r"kontrak|contract"),
    )
    return next((code for code, pattern in codes if re.search(pattern, words, re.IGNORECASE)), None)
