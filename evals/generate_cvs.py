"""Writes invented CVs and the truth about them: `python evals/generate_cvs.py --count 300 --seed 7 --out DIR`."""

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path

from tepat.adapters.generator.cvs import make_cvs


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 11, 22))
    options.add_argument("--formats", nargs="+", choices=("pdf", "docx", "txt"), default=["pdf", "docx", "txt"])
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    with (given.out / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for cv in make_cvs(count=given.count, seed=given.seed, as_of=given.as_of, formats=given.formats):
            (given.out / cv.name).write_bytes(cv.data)
            truth.write(json.dumps(cv.truth, ensure_ascii=False) + "\n")
    seconds = time.perf_counter() - started
    print(f"{given.count} CVs in {seconds:.1f} s ({given.count / seconds:.0f}/s) in {given.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
