"""The head of a CV: name, contact, personal data, summary, and a letter before it or a signature after it."""

from collections.abc import Iterator

from evals.generator.phrases import MONTHS, write_phone
from evals.generator.sheet import Section
from evals.generator.voice import Voice

LETTERS = {"D3": "A.Md.", "D4": "S.Tr.Kom.", "S1": "S.Kom.", "S2": "M.Kom.", "S3": "Dr."}
BACHELORS = {"finance": "S.E.", "office": "S.E.", "health": "S.Kep.", "teaching": "S.Pd.", "art": "S.Ds.", "people": "S.Psi."}
STREETS = (
    "Jl. Kemuning",
    "Jln Raya Sawo",
    "Gg. Delima II",
    "Perum Griya Asri Blok C",
    "Jl. Pahlawan",
    "Komplek Mawar Indah Blok B",
)


def write_name(voice: Voice) -> str:
    """With degrees, a title or a nickname now and then, and often in capitals."""
    name, top = voice.story.name, voice.story.top()
    if voice.chance(0.4 if top.level in LETTERS else 0, "degree_in_name"):
        letters = LETTERS[top.level]
        if top.level == "S1":
            letters = BACHELORS.get(voice.story.profession.majors, letters)
        name = f"Dr. {name}" if letters == "Dr." else f"{name}, {letters}"
    elif voice.chance(0.06, "title_before_name"):
        fronts = [t for t in voice.pools.list("people", "titles_front") if (t == "Hj.") <= voice.story.female]
        name = f"{voice.random.choice(fronts)} {name}"
    elif voice.chance(0.05, "nickname"):
        name = f"{name} ({voice.story.name.split()[-1][:4]})"
    if " " not in voice.story.name:
        voice.traits.append("one_word_name")
    return name.upper() if voice.chance(0.35, "upper_case_name") else name


def write_contact(voice: Voice) -> Iterator[tuple[str, str, str]]:
    """(key, label, value), in any order."""
    phone = write_phone(voice.random, voice.story.phone)
    if voice.chance(0.08, "two_phones"):
        phone += " / " + write_phone(voice.random, "+6221" + str(voice.random.randint(5000000, 8999999)))
    rows = [("phone", phone), ("email", voice.story.email), ("city", write_address(voice))]
    voice.random.shuffle(rows)
    yield from ((key, voice.labels[key], value) for key, value in rows)
    if voice.chance(0.25, "links"):
        yield "link", "LinkedIn", "linkedin.com/in/" + voice.story.email.split("@")[0]


def write_address(voice: Voice) -> str:
    random, (city, region) = voice.random, voice.story.city
    short = random.choice((city, f"{city}, {region}", f"{city}, Indonesia", f"Kota {city}"))
    street = f"{random.choice(STREETS)} No. {random.randint(1, 120)}"
    street += random.choice(("", " RT 03/RW 07", ", Kel. Sukamulya, Kec. Cempaka"))
    code = random.randint(10110, 96999)
    long = f"{street}, {city}" + random.choice(("", f", {region}", f" {code}", f", {region} {code}"))
    return long if voice.chance(0.5, "street_address") else short


def write_identity(voice: Voice) -> Iterator[tuple[str, str]]:
    """What forms tell of a person, and what no reader should take for a fact about work."""
    random, story, labels, english = voice.random, voice.story, voice.labels, voice.english
    birth = f"{random.randint(1, 28)} {random.choice(MONTHS[voice.say])} {story.birth_year}"
    yield labels["born"], f"{story.birth_city}, {birth}"
    if voice.chance(0.6):
        yield labels["sex"], ("Female" if english else "Perempuan") if story.female else ("Male" if english else "Laki-laki")
        yield labels["status"], random.choice(("Single", "Married") if english else ("Belum menikah", "Menikah", "Lajang"))
    if voice.chance(0.4):
        yield labels["religion"], random.choice(("Islam", "Katolik", "Kristen", "Hindu", "Buddha"))
    if voice.chance(0.25):
        yield labels["height"], f"{random.randint(150, 182)} cm / {random.randint(45, 85)} kg"
    if voice.chance(0.12, "national_id"):
        yield labels["nik"], "0000" + "".join(str(random.randint(0, 9)) for _ in range(12))
    if voice.chance(0.15, "two_addresses"):
        yield labels["ktp"], f"{story.origin_city}, Indonesia" if english else f"Dusun Krajan RT 01/RW 02, {story.origin_city}"


def write_summary(voice: Voice) -> Section:
    title = voice.random.choice(voice.story.profession.titles[voice.say])
    major = voice.story.top().major[1 if voice.english else 0]
    return Section("summary", voice.heads["summary"], lines=(voice.word("summary").format(title=title, major=major),))


def write_letter(voice: Voice) -> tuple[str, ...]:
    """Paragraphs of an application letter, or none."""
    if not voice.chance(0.06, "letter_before_cv"):
        return ()
    fill = {
        "employer": voice.pools.pick(voice.random, "employers", "first") + " Group",
        "city": voice.story.city[0],
        "name": voice.story.name,
        "title": voice.random.choice(voice.story.profession.titles[voice.say]),
        "age": voice.today // 12 - voice.story.birth_year,
    }
    return tuple(part.format(**fill) for part in voice.pools.list("wording", voice.say, "letter"))


def write_closing(voice: Voice) -> Section:
    """A declaration, place and date, and the name once more: as forms end."""
    place = voice.story.city[0] if voice.random.random() < 0.7 else voice.story.origin_city
    day = f"{voice.random.randint(1, 20)} {MONTHS[voice.say][voice.today % 12]} {voice.today // 12}"
    return Section("closing", "", lines=(voice.word("closing"), f"{place}, {day}", voice.story.name))
