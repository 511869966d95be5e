"""Drawn job adverts as ready terms, as many as wanted: Zipf skills, cities and employers, Indonesian and English mixed.

What is written comes from Tepat's own knowledge (titles, duties, skills) and places; the same seed gives the same documents.
Terms are made once per stretch of text and shared, so that a million documents are drawn in minutes and engines get ready terms.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.language.tokens import terms
from tepat.domain.occupations.occupation import Occupation
from tepat.domain.search import Document, Text
from tepat.domain.search.document import WEIGHTS

T = TypeVar("T")
EDUCATION = ("SMA", "SMK", "D3", "D4", "S1", "S2")
CONTRACTS = ("PKWT", "PKWTT", "magang", "harian", "borongan")
MODES = ("di kantor", "hibrida", "jarak jauh")
LEVELS = ("", "", "", "Junior", "Senior", "Staff", "Lead", "Magang", "Supervisor")
PLACES_OF_WORK = (
    *("kantor pusat", "cabang", "gudang", "pabrik", "rumah sakit", "sekolah", "hotel", "toko", "pelabuhan", "data center"),
    *("head office", "branch office", "warehouse", "plant", "hospital", "campus", "retail stores", "client site"),
)
EMPLOYER_WORDS = (
    *("Nusa", "Karya", "Samudra", "Bumi", "Cahaya", "Mitra", "Sinar", "Prima", "Griya", "Tirta", "Anugerah", "Sentosa"),
    *("Digital", "Logistik", "Medika", "Finansia", "Teknologi", "Media", "Pangan", "Energi", "Persada", "Abadi", "Jaya"),
    *("Makmur", "Utama"),
)
WITH = ("dengan", "memakai", "using", "pada")
TODAY = 1_795_910_400
DAY = 86_400


class Zipf(Generic[T]):
    """Draws from a list so that the n-th comes 1/n**exponent as often as the first."""

    def __init__(self, values: Sequence[T], exponent: float = 1.0) -> None:
        self.values = values
        self._sums = list(accumulate(1 / n**exponent for n in range(1, len(values) + 1)))

    def draw(self, rng: Random) -> T:
        return self.values[bisect(self._sums, rng.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of text and its terms."""

    text: str
    terms: tuple[str, ...]


def written(text: str) -> Written:
    return Written(text, terms(text))


@dataclass(frozen=True, slots=True)
class Pools:
    """What adverts are put together from."""

    titles: Zipf[tuple[str, Written]]
    skills: Zipf[tuple[str, Written]]
    duties: dict[str, Zipf[Written]]
    cities: Zipf[tuple[str, str, Written]]
    employers: Zipf[Written]
    closings: tuple[Written, ...]


def pools(seed: int = 20261129) -> Pools:
    """The pools, drawn from knowledge; about two seconds."""
    rng, knowledge = Random(seed), load_knowledge()
    occupations = sorted(knowledge.occupations.values(), key=lambda o: o.id)
    rng.shuffle(occupations)
    titles = [
        (o.id, written(" ".join(part for part in (level, name) if part)))
        for o in occupations
        for name in dict.fromkeys((o.name_id, o.name_en, *o.aliases))
        for level in dict.fromkeys(rng.choice(LEVELS) for _ in range(3))
    ]
    skills = sorted(knowledge.skills.values(), key=lambda s: s.id)
    rng.shuffle(skills)
    named = [(s.id, written(rng.choice((s.name, s.name, *s.aliases[:2])))) for s in skills]
    rng.shuffle(titles)
    places = [p for p in knowledge.places if p.kind != "province"]
    rng.shuffle(places)
    return Pools(
        Zipf(titles, 0.8),
        Zipf(named, 0.9),
        {o.id: Zipf(_sentences(o, named, rng), 0.6) for o in occupations},
        Zipf([(p.name, p.region, written(p.name)) for p in places[:400]], 1.0),
        Zipf([written(f"PT {' '.join(rng.sample(EMPLOYER_WORDS, 3))}") for _ in range(12_000)], 0.7),
        tuple(written(words) for words in CLOSINGS),
    )


CLOSINGS = (
    "Kirim lamaran dan CV terbaru lewat halaman ini",
    "Hanya pelamar yang sesuai syarat yang kami hubungi",
    "Bersedia bekerja dengan shift dan lembur bila perlu",
    "Only shortlisted applicants will be contacted",
    "Mampu bekerja sendiri maupun dalam tim, komunikasi baik",
    "Penempatan sesuai kebutuhan perusahaan, bersedia dinas luar kota",
    "Good command of English, written and spoken",
    "Benefit BPJS, THR, uang makan, dan transport",
)


def _sentences(occupation: Occupation, skills: Sequence[tuple[str, Written]], rng: Random) -> list[Written]:
    """Duties of an occupation in both languages, some with a tool and a place of work."""
    plain = [text for duty in occupation.duties for text in (duty.text_id, duty.text_en) if text]
    plain = plain or ["Mengerjakan tugas sesuai arahan atasan", "Handles daily tasks as assigned"]
    made = [written(text) for text in plain]
    for _ in range(24):
        tool, place = rng.choice(skills[:900])[1].text, rng.choice(PLACES_OF_WORK)
        made.append(written(f"{rng.choice(plain).rstrip('.')} {rng.choice(WITH)} {tool}, {place}"))
    return made


def documents(count: int, drawn: Pools, *, seed: int = 1, start: int = 0) -> Iterator[Document]:
    """Adverts number `start` to `start + count`; each depends on its number and the seed only."""
    for number in range(start, start + count):
        yield document(number, drawn, Random(f"{seed}/{number}"))


def document(number: int, drawn: Pools, rng: Random) -> Document:
    """One advert: title, 3 to 9 skills, 4 to 9 duties, employer, place, closing words; keywords and numbers beside."""
    occupation, title = drawn.titles.draw(rng)
    skills = dict(drawn.skills.draw(rng) for _ in range(rng.randint(3, 9)))
    duties = {drawn.duties[occupation].draw(rng) for _ in range(rng.randint(4, 9))}
    city, region, place = drawn.cities.draw(rng)
    employer = drawn.employers.draw(rng)
    salary = rng.randint(28, 200) * 100_000
    texts = (
        Text("title", title.terms, WEIGHTS["title"]),
        *(Text("skill", skill.terms, WEIGHTS["skill"]) for skill in skills.values()),
        *(Text("duties", duty.terms) for duty in sorted(duties, key=lambda d: d.text)),
        Text("employer", employer.terms),
        Text("place", place.terms),
        *(Text("body", words.terms) for words in rng.sample(drawn.closings, 2)),
    )
    return Document(
        id=f"p{number:07d}",
        kind="posting",
        texts=tuple(text for text in texts if text.terms),
        keywords={
            "city": (city,),
            **({"region": (region,)} if region else {}),
            "occupation": (occupation,),
            "skill": tuple(skills),
            "education": (rng.choices(EDUCATION, (12, 22, 24, 6, 34, 2))[0],),
            "contract": (rng.choices(CONTRACTS, (50, 25, 12, 8, 5))[0],),
            "work_mode": (rng.choices(MODES, (70, 18, 12))[0],),
            "employer": (employer.text,),
        },
        numbers={
            "published_at": TODAY - rng.randrange(90 * DAY),
            "salary": salary,
            "salary_min": salary,
            "experience_months": rng.choice((0, 0, 12, 12, 24, 24, 36, 60)),
        },
    )
