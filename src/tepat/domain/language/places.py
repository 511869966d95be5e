"""Places of Indonesia, as written by people."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tepat.domain.documents import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A province, regency or city, with the code of the Ministry of Home Affairs ("32.73").

    `name` stands without "Kota" or "Kabupaten".
    """

    code: str
    name: str
    kind: Literal["province", "city", "regency"]
    region: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place found in a text: which, where, and how it was written (without "Kota" or "Kabupaten")."""

    place: Place
    span: Span
    written: str


_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_RANK = {"city": 0, "regency": 1, "province": 2}
LONGEST = 5


class PlaceIndex:
    """Finds places in short texts (an address, a label's value): the longest name first, cities before regencies."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_name: dict[tuple[str, ...], list[Place]] = {}
        for place in sorted(places, key=lambda p: (_RANK[p.kind], p.code)):
            for name in dict.fromkeys((place.name, *place.aliases)):
                self._by_name.setdefault(_key(name), []).append(place)
        self._first = frozenset(key[0] for key in self._by_name if key)

    def find(self, text: str) -> tuple[PlaceMention, ...]:
        """Places in `text`, in order, without overlap."""
        words = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
        found, at = [], 0
        while at < len(words):
            known_first = words[at][0] in self._first
            length = next((n for n in range(LONGEST, 0, -1) if self._named(words[at : at + n], n)), 0) if known_first else 0
            if length:
                span = Span(words[at][1], words[at + length - 1][2])
                kind = "regency" if at and words[at - 1][0] in {"kab", "kab.", "kabupaten"} else None
                known = self._named(words[at : at + length], length)
                place = next((p for p in known if p.kind == kind), known[0])
                found.append(PlaceMention(place, span, span.of(text)))
            at += length or 1
        return tuple(found)

    def _named(self, words: list[tuple[str, int, int]], length: int) -> list[Place]:
        return self._by_name.get(tuple(w[0] for w in words), []) if len(words) == length else []


def _key(name: str) -> tuple[str, ...]:
    return tuple(m.group().casefold() for m in _WORD.finditer(name))
