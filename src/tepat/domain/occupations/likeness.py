"""Which titles of a list are nearest to one: free titles against a list of the user's own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tepat.domain.language.tokens import terms
from tepat.domain.occupations.features import Numbers
from tepat.domain.occupations.model import RoleModel

Grams = dict[str, float]
GRAMS = (3, 4, 5)
WHOLE_WORD = 2.0
"""What a word counts beside each of its character n-grams."""
FAINT = 0.3
"""What words of rank and contract count: they say how, not what."""
MEANING = 0.8
"""What nearness in meaning, as the trained encoder sees it, counts beside likeness of letters."""
RANKS = frozenset(
    """
    senior junior sr jr intern internship magang staff staf trainee assistant asisten lead leader head associate principal
    executive officer i ii iii iv freelance contract kontrak remote part full time fresh graduate urgent
    """.split()  # noqa: SIM905 - words read better than quoted strings
)


@dataclass(frozen=True, slots=True)
class RankedTitle:
    """A title of the corpus: its place there (0-based) and its likeness to the query (0..1)."""

    position: int
    score: float


def rank_titles(
    queries: Sequence[str], corpus: Sequence[str], *, top: int | None = None, model: RoleModel | None = None
) -> Iterator[tuple[RankedTitle, ...]]:
    """For each query the titles of `corpus`, nearest first, at most `top`; equal ones in the order of the corpus.

    Likeness is the cosine of weighted words and character n-grams: rare ones count more (inverse document frequency in `corpus`).
    With a `model` it counts less than the cosine of its title encoder, which knows that other words may name the same work.
    """
    for scores in likeness(queries, corpus, model=model):
        order = np.argsort(-scores, kind="stable")[:top]
        yield tuple(RankedTitle(int(i), float(scores[i])) for i in order)


def likeness(queries: Sequence[str], corpus: Sequence[str], *, model: RoleModel | None = None) -> Iterator[Numbers]:
    """For each query how near each title of `corpus` is, 0..1, as `rank_titles` orders them."""
    offered = model.encode(corpus) if model else None
    for query, spelled in zip(queries, _spelled(queries, corpus), strict=True):
        scores = spelled
        if model and offered is not None:
            scores = (1 - MEANING) * spelled + MEANING * np.maximum(offered @ model.encode([query])[0], 0)
        yield np.minimum(1.0, np.round(scores, 6))


def _spelled(queries: Sequence[str], corpus: Sequence[str]) -> Iterator[Numbers]:
    """For each query how much alike each title of the corpus is written, 0..1."""
    grams = [_grams(title) for title in corpus]
    places: dict[str, list[int]] = defaultdict(list)
    counts: dict[str, list[float]] = defaultdict(list)
    for position, found in enumerate(grams):
        for gram, count in found.items():
            places[gram].append(position)
            counts[gram].append(count)
    weights = {gram: float(np.log((1 + len(corpus)) / len(held))) + 0.1 for gram, held in places.items()}
    unknown = float(np.log(1 + len(corpus))) + 0.1
    norms = np.array([_norm(found, weights, unknown) for found in grams])
    columns = {g: (np.array(held), np.array(counts[g]) * weights[g] ** 2 / norms[held]) for g, held in places.items()}
    for query in queries:
        wanted = _grams(query)
        scores = np.zeros(len(corpus), dtype=np.float32)
        for gram, count in wanted.items():
            if gram in columns:
                held, column = columns[gram]
                scores[held] += column * count
        yield scores / np.float32(_norm(wanted, weights, unknown))


def _norm(found: Grams, weights: dict[str, float], unknown: float) -> float:
    return float(np.sqrt(sum((count * weights.get(gram, unknown)) ** 2 for gram, count in found.items()))) or 1.0


def _grams(title: str) -> Grams:
    found: Grams = defaultdict(float)
    for term in terms(title):
        share = FAINT if term in RANKS else 1.0
        found[f"={term}"] += WHOLE_WORD * share
        padded = f" {term} "
        for size in GRAMS:
            for at in range(len(padded) - size + 1):
                found[padded[at : at + size]] += share
    return found
