"""Reads the guides of `tepat/knowledge/guides/` into domain values: one file per occupation, when it is asked for.

Guides are apart from the rest of the knowledge: only pages need them, so a command that ranks CVs never parses them, and
a new word in a guide makes no stored reading old.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast, get_args

from tepat.adapters.knowledge import KnowledgeError
from tepat.domain.occupations.guide import (
    Answer,
    Contrast,
    Dimension,
    DimensionKey,
    Direction,
    Fitting,
    Guide,
    Handling,
    Hour,
    Level,
    Named,
    Neighbour,
    Point,
    Route,
    Situation,
    Soft,
    Ticket,
    Trait,
)
from tepat.domain.occupations.occupation import Statement
from tepat.domain.occupations.shelf import Opening

Table = Mapping[str, Any]
T = TypeVar("T")
FOLDER = files("tepat") / "knowledge" / "guides"


@cache
def guide_ids() -> tuple[str, ...]:
    """Occupations that have a guide, by id, in the order of the alphabet; no file is read."""
    names = (entry.name for entry in FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name != "traits.toml"))


@cache
def load_opening(occupation: str) -> Opening | None:
    """The first lines of a guide, up to its first list; None where there is none."""
    if occupation not in guide_ids():
        return None
    name = f"{occupation}.toml"
    head, _lists, _rest = (FOLDER / name).read_bytes().partition(b"\n[[")
    try:
        table = tomllib.loads(head.decode())
        motto, summary = (_said(f"{occupation}.{key}", table[key]) for key in ("motto", "summary"))
        return Opening(occupation, table["checked"], motto, summary)
    except (KeyError, TypeError, ValueError) as reason:
        raise KnowledgeError(f"knowledge/guides/{name}: {reason!r}") from reason


class GuideFolder:
    """The guides that come with the package, as a `GuideShelf`."""

    def ids(self) -> tuple[str, ...]:
        return guide_ids()

    def opening(self, occupation: str) -> Opening | None:
        return load_opening(occupation)

    def guide(self, occupation: str) -> Guide | None:
        return load_guide(occupation)


@cache
def load_guide(occupation: str) -> Guide | None:
    """The guide of an occupation; None where there is none. KnowledgeError names the file that is wrong, and where."""
    return read_guide(FOLDER, occupation) if occupation in guide_ids() else None


def read_guide(folder: Traversable, occupation: str) -> Guide:
    """One guide from a folder that holds `traits.toml` too."""
    name = f"{occupation}.toml"
    table = _table(folder / name, name)
    if table.get("occupation") != occupation:
        raise KnowledgeError(f"knowledge/guides/{name}: the file must say occupation = {occupation!r}")
    try:
        return _Reader(occupation, read_traits(folder)).guide(table)
    except (KeyError, TypeError, AttributeError, ValueError) as reason:
        raise KnowledgeError(f"knowledge/guides/{name}: {reason!r}") from reason


def read_traits(folder: Traversable) -> dict[str, Trait]:
    """Soft skills by key, as `traits.toml` names them."""
    table = _table(folder / "traits.toml", "traits.toml")
    return {key: Trait(key, _said(f"trait.{key}", entry)) for key, entry in table["traits"].items()}


def _table(file: Traversable, name: str) -> Table:
    try:
        table = tomllib.loads(file.read_bytes().decode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise KnowledgeError(f"knowledge/guides/{name}: {reason}") from reason
    for key in ("source", "licence"):
        if not isinstance(table.get(key), str):
            raise KnowledgeError(f'knowledge/guides/{name}: the file must name its {key}, such as {key} = "…"')
    return table


def _said(key: str, entry: Table, prefix: str = "", source: str | None = None) -> Statement:
    """A sentence; ValueError where it lacks a language or its source. `prefix` picks `why_id` and `why_en` of an entry."""
    indonesian, english = entry.get(f"{prefix}id"), entry.get(f"{prefix}en")
    if not (isinstance(indonesian, str) and isinstance(english, str) and indonesian.strip() and english.strip()):
        raise ValueError(f"{key}: {prefix}id and {prefix}en must both say something")
    named = source or entry.get("source")
    if not (isinstance(named, str) and named.strip()):
        raise ValueError(f"{key}: says no source")
    return Statement(key, indonesian, english, named)


def _one_of(value: object, allowed: object, key: str) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"{key}: {value!r} is none of {', '.join(map(str, get_args(allowed)))}")
    return value


@dataclass(frozen=True, slots=True)
class _Reader:
    """Keys of statements begin with the occupation's id."""

    occupation: str
    traits: Mapping[str, Trait]

    def guide(self, table: Table) -> Guide:
        return Guide(
            occupation=self.occupation,
            checked=table["checked"],
            motto=_said(self._key("motto"), table["motto"]),
            summary=_said(self._key("summary"), table["summary"]),
            day=self._each(table, "day", lambda key, entry: Hour(entry["time"], _said(key, entry))),
            duties=self._each(table, "duties", _said),
            tools=self._each(table, "tools", _named),
            tickets=self._each(table, "tickets", _ticket),
            technical=self._each(table, "technical", _said),
            soft=self._each(table, "soft", lambda key, entry: Soft(self.traits[entry["trait"]], _said(key, entry))),
            education=self._each(table, "education", _said),
            certificates=self._each(table, "certificates", _named),
            suits=self._each(table, "suits", lambda key, entry: Point(entry["key"], _said(key, entry))),
            unsuited=self._each(table, "unsuited", lambda key, entry: Point(entry["key"], _said(key, entry))),
            misconceptions=self._each(table, "misconceptions", _contrast),
            expectations=self._each(table, "expectations", _contrast),
            neighbours=self._each(table, "neighbours", lambda key, entry: Neighbour(entry["to"], _said(key, entry))),
            routes=self._each(table, "routes", _route),
            dimensions=self._dimensions(table.get("dimensions", {})),
            situations=self._each(table, "situations", _situation),
        )

    def _key(self, rest: str) -> str:
        return f"{self.occupation}.{rest}"

    def _each(self, table: Table, section: str, make: Callable[[str, Table], T]) -> tuple[T, ...]:
        entries: Iterable[Table] = table.get(section, ())
        return tuple(make(self._key(f"{section}-{number}"), entry) for number, entry in enumerate(entries, 1))

    def _dimensions(self, entries: Table) -> tuple[Dimension, ...]:
        known = cast("tuple[DimensionKey, ...]", get_args(DimensionKey))
        if unknown := entries.keys() - set(known):
            raise ValueError(f"dimensions: {', '.join(sorted(unknown))} is none of {', '.join(known)}")
        return tuple(_dimension(key, self._key(f"dimension.{key}"), entries[key]) for key in known if key in entries)


def _named(key: str, entry: Table) -> Named:
    """Something with a name of its own; where the name holds Indonesian words, `name_en` says it in English."""
    words = _said(key, entry)
    return Named(Statement(f"{key}.name", entry["name"], entry.get("name_en", entry["name"]), words.source), words)


def _dimension(name: DimensionKey, key: str, entry: Table) -> Dimension:
    return Dimension(name, _said(f"{key}.lead", entry, "lead_"), _said(key, entry), entry.get("at"))


def _ticket(key: str, entry: Table) -> Ticket:
    return Ticket(_one_of(entry["level"], Level, key), _one_of(entry["handling"], Handling, key), _said(key, entry))


def _contrast(key: str, entry: Table) -> Contrast:
    return Contrast(_said(f"{key}.said", entry, "said_"), _said(key, entry))


def _route(key: str, entry: Table) -> Route:
    return Route(_one_of(entry["direction"], Direction, key), entry.get("occupation"), _said(key, entry))


def _situation(key: str, entry: Table) -> Situation:
    source = entry.get("source")
    yes, partly, no = (
        Answer(fitting, _said(f"{key}.{fitting}", entry[fitting], source=source))
        for fitting in cast("tuple[Fitting, ...]", get_args(Fitting))
    )
    return Situation(
        key=entry["key"],
        about=entry["about"],
        core=entry.get("core", False),
        words=_said(key, entry),
        answers=(yes, partly, no),
        why=_said(f"{key}.why", entry, "why_"),
        change=_said(f"{key}.change", entry, "change_"),
    )
