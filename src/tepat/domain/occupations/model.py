"""What was learned of roles and titles from texts: small tables of whole numbers, read by numpy alone.

How it was trained, on what, and how well it does stands in the card beside the file (`knowledge/model/card.toml`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tepat.domain.language.tokens import terms
from tepat.domain.occupations.features import Ids, Numbers, title_features, word_features

Small = NDArray[np.int8]
AGAIN = 0.6
"""What the logarithm of repetition adds to one mention of a feature."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What the model makes of one text: log-probability of each role, and what led to it.

    `added`: feature × role; `which`, `places`, `parts`: for each mention its feature, its word, and its part of the feature.
    """

    shares: Mapping[str, float]
    added: Numbers
    which: Ids
    places: Ids
    parts: Numbers
    words: int

    def lead(self, role: str, other: str) -> Numbers:
        """What each word adds to `role` more than to `other`; a role that was never learned gets nothing."""
        place = {known: at for at, known in enumerate(self.shares)}
        more = np.zeros(len(self.added), dtype=np.float32)
        if role in place:
            more += self.added[:, place[role]]
        if other in place:
            more -= self.added[:, place[other]]
        return np.bincount(self.places, weights=more[self.which] * self.parts, minlength=self.words).astype(np.float32)


@dataclass(frozen=True, eq=False)
class RoleModel:
    """`weights`: bucket × role, in steps of `steps` (per role); `rarity`: what a feature counts, 0 where it was never learned.

    `titles`: bucket × dimension of the title encoder, each row in steps of `title_steps`. `digest`: SHA-256 of the file.
    """

    roles: tuple[str, ...]
    weights: Small
    steps: Numbers
    bias: Numbers
    rarity: Numbers
    titles: Small
    title_steps: Numbers
    digest: str = ""

    def read(self, words: Sequence[str], weights: Numbers) -> Learned | None:
        """What the terms of a text tell, each counting as its weight says (0..1); None where nothing of it was learned."""
        ids, places = word_features(words, len(self.rarity))
        counted = (self.rarity[ids] > 0) & (weights[places] > 0)
        ids, places = ids[counted], places[counted]
        if not len(ids):
            return None
        found, which = np.unique(ids, return_inverse=True)
        given = weights[places]
        counts = np.bincount(which, weights=given).astype(np.float32)
        values = np.where(counts <= 1, counts, 1 + AGAIN * np.log(np.maximum(counts, 1))) * self.rarity[found]
        values /= np.linalg.norm(values)
        added = values[:, None] * (self.weights[found] * self.steps)
        logits = added.sum(axis=0) + self.bias
        logits -= logits.max()
        shares = logits - np.log(np.exp(logits).sum())
        named = dict(zip(self.roles, map(float, shares), strict=True))
        return Learned(named, added, which, places, (given / counts[which]).astype(np.float32), len(words))

    def encode(self, titles: Sequence[str]) -> Numbers:
        """Titles as rows of unit length; near in meaning, near in angle. A title without words is all zero."""
        rows = np.zeros((len(titles), self.titles.shape[1]), dtype=np.float32)
        for at, title in enumerate(titles):
            ids = title_features(terms(title), len(self.titles))
            if len(ids):
                rows[at] = self.title_steps[ids] @ self.titles[ids]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows /= np.maximum(lengths, np.float32(1e-9))
        return rows


def model_of(arrays: Mapping[str, Any], digest: str) -> RoleModel:
    """The model of a file's arrays. KeyError where one is missing, ValueError where they do not fit together."""
    model = RoleModel(
        roles=tuple(str(role) for role in arrays["roles"]),
        weights=arrays["weights"],
        steps=arrays["steps"],
        bias=arrays["bias"],
        rarity=arrays["rarity"].astype(np.float32) * np.float32(arrays["rarity_step"]),
        titles=arrays["titles"],
        title_steps=arrays["title_steps"].astype(np.float32),
        digest=digest,
    )
    sizes = (len(model.rarity), len(model.roles)), (len(model.roles),), (len(model.title_steps),)
    if (model.weights.shape, model.bias.shape, model.titles.shape[:1]) != sizes:
        raise ValueError("the tables of the model do not fit together")
    return model
