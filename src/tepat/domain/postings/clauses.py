"""A block of an advert → its points, also where all line breaks were lost and words were glued together.

Adverts copied from job boards often read "Usia Maksimal 30 TahunPendidikan minimal S1 Memiliki pengalaman …": points are found
by how
they begin, not by layout alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tepat.domain.documents import Span
from tepat.domain.postings.vocabulary import ABBREVIATIONS, COMPLETE, DEMANDS, JOINING, LIMITS, VERB, WORKS

_BULLET = re.compile(
    r"[•●▪◦‣■□◆➢✓✔➤►★☑✅∙*]+\s*"  # signs that are nothing but bullets
    r"|(?:(?<=^)|(?<=\n)|(?<=[.;:]\s)|(?<=[.;:)]))[-–—]\s*(?=\S)"
    r"|(?<=[A-Za-z0-9)])[-–—]\s+(?=[A-Z][a-z])"
    r"|(?<=\n)o\s+(?=[A-Z])",
)
_NUMBER = re.compile(
    r"(?<![\d.,/(])(?<!\d )(?<!\bS)(?<!\bD)\d{1,2}[.)]\s*(?=[A-Z][a-z])|(?:(?<=\s)|(?<=[.:;]))[a-h][.)]\s+(?=[A-Z])"
)
_STOP = re.compile(
    r"[.!?]+(?=\s+[A-Z0-9\"(“<])"
    r"|(?<=[a-z)]{2})\.(?=[A-Z][a-z]|[A-Z]{3,}|\d+[ +-]|\d{1,2}[.)]\s*[A-Z]|[a-z]{4,})"
    r"|[;]|\t+|\||[\u200b\u200e\u200f\u202c\ufeff]+(?=[A-Z])"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_GLUED = re.compile(
    r"(?<=[a-z0-9A-Z)%])(?=(?:" + "|".join(sorted((w for w in DEMANDS | WORKS if len(w) > 4), key=len, reverse=True)) + r")\b)"
)
_GLUED_SHORT = re.compile(
    r"(?<=[a-z)])(?=(?:S[12]|D[1-4]|SM[AK]|Usia|Umur|Min|Max|Good|Have|Must|Able|Bisa|Mau)\b)|(?<=[A-Z])(?=(?:Usia"
    r"|Umur)\b)|(?<=[a-z]{3})(?<!imum)(?<!imal)(?<!min)(?<!east)(?<!aks)"
    r"(?=\d{1,2}\s*\+?\s*(?:[-–]\s*\d{1,2}\s*)?(?:years?|tahun|thn)\b)",
)
_SMALL_GLUE = re.compile(
    r"(?<=[A-Z]{2})(?=(?:understand|able|experience|familiar|knowledge|minimum|proficient|willing)\b)"
    r"|(?<=[a-z]{3})(?=(?:minimum|maximum|minimal|maksimal|able to)\b)"
)
_RUN_ON = re.compile(
    r"(?i)(?<=,)\s*(?=(?:bisa|punya|mau|siap|menguasai|memiliki|mempunyai|mampu|paham|mengerti|ngerti|bersedia|berpengalaman"
    r"|berdomisili|domisili"
    r"|(?:min|max|maks)(?:imal)?\.?\s+[a-z]|lulusan|pendidikan|usia|umur|willing|able\s+to|must)\b)"
)
"""Demands in one breath, with commas between them."""
_PHRASE = re.compile(
    r"(?<=[\w)%.] )(?=(?:Full[ -]?time|Lokasi (?:penempatan|kerja)|At least|Out of the box|Open to|To take part"
    r"|Semua jurusan)\b)"
)
_ORNAMENT = re.compile(r"[\d\W]*|[a-h]")
LONGEST = 1200
"""Characters of one point."""
_TRIM = " \t\r\n\f,;:.–—|\u200b\u00a0\u200e\u202c…•●▪◦‣■□◆➢✓✔➤►★☑✅∙*"
_OPEN_SUBJECT = re.compile(
    r"(?i)^\W*(?:pengalaman|pendidikan|usia|umur|lulusan|ipk|gpa|tinggi|experience|education|age|work|memiliki"
    r"|diploma|sma|smk)\b[^\d]*$"
)


def split_clauses(text: str, block: Span) -> tuple[Span, ...]:
    """The points of `block`, in order, trimmed of bullets and punctuation; none is empty, none overlaps another."""
    cuts = _with_bounds(text, sorted({block.start, block.end, *_breaks(text, block)}))
    found = []
    for start, end in pairwise(cuts):
        span = trim(text, Span(start, end))
        if span is not None:
            found.append(span)
    return tuple(found)


def _with_bounds(text: str, cuts: list[int]) -> list[int]:
    """`cuts`, with more of them where a point would be longer than anybody writes, so that work stays linear."""
    bounded = cuts[:1]
    for cut in cuts[1:]:
        while cut - bounded[-1] > LONGEST:
            blank = text.rfind(" ", bounded[-1] + 1, bounded[-1] + LONGEST)
            bounded.append(blank if blank > 0 else bounded[-1] + LONGEST)
        bounded.append(cut)
    return bounded


def trim(text: str, span: Span) -> Span | None:
    """`span` without bullets, blanks and punctuation at its ends; None where nothing is left."""
    part = text[span.start : span.end]
    numbered = re.match(r"[\s•●▪*–—-]*(?:\d{1,2}[.)]|[a-h][.)])\s*(?=[A-Z])", part)
    start = span.start + (numbered.end() if numbered else 0)
    end = span.end
    while start < end and (text[start] in _TRIM or (text[start] == "-" and start + 1 < end and not text[start + 1].isdigit())):
        if text[start] == "." and start + 1 < end and text[start + 1 : start + 4].lower().lstrip().startswith("net"):
            break
        start += 1
    while end > start and (text[end - 1] in _TRIM or text[end - 1] == "-"):
        end -= 1
    return Span(start, end) if start < end and not _ORNAMENT.fullmatch(text, start, end) else None


def _breaks(text: str, block: Span) -> Iterator[int]:
    """Offsets at which a new point may begin."""
    yield from _line_breaks(text, block)
    for pattern in (_BULLET, _NUMBER):
        for match in pattern.finditer(text, block.start, block.end):
            if not _inside_range(text, match.start()):
                yield match.start()
    for match in _STOP.finditer(text, block.start, block.end):
        if _ends_sentence(text, match, block):
            yield match.end()
    for pattern in (_GLUED, _GLUED_SHORT, _SMALL_GLUE, _PHRASE, _RUN_ON):
        yield from (m.start() for m in pattern.finditer(text, block.start, block.end))
    yield from _word_breaks(text, block)


def _inside_range(text: str, at: int) -> bool:
    """The likes of "20 - 40" and "Laki - Laki" are one thing."""
    before, after = text[max(0, at - 6) : at].strip(), text[at + 1 : at + 8].strip()
    return bool(before[-1:].isdigit() and after[:1].isdigit()) or before.lower().endswith("laki")


def _line_breaks(text: str, block: Span) -> Iterator[int]:
    for match in re.finditer(r"\n+", text[block.start : block.end]):
        at = block.start + match.end()
        line_start = text.rfind("\n", 0, block.start + match.start()) + 1
        line = text[line_start : block.start + match.start()]
        following = _WORD.match(text, at)
        wrapped = (
            len(match.group()) == 1
            and len(line.strip()) >= 55
            and following is not None
            and following.group()[0].islower()
            and following.group().capitalize() not in DEMANDS
            and not line.rstrip().endswith((".", ";", ":"))
        )
        if not wrapped:
            yield at


def _ends_sentence(text: str, match: re.Match[str], block: Span) -> bool:
    if not match.group().startswith("."):
        return True
    before = re.search(r"[\w.]+$", text[max(block.start, match.start() - 12) : match.start()])
    word = before.group().casefold() if before else ""
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    return re.match(r"\s*(?:net|js|io)\b", text[match.end() : match.end() + 6], re.IGNORECASE) is None


def _word_breaks(text: str, block: Span) -> Iterator[int]:
    """Breaks before capitalised words that begin points, where the words before do not lead on to them."""
    opened = block.start
    previous: re.Match[str] | None = None
    for word in _WORD.finditer(text, block.start, block.end):
        if previous is not None and _begins_point(word.group()) and _stands_free(text, previous, word, opened):
            yield word.start()
            opened = word.start()
        if "\n" in text[previous.end() if previous else block.start : word.start()]:
            opened = word.start()
        previous = word


def _begins_point(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    return word in DEMANDS or word in WORKS or VERB.fullmatch(word) is not None


def _stands_free(text: str, previous: re.Match[str], word: re.Match[str], opened: int) -> bool:
    """True where the words before `word` do not lead on to it."""
    gap = text[previous.end() : word.start()]
    if not gap or not gap[-1].isspace() or gap.strip().endswith((",", "/", "&", "+", ":", "(", "-", "“", '"', "'", "–")):
        return False
    plain = not re.search(r"[\d)%.]", gap) or previous.group().casefold() in ABBREVIATIONS
    if plain and previous.group() not in COMPLETE and (previous.group().casefold() in JOINING or _leads_on(previous, opened)):
        return False
    if word.group() in LIMITS and _OPEN_SUBJECT.match(text[opened : word.start()]):
        return False
    if word.group() in WORKS and word.group() not in DEMANDS and previous.group()[0].isupper() and not gap.strip():
        return False  # "Technical Support", "System Design": names of things, not the next duty
    return not _in_brackets(text, opened, word.start())


def _leads_on(previous: re.Match[str], opened: int) -> bool:
    """True where the word before begins this point itself ("Good Analytical"), not where it ends a name ("IT Support Dapat")."""
    return _begins_point(previous.group()) and (previous.start() == opened or previous.group() not in WORKS)


def _in_brackets(text: str, opened: int, at: int) -> bool:
    """True inside a bracket that is closed again within a line or so; a forgotten bracket encloses nothing."""
    last = text.rfind("(", opened, at)
    return last >= 0 and text.rfind(")", last, at) < 0 and text.find(")", at, at + 80) >= 0
