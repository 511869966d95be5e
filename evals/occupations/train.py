"""Trains the model of roles and titles that the package ships, from texts that may be passed on.

python evals/occupations/train.py --data DIR [--seed N] [--adverts FILE.jsonl.gz] [--out FILE]

DIR holds the folder `taxonomy/` with O*NET 27.0 and ESCO v1.2 (see sources.py for the files). `--adverts` adds texts without
licence, to know what leaving them out costs: such a model is never shipped, so `--out` must then be named. Writes the model
and, beside it, its card.
"""

import argparse
import io
import sys
import time
from pathlib import Path
from random import Random

import numpy as np
from encoder import train_encoder
from generate import Generator, Written
from scipy import sparse
from sentences import TEXTS, read_sentences
from sklearn.linear_model import LogisticRegression
from sources import FILES, digest, duties_elsewhere, missing, title_groups

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.knowledge import Knowledge
from tepat.domain.language.tokens import terms
from tepat.domain.occupations.features import word_features
from tepat.domain.occupations.shares import AGAIN
from tepat.domain.occupations.titles import TitleIndex

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src/tepat/knowledge/model/roles.npz"
SEED, DOCUMENTS, STEPS = 20261129, 9000, 600
BUCKETS, SELDOM, STRENGTH = 2**16, 3, 20.0
"""Buckets of features; in how many texts a feature must stand; how freely the weights may grow (C of the logistic regression)."""
COMMAND = "python evals/occupations/train.py --data DIR"


def features_of(words: list[str], weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Buckets and values of one text, as RoleModel.read counts them before rarity."""
    ids, places = word_features(words, BUCKETS)
    found, which = np.unique(ids, return_inverse=True)
    counts = np.bincount(which, weights=weights[places])
    return found, np.where(counts <= 1, counts, 1 + AGAIN * np.log(np.maximum(counts, 1)))


def table(texts: list[Written]) -> sparse.csr_matrix:
    """Texts × buckets. A CV counts less towards its end, as when it is read without its jobs."""
    columns, values, ends = [], [], [0]
    for text in texts:
        words = list(terms(text.text))
        weights = 1 - 0.7 * np.arange(len(words)) / max(1, len(words)) if text.kind == "cv" else np.ones(len(words))
        found, counted = features_of(words, weights) if words else (np.zeros(0, int), np.zeros(0))
        columns.append(found)
        values.append(counted)
        ends.append(ends[-1] + len(found))
    return sparse.csr_matrix(
        (np.concatenate(values), np.concatenate(columns), ends), shape=(len(texts), BUCKETS), dtype=np.float32
    )


def train_roles(texts: list[Written]) -> dict[str, np.ndarray]:
    """Weights of a multinomial logistic regression over all roles, roles of one size."""
    counts = table(texts)
    held = np.bincount(counts.indices, minlength=BUCKETS)
    rarity = np.where(held >= SELDOM, np.log(len(texts) / (1 + held)), 0).clip(0)
    step = float(rarity.max() / 255)
    rarity = np.round(rarity / step).astype(np.uint8)
    rows = counts @ sparse.diags(rarity * step)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows = sparse.diags(1 / np.maximum(lengths, 1e-6)) @ rows
    columns = np.flatnonzero(rarity)
    fitted = LogisticRegression(C=STRENGTH, max_iter=60, tol=1e-3, class_weight="balanced")
    fitted.fit(rows.tocsr()[:, columns], [text.role for text in texts])
    weights = np.zeros((BUCKETS, len(fitted.classes_)), dtype=np.float32)
    weights[columns] = fitted.coef_.T
    steps = np.abs(weights).max(axis=0) / 127
    return {
        "roles": np.array(fitted.classes_),
        "weights": np.round(weights / steps).astype(np.int8),
        "steps": steps.astype(np.float32),
        "bias": fitted.intercept_.astype(np.float32),
        "rarity": rarity,
        "rarity_step": np.float32(step),
    }


def train_titles(data: Path, knowledge: Knowledge, seed: int, steps: int) -> dict[str, np.ndarray]:
    """The title encoder, each of its rows in 8 bits."""
    groups, heard = title_groups(data)
    groups.extend([o.name_id, o.name_en, *o.aliases] for o in knowledge.occupations.values())
    vectors = train_encoder(
        groups,
        heard,
        seed=seed,
        steps=steps,
        watch=lambda step, loss: print(f"titles: step {step}, loss {loss:.3f}", flush=True),
    )
    rows = np.maximum(np.abs(vectors).max(axis=1), 1e-9) / 127
    return {"titles": np.round(vectors / rows[:, None]).astype(np.int8), "title_steps": rows.astype(np.float16)}


def made_up(data: Path, knowledge: Knowledge, seed: int, count: int) -> list[Written]:
    printed = {i: o.printed_as for i, o in knowledge.occupations.items()}
    extra = duties_elsewhere(data, TitleIndex(knowledge.occupations.values()), printed)
    return list(Generator(read_sentences(knowledge), extra, Random(seed)).documents(count))


def write_card(model: Path, data: Path, seed: int, titles: str = "") -> None:
    """What the model is made of: file and hash of everything it learned from, and the command that makes it again.

    `titles`: SHA-256 of the model whose title encoder it keeps, where that was not trained anew.
    """
    knowledge = ROOT / "src/tepat/knowledge"
    listed = [(name, digest(data / name), note) for name, note in FILES.items()]
    listed += [
        (f"evals/occupations/texts/{p.name}", digest(p), "written for Tepat, Apache-2.0") for p in sorted(TEXTS.glob("*.txt"))
    ]
    for folder in ("occupations", "skills"):
        listed += [
            (f"knowledge/{folder}/{p.name}", digest(p), "written for Tepat, Apache-2.0")
            for p in sorted((knowledge / folder).glob("*.toml"))
        ]
    lines = [
        "# The card of roles.npz, written by the command that trained it.",
        'source = "tepat"',
        'licence = "Apache-2.0"',
        "",
        f'file = "{model.name}"',
        f'sha256 = "{digest(model)}"',
        f'command = "{COMMAND}{" --titles-from FILE" if titles else ""}"',
        *([f'titles_from = "{titles}"'] if titles else []),
        f"seed = {seed}",
        'report = "evals/reports/occupations.json"',
        "",
    ]
    for name, sha, note in listed:
        lines += ["[[data]]", f'file = "{name}"', f'sha256 = "{sha}"', f'note = "{note}"', ""]
    (model.parent / "card.toml").write_text("\n".join(lines), encoding="utf-8")


def save(arrays: dict[str, np.ndarray], path: Path) -> None:
    """The same arrays give the same bytes: no dates in the archive (numpy writes the year 1980)."""
    held = io.BytesIO()
    np.savez_compressed(held, **arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(held.getvalue())


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--documents", type=int, default=DOCUMENTS)
    asked.add_argument("--steps", type=int, default=STEPS)
    asked.add_argument("--titles-from", type=Path, help="take the title encoder of this model instead of training it")
    asked.add_argument("--adverts", type=Path, help="JSON Lines of text, role: only to compare, never shipped")
    asked.add_argument("--out", type=Path, default=SHIPPED)
    chosen = asked.parse_args()
    if lacking := missing(chosen.data):
        sys.exit("not found under " + str(chosen.data) + ": " + ", ".join(lacking))
    if chosen.adverts and chosen.out == SHIPPED:
        sys.exit("a model trained on texts without licence is not shipped: name another --out")
    began, knowledge = time.process_time(), load_knowledge()
    texts = made_up(chosen.data, knowledge, chosen.seed, chosen.documents)
    if chosen.adverts:
        from unlicensed import read_adverts

        texts += read_adverts(chosen.adverts)
    arrays, titles = train_roles(texts), digest(chosen.titles_from) if chosen.titles_from else ""
    print(f"roles: {len(texts)} texts, {time.process_time() - began:.0f} s", flush=True)
    if chosen.titles_from:
        with np.load(chosen.titles_from) as kept:
            arrays |= {name: kept[name] for name in ("titles", "title_steps")}
    else:
        arrays |= train_titles(chosen.data, knowledge, chosen.seed, chosen.steps)
    save(arrays, chosen.out)
    if not chosen.adverts:
        write_card(chosen.out, chosen.data, chosen.seed, titles)
    print(f"{chosen.out}: {chosen.out.stat().st_size / 1e6:.2f} MB, {time.process_time() - began:.0f} s of processor time")


if __name__ == "__main__":
    main()
