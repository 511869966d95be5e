"""An advert's points → requirements: must or nice, each with the tight stretch that says it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.postings import demands
from tepat.domain.postings.asking import is_demand
from tepat.domain.postings.clauses import split_clauses
from tepat.domain.postings.points import Draft, PointReader
from tepat.domain.postings.posting import Importance, Requirement
from tepat.domain.postings.sections import Block, Sections
from tepat.domain.postings.vocabulary import NICE

MOST, PLACES = 80, 5
"""Requirements of one advert, and places shown of each."""
_ABLE = re.compile(r"(?i)\W*(?:dapat|bisa|sanggup|siap|can|sopan|jujur|proaktif|disiplin|teliti)\b")
_EQUAL_CHANCES = re.compile(
    r"(?i)\bequal\s+opportunit|\bregardless\s+of\b|without\s+regard\s+to|tanpa\s+(?:memandang|membedakan)|color,\s"
    r"|sexual\s+orientation"
)
"""What a firm promises to everybody asks nothing of anybody."""
_ASIDE = re.compile(r"\s*\((?P<inner>[^()\n]{4,160})\)\s*[.;]?\s*$")


def read_requirements(
    text: str,
    sections: Sections,
    *,
    knowledge: Knowledge,
    limits: Sequence[Span] = (),
    occupations: tuple[str, ...] = (),
) -> tuple[Requirement, ...]:
    """Everything `text` asks of a candidate, in order of the text, each once, with ids "r1", "r2" and on.

    `limits`: stretches that are no requirements (unlawful limits, demands for money). `occupations`: ids of the advertised
    role, which is
    the experience meant by "in the same field". At most 80; the same text gives the same ids.
    """
    drafts = _with_one_licence(_drafts(text, sections, knowledge, tuple(limits), occupations))
    if any(d.kind == "experience" and d.months == 0 for d in drafts):
        drafts = list(_welcome_beginners(drafts))
    return tuple(_numbered(_merged(drafts)))[:MOST]


def _drafts(
    text: str, sections: Sections, knowledge: Knowledge, limits: tuple[Span, ...], occupations: tuple[str, ...]
) -> Iterator[Draft]:
    reader = PointReader(text, knowledge, limits, occupations)
    alone = not sections.of_kind("qualifications", "preferred")
    for block in sections.blocks:
        asking = _asking_clauses(text, block, reader, alone=alone)
        for clause, apart in (part for whole in asking for part in _with_wish_apart(text, whole, reader)):
            nice = _nice_scopes(text, clause)
            for draft in reader.read(clause):
                wished = (
                    apart or block.kind == "preferred" or draft.nice or any(s.start <= draft.span.start < s.end for s in nice)
                )
                yield replace(draft, nice=wished)


def _asking_clauses(text: str, block: Block, reader: PointReader, *, alone: bool) -> Iterator[Span]:
    """The points of a block that ask something of a candidate. `alone`: the advert has no block of demands."""
    if block.kind in {"benefits", "about"}:
        return
    loose = block.kind == "duties" and alone
    for number, clause in enumerate(split_clauses(text, block.span)):
        words = clause.of(text)
        if block.kind in {"qualifications", "preferred"}:
            asks = True
        elif block.kind == "terms":
            asks = number == 0 and block.heading is not None and re.search(r"(?i)penempatan", block.heading.of(text)) is not None
            if asks:
                yield Span(block.heading.start if block.heading else clause.start, clause.end)
                continue
        elif block.kind == "apply":
            asks = demands.FRESH.search(words) is not None
        else:
            asks = is_demand(words) or reader.names_education(clause) or (loose and _ABLE.match(words) is not None)
        if asks and not demands.NOT_A_DEMAND.match(words) and not _EQUAL_CHANCES.search(words):
            yield clause


def _with_wish_apart(text: str, clause: Span, reader: PointReader) -> Iterator[tuple[Span, bool]]:
    """(point, is a wish): a wish in brackets at a point's end is one of its own, and what stands before it is asked."""
    aside = _ASIDE.search(text, clause.start, clause.end)
    mark = NICE.search(text, *aside.span("inner")) if aside else None
    if aside is None or mark is None or reader.names_education(Span(clause.start, aside.start())):
        yield clause, False
        return
    start, end = aside.span("inner")
    wished = Span(mark.end(), end) if mark["forward"] else Span(start, mark.start())
    if not re.search(r"\w{2}", wished.of(text)) or not text[clause.start : aside.start()].strip():
        yield clause, False
        return
    yield Span(clause.start, aside.start()), False
    yield wished, True


def _nice_scopes(text: str, clause: Span) -> tuple[Span, ...]:
    """Stretches of a point that are wishes."""
    scopes = []
    for match in NICE.finditer(text, clause.start, clause.end):
        bracket = text.rfind("(", clause.start, match.start())
        closed = text.find(")", match.end(), clause.end)
        inside = bracket >= 0 and text.find(")", bracket, match.start()) < 0
        if match.group("forward"):
            scopes.append(Span(match.start(), closed if inside and closed > 0 else clause.end))
        elif (
            inside
            and not text[closed + 1 : clause.end].strip(" .,;")
            and text[bracket + 1 : match.start()].strip() == ""
            and "," not in text[clause.start : bracket]
        ):
            scopes.append(
                clause
                if len(list(re.finditer(r"(?i)\b(?:and|dan|&)\b", text[clause.start : bracket]))) == 0
                else _last_member(text, clause, bracket)
            )
        elif inside:
            scopes.append(
                _last_member(text, clause, bracket)
                if text[bracket + 1 : match.start()].strip() == ""
                else Span(bracket, match.end())
            )
        else:
            scopes.append(_before(text, clause, match.start()))
    return tuple(scopes)


def _last_member(text: str, clause: Span, end: int) -> Span:
    start = max((m.end() for m in re.finditer(r"(?i)[,;/&]|\b(?:dan|and|with|dengan)\b", text[clause.start : end])), default=0)
    return Span(clause.start + start, end)


def _before(text: str, clause: Span, end: int) -> Span:
    """From the last new beginning ("…, experience with X") to the mark."""
    again = [
        m.start()
        for m in re.finditer(
            r"(?i)(?<=[,;.])\s*(?:experiences?|pengalaman|knowledge|pengetahuan|familiar|sertifikat|certif|additional"
            r"|(?:and|dan|serta)\s+(?:other|lain)\w*)\b",
            text[clause.start : end],
        )
    ]
    level = re.search(r"(?i),\s*(?=(?:d3|s1|d4|s2)\W*$)", text[clause.start : end])
    return Span(clause.start + (level.end() if level else again[-1] if again else 0), max(end, clause.start + 1))


def _with_one_licence(drafts: Iterable[Draft]) -> list[Draft]:
    """Driving and a licence named are one demand: the licence with its letter."""
    found = list(drafts)
    lettered = any(d.kind == "licence" and d.label.startswith("SIM ") for d in found)
    return [d for d in found if not (lettered and d.kind == "licence" and d.label == "SIM")]


def _welcome_beginners(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Where fresh graduates are welcome, the years asked are a wish."""
    welcome = [d for d in drafts if d.kind == "experience" and d.months == 0]
    yield replace(welcome[0], nice=True)
    for draft in drafts:
        if draft.kind != "experience" or draft.months is None:
            yield draft
        elif draft.months > 0:
            yield replace(draft, months=0, nice=True)


def _merged(drafts: Iterable[Draft]) -> list[Requirement]:
    """The same thing asked twice is one requirement with its first places; a demand outweighs a wish."""
    groups: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        named = draft.value or draft.label if draft.kind == "location" else draft.label
        groups.setdefault((draft.kind, named.casefold()), []).append(draft)
    return sorted((_requirement(group) for group in groups.values()), key=lambda r: r.spans[0])


def _requirement(group: list[Draft]) -> Requirement:
    first = group[0]
    importance: Importance = "nice" if all(d.nice for d in group) else "must"
    return Requirement(
        id="",
        kind=first.kind,
        importance=importance,
        label=first.label,
        value=first.value,
        months=first.months,
        level=first.level,
        skills=first.skills,
        occupations=first.occupations,
        areas=first.areas,
        spans=tuple(sorted({d.span for d in group[:PLACES]})),
    )


def _numbered(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    for number, requirement in enumerate(requirements, 1):
        yield replace(requirement, id=f"r{number}")
