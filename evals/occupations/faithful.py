"""Do the cited sentences decide? Take them out, or as many others, and read again. Change the title, and read again."""

from collections.abc import Sequence
from random import Random

from gold import Advert

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.citing import sentences_of
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


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
