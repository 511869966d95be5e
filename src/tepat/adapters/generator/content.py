"""The generator's words as values, read once from its TOML files."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Career:
    """What CVs of one line of work say; `duties` are (Indonesian, English), `skills` are (canonical, surface forms …).

    `before`: the career in which people begin who come to this one late; itself where they begin in it.
    """

    id: str
    titles_id: tuple[str, ...]
    titles_en: tuple[str, ...]
    duties: tuple[tuple[str, str], ...]
    skills: tuple[tuple[str, ...], ...]
    certificates: tuple[str, ...]
    before: str


@dataclass(frozen=True, slots=True)
class NamePattern:
    """How names of one region are formed: one word of each list, in order; `one` holds complete one-word names."""

    share: int
    male: tuple[tuple[str, ...], ...]
    female: tuple[tuple[str, ...], ...]
    one: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    careers: Mapping[str, Career]
    names: tuple[NamePattern, ...]
    words: Mapping[str, tuple[str, ...]]
    majors: Mapping[str, tuple[tuple[str, str], ...]]
    places: tuple[tuple[str, str], ...]
    mail_domains: tuple[str, ...]
    phone_prefixes: tuple[str, ...]
    mentions: Mapping[str, tuple[str, ...]]


def read_toml(relative: str) -> dict[str, Any]:
    """One of the generator's own files; a broken one is a bug and raises."""
    return tomllib.loads((FOLDER / relative).read_text(encoding="utf-8"))


@cache
def load_content() -> Content:
    """All words of the generator."""
    persons = read_toml("data/persons.toml")
    return Content(
        careers={row["id"]: career_of(row) for row in read_toml("data/careers.toml")["career"]},
        names=tuple(pattern_of(row) for row in persons["people"]),
        words={key: tuple(values) for key, values in persons["words"].items()},
        majors={key: pairs_of(rows) for key, rows in persons["majors"].items()},
        places=pairs_of(persons["places"]["list"]),
        mail_domains=tuple(persons["mail"]["domains"]),
        phone_prefixes=tuple(persons["phone"]["prefixes"]),
        mentions={name: tuple(phrases) for name, phrases in read_toml("data/mentions.toml")["mentions"].items()},
    )


def career_of(row: Mapping[str, Any]) -> Career:
    return Career(
        id=row["id"],
        titles_id=tuple(row["titles_id"]),
        titles_en=tuple(row["titles_en"]),
        duties=pairs_of(row["duties"]),
        skills=tuple(tuple(skill) for skill in row["skills"]),
        certificates=tuple(row["certificates"]),
        before=row.get("before", row["id"]),
    )


def pattern_of(row: Mapping[str, Any]) -> NamePattern:
    return NamePattern(
        share=row["share"],
        male=tuple(tuple(part) for part in row["male"]),
        female=tuple(tuple(part) for part in row["female"]),
        one=tuple(row.get("one", ())),
    )


def pairs_of(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in rows)
