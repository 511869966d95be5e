"""How surely adverts are told whose title and work name different roles, or whose work is two roles.

python evals/clarity.py [--misses] [--check]

evals/data/clarity/*.txt holds short adverts invented for Tepat with their verdict, written before the reader saw them. Half is
`dev`, for mending; the other half, `held`, is only scored, and `--misses` never shows it. A warning counts as right where its
verdict is (`mismatch`, `two_roles`). Writes reports/clarity.json; `--check` writes nothing and fails below the floors.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.knowledge import Knowledge
from tepat.domain.postings.posting import PostingReading
from tepat.domain.postings.read import read_posting

HERE = Path(__file__).parent
REPORT = HERE / "reports" / "clarity.json"
WARNINGS = ("mismatch", "two_roles")
PRECISION, RECALL = 0.85, 0.60


@dataclass(frozen=True, slots=True)
class Case:
    """`roles`: of the title > of the work, as judged by hand."""

    id: str
    half: str
    verdict: str
    roles: str
    text: str


def read_cases(folder: Path = HERE / "data" / "clarity") -> list[Case]:
    """All adverts of the corpus, file by file."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, text = part.split("\n", 1)
            found.append(Case(*(word.strip() for word in head.split("|")), text.strip() + "\n"))
    return found


def score(pairs: Sequence[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Precision and recall of each warning and of both, from (verdict of the corpus, verdict read)."""
    counts = Counter(pairs)
    rows = {}
    for name, verdicts in (*((v, (v,)) for v in WARNINGS), ("warnings", WARNINGS)):
        right = sum(counts[v, v] for v in verdicts)
        said = sum(n for (_, read), n in counts.items() if read in verdicts)
        true = sum(n for (wanted, _), n in counts.items() if wanted in verdicts)
        rows[name] = {
            "precision": round(right / said, 3) if said else 1.0,
            "recall": round(right / true, 3) if true else 1.0,
            "right": right,
            "said": said,
            "true": true,
        }
    same = sum(counts[v, v] for v in {w for w, _ in pairs})
    return {**rows, "all": {"adverts": len(pairs), "verdicts_right": same, "accuracy": round(same / len(pairs), 3)}}


def explain(case: Case, reading: PostingReading) -> str:
    """One line for a verdict that is not the corpus's."""
    roles = " ".join(f"{o.id}:{o.score:.2f}" for o in reading.occupations_duties[:3])
    title = " ".join(f"{o.id}:{o.score:.2f}" for o in reading.occupations_title[:2])
    counts = {k: v for k, v in reading.clarity.params.items() if k.endswith("count")}
    return f"{case.id} {case.roles}: {reading.clarity.verdict} for {case.verdict}  title {title}  duties {roles}  {counts}"


def read_half(cases: Sequence[Case], knowledge: Knowledge) -> tuple[list[tuple[str, str]], list[str]]:
    pairs, faults = [], []
    for case in cases:
        reading = read_posting(case.text, knowledge=knowledge)
        pairs.append((case.verdict, reading.clarity.verdict))
        if reading.clarity.verdict != case.verdict:
            faults.append(explain(case, reading))
    return pairs, faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    cases, knowledge = read_cases(), load_knowledge()
    report, low = {}, []
    for half in ("dev", "held"):
        pairs, faults = read_half([c for c in cases if c.half == half], knowledge)
        report[half] = rows = score(pairs)
        for name, row in rows.items():
            print(half, name, *(f"{k} {v}" for k, v in row.items()), sep="  ")
        both = rows["warnings"]
        low += [half] if both["precision"] < PRECISION or both["recall"] < RECALL else []
        if chosen.misses and half == "dev":
            print("\n".join(faults))
    if chosen.check:
        sys.exit(f"Below the floor: {', '.join(low)}" if low else 0)
    REPORT.write_text(json.dumps(report, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
