"""The profile as a document, in JSON Resume's words, with evidence as JSON pointers: what is stored, printed and sent."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from tepat.domain.cv.profile import (
    Certificate,
    Education,
    Fact,
    LanguageFact,
    PartialDate,
    Profile,
    SkillFact,
    Work,
)
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import DocumentWarning, ExtractedText, Span

Document = dict[str, Any]
T = TypeVar("T")
NOWHERE = Span(0, 0)
"""The place of an entry that a person typed in."""
JSON_RESUME = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


class _Proof:
    """Collects places and confidence of facts under their pointers."""

    def __init__(self, extracted: ExtractedText) -> None:
        self._extracted = extracted
        self.evidence: dict[str, list[dict[str, int]]] = {}
        self.confidence: dict[str, float] = {}

    def add(self, pointer: str, spans: Iterable[Span], confidence: float = 1.0) -> None:
        if places := self.places(spans):
            self.evidence[pointer] = places
        if confidence != 1.0:
            self.confidence[pointer] = confidence

    def places(self, spans: Iterable[Span]) -> list[dict[str, int]]:
        return [{"start": s.start, "end": s.end, "page": self._extracted.page_of(s.start)} for s in spans if s != NOWHERE]

    def value(self, pointer: str, fact: Fact[T] | None) -> T | None:
        """The fact's value, its proof noted under `pointer`."""
        if fact is None:
            return None
        self.add(pointer, fact.spans, fact.confidence)
        return fact.value

    def moment(self, pointer: str, fact: Fact[PartialDate] | None) -> str | None:
        return str(fact.value) if fact and self.value(pointer, fact) else None


def to_document(reading: CVReading, *, as_of: date) -> Document:
    """The contract's document of one CV, without file name, digest and text. Values are JSON's own; absent ones are left out."""
    profile, proof = reading.profile, _Proof(reading.extracted)
    location = {
        "city": proof.value("/basics/location/city", profile.city),
        "region": proof.value("/basics/location/region", profile.region),
        "countryCode": "ID" if profile.city or profile.region else None,
    }
    document: Document = {
        "basics": _some(
            name=proof.value("/basics/name", profile.name),
            email=proof.value("/basics/email", profile.email),
            phone=proof.value("/basics/phone", profile.phone),
            location=_some(**location) or None,
            summary=proof.value("/basics/summary", profile.summary),
        ),
        "work": [_work(work, f"/work/{n}", proof) for n, work in enumerate(profile.work)],
        "education": [_education(e, f"/education/{n}", proof) for n, e in enumerate(profile.education)],
        "skills": [_skill(skill, f"/skills/{n}", proof) for n, skill in enumerate(profile.skills)],
        "certificates": [_certificate(c, f"/certificates/{n}", proof) for n, c in enumerate(profile.certificates)],
        "languages": [_language(fact, f"/languages/{n}", proof) for n, fact in enumerate(profile.languages)],
    }
    return {**document, "meta": _meta(reading, as_of, proof), "evidence": dict(sorted(proof.evidence.items()))}


def _some(**values: Any) -> Document:
    return {key: value for key, value in values.items() if value is not None}


def _work(work: Work, at: str, proof: _Proof) -> Document:
    proof.add(at, (work.span,))
    found = _some(
        name=proof.value(f"{at}/name", work.employer),
        position=proof.value(f"{at}/position", work.position),
        startDate=proof.moment(f"{at}/startDate", work.start),
        endDate=proof.moment(f"{at}/endDate", work.end),
        summary=proof.value(f"{at}/summary", work.duties),
        type=work.type,
    )
    return {**found, "endDate": None} if work.ongoing else found


def _education(education: Education, at: str, proof: _Proof) -> Document:
    proof.add(at, (education.span,))
    grade = proof.value(f"{at}/score", education.grade)
    return _some(
        institution=proof.value(f"{at}/institution", education.institution),
        area=proof.value(f"{at}/area", education.area),
        studyType=proof.value(f"{at}/studyType", education.level),
        startDate=proof.moment(f"{at}/startDate", education.start),
        endDate=proof.moment(f"{at}/endDate", education.end),
        score=None if grade is None else f"{grade:.2f}",
        completed=education.completed,
    )


def _skill(skill: SkillFact, at: str, proof: _Proof) -> Document:
    proof.add(at, skill.spans, skill.confidence)
    return _some(id=skill.id, name=skill.name, keywords=list(skill.keywords), level=skill.level, in_work=skill.in_work)


def _certificate(certificate: Certificate, at: str, proof: _Proof) -> Document:
    return _some(
        name=proof.value(at, certificate.name),
        issuer=proof.value(f"{at}/issuer", certificate.issuer),
        date=proof.moment(f"{at}/date", certificate.date),
    )


def _language(fact: LanguageFact, at: str, proof: _Proof) -> Document:
    return _some(language=proof.value(at, fact.language), fluency=fact.fluency)


def _meta(reading: CVReading, as_of: date, proof: _Proof) -> Document:
    profile, extracted = reading.profile, reading.extracted
    return {
        "language": profile.language,
        "pages": len(extracted.page_starts),
        "ocr": extracted.ocr,
        "experience_months": profile.experience_months(as_of),
        "highest_education": _highest(profile, proof),
        "expected_salary_idr_month": proof.value("/meta/expected_salary_idr_month", profile.expected_salary_idr_month),
        "availability": proof.value("/meta/availability", profile.availability),
        "occupations": [_some(id=o.id, score=round(o.score, 3), narrower=o.narrower) for o in reading.occupations],
        "flags": [_flag(flag, proof) for flag in profile.flags],
        "confidence": dict(sorted(proof.confidence.items())),
    }


def _highest(profile: Profile, proof: _Proof) -> Document:
    top, at = profile.highest_education(), "/meta/highest_education"
    if top is None:
        return {"level": None, "area": None, "year": None, "ipk": None}
    proof.add(f"{at}/year", top.end.spans if top.end else ())
    for name, fact in (("level", top.level), ("area", top.area), ("ipk", top.grade)):
        proof.add(f"{at}/{name}", fact.spans if fact else ())
    return {
        "level": top.level.value,
        "area": top.area.value if top.area else None,
        "year": top.end.value.year if top.end else None,
        "ipk": top.grade.value if top.grade else None,
    }


def _flag(flag: DocumentWarning, proof: _Proof) -> Document:
    return _some(code=flag.code, params=dict(flag.params), evidence=proof.places(flag.spans) or None)


class _Source:
    """Facts of a document, with the proof that stands under their pointers."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._evidence = document.get("evidence", {})
        self._confidence = document.get("meta", {}).get("confidence", {})

    def spans(self, at: str) -> tuple[Span, ...]:
        return tuple(Span(place["start"], place["end"]) for place in self._evidence.get(at, ()))

    def confidence(self, at: str) -> float:
        return float(self._confidence.get(at, 1.0))

    def fact(self, at: str, value: T | None) -> Fact[T] | None:
        return None if value is None else Fact(value, self.spans(at), self.confidence(at))

    def moment(self, at: str, value: str | None) -> Fact[PartialDate] | None:
        return None if value is None else self.fact(at, PartialDate.parse(value))

    def span(self, at: str) -> Span:
        return next(iter(self.spans(at)), NOWHERE)


def to_profile(document: Mapping[str, Any]) -> Profile:
    """The profile a document was made of; KeyError or ValueError for foreign documents."""
    source, basics, meta = _Source(document), document.get("basics", {}), document.get("meta", {})
    location = basics.get("location", {})
    return Profile(
        name=source.fact("/basics/name", basics.get("name")),
        email=source.fact("/basics/email", basics.get("email")),
        phone=source.fact("/basics/phone", basics.get("phone")),
        city=source.fact("/basics/location/city", location.get("city")),
        region=source.fact("/basics/location/region", location.get("region")),
        summary=source.fact("/basics/summary", basics.get("summary")),
        work=tuple(_to_work(w, f"/work/{n}", source) for n, w in enumerate(document.get("work", ()))),
        education=tuple(_to_education(e, f"/education/{n}", source) for n, e in enumerate(document.get("education", ()))),
        skills=tuple(_to_skill(s, f"/skills/{n}", source) for n, s in enumerate(document.get("skills", ()))),
        certificates=tuple(
            _to_certificate(c, f"/certificates/{n}", source) for n, c in enumerate(document.get("certificates", ()))
        ),
        languages=tuple(_to_language(x, f"/languages/{n}", source) for n, x in enumerate(document.get("languages", ()))),
        expected_salary_idr_month=source.fact("/meta/expected_salary_idr_month", meta.get("expected_salary_idr_month")),
        availability=source.fact("/meta/availability", meta.get("availability")),
        language=meta.get("language", "id"),
        flags=tuple(_to_flag(flag) for flag in meta.get("flags", ())),
    )


def _to_work(item: Mapping[str, Any], at: str, source: _Source) -> Work:
    return Work(
        employer=source.fact(f"{at}/name", item.get("name")),
        position=source.fact(f"{at}/position", item.get("position")),
        start=source.moment(f"{at}/startDate", item.get("startDate")),
        end=source.moment(f"{at}/endDate", item.get("endDate")),
        ongoing="endDate" in item and item["endDate"] is None,
        type=item.get("type", "job"),
        duties=source.fact(f"{at}/summary", item.get("summary")),
        span=source.span(at),
    )


def _to_education(item: Mapping[str, Any], at: str, source: _Source) -> Education:
    score = item.get("score")
    return Education(
        institution=source.fact(f"{at}/institution", item.get("institution")),
        area=source.fact(f"{at}/area", item.get("area")),
        level=Fact(item["studyType"], source.spans(f"{at}/studyType"), source.confidence(f"{at}/studyType")),
        start=source.moment(f"{at}/startDate", item.get("startDate")),
        end=source.moment(f"{at}/endDate", item.get("endDate")),
        grade=source.fact(f"{at}/score", None if score is None else float(score)),
        completed=bool(item.get("completed", True)),
        span=source.span(at),
    )


def _to_skill(item: Mapping[str, Any], at: str, source: _Source) -> SkillFact:
    return SkillFact(
        id=item.get("id", item["name"]),
        name=item["name"],
        keywords=tuple(item.get("keywords", ())),
        spans=source.spans(at),
        in_work=bool(item.get("in_work", False)),
        level=item.get("level"),
        confidence=source.confidence(at),
    )


def _to_certificate(item: Mapping[str, Any], at: str, source: _Source) -> Certificate:
    return Certificate(
        name=Fact(item["name"], source.spans(at), source.confidence(at)),
        issuer=source.fact(f"{at}/issuer", item.get("issuer")),
        date=source.moment(f"{at}/date", item.get("date")),
    )


def _to_language(item: Mapping[str, Any], at: str, source: _Source) -> LanguageFact:
    return LanguageFact(Fact(item["language"], source.spans(at), source.confidence(at)), item.get("fluency"))


def _to_flag(item: Mapping[str, Any]) -> DocumentWarning:
    places = tuple(Span(place["start"], place["end"]) for place in item.get("evidence", ()))
    return DocumentWarning(item["code"], dict(item.get("params", {})), places)


def to_json_resume(document: Mapping[str, Any]) -> Document:
    """A valid JSON Resume 1.0.0 document: its own keys only, no nulls, volunteering in its own list."""
    jobs = [w for w in document["work"] if w.get("type") != "volunteer"]
    given = [w for w in document["work"] if w.get("type") == "volunteer"]
    return {
        "$schema": JSON_RESUME,
        "basics": dict(document["basics"]),
        "work": [_keep(w, "name position startDate endDate summary") for w in jobs],
        "volunteer": [{**_keep(w, "position startDate endDate summary"), **_some(organization=w.get("name"))} for w in given],
        "education": [_keep(e, "institution area studyType startDate endDate score") for e in document["education"]],
        "skills": [_keep(s, "name level keywords") for s in document["skills"]],
        "certificates": [_keep(c, "name issuer date") for c in document["certificates"]],
        "languages": [_keep(x, "language fluency") for x in document["languages"]],
        "meta": {"version": "v1.0.0"},
    }


def _keep(item: Mapping[str, Any], keys: str) -> Document:
    return {key: item[key] for key in keys.split() if item.get(key) is not None}
