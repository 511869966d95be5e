"""The report as a page of the documentation."""

from pathlib import Path
from typing import Any

REACH = {
    "duties of adverts": "macro-F1 .10 above a TF-IDF SVM; it-helpdesk / it-support / network-engineer ≥ .70 / .70 / .72",
    "calibration": "≤ .05, ten bins of equal count, out of fold",
    "title changed": "all",
    "sentences removed": "cited ≥ .80, others ≤ .20",
    "speed, adverts": "≤ 5 ms",
    "speed, CVs": "≤ 5 ms",
    "reported titles": "MAP clearly above BM25 and TF-IDF",
    "vacancy titles": "MRR ≥ .42, R@10 ≥ .62",
    "resumes": "macro-F1 ≥ .82; helpdesk / IT support / technician ≥ .60 / .65 / .50",
}
HEAD = """# Roles: what the classifier reaches

Written by `evals/occupations/evaluate.py`; do not edit. The model is trained by `evals/occupations/train.py`; what it learned
from stands in `src/tepat/knowledge/model/card.toml`. Labels of résumés and of the adverts used for calibration come from titles
and are wrong now and then; the adverts for duties were read by people. None of those texts is part of the project or was learned
from. Vacancy titles are those of the half that was not learned from; titles of the same terms are never parted.
"""


def write_page(report: dict[str, Any], path: Path) -> None:
    """One section for each measurement: figure asked, then everything measured."""
    lines = [HEAD, f"Model `{str(report['model'])[:12]}`, knowledge `{report['knowledge']}`.", ""]
    for name, wanted in REACH.items():
        lines += [f"## {name.capitalize()}", "", f"To reach: {wanted}.", ""]
        found = report.get(name)
        lines += [*(_rows(found) if isinstance(found, dict) else [str(found)]), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def _rows(found: dict[str, Any]) -> list[str]:
    lines = []
    for key, value in found.items():
        lines.append(f"- {key}: {_told(value)}")
    return lines


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(
            f"{key} {_told(inner)}" if not isinstance(inner, dict) else f"{key} ({_told(inner)})" for key, inner in value.items()
        )
    return str(value)
