"""The page of docs and the plot of growth, from the kept figures."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "docs"
PAGE, PLOT = DOCS / "search-measured.md", DOCS / "images" / "search-growth.svg"
ENGINES = {"tepat": "Tepat", "PostgreSQL": "PostgreSQL", "SQLite FTS5": "SQLite FTS5"}
COLOURS = {"tepat": "#2b4690", "PostgreSQL": "#b3541e", "SQLite FTS5": "#5b6472"}
WIDE, HIGH, LEFT, LOW = 640, 360, 64, 40

HEAD = """# Search, measured

Written by `tepat bench search --peers`; the figures are in `evals/reports/search.json`. Adverts and searches are drawn by a
seeded generator from Tepat's own knowledge; every engine gets the same ready terms and must find equal totals. A full search is
the top twenty, the exact total and three facets (city, education, skills); 2 to 5 terms and 2 to 3 filters, half of the searches
all terms, half any. Times in ms, searches interleaved over the engines in one process; compare the ratios, not the times.

![Growth of the 95th percentile](images/search-growth.svg)
"""


def write_page(kept: Mapping[str, Any]) -> None:
    """Writes docs/search-measured.md and the plot beside it."""
    parts = [HEAD]
    for size, report in kept.items():
        parts.append(f"\n## {int(size):,} adverts\n\n{report['day']}, {report['queries']} searches, load {report['load']}\n\n")
        parts.append("| engine | all p50 | p95 | all terms p95 | any term p95 | build s | index MB | p95 against Tepat |\n")
        parts.append("|---|---|---|---|---|---|---|---|\n")
        parts += [_row(name, report) for name in ENGINES if name in report]
        own = report["tepat"]
        found, memory = own["findable_ms"], own["memory_kib"] / 1024
        parts.append(f"\nFindable in another process after a commit: p50 {found['p50']} ms, p95 {found['p95']} ms. ")
        parts.append(f"Memory of a process that searches: {memory:.0f} MiB more.")
        if "ilike" in report:
            like, page = report["ilike"]["full_ms"]["all"]["p50"], report["tepat page"]["full_ms"]["all"]["p50"]
            parts.append(f" A page of twenty by ILIKE: p50 {like} ms, by Tepat {page} ms ({like / page:.0f} ×).")
        parts.append(f" Making the terms of an advert: {report['making_terms_us']} µs.\n")
    PAGE.write_text("".join(parts))
    PLOT.write_text(plot({name: _points(kept, name) for name in ENGINES}))


def _row(name: str, report: Mapping[str, Any]) -> str:
    entry, own = report[name], report["tepat"]["full_ms"]["all"]["p95"]
    spent = entry["full_ms"]
    size = f"{entry['index_bytes'] / 1e6:.0f}" if "index_bytes" in entry else ""
    version = f" {entry['version']}" if "version" in entry else ""
    kinds = " | ".join(str(spent.get(kind, {}).get("p95", "")) for kind in ("all terms", "any term"))
    return (
        f"| {ENGINES[name]}{version} | {spent['all']['p50']} | {spent['all']['p95']} | {kinds} | {entry['build_s']} | {size} "
        f"| {spent['all']['p95'] / own:.1f} × |\n"
    )


def _points(kept: Mapping[str, Any], name: str) -> list[tuple[int, float]]:
    return [(int(size), report[name]["full_ms"]["all"]["p95"]) for size, report in kept.items() if name in report]


def plot(lines: Mapping[str, list[tuple[int, float]]]) -> str:
    """An SVG with logarithmic axes: adverts along, milliseconds up, a line with its name for each engine."""
    points = [point for line in lines.values() for point in line]
    x0, x1 = math.log10(min(p[0] for p in points)), math.log10(max(p[0] for p in points))
    y0, y1 = math.floor(math.log10(min(p[1] for p in points))), math.ceil(math.log10(max(p[1] for p in points)))

    def at(size: float, ms: float) -> tuple[float, float]:
        x = LEFT + (math.log10(size) - x0) / ((x1 - x0) or 1) * (WIDE - LEFT - 130)
        return round(x, 1), round(HIGH - LOW - (math.log10(ms) - y0) / ((y1 - y0) or 1) * (HIGH - LOW - 24), 1)

    drawn = [_grid(at, range(y0, y1 + 1), sorted({p[0] for p in points}))]
    for name, line in lines.items():
        if line:
            path = " ".join(f"{x},{y}" for x, y in (at(*p) for p in line))
            x, y = at(*line[-1])
            drawn.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[name]}" stroke-width="2.5"/>')
            drawn += [f'<circle cx="{at(*p)[0]}" cy="{at(*p)[1]}" r="4" fill="{COLOURS[name]}"/>' for p in line]
            drawn.append(f'<text x="{x + 10}" y="{y + 4}" fill="{COLOURS[name]}" font-weight="600">{ENGINES[name]}</text>')
    title = "Full search, 95th percentile, against the number of adverts"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="system-ui, sans-serif" font-size="13" '
        f'role="img" aria-label="{title}"><rect width="100%" height="100%" fill="#fff"/>{"".join(drawn)}</svg>\n'
    )


def _grid(at: Any, decades: range, sizes: list[int]) -> str:
    rows = []
    for decade in decades:
        y = at(sizes[0], 10**decade)[1]
        rows.append(f'<line x1="{LEFT}" x2="{WIDE - 120}" y1="{y}" y2="{y}" stroke="#e2e4e8"/>')
        rows.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#5b6472">{10**decade:g} ms</text>')
    for size in sizes:
        x = at(size, 10 ** decades[0])[0]
        rows.append(f'<text x="{x}" y="{HIGH - 14}" text-anchor="middle" fill="#5b6472">{size:,}</text>')
    return "".join(rows)
