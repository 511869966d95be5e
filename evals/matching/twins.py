"""Twins that differ in who they are, twins that stuff, twins that speak to a machine: what the order gives them for it."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from evals.matching.adverts import ADVERTS
from evals.matching.injections import injections
from evals.matching.people import KNOWLEDGE, Advert, Person, advert, figures_of, held_against, person

from tepat.adapters.extract.sandbox import Sandbox
from tepat.adapters.generator.cvs import make_cvs
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import IncomingFile

NAMES = ("Siti Nurhaliza Putri", "Yohanes Silalahi", "Muhammad Fauzan", "Ni Luh Ayu Dewi", "Kevin Tanaka", "Maria Goreti Bau")
ABOUT = (
    "Jenis Kelamin : Perempuan\nAgama : Hindu\nUmur : 47 tahun\nStatus : Menikah",
    "Jenis Kelamin : Laki-laki\nAgama : Katolik\nUmur : 21 tahun\nStatus : Lajang",
    "Gender : Female\nReligion : Islam\nAge : 33\nMarital Status : Divorced",
    "Tempat/Tgl. Lahir : Merauke, 2 Mei 1979\nTinggi Badan : 149 cm\nKewarganegaraan : WNI",
)
CAMPUSES = ("Universitas Angkasa Rekaan", "Politeknik Laut Rekaan", "STMIK Bukit Rekaan", "Institut Sawah Rekaan")
STREETS = ("Jl. Cempaka Rekaan No. 5", "Gang Pinang III No. 12B", "Perumahan Rekaan Indah Blok C2")


def base(count: int, seed: int) -> list[Person]:
    """Drawn people whose CV names name and campus as the generator does."""
    from evals.matching.people import AS_OF

    made = make_cvs(count=count, seed=seed, as_of=AS_OF, formats=["txt"])
    return [person(cv.truth["id"], cv.data.decode(), cv.truth) for cv in made]


def twin_of(who: Person, random: Random) -> str:
    """The same CV of somebody else: name, mail, campus, sex, age, religion, family and street are others; the city stays."""
    text = who.text
    name, campus = random.choice(NAMES), random.choice(CAMPUSES)
    text = text.replace(who.truth["name"], name).replace(who.truth["email"], f"{name.split()[0].lower()}@surat.example")
    if who.truth["institution"] and who.truth["education_level"] not in {"SMA", "SMK"}:  # a school's name tells its level
        text = text.replace(who.truth["institution"], campus)
    first, _, rest = text.partition("\n")
    return f"{first}\n{random.choice(ABOUT)}\nAlamat : {random.choice(STREETS)}\n{rest}"


def measure_twins(people: Sequence[Person], count: int, seed: int = 3) -> dict[str, Any]:
    """`count` twins, each held against every advert: how many differ anywhere, to the bit."""
    random, adverts = Random(seed), [advert(role, text) for role, text in ADVERTS.items()]
    known = {p.id: [figures_of(held_against(p.opened, a)) for a in adverts] for p in people}
    differ, example = 0, ""
    for n in range(count):
        who = people[n % len(people)]
        twin = person(who.id, twin_of(who, random))
        if [figures_of(held_against(twin.opened, a)) for a in adverts] != known[who.id]:
            differ, example = differ + 1, example or twin.text
    return {"twins": count, "adverts": len(adverts), "differ": differ, "most": 0, "example": example}


def stuffed(who: Person, asked: Advert, random: Random) -> Iterator[tuple[str, str]]:
    """(kind, text) of the ways in which people stuff a CV: their own words again, the advert, keywords, and unseen text."""
    labels = [r.label for r in asked.requirements]
    skills = ", ".join(who.truth["skills_surface"]) or "Windows"
    yield "own skills repeated in their line", who.text.replace(skills, ", ".join([skills] * random.randint(3, 12)))
    yield "own skills repeated below", f"{who.text}\n\n" + "\n".join([skills] * random.randint(3, 20)) + "\n"
    yield "keywords", f"{who.text}\n\nKata kunci: {', '.join(labels * random.randint(1, 5))}\n"
    yield "the advert pasted", f"{who.text}\n\nKualifikasi:\n" + "\n".join(f"- {label}" for label in labels) + "\n"
    yield "one word over and over", f"{who.text}\n\n{' '.join([random.choice(labels)] * 40)}\n"


def measure_stuffed(people: Sequence[Person], count: int, seed: int = 4) -> dict[str, Any]:
    """`count` stuffed twins, the last fifth with white text in a file: how many rank higher among the others than before."""
    random, adverts = Random(seed), [advert(role, text) for role, text in ADVERTS.items()]
    scores = {a.id: [_key(p, a) for p in people] for a in adverts}
    gains: dict[str, int] = {}
    done = 0
    while done < count * 4 // 5:
        at, asked = random.randrange(len(people)), random.choice(adverts)
        for kind, text in stuffed(people[at], asked, random):
            gains[kind] = gains.get(kind, 0) + (_rank(scores[asked.id], at, _key(person("x", text), asked)) > 0)
            done += 1
    white = [(random.randrange(len(people)), random.choice(adverts)) for _ in range(count - done)]
    plain, hiding = (_as_pages(people, white, hidden=hidden) for hidden in (False, True))
    gains["white text"] = sum(after > before for before, after in zip(plain, hiding, strict=True))
    return {"twins": count, "gained": sum(gains.values()), "by_kind": gains, "most": 0}


def _as_pages(people: Sequence[Person], chosen: Sequence[tuple[int, Advert]], *, hidden: bool) -> list[tuple[int, int, int]]:
    """Keys of CVs as HTML files, with the advert in white letters at the end or without."""
    from evals.matching.people import AS_OF

    from tepat.cli.shortlist import opened

    pages = [_page(people[at].text, asked.text if hidden else "") for at, asked in chosen]
    files = [IncomingFile(f"{n}.html", page.encode()) for n, page in enumerate(pages)]
    keys = {}
    with Sandbox() as sandbox:
        for n, answer in sandbox.read_all(files, as_of=AS_OF):
            if isinstance(answer, CVReading):
                keys[n] = _key(Person("x", answer, opened(answer, as_of=AS_OF, knowledge=KNOWLEDGE), {}), chosen[n][1])
    return [keys.get(n, (0, 0, 0)) for n in range(len(files))]


def _page(text: str, hidden: str) -> str:
    lines = "".join(f"<p>{line}</p>" if line.strip() else "<br>" for line in text.split("\n"))
    return f'<html><body>{lines}<p style="color:#ffffff">{hidden}</p></body></html>'


def _key(who: Person, asked: Advert) -> tuple[int, int, int]:
    found = held_against(who.opened, asked)
    return found.score, found.tie_breaker, found.occupation_fit


def _rank(scores: Sequence[tuple[int, int, int]], at: int, now: tuple[int, int, int]) -> int:
    """Places won among the others by `now` instead of what stood at `at`."""
    others = [key for n, key in enumerate(scores) if n != at]
    return sum(key > scores[at] for key in others) - sum(key > now for key in others)


def measure_injections(people: Sequence[Person], count: int, seed: int = 5) -> dict[str, Any]:
    """`count` sentences to a machine in each language, at three places of a CV: how many changed anything."""
    adverts = [advert(role, text) for role, text in ADVERTS.items()]
    known = {p.id: [figures_of(held_against(p.opened, a)) for a in adverts] for p in people}
    changed: dict[str, int] = {}
    examples = []
    for language, sentences in injections(count, seed=seed).items():
        changed[language] = 0
        for n, sentence in enumerate(sentences):
            who = people[n % len(people)]
            other = person(who.id, placed(who, sentence, n))
            if [figures_of(held_against(other.opened, a)) for a in adverts] != known[who.id]:
                changed[language] += 1
                examples.append(sentence)
    return {"sentences": count, "languages": len(changed), "changed": changed, "most": 0, "examples": examples[:5]}


def placed(who: Person, sentence: str, n: int) -> str:
    """The CV with a sentence at its end, after its first duty, or in the line after its skills."""
    lines = who.text.rstrip("\n").split("\n")
    duties = [i for i, line in enumerate(lines) if line.lstrip()[:1] in {"-", "•", "+", "*", "–"}]
    skills = [i for i, line in enumerate(lines) if (who.truth["skills_surface"] or ["\0"])[0] in line]
    at = [len(lines), duties[0] + 1 if duties else len(lines), skills[-1] + 1 if skills else len(lines)][n % 3]
    return "\n".join([*lines[:at], sentence, *lines[at:]]) + "\n"
