"""Whether a CV shows what is no skill: education, certificates, languages, place, availability, licences, qualities."""

import re

from tepat.domain.cv.profile import LEVEL_RANK, Education
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.skills import match_words
from tepat.domain.matching.verdicts import MILLION, Reason, RequirementMatch
from tepat.domain.postings.posting import Requirement

NOT_STATED = Reason("not_stated")
_GENERAL_AREA = re.compile(
    r"(?i)^(?:semua|segala|teknik|engineering|it|ti|komputer|computer|any|all|apa\s*pun|eksakta|science"
    r"|sains)\b.{0,12}$"
)
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
NEIGHBOURS = (frozenset({"DKI Jakarta", "Banten", "Jawa Barat"}),)
"""Regions whose cities are within a working day's journey of each other (Jabodetabek)."""
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


def match_education(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """The national ladder: a finished level at or above the one asked, in one of the fields asked. A running study shows half."""
    held = list(enumerate(cv.profile.education))
    if not held:
        return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)
    needed = LEVEL_RANK.get(requirement.value or "", 0)
    done = [(n, e) for n, e in held if e.completed and LEVEL_RANK[e.level.value] >= needed]
    if done:
        return _right_level(requirement, done, cv, knowledge)
    running = [(n, e) for n, e in held if not e.completed and LEVEL_RANK[e.level.value] >= needed]
    if running:
        number, education = running[0]
        return RequirementMatch(
            requirement,
            "partly",
            500_000,
            Reason("education_running", {"level": education.level.value}),
            _level_quotes(number, education, cv),
        )
    number, education = max(held, key=lambda pair: (pair[1].completed, LEVEL_RANK[pair[1].level.value]))
    gap = needed - LEVEL_RANK[education.level.value]
    return RequirementMatch(
        requirement,
        "contradicted",
        400_000 if gap <= 1 else 200_000 if gap <= 2 else 0,
        Reason("education_below", {"level": education.level.value, "asked": requirement.value or ""}),
        _level_quotes(number, education, cv),
    )


def _right_level(
    requirement: Requirement, done: list[tuple[int, Education]], cv: OpenCV, knowledge: Knowledge
) -> RequirementMatch:
    fitting = [(n, e) for n, e in done if _area_fits(requirement.areas, e, knowledge)]
    number, education = fitting[0] if fitting else done[0]
    params = {"level": education.level.value}
    if fitting:
        return RequirementMatch(
            requirement, "met", MILLION, Reason("education_met", params), _level_quotes(number, education, cv)
        )
    if education.area is None:
        return RequirementMatch(
            requirement, "met", 800_000, Reason("education_area_unknown", params), _level_quotes(number, education, cv)
        )
    return RequirementMatch(
        requirement,
        "partly",
        500_000,
        Reason("education_other_area", {**params, "area": education.area.value}),
        _level_quotes(number, education, cv),
    )


def _area_fits(wanted: tuple[str, ...], education: Education, knowledge: Knowledge) -> bool:
    if not wanted or any(
        _GENERAL_AREA.match(area) and area.split()[0].casefold() in {"semua", "segala", "any", "all", "apapun"} for area in wanted
    ):
        return True
    if education.area is None:
        return False
    own = _canonical_area(education.area.value, knowledge)
    names = {_canonical_area(area, knowledge) for area in wanted}
    groups = [frozenset(majors) for majors in knowledge.major_groups.values() if own in majors]
    technical = any(_GENERAL_AREA.match(area) for area in wanted) and bool(groups)
    return own in names or technical or any(names & group for group in groups)


def _canonical_area(area: str, knowledge: Knowledge) -> str:
    wanted = " ".join(area.casefold().replace(".", " ").split())
    for name, aliases in knowledge.majors.items():
        if wanted == name.casefold() or any(wanted == alias.casefold() for alias in aliases):
            return name
    return wanted


def _level_quotes(number: int, education: Education, cv: OpenCV) -> tuple:  # type: ignore[type-arg]
    spans = [(span, f"/education/{number}/studyType") for span in education.level.spans[:1]]
    if education.area is not None:
        spans += [(span, f"/education/{number}/area") for span in education.area.spans[:1]]
    if len(spans) == 2 and 0 <= spans[1][0].start - spans[0][0].end <= 30:
        spans = [(Span(spans[0][0].start, spans[1][0].end), spans[0][1])]
    return cv.quotes(spans or [(education.span, f"/education/{number}")])


def match_certificate(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """A certificate by name or alias; skills it would prove, used in work, are a start."""
    wanted = _certificate_names(requirement.label, knowledge)
    for number, certificate in enumerate(cv.profile.certificates):
        name = certificate.name.value.casefold()
        if name in wanted or any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", name) for w in wanted):
            return RequirementMatch(
                requirement,
                "met",
                MILLION,
                Reason("certificate_held"),
                cv.quotes((s, f"/certificates/{number}/name") for s in certificate.name.spans),
            )
    worded = match_words(requirement, cv, knowledge)
    if worded.verdict == "met":
        return worded
    kind = next((k for k in knowledge.certificate_kinds.values() if k.name.casefold() in wanted), None)
    proved = frozenset(kind.skills) if kind else frozenset()
    used = [m for m in cv.mentions if m.skill.id in proved and (zone := cv.zone_of(m.span.start)) is not None and zone.in_work]
    if used:
        return RequirementMatch(
            requirement, "partly", 300_000, Reason("certificate_skills_used"), cv.quotes((m.span, "") for m in used[:2])
        )
    return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)


def _certificate_names(label: str, knowledge: Knowledge) -> frozenset[str]:
    low = label.casefold()
    for name, aliases in knowledge.certificates.items():
        names = {n.casefold() for n in (name, *aliases)}
        if low in names:
            return frozenset(names)
    return frozenset({low})


def match_language(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """A language as named among the languages; a CV written in it shows reading and writing."""
    wanted = requirement.value or requirement.label
    for number, fact in enumerate(cv.profile.languages):
        if wanted in {fact.language.value, "Other"}:
            weak = (
                re.search(r"(?i)pasif|basic|dasar|pemula|beginner|elementary|limited|sedikit|little", fact.fluency or "")
                is not None
            )
            strong = re.search(r"(?i)fluent|lancar|fasih|aktif|business|advanced|native", requirement.level or "") is not None
            if weak and strong and not re.search(r"(?i)\baktif", fact.fluency or ""):
                return RequirementMatch(
                    requirement,
                    "partly",
                    500_000,
                    Reason("language_weaker"),
                    cv.quotes((s, f"/languages/{number}") for s in fact.language.spans),
                )
            return RequirementMatch(
                requirement,
                "met",
                MILLION,
                Reason("language_named"),
                cv.quotes((s, f"/languages/{number}") for s in fact.language.spans),
            )
    written = {"id": "Indonesian", "en": "English"}.get(cv.profile.language)
    sample = (
        cv.profile.summary.spans[:1]
        if cv.profile.summary
        else next((w.duties.spans[:1] for w in cv.profile.work if w.duties and w.duties.spans), ())
    )
    if wanted == written and sample:
        verdict = "met" if wanted == "Indonesian" else "partly"
        first = Span(sample[0].start, min(sample[0].end, sample[0].start + 80))
        return RequirementMatch(requirement, verdict, 600_000, Reason("language_of_cv"), cv.quotes([(first, "")]))  # type: ignore[arg-type]
    return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)


def match_location(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """The place of work: living there, or willing to move. Silence about moving is a doubt, not a no."""
    city, wanted = cv.profile.city, (requirement.value or "").casefold()
    home = cv.quotes((s, "/basics/location/city") for s in city.spans) if city else ()
    if (
        city is not None
        and wanted
        and (city.value.casefold() == wanted or wanted == (cv.profile.region.value.casefold() if cv.profile.region else ""))
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


def match_availability(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """Readiness for shifts, journeys and so on: what the CV says, and what its work shows. A refusal contradicts."""
    pattern = _READY.get(requirement.value or "")
    if pattern is None:
        return match_words(requirement, cv, knowledge)
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


def match_licence(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
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
        match_words(requirement, cv, knowledge)
        if "SIM" not in requirement.label.upper()
        else RequirementMatch(requirement, "not_stated", 0, NOT_STATED)
    )


def match_quality(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """Grades by figure; personal qualities in the CV's own words, as far as a CV can show them."""
    if requirement.label.startswith("IPK") and requirement.value:
        return _match_grade(requirement, cv)
    soft = {m.skill.id for m in knowledge.skill_index.find(requirement.label) if m.skill.kind == "soft"}
    found = [m for m in cv.mentions if m.skill.id in soft and cv.zone_of(m.span.start) is not None and not cv.is_denied(m.span)]
    if found:
        return RequirementMatch(
            requirement,
            "met",
            800_000,
            Reason("quality_named"),
            cv.quotes((m.span, z.path if (z := cv.zone_of(m.span.start)) else "") for m in found[:2]),
        )
    return match_words(requirement, cv, knowledge)


def _match_grade(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    highest = cv.profile.highest_education()
    if highest is None or highest.grade is None:
        return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)
    number = cv.profile.education.index(highest)
    quotes = cv.quotes((s, f"/education/{number}/score") for s in highest.grade.spans)
    enough = highest.grade.value + 1e-9 >= float(requirement.value or "0")
    return RequirementMatch(
        requirement,
        "met" if enough else "contradicted",
        MILLION if enough else 0,
        Reason("grade_enough" if enough else "grade_below", {"grade": f"{highest.grade.value:.2f}"}),
        quotes,
    )
