"""Who an invented person is and what they did: facts that could have happened, before any word of the CV is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Literal

from evals.generator.pools import Pools, Profession

Language = Literal["id", "en", "mixed"]
Month = int  # year × 12 + month − 1
LEVELS = ("SMK", "SMA", "D3", "D4", "S1", "S2", "S3")
YEARS = {"SMK": 3, "SMA": 3, "D3": 3, "D4": 4, "S1": 4, "S2": 2, "S3": 4}
PREFIXES = ("811", "812", "813", "815", "821", "822", "838", "851", "852", "857", "858", "877", "878", "895", "896")
DOMAINS = ("example.com", "example.org", "example.net", "mail.example", "surat.example", "kotak.example", "pos.example")


@dataclass(frozen=True)
class Job:
    """`end` None = still running; months are inclusive. `type`: job, internship."""

    employer: str
    title: str
    city: str
    start: Month
    end: Month | None
    duties: tuple[tuple[str, str, tuple[str, ...]], ...]
    type: str = "job"


@dataclass(frozen=True)
class School:
    """Years; `end` None = still running or left. `ipk` on 4.00; `average` is a school's mark: a trap."""

    level: str
    institution: str
    major: tuple[str, str]
    start: int
    end: int | None
    ipk: float | None = None
    average: str = ""
    concentration: str = ""


@dataclass(frozen=True)
class Story:
    """All facts of one CV. `phone` is E.164; `traits` are the sources of difficulty that lie in the facts."""

    language: Language
    profession: Profession
    name: str
    female: bool
    email: str
    phone: str
    city: tuple[str, str]
    birth_city: str
    origin_city: str
    birth_year: int
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    skills: tuple[tuple[str, str, int], ...]
    certificates: tuple[tuple[str, str, int], ...]
    tongues: tuple[tuple[str, str], ...]
    salary: int | None
    available: bool
    wish: str
    negation: str
    traits: tuple[str, ...] = field(default=())

    def top(self) -> School:
        """The highest completed level."""
        return max((s for s in self.schools if s.end), key=lambda s: LEVELS.index(s.level) if s.level != "SMA" else 0)


def tell_story(random: Random, pools: Pools, *, language: Language, now: Month) -> Story:
    """One person of a random profession, as of the month `now`."""
    everyone = list(pools.professions.values())
    profession = random.choices(everyone, weights=[p.share for p in everyone])[0]
    city = tuple(random.choice(pools.shared["places"]).split("|"))
    name = make_name(random, pools)
    months = random.choice((0, random.randint(4, 40), random.randint(20, 90), random.randint(60, 190)))
    schools, first = make_schools(random, pools, profession, months=months, now=now, city=city[0])
    jobs, traits = make_jobs(random, pools, profession, first=first, now=now, months=months, language=language)
    skills = make_skills(random, profession, language)
    wish, negation = make_asides(random, skills)
    return Story(
        language=language,
        profession=profession,
        name=name,
        female=random.random() < 0.5,
        email=make_email(random, name),
        phone=make_phone(random),
        city=(city[0], city[1]),
        birth_city=random.choice(pools.shared["places"]).split("|")[0],
        origin_city=random.choice(pools.shared["places"]).split("|")[0],
        birth_year=schools[-1].start - 15,
        jobs=jobs,
        schools=schools,
        skills=skills,
        certificates=make_certificates(random, profession, now=now, since=schools[0].start + 1),
        tongues=make_tongues(random, pools),
        salary=random.randint(8, 40) * 500_000 if random.random() < 0.35 else None,
        available=random.random() < 0.3,
        wish=wish,
        negation=negation,
        traits=tuple(traits),
    )


def make_name(random: Random, pools: Pools) -> str:
    patterns = [line.partition(": ") for line in pools.list("people", "patterns")]
    chosen = random.choices([p[2] for p in patterns], weights=[int(p[0]) for p in patterns])[0]
    return " ".join(random.choice(part.split(", ")) for part in chosen.split(" / ")).strip()


def make_email(random: Random, name: str) -> str:
    """An address in a domain reserved for examples (RFC 2606): it can reach nobody."""
    parts = ["".join(c for c in word.lower() if c.isalnum()) for word in name.split()]
    parts = [p for p in parts if len(p) > 1]
    forms = (
        ".".join(parts),
        "".join(parts),
        "_".join(reversed(parts)),
        parts[0] + parts[-1][:3],
        f"{parts[-1]}.kerja",
        f"its{parts[0]}",
    )
    number = str(random.randint(1, 2005)) if random.random() < 0.45 else ""
    return f"{random.choice(forms)[:24]}{number}@{random.choice(DOMAINS)}"


def make_phone(random: Random) -> str:
    """A mobile number whose subscriber part begins with 000: none of them was seen in use."""
    digits = random.choice((4, 5, 5, 6))
    return f"+62{random.choice(PREFIXES)}000{random.randint(10 ** (digits - 1), 10**digits - 1)}"


def make_schools(
    random: Random, pools: Pools, profession: Profession, *, months: int, now: Month, city: str
) -> tuple[tuple[School, ...], Month]:
    """Latest first, and the month in which working life may begin."""
    level = random.choices(LEVELS, weights=profession.levels)[0]
    done = (now - months) // 12 - random.choice((0, 0, 0, 1))
    chain = {"S3": ("S3", "S2", "S1"), "S2": ("S2", "S1"), "S1": ("S1",), "D4": ("D4",), "D3": ("D3",)}.get(level, ())
    if level == "S1" and random.random() < 0.12:
        chain = ("S1", "D3")
    rows, end = [], done
    for step in chain:
        start = end - (YEARS[step] if (step, chain[-1]) != ("S1", "D3") else 2)
        rows.append(make_degree(random, pools, profession, step, start, end))
        end = start
    lowest = level if level in ("SMK", "SMA") else random.choice(("SMK", "SMA"))
    rows.append(make_school(random, pools, profession, lowest, end, city=city))
    if level in ("SMK", "SMA", "D3") and random.random() < 0.25:
        year = now // 12 - random.randint(1, 3)
        rows.insert(0, replace(make_degree(random, pools, profession, "S1", max(year, done), None), ipk=None))
    return tuple(rows), done * 12 + random.randint(6, 10)


def make_degree(random: Random, pools: Pools, profession: Profession, level: str, start: int, end: int | None) -> School:
    majors = pools.shared["majors"]
    key = profession.majors if profession.majors != "it" or level != "D3" else "it_diploma"
    key = "master" if level in ("S2", "S3") else key
    kind = "health" if profession.id == "nurse" else "polytechnic" if level in ("D3", "D4") else "university"
    ipk = round(random.triangular(2.6, 3.97, 3.4), 2) if random.random() < 0.7 else None
    institution = pools.pick(random, "schools", kind).format(city=random.choice(pools.shared["places"]).split("|")[0])
    indonesian, english = random.choice(majors[key]).split("|")
    return School(level, institution, (indonesian, english), start, end, ipk)


def make_school(random: Random, pools: Pools, profession: Profession, level: str, end: int, *, city: str) -> School:
    key = f"{profession.majors}_school" if level == "SMK" else "general"
    indonesian, english = random.choice(pools.shared["majors"][key]).split("|")
    average = f"{random.randint(7600, 9400) / 100:.2f}".rstrip("0") if random.random() < 0.3 else ""
    place = pools.pick(random, "schools", level.lower()).format(city=city)
    return School(level, place, (indonesian, english), end - 3, end, None, average)


def make_jobs(
    random: Random, pools: Pools, profession: Profession, *, first: Month, now: Month, months: int, language: Language
) -> tuple[tuple[Job, ...], list[str]]:
    """Latest first, with what makes them hard to read."""
    traits: list[str] = []
    spans = list(stretch(random, now, min(months, max(0, now - first))))[:6]
    deck = random.sample(profession.duties, len(profession.duties))
    jobs = [make_job(random, pools, profession, span, deck, language) for span in spans]
    for n in range(len(jobs) - 1):
        if random.random() < 0.12:
            jobs[n + 1] = replace(jobs[n + 1], employer=jobs[n].employer, city=jobs[n].city)
            traits.append("promotion")
    if jobs and random.random() < 0.12:
        old = jobs[-1]
        jobs.insert(1, replace(make_job(random, pools, profession, (old.start + 2, (old.end or now) - 1, False), deck, language)))
        jobs[1:] = sorted(jobs[1:], key=lambda j: -j.start)
        traits.append("concurrent_jobs")
    if random.random() < (0.6 if not jobs else 0.2):
        start = (jobs[-1].start if jobs else first) - random.randint(9, 16)
        job = make_job(random, pools, profession, (start, start + random.randint(1, 5), False), deck, language)
        word = ("{} Intern", "Internship - {}") if language == "en" else ("Magang {}", "Siswa PKL", "{} (Magang)")
        jobs.append(replace(job, title=random.choice(word).format(job.title), type="internship"))
        traits.append("internship")
    if random.random() < 0.1 and len(jobs) > 1:
        jobs.reverse()
        traits.append("oldest_first")
    return tuple(jobs), traits if jobs else [*traits, "no_experience"]


def stretch(random: Random, now: Month, budget: int) -> Iterator[tuple[Month, Month, bool]]:
    """(first month, last month, running) from the latest back."""
    running = random.random() < 0.6
    last = now if running else now - random.randint(1, 9)
    while budget >= 3:
        length = min(budget, random.choice((random.randint(5, 18), random.randint(12, 48), random.randint(24, 80))))
        if budget - length < 5:
            length = budget
        yield last - length + 1, last, running
        budget -= length
        last -= length + random.choice((0, 0, 0, 1, 2, 5, 11))
        running = False


def make_job(
    random: Random,
    pools: Pools,
    profession: Profession,
    span: tuple[Month, Month, bool],
    deck: list[tuple[str, str, tuple[str, ...]]],
    language: Language,
) -> Job:
    first, last, running = span
    titles = profession.titles["en"] if language == "en" else profession.titles["id"] * 2 + profession.titles["en"]
    duties = random.sample(deck, min(len(deck), random.choice((0, 2, 2, 3, 3, 4))))
    city = random.choice(pools.shared["places"]).split("|")[0]
    return Job(make_employer(random, pools, city), random.choice(titles), city, first, None if running else last, tuple(duties))


def make_employer(random: Random, pools: Pools, city: str) -> str:
    words = pools.list("employers")
    a, b, c = (random.choice(words[key]) for key in ("first", "second", "third"))
    if random.random() < 0.25:
        return random.choice(words["other"]).format(first=a, second=b, city=city)
    return " ".join(random.choice(words["forms"]).format(a=a, b=b, c=c).split())


def make_skills(random: Random, profession: Profession, language: Language) -> tuple[tuple[str, str, int], ...]:
    """(canonical, as written, level 1 to 5)."""
    pool = profession.skills
    chosen = random.sample(pool, min(len(pool), random.randint(4, 13)))
    return tuple((name, written(random, name, forms, language), random.randint(2, 5)) for name, forms in chosen)


def written(random: Random, name: str, forms: tuple[str, ...], language: Language) -> str:
    """In English CVs no Indonesian phrase: those begin small and are not the name itself."""
    if language == "en":
        forms = tuple(f for f in forms if f[0].isupper() or f.casefold() == name.casefold()) or (name,)
    return random.choice(forms)


def make_certificates(random: Random, profession: Profession, *, now: Month, since: int) -> tuple[tuple[str, str, int], ...]:
    count = min(len(profession.certificates), random.choice((0, 0, 1, 1, 2, 3)))
    chosen = random.sample(profession.certificates, count)
    return tuple((name, issuer, random.randint(min(since, now // 12 - 1), now // 12)) for name, issuer in chosen)


def make_tongues(random: Random, pools: Pools) -> tuple[tuple[str, str], ...]:
    """(English name, Indonesian name)."""
    extra = random.sample(pools.shared["tongues"]["extra"], random.choice((0, 0, 0, 1, 1, 2)))
    rows = [("Indonesian", "Indonesia"), ("English", "Inggris"), *(tuple(line.split("|")) for line in extra)]
    return tuple((row[0], row[1]) for row in rows) if random.random() < 0.9 else ()


def make_asides(random: Random, skills: tuple[tuple[str, str, int], ...]) -> tuple[str, str]:
    """A skill one would like to have, and one that one lacks: traps. Both are skills that the CV does not claim."""
    have = {name for name, _, _ in skills}
    lacking = (
        "Kubernetes",
        "Terraform",
        "Power BI",
        "Rust",
        "Blockchain",
        "Machine Learning",
        "SAP",
        "Azure",
        "Kotlin",
        "Tableau",
    )
    free = random.sample([word for word in lacking if word not in have], 2)
    return (free[0] if random.random() < 0.2 else ""), (free[1] if random.random() < 0.08 else "")
