"""Do the cited sentences decide? Take them out, or as many others, and read again. Change the title, and read again."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from gold import Advert

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.citing import CITED, sentences_of
from tepat.domain.occupations.classify import classify_duties
from tepat.domain.postings.read import read_posting

TITLES = (
    "IT Support",
    "Programmer",
    "Staff Administrasi",
    "Network Engineer",
    "Barista",
    "IT Helpdesk",
    "Manager IT",
    "Data Analyst",
)


def without(text: str, spans: Sequence[Span]) -> str:
    """`text` without those stretches; a line break stays in place of each."""
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + "\n" + text[span.end :]
    return text


def role_of(text: str, knowledge: Knowledge) -> str:
    reading = read_posting(text, knowledge=knowledge)
    return reading.occupations_duties[0].id if reading.occupations_duties else ""


def title_changes(adverts: Sequence[Advert], knowledge: Knowledge) -> tuple[int, int]:
    """(readings whose duties' role stayed, readings) when only the first line, the title, is another."""
    stayed = total = 0
    for advert in adverts:
        rest = advert.text.partition("\n")[2]
        for title in TITLES:
            stayed += role_of(f"{title}\n{rest}", knowledge) == advert.said
            total += 1
    return stayed, total


def removals(adverts: Sequence[Advert], knowledge: Knowledge, seed: int = 7) -> dict[str, float]:
    """Shares of adverts whose role changes without the cited sentences, and without as many others."""
    rng, cited, others, counted = Random(seed), 0, 0, 0
    for advert in adverts:
        if not advert.spans:
            continue
        rest = [
            s
            for s in sentences_of(advert.text)
            if s.start > len(advert.text.partition("\n")[0]) and not _touches(s, advert.spans)
        ]
        if len(rest) < len(advert.spans):
            continue
        counted += 1
        cited += role_of(without(advert.text, advert.spans), knowledge) != advert.said
        others += role_of(without(advert.text, rng.sample(rest, len(advert.spans))), knowledge) != advert.said
    return {
        "adverts": counted,
        "cited removed": round(cited / max(1, counted), 3),
        "others removed": round(others / max(1, counted), 3),
    }


def turnable(adverts: Sequence[Advert], knowledge: Knowledge, most: int = 150, seed: int = 7) -> dict[str, float]:
    """What no way of citing can exceed: shares of adverts that any three sentences turn, and that four or more each tell alone.

    All threes are left out and the rest is judged again; of more than `most`, as many drawn at random.
    """
    rng, turned, told, counted = Random(seed), 0, 0, 0
    for advert in adverts:
        title = len(advert.text.partition("\n")[0])
        parts = [s for s in sentences_of(advert.text) if s.start > title]
        threes = list(combinations(parts, min(CITED, len(parts))))
        threes = threes if len(threes) <= most else rng.sample(threes, most)
        counted += 1
        turned += any(role_of(without(advert.text, three), knowledge) != advert.said for three in [advert.spans, *threes])
        alone = [classify_duties(advert.text, [part], knowledge=knowledge, citing=False) for part in parts]
        told += sum(bool(said) and said[0].id == advert.said for said in alone) > CITED
    return {"turned by any three": round(turned / max(1, counted), 3), "told by four or more": round(told / max(1, counted), 3)}


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
