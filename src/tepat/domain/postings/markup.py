"""Adverts that arrive as schema.org markup, alone or in a saved page, as the words they say."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from tepat.domain.postings.document import find_job_posting, job_posting_text

MOST = 2_000_000
"""Characters of a page that are looked through."""
_SCRIPT = "application/ld+json"


class _Scripts(HTMLParser):
    """Collects the bodies of the page's JSON-LD scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = next((value or "" for name, value in attrs if name == "type"), "")
        self._inside = tag == "script" and kind.split(";")[0].strip().casefold() == _SCRIPT
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def advert_of_markup(text: str) -> str | None:
    """The advert that `text` marks up as a JobPosting (JSON, or a page with JSON-LD); None where it holds none."""
    head = text.lstrip("\ufeff \t\r\n")[:1]
    if head in {"{", "["}:
        return _advert(text.lstrip("\ufeff"))
    if head != "<" or _SCRIPT not in text[:MOST].casefold():
        return None
    page = _Scripts()
    page.feed(text[:MOST])
    page.close()
    return next((advert for script in page.found if (advert := _advert(script)) is not None), None)


def _advert(written: str) -> str | None:
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        return None
    found: Mapping[str, Any] | None = find_job_posting(value)
    return job_posting_text(found) if found is not None else None
