"""From drawn sources to files: Chromium prints, LibreOffice converts; a file drawn before is taken from the cache."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

from evals.generator.make import OFFICE, Drawn

CHROMIUM = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if Path(p).exists()), "")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-quic", "--no-first-run"),
)


def render(drawn: Sequence[Drawn], folder: Path, cache: Path) -> list[str]:
    """Fills `folder` with the files and `truth.jsonl`; gives the reasons for what was left out, with counts."""
    folder.mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    missing = [cv for cv in drawn if not (cache / cv.key()).exists()]
    for cv in missing:
        if cv.kind == cv.source:
            (cache / cv.key()).write_bytes(cv.data)
    spread(print_pages, [cv for cv in missing if cv.kind == "print"], cache)
    convert([cv for cv in missing if cv.kind in OFFICE], cache)
    spread(photograph, [cv for cv in missing if cv.kind == "scan"], cache)
    return collect(drawn, folder, cache)


def spread(work: Callable[[Sequence[Drawn], Path], None], cvs: Sequence[Drawn], cache: Path) -> None:
    """`work` on all CVs, in as many processes as there are cores; few are done here."""
    workers = min(os.cpu_count() or 1, len(cvs) // 10)
    if workers < 2:
        work(cvs, cache)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(work, [cvs[n::workers] for n in range(workers)], [cache] * workers))


def collect(drawn: Sequence[Drawn], folder: Path, cache: Path) -> list[str]:
    for old in folder.iterdir():
        old.unlink()
    absent: dict[str, int] = {}
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for cv in drawn:
            made = cache / cv.key()
            if not made.exists():
                absent[cv.kind] = absent.get(cv.kind, 0) + 1
                continue
            row = cv.truth | name_by_kind(cv, made)
            os.link(made, folder / row["file"])
            truth.write(json.dumps(row, ensure_ascii=False) + "\n")
    return [f"{kind}: {count} left out, its program is not installed" for kind, count in sorted(absent.items())]


def print_pages(cvs: Sequence[Drawn], cache: Path, *, ending: str = "") -> None:
    """HTML → PDF with a browser."""
    if not cvs or not CHROMIUM:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page()
        for cv in cvs:
            page.set_content(cv.data.decode())
            page.pdf(path=str(cache / f"{cv.key()}.part"), prefer_css_page_size=True, print_background=True)
            (cache / f"{cv.key()}.part").rename(cache / (f"{cv.key()}.{ending}" if ending else cv.key()))
        browser.close()


def convert(cvs: Sequence[Drawn], cache: Path) -> None:
    """DOCX → ODT, RTF, DOC or PDF with LibreOffice, one run per kind."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not cvs or not office:
        return
    with tempfile.TemporaryDirectory() as scratch:
        for kind in OFFICE:
            group = [cv for cv in cvs if cv.kind == kind]
            sources = [Path(scratch) / f"{cv.key()}.docx" for cv in group]
            for cv, source in zip(group, sources, strict=True):
                source.write_bytes(cv.data)
            ending = "pdf" if kind == "office_pdf" else kind
            for chunk in (sources[i : i + 20] for i in range(0, len(sources), 20)):
                command = [
                    office,
                    "--headless",
                    f"-env:UserInstallation=file://{scratch}/profile",
                    "--convert-to",
                    ending,
                    "--outdir",
                    f"{scratch}/out",
                    *map(str, chunk),
                ]
                subprocess.run(command, check=True, capture_output=True, timeout=300)
            for cv in group:
                shutil.copy(Path(scratch) / "out" / f"{cv.key()}.{ending}", cache / cv.key())


def name_by_kind(cv: Drawn, made: Path) -> dict[str, str]:
    """A scan is a picture or a bound PDF, as its length and its mode have it."""
    if cv.kind != "scan":
        return {}
    start = made.read_bytes()[:4]
    ending = ".png" if start == b"\x89PNG" else ".pdf" if start == b"%PDF" else ".jpg"
    return {"file": str(Path(cv.name).with_suffix(ending))}


def photograph(cvs: Sequence[Drawn], cache: Path) -> None:
    """Printed pages → scans and phone photos; one page gives a picture, several are bound into a PDF."""
    if find_spec("evals.generator.scans") is None:
        return
    from evals.generator import scans

    print_pages(cvs, cache, ending="print")
    for cv in cvs:
        printed = cache / f"{cv.key()}.print"
        if not printed.exists():
            continue
        mode, seed = cv.truth["scan_mode"], int(cv.key()[:6], 16)
        pages = [
            scans.make_scan(page, mode=mode, seed=seed + n)[1] for n, page in enumerate(scans.draw_pages(printed.read_bytes()))
        ]
        (cache / cv.key()).write_bytes(pages[0] if len(pages) == 1 else scans.bind_pages(pages))
