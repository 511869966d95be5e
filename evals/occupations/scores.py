"""Figures of merit."""

from collections import Counter
from collections.abc import Sequence

import numpy as np


def f1_by_class(true: Sequence[str], said: Sequence[str], fewest: int = 1) -> dict[str, float]:
    """F1 of each class that stands at least `fewest` times in `true`."""
    pairs = Counter(zip(true, said, strict=True))
    asked, given = Counter(true), Counter(said)
    return {c: 2 * pairs[c, c] / (asked[c] + given[c]) for c in sorted(asked) if asked[c] >= fewest}


def macro(found: dict[str, float]) -> float:
    return float(np.mean(list(found.values()))) if found else 0.0


def mean_average_precision(likeness: np.ndarray, relevant: Sequence[set[int]]) -> float:
    """Rows are queries; equal ones keep the order of the corpus."""
    found = []
    for row, wanted in zip(likeness, relevant, strict=True):
        ranks = np.empty(len(row), dtype=int)
        ranks[np.argsort(-row, kind="stable")] = np.arange(1, len(row) + 1)
        places = sorted(int(ranks[i]) for i in wanted)
        found.append(np.mean([(k + 1) / place for k, place in enumerate(places)]))
    return float(np.mean(found))


def reciprocal(likeness: np.ndarray, wanted: Sequence[int]) -> tuple[float, float]:
    """(MRR, R@10) of one wanted entry for each row; ties count in the order of the corpus."""
    ranks = []
    for row, at in zip(likeness, wanted, strict=True):
        ranks.append(1 + int((row > row[at]).sum()) + int((row[:at] == row[at]).sum()))
    places = np.array(ranks)
    return float(np.mean(1 / places)), float(np.mean(places <= 10))


def calibration_error(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal count (Nixon et al., 2019)."""
    parts = np.array_split(np.argsort(sure, kind="stable"), bins)
    return float(sum(len(part) * abs(sure[part].mean() - right[part].mean()) for part in parts if len(part)) / len(sure))
