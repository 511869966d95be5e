"""Conditions of the work: contract, place, work mode."""

import re

from tepat.domain.documents import Span
from tepat.domain.language.places import Place, PlaceIndex, PlaceMention
from tepat.domain.postings.posting import Contract, WorkMode
from tepat.domain.postings.sections import Sections

_CONTRACTS: tuple[tuple[Contract, re.Pattern[str]], ...] = (
    ("internship", re.compile(r"(?i)\b(?:magang|internship|intern\b|pkl\b|praktik\s+kerja)")),
    ("freelance", re.compile(r"(?i)\b(?:freelance|freelancer|lepas\s+waktu|pekerja\s+lepas|paruh\s+waktu\s+lepas)\b")),
    ("daily", re.compile(r"(?i)\b(?:harian\s+lepas|pekerja\s+harian|upah\s+harian|daily\s+worker)\b")),
    (
        "fixed_term",
        re.compile(
            r"(?i)\b(?:pkwt\b(?!t)|kontrak\s+\d|contract\s+(?:for|of|based|position|employee)|\d+\s*(?:months?"
            r"|bulan)\s+contract|di\s?kontrak\b"
            r"|kontrak\s+(?:selama|kerja\s+waktu\s+tertentu)|masa\s+kontrak"
            r"|karyawan\s+kontrak|sistem\s+kontrak|fixed[ -]term|status\s*:?\s*kontrak|outsourc(?:e"
            r"|ing)|willing\s+to\s+contract|project\s+based)"
        ),
    ),
    ("permanent", re.compile(r"(?i)\b(?:pkwtt|karyawan\s+tetap|pegawai\s+tetap|permanent(?:\s+(?:employee|position|staff))?)\b")),
)
_NOT_THIS_POST = re.compile(r"(?i)(?:pengalaman|experience|prior|pernah|lulusan|sertifikat)\W+(?:\w+\W+){0,3}$")
_MODES: tuple[tuple[WorkMode, re.Pattern[str]], ...] = (
    ("hybrid", re.compile(r"(?i)\bhybrid\b(?!\s*(?:cloud|app|mobile|infrastructure|network))")),
    (
        "remote",
        re.compile(
            r"(?i)\bwfh\b|work\s+from\s+(?:home|anywhere)|\bwfa\b|\b(?:full(?:y)?|100%)[ -]?remote\b"
            r"|\bremote\s*(?:working|work|position|job)\b|\bwork(?:ing)?\s+remote(?:ly)?\b|kerja\s+dari\s+rumah"
            r"|\(remote\)|[-–|]\s*remote\b"
        ),
    ),
    (
        "on_site",
        re.compile(
            r"(?i)\bwfo\b|work\s+from\s+(?:the\s+)?office|on[ -]?site(?=\s*(?:[/(,.]|work|at|in|di\b|$))"
            r"|kerja\s+di\s+kantor|onsite/offline"
        ),
    ),
)


def find_contract(text: str) -> Contract | None:
    """The first contract named that is not somebody's experience; None where nothing is said."""
    for contract, pattern in _CONTRACTS:
        for match in pattern.finditer(text):
            if not _NOT_THIS_POST.search(text[max(0, match.start() - 40) : match.start()]):
                return contract
    return None


def find_work_mode(text: str) -> WorkMode | None:
    """Hybrid, remote or on site, where it is said."""
    both = {mode for mode, pattern in _MODES if pattern.search(text)}
    if "hybrid" in both or {"remote", "on_site"} <= both:
        return "hybrid"
    return next(iter(both), None)


def find_place(text: str, sections: Sections, places: PlaceIndex) -> tuple[Place, Span] | None:
    """The place of work: from the head, else from what the advert says about placement; None where no known place is named."""
    for line in (*(h for h in sections.head if sections.title is None or h != sections.title), *sections.head):
        found = places.find(line.of(text))
        towns = [m for m in found if m.place.kind != "province"]
        if found:
            mention = _beyond_street(line.of(text), towns or list(found))
            return mention.place, mention.span.shifted(line.start)
    said = re.search(
        r"(?i)(?:📍|penempatan|ditempatkan|lokasi(?:\s+kerja)?|location|placed\s+in|based\s+in|wfo\s+in"
        r"|located\s+in)\W{0,4}(?:di\s+|in\s+|kerja\s+)?(?P<place>(?:\b(?:jl|jln|no)\.|[^\n.;]){3,80})",
        text,
    )
    if said:
        found = places.find(said.group("place"))
        if found:
            towns = [m for m in found if m.place.kind != "province"]
            mention = _beyond_street(said.group("place"), towns or list(found))
            return mention.place, mention.span.shifted(said.start("place"))
    return None


def _beyond_street(words: str, found: list[PlaceMention]) -> PlaceMention:
    """The first place named, or behind the name of a street the last: in "Jl. Buah Batu Bandung" that is Bandung."""
    street = re.search(r"(?i)\b(?:jl|jln|jalan)\b", words)
    return found[-1] if street and street.start() < found[0].span.start else found[0]
