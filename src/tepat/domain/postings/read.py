"""An advert's text → what it asks and offers, with the places that prove it."""

import re
from dataclasses import replace

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.asking import is_demand
from tepat.domain.postings.checks import check_posting, check_text
from tepat.domain.postings.clarity import judge_clarity
from tepat.domain.postings.clauses import split_clauses
from tepat.domain.postings.closing import find_closing_day
from tepat.domain.postings.conditions import find_contract, find_place, find_work_mode
from tepat.domain.postings.parting import part_roles
from tepat.domain.postings.posting import Clarity, PostingReading, Requirement
from tepat.domain.postings.requirements import read_requirements
from tepat.domain.postings.roles import roles_besides, roles_of_duties, roles_of_title, tally_duties
from tepat.domain.postings.salary import find_salary
from tepat.domain.postings.sections import Sections, read_sections
from tepat.domain.postings.spelling import upright

_OF_THE_FIRM = re.compile(
    r"(?i)\W*(?:we\b(?!\s*(?:are|['’]re)\s+(?:looking|seeking|hiring))|we['’]re\s+(?!looking|seeking|hiring)|our\b"
    r"|at\s+[A-Z][\w .&]{1,40},\s+we\b"
    r"|founded\b|established\b|headquartered\b|kami\s+(?:adalah|merupakan|berdiri|percaya)|(?:PT|CV)\b[^,;]{2,60}\s+(?:adalah"
    r"|merupakan|is\s+an?)\b"
    r"|perusahaan\s+kami)"
)


def read_posting(text: str, *, knowledge: Knowledge, title: str | None = None) -> PostingReading:
    """Reads an advert. `title`: where a person already gave it apart from the text. Total: any text gives a reading."""
    text = upright(text)
    sections = read_sections(text)
    written = sections.title.of(text) if sections.title else ""
    name = title.strip() if title and title.strip() else written
    limits = check_text(text)
    title_roles = roles_of_title(name, knowledge)
    duties = find_duties(text, sections)
    requirements = read_requirements(
        text,
        sections,
        knowledge=knowledge,
        limits=[span for check in limits for span in check.spans],
        occupations=tuple(role.id for role in title_roles[:1]),
    )
    duty_roles, clarity = _judge_roles(text, name, sections, duties, requirements, knowledge)
    offer = _read_offer(text, sections, name, knowledge)
    lacks = check_posting(
        requirements=requirements, duties=duties, salary=offer.salary, salary_span=_salary_span(text), clarity=clarity
    )
    return replace(
        offer,
        requirements=requirements,
        duties=duties,
        occupations_title=title_roles,
        occupations_duties=duty_roles,
        clarity=clarity,
        checks=(*limits, *lacks),
    )


def _judge_roles(
    text: str,
    title: str,
    sections: Sections,
    duties: tuple[Span, ...],
    requirements: tuple[Requirement, ...],
    knowledge: Knowledge,
) -> tuple[tuple[OccupationScore, ...], Clarity]:
    """What the work amounts to, and whether the title says so."""
    demands = tuple(block.span for block in sections.of_kind("qualifications", "preferred")) or _named_work(requirements)
    roles = roles_of_duties(text, duties, knowledge, demands=demands)
    clarity = judge_clarity(
        roles_of_title(title, knowledge),
        roles,
        tally=tally_duties(text, duties, knowledge),
        parts=part_roles(text, duties, knowledge),
        listed=len(duties),
        besides=roles_besides(title, knowledge),
    )
    return roles, clarity


def _read_offer(text: str, sections: Sections, name: str, knowledge: Knowledge) -> PostingReading:
    """Who offers what, where: everything but what is asked."""
    place = find_place(text, sections, knowledge.place_index)
    salary = find_salary(text)
    closing = find_closing_day(text)
    return PostingReading(
        title=name,
        employer=sections.employer.of(text) if sections.employer else None,
        city=place[0].name if place and place[0].kind != "province" else None,
        region=place[0].region if place else None,
        contract=find_contract(text),
        work_mode=find_work_mode(text),
        salary=salary[0] if salary else None,
        closes_on=closing[0] if closing else None,
    )


def _salary_span(text: str) -> Span | None:
    found = find_salary(text)
    return found[1] if found else None


def find_duties(text: str, sections: Sections) -> tuple[Span, ...]:
    """The points that say what the person will do: those of duty blocks, and of text without a heading, that demand nothing."""
    found = []
    for block in sections.of_kind("duties", "intro"):
        for clause in split_clauses(text, block.span):
            words = clause.of(text)
            long_enough = len(words.split()) >= 2
            if long_enough and not is_demand(words) and (block.kind == "duties" or _may_be_duty(words)):
                found.append(clause)
    return tuple(found)


def _may_be_duty(words: str) -> bool:
    """False for what an opening says of the firm."""
    return len(words) <= 300 and _OF_THE_FIRM.match(words) is None


def _named_work(requirements: tuple[Requirement, ...]) -> tuple[Span, ...]:
    """The skills and experience asked tell the work too, the more so where few duties are listed."""
    return tuple(span for r in requirements if r.kind in {"skill", "experience", "certificate"} for span in r.spans)
