"""Invented persons: who they are, what they did, what they say about themselves.

Nobody is meant: names are combined at random, mail domains end in `.example`, phone numbers begin with 000 behind
the operator's prefix.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, Literal

from tepat.adapters.generator.careers import Brief, Job, School, make_jobs, make_schools
from tepat.adapters.generator.content import Career, Content

Language = Literal["id", "en", "mixed"]
DEGREES = {"D3": "A.Md.Kom.", "D4": "S.Tr.Kom.", "S1": "S.Kom.", "S2": "M.Kom."}
OTHER_TONGUES = (("Mandarin", "Mandarin"), ("Jepang", "Japanese"), ("Jawa", "Javanese"), ("Sunda", "Sundanese"))


@dataclass(frozen=True, slots=True)
class SkillShown:
    """A skill as listed: its canonical name, how it is written, and a proficiency 1 to 5 (None = not said)."""

    name: str
    written: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: English name, Indonesian name, how well (in the language of the CV; empty = not said)."""

    name: str
    name_id: str
    fluency: str


@dataclass(frozen=True, slots=True)
class Referee:
    name: str
    position: str
    phone: str


@dataclass(frozen=True, slots=True)
class Person:
    """Everything one CV will say. `phone` and the referees' are E.164; `degree` stands behind the name or is empty."""

    language: Language
    career: Career
    name: str
    female: bool
    degree: str
    email: str
    phone: str
    city: str
    region: str
    address: str
    birth_place: str
    birth_date: date
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    skills: tuple[SkillShown, ...]
    certificates: tuple[tuple[str, int], ...]
    tongues: tuple[Tongue, ...]
    salary: int | None
    availability: str
    referees: tuple[Referee, ...]
    organisation: str
    wish: str
    promises: tuple[str, ...]


def make_person(random: Random, content: Content, brief: Brief) -> Person:
    """One person after the wishes of `brief`; the same `random` state gives the same person."""
    career = content.careers[brief.career]
    female = random.random() < 0.45 if brief.female is None else brief.female
    name = brief.name or make_name(random, content, female=female)
    city, region = next((p for p in content.places if p[0] == brief.city), None) or random.choice(content.places)
    schools = make_schools(random, content, brief, city=city)
    done = next(school for school in schools if school.completed)
    jobs = make_jobs(random, content, brief, after=done, city=city)
    return Person(
        language=brief.language,
        career=career,
        name=name,
        female=female,
        degree=make_degree_letters(random, brief, done),
        email=brief.email or make_email(random, content, name),
        phone=make_phone(random, content),
        city=city,
        region=region,
        address=f"{random.choice(content.words['streets'])} No. {random.randint(1, 98)}",
        birth_place=random.choice(content.places)[0],
        birth_date=make_birth_date(random, schools),
        jobs=jobs,
        schools=schools,
        skills=make_skills(random, career, brief),
        certificates=make_certificates(random, career, brief, since=done.start),
        salary=make_salary(random, jobs) if random.random() < 0.4 else None,
        referees=tuple(make_referee(random, content, jobs) for _ in range(random.choice((0, 0, 0, 1, 2)))),
        **say_asides(random, content, english=brief.language == "en"),
    )


def say_asides(random: Random, content: Content, *, english: bool) -> dict[str, Any]:
    """The smaller things of a CV, in its language."""
    key = "en" if english else "id"
    return {
        "tongues": make_tongues(random, english=english),
        "availability": make_availability(random, english=english),
        "organisation": random.choice(content.words[f"organisations_{key}"]),
        "promises": tuple(random.sample(content.words[f"promises_{key}"], random.choice((0, 0, 0, 1, 2)))),
        "wish": random.choice(content.words[f"wishes_{key}"]) if random.random() < 0.2 else "",
    }


def make_degree_letters(random: Random, brief: Brief, school: School) -> str:
    """The letters behind the name, which about half of the graduates write."""
    return DEGREES.get(school.level, "") if brief.career != "not-it" and random.random() < 0.5 else ""


def make_birth_date(random: Random, schools: Sequence[School]) -> date:
    """Fifteen or sixteen years before the first school of the CV."""
    return date(schools[-1].start - random.choice((15, 16)), random.randint(1, 12), random.randint(1, 28))


def make_name(random: Random, content: Content, *, female: bool) -> str:
    """A name of one of the regions; about one in twelve is a single word."""
    pattern = random.choices(content.names, weights=[p.share for p in content.names])[0]
    if pattern.one and random.random() < 0.15:
        return random.choice(pattern.one)
    return " ".join(random.choice(part) for part in (pattern.female if female else pattern.male))


def make_email(random: Random, content: Content, name: str) -> str:
    """An address in a domain that can never exist (RFC 2606)."""
    parts = [word for word in name.lower().replace(".", "").replace("'", "").split() if len(word) > 1]
    local = random.choice((".".join(parts), "".join(parts[-2:]), "_".join(reversed(parts[-2:])), parts[0]))
    number = str(random.randint(1, 99)) if random.random() < 0.4 else ""
    return f"{local}{number}@{random.choice(content.mail_domains)}"


def make_phone(random: Random, content: Content) -> str:
    """A mobile number in E.164 whose subscriber part begins with 000."""
    return f"+62{random.choice(content.phone_prefixes)}000{random.randint(10_000, 99_999)}"


def make_skills(random: Random, career: Career, brief: Brief) -> tuple[SkillShown, ...]:
    pool = list(career.skills)
    wanted = min(len(pool), brief.skills or random.randint(5, 10))
    levels = random.random() < 0.3
    chosen = random.sample(pool, wanted)
    return tuple(
        SkillShown(s[0], random.choice(forms_of(s, english=brief.language == "en")), random.randint(2, 5) if levels else None)
        for s in chosen
    )


def forms_of(skill: tuple[str, ...], *, english: bool) -> Sequence[str]:
    """How a skill may be written; in English CVs no Indonesian phrase, all of which begin small or with these words."""
    if not english:
        return skill[1:]
    return [f for f in skill[1:] if f[0].isupper() and not f.startswith(("Instal", "Hardware"))] or skill[:1]


def make_certificates(random: Random, career: Career, brief: Brief, *, since: int) -> tuple[tuple[str, int], ...]:
    count = min(len(career.certificates), random.choice((0, 0, 1, 1, 2)))
    years = range(min(since + 2, brief.as_of.year - 1), brief.as_of.year + 1)
    return tuple((name, random.choice(years)) for name in random.sample(career.certificates, count))


def make_tongues(random: Random, *, english: bool) -> tuple[Tongue, ...]:
    words: Sequence[str] = ("fluent", "intermediate", "basic", "") if english else ("aktif", "pasif", "lisan & tulisan", "")
    native = "native" if english else random.choice(("bahasa ibu", "aktif", ""))
    tongues = [Tongue("Indonesian", "Indonesia", native), Tongue("English", "Inggris", random.choice(words))]
    if random.random() < 0.3:
        own, name = random.choice(OTHER_TONGUES)
        tongues.append(Tongue(name, own, random.choice(words)))
    return tuple(tongues)


def make_salary(random: Random, jobs: Sequence[Job]) -> int:
    """Rupiah per month, in steps of half a million, growing with the number of jobs."""
    return (random.randint(8, 14) + 3 * len(jobs)) * 500_000


def make_availability(random: Random, *, english: bool) -> str:
    if random.random() < 0.6:
        return ""
    return random.choice(("immediately", "one month notice", "2 weeks") if english else ("segera", "1 bulan", "2 minggu"))


def make_referee(random: Random, content: Content, jobs: Sequence[Job]) -> Referee:
    where = jobs[0].employer if jobs else random.choice(content.words["universities"])
    return Referee(make_name(random, content, female=False), where, make_phone(random, content))
