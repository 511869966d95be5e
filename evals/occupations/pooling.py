"""What if the answer rested on few sentences by design? Each sentence is read alone; the strongest of them decide.

PYTHONPATH=src python evals/occupations/pooling.py --gold DIR

For each way of pooling: macro-F1 over roles with three adverts or more, and how many of its right answers any three sentences
turn. Why the shipped classifier pools all of a text: ADR 10.
"""

import argparse
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from gold import Advert, gold_adverts
from scores import f1_by_class, macro

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.citing import CITED, sentences_of
from tepat.domain.occupations.classify import classify_posting

FAINT = 0.002
Pool = Callable[[np.ndarray], np.ndarray]


def strongest(count: int) -> Pool:
    """For each role its strongest sentences, the rest as if it spoke for all alike."""

    def pool(logs: np.ndarray) -> np.ndarray:
        top = -np.sort(-logs, axis=0)[:count]
        return top.sum(axis=0)

    return pool


def attending(warmth: float) -> Pool:
    """Sentences by how sure they are, as attention weighs them."""

    def pool(logs: np.ndarray) -> np.ndarray:
        weights = np.exp(logs.max(axis=1) / warmth)
        return weights / weights.sum() @ logs

    return pool


def logs_of(advert: Advert, roles: Sequence[str], knowledge: Knowledge) -> np.ndarray:
    """Sentences × roles: logarithms of the shares each sentence gives alone."""
    rows = []
    for part in sentences_of(advert.work):
        said = {s.id: s.score for s in classify_posting("", part.of(advert.work), knowledge=knowledge)[1]}
        if said:
            rows.append([max(said.get(role, 0.0), FAINT) for role in roles])
    return np.log(np.array(rows)).reshape(-1, len(roles))


def turned(logs: np.ndarray, pool: Pool) -> bool:
    best = int(pool(logs).argmax())
    threes = combinations(range(len(logs)), min(CITED, len(logs) - 1))
    return any(int(pool(np.delete(logs, three, axis=0)).argmax()) != best for three in threes)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--gold", type=Path, required=True)
    knowledge = load_knowledge()
    adverts = gold_adverts(asked.parse_args().gold, knowledge)
    roles = sorted({occupation.printed_as for occupation in knowledge.occupations.values()})
    read = [logs_of(advert, roles, knowledge) for advert in adverts]
    true = [advert.role for advert in adverts]
    print(f"all of the text: macro-F1 {macro(f1_by_class(true, [a.said for a in adverts], 3)):.3f}")
    ways = {f"the {n} strongest": strongest(n) for n in (1, 2, 3)} | {f"attention, {w}": attending(w) for w in (0.05, 0.1, 0.3)}
    for name, pool in ways.items():
        said = [roles[int(pool(logs).argmax())] if len(logs) else "" for logs in read]
        right = [turned(logs, pool) for logs, role, answer in zip(read, true, said, strict=True) if role == answer]
        print(
            f"{name}: macro-F1 {macro(f1_by_class(true, said, 3)):.3f}, turned by any three {np.mean(right):.3f} of {len(right)}"
        )


if __name__ == "__main__":
    main()
