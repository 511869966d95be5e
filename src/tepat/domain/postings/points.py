"""One point of an advert → everything it asks, as drafts of requirements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.postings import demands, schooling
from tepat.domain.postings.items import Item, split_items
from tepat.domain.postings.naming import LONE_ACT, SAYS_NOTHING, is_phrase, short_label, skill_label
from tepat.domain.postings.posting import RequirementKind
from tepat.domain.postings.readiness import readiness_code
from tepat.domain.postings.roles import roles_of_title
from tepat.domain.postings.vocabulary import NICE

_STUDY_ASIDE = re.compile(r"(?i)\b(?:ipk|gpa)\b\D{0,24}(?P<grade>[1-4][.,]\d{1,2})")
_WISH_ONLY = re.compile(r"(?i)^\W*(?:pendidikan\s+)?(?:lebih\s+)?di\s?utamakan|\((?:preferred|di\s?utamakan)")
_LIKE_FIELD = re.compile(
    r"(?i)\b(?:sama|sejenis|serupa|terkait|relevan|related|relevant|similar|same|posisi\s+ini|bidangnya"
    r"|bidang\s+(?:tersebut|ini))\b"
)
_ROLE_PHRASE = re.compile(
    r"(?i)\b(?:sebagai|as\s+an?|as|menjadi|posisi|bidang|di\s+bidang|in\s+the\s+field\s+of|field\s+of"
    r"|in)\s+(?P<role>[A-Za-z.#+/ &-]{3,60})"
)
_LANGUAGE_TEST = re.compile(r"(?i)toefl.*|toeic.*|ielts.*|jlpt.*|hsk.*|n[1-5]")
_YEARS = re.compile(
    r"(?i)(?:(?:at\s+least|min\w*\.?|selama|lebih\s+dari)\s+)*[\w().+-]+\s*\+?\s*(?:tahun|thn|th|years?|yrs?|bulan|months?)\b.*"
)
_TERMS = re.compile(r"(?i)\W*(?:full|part|kerja|sistem|jam|6\s+hari|on[ -]?call|mobile)")
_FEELING = re.compile(
    r"(?i)^(?:passion\w*|antusias\w*|tertarik|ketertarikan|interest(?:ed)?|semangat|love|likes?|suka|pribadi)\b"
)
_GENERIC = frozenset(
    [
        "programming",
        "software-development",
        "web-development",
        "databases",
        "troubleshooting",
        "operating-systems",
        "api-development",
        "back-end-development",
        "front-end-development",
        "mobile-development",
        "computer-literacy",
    ],
)
"""Skills that only introduce the ones named beside them ("database PostgreSQL")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Something asked, before it is merged with the same thing asked elsewhere."""

    kind: RequirementKind
    label: str
    span: Span
    value: str | None = None
    months: int | None = None
    level: str | None = None
    skills: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    nice: bool = False
    whole: bool = False
    """True where the point says nothing else."""


class PointReader:
    """Reads one point after another of one advert."""

    def __init__(self, text: str, knowledge: Knowledge, limits: tuple[Span, ...], occupations: tuple[str, ...]) -> None:
        self.text = text
        self.knowledge = knowledge
        self.limits = limits
        self.occupations = occupations
        self.skills = knowledge.skill_index
        self.places = knowledge.place_index
        self.certificates = _certificate_pattern(knowledge)

    def names_education(self, clause: Span) -> bool:
        words = clause.of(self.text)
        return len(words) < 160 and re.match(r"(?i)\W*(?:s1|d3|d4|sma|smk|sarjana|diploma|bachelor)\b", words) is not None

    def read(self, clause: Span) -> Iterator[Draft]:
        """All demands of one point."""
        claimed: list[Span] = [limit for limit in self.limits if limit.start < clause.end and clause.start < limit.end]
        whole = timed = False
        for draft in self._named_kinds(clause):
            claimed.append(self._claim(draft))
            whole = whole or draft.whole
            timed = timed or (draft.kind == "experience" and draft.months is not None)
            yield draft
        if not whole:
            welcome = demands.FRESH.search(clause.of(self.text)) is not None
            yield from (d for d in self._things(clause, claimed) if d.skills or not (welcome or timed))

    def _claim(self, draft: Draft) -> Span:
        """The stretch that `draft` leaves nothing else to read in: of experience with things listed only the years."""
        years = _YEARS.search(draft.span.of(self.text)) if draft.kind == "experience" and not draft.whole else None
        return draft.span if years is None else Span(*years.span()).shifted(draft.span.start)

    def _named_kinds(self, clause: Span) -> Iterator[Draft]:
        education = schooling.find_education(self.text, clause)
        experience = demands.find_experience(self.text, clause)
        if education:
            yield from self._education(clause, education, alone=experience is None)
        if experience and (experience.months is not None or self._speaks_of_work(clause)):
            yield self._experience(clause, experience)
        yield from self._grade(clause)
        languages = demands.find_languages(self.text, clause)
        yield from self._certificates(clause, of_language=bool(languages))
        for name, level, span in languages:
            yield Draft("language", name, span, value=None if name == "Other" else name, level=level)
        for label, span in demands.find_licences(self.text, clause):
            yield Draft("licence", label, span)
        yield from self._conditions(clause)

    def _education(self, clause: Span, found: schooling.EducationDemand, *, alone: bool) -> Iterator[Draft]:
        words = clause.of(self.text)
        span = found.span
        higher = schooling.find_wished_level(self.text, clause, found)
        if higher is not None:
            wished, place = higher
            yield Draft("education", wished, place, value=wished, nice=True)
            span = Span(span.start, min(span.end, place.start))
        label = " · ".join(part for part in (found.level or "", " / ".join(found.areas)) if part) or short_label(self.text, span)
        wish_only = higher is None and NICE.search(words) is not None and _WISH_ONLY.search(words) is not None
        yield Draft("education", label, span, value=found.level, areas=found.areas, whole=alone, nice=wish_only)

    def _roles(self, named: re.Match[str] | None) -> tuple[str, ...]:
        """The roles that count as the experience asked: the one named ("sebagai teknisi"), and the advertised one."""
        spoken = named is not None and re.match(r"(?i)sebagai|as\b|posisi", named.group()) is not None
        roles = roles_of_title(named.group("role"), self.knowledge) if named and spoken else ()
        sure = tuple(role.id for role in roles[:1] if role.score >= 0.6 and role.id != "not-it")
        return tuple(dict.fromkeys((*sure, *self.occupations)))

    def _grade(self, clause: Span) -> Iterator[Draft]:
        grade = _STUDY_ASIDE.search(self.text, clause.start, clause.end)
        if grade:
            value = f"{float(grade.group('grade').replace(',', '.')):.2f}"
            yield Draft("other", f"IPK ≥ {value}", Span(*grade.span()), value=value)

    def _speaks_of_work(self, clause: Span) -> bool:
        """Experience of a sector, a rank or a kind of work, not of products."""
        words = clause.of(self.text)
        if re.search(
            r"(?i)berpengalaman\s+(?:dengan|menggunakan)|experience(?:d)?\s+(?:with|using|in\s+using)"
            r"|pengalaman\s+(?:dengan|menggunakan|dalam\s+menggunakan)",
            words,
        ):
            return False
        hard = [m for m in self.skills.find(words) if m.skill.kind != "soft"]
        return (demands.names_sector(words) and len(hard) <= 1) or (
            not hard and not demands.TECHNICAL.search(words) and len(words) < 120
        )

    def _experience(self, clause: Span, found: demands.ExperienceDemand) -> Draft:
        words = clause.of(self.text)
        mentions = [m for m in self.skills.find(words) if m.skill.kind != "soft"]
        role = _ROLE_PHRASE.search(words)
        same = _LIKE_FIELD.search(words) is not None or role is None
        listed = len(mentions) >= 2 and (role is None or not same)
        span = clause if len(clause.of(self.text)) <= 110 and found.months != 0 else found.span
        return Draft(
            "experience",
            short_label(self.text, span),
            found.span if listed else span,
            months=found.months,
            skills=()
            if role and re.match(r"(?i)sebagai|as\b|posisi", role.group())
            else tuple(dict.fromkeys(m.skill.id for m in mentions)),
            occupations=self._roles(role) if found.months is not None else (),
            whole=not listed and found.months != 0,
        )

    def _certificates(self, clause: Span, *, of_language: bool) -> Iterator[Draft]:
        words = clause.of(self.text)
        speaks = demands.CERTIFICATE.search(words)
        named = list(self.certificates.finditer(words)) if self.certificates else []
        if of_language:  # a test of a language says its level
            named = [match for match in named if not _LANGUAGE_TEST.fullmatch(match.group())]
        for match in named:
            span = Span(clause.start + match.start(), clause.start + match.end())
            yield Draft("certificate", match.group(), span, whole=True)
        if speaks and not named:
            members = [i.span for i in split_items(self.text, clause)]
            after = [s for s in members if s.end > clause.start + speaks.start()]
            for span in after[:6] or [Span(clause.start + speaks.start(), clause.start + speaks.end())]:
                label = re.sub(
                    r"(?i)^(?:(?:ber)?sertifika\w*|certifi\w*)\s+(?:(?:in|of|dalam|bidang|related\s+to)\s+)?",
                    "",
                    short_label(self.text, span),
                )
                yield Draft("certificate", label or short_label(self.text, span), span, whole=True)

    def _conditions(self, clause: Span) -> Iterator[Draft]:
        words = clause.of(self.text)
        place = demands.PLACEMENT.search(words)
        ready = demands.AVAILABILITY.search(words)
        if place and not (
            ready
            and re.search(r"(?i)ditugaskan|dinas|rolling|rotasi", ready.group())
            and not self.places.find(words[place.start() :])
        ):
            known = self.places.find(words[place.start() :]) or self.places.find(words)
            city = next((m.place for m in known), None)
            value = None if city is None else city.name
            yield Draft(
                "location",
                value or short_label(self.text, clause),
                _short(clause, place, known[-1].span.end + place.start() if known else len(words)),
                value=value,
                whole=True,
            )
        elif (ready and (demands.WILLING.search(words) or _TERMS.match(words))) or self._only_willing(words):
            found = ready or demands.WILLING.search(words)
            span = clause if len(words) <= 110 or found is None else Span(*found.span()).shifted(clause.start)
            yield Draft("availability", short_label(self.text, span), span, value=readiness_code(words), whole=len(words) <= 110)

    def _only_willing(self, words: str) -> bool:
        """Readiness for something no pattern names: "Willing to work based on project hours"."""
        willing = demands.WILLING.match(words)
        return willing is not None and demands.SOFT.search(words) is None and not self.skills.find(words)

    def _things(self, clause: Span, claimed: list[Span]) -> Iterator[Draft]:
        """Skills and personal qualities: what is left of a point."""
        items = [
            item
            for item in split_items(self.text, clause)
            if not any(_overlap(item.span, c) for c in claimed) and not SAYS_NOTHING.match(item.span.of(self.text))
        ]
        acts = {item for item in items if LONE_ACT.match(item.span.of(self.text))}
        for item in items:
            if item not in acts or not any(other.group == item.group and other not in acts for other in items):
                yield from self._thing(item, clause)

    def _thing(self, item: Item, clause: Span) -> Iterator[Draft]:
        words = item.span.of(self.text)
        mentions = self.skills.find(words)
        hard = [m for m in mentions if m.skill.kind != "soft"]
        soft = (
            _FEELING.match(words)
            or (mentions and not hard)
            or (demands.SOFT.search(words) and not hard and not demands.TECHNICAL.search(words))
            or (not hard and is_phrase(words, technical=demands.TECHNICAL.search(words) is not None))
        )
        if soft or (not hard and not demands.TECHNICAL.search(words) and self._soft_point(clause, words)):
            yield Draft("other", short_label(self.text, item.span), item.span)
        elif len({m.skill.id for m in hard}) > 1 and not (item.choice or re.search(r"(?i)\b(?:atau|or)\b", words)):
            specific = [m for m in hard if m.skill.id not in _GENERIC] or hard
            for mention in specific:
                yield Draft("skill", skill_label(mention), mention.span.shifted(item.span.start), skills=(mention.skill.id,))
        else:
            label = (
                skill_label(hard[0])
                if len(hard) == 1 and len(hard[0].written) >= 0.6 * len(words)
                else short_label(self.text, item.span)
            )
            yield Draft("skill", label, item.span, skills=self._accepted(item, hard, clause))

    def _soft_point(self, clause: Span, words: str) -> bool:
        """A word nobody knows counts as a quality where its whole point speaks of qualities."""
        point = clause.of(self.text)
        return (
            demands.SOFT.search(point) is not None
            and not self.skills.find(point.replace(words, " "))
            and not demands.TECHNICAL.search(point)
        )

    def _accepted(self, item: Item, hard: Sequence[object], clause: Span) -> tuple[str, ...]:
        """The skills any of which shows it: its own, and where the point offers alternatives, theirs too."""
        own = tuple(dict.fromkeys(m.skill.id for m in self.skills.find(item.span.of(self.text)) if m.skill.kind != "soft"))
        if not (item.alternatives and hard):
            return own
        fellows = [i for i in split_items(self.text, clause) if i.group == item.group]
        others = (m.skill.id for i in fellows for m in self.skills.find(i.span.of(self.text)) if m.skill.kind != "soft")
        return tuple(dict.fromkeys((*own, *others)))


@lru_cache(maxsize=4)
def _certificate_pattern(knowledge: Knowledge) -> re.Pattern[str] | None:
    names = {name for key, aliases in knowledge.certificates.items() for name in (key, *aliases) if len(name) > 2}
    if not names:
        return None
    listed = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


def _short(clause: Span, match: re.Match[str], end: int) -> Span:
    return Span(clause.start + match.start(), min(clause.end, clause.start + max(match.end(), end)))


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
