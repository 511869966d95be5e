"""The engines that services work with: config hands them in at start, services ask for them by port."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tepat.domain.cv.read import CVReader
    from tepat.domain.documents import ArchiveReader, PageDrawer, TextExtractor
    from tepat.domain.knowledge import Knowledge
    from tepat.domain.occupations.shelf import GuideShelf
    from tepat.domain.search import SearchIndex


@dataclass(slots=True)
class _Engines:
    knowledge: Callable[[], Knowledge]
    reader: Callable[[], CVReader]
    extractor: Callable[[], TextExtractor]
    archives: Callable[[], ArchiveReader]
    index: Callable[[], SearchIndex]
    drawer: Callable[[], PageDrawer]
    guides: Callable[[], GuideShelf]


_installed: list[_Engines] = []


def install(
    *,
    knowledge: Callable[[], Knowledge],
    reader: Callable[[], CVReader],
    extractor: Callable[[], TextExtractor],
    archives: Callable[[], ArchiveReader],
    index: Callable[[], SearchIndex],
    drawer: Callable[[], PageDrawer],
    guides: Callable[[], GuideShelf],
) -> None:
    """Replaces the engines; each factory is called when its engine is needed."""
    _installed[:] = [_Engines(knowledge, reader, extractor, archives, index, drawer, guides)]


def knowledge() -> Knowledge:
    """What Tepat knows of skills, occupations and places."""
    return _installed[0].knowledge()


def guides() -> GuideShelf:
    """The guides to occupations."""
    return _installed[0].guides()


def reader() -> CVReader:
    """Reads CVs in a sandbox."""
    return _installed[0].reader()


def extractor() -> TextExtractor:
    """Turns files into text in a sandbox."""
    return _installed[0].extractor()


def drawer() -> PageDrawer:
    """Draws pages in a sandbox."""
    return _installed[0].drawer()


def archives() -> ArchiveReader:
    """Takes ZIP files apart."""
    return _installed[0].archives()


def index() -> SearchIndex:
    """The index of live postings and of people who may be found."""
    return _installed[0].index()
