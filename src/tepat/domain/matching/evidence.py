"""A CV laid open for matching: what may be read of it, and how a stretch of it becomes a quote.

Only what speaks of work is open: engagements, education, skills, certificates, languages, the summary and what is said about
availability.
Name, sex, age, religion, marital status, photo, address and campus are never looked at; the city only where a place is asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tepat.domain.cv.profile import Profile
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.language.tokens import Token, tokens
from tepat.domain.matching.verdicts import Evidence
from tepat.domain.skills import SkillMention

LONGEST = 200
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


@dataclass(frozen=True)
class OpenCV:
    """A profile with its text, ready to be asked."""

    profile: Profile
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
        for span, path in found:
            evidence = self.quote(span, path)
            if evidence is not None:
                made.setdefault((evidence.start, evidence.end), evidence)
        return tuple(made.values())[:most]

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


def open_cv(profile: Profile, text: str, page_of: Callable[[int], int], knowledge: Knowledge) -> OpenCV:
    """Lays a CV open. `text` is the canonical text to which all spans of `profile` point."""
    zones = tuple(_zones(profile, text))
    zone_at = [-1] * len(text)
    for number, zone in enumerate(zones):
        start, end = max(0, zone.span.start), min(len(text), zone.span.end)
        if start < end:
            zone_at[start:end] = [number] * (end - start)
    return OpenCV(profile, text, page_of, zones, zone_at, tokens(text), knowledge.skill_index.find(text))


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
