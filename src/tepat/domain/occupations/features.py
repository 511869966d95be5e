"""Words of a text as numbers: what the trained models see. Hashed, so that no list of words has to be shipped."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

REACH = 3
"""Pairs of words are seen up to this far apart, in their order."""
_MIX = np.uint32(2654435761)
"""Knuth's multiplicative constant (The Art of Computer Programming, 6.4)."""
_GRAMS = (3, 4, 5)

Ids = NDArray[np.int64]
Numbers = NDArray[np.float32]


@lru_cache(maxsize=200_000)
def _hashed(term: str) -> int:
    return crc32(term.encode())


def word_features(terms: Sequence[str], buckets: int) -> tuple[Ids, Ids]:
    """Features of a text: their buckets (0 ≤ id < `buckets`, a power of two), and the place among `terms` where each begins.

    One for each term, and one for each two terms at most `REACH` apart.
    """
    hashes = np.fromiter(map(_hashed, terms), dtype=np.uint32, count=len(terms))
    found, places = [hashes], [np.arange(len(terms))]
    for distance in range(1, min(REACH + 1, len(terms))):
        found.append((hashes[:-distance] * _MIX) ^ (hashes[distance:] >> np.uint32(1)))
        places.append(np.arange(len(terms) - distance))
    ids = np.concatenate(found)
    ids ^= ids >> np.uint32(15)
    return (ids & np.uint32(buckets - 1)).astype(np.int64), np.concatenate(places)


@lru_cache(maxsize=50_000)
def title_features(title_terms: tuple[str, ...], buckets: int) -> Ids:
    """Features of a title: its words, their neighbours and the character n-grams within each word."""
    found: list[str] = []
    for term in title_terms:
        padded = f"<{term}>"
        found.append(padded)
        found.extend(padded[at : at + size] for size in _GRAMS for at in range(len(padded) - size + 1) if size < len(padded))
    found.extend(f"{left} {right}" for left, right in pairwise(title_terms))
    return np.array([_hashed(gram) & (buckets - 1) for gram in found], dtype=np.int64)
