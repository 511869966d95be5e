"""The title encoder: a vector for each hashed feature, so that titles of one occupation lie near each other.

As in StarSpace (Wu et al., 2018) and fastText (Bojanowski et al., 2017): a title is the sum of the vectors of its words and
character n-grams. Trained by contrast within the batch: of all second titles, the one of the same occupation shall be nearest
(van den Oord et al., 2018).
"""

from collections.abc import Callable
from random import Random

import numpy as np
from scipy import sparse

from tepat.domain.language.tokens import terms
from tepat.domain.occupations.features import title_features

BUCKETS, DIMENSIONS = 2**15, 96
BATCH, WARMTH, RATE = 1024, 0.05, 0.01
HEARD = 0.3
"""How much of a batch are titles of real vacancies, each beside a name of its occupation, the first one half of the time."""
NOISE = tuple(
    """
    senior junior sr jr staff officer executive assistant intern urgent hiring fresh graduate welcome contract remote part full
    time jakarta surabaya bandung selangor kuala lumpur penang shift wfh lead head ii iii staf magang asisten dibutuhkan segera
    """.split()  # noqa: SIM905 - words read better than quoted strings
)
"""Words that stand in real titles without saying what the work is."""


def bags(features: list[np.ndarray]) -> sparse.csr_matrix:
    lengths = np.array([len(f) for f in features])
    ends = np.concatenate([[0], np.cumsum(lengths)])
    data = np.ones(int(ends[-1]), dtype=np.float32)
    return sparse.csr_matrix((data, np.concatenate(features), ends), shape=(len(features), BUCKETS))


def unit(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return rows / lengths, lengths


class Encoder:
    """Vectors and their Adam state (Kingma and Ba, 2015), brought up to date for the rows a batch touches."""

    def __init__(self, seed: int) -> None:
        self.vectors = np.random.default_rng(seed).normal(0, 0.1, (BUCKETS, DIMENSIONS)).astype(np.float32)
        self.first, self.second = np.zeros_like(self.vectors), np.zeros_like(self.vectors)
        self.steps = 0

    def learn(self, left: sparse.csr_matrix, right: sparse.csr_matrix, groups: np.ndarray, rate: float) -> float:
        """One step; gives the loss. Rows of the same of `groups` are not held against each other."""
        (a, la), (b, lb) = unit(left @ self.vectors), unit(right @ self.vectors)
        likeness = a @ b.T / WARMTH
        alike = groups[:, None] == groups[None]
        np.fill_diagonal(alike, val=False)
        likeness[alike] = -np.inf
        count = len(likeness)
        across = np.exp(likeness - likeness.max(axis=1, keepdims=True))
        across /= across.sum(axis=1, keepdims=True)
        down = np.exp(likeness - likeness.max(axis=0, keepdims=True))
        down /= down.sum(axis=0, keepdims=True)
        loss = -float(np.log(np.maximum(np.diag(across), 1e-9)).mean())
        pull = (across + down - 2 * np.eye(count, dtype=np.float32)) / (count * WARMTH)
        change = left.T @ _through_unit(pull @ b, a, la) + right.T @ _through_unit(pull.T @ a, b, lb)
        self._step(np.asarray(change), np.union1d(left.indices, right.indices), rate)
        return loss

    def _step(self, change: np.ndarray, rows: np.ndarray, rate: float) -> None:
        self.steps += 1
        part = change[rows]
        self.first[rows] = 0.9 * self.first[rows] + 0.1 * part
        self.second[rows] = 0.999 * self.second[rows] + 0.001 * part**2
        mean, spread = self.first[rows] / (1 - 0.9**self.steps), self.second[rows] / (1 - 0.999**self.steps)
        self.vectors[rows] -= rate * mean / (np.sqrt(spread) + 1e-8)


def _through_unit(pull: np.ndarray, units: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    return (pull - units * (units * pull).sum(axis=1, keepdims=True)) / lengths


def train_encoder(
    groups: list[list[str]],
    heard: list[tuple[str, int]],
    *,
    seed: int,
    steps: int,
    watch: Callable[[int, float], None] | None = None,
) -> np.ndarray:
    """Vectors of all buckets. `heard`: titles of vacancies, each with the place of its group.

    `watch(step, loss)` is called now and then.
    """
    rng, encoder = Random(seed), Encoder(seed)
    known = [[f for f in (title_features(terms(title), BUCKETS) for title in group) if len(f)] for group in groups]
    several = [at for at, group in enumerate(known) if len(group) > 1]
    said = [(f, at) for f, at in ((title_features(terms(title), BUCKETS), at) for title, at in heard) if len(f) and known[at]]
    noise = [title_features((word,), BUCKETS) for word in NOISE]
    real = int(BATCH * HEARD) if said else 0
    for step in range(steps):
        drawn = rng.sample(several, min(BATCH - real, len(several)))
        pairs = [(at, *rng.sample(known[at], 2)) for at in drawn]
        pairs = [(at, _noisy(left, noise, rng), right) for at, left, right in pairs]
        for features, at in rng.choices(said, k=real):
            pairs.append((at, features, known[at][0] if rng.random() < 0.5 else rng.choice(known[at])))
        places, left, right = (list(column) for column in zip(*pairs, strict=True))
        loss = encoder.learn(bags(left), bags(right), np.array(places), RATE * (1 - step / steps) + 1e-4)
        if watch and (step + 1) % max(1, steps // 4) == 0:
            watch(step + 1, loss)
    return encoder.vectors


def _noisy(features: np.ndarray, noise: list[np.ndarray], rng: Random) -> np.ndarray:
    drawn = [features, *(rng.choice(noise) for _ in range(rng.choice((0, 0, 1, 2))))]
    return np.concatenate(drawn)
