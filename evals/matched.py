"""What `tepat bench matching` measures: the order, twins, stuffing, injections, new weights, and computing again.

Judged pairs lie in a folder given by `--data` (`postings/*.txt`, `relevance.tsv`, and CVs with their `truth.jsonl` in `cvs/`
or where `--cvs` says); without it drawn people and own adverts are measured, as the report says. Needs requirements/evals.lock.
"""

import importlib.util
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # so that evals.matching is found when this file is loaded by its path

from evals.matching import order, speed, twins  # noqa: E402
from evals.matching.page import write_page  # noqa: E402

REPORT, PAGE = ROOT / "evals" / "reports" / "matching.json", ROOT / "docs" / "matching-measured.md"
FULL = {"twins": 2_000, "stuffed": 1_000, "injections": 500, "applicants": 10_000, "again": 10_000, "people": 400}
QUICK = {"twins": 60, "stuffed": 40, "injections": 20, "applicants": 1_000, "again": 60, "people": 20}


def missing() -> list[str]:
    """Libraries beside which the order is measured and which are not installed."""
    return [name for name in ("bm25s", "sklearn") if importlib.util.find_spec(name) is None]


def measure(data: Path | None, cvs: Path | None, *, quick: bool, say: Callable[[str], None]) -> dict[str, Any]:
    """The report, also written down where everything was measured in full."""
    sizes = QUICK if quick else FULL
    say("order …")
    judged = order.judged(data, cvs or data / "cvs") if data else order.made_up(60 if quick else 240)
    report: dict[str, Any] = {"judged": data is not None, "order": order.measure(*judged)}
    report["leave_one_out"] = order.leave_one_out(*judged)
    say("people …")
    people = twins.base(sizes["people"], 21)
    report["twins"] = twins.measure_twins(people, sizes["twins"])
    say("stuffing …")
    report["stuffed"] = twins.measure_stuffed(people, sizes["stuffed"])
    say("injections …")
    report["injections"] = twins.measure_injections(people, sizes["injections"])
    say("weights …")
    report["weighing"] = speed.measure_weighing(people, sizes["applicants"])
    say("again …")
    report["again"] = speed.measure_again(people, sizes["again"])
    report["load"] = round(os.getloadavg()[0], 1)
    if not quick:
        REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        PAGE.write_text(write_page(report, datetime.now(tz=UTC).date().isoformat()), encoding="utf-8")
    return report


def failures(report: dict[str, Any]) -> list[str]:
    """Figures that were asked and not reached."""
    found = [f"order {key}" for key, least in report["order"]["least"].items() if report["order"]["tepat"][key] < least]
    found += ["quotes"] if report["order"]["faults"] else []
    found += ["twins"] if report["twins"]["differ"] else []
    found += ["stuffed"] if report["stuffed"]["gained"] else []
    found += ["injections"] if any(report["injections"]["changed"].values()) else []
    found += ["weights"] if report["weighing"]["ratio"] > report["weighing"]["most"] else []
    return found + (["again"] if report["again"]["same"] < report["again"]["least"] else [])
