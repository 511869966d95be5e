"""Reads `tepat/knowledge/` into domain values: once per process, whole or not at all."""

import csv
import hashlib
import io
import re
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeVar, get_args

import numpy as np

from tepat.domain.knowledge import CertificateKind, Knowledge, Source
from tepat.domain.language.places import Place
from tepat.domain.occupations.model import RoleModel, model_of
from tepat.domain.occupations.occupation import EdgeKind, Occupation, OccupationEdge, Statement
from tepat.domain.skills import Skill

Table = Mapping[str, Any]
T = TypeVar("T")
WEIGHTS = {"defining": 12.0, "decisive": 4.0, "strong": 2.0, "weak": 1.0, "against": -2.0}
"""Tiers of signals, as the files name them, and what one mention weighs."""
_KINDS: dict[str, Literal["province", "city", "regency"]] = {"province": "province", "city": "city", "regency": "regency"}


class KnowledgeError(ValueError):
    """A knowledge file that cannot be used; the message names the file and what is wrong with it."""


@cache
def load_knowledge() -> Knowledge:
    """All knowledge shipped with the package. KnowledgeError names the file that is wrong."""
    return read_knowledge(files("tepat") / "knowledge")


def read_knowledge(folder: Traversable) -> Knowledge:
    """Knowledge from a folder laid out as `tepat/knowledge`."""
    contents = dict(sorted(_walk(folder)))
    tables = {name: _table(name, data) for name, data in contents.items() if name.endswith(".toml")}
    education, certificates = tables.get("education.toml", {}), tables.get("certificates.toml", {})
    kinds = _each("certificates.toml", certificates.get("certificates", {}), _certificate)
    model = read_model(folder / "model" / "roles.npz")
    return Knowledge(
        version=_version(contents | {"model": model.digest.encode() if model else b""}),
        model=model,
        skills=_merge(tables, "skills/", _skills),
        occupations=_merge(tables, "occupations/", _occupation),
        places=_places(tables.get("places/places.toml", {}), contents.get("places/places.csv", b"")),
        majors={name: _list(value) for name, value in education.get("majors", {}).items()},
        major_groups={name: _list(value) for name, value in education.get("groups", {}).items()},
        certificates={name: kind.aliases for name, kind in kinds.items()},
        certificate_kinds=kinds,
        areas={name: _list(value) for name, value in tables.get("places/places.toml", {}).get("areas", {}).items()},
        sources=_each("sources.toml", tables.get("sources.toml", {}).get("sources", {}), _source),
    )


def read_model(file: Traversable) -> RoleModel | None:
    """The trained model, or None where there is none. KnowledgeError where the file cannot be used."""
    if not file.is_file():
        return None
    data = file.read_bytes()
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return model_of(arrays, hashlib.sha256(data).hexdigest())
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as reason:
        raise KnowledgeError(f"knowledge/model/roles.npz: {reason}") from reason


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "guides":  # pages alone read guides, one at a time: adapters/guides.py
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".toml", ".csv")):
            yield prefix + entry.name, entry.read_bytes()


def _version(contents: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in contents.items():
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:16]


def _table(name: str, data: bytes) -> Table:
    try:
        table = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise KnowledgeError(f"knowledge/{name}: {reason}") from reason
    for key in ("source", "licence"):
        if not isinstance(table.get(key), str):
            raise KnowledgeError(f'knowledge/{name}: the file must name its {key}, such as {key} = "…"')
    return table


def _list(value: str) -> tuple[str, ...]:
    """Lists are written as one string with bars between: they parse ten times as quickly and read better."""
    return tuple(part for part in (piece.strip() for piece in value.split("|")) if part)


def _each(name: str, entries: Mapping[str, Any], make: Callable[[str, Table], T]) -> dict[str, T]:
    made = {}
    for key, entry in entries.items():
        try:
            made[key] = make(key, entry)
        except (KeyError, TypeError, AttributeError, ValueError) as reason:
            raise KnowledgeError(f"knowledge/{name}: {key}: {reason!r}") from reason
    return made


def _merge(tables: Mapping[str, Table], prefix: str, read: Callable[[str, Table], Mapping[str, T]]) -> dict[str, T]:
    """All files of one folder in one mapping; an id that stands twice is an error."""
    merged: dict[str, T] = {}
    for name, table in tables.items():
        if not name.startswith(prefix):
            continue
        found = read(name, table)
        if twice := merged.keys() & found.keys():
            raise KnowledgeError(f"knowledge/{name}: already stands in another file: {', '.join(sorted(twice))}")
        merged.update(found)
    return merged


def _skills(name: str, table: Table) -> dict[str, Skill]:
    kind = table.get("kind", "technical")

    def make(key: str, entry: Table) -> Skill:
        return Skill(
            id=key,
            name=entry["name"],
            kind=entry.get("kind", kind),
            aliases=_list(entry.get("aliases", "")),
            case_sensitive=_list(entry.get("cased", "")),
            implies=_list(entry.get("implies", "")),
            ignore=_list(entry.get("ignore", "")),
            listed=_list(entry.get("listed", "")),
        )

    skills = table.get("skills", {})
    members = {key: member for parent, entry in skills.items() for key, member in _members(parent, entry)}
    return {**_each(name, members, make), **_each(name, skills, make)}


def _members(parent: str, entry: Table) -> Iterator[tuple[str, Table]]:
    """Products of a kind ("Jest | Katalon = Katalon Studio"): skills that imply the kind; other spellings after "="."""
    for member in _list(entry.get("members", "")):
        name, *others = (word.strip() for word in member.split("="))
        key = re.sub(r"[^a-z0-9]+", "-", name.casefold().replace("+", "-plus")).strip("-")
        yield (
            key,
            {
                "name": name,
                "aliases": " | ".join(others),
                "implies": parent,
                **({"kind": entry["kind"]} if "kind" in entry else {}),
            },
        )


def _occupation(name: str, table: Table) -> dict[str, Occupation]:
    def make(key: str, entry: Table) -> Occupation:
        return Occupation(
            id=key,
            name_id=entry["name_id"],
            name_en=entry["name_en"],
            printed_as=entry.get("printed_as", key),
            family=entry["family"],
            aliases=_list(entry.get("aliases", "")),
            codes=tuple(sorted(entry.get("codes", {}).items())),
            duties=_statements(key, entry.get("duties", ())),
            signals=tuple(_signals(entry.get("signals", {}))),
            skills=_list(entry.get("skills", "")),
            edges=tuple(_edges(key, entry)),
            short_names=_list(entry.get("short_names", "")),
        )

    return _each(name, table.get("occupations", {}), make)


def _statements(key: str, entries: Iterable[Table]) -> tuple[Statement, ...]:
    return tuple(_statement(f"{key}.duty-{number}", entry) for number, entry in enumerate(entries, 1))


def _statement(key: str, entry: Table) -> Statement:
    return Statement(id=key, text_id=entry["id"], text_en=entry["en"], source=entry["source"])


def _signals(tiers: Table) -> Iterator[tuple[str, float]]:
    for tier, phrases in tiers.items():
        if tier not in WEIGHTS:
            raise ValueError(f"unknown tier of signals {tier!r}; known are {', '.join(WEIGHTS)}")
        for phrase in _list(phrases):
            yield phrase, WEIGHTS[tier]


def _edges(key: str, entry: Table) -> Iterator[OccupationEdge]:
    for edge in entry.get("edges", ()):
        kind, to = edge["kind"], edge["to"]
        if kind not in get_args(EdgeKind):
            raise ValueError(f"unknown kind of edge {kind!r}")
        yield OccupationEdge(kind, to, _statement(f"{key}.{kind}.{to}", edge) if "id" in edge else None)


def _certificate(key: str, entry: Table) -> CertificateKind:
    return CertificateKind(key, entry.get("issuer"), _list(entry.get("aliases", "")), _list(entry.get("skills", "")))


def _source(key: str, entry: Table) -> Source:
    return Source(key, entry["title"], entry["citation"], entry["licence"])


def _places(table: Table, data: bytes) -> tuple[Place, ...]:
    aliases = {code: _list(value) for code, value in table.get("aliases", {}).items()}
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    if unknown := aliases.keys() - {row["code"] for row in rows}:
        raise KnowledgeError(f"knowledge/places/places.toml: no such place: {', '.join(sorted(unknown))}")
    regions = {row["code"]: row["name"] for row in rows if row["kind"] == "province"}
    return tuple(
        Place(row["code"], row["name"], _KINDS[row["kind"]], regions[row["code"][:2]], aliases.get(row["code"], ()))
        for row in rows
    )
