"""Work and education in words."""

from collections.abc import Iterator
from dataclasses import replace

from evals.generator.phrases import write_ipk, write_salary
from evals.generator.sheet import Entry, Row, Section
from evals.generator.story import Job, School
from evals.generator.voice import Voice


def write_work(voice: Voice) -> Iterator[Section]:
    """Jobs, and internships among them or under a heading of their own."""
    if voice.order in ("both", "line"):
        voice.traits.append("one_line_entries")
    apart, notes = voice.random.random() < 0.5, choose_notes(voice)
    industry = voice.word("industry") if voice.chance(0.06, "employer_explained") else ""
    inside = [j for j in voice.story.jobs if j.type == "job" or not apart]
    outside = [j for j in voice.story.jobs if j.type != "job" and apart]
    for key, group in (("work", inside), ("internship", outside)):
        if group:
            rows = [write_row(voice, job, notes) for job in group]
            entries = tuple(write_entries(voice, group, rows, industry))
            yield Section(key, voice.heads[key], entries=entries, rows=tuple(rows))


def choose_notes(voice: Voice) -> str:
    """A kind of remark that this CV makes on every job: why it ended, what it paid, how it was employed, or none."""
    return voice.random.choice(("reason", "pay", "terms")) if voice.chance(0.15, "remarks_on_jobs") else ""


def write_row(voice: Voice, job: Job, notes: str) -> Row:
    bullets = [duty[1 if voice.english else 0] for duty in job.duties]
    if notes == "reason" and job.end:
        bullets.append(voice.word("reason"))
    if notes == "pay":
        bullets.append(voice.word("pay").format(v=write_salary(voice.random, voice.random.randint(6, 20) * 500_000, voice.say)))
    if notes == "terms":
        bullets.insert(0, voice.word("terms"))
    if bullets and voice.chance(0.03, "years_in_duties"):
        bullets.append(voice.word("dated_duty").format(y=job.start // 12, z=job.start // 12 + 1))
    return Row(job.employer, job.title, voice.dates.period(job.start, job.end, today=voice.today), tuple(bullets))


def write_entries(voice: Voice, jobs: list[Job], rows: list[Row], industry: str) -> Iterator[Entry]:
    """One entry per job; several jobs at one employer stand under it now and then."""
    over = ""
    for n, (job, row) in enumerate(zip(jobs, rows, strict=True)):
        follows = n + 1 < len(jobs) and jobs[n + 1].employer == job.employer
        if follows and job.employer != over and voice.chance(0.6, "grouped_roles"):
            yield Entry(job.employer, job.city)
            over = job.employer
        if job.employer == over:
            yield Entry(row.second, "", row.when, row.notes, nested=True)
            continue
        over = ""
        yield write_entry(voice, job, row, industry)


def write_entry(voice: Voice, job: Job, row: Row, industry: str) -> Entry:
    place = f"{row.first} ({industry})" if industry else row.first
    if voice.random.random() < 0.4 and job.city not in job.employer:
        place = f"{place}, {job.city}"
    plain = Entry(row.second, place, row.when, row.notes)
    return {
        "title": plain,
        "employer": replace(plain, head=place, sub=row.second),
        "both": replace(plain, head=f"{row.second} {'at' if voice.english else 'di'} {row.first}", sub=""),
        "line": replace(plain, head=f"{row.first} – {row.second}", sub=""),
        "labelled": replace(plain, head=place, sub=f"{voice.labels['position']}: {row.second}"),
    }[voice.order]


def write_education(voice: Voice) -> Section:
    """Latest first; some go back to primary school, some tell of studies left."""
    style = voice.random.choice(("place", "place", "degree", "line", "short"))
    years = voice.random.choice(("span", "span", "span", "end", "words"))
    rows = [write_school(voice, school, years) for school in voice.story.schools]
    if voice.story.top().level in ("SMA", "SMK") and voice.chance(0.1, "studies_left"):
        rows.insert(0, write_left(voice))
    if voice.chance(0.14 if not voice.english else 0.03, "primary_school"):
        start, city = voice.story.schools[-1].start, voice.story.birth_city
        rows.append(Row(f"SMP Negeri 2 {city}", "", f"{start - 3}{voice.dates.joiner}{start}", ()))
        rows.append(Row(f"SD Negeri 05 {city}", "", f"{start - 9}{voice.dates.joiner}{start - 3}", ()))
    entries = tuple(school_entry(row, style) for row in rows)
    return Section("education", voice.heads["education"], entries=entries, rows=tuple(rows))


def write_left(voice: Voice) -> Row:
    """Studies begun and not finished: no completed degree."""
    level = voice.pools.pick(voice.random, "levels", voice.say, "S1")
    year = voice.story.top().end or 0
    major = ("Manajemen", "Management")[voice.english]
    institution = voice.pools.pick(voice.random, "schools", "university")
    return Row(institution, f"{level} {major}".strip(), f"{year}{voice.dates.joiner}{year + 1}", (voice.word("left"),))


def write_school(voice: Voice, school: School, years: str) -> Row:
    level = voice.pools.pick(voice.random, "levels", voice.say, school.level)
    major = school.major[1 if voice.english else 0]
    if voice.chance(0.06 if school.level in ("S1", "D4") else 0, "concentration"):
        major += ", concentration in Smart Systems" if voice.english else ", konsentrasi Sistem Cerdas"
    marks = []
    if school.ipk:
        marks.append(write_ipk(voice.random, voice.pools, school.ipk, voice.say))
    if school.average:
        marks.append(voice.word("average").format(v=school.average.replace(".", ",")))
        voice.traits.append("school_average")
    if not school.end:
        marks.append(voice.word("running"))
        voice.traits.append("running_degree")
    return Row(school.institution, f"{level} {major}".strip(), write_years(voice, school, years), tuple(marks))


def write_years(voice: Voice, school: School, style: str) -> str:
    if not school.end:
        return f"{school.start} – {voice.dates.now}"
    words = "Graduated {}" if voice.english else "Lulus {}"
    forms = {"span": f"{school.start}{voice.dates.joiner}{school.end}", "end": str(school.end), "words": words.format(school.end)}
    return forms[style]


def school_entry(row: Row, style: str) -> Entry:
    """The school first, the degree first, or everything on one line."""
    if not row.second:
        return Entry(row.first, "", row.when, row.notes)
    if style == "line":
        return Entry(f"{row.second}, {row.first} ({row.when}){''.join(f', {note}' for note in row.notes)}")
    if style == "short":
        return Entry(f"{row.first} – {row.second}", "", row.when, row.notes)
    head, sub = (row.first, row.second) if style == "place" else (row.second, row.first)
    return Entry(head, sub, row.when, row.notes)
