"""A profile filled in by hand → the canonical text of a CV, and the document whose evidence points into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tepat.domain.cv.profile import EducationLevel, WorkType

Document = dict[str, Any]
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@dataclass(frozen=True, slots=True)
class WorkValues:
    """`start` and `end` are "YYYY-MM" or "YYYY"; `end` None means that it still runs."""

    position: str
    employer: str = ""
    start: str | None = None
    end: str | None = None
    duties: str = ""
    type: WorkType = "job"


@dataclass(frozen=True, slots=True)
class EducationValues:
    """`year` of the end, `start` "YYYY-MM" or "YYYY", `grade` an IPK on the scale of 4.00."""

    level: EducationLevel
    area: str = ""
    institution: str = ""
    year: int | None = None
    grade: float | None = None
    completed: bool = True
    start: str | None = None


@dataclass(frozen=True, slots=True)
class SkillValue:
    """A skill by its canonical id and name, as looked up; `written` as the person typed it."""

    id: str
    name: str
    written: str


@dataclass(frozen=True, slots=True)
class ProfileValues:
    """What a person typed. Telephone in E.164; `languages` by English name with the words shown.

    `issuers` by certificate, `fluencies` by language: only where they are known.
    """

    name: str
    email: str = ""
    phone: str = ""
    city: str = ""
    region: str = ""
    summary: str = ""
    work: tuple[WorkValues, ...] = ()
    education: tuple[EducationValues, ...] = ()
    skills: tuple[SkillValue, ...] = ()
    certificates: tuple[str, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    issuers: Mapping[str, str] = field(default_factory=dict)
    fluencies: Mapping[str, str] = field(default_factory=dict)


def compose(values: ProfileValues) -> tuple[str, Document]:
    """(canonical text, document as `to_document` makes it). Every evidence span covers exactly the words of its fact."""
    sheet = _Sheet()
    document: Document = {
        "basics": _basics(values, sheet),
        "work": [_work(work, n, sheet) for n, work in enumerate(values.work)],
        "education": [_education(e, n, sheet) for n, e in enumerate(values.education)],
        "skills": _skills(values.skills, sheet),
        "certificates": [],
        "languages": [],
    }
    certificates = ((c, c) for c in values.certificates)
    document["certificates"] = _list(sheet, "Sertifikat", "/certificates", "name", certificates, issuer=values.issuers)
    document["languages"] = _list(sheet, "Bahasa", "/languages", "language", values.languages, fluency=values.fluencies)
    meta = {"language": "id", "pages": 1, "ocr": False, "flags": [], "occupations": [], "confidence": {}}
    text = sheet.text.rstrip("\n") + "\n"
    return text, {**document, "meta": meta, "evidence": dict(sorted(sheet.evidence.items()))}


class _Sheet:
    """Writes lines and remembers where each fact stands."""

    def __init__(self) -> None:
        self.text = ""
        self.evidence: dict[str, list[dict[str, int]]] = {}

    def say(self, words: str, *pointers: str) -> None:
        """Writes words; they prove the facts under these pointers."""
        for pointer in pointers if words else ():
            self.evidence[pointer] = [{"start": len(self.text), "end": len(self.text) + len(words), "page": 1}]
        self.text += words

    def cover(self, pointer: str, start: int) -> None:
        """What was written since `start` proves the whole entry."""
        end = len(self.text.rstrip())
        if end > start:
            self.evidence[pointer] = [{"start": start, "end": end, "page": 1}]

    def head(self, words: str) -> None:
        self.text = self.text.rstrip("\n") + f"\n\n{words}\n" if self.text else f"{words}\n"


def _some(**values: Any) -> Document:
    return {key: value for key, value in values.items() if value not in (None, "")}


def _basics(values: ProfileValues, sheet: _Sheet) -> Document:
    sheet.say(_flat(values.name), *_if(values.name, "/basics/name"))
    sheet.text += "\n"
    for words, pointer in ((values.phone, "/basics/phone"), (values.email, "/basics/email")):
        if words:
            sheet.say(_flat(words), pointer)
            sheet.text += "\n"
    if values.city:
        sheet.say(_flat(values.city), "/basics/location/city")
        if values.region:
            sheet.text += ", "
            sheet.say(_flat(values.region), "/basics/location/region")
        sheet.text += "\n"
    if values.summary:
        sheet.head("Ringkasan")
        sheet.say(_paragraph(values.summary), "/basics/summary")
    location = _some(city=_flat(values.city), region=_flat(values.region), countryCode="ID") if values.city else None
    return _some(
        name=_flat(values.name),
        email=values.email,
        phone=values.phone,
        location=location,
        summary=_paragraph(values.summary),
    )


def _work(work: WorkValues, n: int, sheet: _Sheet) -> Document:
    at = f"/work/{n}"
    sheet.head("Pengalaman") if n == 0 else sheet.say("\n\n")
    start = len(sheet.text)
    sheet.say(_flat(work.position), f"{at}/position")
    if work.employer:
        sheet.say(", ")
        sheet.say(_flat(work.employer), f"{at}/name")
    if work.start:
        sheet.say("\t")
        sheet.say(_month(work.start), f"{at}/startDate")
        sheet.say(" – ")
        sheet.say(_month(work.end) if work.end else "sekarang", f"{at}/endDate")
    if work.duties.strip():
        sheet.say("\n")
        sheet.say(_paragraph(work.duties), f"{at}/summary")
    sheet.cover(at, start)
    found = _some(
        name=_flat(work.employer),
        position=_flat(work.position),
        startDate=work.start,
        endDate=work.end if work.start else None,
        summary=_paragraph(work.duties),
        type=work.type,
    )
    return {**found, "endDate": None} if work.start and not work.end else found


def _education(education: EducationValues, n: int, sheet: _Sheet) -> Document:
    at = f"/education/{n}"
    sheet.head("Pendidikan") if n == 0 else sheet.say("\n")
    start = len(sheet.text)
    sheet.say(education.level, f"{at}/studyType")
    if education.area:
        sheet.say(" ")
        sheet.say(_flat(education.area), f"{at}/area")
    for lead, words, key in (
        (", ", _flat(education.institution), "institution"),
        (", ", _month(education.start) if education.start else "", "startDate"),
        (" – " if education.start else ", ", str(education.year or ""), "endDate"),
        (", IPK ", "" if education.grade is None else f"{education.grade:.2f}", "score"),
    ):
        if words:
            sheet.say(lead)
            sheet.say(words, f"{at}/{key}")
    sheet.cover(at, start)
    return _some(
        institution=_flat(education.institution),
        area=_flat(education.area),
        studyType=education.level,
        startDate=education.start,
        endDate=str(education.year) if education.year else None,
        score=None if education.grade is None else f"{education.grade:.2f}",
        completed=education.completed,
    )


def _skills(skills: tuple[SkillValue, ...], sheet: _Sheet) -> list[Document]:
    _list(sheet, "Keahlian", "/skills", "name", ((s.name, s.written) for s in skills))
    return [{"id": s.id, "name": s.name, "keywords": [_flat(s.written)], "in_work": False} for s in skills]


def _list(
    sheet: _Sheet, heading: str, at: str, key: str, items: Iterable[tuple[str, str]], **remarks: Mapping[str, str]
) -> list[Document]:
    """(value, words shown) on one line under a heading, each with its remarks in brackets."""
    found = []
    for n, (value, words) in enumerate((v, _flat(w)) for v, w in items if _flat(w)):
        sheet.head(heading) if n == 0 else sheet.say(", ")
        sheet.say(words, f"{at}/{n}")
        known = {name: remark for name, by_value in remarks.items() if (remark := _flat(by_value.get(value, "")))}
        for name, remark in known.items():
            sheet.say(" (")
            sheet.say(remark, f"{at}/{n}/{name}")
            sheet.say(")")
        found.append({key: value, **known})
    return found


def _if(condition: str, *pointers: str) -> tuple[str, ...]:
    return pointers if _flat(condition) else ()


def _flat(words: str) -> str:
    return " ".join(words.split())


def _paragraph(words: str) -> str:
    """Lines without white space at their ends, blank ones left out."""
    return "\n".join(line for line in (_flat(line) for line in words.splitlines()) if line)


def _month(written: str) -> str:
    year, _, month = written.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
