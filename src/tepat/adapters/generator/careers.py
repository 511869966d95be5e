"""Schools and jobs of an invented person: an order of years that could have happened, with gaps, overlaps and internships."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Literal

from tepat.adapters.generator.content import Career, Content
from tepat.domain.cv.profile import EducationLevel, PartialDate, WorkType

STUDY_YEARS = {"D3": 3, "D4": 4, "S1": 4, "S2": 2}
LEVELS: tuple[EducationLevel, ...] = ("SMK", "SMA", "D3", "D4", "S1", "S2")
ACADEMIC = frozenset(
    {
        "business-analyst",
        "project-manager",
        "it-manager",
        "data-analyst",
        "data-engineer",
        "erp-consultant",
        "security-specialist",
    }
)
"""Careers that hardly anyone enters from school."""
LEVEL_WEIGHTS = (22, 4, 18, 6, 46, 4)
Decks = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a CV must be; None leaves it to chance. `months` is experience in the career; `level` the highest completed."""

    career: str
    language: Literal["id", "en", "mixed"]
    as_of: date
    months: int | None = None
    level: EducationLevel | None = None
    city: str | None = None
    name: str | None = None
    female: bool | None = None
    skills: int | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """`end` None = still running. `duties` are in the language of the CV."""

    employer: str
    title: str
    city: str
    start: PartialDate
    end: PartialDate | None
    type: WorkType
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class School:
    """Years; `end` None = still running. `ipk` on the scale of 4.00; `average` is a school's mark of 100, a trap for readers."""

    level: EducationLevel
    institution: str
    major: tuple[str, str]
    start: int
    end: int | None
    ipk: float | None
    average: str
    completed: bool = True


def make_schools(random: Random, content: Content, brief: Brief, *, city: str) -> tuple[School, ...]:
    """Latest first: the highest completed level, the school before it, and sometimes a degree that still runs."""
    lowest = 2 if brief.career in ACADEMIC else 0
    level = brief.level or random.choices(LEVELS[lowest:], weights=LEVEL_WEIGHTS[lowest:])[0]
    worked = (random.randint(0, 130) if brief.months is None else brief.months) + random.randint(0, 8)
    graduated = brief.as_of.year - max(0, -(-worked // 12))
    if level in ("SMK", "SMA"):
        rows = [make_school(random, content, level, graduated, city)]
    else:
        degree = make_degree(random, content, brief, level, graduated)
        below = degree if level != "S2" else make_degree(random, content, brief, "S1", degree.start - 1)
        school = make_school(random, content, random.choice(("SMK", "SMA")), below.start, city)
        rows = [degree, school] if below is degree else [degree, below, school]
    if level in ("SMK", "D3") and random.random() < 0.15:
        running = make_degree(random, content, brief, "S1", brief.as_of.year + 2)
        rows.insert(0, School("S1", running.institution, running.major, brief.as_of.year - 1, None, None, "", completed=False))
    return tuple(rows)


def make_degree(random: Random, content: Content, brief: Brief, level: EducationLevel, end: int) -> School:
    group = {"D3": "diploma", "S2": "master"}.get(level, "it")
    if brief.career == "not-it":
        group = "other"
    place = random.choice(content.words["polytechnics" if level in ("D3", "D4") else "universities"])
    ipk = round(random.uniform(2.7, 3.9), 2) if random.random() < 0.75 else None
    return School(level, place, random.choice(content.majors[group]), end - STUDY_YEARS[level], end, ipk, "")


def make_school(random: Random, content: Content, level: EducationLevel, end: int, city: str) -> School:
    kind = "smk" if level == "SMK" else "sma"
    place = random.choice(content.words[f"schools_{kind}"]).format(city=city)
    average = f"{random.randint(780, 920) / 10:.1f}" if random.random() < 0.25 else ""
    return School(level, place, random.choice(content.majors[kind]), end - 3, end, None, average)


def make_jobs(random: Random, content: Content, brief: Brief, *, after: School, city: str) -> tuple[Job, ...]:
    """Latest first. Stretches of 6 to 40 months, with gaps, now and then an overlap, and an internship at first."""
    done = after.end or brief.as_of.year - 1
    earliest = min(done * 12 + 6, brief.as_of.year * 12 + brief.as_of.month - 2)
    today = brief.as_of.year * 12 + brief.as_of.month - 1
    budget = max(0, today - earliest) if brief.months is None else brief.months
    decks: Decks = {}
    spans = list(stretch(random, today, budget))[:5]
    late = content.careers[brief.career].before
    jobs = [
        make_job(random, content, brief, span, city, decks, career=late if number >= 2 else brief.career)
        for number, span in enumerate(spans)
    ]
    if (not jobs and random.random() < 0.8) or random.random() < 0.2:
        start = (jobs[-1].start.year * 12 + (jobs[-1].start.month or 1) - 8) if jobs else earliest - 8
        jobs.append(
            make_job(
                random,
                content,
                brief,
                (start, start + random.randint(1, 4), False),
                city,
                decks,
                career=brief.career,
                kind="internship",
            )
        )
    return tuple(jobs)


def stretch(random: Random, today: int, budget: int) -> Iterator[tuple[int, int, bool]]:
    """(first month, last month, running) from the latest job back, `budget` months in all; months are year × 12 + month − 1."""
    running = random.random() < 0.6
    last = today if running else today - random.randint(1, 7)
    while budget >= 3:
        length = min(budget, random.randint(6, 40))
        if budget - length < 6:
            length = budget
        yield last - length + 1, last, running
        budget -= length
        last = last - length - random.choice((0, 0, 0, 1, 2, 4, -2))
        running = False


def make_job(
    random: Random,
    content: Content,
    brief: Brief,
    span: tuple[int, int, bool],
    city: str,
    decks: Decks,
    *,
    career: str,
    kind: WorkType = "job",
) -> Job:
    words = content.careers[career]
    english = brief.language == "en"
    first, last, running = span
    title = random.choice(words.titles_en if english or brief.language == "mixed" else words.titles_id)
    if kind == "internship":
        title = f"{title} Intern" if english else f"Magang {title}"
    duties = [deal(random, decks, words) for _ in range(random.randint(2, 4))]
    return Job(
        employer=make_employer(random, content),
        title=title,
        city=city if random.random() < 0.6 else random.choice(content.places)[0],
        start=PartialDate(first // 12, first % 12 + 1),
        end=None if running else PartialDate(last // 12, last % 12 + 1),
        type=kind,
        duties=tuple(dict.fromkeys(pair[1] if english else pair[0] for pair in duties)),
    )


def deal(random: Random, decks: Decks, career: Career) -> tuple[str, str]:
    """The next duty of a shuffled deck, so that one CV repeats itself only when the deck is through."""
    if not decks.get(career.id):
        decks[career.id] = random.sample(career.duties, len(career.duties))
    indonesian, english = decks[career.id].pop()
    number = str(random.randint(4, 40) * (1 if "tim" in indonesian.split() else 5))
    return indonesian.replace("{n}", number), english.replace("{n}", number)


def make_employer(random: Random, content: Content) -> str:
    a, b, c = (random.choice(content.words[key]) for key in ("employer_first", "employer_second", "employer_third"))
    if random.random() < 0.25:
        return random.choice(content.words["employer_other"]).format(a=a, b=b, c=c).strip()
    return f"{random.choice(('PT', 'PT', 'PT', 'CV'))} {a} {b} {c}".strip()
