"""The sentences that decided: those without which the answer would be another, as few as do."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from tepat.domain.documents import Span
from tepat.domain.occupations.features import Numbers

CITED = 3
"""Sentences cited for the first occupation."""
LONGEST_CITATION = 200
TRIED, WIDENED = 8, 3
"""How many sentences are tried, and how many of the best pairs with a third."""
SURELY = -0.15
"""How far behind the answer must fall, as a logarithm, for the next one to count as another answer."""
_BORDER = re.compile(r"[\n•●▪◦;]|(?<=[.!?])(?=\s)")

Leads = Callable[[Sequence[tuple[int, ...]]], Numbers]
"""Sets of sentences → how far the answer is ahead of the next one without each set; negative where it is another."""


def sentences_of(text: str) -> tuple[Span, ...]:
    """Sentences and points of a text as citing sees them, without blanks at their ends; a very long one in stretches."""
    borders = [m.span() for m in _BORDER.finditer(text)]
    starts, ends = [0, *(end for _, end in borders)], [*(start for start, _ in borders), len(text)]
    return tuple(part for start, end in zip(starts, ends, strict=True) for part in _stretches(text, start, end))


def cite(sentences: Sequence[Span], leads: Leads) -> tuple[Span, ...]:
    """The smallest set of sentences, at most `CITED`, that the answer hangs on, in the order of the text.

    Where no set is enough, the one that takes most of the lead. `sentences`: those worth trying, at most `TRIED`. Sets are tried
    by judging again without them: each sentence alone, all pairs, and a third beside the best pairs. An answer that stands
    without all of them is not searched further: those that take most of the lead alone are cited.
    """
    if not sentences:
        return ()
    everything = tuple(range(len(sentences)))
    *alone, left = leads([*((at,) for at in everything), everything]).tolist()
    order = [int(at) for at in np.argsort(alone, kind="stable")]
    chosen = order[:CITED] if left > 0 else _smallest(order, alone[order[0]], leads)
    return tuple(sorted(sentences[at] for at in chosen))


def _smallest(order: Sequence[int], lead: float, leads: Leads) -> tuple[int, ...]:
    best: tuple[int, ...] = (order[0],)
    tried = [best]
    while lead > SURELY and len(best) < CITED:
        wider = _pairs(order) if len(best) == 1 else _wider(tried[:WIDENED], order)
        if not wider:
            break
        found = leads(wider)
        ranked = np.argsort(found, kind="stable")
        if found[ranked[0]] >= lead:
            break
        tried = [wider[at] for at in ranked]
        best, lead = tried[0], float(found[ranked[0]])
    return best


def _pairs(order: Sequence[int]) -> list[tuple[int, ...]]:
    return list(combinations(order, 2))


def _wider(sets: Sequence[tuple[int, ...]], order: Sequence[int]) -> list[tuple[int, ...]]:
    return list(dict.fromkeys(tuple(sorted((*held, at))) for held in sets for at in order if at not in held))


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence between two places; a very long one cut at commas or blanks."""
    while True:
        said = text[start:end]
        start += len(said) - len(said.lstrip())
        end = start + len(said.strip())
        if start == end:
            return
        if end - start <= LONGEST_CITATION:
            yield Span(start, end)
            return
        reach = text[start : start + LONGEST_CITATION]
        cut = max(reach.rfind(", ") + 1, 0) or reach.rfind(" ") or LONGEST_CITATION
        cut = cut if cut > 0 else LONGEST_CITATION
        yield Span(start, start + len(reach[:cut].rstrip()))
        start += cut
