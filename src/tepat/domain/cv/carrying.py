"""Corrections carried over to a new reading of the same CV: they follow what they speak of, wherever it stands in the lists now.

A pointer such as /work/1/position counts places of the reading it was made on. When a better reader finds one job more, or puts
the lists in another order, the same pointer would mean another job.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tepat.domain.cv.corrections import LISTS, Correction, Document, laid_over

NOWHERE = ""
"""The pointer of a correction that has nothing left to correct: what it took out is no longer read."""
MARKS: dict[str, tuple[tuple[str, int], ...]] = {
    "work": (("name", 2), ("position", 2), ("startDate", 2), ("endDate", 1)),
    "education": (("institution", 2), ("studyType", 1), ("area", 1), ("endDate", 1)),
    "skills": (("id", 2), ("name", 2)),
    "certificates": (("name", 2),),
    "languages": (("language", 2),),
}
"""What tells items of a list apart, with its weight."""
SAME: dict[str, int] = {"work": 3, "education": 2, "skills": 2, "certificates": 2, "languages": 2}
"""Weight from which two items are taken for the same."""


def carried(corrections: Iterable[Correction], *, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Correction]:
    """The same corrections, one for one and in order, with pointers into the reading `after`.

    A correction of something that is not read any more brings it back as people had it: they vouched for it. One that took it
    out then points NOWHERE. With `before` equal to `after` nothing changes.
    """
    known = list(corrections)
    places = {name: _Places(name, before, after, known) for name in LISTS}
    return [_carry(correction, places) for correction in known]


class _Places:
    """Where each item of one list stands in the new reading."""

    def __init__(self, name: str, before: Mapping[str, Any], after: Mapping[str, Any], corrections: Sequence[Correction]) -> None:
        read: list[Any] = list(before.get(name) or [])
        self.name = name
        self.as_people_had_it: list[Any] = laid_over(before, corrections)[name]
        self.fresh: list[Any] = list(after.get(name) or [])
        self.taken: set[int] = set()
        self.to: dict[int, int | None] = {}
        self.appended = 0
        self.seen = len(read)
        if read == self.fresh:
            self.to = {n: n for n in range(len(read))}
            self.taken = set(self.to)
            return
        # The likest pairs first, so that an item never takes the place of one that fits better.
        pairs = [(self._likeness(n, item, new), -n, -m) for n, item in enumerate(read) for m, new in enumerate(self.fresh)]
        for likeness, n, m in sorted(pairs, reverse=True):
            if likeness >= SAME[name] and -n not in self.to and -m not in self.taken:
                self.to[-n] = -m
                self.taken.add(-m)

    def _likeness(self, n: int, item: Any, new: Any) -> int:
        corrected = self.as_people_had_it[n]
        return max(likeness(self.name, item, new), likeness(self.name, corrected, new))

    def append(self, value: Any) -> int | None:
        """Notes an item that people added; its place if the reader now finds it by itself, else None (it goes to the end)."""
        old, self.seen = self.seen, self.seen + 1
        found = next((m for m, new in enumerate(self.fresh) if m not in self.taken and self._same(value, new)), None)
        if found is not None:
            self.taken.add(found)
            self.to[old] = found
        else:
            self.to[old] = self.end()
        return found

    def _same(self, value: Any, new: Any) -> bool:
        return likeness(self.name, value, new) >= SAME[self.name]

    def end(self) -> int:
        """A new place behind everything."""
        self.appended += 1
        return len(self.fresh) + self.appended - 1


def likeness(name: str, one: Any, other: Any) -> int:
    """Weight of what two items of a list share, said the same but for case and spaces; 0 where one of them is no item."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return 0
    return sum(weight for key, weight in MARKS[name] if _words(one.get(key)) and _words(one.get(key)) == _words(other.get(key)))


def _words(value: Any) -> str:
    return " ".join(str(value).casefold().split()) if value is not None else ""


def _carry(correction: Correction, places: Mapping[str, _Places]) -> Correction:
    path, value = correction
    head, _, rest = path.removeprefix("/").partition("/")
    if head not in places:
        return correction
    place, (key, _, field) = places[head], rest.partition("/")
    if key == "-":
        found = place.append(value)
        return (f"/{head}/-" if found is None else f"/{head}/{found}"), value
    if not key.isdigit():
        return correction
    return _moved(place, int(key), field, value)


def _moved(place: _Places, old: int, field: str, value: Any) -> Correction:
    new = place.to.get(old)
    if new is not None:
        return f"/{place.name}/{new}" + (f"/{field}" if field else ""), value
    if value is None and not field:
        return NOWHERE, None
    whole: Document | None = place.as_people_had_it[old] if old < len(place.as_people_had_it) else None
    if whole is None:
        return NOWHERE, value  # people took it out later, and it is not read any more
    place.to[old] = place.end()
    return f"/{place.name}/-", whole if field else value
