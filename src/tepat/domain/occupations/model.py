"""What was learned of roles and titles from texts: small tables of whole numbers, read by numpy alone.

How it was trained, on what, and how well it does stands in the card beside the file (`knowledge/model/card.toml`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tepat.domain.language.tokens import terms
from tepat.domain.occupations.features import Ids, Numbers, title_features, word_features
from tepat.domain.occupations.shares import saturated

Small = NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What a text holds of the features a model learned, ready to be judged as a whole or without some of it.

    `counts`, `rarity`: per feature; `table`: feature × role; `which`, `places`, `given`: for each mention its feature, the word
    it begins at, and what it counts. `rest`, `rest_square`: what features that always stay add to the roles, and their square.
    """

    roles: tuple[str, ...]
    counts: Numbers
    rarity: Numbers
    table: Numbers
    bias: Numbers
    which: Ids
    places: Ids
    given: Numbers
    rest: Numbers
    rest_square: float = 0.0

    @property
    def shares(self) -> Mapping[str, float]:
        """Log-probability of each role, by the whole text."""
        return dict(zip(self.roles, map(float, self.judged(self.counts[None], self.roles)[0]), strict=True))

    def judged(self, counts: Numbers, roles: Sequence[str]) -> Numbers:
        """Rows of counts per feature → log-probability of each of `roles`, -inf for one never learned."""
        values = saturated(counts) * self.rarity
        square = np.einsum("ij,ij->i", values, values) + np.float32(self.rest_square)
        logits = (values @ self.table + self.rest) / np.sqrt(np.maximum(square, np.float32(1e-9)))[:, None] + self.bias
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        shares = np.full((len(counts), len(roles)), -np.inf, dtype=np.float32)
        place = {role: at for at, role in enumerate(self.roles)}
        known = [at for at, role in enumerate(roles) if role in place]
        shares[:, known] = logits[:, [place[roles[at]] for at in known]]
        return shares

    def ahead(self, role: str, other: str) -> Numbers:
        """About what each mention adds to `role` more than to `other`; a role that was never learned gets nothing."""
        more = np.zeros(len(self.counts), dtype=np.float32)
        for name, sign in ((role, 1), (other, -1)):
            if name in self.roles:
                more += sign * self.table[:, self.roles.index(name)]
        values = saturated(self.counts) * self.rarity
        more *= values / max(float(np.linalg.norm(values)), 1e-9) / np.maximum(self.counts, np.float32(1e-9))
        return more[self.which] * self.given

    def parted(self, parts: Ids, count: int) -> "tuple[Learned, Numbers]":
        """The features that stand in any but the last of `count` parts, and part × feature what each counts there.

        `parts`: the part of each word. What stands in the last part alone always stays, and is added up beforehand.
        """
        part = parts[self.places]
        loose = np.zeros(len(self.counts), dtype=bool)
        loose[self.which[part < count - 1]] = True
        stay = saturated(self.counts[~loose]) * self.rarity[~loose]
        place, mentions = np.cumsum(loose) - 1, loose[self.which]
        cells = part[mentions] * int(loose.sum()) + place[self.which[mentions]]
        held = np.bincount(cells, weights=self.given[mentions], minlength=count * int(loose.sum())).reshape(count, -1)
        narrowed = replace(
            self,
            counts=self.counts[loose],
            rarity=self.rarity[loose],
            table=self.table[loose],
            rest=(stay @ self.table[~loose]).astype(np.float32),
            rest_square=float(stay @ stay),
        )
        return narrowed, held.astype(np.float32)


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
        return Learned(
            roles=self.roles,
            counts=np.bincount(which, weights=given).astype(np.float32),
            rarity=self.rarity[found],
            table=self.weights[found] * self.steps,
            bias=self.bias,
            which=which,
            places=places,
            given=given,
            rest=np.zeros(len(self.roles), dtype=np.float32),
        )

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
