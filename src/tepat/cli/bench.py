"""`tepat bench`: how quick and how light it is, measured on this machine, written down in evals/reports."""

import importlib.util
import json
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from tepat.cli.usage import Group

app = typer.Typer(cls=Group, add_completion=False)
COLUMNS = {"lcp_ms": "LCP ms", "tti_ms": "TTI ms", "cls": "CLS", "first_bytes": "byte 1", "repeat_bytes": "byte 2"}


@app.callback()
def bench() -> None:
    """Ukur kecepatan dan ukuran / measure speed and size."""


@app.command()
def pages(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON")] = False,
    runs: Annotated[int, typer.Option(min=1, help="Ulangan per halaman / runs per page")] = 5,
) -> None:
    """Halaman di ponsel lambat, kandidat berikut di meja / pages on a slow phone, the next candidate on a desk."""
    report = _measuring("pages").measure(runs=runs, say=_say)
    if as_json:
        print(json.dumps(report, indent=1))
        return
    _print_pages(report)


@app.command()
def cv(
    folder: Annotated[
        Path | None, typer.Argument(exists=True, file_okay=False, help="Folder CV; tanpa itu, CV buatan / else drawn CVs")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON")] = False,
    rounds: Annotated[int, typer.Option(min=1, help="Ulangan / rounds")] = 5,
) -> None:
    """CV per detik dan inti, di samping ekstraksi teks polos / CVs per second and core, beside bare text extraction."""
    report = _measuring("cv_speed", browser=False).measure(folder, rounds=rounds)
    if as_json:
        print(json.dumps(report, indent=1))
        return
    print(f"{report['read']}/{report['files']} CV · {report['ms_each']} ms CPU/CV · load {report['load']}")
    short = " !" if report["per_second_core"] < report["least"] else ""
    print(f"{report['per_second_core']}{short} CV/s/core (≥ {report['least']})")
    if report["pdfs"]:
        beside = f"{report['pdf_ms_each']} / {report['plain_pdf_ms_each']} ms"
        print(f"PDF: {report['ratio']} × pypdfium2 ({beside}, {report['pdfs']} PDF)")


@app.command()
def matching(
    *,
    data: Annotated[
        Path | None,
        typer.Option(
            exists=True, file_okay=False, help="Folder berlabel; tanpa itu, data buatan / judged data, else drawn people"
        ),
    ] = None,
    cvs: Annotated[Path | None, typer.Option(exists=True, file_okay=False, help="CV-nya, bila di tempat lain / its CVs")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Contoh kecil, tanpa laporan / a small sample, no report")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON")] = False,
) -> None:
    """Urutan, kembar, dan bobot baru, di samping BM25 dan TF-IDF / the order, twins and new weights, beside BM25 and TF-IDF."""
    bench = _measuring("matched", browser=False)
    if absent := bench.missing():
        _refuse(f"Butuh / needs {', '.join(absent)}: pip install --require-hashes -r requirements/evals.lock")
    report = bench.measure(data, cvs, quick=quick, say=_say)
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        from datetime import UTC, datetime

        print(bench.write_page(report, datetime.now(tz=UTC).date().isoformat()))
    if failed := bench.failures(report):
        _refuse(f"Belum tercapai / not reached: {', '.join(failed)}")


@app.command()
def search(
    *,
    size: Annotated[int, typer.Option(min=100, max=5_000_000, help="Jumlah loker buatan / drawn adverts")] = 10_000,
    queries: Annotated[int, typer.Option(min=1, help="Jumlah pencarian / searches")] = 1_000,
    peers: Annotated[bool, typer.Option("--peers", help="Juga / also: PostgreSQL, SQLite FTS5")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON")] = False,
) -> None:
    """Pencarian penuh, di samping PostgreSQL dan FTS5 / full search, beside PostgreSQL and FTS5."""
    bench = _measuring("search_speed", browser=False)
    report = bench.measure(size, queries=queries, peers=peers, say=_say)
    if peers:
        bench.keep(report)
    if as_json:
        print(json.dumps(report, indent=1))
        return
    for name in ("tepat", *bench.PEERS):
        if name in report:
            spent = report[name]["full_ms"]["all"]
            print(f"{name}: p50 {spent['p50']} ms · p95 {spent['p95']} ms · build {report[name]['build_s']} s")
    own = report["tepat"]
    print(f"commit → findable p95 {own['findable_ms']['p95']} ms · +{own['memory_kib'] / 1024:.0f} MiB")


def _measuring(name: str, *, browser: bool = True) -> Any:
    """The module evals/<name>.py; exit 1 in words where it, the driver or the browser is absent."""
    from tepat.config import options

    file = options.CHECKOUT / "evals" / f"{name}.py"
    if not file.is_file():
        _refuse(
            "Pengukuran ada di kode sumber Tepat, bukan di paket terpasang / measuring needs a checkout, evals/ is not installed"
        )
    if browser and importlib.util.find_spec("playwright") is None:
        _refuse(
            "Butuh Playwright, yang datang bersama uji: ./run test / needs Playwright, which comes with the tests: ./run test"
        )
    if browser and not Path("/usr/bin/chromium").exists():
        _refuse("Butuh /usr/bin/chromium (Debian: apt install chromium) / needs /usr/bin/chromium")
    return load(file)


def load(file: Path) -> Any:
    """The module in a file that lies on no import path."""
    loader = SourceFileLoader(f"evals_{file.stem}", str(file))
    module = ModuleType(loader.name)
    module.__file__ = str(file)
    loader.exec_module(module)
    return module


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _refuse(words: str) -> None:
    _say(words)
    raise typer.Exit(1)


def _print_pages(report: dict[str, Any]) -> None:
    """Medians beside their budgets; what misses its budget is marked."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    profile = report["profile"]
    console.print(
        f"{profile['kbit_s']} kbit/s · {profile['latency_ms']} ms · CPU 1/{profile['cpu_slowdown']} · {profile['width']} px · "
        f"median / {report['runs']} · load {report['load']}"
    )
    table = Table("", *COLUMNS.values(), box=None, header_style="dim", pad_edge=False)
    for name, row in report["pages"].items():
        table.add_row(name, *(_beside(row[key], report["budgets"][key]) for key in COLUMNS))
    table.add_row("≤", *(str(report["budgets"][key]) for key in COLUMNS), style="dim")
    console.print(table)
    following, most = report["next_candidate"], report["next_budgets"]
    console.print(
        f"J → nama / name: {_beside(following['key_to_name_ms'], most['key_to_name_ms'])} ms (≤ {most['key_to_name_ms']}, "
        f"maks {following['slowest_ms']}) · {_beside(following['bytes'], most['bytes'])} byte (≤ {most['bytes']})"
    )


def _beside(value: float, most: float) -> str:
    return f"[bold red]{value} ![/bold red]" if value > most else str(value)
