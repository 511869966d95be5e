"""CVs read and opened, adverts read: what every measure of matching works on."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tepat.adapters.extract.sandbox import Sandbox
from tepat.adapters.generator.cvs import make_cvs
from tepat.adapters.knowledge import load_knowledge
from tepat.cli.shortlist import opened, wanted_by
from tepat.domain.cv.read import CVReading, read_cv
from tepat.domain.documents import ExtractedText, IncomingFile
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.match import match, terms_of
from tepat.domain.matching.verdicts import Match
from tepat.domain.postings.posting import Requirement
from tepat.domain.postings.read import read_posting

KNOWLEDGE = load_knowledge()
AS_OF = date(2026, 11, 22)


@dataclass(frozen=True)
class Person:
    """`truth`: what the generator says of a drawn one; empty for files."""

    id: str
    reading: CVReading
    opened: OpenCV
    truth: dict[str, Any]

    @property
    def text(self) -> str:
        return self.reading.extracted.text


@dataclass(frozen=True)
class Advert:
    id: str
    text: str
    requirements: tuple[Requirement, ...]
    wanted: tuple[tuple[str, float], ...]
    terms: frozenset[str]


def drawn(count: int, *, seed: int = 11) -> list[Person]:
    """Invented people, as plain text files."""
    made = make_cvs(count=count, seed=seed, as_of=AS_OF, formats=["txt"])
    return [person(cv.truth["id"], cv.data.decode(), cv.truth) for cv in made]


def person(name: str, text: str, truth: dict[str, Any] | None = None) -> Person:
    reading = read_cv(ExtractedText(text, "text/plain"), knowledge=KNOWLEDGE, as_of=AS_OF)
    return Person(name, reading, opened(reading, as_of=AS_OF, knowledge=KNOWLEDGE), truth or {})


def from_files(folder: Path) -> dict[str, Person]:
    """id → person of each CV that `truth.jsonl` of a folder names."""
    files = [folder / json.loads(line)["file"] for line in (folder / "truth.jsonl").open(encoding="utf-8")]
    with Sandbox() as sandbox:
        incoming = (IncomingFile(f.name, f.read_bytes()) for f in files)
        answers = {files[n].name.split("_")[0]: a for n, a in sandbox.read_all(incoming, as_of=AS_OF)}
    read = {name: a for name, a in answers.items() if isinstance(a, CVReading)}
    return {name: Person(name, a, opened(a, as_of=AS_OF, knowledge=KNOWLEDGE), {}) for name, a in read.items()}


def advert(name: str, text: str) -> Advert:
    reading = read_posting(text, knowledge=KNOWLEDGE)
    return Advert(name, text, reading.requirements, wanted_by(reading), terms_of(text))


def held_against(cv: OpenCV, asked: Advert) -> Match:
    return match(cv, requirements=asked.requirements, occupations=asked.wanted, knowledge=KNOWLEDGE, terms=asked.terms)


def figures_of(found: Match) -> tuple[int, int, int, tuple[tuple[str, int], ...]]:
    """Everything that the order and the strip are made of: two twins have the same, to the bit."""
    return found.score, found.occupation_fit, found.tie_breaker, tuple((r.verdict, r.score) for r in found.requirements)


def all_against(people: Iterable[Person], asked: Advert) -> list[Match]:
    return [held_against(p.opened, asked) for p in people]
