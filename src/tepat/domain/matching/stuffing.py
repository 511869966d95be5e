"""Words that were put into a CV for a machine: pasted adverts, blocks of keywords, the same skill over and over."""

import re
from collections.abc import Sequence

from tepat.domain.documents import Span
from tepat.domain.skills import SkillIndex

MANY, FEW_OF_MANY, FEW_WORDS = 12, 0.5, 0.3
"""A line that names so many skills, or words, and fewer different ones than this share of them, repeats instead of telling."""
_PASTED = re.compile(
    r"(?im)^\W*(?:kata\s*kunci|key\s?words?|tags?|ats)\b\W*(?::|$)"
    r"|^\W*(?:(?:segera\s+)?(?:dibutuhkan|dicari)|lowongan(?:\s+kerja)?|we(?:\s+are|['’]re)\s+(?:hiring|looking\s+for)|loker)\b"
    r"|^\W*(?:kualifikasi|persyaratan|syarat|requirements?|job\s+requirements?|qualifications?\s+required)\W*:"
)


def pasted_spans(text: str, index: SkillIndex) -> tuple[Span, ...]:
    """Paragraphs that speak as an advert or repeat skills instead of telling them; they prove nothing."""
    found = []
    for block in re.finditer(r"(?:[^\n]+(?:\n|\Z))+", text):
        advert = _PASTED.search(block.group())
        if advert is not None:
            found.append(Span(block.start() + advert.start(), block.end()))
        found += _repeated(text, Span(*block.span()), index)
    return tuple(found)


def _repeats(told: Sequence[str], least: float) -> bool:
    return len(told) >= MANY and len(set(told)) < least * len(told)


def _repeated(text: str, block: Span, index: SkillIndex) -> list[Span]:
    """Lines that say few skills or words many times."""
    spans = []
    for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
        if len(line.group()) < MANY * 2:
            continue
        named = [m.skill.id for m in index.find(line.group())]
        words = line.group().casefold().split()
        if _repeats(named, FEW_OF_MANY) or _repeats(words, FEW_WORDS):
            spans.append(Span(block.start + line.start(), block.start + line.end()))
    return spans
