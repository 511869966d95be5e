"""axe (WCAG 2.2 AA) on every page that somebody can open: both languages, both themes, a phone and a desk.

The pages come from the URL resolver and the world of the access matrix, so a new page is examined as soon as it has an address.
The normal run takes a sample, the same every time; `--long` takes all and writes what it saw to evals/reports/screens_axe.json.
"""

import fcntl
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from barriers import WCAG, barriers

from tepat.models import Account
from tepat.services.indexing import rebuild_index
from tepat.web.policies import THIRD_PARTY, policy_of, routes
from world_of_access import FACTORIES, WORD, World, a_world

pytestmark = pytest.mark.django_db(transaction=True)
WHO = ("anonymous", "jobseeker", "owner", "manager", "operator")
LOOKS = tuple(product(("id", "en"), ("light", "dark"), (360, 1280)))
SAMPLE = 12
REPORT = Path(__file__).parents[2] / "evals/reports/screens_axe.json"
Screen = tuple[str, str]


@pytest.fixture
def world(db) -> World:
    made = a_world()
    rebuild_index()
    return made


def screens(world: World) -> Iterator[Screen]:
    """(who, path) of each page: what is open to everyone once, as anonymous; the rest for each who gets it."""
    for pattern, _name, view in routes():
        for who in WHO:
            if policy_of(view) == "anyone" and who not in ("anonymous", "jobseeker"):
                continue
            if who == "jobseeker" and policy_of(view) == "anyone" and not view.__module__.startswith(tuple(THIRD_PARTY)):
                continue
            yield from ((who, path) for path in paths(world, pattern, who) if is_page(world, who, path))
    yield from ((who, "/tidak/ada/") for who in WHO)


def paths(world: World, pattern: str, who: str) -> Iterator[str]:
    words = WORD.findall(pattern)
    kind = next((k for start, word, k in FACTORIES if pattern.startswith(start) and word in words), "")
    query = f"?cv={world.own_cv[who]}" if "/lamar/" in pattern and who in world.own_cv else ""
    for thing in world.things.get(kind, []) if words else [None]:
        yield "/" + WORD.sub(lambda m, t=thing: str(t.words[m[1]]), pattern) + query


def is_page(world: World, who: str, path: str) -> bool:
    answer = world.client(who).get(path)
    if answer.streaming:
        list(answer.streaming_content)  # read to its end, a file is closed
    return answer.status_code in {200, 410} and answer.get("Content-Type", "").startswith("text/html")


def faults_on(open_as, world: World, wanted: dict[tuple[str, tuple[str, str, int]], list[str]]) -> list[str]:
    """What axe and a look at the width find, page by page."""
    faults = []
    for (who, (language, theme, width)), pages in wanted.items():
        Account.objects.update(language=language)
        page = open_as(
            world.client(who) if who in world.sessions else None,
            "/healthz",
            width=width,
            height=800,
            color_scheme=theme,
            service_workers="block",
        )
        page.context.add_cookies([{"name": "bahasa", "value": language, "url": page.url}])
        for path in pages:
            page.goto(path)
            # As tall as the page: what a bar covers until one scrolls is no small target.
            height = page.evaluate("Math.min(document.documentElement.scrollHeight + 100, 9000)")
            page.set_viewport_size({"width": width, "height": height})
            faults += [f"{who} {language} {theme} {width} {fault}" for fault in barriers(page, advice=False)]
            page.set_viewport_size({"width": width, "height": 800})
        page.context.close()
    return faults


def test_a_sample_of_all_screens_has_no_barrier(open_as, world):
    found = list(screens(world))
    assert {who for who, _path in found} == set(WHO)
    assert len(found) > 80
    chosen = random.Random(20261122).sample(  # noqa: S311 - a fixed sample, not a secret
        [(*s, look) for s in found for look in LOOKS], SAMPLE
    )
    wanted: dict[tuple[str, tuple[str, str, int]], list[str]] = {}
    for who, path, look in chosen:
        wanted.setdefault((who, look), []).append(path)
    assert "\n".join(faults_on(open_as, world, wanted)) == ""


def note(who: str, look: tuple[str, str, int], *, pages: int, faults: list[str]) -> None:
    """Puts one person's look at all their pages into the report; what earlier runs saw of others stays."""
    with REPORT.with_suffix(".lock").open("w") as lock:  # several processes may share the work
        fcntl.flock(lock, fcntl.LOCK_EX)
        _note(who, look, pages=pages, faults=faults)


def _note(who: str, look: tuple[str, str, int], *, pages: int, faults: list[str]) -> None:
    kept = json.loads(REPORT.read_text()) if REPORT.exists() else {"rules": WCAG, "looks": {}}
    seen = {"day": f"{datetime.now(tz=UTC):%Y-%m-%d}", "pages": pages, "faults": faults}
    kept["looks"][f"{who} {' '.join(map(str, look))}"] = seen
    kept["looks"] = dict(sorted(kept["looks"].items()))
    kept["pages"] = sum(entry["pages"] for entry in kept["looks"].values())
    kept["faults"] = sum(len(entry["faults"]) for entry in kept["looks"].values())
    REPORT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.long
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_no_screen_has_a_barrier(open_as, world, who, look):
    pages = [path for person, path in screens(world) if person == who]
    faults = faults_on(open_as, world, {(who, look): pages})
    note(who, look, pages=len(pages), faults=faults)
    assert "\n".join(faults) == ""
