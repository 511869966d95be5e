"""A CV laid open for matching: the only input the matcher has, and how a stretch of it becomes a quote."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tepat.domain.cv.profile import EducationLevel, Fact, LanguageFact, PartialDate, SkillFact, WorkType
from tepat.domain.documents import Span
from tepat.domain.language.tokens import Token
from tepat.domain.matching.verdicts import Evidence
from tepat.domain.skills import SkillMention

LONGEST = 200
CLOSED = "\x00"
"""Stands for every letter of a CV that matching may not see."""
_DENIAL = re.compile(
    r"(?i)(?:\b(?:tidak|belum|tanpa|kurang|bukan|no|not|without|never|lack(?:s|ing)?|don['’]?t|cannot"
    r"|can['’]?t)\b)[^.\n;]{0,45}$"
)
_WISH = re.compile(
    r"(?i)\b(?:ingin|mau|akan|berharap|tertarik|want(?:s)?\s+to|wish|hope|plan(?:ning)?|eager"
    r"|interested\s+in)\b[^.\n;]{0,25}\b(?:mempelajari|belajar|memperdalam|menguasai|learn(?:ing)?|study|stud(?:y"
    r"|ying))\b[^.\n;]{0,60}$"
)
_NOT_ONLY = re.compile(
    r"(?i)\b(?:tidak\s+hanya|not\s+only|tidak\s+terbatas|not\s+limited|tanpa\s+(?:kendala|masalah|downtime)"
    r"|no\s+(?:downtime|matter))\b"
)


@dataclass(frozen=True, slots=True)
class Zone:
    """An open stretch of the CV, where its facts stand in the profile document, and whether it is work."""

    span: Span
    path: str
    in_work: bool


@dataclass(frozen=True, slots=True)
class Engagement:
    """Work without its employer."""

    position: Fact[str] | None
    start: Fact[PartialDate] | None
    end: Fact[PartialDate] | None
    ongoing: bool
    type: WorkType
    duties: Fact[str] | None
    span: Span


@dataclass(frozen=True, slots=True)
class WorkRoles:
    """One engagement with its months (year × 12 + month − 1) and the shares of the roles it shows (0..1)."""

    number: int
    work: Engagement
    months: frozenset[int]
    roles: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Study:
    """Education without its campus; `ended` 0 = not known."""

    level: Fact[EducationLevel]
    area: Fact[str] | None
    grade: Fact[float] | None
    completed: bool
    ended: int = 0


@dataclass(frozen=True, slots=True)
class OpenCV:
    """What matching sees of a person. It has no field for who that is; `text` holds `CLOSED` wherever it does not speak of work.

    `told`: summary and duties, the places where the person writes; `city`, `region`: looked at for a location requirement only;
    `as_of`: the day that counts as today.
    """

    work: tuple[WorkRoles, ...]
    studies: tuple[Study, ...]
    skills: tuple[SkillFact, ...]
    certificates: tuple[Fact[str], ...]
    languages: tuple[LanguageFact, ...]
    city: Fact[str] | None
    region: Fact[str] | None
    told: tuple[Span, ...]
    written_in: str
    as_of: date
    text: str
    page_of: Callable[[int], int]
    zones: tuple[Zone, ...]
    zone_at: Sequence[int]
    words: tuple[Token, ...]
    mentions: tuple[SkillMention, ...]

    def quote(self, span: Span, path: str) -> Evidence | None:
        """`span` as evidence: verbatim, trimmed, at most 200 characters; None where it lies outside the text or is blank."""
        start, end = max(0, span.start), min(len(self.text), span.end)
        while start < end and self.text[start].isspace():
            start += 1
        if end - start > LONGEST:
            cut = self.text.rfind(" ", start, start + LONGEST + 1)
            end = cut if cut > start + LONGEST // 2 else start + LONGEST
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Evidence(self.text[start:end], start, end, self.page_of(start), path) if start < end else None

    def quotes(self, found: Iterable[tuple[Span, str]], most: int = 3) -> tuple[Evidence, ...]:
        """Up to `most` quotes, each place once."""
        made: dict[tuple[int, int], Evidence] = {}
        for span, path in ((piece, path) for whole, path in found for piece in self._open_pieces(whole)):
            evidence = self.quote(span, path)
            if evidence is not None:
                made.setdefault((evidence.start, evidence.end), evidence)
        return tuple(made.values())[:most]

    def _open_pieces(self, span: Span) -> list[Span]:
        """`span` without what is closed in it."""
        start, end = max(0, span.start), min(len(self.text), span.end)
        if CLOSED not in self.text[start:end]:
            return [span]
        return [Span(start + m.start(), start + m.end()) for m in re.finditer(rf"[^{CLOSED}]+", self.text[start:end])]

    def zone_of(self, offset: int) -> Zone | None:
        """The open zone around `offset`: work before lists, duties before the whole engagement."""
        number = self.zone_at[offset] if 0 <= offset < len(self.zone_at) else -1
        return None if number < 0 else self.zones[number]

    def is_denied(self, span: Span) -> bool:
        """True where the words before `span` deny it ("belum menguasai Linux")."""
        before = self._line_before(span)
        return _DENIAL.search(before) is not None and _NOT_ONLY.search(before) is None

    def is_wished(self, span: Span) -> bool:
        """True where it is something still to be learned."""
        return _WISH.search(self._line_before(span)) is not None

    def _line_before(self, span: Span) -> str:
        start = max(self.text.rfind("\n", 0, span.start), span.start - 90) + 1
        return self.text[start : span.start]
