"""python -m evals.scans [--each 2] [--seed 5] [--split dev|held|both] [--mode MODE …] [--check] [--raise] [-v]

Prints drawn CVs, makes scans and photos of them (`generator/scans.py`: eight seeded modes), reads both with `tepat cv read`,
and scores the facts. Beside each mode stands what the reader makes of the same CVs as PDFs with text: the difference is what
pictures cost. `seconds_page` is CPU time, of everything that reading took, for each page. Writes reports/scans.json and
scans.md; `--check` fails where a score is below reports/scans_floors.json, `--raise` lifts these floors to today's scores.
"""

import argparse
import json
import re
import resource
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from evals.cv.programs import install_programs
from evals.cv.readers import read_with_tepat
from evals.cv.score import FIELDS, Counts, grade, score_row, summed
from evals.generator import scans
from evals.generator.make import Drawn, draw_corpus
from evals.generator.render import print_pages, spread

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "evals" / "reports"
HOME = ROOT / ".tepat" / "corpus"
USUAL = (2, 5)
"""CVs of each mode and split, and seed, of the kept report."""
SLACK = 0.0005
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Scan:
    """One CV twice: as a print with text, and as a picture (or a PDF of pictures) in one mode."""

    truth: dict[str, Any]
    mode: str
    print: Path
    file: Path

    @property
    def pages(self) -> int:
        return len(pdfium.PdfDocument(str(self.print)))


def main() -> None:
    given = arguments()
    install_programs()
    report: dict[str, Any] = {"each": given.each, "seed": given.seed, "splits": {}}
    for split in ("dev", "held") if given.split == "both" else (given.split,):
        corpus = make_scans(split=split, seed=given.seed, each=given.each, modes=given.mode or scans.MODES)
        report["splits"][split] = measure(corpus, verbose=given.verbose)
        print(table(split, report["splits"][split]))
    finish(given, report)


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--each", type=int, default=USUAL[0], help="CVs per mode and split")
    options.add_argument("--seed", type=int, default=USUAL[1])
    options.add_argument("--split", choices=("dev", "held", "both"), default="both")
    options.add_argument("--mode", choices=scans.MODES, nargs="+", help="only these")
    options.add_argument("--check", action="store_true", help="fail where a score is below its floor")
    options.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to today's scores")
    options.add_argument("-v", "--verbose", action="store_true", help="print what was read wrong though its text was read right")
    return options.parse_args()


def make_scans(*, split: Any, seed: int, each: int, modes: Sequence[str]) -> list[Scan]:
    """The corpus of one split: CV by CV another mode; drawn before = taken from the cache."""
    cache, folder = HOME / "cache", HOME / f"scans-{split}-{seed}"
    cache.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    drawn = list(draw_corpus(split=split, seed=seed, count=each * len(scans.MODES), kinds=("print",)))
    spread(print_apart, [cv for cv in drawn if not (cache / f"{cv.key()}.print").exists()], cache)
    made = []
    for number, cv in enumerate(drawn):
        mode, source = scans.MODES[number % len(scans.MODES)], cache / f"{cv.key()}.print"
        if mode in modes and source.exists():
            made.append(make_one(cv, source, mode=mode, seed=seed + number, stem=folder / f"{cv.truth['id']}_{mode}"))
    if not made:
        sys.exit("nothing was drawn: is Chromium installed?")
    return made


def print_apart(cvs: Sequence[Drawn], cache: Path) -> None:
    print_pages(cvs, cache, ending="print")


def make_one(cv: Drawn, source: Path, *, mode: str, seed: int, stem: Path) -> Scan:
    made = [scans.make_scan(page, mode=mode, seed=seed + n) for n, page in enumerate(scans.draw_pages(source.read_bytes()))]
    kind, data = made[0] if len(made) == 1 else ("pdf", scans.bind_pages([file for _, file in made]))
    printed, file = stem.with_suffix(".print.pdf"), stem.with_suffix(f".{kind}")
    printed.write_bytes(source.read_bytes())
    file.write_bytes(data)
    return Scan(cv.truth, mode, printed, file)


def measure(corpus: Sequence[Scan], *, verbose: bool) -> dict[str, Any]:
    """Grades of all scans and of each mode, beside the same CVs as text."""
    as_text, _ = read_with_tepat([scan.print for scan in corpus])
    before = cpu_seconds()
    found, _ = read_with_tepat([scan.file for scan in corpus])
    seconds, pages = cpu_seconds() - before, sum(scan.pages for scan in corpus)
    rows = [(scan, found.get(scan.file.name, {}), as_text.get(scan.print.name, {})) for scan in corpus]
    if verbose:
        show_lost(rows)
    return {
        "scans": len(corpus),
        "pages": pages,
        "seconds_page": round(seconds / pages, 2),
        "all": compare(rows),
        "modes": {m: compare([r for r in rows if r[0].mode == m]) for m in scans.MODES if any(r[0].mode == m for r in rows)},
    }


def cpu_seconds() -> float:
    """Of all children that have ended, and theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


Read = tuple[Scan, dict[str, Any], dict[str, Any]]


def compare(rows: Sequence[Read]) -> dict[str, Any]:
    """F1 per field and macro of pictures; the macro of the same CVs as text; the share of facts and of words that were found."""
    counts = summed(score_row(said, scan.truth)[0] for scan, said, _ in rows)
    text = summed(score_row(said, scan.truth)[0] for scan, _, said in rows)
    words = [recalled(said.get("text", ""), told.get("text", "")) for _, said, told in rows]
    return {
        "scans": len(rows),
        **grade(counts),
        "facts": share(counts),
        "words": round(sum(words) / len(words), 4),
        "text_macro": grade(text)["macro"],
        "text_facts": share(text),
    }


def share(counts: Counts) -> float:
    """Right facts to facts in the truth, over the fields of the macro."""
    right, true = (sum(counts[field][n] for field in FIELDS) for n in (0, 2))
    return round(right / max(1, true), 4)


def recalled(said: str, true: str) -> float:
    """Share of the different words of `true` that `said` has too."""
    words = set(WORD.findall(true))
    return len(words & set(WORD.findall(said))) / max(1, len(words))


def show_lost(rows: Iterable[Read]) -> None:
    """What the text version of a CV gives and its picture does not."""
    for scan, said, told in rows:
        lost, known = score_row(said, scan.truth)[1], score_row(told, scan.truth)[1]
        for field, value in lost.items():
            if field not in known:
                true = scan.truth["experience"] if field == "position" else scan.truth.get(field)
                print(json.dumps([scan.file.name, field, true, value], ensure_ascii=False))


def table(split: str, part: dict[str, Any]) -> str:
    rows = [f"## {split}: {part['scans']} CVs, {part['pages']} pages, {part['seconds_page']} s CPU each", ""]
    rows += ["| mode | CVs | macro | as text | facts | as text | words | lowest fields |", "|---|---|---|---|---|---|---|---|"]
    for mode, g in {"all": part["all"], **part["modes"]}.items():
        low = ", ".join(f"{field} {g[field]:.2f}" for field in sorted(FIELDS, key=lambda f: g[f])[:3])
        figures = " | ".join(f"{g[key]:.3f}" for key in ("macro", "text_macro", "facts", "text_facts", "words"))
        rows.append(f"| {mode} | {g['scans']} | {figures} | {low} |")
    rows += ["", "| field | F1 |", "|---|---|", *(f"| {field} | {part['all'][field]:.3f} |" for field in FIELDS)]
    return "\n".join(rows)


def finish(given: argparse.Namespace, report: dict[str, Any]) -> None:
    """Keeps the usual report, lifts or checks the floors."""
    floors_at = REPORTS / "scans_floors.json"
    floors = json.loads(floors_at.read_text()) if floors_at.exists() else {}
    now = {
        split: {field: value for field, value in part["all"].items() if field != "scans" and not field.startswith("text_")}
        for split, part in report["splits"].items()
    }
    usual = (given.each, given.seed) == USUAL and given.split == "both" and not given.mode
    if usual:
        (REPORTS / "scans.json").write_text(json.dumps(report, indent=1) + "\n")
        parts = (table(split, part) for split, part in report["splits"].items())
        (REPORTS / "scans.md").write_text("# Scans and photos of the corpus\n\n" + "\n\n".join(parts) + "\n")
    if given.lift and usual:
        lifted = {s: {f: max(v, floors.get(s, {}).get(f, 0)) for f, v in grades.items()} for s, grades in now.items()}
        floors_at.write_text(json.dumps(lifted, indent=1) + "\n")
    low = [
        f"{split} {field}: {now[split].get(field, 0)} < {floor}"
        for split in now
        for field, floor in floors.get(split, {}).items()
        if now[split].get(field, 0) < floor - SLACK
    ]
    if given.check and low:
        sys.exit("\n".join(["below the floor:", *low]))


if __name__ == "__main__":
    main()
