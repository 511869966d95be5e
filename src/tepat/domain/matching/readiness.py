"""Whether somebody can be where and when the work needs them: place, shifts and journeys, driving licences."""

import re

from tepat.domain.documents import Span
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.skills import match_words
from tepat.domain.matching.verdicts import MILLION, Reason, RequirementMatch
from tepat.domain.postings.posting import Requirement

NOT_STATED = Reason("not_stated")
_ANYWHERE = re.compile(
    (
        r"(?i)\b(?:bersedia|siap|willing|ready|open|mau)\b[^.\n]{0,30}\b(?:ditempatkan|penempatan|relokasi"
        r"|relocat\w*|pindah|be\s+placed|placement|domisili)\b[^.\n]{0,60}|\b(?:open\s+to|willing\s+to)\s+relocat\w+"
        r"|\bpenempatan\s+(?:di\s+)?(?:mana\s?(?:saja|pun)|seluruh\s+indonesia)"
    ),
)
_STAYS = re.compile(
    r"(?i)\b(?:tidak|belum)\s+(?:bersedia|dapat|bisa|siap)\b[^.\n]{0,40}\b(?:luar\s+kota|ditempatkan|pindah"
    r"|relokasi)|\bnot\s+(?:willing|able|open)\s+to\s+relocat\w*|\bhanya\s+(?:bersedia\s+)?(?:di|area|wilayah"
    r"|penempatan)\s+[A-Z]\w+"
)
_READY: dict[str, str] = {
    "shift": r"shift|malam|24\s*/\s*7|24\s+jam|rotasi",
    "overtime": r"lembur|over\s?time|hari\s+libur|weekend|akhir\s+pekan|di\s+luar\s+jam\s+kerja",
    "on_call": r"on[ -]?call|stand\s?by|24\s*/\s*7",
    "travel": r"dinas|luar\s+kota|travel|mobilitas|mobile|lapangan|cabang|site\s+visit|on[ -]?site",
    "immediate": (
        r"segera|secepatnya|asap|immediate|kapan\s+saja|any\s?time|langsung\s+bekerja"
        r"|notice\s*(?:period)?\s*:?\s*(?:0|none|tidak\s+ada|1\s+(?:minggu|week))"
    ),
    "full_time": r"full[ -]?time|penuh\s+waktu|purna\s+waktu",
    "part_time": r"part[ -]?time|paruh\s+waktu",
    "contract": r"kontrak|contract|pkwt|freelance",
}
_REFUSAL = r"(?:tidak|belum|tdk|not|cannot|can['’]?t|unable|unwilling|no)\b[^.\n;]{0,40}"
_JABODETABEK = frozenset(
    {
        "jakarta",
        "bogor",
        "depok",
        "tangerang",
        "bekasi",
        "tangerang selatan",
        "jakarta pusat",
        "jakarta selatan",
        "jakarta barat",
        "jakarta timur",
        "jakarta utara",
    }
)


def match_location(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """The place of work: living there, or willing to move. Silence about moving is a doubt, not a no."""
    city, wanted = cv.city, (requirement.value or "").casefold()
    home = cv.quotes((s, "/basics/location/city") for s in city.spans) if city else ()
    if (
        city is not None
        and wanted
        and (city.value.casefold() == wanted or wanted == (cv.region.value.casefold() if cv.region else ""))
    ):
        return RequirementMatch(requirement, "met", MILLION, Reason("lives_there"), home)
    moves = _ANYWHERE.search(cv.text)
    if moves and not re.search(
        r"(?i)\b(?:tidak|belum|not)\W+(?:\w+\W+){0,1}$", cv.text[max(0, moves.start() - 16) : moves.start()]
    ):
        return RequirementMatch(requirement, "met", 900_000, Reason("willing_to_move"), cv.quotes([(Span(*moves.span()), "")]))
    stays = _STAYS.search(cv.text)
    if stays:
        return RequirementMatch(
            requirement, "contradicted", 0, Reason("unwilling_to_move"), cv.quotes([(Span(*stays.span()), "")])
        )
    if city is None or not wanted or not home:
        return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)
    near = {city.value.casefold(), wanted} <= _JABODETABEK
    return RequirementMatch(
        requirement,
        "partly",
        700_000 if near else 300_000,
        Reason("lives_near" if near else "lives_elsewhere", {"city": city.value}),
        home,
    )


def match_availability(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """Readiness for shifts, journeys and so on: what the CV says, and what its work shows. A refusal contradicts."""
    pattern = _READY.get(requirement.value or "")
    if pattern is None:
        return match_words(requirement, cv)
    refusal = re.search(rf"(?i)\b{_REFUSAL}(?:{pattern})", cv.text)
    if refusal:
        return RequirementMatch(
            requirement, "contradicted", 0, Reason("availability_refused"), cv.quotes([(Span(*refusal.span()), "")])
        )
    said = re.search(
        rf"(?i)\b(?:bersedia|siap|sanggup|willing|ready|able|available|open)\b[^.\n;]{{0,60}}?\b(?:{pattern})\w*", cv.text
    )
    if said:
        return RequirementMatch(
            requirement, "met", MILLION, Reason("availability_said"), cv.quotes([(Span(*said.span()), "/meta/availability")])
        )
    for found in re.finditer(rf"(?i)\b(?:{pattern})\w*", cv.text):
        zone = cv.zone_of(found.start())
        if zone is not None:
            return RequirementMatch(
                requirement,
                "met" if zone.in_work else "partly",
                800_000 if zone.in_work else 600_000,
                Reason("availability_in_work"),
                cv.quotes([(Span(*found.span()), zone.path)]),
            )
    return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)


def match_licence(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """Driving licences by their letter; any letter where none is asked."""
    letters = re.findall(r"\b([ABCD])\d?\b", requirement.label.upper().replace("SIM", " "))
    for found in re.finditer(
        r"(?i)\bsim\b\W{0,3}(?:[abcd]\d?\b(?:\s*(?:,|&|/|dan|and)\s*(?:sim\s*)?[abcd]\d?\b)*)?|\bdriv(?:ing"
        r"|er['’]?s?)\s+licen[cs]e(?:\s+[abcd]\b)?",
        cv.text,
    ):
        if re.match(r"(?i)\s*card", cv.text[found.end() :]):
            continue
        span = Span(found.start(), found.start() + len(found.group().rstrip(" :-")))
        held = re.findall(r"\b([ABCD])\d?\b", found.group().upper().replace("SIM", " "))
        if cv.is_denied(span):
            return RequirementMatch(
                requirement,
                "contradicted",
                0,
                Reason("licence_denied"),
                cv.quotes([(Span(max(0, span.start - 20), span.end), "")]),
            )
        if not letters or set(letters) & set(held):
            return RequirementMatch(requirement, "met", MILLION, Reason("licence_held"), cv.quotes([(span, "")]))
        if not held:
            return RequirementMatch(requirement, "partly", 500_000, Reason("licence_unclear"), cv.quotes([(span, "")]))
    return (
        match_words(requirement, cv)
        if "SIM" not in requirement.label.upper()
        else RequirementMatch(requirement, "not_stated", 0, NOT_STATED)
    )
