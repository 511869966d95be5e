"""Builds the engines that the options choose and hands them to the services."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tepat.config import options
from tepat.services import engines

if TYPE_CHECKING:
    from tepat.adapters.extract.sandbox import Sandbox
    from tepat.domain.cv.read import CVReader
    from tepat.domain.documents import ArchiveReader, PageDrawer, TextExtractor
    from tepat.domain.knowledge import Knowledge
    from tepat.domain.occupations.shelf import GuideShelf
    from tepat.domain.search import SearchIndex


def install() -> None:
    """Makes the engines known; each is built when it is first asked for."""
    engines.install(
        knowledge=_knowledge,
        reader=_reader,
        extractor=_extractor,
        archives=_archives,
        index=_index,
        drawer=_drawer,
        guides=_guides,
    )


@cache
def _knowledge() -> Knowledge:
    from tepat.adapters.knowledge import load_knowledge

    return load_knowledge()


@cache
def _sandbox() -> Sandbox:
    from tepat.adapters.extract.sandbox import Sandbox

    return Sandbox()


def _guides() -> GuideShelf:
    from tepat.adapters.guides import GuideFolder

    return GuideFolder()


def _drawer() -> PageDrawer:
    return _sandbox()


def _reader() -> CVReader:
    return _sandbox()


def _extractor() -> TextExtractor:
    return _sandbox()


def _archives() -> ArchiveReader:
    from tepat.adapters.extract.bundles import ZipArchives

    return ZipArchives()


@cache
def _index() -> SearchIndex:
    if options.read("SEARCH_URL") == "memory://":
        from tepat.adapters.search.memory import MemoryIndex

        return MemoryIndex()
    from tepat.adapters.search.tantivy import TantivyIndex

    return TantivyIndex(options.home() / "index")
