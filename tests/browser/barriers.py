"""What axe (WCAG 2.2 AA) and a look at the width find on a page, and which screens are examined in which looks."""

import os
from collections.abc import Sequence
from itertools import product
from random import Random
from typing import Any

import pytest

from tepat.models import Account

axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
LOOKS = ((360, "light", "id"), (1280, "dark", "id"), (360, "dark", "en"), (1280, "light", "en"))
"""(width, theme, language): each pair of two values stands in one of them."""
ALL_LOOKS = tuple(product((360, 1280), ("light", "dark"), ("id", "en")))
Look = tuple[int, str, str]


def barriers(page: Any, *, advice: bool = True) -> list[str]:
    """One line a fault, with the address; `advice` adds axe's best practice to the standard."""
    rules = {"runOnly": [*WCAG, "best-practice"] if advice else list(WCAG), "resultTypes": ["violations"]}
    found = axe_playwright.Axe().run(page, options=rules).response["violations"]
    faults = [f"{page.url} {v['id']}: {[n['target'] for n in v['nodes']][:4]}" for v in found]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{page.url}: wider than the screen")
    return faults


def in_turn(screens: Sequence[str]) -> list[tuple[Look, Sequence[str]]]:
    """The looks with the screens to examine in each.

    A fixed half of the screens, each in one of four looks; `--long` takes all in all eight.
    """
    if os.environ.get("TEPAT_TEST_LONG"):
        return [(look, screens) for look in ALL_LOOKS]
    drawn = Random(len(screens)).sample(screens, (len(screens) + 1) // 2)  # noqa: S311 - a fixed sample
    return [(look, drawn[n :: len(LOOKS)]) for n, look in enumerate(LOOKS)]


def examine(open_as: Any, client: Any, screens: Sequence[str], *, height: int = 900) -> list[str]:
    """Opens the screens as `client` in their looks; the barriers found, each with its look."""
    faults = []
    page = open_as(client, "/healthz", height=height, service_workers="block")
    for (width, theme, language), chosen in in_turn(screens):
        Account.objects.update(language=language)
        page.context.add_cookies([{"name": "bahasa", "value": language, "url": page.url}])
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=theme)
        for screen in chosen:
            page.goto(screen)
            faults += [f"{width} {theme} {language} {fault}" for fault in barriers(page)]
    return faults
