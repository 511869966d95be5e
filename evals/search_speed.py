"""What `tepat bench search` measures: Tepat's index beside PostgreSQL and SQLite FTS5 on the same drawn adverts and searches.

Every engine gets the same ready terms; searches are put to the engines in turn, so that what slows the machine slows all alike;
totals must be equal. A full search is the top twenty, the exact total and three facets. Results go to evals/reports/search.json,
one entry a size, and into a plot of growth.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # so that evals.searching is found when this file is loaded by its path

from evals.searching.corpus import document, documents, pools  # noqa: E402
from evals.searching.page import write_page  # noqa: E402
from evals.searching.queries import Asked, searches  # noqa: E402

from tepat.adapters.search.tantivy import TantivyIndex  # noqa: E402
from tepat.domain.language.tokens import terms  # noqa: E402
from tepat.domain.search import Put  # noqa: E402

REPORT = ROOT / "evals" / "reports" / "search.json"
PEERS = ("PostgreSQL", "SQLite FTS5")
WARM, ILIKE_EVERY, FINDABLE = 100, 10, 60
MEMORY = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from evals.searching.corpus import pools
from evals.searching.queries import searches
from tepat.adapters.search.tantivy import TantivyIndex
asked = searches(300, pools(), corpus=int(sys.argv[3]), seed=7)
def held():
    lines = dict(l.split(":") for l in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return int(lines["Pss_Anon"].split()[0])
before = held()
index = TantivyIndex(Path(sys.argv[2]))
for a in asked:
    index.search(a.query())
print(held() - before)
"""


def measure(size: int, *, queries: int, peers: bool, say: Callable[[str], object]) -> dict[str, Any]:
    """One size: build, search, findability, memory; with the peers where they are asked for."""
    with tempfile.TemporaryDirectory(prefix="tepat-search-") as scratch:
        return _measured(Path(scratch), size, queries, peers=peers, say=say)


def _measured(scratch: Path, size: int, queries: int, *, peers: bool, say: Callable[[str], object]) -> dict[str, Any]:
    say("words …")
    drawn = pools()
    index = TantivyIndex(scratch / "index")
    report: dict[str, Any] = {"day": f"{datetime.now(tz=UTC):%Y-%m-%d}", "adverts": size, "queries": queries}
    report["making_terms_us"] = _making_terms(drawn)
    say(f"build {size} …")
    report["tepat"] = {"build_s": _build(index, size, drawn), "index_bytes": index.health().size_bytes}
    others = _peers(scratch) if peers else []
    for peer in others:
        say(f"build {peer.name} {peer.version} …")
        report[peer.name] = {"version": peer.version, "build_s": round(peer.build(documents(size, drawn)), 2)}
        if hasattr(peer, "index_bytes"):
            report[peer.name]["index_bytes"] = peer.index_bytes()
    asked = searches(queries + WARM, drawn, corpus=size, seed=3)
    say(f"search {queries} …")
    _time_searches(index, others, asked, report)
    say("findable …")
    report["tepat"]["findable_ms"] = _findable(index, scratch / "index", size, drawn)
    index.close()
    report["tepat"]["memory_kib"] = _memory(scratch / "index", size)
    for peer in others:
        peer.close()
    report["load"] = round(os.getloadavg()[0], 1)
    return report


def _peers(scratch: Path) -> list[Any]:
    from evals.searching.fts5 import Fts5
    from evals.searching.postgresql import PostgreSQL

    return [PostgreSQL(), Fts5(scratch)]


def _build(index: TantivyIndex, size: int, drawn: Any) -> float:
    """Seconds to build from ready documents; drawing them is taken off."""
    spent = 0.0

    def timed() -> Any:
        nonlocal spent
        for number in range(size):
            began = time.perf_counter()
            made = document(number, drawn, Random(f"1/{number}"))
            spent += time.perf_counter() - began
            yield made

    began = time.perf_counter()
    index.rebuild(timed(), seq=1)
    return round(time.perf_counter() - began - spent, 2)


def _time_searches(index: TantivyIndex, others: list[Any], asked: list[Asked], report: dict[str, Any]) -> None:
    times: dict[str, list[float]] = {"tepat": [], "tepat page": [], "ilike": [], **{peer.name: [] for peer in others}}
    by_kind: dict[str, dict[bool, list[float]]] = {name: {True: [], False: []} for name in times}

    def note(name: str, a: Asked, began: float) -> None:
        times[name].append((time.perf_counter() - began) * 1000)
        by_kind[name][a.every].append(times[name][-1])

    for n, a in enumerate(asked):
        began = time.perf_counter()
        page = index.search(a.query())
        counted = n >= WARM
        if counted:
            note("tepat", a, began)
        for peer in others:
            began = time.perf_counter()
            total, shown = peer.full(a)
            if counted:
                note(peer.name, a, began)
            if (total, shown) != (page.total, len(page.hits)):
                raise AssertionError(f"{peer.name} found {total}, Tepat {page.total}: {a}")
        if others and counted and n % ILIKE_EVERY == 0:
            began = time.perf_counter()
            others[0].ilike(a)
            note("ilike", a, began)
            began = time.perf_counter()
            index.search(a.query(faceted=False))
            note("tepat page", a, began)
    for name, spent in times.items():
        if spent:
            kinds = {"all terms": by_kind[name][True], "any term": by_kind[name][False]}
            report.setdefault(name, {})["full_ms"] = {"all": _summary(spent)} | {k: _summary(v) for k, v in kinds.items() if v}


def _summary(spent: list[float]) -> dict[str, float]:
    ordered = sorted(spent)
    return {"p50": round(statistics.median(ordered), 2), "p95": round(ordered[int(len(ordered) * 0.95)], 2), "n": len(ordered)}


FINDER = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tepat.adapters.search.tantivy import TantivyIndex
from tepat.domain.search import OneOf, Query
index = TantivyIndex(Path(sys.argv[2]))
index.search(Query(limit=1))
print("ready", flush=True)
for line in sys.stdin:
    wanted = Query(where=OneOf("source", (line.strip(),)), limit=1)
    while not index.search(wanted).total:
        time.sleep(0.002)
    print(time.time(), flush=True)
"""


def _findable(index: TantivyIndex, folder: Path, size: int, drawn: Any) -> dict[str, float]:
    """From the call that commits one new advert until another process finds it."""
    words = [sys.executable, "-c", FINDER, str(ROOT / "src"), str(folder)]
    spent = []
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as finder:
        assert finder.stdin
        assert finder.stdout
        finder.stdout.readline()
        for n in range(FINDABLE):
            new = document(size + n, drawn, Random(f"1/{size + n}"))
            new = type(new)(new.id, new.kind, new.texts, {**new.keywords, "source": (f"new-{n}",)}, new.numbers)
            finder.stdin.write(f"new-{n}\n")
            finder.stdin.flush()
            time.sleep(0.05)
            began = time.time()
            index.apply([Put(new)], seq=2 + n)
            spent.append((float(finder.stdout.readline()) - began) * 1000)
        finder.stdin.close()
    return _summary(spent)


def _memory(folder: Path, size: int) -> int:
    """KiB of anonymous memory (PSS) that opening the index and 300 searches add to a process."""
    words = [sys.executable, "-c", MEMORY, str(ROOT), str(folder), str(size)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return int(subprocess.run(words, check=True, capture_output=True, text=True, env=env).stdout)


def _making_terms(drawn: Any) -> float:
    """Microseconds to make the terms of one advert from its text, which no engine's time holds."""
    texts = [duty.text for pool in list(drawn.duties.values())[:40] for duty in pool.values[:10]]
    began = time.perf_counter()
    for text in texts:
        terms(text)
    return round((time.perf_counter() - began) / len(texts) * 7 * 1e6, 1)


def keep(report: dict[str, Any]) -> None:
    """Puts a size into the report and writes the page and its plot anew."""
    kept = json.loads(REPORT.read_text()) if REPORT.exists() else {}
    kept[str(report["adverts"])] = report
    kept = dict(sorted(kept.items(), key=lambda item: int(item[0])))
    REPORT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
    write_page(kept)
