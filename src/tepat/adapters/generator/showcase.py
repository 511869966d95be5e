"""The content of the demo, read from `demo/*.toml`: organizations, cast, adverts, and sixty CVs of every degree of fit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from random import Random
from typing import Any

from tepat.adapters.generator.careers import Brief
from tepat.adapters.generator.content import read_toml
from tepat.adapters.generator.cvs import make_cv
from tepat.domain.demonstration import Demo, DemoOrganization, DemoPerson, DemoPosting, GeneratedCV

BRIEF_KEYS = frozenset({"career", "months", "level", "language", "city", "skills", "name", "female"})
POSTING_FILES = ("nusantara", "samudra", "kilat")


def load_demo() -> Demo:
    """Everything of the demo but the CVs. Postings of verified organizations are published unless they are drafts."""
    cast = read_toml("demo/cast.toml")
    return Demo(
        organizations=tuple(DemoOrganization(**{**row, "about": unwrap(row["about"])}) for row in cast["organization"]),
        persons=tuple(DemoPerson(**row) for row in cast["person"]),
        postings=tuple(load_postings()),
    )


def load_postings() -> Iterator[DemoPosting]:
    for name in POSTING_FILES:
        document = read_toml(f"demo/postings_{name}.toml")
        for row in document["posting"]:
            yield posting_of(row, document["organization"])


def posting_of(row: Mapping[str, Any], organization: str) -> DemoPosting:
    """One advert; `salary` is [least, most] or missing, `state` is published where it is not said."""
    least, most = row.get("salary", (None, None))
    plain = {key: value for key, value in row.items() if key not in ("salary", "text", "state")}
    return DemoPosting(
        organization=organization,
        state=row.get("state", "published"),
        text=row["text"].strip(),
        salary_min_idr_month=least,
        salary_max_idr_month=most,
        **plain,
    )


def unwrap(text: str) -> str:
    """Lines that were broken for the file's sake become one paragraph."""
    return " ".join(text.split())


def demo_cvs(as_of: date) -> list[GeneratedCV]:
    """The sixty CVs, PDF and DOCX, in the order of `demo/candidates.toml`. The same day gives the same bytes."""
    emails = {person.key: person.email for person in load_demo().persons}
    taken: set[str] = set()
    made = []
    for number, row in enumerate(read_toml("demo/candidates.toml")["candidates"], 1):
        person = row.get("person", "")
        brief = Brief(as_of=as_of, email=emails.get(person), **{key: value for key, value in row.items() if key in BRIEF_KEYS})
        cv = next(
            cv for cv in draw_persons(brief, number, row["layout"], first=row.get("draw", 0)) if cv.truth["name"] not in taken
        )
        name = free_name(cv.name.split("_", 1)[1], taken)
        taken.add(cv.truth["name"])
        truth = {**cv.truth, "file": name}
        made.append(replace(cv, name=name, truth=truth, applies_to=tuple(row["applies"]), person=person))
    return made


def draw_persons(brief: Brief, number: int, layout: str, *, first: int) -> Iterator[GeneratedCV]:
    """One person after another for the same brief: the demo takes the first whose name nobody bears yet."""
    for attempt in count(first):
        random = Random(f"demo/{number}/{attempt}")  # noqa: S311 - invents people, keeps no secret
        yield make_cv(random, brief, id=f"demo{number:02d}", layout=layout)


def free_name(name: str, taken: set[str]) -> str:
    """`name`, or `name (2)` and so on as browsers do where it is taken; the answer is taken from then on."""
    stem, dot, ending = name.rpartition(".")
    number = 1
    while name in taken:
        number += 1
        name = f"{stem} ({number}){dot}{ending}"
    taken.add(name)
    return name
