"""Reading a CV: text in, facts with their places out. The order of this file is the order of the reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

from tepat.domain.cv.certificates import read_certificates
from tepat.domain.cv.contact import contact_lines, read_email, read_phone
from tepat.domain.cv.details import read_availability, read_languages, read_salary, read_summary, tell_language
from tepat.domain.cv.education import EducationReader
from tepat.domain.cv.homes import read_home
from tepat.domain.cv.network import find_print
from tepat.domain.cv.network_facts import read_printed_education, read_printed_work, refine
from tepat.domain.cv.persons import read_name
from tepat.domain.cv.profile import Education, Profile, Work
from tepat.domain.cv.sections import Line, split_lines
from tepat.domain.cv.skills import read_skills
from tepat.domain.cv.warnings import find_instructions, warn_of_text
from tepat.domain.cv.work import WorkReader, sections_of
from tepat.domain.documents import ExtractedText, IncomingFile, Span, Unreadable
from tepat.domain.knowledge import Knowledge
from tepat.domain.language.places import PlaceIndex
from tepat.domain.occupations.classify import Job, classify_cv
from tepat.domain.occupations.occupation import OccupationScore

WORK = frozenset({"work", "internship", "volunteer"})
EDUCATION = frozenset({"education"})


@dataclass(frozen=True, slots=True)
class CVReading:
    """One CV: its text, what was understood of it, the occupations its work shows, and the knowledge it was read with."""

    extracted: ExtractedText
    profile: Profile
    occupations: tuple[OccupationScore, ...] = ()
    knowledge_version: str = ""


class CVReader(Protocol):
    """Reads files where hostile ones can do no harm."""

    def read_all(self, files: Iterable[IncomingFile], *, as_of: date) -> Iterator[tuple[int, CVReading | Unreadable]]:
        """Several files at once: yields (position in `files`, answer) as each is done. Never raises for a bad file."""
        ...


@dataclass(frozen=True, slots=True)
class _Tools:
    """What is built once from the knowledge."""

    places: PlaceIndex
    work: WorkReader
    education: EducationReader
    titles: frozenset[str]
    majors: frozenset[str]
    certificates: frozenset[str]


@lru_cache(maxsize=4)
def _tools(identity: "_Identity") -> _Tools:
    knowledge = identity.knowledge
    places = PlaceIndex(knowledge.places)
    titles = frozenset(alias.casefold() for o in knowledge.occupations.values() for alias in (o.name_id, o.name_en, *o.aliases))
    majors = frozenset(name.casefold() for major, others in knowledge.majors.items() for name in (major, *others))
    return _Tools(
        places=places,
        work=WorkReader(places, titles),
        education=EducationReader(places, majors),
        titles=titles,
        majors=majors,
        certificates=frozenset(w.casefold() for name, others in knowledge.certificates.items() for w in (name, *others)),
    )


class _Identity:
    """The knowledge as a key: the same version is the same knowledge."""

    __slots__ = ("knowledge",)

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __hash__(self) -> int:
        return hash(self.knowledge.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.knowledge.version == self.knowledge.version


def read_cv(extracted: ExtractedText, *, knowledge: Knowledge, as_of: date) -> CVReading:
    """Everything understood of one CV. `as_of` is today's date: it decides which education is finished."""
    text, tools = extracted.text, _tools(_Identity(knowledge))
    lines = split_lines(extracted)
    instructions = find_instructions(text)
    told = _blank(text, instructions)
    honest = tuple(line for line in lines if not any(s.start <= line.start < s.end for s in instructions))
    email = read_email(honest, text)
    home = read_home(honest, text, tools.places, contact := contact_lines(honest, email))
    printed = find_print(extracted, instructions)
    works = (printed and read_printed_work(printed, tools.places)) or _works(honest, text, tools)
    schools = (printed and read_printed_education(printed, as_of)) or _schools(honest, text, tools, as_of)
    profile = Profile(
        name=read_name(honest, email),
        email=email,
        phone=read_phone(honest, contact),
        city=home.city,
        region=home.region,
        summary=read_summary(honest),
        work=works,
        education=schools,
        skills=read_skills(honest, text, knowledge.skill_index, (*instructions, *_names(works)), tools.titles | tools.majors),
        certificates=read_certificates(honest, tools.certificates),
        languages=read_languages(honest, text),
        expected_salary_idr_month=read_salary(text),
        availability=read_availability(honest, text),
        language=tell_language(told),
        flags=(*extracted.warnings, *warn_of_text(text, instructions)),
    )
    profile = refine(profile, printed, tools.places, knowledge.skill_index) if printed else profile
    occupations = classify_cv(told, tuple(_jobs(works, as_of)), knowledge=knowledge)
    return CVReading(extracted, profile, occupations, knowledge.version)


def _works(lines: tuple[Line, ...], text: str, tools: _Tools) -> tuple[Work, ...]:
    return tuple(w for run in sections_of(lines, WORK) for w in tools.work.read(run, text))


def _schools(lines: tuple[Line, ...], text: str, tools: _Tools, as_of: date) -> tuple[Education, ...]:
    return tuple(e for run in sections_of(lines, EDUCATION) for e in tools.education.read(run, text, as_of))


def occupations_of(text: str, profile: Profile, *, knowledge: Knowledge, as_of: date) -> tuple[OccupationScore, ...]:
    """The occupations that the work of a profile shows, whose spans point into `text`."""
    return classify_cv(text, tuple(_jobs(profile.work, as_of)), knowledge=knowledge)


def _jobs(works: Iterable[Work], as_of: date) -> Iterator[Job]:
    """Engagements as the classifier takes them."""
    for work in works:
        if work.type != "volunteer":
            duties = Span(work.duties.spans[0].start, work.duties.spans[-1].end) if work.duties else None
            last = work.end.value if work.end else None
            months = 0 if last is None else (as_of.year - last.year) * 12 + as_of.month - (last.month or 6)
            yield Job(work.position.spans[0] if work.position else None, duties, max(0, months))


def _blank(text: str, spans: Iterable[Span]) -> str:
    """`text` with blanks in place of `spans`, so that offsets stay."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _names(works: Iterable[Work]) -> Iterator[Span]:
    """Names of employers and positions: they say who somebody was, not what they can do."""
    for work in works:
        for fact in (work.employer, work.position):
            yield from fact.spans if fact else ()
