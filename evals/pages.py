"""Times and bytes of pages in a real browser, as `tepat bench pages` reports them.

Public pages on a slow phone: 360 px, 400 kbit/s, 300 ms to the server, a processor slowed six times; each run begins with an
empty cache, then the same page is opened again. The recruiter's next candidate on a desk: key J until its name is painted.
Starts its own Tepat with the demo in a scratch home; medians of the runs go to evals/reports/pages.json.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
REPORT = Path(__file__).parent / "reports" / "pages.json"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-quic", "--no-first-run"),
]
KBIT_S, LATENCY_MS, CPU_SLOWDOWN, WIDTH = 400, 300, 6, 360
BUDGETS = {"lcp_ms": 1800, "tti_ms": 2500, "cls": 0.05, "first_bytes": 60_000, "repeat_bytes": 6_000}
NEXT_BUDGETS = {"key_to_name_ms": 100, "bytes": 12_000}
CANDIDATES, READING_MS = 12, 600
SETTLED_MS = 400

# Filled in from the first moment of a page on; times in ms since the navigation began.
WATCH = """
window.seen = { fcp: 0, lcp: 0, cls: 0, busyUntil: 0 };
const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
on("paint", (e) => { if (e.name === "first-contentful-paint") seen.fcp = e.startTime; });
on("largest-contentful-paint", (e) => { seen.lcp = e.startTime; seen.largest = e.element?.tagName ?? ""; });
on("layout-shift", (e) => { if (!e.hadRecentInput) seen.cls += e.value; });
on("longtask", (e) => { seen.busyUntil = Math.max(seen.busyUntil, e.startTime + e.duration); });
"""
# Resolves with the ms from the next key to the frame that shows another candidate's name.
NEXT_NAME = """
new Promise((done) => {
  const named = () => document.querySelector("#candidate")?.dataset.id;
  const before = named();
  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
  const watch = new MutationObserver(() => {
    if (named() === before || !document.querySelector("#candidate #person")?.textContent.trim()) return;
    watch.disconnect();
    const painted = new MessageChannel();
    painted.port1.onmessage = () => done(performance.now() - pressed);
    requestAnimationFrame(() => painted.port2.postMessage(0));
  });
  watch.observe(document.body, { childList: true, subtree: true });
  window.armed = true;
})
"""


def measure(*, runs: int, say: Callable[[str], object]) -> dict[str, Any]:
    """Everything, in about three minutes for five runs; also written to the report."""
    with served(say) as (base, link), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        pages = {}
        for name, path in addresses(browser, base).items():
            say(f"  {name} {path}")
            pages[name] = medians([first_and_repeat(browser, base + path) for _ in range(runs)])
        say("  kandidat berikut / next candidate")
        following = next_candidates(browser, link)
        browser.close()
    report = {
        "date": datetime.now(UTC).date().isoformat(),
        "runs": runs,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "profile": {"kbit_s": KBIT_S, "latency_ms": LATENCY_MS, "cpu_slowdown": CPU_SLOWDOWN, "width": WIDTH},
        "budgets": BUDGETS,
        "pages": pages,
        "next_budgets": NEXT_BUDGETS,
        "next_candidate": following,
    }
    report["missed"] = missed(report)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1) + "\n")
    return report


def missed(report: dict[str, Any]) -> list[str]:
    """ "home.lcp_ms" and the like: medians above their budget."""
    over = [f"{page}.{key}" for page, row in report["pages"].items() for key, most in BUDGETS.items() if row[key] > most]
    following = report["next_candidate"]
    return over + [f"next_candidate.{key}" for key, most in NEXT_BUDGETS.items() if following[key] > most]


@contextmanager
def served(say: Callable[[str], object]) -> Iterator[tuple[str, str]]:
    """A Tepat of its own with the demo: its address and the recruiter's sign-in link."""
    with tempfile.TemporaryDirectory(prefix="tepat-bench-") as home, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        say("Menyiapkan Tepat contoh … / preparing a demo …")
        env = {k: v for k, v in os.environ.items() if not k.startswith("TEPAT_")}
        command = [sys.executable, "-m", "tepat", "serve", "--port", str(port), "--home", home]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)
        try:
            base, link = "", ""
            for line in server.stdout or ():
                base = line.split()[-1].rstrip("/") if line.startswith("Tepat:") else base
                link = line.split()[-1] if "recruiter" in line else link
                if "Ctrl-C" in line:
                    break
            else:
                raise SystemExit("Tepat tidak mau jalan / Tepat did not start")
            yield base, link
        finally:
            server.terminate()
            server.wait(30)


def addresses(browser: Browser, base: str) -> dict[str, str]:
    """The pages that strangers open first, found as strangers find them."""
    page = browser.new_page()
    page.goto(f"{base}/loker/")
    posting = page.locator("article.job a").first.get_attribute("href") or ""
    page.goto(base + posting)
    organization = page.locator("main a[href^='/perusahaan/']").first.get_attribute("href") or ""
    page.close()
    return {
        "home": "/",
        "results": "/loker/",
        "search": "/loker/?q=it+support+bandung",
        "posting": posting,
        "organization": organization,
    }


def first_and_repeat(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": WIDTH, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True)
    context.add_init_script(WATCH)
    first, sent, requests = open_slowly(context, address)
    _, again, _ = open_slowly(context, address)
    context.close()
    return {
        "fcp_ms": first["fcp"],
        "lcp_ms": first["lcp"],
        "tti_ms": max(first["fcp"], first["busyUntil"]),
        "cls": first["cls"],
        "requests": requests,
        "first_bytes": sent,
        "repeat_bytes": again,
    }


def open_slowly(context: BrowserContext, address: str) -> tuple[dict[str, float], int, int]:
    """What the page saw of itself; bytes received, headers too; requests that left the machine's cache."""
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    sizes = counted(cdp)
    throughput = KBIT_S * 1000 / 8
    conditions = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": throughput, "uploadThroughput": throughput}
    cdp.send("Network.emulateNetworkConditions", conditions)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    page.goto(address, wait_until="networkidle", timeout=60_000)
    page.wait_for_timeout(SETTLED_MS)
    seen = page.evaluate("window.seen")
    page.close()
    return seen, sum(sizes), sum(size > 0 for size in sizes)


def counted(cdp: CDPSession) -> list[int]:
    """A list that grows by the bytes of each answer; 0 for one that came from the cache."""
    sizes: list[int] = []
    cdp.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    cdp.send("Network.enable")
    return sizes


def next_candidates(browser: Browser, link: str) -> dict[str, float]:
    """Key J, a dozen times, each after a moment of reading: ms until the next name is painted, bytes that each one costs."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(link)
    page.locator("main form button").first.click()
    page.wait_for_url("**/rekrut/")
    page.goto(longest_queue(page))
    page.locator("triage-desk:defined").wait_for()
    page.wait_for_load_state("networkidle")
    sizes = counted(context.new_cdp_session(page))
    times = []
    for _ in range(min(CANDIDATES, page.locator(".person").count() - 1)):
        page.wait_for_timeout(READING_MS)
        times.append(key_to_name(page))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED_MS)
    context.close()
    return {
        "candidates": len(times),
        "key_to_name_ms": round(statistics.median(times), 1),
        "slowest_ms": round(max(times), 1),
        "bytes": round(sum(sizes) / len(times)),
    }


def longest_queue(page: Page) -> str:
    """The triage with the most people in its queue."""
    base = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
    found = {str(link.get_attribute("href")).split("?")[0] for link in page.locator("main a[href*='/triase/']").all()}
    lengths = {}
    for path in sorted(found):
        page.goto(base + path)
        lengths[base + path] = page.locator(".person").count()
    return max(lengths, key=lambda address: lengths[address])


def key_to_name(page: Page) -> float:
    page.evaluate(f"window.armed = false; window.shown = {NEXT_NAME}; undefined")
    page.keyboard.press("j")
    return float(page.evaluate("window.shown"))


def medians(rows: list[dict[str, float]]) -> dict[str, float]:
    kept = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
    return {key: round(value, 3 if key == "cls" else None) for key, value in kept.items()}


if __name__ == "__main__":
    began = time.monotonic()
    print(json.dumps(measure(runs=5, say=print), indent=1))
    print(f"{time.monotonic() - began:.0f} s")
