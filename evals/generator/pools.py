"""The words of one split, read from TOML: `dev` is for tuning, `held` is never tuned to."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

Split = Literal["dev", "held"]
FOLDER = Path(__file__).parent / "pools"


@dataclass(frozen=True)
class Profession:
    """`duties` are (Indonesian, English, skills shown); `skills` (canonical, written forms); `certificates` (name, issuer)."""

    id: str
    share: int
    majors: str
    levels: tuple[int, ...]
    titles: dict[str, tuple[str, ...]]
    duties: tuple[tuple[str, str, tuple[str, ...]], ...]
    skills: tuple[tuple[str, tuple[str, ...]], ...]
    certificates: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Pools:
    split: Split
    words: dict[str, Any]
    shared: dict[str, Any]
    professions: dict[str, Profession]

    def pick(self, random: Random, *path: str) -> Any:
        """One word of the list at `path` of the split's own words."""
        return random.choice(self.list(*path))

    def list(self, *path: str) -> Any:
        found: Any = self.words
        for key in path:
            found = found[key]
        return found


@cache
def load_pools(split: Split) -> Pools:
    rows = read(FOLDER / "professions.toml")
    return Pools(
        split=split,
        words=read(FOLDER / f"{split}.toml"),
        shared=read(FOLDER / "shared.toml"),
        professions={key: profession_of(key, row, split) for key, row in rows.items()},
    )


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def profession_of(key: str, row: dict[str, Any], split: Split) -> Profession:
    half = 0 if split == "dev" else 1
    return Profession(
        id=key,
        share=row["share"],
        majors=row["majors"],
        levels=tuple(row["levels"]),
        titles={language: tuple(words) for language, words in row["titles"][split].items()},
        duties=tuple(duty_of(line) for line in row["duties"][half::2]),
        skills=tuple(skill_of(line, half) for line in row["skills"]),
        certificates=tuple(certificate_of(line, half) for line in row["certificates"]),
    )


def duty_of(line: str) -> tuple[str, str, tuple[str, ...]]:
    said, _, shown = line.partition(" ## ")
    indonesian, english = said.split(" ;; ")
    return indonesian, english, tuple(word.strip() for word in shown.split(",") if word.strip())


def skill_of(line: str, half: int) -> tuple[str, tuple[str, ...]]:
    canonical, _, rest = line.partition("; ")
    forms = rest.split(" >> ")[half]
    return canonical, tuple(form.strip() for form in forms.split(";"))


def certificate_of(line: str, half: int) -> tuple[str, str]:
    name, _, issuer = line.split(" >> ")[half].partition(" @ ")
    return name, issuer


@cache
def all_forms() -> dict[str, frozenset[str]]:
    """Every written form of every skill, of both splits: to tell which skills a sentence mentions."""
    forms: dict[str, frozenset[str]] = {}
    for split in ("dev", "held"):
        for profession in load_pools(split).professions.values():
            for canonical, written in profession.skills:
                forms[canonical] = forms.get(canonical, frozenset((canonical,))) | frozenset(written)
    return forms
