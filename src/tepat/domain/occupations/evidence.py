"""Everything found in a text, laid out by sentence, so that it can be judged again without some of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tepat.domain.documents import Span
from tepat.domain.occupations.features import Ids, Numbers
from tepat.domain.occupations.model import Learned
from tepat.domain.occupations.shares import FEW_POINTS, SHARPNESS, breadth, saturated, worth

GENERALIST = "it-generalist"
NEGLIGIBLE = 1e-4


@dataclass(frozen=True, eq=False)
class Evidence:
    """What a text holds: `signal`, `count`: for each mention of a signal its place in `table` and what it counts.

    `table`: signal × role, points; `given`: points that nothing in the text gives; `learned`: what the model found, which
    counts `part` as much.
    """

    roles: tuple[str, ...]
    table: Numbers
    signal: Ids
    count: Numbers
    given: Numbers
    learned: Learned | None
    part: float

    def whole(self) -> Numbers:
        """Logarithms of worth of each role (`shares.worth`), by the whole text."""
        counts = np.bincount(self.signal, weights=self.count, minlength=len(self.table)).astype(np.float32)
        judged: Numbers = self._judged(counts[None], self.learned.counts[None] if self.learned else None)[0]
        return judged

    def heavy(self, role: int, other: int, parts: tuple[Ids, Ids], count: int) -> Numbers:
        """About how much each of `count` sentences adds to the lead of one role over another, for choosing which to try.

        `parts`: the sentence of each mention, and of each word.
        """
        ahead = self.table[:, role] - self.table[:, other]
        lead = np.bincount(parts[0], weights=ahead[self.signal] * self.count, minlength=count).astype(np.float64)
        lead *= SHARPNESS / np.sqrt(float(np.abs(lead).sum()) + FEW_POINTS)
        if self.learned:
            more = self.learned.ahead(self.roles[role], self.roles[other])
            lead += self.part * np.bincount(parts[1][self.learned.places], weights=more, minlength=count)
        return lead.astype(np.float32)

    def without(self, parts: tuple[Ids, Ids], count: int) -> "Parted":
        """The same in `count` parts that can be left out; the last of them is everything else."""
        cells = parts[0] * len(self.table) + self.signal
        mentions = np.bincount(cells, weights=self.count, minlength=count * len(self.table)).reshape(count, -1)
        learned = self.learned.parted(parts[1], count) if self.learned else None
        return Parted(self, mentions.astype(np.float32), learned)

    def _judged(self, counts: Numbers, features: Numbers | None, learned: Learned | None = None) -> Numbers:
        points = self.given + saturated(counts) @ self.table
        found = (self.given != 0) | ((counts > NEGLIGIBLE).astype(np.float32) @ (self.table != 0).astype(np.float32) > 0)
        if GENERALIST in self.roles:
            place = self.roles.index(GENERALIST)
            points[:, place] += breadth(points, self.roles)
            found[:, place] = True
        model = learned or self.learned
        said = model.judged(features, self.roles) if model and features is not None else None
        return worth(points, found=found, learned=said, part=self.part)


@dataclass(frozen=True, eq=False)
class Parted:
    """Evidence in parts. `mentions`: part × signal; `learned`: the features of the parts, and the counts of each."""

    evidence: Evidence
    mentions: Numbers
    learned: tuple[Learned, Numbers] | None

    def leads(self, role: int, without: Sequence[tuple[int, ...]]) -> Numbers:
        """How far the role at that place is ahead of the next one without each set of parts."""
        kept = np.ones((len(without), len(self.mentions)), dtype=np.float32)
        for row, places in enumerate(without):
            kept[row, list(places)] = 0
        learned, features = self.learned or (None, None)
        left = None if features is None else kept @ features
        logs = self.evidence._judged(kept @ self.mentions, left, learned)  # noqa: SLF001 - one thing in two values
        own = logs[:, role].copy()
        logs[:, role] = -np.inf
        lead: Numbers = own - logs.max(axis=1)
        return lead


def part_of(sentences: Sequence[Span], starts: Ids) -> Ids:
    """The place of the sentence that each place of the text stands in; one after the last where it stands in none."""
    begins = np.array([s.start for s in sentences], dtype=np.int64)
    ends = np.array([*(s.end for s in sentences), 0], dtype=np.int64)
    at = np.searchsorted(begins, starts, side="right") - 1
    inside: Ids = np.where((at >= 0) & (starts < ends[at]), at, len(sentences))
    return inside
