"""The smaller sections in words: skills, certificates, languages, and what stands around them."""

from collections.abc import Iterator

from evals.generator.phrases import write_phone, write_salary
from evals.generator.sheet import Entry, Section
from evals.generator.voice import Voice

FLUENCY = {
    "dev": {"id": ("aktif", "pasif", "", "lisan dan tulisan", "TOEFL 520"), "en": ("fluent", "intermediate", "", "TOEFL 520")},
    "held": {
        "id": ("lancar", "cukup", "dasar", "penutur asli", "", "TOEIC 705", "mahir (IELTS 6.5)", "80%"),
        "en": ("native or bilingual", "B2", "working proficiency", "limited", "", "IELTS 6.5", "Advanced", "4/5"),
    },
}
CERTIFICATE_FORMS = ("{n}", "{n} ({y})", "{n} – {i}, {y}", "{y} : {n}", "{n}, {i}", "{i} – {n} ({y})", "{n} | {i} | {y}")
REFEREES = ("Bpk. Anwar Fuadi", "Ibu Silvia Marbun", "Rudolf Kaihatu", "Yenny Sutedja")


def write_skills(voice: Voice) -> Section:
    """The list, in two groups for layouts that show groups; a wish or a lack may stand under it."""
    tags = tuple((written, level) for _, written, level in voice.story.skills)
    lines = []
    if voice.story.wish and voice.chance(0.6, "wish_among_skills"):
        lines.append(voice.word("wishes").format(wish=voice.story.wish))
    if voice.story.negation:
        voice.traits.append("negation")
        lines.append(voice.word("negations").format(wish=voice.story.negation))
    words, half = tuple(text for text, _ in tags), len(tags) // 2
    names = ("Technical", "Tools") if voice.english else ("Teknis", "Aplikasi")
    groups = ((names[0], words[:half]), (names[1], words[half:]))
    return Section("skills", voice.heads["skills"], tags=tags, groups=groups, lines=tuple(lines))


def write_certificates(voice: Voice) -> Section:
    form = voice.random.choice(CERTIFICATE_FORMS)
    lines = tuple(form.format(n=n, i=i, y=y) for n, i, y in voice.story.certificates)
    return Section("certificates", voice.heads["certificates"], lines=lines)


def write_tongues(voice: Voice) -> Section:
    words, form = FLUENCY[voice.pools.split][voice.say], voice.random.choice(("{} ({})", "{}: {}", "{} – {}"))
    lines = []
    for english, indonesian in voice.story.tongues:
        name = english
        if not voice.english:
            name = f"Bahasa {indonesian}" if voice.random.random() < 0.75 else indonesian
        fluency = voice.random.choice(words)
        if fluency.startswith(("TO", "IE", "mahir")) and english != "English":
            fluency = ""
        lines.append(form.format(name, fluency) if fluency else name)
    return Section("languages", voice.heads["languages"], lines=tuple(lines))


def write_extras(voice: Voice) -> Section:
    lines = []
    if voice.story.salary:
        lines.append(f"{voice.labels['salary']}: {write_salary(voice.random, voice.story.salary, voice.say)}")
    if voice.story.available:
        lines.append(f"{voice.labels['availability']}: {voice.word('availability')}")
    if voice.story.wish and "wish_among_skills" not in voice.traits:
        voice.traits.append("wish")
        lines.append(voice.word("wishes").format(wish=voice.story.wish))
    if voice.chance(0.06, "emergency_contact"):
        lines.append(voice.word("emergency").format(v=f"Ratna {stranger(voice)}"))
    return Section("extras", voice.heads["extras"], lines=tuple(lines))


def stranger(voice: Voice) -> str:
    """A phone number that is not the candidate's."""
    return write_phone(voice.random, "+62819000" + str(voice.random.randint(10000, 99999)))


def write_referees(voice: Voice) -> Section:
    lines = []
    for n in range(voice.random.choice((1, 2))):
        who = voice.random.choice(REFEREES)
        where = voice.random.choice(voice.story.jobs).employer if voice.story.jobs else ""
        lines.append(f"{who} – {'Manager' if n else 'HRD'} {where}, {stranger(voice)}, {who.split()[-1].lower()}@kantor.example")
    return Section("referees", voice.heads["referees"], lines=tuple(lines))


def write_organisations(voice: Voice) -> Section:
    entries = []
    for _ in range(voice.random.choice((1, 1, 2))):
        role, _, body = voice.word("organisation").partition("|")
        year = voice.random.randint(2012, 2025)
        entries.append(Entry(role, body, f"{year} – {year + 1}"))
    return Section("organisations", voice.heads["organisations"], entries=tuple(entries))


def write_rest(voice: Voice) -> Iterator[Section]:
    """What some CVs have: activities, projects, seminars, prizes, hobbies, family."""
    random, heads = voice.random, voice.heads
    if voice.chance(0.35, "organisations"):
        yield write_organisations(voice)
    if voice.chance(0.2, "projects"):
        made = Entry(voice.word("project"), "", str(random.randint(2019, 2026)))
        yield Section("projects", heads["projects"], entries=(made,))
    if voice.chance(0.15, "seminars"):
        yield Section("seminars", heads["seminars"], lines=(f"{voice.word('seminar')}, {random.randint(2016, 2026)}",))
    if voice.chance(0.12, "prizes"):
        yield Section("prizes", heads["prizes"], lines=(f"{voice.word('prize')} ({random.randint(2012, 2025)})",))
    if voice.chance(0.2, "hobbies"):
        yield Section("hobbies", heads["hobbies"], lines=(voice.word("hobbies"),))
    if voice.chance(0.0 if voice.english else 0.06, "family"):
        yield Section(
            "family",
            heads["family"],
            lines=("Ayah: Suparno (wiraswasta)", "Ibu: Siti Aminah (ibu rumah tangga)", "Anak ke-2 dari 3"),
        )
