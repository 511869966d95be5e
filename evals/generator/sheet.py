"""A story put into words: the sections of one CV, before any layout draws them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from evals.generator.phrases import MONTHS, Dates, choose_dates, write_ipk, write_phone, write_salary
from evals.generator.pools import Pools
from evals.generator.story import Job, Month, School, Story

LETTERS = {"D3": "A.Md.", "D4": "S.Tr.Kom.", "S1": "S.Kom.", "S2": "M.Kom.", "S3": "Dr."}
LETTERS_BY_MAJORS = {
    "finance": "S.E.",
    "office": "S.E.",
    "health": "S.Kep.",
    "teaching": "S.Pd.",
    "art": "S.Ds.",
    "people": "S.Psi.",
}
FLUENCY = {
    "dev": {"id": ("aktif", "pasif", "", "lisan dan tulisan", "TOEFL 520"), "en": ("fluent", "intermediate", "", "TOEFL 520")},
    "held": {
        "id": ("lancar", "cukup", "dasar", "penutur asli", "", "TOEIC 705", "mahir (IELTS 6.5)", "80%"),
        "en": ("native or bilingual", "B2", "working proficiency", "limited", "", "IELTS 6.5", "Advanced", "4/5"),
    },
}


@dataclass(frozen=True)
class Entry:
    """A job or a school: `head` stands first, `sub` second; `nested` belongs to the employer above it."""

    head: str
    sub: str = ""
    when: str = ""
    bullets: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True)
class Row:
    """The same job or school for tables and forms: employer and title, or school and degree; notes are duties or marks."""

    first: str
    second: str
    when: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One section; `entries` and `rows` say the same, a layout draws one of them."""

    key: str
    heading: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()
    tags: tuple[tuple[str, int | None], ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rows: tuple["Row", ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A CV in words. `contact` is (key, label, value), `identity` (label, value); `heads` all heading words."""

    language: str
    title: str
    name: str
    headline: str
    contact: tuple[tuple[str, str, str], ...]
    identity: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    heads: dict[str, str]
    labels: dict[str, str]
    columns: dict[str, str]
    labelled: bool
    dates: Dates
    letter: tuple[str, ...] = ()
    traits: tuple[str, ...] = field(default=())

    def of(self, *keys: str) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.key in keys)

    def without(self, *keys: str) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.key not in keys)


class Writer:
    """Chooses the words of one CV; `say` is the language of its sentences, `headings` that of its headings."""

    def __init__(self, random: Random, pools: Pools, story: Story, *, today: Month) -> None:
        self.random, self.pools, self.story, self.today = random, pools, story, today
        swap = story.language == "mixed" and random.random() < 0.4
        self.say = "en" if story.language == "en" or swap else "id"
        self.headings = "en" if story.language == "en" or (story.language == "mixed" and not swap) else "id"
        self.dates = choose_dates(random, pools, self.say)
        self.heads = {key: random.choice(words) for key, words in pools.list("headings", self.headings).items()}
        self.labels = {key: random.choice(words) for key, words in pools.list("labels", self.say).items()}
        self.order = random.choice(("title", "title", "employer", "employer", "both", "line", "labelled"))
        self.traits: list[str] = []

    def word(self, key: str) -> str:
        found: str = self.pools.pick(self.random, "wording", self.say, key)
        return found.replace("{a}", self.random.choice(self.pools.list("employers", "first")))

    def chance(self, share: float, trait: str = "") -> bool:
        hit = self.random.random() < share
        if hit and trait:
            self.traits.append(trait)
        return hit

    # the head of the CV

    def name(self) -> str:
        name, top = self.story.name, self.story.top()
        if self.chance(0.4 if top.level in LETTERS else 0, "degree_in_name"):
            letters = (
                LETTERS_BY_MAJORS.get(self.story.profession.majors, LETTERS[top.level])
                if top.level == "S1"
                else LETTERS[top.level]
            )
            name = f"Dr. {name}" if letters == "Dr." else f"{name}, {letters}"
        elif self.chance(0.06, "title_before_name"):
            front = self.random.choice(
                [t for t in self.pools.list("people", "titles_front") if (t == "Hj.") <= self.story.female]
            )
            name = f"{front} {name}"
        elif self.chance(0.05, "nickname"):
            name = f"{name} ({self.story.name.split()[-1][:4]})"
        if self.chance(0.35):
            self.traits.append("upper_case_name")
            name = name.upper()
        if " " not in self.story.name:
            self.traits.append("one_word_name")
        return name

    def contact(self) -> Iterator[tuple[str, str, str]]:
        phone = write_phone(self.random, self.story.phone)
        if self.chance(0.08, "two_phones"):
            phone += " / " + write_phone(self.random, "+6221" + str(self.random.randint(5000000, 8999999)))
        rows = [("phone", phone), ("email", self.story.email), ("city", self.address())]
        self.random.shuffle(rows)
        yield from ((key, self.labels[key], value) for key, value in rows)
        if self.chance(0.25, "links"):
            yield "link", "LinkedIn", "linkedin.com/in/" + self.story.email.split("@")[0]

    def address(self) -> str:
        city, region = self.story.city
        street = self.random.choice(
            (
                "Jl. Kemuning",
                "Jln Raya Sawo",
                "Gg. Delima II",
                "Perum Griya Asri Blok C",
                "Jl. Pahlawan",
                "Komplek Mawar Indah Blok B",
            )
        )
        short = self.random.choice((city, f"{city}, {region}", f"{city}, Indonesia", f"Kota {city}"))
        long = f"{street} No. {self.random.randint(1, 120)}" + self.random.choice(
            ("", " RT 03/RW 07", ", Kel. Sukamulya, Kec. Cempaka")
        )
        full = f"{long}, {city}" + self.random.choice(
            ("", f", {region}", f" {self.random.randint(10110, 96999)}", f", {region} {self.random.randint(10110, 96999)}")
        )
        if self.chance(0.5):
            return short
        self.traits.append("street_address")
        return full

    def identity(self) -> Iterator[tuple[str, str]]:
        """What forms tell of a person, and what no reader should take for a fact about work."""
        story, labels, english = self.story, self.labels, self.say == "en"
        birth = f"{self.random.randint(1, 28)} {self.random.choice(MONTHS[self.say])} {story.birth_year}"
        yield labels["born"], f"{story.birth_city}, {birth}"
        if self.chance(0.6):
            yield labels["sex"], ("Female" if english else "Perempuan") if story.female else ("Male" if english else "Laki-laki")
            yield (
                labels["status"],
                self.random.choice(("Single", "Married") if english else ("Belum menikah", "Menikah", "Lajang")),
            )
        if self.chance(0.4):
            yield labels["religion"], self.random.choice(("Islam", "Katolik", "Kristen", "Hindu", "Buddha"))
        if self.chance(0.25):
            yield labels["height"], f"{self.random.randint(150, 182)} cm / {self.random.randint(45, 85)} kg"
        if self.chance(0.12, "national_id"):
            yield labels["nik"], "0000" + "".join(str(self.random.randint(0, 9)) for _ in range(12))
        if self.chance(0.15, "two_addresses"):
            yield (
                labels["ktp"],
                f"Dusun Krajan RT 01/RW 02, {story.origin_city}" if not english else f"{story.origin_city}, Indonesia",
            )

    def summary(self) -> str:
        title = self.random.choice(self.story.profession.titles[self.say])
        major = self.story.top().major[0 if self.say == "id" else 1]
        return self.word("summary").format(title=title, major=major)

    # work

    def jobs(self, jobs: list[Job]) -> Iterator[Entry]:
        before = ""
        for n, job in enumerate(jobs):
            same = job.employer == before
            follows = n + 1 < len(jobs) and jobs[n + 1].employer == job.employer
            if follows and not same and self.chance(0.6, "grouped_roles"):
                yield Entry(job.employer, job.city)
                before = job.employer
                same = True
            yield self.job(job, nested=same and "grouped_roles" in self.traits)
            before = job.employer if same else ""

    def job(self, job: Job, *, nested: bool) -> Entry:
        when = self.dates.period(job.start, job.end, today=self.today)
        bullets = tuple(duty[0 if self.say == "id" else 1] for duty in job.duties)
        if nested:
            return Entry(job.title, "", when, bullets, nested=True)
        place = f"{job.employer}, {job.city}" if self.random.random() < 0.4 and job.city not in job.employer else job.employer
        return {
            "title": Entry(job.title, place, when, bullets),
            "employer": Entry(place, job.title, when, bullets),
            "both": Entry(f"{job.title} {'di' if self.say == 'id' else 'at'} {job.employer}", "", when, bullets),
            "line": Entry(f"{job.employer} – {job.title}", "", when, bullets),
            "labelled": Entry(place, f"{self.labels['position']}: {job.title}", when, bullets),
        }[self.order]

    def row(self, job: Job) -> Row:
        notes = tuple(duty[0 if self.say == "id" else 1] for duty in job.duties)
        return Row(job.employer, job.title, self.dates.period(job.start, job.end, today=self.today), notes)

    def work(self) -> Iterator[Section]:
        if self.order in ("both", "line"):
            self.traits.append("one_line_entries")
        apart = self.random.random() < 0.5
        inside = [j for j in self.story.jobs if j.type == "job" or not apart]
        outside = [j for j in self.story.jobs if j.type != "job" and apart]
        for key, group in (("work", inside), ("internship", outside)):
            rows = tuple(self.row(job) for job in group)
            if group:
                yield Section(key, self.heads[key], entries=tuple(self.jobs(group)), rows=rows)

    # education

    def education(self) -> Section:
        style = self.random.choice(("place", "place", "degree", "line", "short"))
        years = self.random.choice(("span", "span", "span", "end", "words"))
        rows = tuple(self.school(s, years) for s in self.story.schools)
        return Section("education", self.heads["education"], entries=tuple(school_entry(r, style) for r in rows), rows=rows)

    def school(self, school: School, years: str) -> Row:
        level = self.pools.pick(self.random, "levels", self.say, school.level)
        major = school.major[0 if self.say == "id" else 1]
        if self.chance(0.06 if school.level in ("S1", "D4") else 0, "concentration"):
            major += ", konsentrasi Sistem Cerdas" if self.say == "id" else ", concentration in Smart Systems"
        degree = f"{level} {major}".strip()
        when = self.years(school, years)
        marks = []
        if school.ipk:
            marks.append(write_ipk(self.random, self.pools, school.ipk, self.say))
        if school.average:
            marks.append(self.word("average").format(v=school.average.replace(".", ",")))
            self.traits.append("school_average")
        if not school.end:
            marks.append(self.word("running"))
            self.traits.append("running_degree")
        return Row(school.institution, degree, when, tuple(marks))

    def years(self, school: School, style: str) -> str:
        if not school.end:
            return f"{school.start} – {self.dates.now}"
        words = "Lulus {}" if self.say == "id" else "Graduated {}"
        forms = {
            "span": f"{school.start}{self.dates.joiner}{school.end}",
            "end": str(school.end),
            "words": words.format(school.end),
        }
        return forms[style]

    # the rest

    def skills(self) -> Section:
        heading, skills = self.heads["skills"], self.story.skills
        tags = tuple((written, level) for _, written, level in skills)
        extra = []
        if self.story.wish and self.chance(0.6, "wish_among_skills"):
            extra.append(self.word("wishes").format(wish=self.story.wish))
        if self.story.negation:
            self.traits.append("negation")
            extra.append(self.word("negations").format(wish=self.story.negation))
        half = len(tags) // 2
        names = ("Teknis", "Aplikasi") if self.say == "id" else ("Technical", "Tools")
        groups = ((names[0], tuple(t for t, _ in tags[:half])), (names[1], tuple(t for t, _ in tags[half:])))
        return Section("skills", heading, tags=tags, groups=groups, lines=tuple(extra))

    def certificates(self) -> tuple[str, ...]:
        form = self.random.choice(
            ("{n}", "{n} ({y})", "{n} – {i}, {y}", "{y} : {n}", "{n}, {i}", "{i} – {n} ({y})", "{n} | {i} | {y}")
        )
        return tuple(form.format(n=n, i=i, y=y) for n, i, y in self.story.certificates)

    def tongues(self) -> tuple[str, ...]:
        words = FLUENCY[self.pools.split][self.say]
        form = self.random.choice(("{} ({})", "{}: {}", "{} – {}"))
        rows = []
        for english, indonesian in self.story.tongues:
            name = (f"Bahasa {indonesian}" if self.random.random() < 0.75 else indonesian) if self.say == "id" else english
            fluency = self.random.choice(words)
            if fluency.startswith(("TO", "IE", "mahir")) and english != "English":
                fluency = ""
            rows.append(form.format(name, fluency) if fluency else name)
        return tuple(rows)

    def extras(self) -> Iterator[str]:
        if self.story.salary:
            yield f"{self.labels['salary']}: {write_salary(self.random, self.story.salary, self.say)}"
        if self.story.available:
            yield f"{self.labels['availability']}: {self.word('availability')}"
        if self.story.wish and "wish_among_skills" not in self.traits:
            self.traits.append("wish")
            yield self.word("wishes").format(wish=self.story.wish)

    def referees(self) -> Iterator[str]:
        for n in range(self.random.choice((1, 2))):
            phone = "0" + self.random.choice(("811", "812", "819")) + "000" + str(self.random.randint(10000, 99999))
            who = self.random.choice(("Bpk. Anwar Fuadi", "Ibu Silvia Marbun", "Rudolf Kaihatu", "Yenny Sutedja"))
            where = self.random.choice(self.story.jobs).employer if self.story.jobs else ""
            yield f"{who} – {'Manager' if n else 'HRD'} {where}, {phone}, {who.split()[-1].lower()}@kantor.example"

    def organisations(self) -> tuple[Entry, ...]:
        rows = []
        for _ in range(self.random.choice((1, 1, 2))):
            role, _, body = self.word("organisation").partition("|")
            year = self.random.randint(2012, 2025)
            rows.append(Entry(role, body, f"{year} – {year + 1}"))
        return tuple(dict.fromkeys(rows))

    def sections(self) -> Iterator[Section]:
        heads = self.heads
        if self.chance(0.75):
            yield Section("summary", heads["summary"], lines=(self.summary(),))
        yield from self.work()
        yield self.education()
        yield self.skills()
        yield Section("certificates", heads["certificates"], lines=self.certificates())
        yield Section("languages", heads["languages"], lines=self.tongues())
        if self.chance(0.35, "organisations"):
            yield Section("organisations", heads["organisations"], entries=self.organisations())
        if self.chance(0.2, "projects"):
            yield Section(
                "projects", heads["projects"], entries=(Entry(self.word("project"), "", str(self.random.randint(2019, 2026))),)
            )
        if self.chance(0.15, "seminars"):
            yield Section("seminars", heads["seminars"], lines=(f"{self.word('seminar')}, {self.random.randint(2016, 2026)}",))
        if self.chance(0.2, "hobbies"):
            yield Section("hobbies", heads["hobbies"], lines=(self.word("hobbies"),))
        yield Section("extras", heads["extras"], lines=tuple(self.extras()))
        if self.chance(0.22, "referees"):
            yield Section("referees", heads["referees"], lines=tuple(self.referees()))

    def letter(self) -> tuple[str, ...]:
        if not self.chance(0.06, "letter_before_cv"):
            return ()
        age = self.today // 12 - self.story.birth_year
        fill = {
            "employer": self.pools.pick(self.random, "employers", "first") + " Group",
            "city": self.story.city[0],
            "name": self.story.name,
            "title": self.random.choice(self.story.profession.titles[self.say]),
            "age": age,
        }
        return tuple(part.format(**fill) for part in self.pools.list("wording", self.say, "letter"))


def school_entry(row: Row, style: str) -> Entry:
    """The school first, the degree first, or everything on one line."""
    if style == "line":
        return Entry(f"{row.second}, {row.first} ({row.when}){''.join(f', {note}' for note in row.notes)}")
    if style == "short":
        return Entry(f"{row.first} – {row.second}", "", row.when, row.notes)
    head, sub = (row.first, row.second) if style == "place" else (row.second, row.first)
    return Entry(head, sub, row.when, row.notes)


def write_sheet(random: Random, pools: Pools, story: Story, *, today: Month) -> Sheet:
    """The CV of `story` in words of the split."""
    writer = Writer(random, pools, story, today=today)
    sections = [s for s in writer.sections() if s.entries or s.lines or s.tags]
    first = random.choices(("work", "education", "skills"), weights=(6, 3, 1))[0]
    sections.sort(key=lambda s: (s.key != "summary", s.key != first))
    shouted = random.random() < 0.4
    heads = {k: v.upper() for k, v in writer.heads.items()} if shouted else writer.heads
    sections = [Section(s.key, heads[s.key], s.entries, s.lines, s.tags, s.groups, s.rows) for s in sections]
    if random.random() < 0.05 and any(s.key == "languages" for s in sections):
        writer.traits.append("no_summary_no_order")
        tail = sections[1:]
        random.shuffle(tail)
        sections = sections[:1] + tail
    name, contact, identity, letter = writer.name(), tuple(writer.contact()), tuple(writer.identity()), writer.letter()
    traits = [*story.traits, *writer.traits, f"dates_{writer.dates.style}"]
    return Sheet(
        language=writer.say,
        title=heads["title"],
        name=name,
        headline=random.choice(story.profession.titles[writer.say]),
        contact=contact,
        identity=identity,
        sections=tuple(sections),
        heads=heads,
        labels=writer.labels,
        columns={key: random.choice(words) for key, words in pools.list("columns", writer.say).items()},
        labelled=random.random() < 0.5,
        dates=writer.dates,
        letter=letter,
        traits=tuple(dict.fromkeys(traits)),
    )
