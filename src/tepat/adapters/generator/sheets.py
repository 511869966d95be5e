"""A person put into words: the sections of one CV, before any layout draws them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from tepat.adapters.generator.careers import Job, School
from tepat.adapters.generator.persons import Person
from tepat.adapters.generator.wording import MONTHS, Wording

Order = Literal["title", "employer", "both", "line"]
SUMMARIES = {
    "id": (
        "Saya berpengalaman sebagai {title}, terbiasa bekerja dengan target dan senang belajar hal baru.",
        "Lulusan {major} yang teliti, komunikatif, dan siap bekerja dalam tim maupun mandiri.",
        "{title} yang mengutamakan kerapian kerja, dokumentasi, dan pelayanan kepada pengguna.",
    ),
    "id_more": (
        "Terbiasa menjelaskan hal teknis dengan bahasa sehari-hari.",
        "Mampu mengatur prioritas saat banyak permintaan datang bersamaan.",
        "Mencari tempat bekerja yang memberi ruang untuk berkembang.",
        "Jujur, disiplin, dan dapat diandalkan.",
    ),
    "en_more": (
        "Known for calm work under pressure and clear notes.",
        "Looking for a team that values quality over haste.",
        "Comfortable with shifting priorities and several stakeholders.",
        "Quick to learn and glad to share.",
    ),
    "en": (
        "{title} with a practical mind, careful documentation and a friendly manner.",
        "Graduate of {major}, used to targets and teamwork, always eager to learn.",
        "I enjoy solving problems where they arise and explaining them in plain words as {title}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A job or a school: `title` is what the layout prints first, `place` second; `when` may be empty."""

    title: str
    place: str
    when: str
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section holds entries, plain lines, or tags with an optional level of 1 to 5."""

    key: str
    heading: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()
    tags: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole CV in words. `contact` and `identity` are (label, value)."""

    title: str
    name: str
    headline: str
    contact: tuple[tuple[str, str], ...]
    identity: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    contact_heading: str
    identity_heading: str
    labelled: bool

    def find(self, *keys: str) -> tuple[Section, ...]:
        """The sections of these keys, in the order asked for; those the CV lacks are left out."""
        by_key = {section.key: section for section in self.sections}
        return tuple(by_key[key] for key in keys if key in by_key)

    def contact_lines(self) -> tuple[str, ...]:
        return tuple(f"{label}: {value}" if self.labelled else value for label, value in self.contact)


def compose_sheet(random: Random, person: Person, wording: Wording) -> Sheet:
    """The CV of `person` in the words of `wording`."""
    heads = wording.heading_words
    sections = [
        Section("summary", heads["summary"], lines=(summarize(random, person, wording),)),
        *work_sections(random, person, wording),
        Section("education", heads["education"], entries=tuple(say_school(random, s, wording) for s in person.schools)),
        Section("skills", heads["skills"], tags=tuple((skill.written, skill.level) for skill in person.skills)),
        Section("certificates", heads["certificates"], lines=tuple(say_certificates(random, person))),
        Section("languages", heads["languages"], lines=tuple(say_tongues(person, wording))),
        Section("organisations", heads["organisations"], lines=(person.organisation,) if random.random() < 0.35 else ()),
        Section("extras", heads["extras"], lines=tuple(say_extras(random, person, wording))),
        Section("referees", heads["referees"], lines=tuple(say_referees(person))),
    ]
    return Sheet(
        title="Curriculum Vitae" if wording.headings == "en" else random.choice(("Daftar Riwayat Hidup", "Curriculum Vitae")),
        name=say_name(random, person),
        headline=person.jobs[0].title if person.jobs and person.jobs[0].type == "job" else person.career.titles_en[0],
        contact=tuple(say_contact(random, person, wording)),
        identity=tuple(say_identity(random, person, wording)),
        sections=tuple(order_sections(random, [s for s in sections if s.entries or s.lines or s.tags])),
        contact_heading=heads["contact"],
        identity_heading=heads["identity"],
        labelled=random.random() < 0.55,
    )


def order_sections(random: Random, sections: list[Section]) -> list[Section]:
    """Most put work first; some begin with education or skills, and some have no summary."""
    first = random.choices(("", "education", "skills"), weights=(6, 3, 1))[0]
    rest = [s for s in sections if s.key != "summary" or random.random() < 0.85]
    return sorted(rest, key=lambda s: (s.key != "summary", s.key != first))


def say_name(random: Random, person: Person) -> str:
    name = person.name.upper() if random.random() < 0.3 else person.name
    return f"{name}, {person.degree}" if person.degree else name


def say_contact(random: Random, person: Person, wording: Wording) -> Iterator[tuple[str, str]]:
    place = person.city if random.random() < 0.5 else f"{person.address}, {person.city}"
    if random.random() < 0.25:
        place = f"{place}, {person.region}"
    rows = [("phone", write_phone(random, person.phone)), ("email", person.email), ("city", place)]
    random.shuffle(rows)
    return ((wording.label_words[key], value) for key, value in rows)


def write_phone(random: Random, phone: str) -> str:
    """One of the ways people write a mobile number."""
    rest = phone.removeprefix("+62")
    forms = (
        f"0{rest}",
        f"+62{rest}",
        f"0{rest[:3]}-{rest[3:7]}-{rest[7:]}",
        f"+62 {rest[:3]}-{rest[3:7]}-{rest[7:]}",
        f"0{rest[:3]} {rest[3:7]} {rest[7:]}",
        f"62{rest}",
        f"(+62) {rest[:3]} {rest[3:]}",
    )
    return random.choice(forms)


def say_identity(random: Random, person: Person, wording: Wording) -> Iterator[tuple[str, str]]:
    """What forms tell of a person and no reader should judge by."""
    labels, indonesian = wording.label_words, wording.sentences == "id"
    yield labels["born"], f"{person.birth_place}, {say_birth(person, wording)}"
    if random.random() < 0.6:
        words = ("Perempuan", "Laki-laki") if indonesian else ("Female", "Male")
        yield labels["sex"], words[0 if person.female else 1]
        yield labels["status"], random.choice(("Belum menikah", "Menikah") if indonesian else ("Single", "Married"))
    if random.random() < 0.3:
        yield labels["height"], f"{random.randint(150, 180)} cm"


def say_birth(person: Person, wording: Wording) -> str:
    birth = person.birth_date
    return f"{birth.day} {MONTHS[wording.sentences][birth.month - 1]} {birth.year}"


def summarize(random: Random, person: Person, wording: Wording) -> str:
    major = person.schools[0].major[0 if wording.sentences == "id" else 1]
    title = person.career.titles_id[0] if wording.sentences == "id" else person.career.titles_en[0]
    more = random.sample(SUMMARIES[f"{wording.sentences}_more"], random.choice((0, 1, 2)))
    return " ".join((random.choice(SUMMARIES[wording.sentences]).format(title=title, major=major), *more))


def work_sections(random: Random, person: Person, wording: Wording) -> Iterator[Section]:
    """Jobs, and internships either among them or under a heading of their own; a few tell the oldest first."""
    order: Order = random.choices(("title", "employer", "both", "line"), weights=(4, 4, 2, 1))[0]
    apart = random.random() < 0.5
    told = person.jobs[::-1] if random.random() < 0.1 else person.jobs
    jobs = [job for job in told if job.type == "job" or not apart]
    internships = [job for job in told if job.type != "job" and apart]
    for key, group in (("work", jobs), ("internships", internships)):
        entries = tuple(say_job(job, wording, order=order) for job in group)
        if entries:
            yield Section(key, wording.heading_words[key], entries=entries)


def say_job(job: Job, wording: Wording, *, order: Order) -> Entry:
    """The title first, the employer first, both on one line above the city, or everything on one line."""
    when = wording.say_period(job.start, job.end)
    if wording.durations and job.end:
        when += f" ({wording.say_duration(count_months(job))})"
    if wording.brackets:
        when = f"({when})"
    label = wording.label_words["position"]
    entries = {
        "both": Entry(f"{job.title} – {job.employer}", job.city, when, job.duties),
        "title": Entry(job.title, f"{job.employer}, {job.city}", when, job.duties),
        "employer": Entry(f"{job.employer}, {job.city}", f"{label}: {job.title}", when, job.duties),
        "line": Entry(f"{job.title}, {job.employer}, {job.city}, {when}", "", "", job.duties),
    }
    return entries[order]


def count_months(job: Job) -> int:
    """Months from start to end, inclusive; the job must have ended."""
    end = job.end or job.start
    return (end.year - job.start.year) * 12 + (end.month or 12) - (job.start.month or 1) + 1


def say_school(random: Random, school: School, wording: Wording) -> Entry:
    major = school.major[0 if wording.sentences == "id" else 1]
    level = wording.level_words[school.level]
    place = f"{level} {major}" if school.level not in ("SMA", "SMK") or wording.sentences == "en" else major
    end = str(school.end) if school.end else wording.now
    marks = []
    if school.ipk is not None:
        label = "IPK" if wording.sentences == "id" else "GPA"
        number = f"{school.ipk:.2f}".replace(".", "," if wording.sentences == "id" and random.random() < 0.4 else ".")
        marks.append(f"{label} {number}" + random.choice(("", "/4.00", " / 4,00" if "," in number else "/4.00")))
    if school.average:
        marks.append(("Nilai rata-rata " if wording.sentences == "id" else "Average mark ") + school.average)
    if not school.completed:
        marks.append(
            random.choice(("masih kuliah", "Semester 3") if wording.sentences == "id" else ("in progress", "3rd semester"))
        )
    when = f"{school.start}{wording.joiner}{end}"
    if wording.schools_in_line:
        return Entry(", ".join((f"{place}, {school.institution} ({when})", *marks)), "", "")
    return Entry(school.institution, place, when, tuple(marks))


def say_certificates(random: Random, person: Person) -> Iterator[str]:
    form = random.choice(("{name} ({year})", "{name}, {year}", "{name}", "{year} – {name}"))
    return (form.format(name=name, year=year) for name, year in person.certificates)


def say_tongues(person: Person, wording: Wording) -> Iterable[str]:
    for tongue in person.tongues:
        name = f"Bahasa {tongue.name_id}" if wording.sentences == "id" else tongue.name
        yield f"{name} ({tongue.fluency})" if tongue.fluency else name


def say_extras(random: Random, person: Person, wording: Wording) -> Iterator[str]:
    labels = wording.label_words
    if person.salary:
        number = f"{person.salary:,}".replace(",", "." if wording.sentences == "id" else ",")
        short = f"{person.salary / 1_000_000:g}".replace(".", ",")
        forms = (
            (f"Rp {number}", f"Rp{number},-", f"IDR {number}", f"{short} juta")
            if wording.sentences == "id"
            else (f"IDR {number}",)
        )
        yield f"{labels['salary']}: {random.choice(forms)}"
    if person.availability:
        yield f"{labels['availability']}: {person.availability}"
    yield from person.promises
    if person.wish:
        yield f"{labels['wish']}: {person.wish}"


def say_referees(person: Person) -> Iterator[str]:
    return (f"{r.name} – {r.position}, 0{r.phone.removeprefix('+62')}" for r in person.referees)
