"""New weights against matching anew, and every score computed a second time elsewhere."""

import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.matching.adverts import ADVERTS
from evals.matching.people import AS_OF, KNOWLEDGE, Advert, Person, advert, held_against

from tepat.cli.shortlist import opened
from tepat.domain.cv.document import to_document
from tepat.domain.matching.record import from_record, to_record
from tepat.domain.matching.weighing import Weights, parts_of, total
from tepat.domain.postings.posting import Requirement
from tepat.domain.ranking import Standing, why_above

ROOT = Path(__file__).parents[2]
MOST_RATIO = 0.1
ASKED = 15


def wide_advert() -> Advert:
    """An advert with fifteen requirements: that for IT support, and what the other adverts ask."""
    own = advert("it-support", ADVERTS["it-support"])
    others = [r for role in ADVERTS for r in advert(role, ADVERTS[role]).requirements if role != own.id]
    rows = (*own.requirements, *others)[:ASKED]
    numbered = tuple(_numbered(r, n) for n, r in enumerate(rows, 1))
    return Advert("wide", own.text, numbered, own.wanted, own.terms)


def _numbered(r: Requirement, n: int) -> Requirement:
    return Requirement(f"r{n}", r.kind, r.importance, r.label, r.value, r.months, r.level, r.skills, r.occupations, r.areas)


def measure_weighing(people: Sequence[Person], count: int, *, rounds: int = 5, sample: int = 60) -> dict[str, Any]:
    """CPU seconds of an order of `count` kept matches under new weights, with why each stands above the next, against the same
    number opened and matched anew (measured on `sample` of them, taken in proportion). Rounds alternate; medians.
    """
    asked = wide_advert()
    base = [held_against(p.opened, asked) for p in people]
    kept = [(json.dumps(to_record(m)), m.occupation_fit, m.tie_breaker) for m in base]
    rows = [kept[n % len(kept)] for n in range(count)]
    anew, weighed = [], []
    for n in range(rounds):
        anew.append(_anew(people[:sample], asked) / min(sample, len(people)) * count)
        weighed.append(_weigh(rows, Weights(40 + n, {"r2": 200, "r5": 0, "r9": 50 + n})))
    ratio = statistics.median(a / b for a, b in zip(weighed, anew, strict=True))
    return {
        "applicants": count,
        "requirements": len(asked.requirements),
        "weigh_seconds": round(statistics.median(weighed), 2),
        "anew_seconds": round(statistics.median(anew), 1),
        "ratio": round(ratio, 4),
        "most": MOST_RATIO,
    }


def _anew(people: Sequence[Person], asked: Advert) -> float:
    began = time.process_time()
    for p in people:
        held_against(opened(p.reading, as_of=AS_OF, knowledge=KNOWLEDGE), asked)
    return time.process_time() - began


def _weigh(rows: Sequence[tuple[str, int, int]], weights: Weights) -> float:
    began = time.process_time()
    standings = []
    for record, fit, tie in rows:
        found = from_record(json.loads(record))
        parts = parts_of(fit, found, weights)
        standings.append(Standing(parts, total(parts, weights), tie, {r.requirement.id: r.verdict for r in found}))
    standings.sort(key=lambda s: (-s.score, -s.tie_breaker))
    for upper, lower in itertools.pairwise(standings):
        why_above(upper, lower, weights)
    return time.process_time() - began


def measure_again(people: Sequence[Person], count: int) -> dict[str, Any]:
    """`count` matches from what the database keeps, computed in two processes with different hash seeds: how many agree."""
    needed = -(-count // len(ADVERTS))
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs.jsonl"
        with inputs.open("w", encoding="utf-8") as out:
            for n in range(needed):
                p = people[n % len(people)]
                row = {
                    "document": to_document(p.reading, as_of=AS_OF),
                    "text": p.text,
                    "page_starts": p.reading.extracted.page_starts,
                }
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        first, second = (_digests(inputs, seed)[:count] for seed in ("1", "2"))
    return {
        "matches": count,
        "people": min(needed, len(people)),
        "same": sum(a == b for a, b in zip(first, second, strict=True)),
        "least": count,
    }


def _digests(inputs: Path, seed: str) -> list[str]:
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    command = [sys.executable, "-m", "evals.matching.again", str(inputs)]
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
