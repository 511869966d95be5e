"""The facts of a profile as LinkedIn prints it: each from its place in the form, the general reader's for what the form lacks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from statistics import median

from tepat.domain.cv.anchors import shift_range
from tepat.domain.cv.cells import Cell, trim
from tepat.domain.cv.education import after_level, is_completed
from tepat.domain.cv.homes import home_of, is_place_line
from tepat.domain.cv.levels import DEFAULTS, match_level
from tepat.domain.cv.network import Line, Print, list_items, mail_lines, tell
from tepat.domain.cv.profile import (
    Certificate,
    Education,
    EducationLevel,
    Fact,
    LanguageFact,
    PartialDate,
    Profile,
    SkillFact,
    Work,
)
from tepat.domain.cv.work import end_of, work_type
from tepat.domain.documents import Span
from tepat.domain.language.dates import DateRange, find_dates, find_ranges
from tepat.domain.language.places import PlaceIndex
from tepat.domain.language.tongues import find_tongues
from tepat.domain.skills import SkillIndex

TALLER = 1.03
"""Names of employers, positions and schools stand at least this much taller than the lines below them."""
SURE = 0.98
_LENGTH = r"(?:\d+\s+(?:years?|yrs?|tahun|thn))?\s*(?:\d+\s+(?:months?|mos?|bulan|bln))?"
_WHOLE_STAY = re.compile(_LENGTH, re.IGNORECASE)
_LASTED = re.compile(rf"\s*\((?:{_LENGTH}|(?:less\s+than\s+a|kurang\s+dari\s+(?:satu|1|se))\s*(?:year|tahun))\)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WHEN = re.compile(r"[·•]?\s*\((?P<when>[^()]*\d{4}[^()]*)\)\s*$")
_BROKEN_DATES = re.compile(r"(?<=\d)\s•(?=\s*[^\s(])")
"""Where dates go on on the next line, their dash looks like the sign of an item."""
_AREA = re.compile(r"\b(?:area|metropolitan|raya|sekitarnya|region)\b", re.IGNORECASE)
_ABROAD = re.compile(
    r"(?:^|, )(?:indonesia|singap(?:ore|ura)|malaysia|australia|jepang|japan|united states|remote)$", re.IGNORECASE
)


def read_printed_work(printed: Print, places: PlaceIndex) -> tuple[Work, ...] | None:
    """Engagements in their order; None where the part does not keep its form."""
    lines = printed.main.get("work", [])
    periods = {n: period for n, line in enumerate(lines) if n and (period := _period(line))}
    usual = median(lines[n].height for n in periods) if periods else 0.0
    periods = {n: p for n, p in periods.items() if lines[n - 1].height > TALLER * usual and n - 1 not in periods}
    works: list[Work] = []
    employer: list[Line] = []
    heads = {n: _head(lines, n, before + 1, usual) for before, n in pairwise((-1, *periods))}
    starts = [*(start for _, _, start in heads.values()), len(lines)]
    for (n, period), following in zip(periods.items(), starts[1:], strict=True):
        named, position, start = heads[n]
        employer = named or employer
        if not employer or (not works and start):
            return None
        below = lines[n + 1 : following]
        duties = tell(below[1:] if below and _is_place(below[0], places) else below, lines)
        works.append(_work(lines[start:following], employer, position, period, duties))
    return tuple(works) or None


def _period(line: Line) -> DateRange | None:
    """The dates of a line that says nothing but these and how long it lasted."""
    found = find_ranges(line.text)
    if len(found) != 1 or found[0].span.start or not _LASTED.fullmatch(line.text[found[0].span.end :]):
        return None
    return shift_range(found[0], line.span.start)


def _head(lines: list[Line], n: int, least: int, usual: float) -> tuple[list[Line], list[Line], int]:
    """(employer's lines, position's lines, where they begin) above the dates in line `n`, not above line `least`.

    A further position with an employer does not name it again.
    """
    start = n - 1
    while start > least and abs(lines[start - 1].height - lines[n - 1].height) < 0.02 * usual:
        start -= 1
    position = lines[start:n]
    above = start - 1 if start > least and _WHOLE_STAY.fullmatch(lines[start - 1].text) else start
    first = above
    while first > least and lines[first - 1].height > TALLER * usual:
        first -= 1
    return lines[first:above], position, first if first < above else start


def _work(entry: list[Line], employer: list[Line], position: list[Line], dates: DateRange, duties: Fact[str] | None) -> Work:
    head = " ".join(line.text for line in (*employer, *position))
    return Work(
        employer=_fact(employer),
        position=_fact(position),
        start=Fact(dates.start, (dates.start_span,)),
        end=end_of(dates),
        ongoing=dates.ongoing,
        type=work_type("work", head, _fact(position).value),
        duties=duties,
        span=Span(min(line.span.start for line in entry), max(line.span.end for line in entry)),
    )


def _is_place(line: Line, places: PlaceIndex) -> bool:
    found = places.find(line.text)
    if len(line.text) > 80 or line.text.startswith("•") or line.text.endswith("."):
        return False
    return bool(_ABROAD.search(line.text) or (found and (is_place_line(line.text, found) or _AREA.search(line.text))))


def _fact(lines: list[Line] | tuple[Line, ...]) -> Fact[str]:
    return Fact(" ".join(line.text for line in lines), tuple(line.span for line in lines), SURE)


def read_printed_education(printed: Print, as_of: date) -> tuple[Education, ...] | None:
    """Stretches of education with a level; None where the part does not keep its form."""
    lines = printed.main.get("education", [])
    usual = min((line.height for line in lines), default=0.0)
    tall = [line.height > TALLER * usual for line in lines]
    if not lines or not tall[0]:
        return None
    blocks: list[tuple[list[Line], list[Line]]] = []
    for n, line in enumerate(lines):
        if tall[n] and not (n and tall[n - 1]):
            blocks.append(([], []))
        blocks[-1][0 if tall[n] else 1].append(line)
    return tuple(school for names, below in blocks if (school := _school(names, below, as_of)))


def _school(names: list[Line], below: list[Line], as_of: date) -> Education | None:
    written, at = _joined(below), below[0].span.start if below else 0
    when = _WHEN.search(written)
    studies = written[: when.start() if when else len(written)].rstrip(" ·•")
    degree, comma, area = studies.partition(", ")
    institution = _fact(names)
    level = _level(degree, at) or _level(studies, at) or _level_of_school(institution)
    if level is None:
        return None
    start, end_date = _years(when["when"], at + when.start("when")) if when else (None, None)
    major = trim(area, at + len(degree) + len(comma)) if comma else _major_alone(trim(degree, at))
    return Education(
        institution=institution,
        area=Fact(" ".join(major.text.split()), (major.span,), 0.95) if major else None,
        level=level,
        start=start,
        end=end_date,
        grade=None,
        completed=is_completed(when["when"] if when else "", start, end_date, as_of),
        span=Span(names[0].span.start, (below or names)[-1].span.end),
    )


def _joined(lines: list[Line]) -> str:
    """The lines as one, in which places are those of the text: blanks stand for what is between them."""
    ends = [*(line.span.start for line in lines[1:]), lines[-1].span.end] if lines else []
    whole = "".join(line.text.ljust(end - line.span.start) for line, end in zip(lines, ends, strict=True))
    return _BROKEN_DATES.sub(" -", whole)


def _level(words: str, at: int) -> Fact[EducationLevel] | None:
    found = match_level(words)
    return Fact(found[0], (Span(*found[1].span()).shifted(at),), SURE) if found else None


def _level_of_school(school: Fact[str]) -> Fact[EducationLevel] | None:
    if found := match_level(school.value):
        return Fact(found[0], school.spans, 0.9)
    return next((Fact(level, school.spans, 0.6) for pattern, level in DEFAULTS if pattern.search(school.value)), None)


def _major_alone(degree: Cell | None) -> Cell | None:
    """The major of a degree without a comma: "Bachelor of Computer Science", or a major alone."""
    return after_level(degree) if degree else None


def _years(words: str, at: int) -> tuple[Fact[PartialDate] | None, Fact[PartialDate] | None]:
    if found := find_ranges(words):
        dates = shift_range(found[0], at)
        return Fact(dates.start, (dates.start_span,)), end_of(dates)
    return None, next((Fact(day, (span.shifted(at),)) for day, span in find_dates(words)), None)


def refine(profile: Profile, printed: Print, places: PlaceIndex, index: SkillIndex) -> Profile:
    """The profile of the general reader with what the form says: name, place, summary and the lists of the side bar."""
    first = printed.name[0].span
    named = profile.name and any(first.start <= s.start < first.end for s in profile.name.spans)
    place = printed.head[-1] if printed.head else None
    if place and _is_place(place, places) and (found := places.find(place.text)):
        home = home_of(found, place.span.start, SURE)
        profile = replace(profile, city=home.city, region=home.region)
    summary = printed.main.get("summary", [])
    beside = {kind: list(list_items(lines, printed.side)) for kind, lines in printed.side.items()}
    return replace(
        profile,
        name=profile.name if named else _fact(printed.name),
        email=_email(mail_lines(printed)) or profile.email,
        summary=tell(summary, [line for part in printed.main.values() for line in part]),
        skills=tuple(_skills(profile.skills, beside.get("skills", []), printed, index)),
        certificates=tuple(Certificate(_fact(item)) for item in beside.get("certificates", [])),
        languages=tuple(_language(item) for item in beside.get("languages", []) if not item[0].text.startswith("(")),
    )


def _email(lines: tuple[Line, ...]) -> Fact[str] | None:
    written = "".join(line.text for line in lines)
    return Fact(written.casefold(), tuple(line.span for line in lines), SURE) if _EMAIL.fullmatch(written) else None


def _language(item: tuple[Line, ...]) -> LanguageFact:
    words = " ".join(line.text for line in item)
    name, _, level = words.partition("(")
    known = next(iter(find_tongues(name)), None)
    written = Span(item[0].span.start, min(item[0].span.end, item[0].span.start + len(name.rstrip())))
    fluency = level.rstrip(") ") or None
    if known:
        return LanguageFact(Fact(known[0], (known[1].shifted(item[0].span.start),), SURE), fluency)
    return LanguageFact(Fact(name.strip(), (written,), SURE), fluency)


def _skills(
    general: tuple[SkillFact, ...], items: list[tuple[Line, ...]], printed: Print, index: SkillIndex
) -> Iterator[SkillFact]:
    """The listed ones, each with all places that show it; then known ones of the main column."""
    found = {fact.id: fact for fact in general}
    listed: dict[str, SkillFact] = {}
    for item in items:
        fact = _listed(item, index)
        listed.setdefault(fact.id, _together(fact, found[fact.id]) if fact.id in found else fact)
    yield from listed.values()
    told = [line.span for lines in (printed.head, *printed.main.values()) for line in lines]
    for fact in general:
        spans = tuple(s for s in fact.spans if any(t.start <= s.start < t.end for t in told))
        if fact.id not in listed and spans and not fact.id.startswith("free:"):
            yield replace(fact, spans=spans)


def _together(listed: SkillFact, general: SkillFact) -> SkillFact:
    """A listed skill with the other places that show it."""
    others = (s for s in general.spans if not any(t.start <= s.start < t.end for t in listed.spans))
    words = tuple(dict.fromkeys((*listed.keywords, *general.keywords)))
    return replace(general, keywords=words, spans=(*listed.spans, *others), confidence=SURE)


def _listed(item: tuple[Line, ...], index: SkillIndex) -> SkillFact:
    written, spans = " ".join(line.text for line in item), tuple(line.span for line in item)
    mentions = index.find(written)
    if len(mentions) == 1 and len(mentions[0].written) >= 0.6 * len(written):
        skill = mentions[0].skill
        return SkillFact(skill.id, skill.name, (written,), spans, in_work=False, confidence=SURE)
    slug = re.sub(r"[^a-z0-9+#]+", "-", written.casefold()).strip("-")
    return SkillFact(f"free:{slug}", written, (written,), spans, in_work=False, confidence=SURE)
