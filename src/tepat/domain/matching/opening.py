"""The gate of matching: what may be read of a CV, and nothing else.

`open_cv` makes of a profile and its text a value that has no place for a name, sex, age, religion, marital status, photo,
address, employer or campus, and in whose text everything is blotted out that does not speak of work. What matching cannot see it
cannot weigh.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from tepat.domain.cv.profile import Profile, Work
from tepat.domain.cv.warnings import find_instructions
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.language.tokens import tokens
from tepat.domain.matching.evidence import CLOSED, Engagement, OpenCV, Study, Zone
from tepat.domain.matching.roles import roles_of_work
from tepat.domain.matching.stuffing import pasted_spans
from tepat.domain.privacy import identity_spans

_ABOUT_THE_PERSON = re.compile(
    r"(?i)\b(?:laki[- ]laki|perempuan|pria|wanita|male|female|(?:belum|sudah|telah)\s+(?:menikah|kawin)|menikah|lajang|duda|janda"
    r"|(?:un)?married|islam|muslim(?:ah)?|kristen|protestan|katolik|catholic|christian|hindu|buddha|budha|konghucu)\b"
    r"|\b(?:usia|umur|berusia|berumur|aged?)\s*:?\s*\d{2}(?:\s*(?:tahun|thn|th|years?))?|\b\d{2}\s+(?:tahun\s+usia|years?\s+old)\b"
)
READINESS = re.compile(
    r"(?i)\b(?:(?:tidak|belum|tdk|not|hanya|only)\s+)?(?:bersedia|siap|sanggup|dapat\s+(?:segera\s+)?(?:bergabung|ditempatkan)|mau"
    r"|willing|ready|able\s+to|available|open\s+to|unwilling|unable|penempatan|notice\s+period)\b[^\n]{0,160}"
)
"""What people say of where and when they can work; it stands anywhere in a CV."""
LICENCE = re.compile(
    r"(?i)[^\n,;|]{0,24}\bsim\b\W{0,3}[abcd]\b[^\n]{0,40}|[^\n,;|]{0,24}\bdriv(?:ing|er['’]?s?)\s+licen[cs]e[^\n]{0,20}"
)


def open_cv(profile: Profile, *, text: str, page_of: Callable[[int], int], as_of: date, knowledge: Knowledge) -> OpenCV:
    """A CV laid open for any number of postings. `text`: canonical text, to which all spans of `profile` point."""
    pasted = pasted_spans(text, knowledge.skill_index)
    zones = tuple(_zones(profile, text))
    shown = _shown(profile, text, zones, (*pasted, *find_instructions(text)))
    zone_at = [-1] * len(text)
    for number, zone in enumerate(zones):
        start, end = max(0, zone.span.start), min(len(text), zone.span.end)
        if start < end:
            zone_at[start:end] = [number] * (end - start)
    work = tuple(_engagement(w) for w in profile.work)
    return OpenCV(
        work=roles_of_work(work, shown, as_of=as_of, knowledge=knowledge),
        studies=tuple(Study(e.level, e.area, e.grade, e.completed, e.end.value.year if e.end else 0) for e in profile.education),
        skills=tuple(s for s in profile.skills if not s.spans or any(not _within(span, pasted) for span in s.spans)),
        certificates=tuple(c.name for c in profile.certificates),
        languages=profile.languages,
        city=profile.city,
        region=profile.region,
        told=tuple(f.spans[0] for f in (profile.summary, *(w.duties for w in profile.work)) if f is not None and f.spans),
        written_in=profile.language,
        as_of=as_of,
        text=shown,
        page_of=page_of,
        zones=zones,
        zone_at=zone_at,
        words=tokens(shown),
        mentions=knowledge.skill_index.find(shown),
    )


def _engagement(work: Work) -> Engagement:
    return Engagement(work.position, work.start, work.end, work.ongoing, work.type, work.duties, work.span)


def _within(span: Span, others: Iterable[Span]) -> bool:
    return any(o.start <= span.start and span.end <= o.end for o in others)


def _shown(profile: Profile, text: str, zones: Sequence[Zone], closed: Iterable[Span]) -> str:
    """The text with `CLOSED` for every letter that is not open; as long as before, so that every place keeps its number."""
    letters = _closed(text)
    _copy(letters, text, (z.span for z in zones))
    _copy(letters, text, (Span(*m.span()) for pattern in (READINESS, LICENCE) for m in pattern.finditer(text)))
    name = re.compile(rf"(?i)(?<!\w){re.escape(profile.name.value)}(?!\w)") if profile.name and profile.name.value else None
    _blank(letters, (Span(*m.span()) for p in (_ABOUT_THE_PERSON, name) if p is not None for m in p.finditer(text)))
    _blank(letters, (*identity_spans(text, {}), *_nameless(profile)))
    _copy(letters, text, _facts(profile))
    _blank(letters, closed)
    return "".join(letters)


def _copy(letters: list[str], text: str, spans: Iterable[Span]) -> None:
    for span in spans:
        start, end = max(0, span.start), min(len(text), span.end)
        letters[start:end] = text[start:end]


def _blank(letters: list[str], spans: Iterable[Span]) -> None:
    for span in spans:
        start, end = max(0, span.start), min(len(letters), span.end)
        letters[start:end] = _closed(letters[start:end])


def _closed(letters: Iterable[str]) -> list[str]:
    return [c if c.isspace() else CLOSED for c in letters]


def _nameless(profile: Profile) -> Iterator[Span]:
    """Employers and campuses: where somebody was says nothing of what they did."""
    for fact in (*(w.employer for w in profile.work), *(e.institution for e in profile.education)):
        yield from fact.spans if fact is not None else ()


def _facts(profile: Profile) -> Iterator[Span]:
    """Single facts that requirements ask for: their places are open, not the lines around them."""
    facts = [profile.city, profile.availability, *(language.language for language in profile.languages)]
    for study in profile.education:
        facts += [study.level, study.area, study.grade]  # type: ignore[list-item]
    for work in profile.work:
        facts += [work.position, work.start, work.end]  # type: ignore[list-item]
    for fact in facts:
        yield from fact.spans if fact is not None else ()


def _zones(profile: Profile, text: str) -> Iterator[Zone]:
    """Later zones lie over earlier ones."""
    lines = {_line(text, span): f"/skills/{number}" for number, skill in enumerate(profile.skills) for span in skill.spans}
    yield from (Zone(span, path, in_work=False) for span, path in lines.items())
    if profile.availability is not None:
        yield from (Zone(_line(text, span), "/meta/availability", in_work=False) for span in profile.availability.spans)
    if profile.summary is not None:
        yield from (Zone(span, "/basics/summary", in_work=False) for span in profile.summary.spans)
    for number, certificate in enumerate(profile.certificates):
        yield from (Zone(span, f"/certificates/{number}/name", in_work=False) for span in certificate.name.spans)
    yield from (Zone(work.span, f"/work/{number}", in_work=True) for number, work in enumerate(profile.work))
    for number, work in enumerate(profile.work):
        if work.duties is not None:
            yield from (Zone(span, f"/work/{number}/summary", in_work=True) for span in work.duties.spans)


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
