"""Levels of Indonesian education and the schools that give them, as words of a text."""

import re

from tepat.domain.cv.profile import EducationLevel

_LEVEL_WORDS: tuple[tuple[EducationLevel, str], ...] = (
    ("S3", r"\bS[-.]?\s?3\b|\b(?i:doktor|doctor(?:ate|al)?|ph\.?\s?d)\b|\b(?i:strata)[\s-]*(?:3|III|(?i:tiga))\b"),
    (
        "S2",
        r"\bS[-.]?\s?2\b|\b(?i:magister|masters?(?:['’]s)?|pasca\s?sarjana|postgraduate)\b|\b(?i:strata)[\s-]*(?:2|II|(?i:dua))\b",
    ),
    ("S2", r"\bM\.\s?(?:Kom|T|M|Sc|Si|TI|Eng|Ak|Pd)\b|\bMBA\b"),
    (
        "D4",
        r"\bD\.?\s?-?\s?(?:4|IV)\b|\b(?i:diploma)[\s-]*(?:4|IV|(?i:empat))\b|\b(?i:sarjana\s+(?:sains\s+)?terapan)\b|S\.\s?Tr\b",
    ),
    ("D4", r"\b(?i:applied\s+bachelor|bachelor\s+of\s+applied|bachelor\s+applied)\b"),
    ("D3", r"\bD\.?\s?-?\s?(?:3|III)\b|\b(?i:diploma)[\s-]*(?:3|III|(?i:tiga))\b|\b(?i:ahli\s+madya|associate)\b|\bA\.?\s?Md\b"),
    ("D2", r"\bD\.?\s?-?\s?(?:2|II)\b|\b(?i:diploma)[\s-]*(?:2|II|(?i:dua))\b|\b(?i:ahli\s+muda)\b"),
    ("D1", r"\bD\.?\s?-?\s?(?:1|I)\b|\b(?i:diploma)[\s-]*(?:1|I|(?i:satu))\b|\b(?i:ahli\s+pratama)\b"),
    ("S1", r"\bS[-.]?\s?1\b|\b(?i:sarjana|bachelors?(?:['’]s)?|undergraduate)\b|\b(?i:strata)[\s-]*(?:1|I|(?i:satu))\b"),
    ("S1", r"\bS\.\s?(?:Kom|T|Si|E|Pd|M|Ak|Ds|Sos|H|Ikom|Psi|Farm|Kep)\b|\bB\.?\s?(?:Sc|Eng|CS|IT|Comp|A|Bus)\b\.?"),
    (
        "SMK",
        r"\b(?:SMK[NS]?|STM|SMEA|SMKN)\b|\b(?i:smk|sekolah\s+menengah\s+kejuruan|vocational(?:\s+(?:senior|upper))*(?:\s+(?:high|secondary))*\s+(?:school|diploma))\b",
    ),
    (
        "SMA",
        r"\b(?:SMA[NSK]?|SMUN?|MAN|MAS|SLTA|MA)\b|\b(?i:sma|sekolah\s+menengah\s+(?:atas|umum)|madrasah\s+aliyah|paket\s+c)\b",
    ),
    ("SMA", r"\b(?i:(?:(?:senior|upper|general)\s+)*(?:high|secondary)\s+school(?:\s+diploma)?)\b"),
    ("D3", r"\b(?i:diploma)\b"),
)
_LEVELS = tuple((level, re.compile(words)) for level, words in _LEVEL_WORDS)
LOWER_SCHOOL = re.compile(
    r"\b(?:SMP[NS]?|MTsN?|SDN?|MIN?|TK|SLTP)\b"
    r"|\b(?i:sekolah\s+dasar|junior\s+high|elementary|primary\s+school|sekolah\s+menengah\s+pertama)\b"
)
_INSTITUTION = re.compile(
    r"\b(?i:universitas|university|univ\b\.?|institut[e]?|politeknik|poltek\w*|polytechnic|sekolah\s+tinggi|akademi|academy|college|stmik|stikom|stie|stikes|stkip|amik|stt"
    r"|school|sekolah\s+menengah|madrasah|pondok\s+pesantren|pesantren|seminari)\b|\b(?:SMK[NS]?|SMA[NSK]?|SMUN?|STM|SMEA|MAN|MA|PKBM|IAIN|UIN|STAIN|IAI|AKPER|AKBID|UI|ITB|UGM|ITS"
    r"|UNPAD|UNDIP|UB|IPB|BINUS|UNJ|UPI|UNS|UNNES|UNESA|USU|UNHAS|UNAIR|UNSRI|UNY|UM|UNILA|UNUD|UMN)\b"
)
_LEVEL_NAME = re.compile(
    r"^\W*(?:(?:vocational|senior|upper|general)\s+)*(?:high|secondary)\s+school(?:\s+diploma)?\b"
    r"|^\W*sekolah\s+menengah\s+(?:kejuruan|atas|umum)\b(?!\s+(?:negeri|swasta|\d|[IVX]+\b|\w+\s+\d))",
    re.IGNORECASE,
)
DEFAULTS: tuple[tuple[re.Pattern[str], EducationLevel], ...] = (
    (re.compile(r"\b(?i:akademi|academy|amik|politeknik|polytechnic|poltek\w*|akper|akbid)\b"), "D3"),
    (_INSTITUTION, "S1"),
)
"""Levels that an institution suggests where none is written."""


def match_level(text: str) -> tuple[EducationLevel, re.Match[str]] | None:
    """The highest level that `text` names, and its words."""
    return next(((level, match) for level, pattern in _LEVELS if (match := pattern.search(text))), None)


def level_of(text: str) -> EducationLevel | None:
    found = match_level(text)
    return found[0] if found else None


def names_institution(text: str) -> bool:
    """Whether `text` names a school; a mere level such as "Senior High School" is none."""
    return _INSTITUTION.search(_LEVEL_NAME.sub("", text)) is not None
