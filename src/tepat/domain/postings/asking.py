"""How points begin that speak of the candidate rather than of the work."""

import re

_SELF_EVIDENT = re.compile(
    r"(?i)^\W*(?:menguasai|mahir|memiliki|mempunyai|memahami|mengerti|paham|familiar|familier|pendidikan|lulusan"
    r"|pengalaman|berpengalaman|minimal|minimum|min\.|usia|umur|bersedia|mampu|fasih|berdomisili|domisili"
    r"|penempatan|lokasi\s+penempatan"
    r"|sarjana|s1\b|d3\b|sma\b|smk\b|diploma|bachelor|experience[d]?\b|at\s+least|proficien|familiarity"
    r"|strong\s+(?:knowledge|understanding|command)|knowledge\s+of|willing|fluent|must\b|candidate|fresh"
    r"|required\s+(?:skill|language)|diutamakan|lebih\s+diutamakan|full[ -]?time|pernah|terbiasa"
    r"|good\s+(?:knowledge|command|understanding)|understanding\s+of|ability\s+to|able\s+to|certified|sertifika"
    r"|have\s+(?!fun\b)|having\b|possess|(?:excellent|strong|solid|deep|good)\s+(?:\w+\s+){0,3}skills?\b"
    r"|hands[ -]?on\s+(?:experience|with)"
    r"|(?:working|in[ -]depth|basic|proven|prior)\s+(?:knowledge|experience|understanding|track)|knowledge\s+in|graduate\s+of"
    r"|education\s*:"
    r"|(?:bahasa|bhs\.?)\s+(?:inggris|mandarin|jepang|korea|arab|jerman)|english\b(?!\s+teacher)|siap\s+(?:kerja|bekerja"
    r"|ditempatkan|shift|lembur)"
    r"|jago\b|ngerti\b|lancar\b|(?:udah|sudah)\s+(?:bisa|pernah|biasa|\d)|punya\s+(?:pengalaman|pemahaman|sertifikat|sim\b)"
    r"|\d\s*\+?\s*(?:-\s*\d\s*)?(?:tahun|thn|th|years?)\b)",
)


def is_demand(words: str) -> bool:
    """True where a point speaks of the candidate rather than of the work."""
    return _SELF_EVIDENT.match(words) is not None
