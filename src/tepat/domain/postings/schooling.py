"""The education an advert asks for: lowest accepted level and the fields of study named."""

import re
from dataclasses import dataclass

from tepat.domain.cv.profile import LEVEL_RANK
from tepat.domain.documents import Span

_LEVELS: tuple[tuple[str, str], ...] = (
    ("SMA", r"\bsma\b|\bsmu\b|\bslta\b|\bma\b(?=\s*/)|high\s+school|sekolah\s+menengah\s+atas|sederajat\s+sma"),
    ("SMK", r"\bsmk\b|\bstm\b|vocational\s+(?:high\s+)?school"),
    ("D1", r"\bd\s?-?1\b|diploma\s+(?:1|satu|i)\b"),
    ("D2", r"\bd\s?-?(?:2|ii)\b(?!i)|diploma\s+(?:2|dua|ii)\b"),
    (
        "D3",
        (
            r"\bd\s?-?(?:3|iii)\b|diploma\s*(?:\(?\s*d3\s*\)?|3|tiga|iii)?\b(?!\s*(?:1|2|4|i\b|ii\b|iv|satu|dua|empat))"
            r"|\bassociate(?:['’]?s)?\s+degree"
        ),
    ),
    ("D4", r"\bd\s?-?(?:4|iv)\b|diploma\s*(?:4|empat|iv)\b"),
    (
        "S1",
        (
            r"\bs\s?-?1\b|\bsarjana\b|\bstrata\s*(?:-?\s*)(?:1|satu|i)\b|bachelor|undergraduate|\bbsc\b"
            r"|\bb\.?s\.?\s+(?=degree|in\b|information|computer)|university\s+degree|\bdegree\s+holder|\bdegree\s+(?:in|of|from)\b"
            r"|graduated?\s+(?:from|of)\s+(?:a\s+)?(?:[\w-]+\s+){0,2}universit|lulusan\s+universitas|\bcollege\s+degree"
        ),
    ),
    ("S2", r"\bs\s?-?2\b|\bmagister\b|\bmaster(?:['’]?s)?\s+degree|\bmaster['’]s\b|\bpost\s?graduate"),
    ("S3", r"\bs\s?-?3\b|\bdoktor\b|\bph\.?d\b"),
)
_LEVEL = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVELS)
_LEVEL_CEILING = re.compile(r"(?i)\b(?:maks(?:imal|imum)?|max(?:imum)?)\b\.?[\s:]*$")
_EDUCATION_WORD = re.compile(
    r"(?i)pendidikan|\bpend\b|lulusan|ijazah|\bgelar\b|sarjana|diploma|degree|bachelor|graduat(?:e|ed)\s+(?:of|from)"
    r"|education|jurusan|\bmajor|universit|sederajat|\bs1\b|\bd3\b|\bsm[ak]\b"
)
_WISHED = re.compile(
    r"(?i)[,/(]\s*(?P<level>d3|d4|s1|s2)\s*(?:lebih\s+)?di\s?utamakan|di\s?utamakan\s+(?P<wished>d3|d4|s1|s2)\b",
)
_STORAGE = re.compile(r"(?i)\b(?:aws|ec2|rds|cloudfront|lambda|minio|bucket)\b")
"""Beside these, "S3" is a store of files."""
_AREA = re.compile(
    (
        r"(?i)(?:\b(?:jurusan|prodi|program\s+studi|bidang(?:\s+studi)?|majoring\s+in|major(?:s|ed)?\s*(?:in|:)?"
        r"|(?:degree|diploma|bachelor(?:['’]?s)?|sarjana|graduate)\s*(?:\([sd]\d\)\s*)?(?:degree\s+)?(?:in|of|from)?"
        r"|\bin\b|\b(?:s1|d3|d4)\b\)?\s*(?:/\s*(?:s1|d4)\s*)?(?:in\s+"
        r"|lulusan\s+)?))\s*[:,]?\s*(?P<areas>[A-Za-z][^.;:]*)"
    ),
)
_AREA_LEAD = re.compile(
    r"(?i)^(?:[ds]\s?-?\s?[1-4]\s|(?:di\s+)?bidang(?:\s+studi)?|jurusan|prodi|program\s+studi|lulusan|in|of|from)\s+"
)
_NO_AREA = re.compile(
    r"(?i)^(?:max\w*|min\w*|semua|segala|seluruh|all|any|apapun|terkait|yang\s+relevan|related|relevant|equivalent|sederajat"
    r"|setara|sejenis\w*|other|lain\w*|or|atau|dan|a|universit\w*|reputable|terkemuka|bidang|field|jurusan"
    r"|departemen)\b"
)
_AREA_STOP = re.compile(
    (
        r"(?i)\b(?:atau\s+(?:bidang|jurusan|departemen|yang|sejenis|setara|sederajat)|or\s+(?:related|equivalent"
        r"|relevant|any|other|a\s+related|similar)|dari\s+universitas|from\s+(?:a\s+)?(?:reputable|any)|dengan\b"
        r"|with\b|minimal|minimum|ipk|gpa|lainnya|terkait|sederajat|memiliki|pengalaman|experience|background"
        r"|dan\s+pendidikan|preferred|di\s?utamakan|\(s\d\))"
    ),
)


@dataclass(frozen=True, slots=True)
class EducationDemand:
    """Lowest accepted level, the phrase that says it, and the majors named."""

    level: str | None
    span: Span
    areas: tuple[str, ...]


def find_education(text: str, clause: Span) -> EducationDemand | None:
    """The education a point asks for; None where it speaks of something else."""
    words = clause.of(text)
    levels = []
    for level, pattern in _LEVEL:
        for match in pattern.finditer(words):
            if level in {"S1", "S2", "S3"} and (
                re.match(r"(?i)\s*(?:bucket|server|layer)", words[match.end() :]) or _STORAGE.search(words)
            ):
                continue
            if not _LEVEL_CEILING.search(words[: match.start()]):
                levels.append((LEVEL_RANK[level], level, match.start(), match.end()))
    named = _EDUCATION_WORD.search(words)
    if not levels and not (
        named
        and re.search(
            r"(?i)^\W*(?:min\w*\.?\s+)?(?:latar\s+belakang\s+)?(?:pendidikan|lulusan|jurusan|education|graduate)\b", words
        )
    ):
        return None
    if re.match(r"(?i)\W*(?:pengalaman|experience|usia|umur)\b", words) and not named:
        return None
    start = min([found[2] for found in levels] + ([named.start()] if named else []))
    end = max([found[3] for found in levels] + ([named.end()] if named else []))
    areas, areas_end = _areas(words)
    lowest = min(levels)[1] if levels else None
    span = Span(clause.start + start, clause.start + max(end, min(areas_end, start + 150)))
    return EducationDemand(lowest, span, areas)


def find_wished_level(text: str, clause: Span, found: EducationDemand) -> tuple[str, Span] | None:
    """A higher level that is only a wish: "SMA/SMK, D3 diutamakan"; None where there is none."""
    wish = _WISHED.search(text, clause.start, clause.end)
    if wish is None or found.level is None or wish.start() <= clause.start + 8:
        return None
    level = (wish.group("level") or wish.group("wished")).upper()
    start = wish.start("level") if wish.group("level") else wish.start()
    return None if level == found.level else (level, Span(start, wish.end()))


def _areas(words: str) -> tuple[tuple[str, ...], int]:
    """Majors named after "jurusan" or "in", without the "or related"."""
    best: tuple[tuple[str, ...], int] = ((), 0)
    for match in _AREA.finditer(words):
        listed = match.group("areas")
        stop = _AREA_STOP.search(listed)
        listed = listed[: stop.start()] if stop else listed
        pieces = re.split(r"(?i)\s*[,/&()]\s*|\s+(?:dan|atau|and|or)\s+", listed)
        pieces = [_AREA_LEAD.sub("", p.strip()) for p in pieces]
        areas = tuple(
            p.strip(" -.")
            for p in pieces
            if 2 <= len(p.strip(" -.")) <= 45
            and not _NO_AREA.match(p.strip())
            and not re.fullmatch(r"(?i)[sd]\s?[1-4]|sm[ak]|min.*|sarjana|diploma|bachelor.*|degree.*", p.strip())
        )
        if areas and (not best[0] or match.group().lower().startswith(("jurusan", "major"))):
            best = (areas[:8], match.start("areas") + len(listed.rstrip(" ,(")))
    return best
