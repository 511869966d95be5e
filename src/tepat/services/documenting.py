"""Rows as documents of the index: what of a posting or a person can be searched. Protected attributes never get here."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from tepat.domain.cv.profile import LEVEL_RANK
from tepat.domain.postings.posting import Requirement
from tepat.domain.search import Document, Text, keywords_of, texts_of
from tepat.models import Consent, JobPosting, Jobseeker
from tepat.services import engines
from tepat.services.screening import document_of


def posting_document(posting: JobPosting) -> Document:
    """A live posting: title, skills asked, duties, place, pay. Uses prefetched requirements and organization."""
    requirements = posting.as_requirements()
    texts = [
        *texts_of("title", posting.title),
        *texts_of("employer", posting.organization.name),
        *texts_of("place", posting.city, posting.region),
        *texts_of("skill", *(r.label for r in requirements if r.kind == "skill")),
        *texts_of("certificate", *(r.label for r in requirements if r.kind == "certificate")),
        *texts_of("body", *posting.text.splitlines()),
    ]
    levels = [LEVEL_RANK[r.value] for r in requirements if r.kind == "education" and r.value in LEVEL_RANK]
    numbers = {
        "published_at": int(posting.published_at.timestamp()) if posting.published_at else None,
        "salary": posting.salary_max_idr_month or posting.salary_min_idr_month,
        "salary_min": posting.salary_min_idr_month,
        "experience_months": min((r.months for r in requirements if r.months is not None), default=None),
        "education_rank": min(levels, default=None),
    }
    return _document(str(posting.pk), "posting", texts, _posting_keywords(posting, requirements), numbers)


def _posting_keywords(posting: JobPosting, requirements: Iterable[Requirement]) -> dict[str, tuple[str, ...]]:
    read = posting.reading.get("occupations") or {}
    duties, title = read.get("duties") or [], read.get("title") or []
    return {
        "city": keywords_of([posting.city]),
        "region": keywords_of([posting.region]),
        "occupation": keywords_of([posting.occupation, *(o.get("narrower") for o in duties[:1])]),
        "title_occupation": keywords_of(i for o in title[:1] for i in (o["id"], o.get("narrower"))),
        "skill": keywords_of(s for r in requirements for s in r.skills),
        "education": keywords_of(r.value for r in requirements if r.kind == "education"),
        "contract": keywords_of([posting.contract]),
        "work_mode": keywords_of([posting.work_mode]),
        "employer": keywords_of([posting.organization.slug]),
    }


def consenting(people: QuerySet[Jobseeker]) -> QuerySet[Jobseeker]:
    """Those who agreed to be found in the CV database."""
    return people.filter(account_id__in=Consent.objects.in_force("cv_database").values("account_id"))


def candidate_document(person: Jobseeker) -> Document:
    """A person who may be found: what was done and can be done, and where. No name, no age, no campus, no contact."""
    document = document_of(person.cv) if person.cv else {}
    meta = document.get("meta") or {}
    work = document.get("work") or []
    education = (meta.get("highest_education") or {}).get("level")
    texts = [
        *texts_of("title", person.headline, *(w.get("position") for w in work)),
        *texts_of("skill", *(s["name"] for s in document.get("skills") or [])),
        *texts_of("duties", *(line for w in work for line in (w.get("summary") or "").splitlines())),
        *texts_of("certificate", *(c["name"] for c in document.get("certificates") or [])),
        *texts_of("education", *(e.get("area") for e in document.get("education") or [])),
        *texts_of("place", person.city, person.region),
    ]
    keywords: dict[str, tuple[str, ...]] = {
        "city": keywords_of([person.city]),
        "region": keywords_of([person.region]),
        "occupation": keywords_of(o["id"] for o in (meta.get("occupations") or [])[:2]),
        "skill": keywords_of(_skill_ids(document)),
        "education": keywords_of([education]),
        "certificate": keywords_of(c["name"] for c in document.get("certificates") or []),
        "language": keywords_of(x["language"] for x in document.get("languages") or []),
        "audience": keywords_of([person.visibility]),
    }
    numbers = {
        "experience_months": meta.get("experience_months"),
        "education_rank": LEVEL_RANK.get(education or ""),
        "published_at": int(person.updated_at.timestamp()),
    }
    return _document(str(person.account_id), "candidate", texts, keywords, numbers)


def _skill_ids(document: dict[str, Any]) -> list[str]:
    """Ids of the skills of a profile: the same keywords as in postings, so that one filter serves both."""
    by_name = {skill.name: skill.id for skill in engines.knowledge().skills.values()}
    return [by_name.get(s["name"], s["name"]) for s in document.get("skills") or []]


def _document(
    id_: str, kind: Any, texts: Iterable[Text], keywords: dict[str, tuple[str, ...]], numbers: dict[str, int | None]
) -> Document:
    return Document(
        id=id_,
        kind=kind,
        texts=tuple(texts),
        keywords={k: v for k, v in keywords.items() if v},  # type: ignore[misc]
        numbers={k: v for k, v in numbers.items() if v is not None},  # type: ignore[misc]
    )
