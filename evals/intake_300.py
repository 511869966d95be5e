"""300 generated CVs dropped in a real browser: seconds from the press to the ranked list, with the desk used meanwhile.

    .tepat/venv/bin/python evals/intake_300.py [--count 300]

Starts its own Tepat in a scratch home with the demo, signs in as the recruiter, drops the files on a posting, watches the
progress page, and asks the desk for a page every second. Writes evals/reports/intake_300.json.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tepat.adapters.generator.cvs import make_cvs

HERE = Path(__file__).parent
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-quic", "--no-first-run"),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "cvs")
        folder.mkdir()
        for cv in make_cvs(count=count, seed=11, as_of=date(2026, 11, 22), formats=("pdf", "docx")):
            (folder / cv.name).write_bytes(cv.data)
        server, link = start(Path(scratch, "home"))
        try:
            report = measure(link, sorted(folder.iterdir()))
        finally:
            server.terminate()
            server.wait(20)
    report |= {"files": count, "cores": os.cpu_count(), "date": datetime.now(UTC).date().isoformat()}
    out = HERE / "reports" / "intake_300.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1) + "\n")
    print(json.dumps(report, indent=1))


def start(home: Path) -> tuple[subprocess.Popen[str], str]:
    """A Tepat of its own; gives the process and the recruiter's sign-in link."""
    command = [sys.executable, "-m", "tepat", "serve", "--port", "8790", "--home", str(home)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    for line in server.stdout:
        if "recruiter" in line:
            link = line.split()[-1]
        if "Ctrl-C" in line:
            return server, link
    raise SystemExit("Tepat did not start")


def measure(link: str, files: list[Path]) -> dict[str, float]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        context = browser.new_context()
        page = context.new_page()
        page.goto(link)
        page.locator("main form button").first.click()
        page.wait_for_url("**/rekrut/")
        base = page.url.removesuffix("/rekrut/")
        address = page.locator("main a[href*='/triase/']").first.get_attribute("href") or ""
        drop = base + address.replace("/triase/", "/berkas/")
        desk = context.new_page()
        desk.goto(f"{base}/rekrut/")
        page.goto(drop)
        page.set_input_files("input[type=file]", [str(f) for f in files])
        began = time.perf_counter()
        page.get_by_role("button", name=re.compile("Baca semuanya")).click()
        report = watch(page, desk, began)
        page.goto(base + address.replace("/triase/", "/shortlist/"))
        report["shortlist_seconds"] = round(time.perf_counter() - began, 1)
        report["evidence_on_list"] = page.locator("q, .evidence, mark").count()
        browser.close()
    return report


def watch(page: Page, desk: Page, began: float) -> dict[str, float]:
    """Until the progress page says it is finished; the desk is loaded every second meanwhile."""
    first_progress = received = 0.0
    loads: list[float] = []
    while True:
        now = time.perf_counter() - began
        bar = page.locator("progress").first
        if not first_progress and bar.count() and bar.is_visible():
            first_progress = now
        if not received and "/rekrut/berkas/" in page.url:
            received = now
        if received and page.get_by_role("link", name=re.compile("Ke triase")).count():
            break
        if now > 600:
            raise SystemExit("not finished within 600 s")
        at = time.perf_counter()
        desk.reload()
        loads.append(time.perf_counter() - at)
        page.wait_for_timeout(200)
    failed = page.locator("form[action*='/ulang/']").count()
    return {
        "first_progress_seconds": round(first_progress, 2),
        "received_seconds": round(received, 1),
        "read_seconds": round(time.perf_counter() - began, 1),
        "failed_files": failed,
        "desk_median_seconds": round(statistics.median(loads), 3),
        "desk_slowest_seconds": round(max(loads), 3),
    }


if __name__ == "__main__":
    main()
