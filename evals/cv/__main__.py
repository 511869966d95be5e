"""python -m evals.cv [--count 160] [--seed 11] [--split dev|held|both] [--check] [--by KEY] [-v]

Draws the corpus (cached in the state folder), reads it with `tepat cv read` and with the simple reader, scores both,
writes reports/cv.json and cv.md.
`--check` fails where a score (without scans, which hang on the OCR installed) is below reports/cv_floors.json;
 `--raise` writes today's scores there where they are higher.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evals.cv.baseline import read_with_expressions
from evals.cv.programs import install_programs
from evals.cv.readers import read_with_tepat
from evals.cv.score import FIELDS, Counts, grade, score_row, summed
from evals.generator.make import draw_corpus
from evals.generator.render import render

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "evals" / "reports"
HOME = ROOT / ".tepat" / "corpus"
KEYS = ("lang", "format", "layout", "two_column", "scanned", "scan_mode", "profession")
USUAL = (160, 11)
"""CVs per split and seed of the kept report."""
Scored = list[tuple[dict[str, Any], Counts, dict[str, Any]]]


def main() -> None:
    given = arguments()
    install_programs()
    report: dict[str, Any] = {"count": given.count, "seed": given.seed, "splits": {}}
    for split in ("dev", "held") if given.split == "both" else (given.split,):
        folder = HOME / f"{split}-{given.seed}-{given.count}"
        drawn = list(draw_corpus(split=split, seed=given.seed, count=given.count))
        for reason in render(drawn, folder, HOME / "cache"):
            print(f"{split}: {reason}", file=sys.stderr)
        rows = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
        files = [folder / row["file"] for row in rows]
        ours, seconds = read_with_tepat(files)
        scored = [(row, *score_row(ours.get(row["file"], {}), row)) for row in rows]
        simple = [(row, *score_row(read_with_expressions(file), row)) for row, file in zip(rows, files, strict=True)]
        report["splits"][split] = describe(scored, simple, seconds)
        (folder / "predictions.jsonl").write_text(
            "".join(json.dumps(ours.get(row["file"], {})) + "\n" for row in rows), encoding="utf-8"
        )
        print(table(split, report["splits"][split], given.by))
        if given.verbose:
            show_wrong(scored)
    finish(given, report)


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=USUAL[0], help="CVs per split")
    options.add_argument("--seed", type=int, default=USUAL[1])
    options.add_argument("--split", choices=("dev", "held", "both"), default="both")
    options.add_argument("--by", choices=(*KEYS, "difficulties"))
    options.add_argument("--check", action="store_true", help="fail where a score is below its floor")
    options.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to today's scores")
    options.add_argument("--keep", action="store_true", help="write the report even when count or seed is not the usual one")
    options.add_argument("-v", "--verbose", action="store_true", help="print what was read wrong")
    return options.parse_args()


def describe(scored: Scored, simple: Scored, seconds: float) -> dict[str, Any]:
    return {
        "cvs": len(scored),
        "seconds": round(seconds, 1),
        "tepat": grade(summed(counts for _, counts, _ in scored)),
        "unscanned": grade(summed(counts for row, counts, _ in scored if not row["scanned"])),
        "expressions": grade(summed(counts for _, counts, _ in simple)),
        "by": {key: group(scored, key) for key in (*KEYS, "difficulties")},
    }


def group(scored: Scored, key: str) -> dict[str, dict[str, float]]:
    """Number of CVs and grades for each value of a key of the truth; of the many difficulties only the macro average."""
    values: dict[str, list[Counts]] = {}
    for row, counts, _ in scored:
        for value in row[key] if key == "difficulties" else [row[key]]:
            values.setdefault(str(value), []).append(counts)
    graded = {value: {"cvs": len(found), **grade(summed(found))} for value, found in sorted(values.items())}
    if key != "difficulties":
        return graded
    return {value: {"cvs": g["cvs"], "macro": g["macro"]} for value, g in graded.items()}


def table(split: str, part: dict[str, Any], by: str | None) -> str:
    rows = [f"## {split}: {part['cvs']} CVs, {part['seconds']} s", "", "| field | Tepat | expressions |", "|---|---|---|"]
    rows += [
        f"| {f} | {part['tepat'].get(f, 0):.3f} | {part['expressions'].get(f, 0):.3f} |"
        for f in (*FIELDS, "macro", "expected_salary", "evidence", "tight")
    ]
    for key in [by] if by else ["lang", "format", "layout", "two_column", "scanned", "difficulties"]:
        rows += ["", f"| {key} | CVs | macro | lowest fields |", "|---|---|---|---|"]
        rows += [f"| {value} | {g['cvs']} | {g['macro']:.3f} | {lowest(g)} |" for value, g in part["by"][key].items()]
    return "\n".join(rows)


def lowest(grades: dict[str, float]) -> str:
    worst = sorted((f for f in FIELDS if f in grades), key=lambda f: grades[f])[:3]
    return ", ".join(f"{field} {grades[field]:.2f}" for field in worst)


def show_wrong(scored: Iterable[tuple[dict[str, Any], Counts, dict[str, Any]]]) -> None:
    for row, _, wrong in scored:
        for field, value in wrong.items():
            true = row["experience"] if field == "position" else row.get(field)
            print(json.dumps([row["file"], field, true, value], ensure_ascii=False))


def finish(given: argparse.Namespace, report: dict[str, Any]) -> None:
    floors_at = REPORTS / "cv_floors.json"
    floors = json.loads(floors_at.read_text()) if floors_at.exists() else {}
    now = {split: part["unscanned"] for split, part in report["splits"].items()}
    if given.keep or ((given.count, given.seed) == USUAL and given.split == "both"):
        (REPORTS / "cv.json").write_text(json.dumps(report, indent=1) + "\n")
        (REPORTS / "cv.md").write_text(
            "# The reader on the corpus\n\n" + "\n\n".join(table(s, p, None) for s, p in report["splits"].items()) + "\n"
        )
    if given.lift:
        lifted = {s: {f: max(v, floors.get(s, {}).get(f, 0)) for f, v in grades.items()} for s, grades in now.items()}
        floors_at.write_text(json.dumps(floors | lifted, indent=1) + "\n")
    low = [
        f"{s} {f}: {now[s].get(f, 0)} < {v}" for s in now for f, v in floors.get(s, {}).items() if now[s].get(f, 0) < v - 0.0005
    ]
    if given.check and low:
        sys.exit("\n".join(["below the floor:", *low]))


if __name__ == "__main__":
    main()
