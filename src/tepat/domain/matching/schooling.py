"""Whether the education of a CV is the one asked: the national ladder, fields of study, grades."""

import re

from tepat.domain.cv.profile import LEVEL_RANK
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.evidence import OpenCV, Study
from tepat.domain.matching.verdicts import MILLION, Evidence, Reason, RequirementMatch, Verdict
from tepat.domain.postings.posting import Requirement

NOT_STATED = Reason("not_stated")
_COMPUTING = re.compile(
    r"(?i)informat|komput|comput|\bteknologi\b|technolog|\bit\b|\bti\b|software|network|jaringan|telekom|telecom"
)
_TECHNICAL = frozenset({"computing", "electronics", "engineering", "mathematics"})
"""Groups of majors that "Teknik" or "Engineering" alone may mean."""
_GENERAL_AREA = re.compile(
    r"(?i)^(?:semua|segala|teknik|engineering|it|ti|komputer|computer|any|all|apa\s*pun|eksakta|science"
    r"|sains)\b.{0,12}$"
)


def match_education(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """The national ladder: a finished level at or above the one asked, in one of the fields asked. A running study shows half."""
    held = list(enumerate(cv.studies))
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


def _right_level(requirement: Requirement, done: list[tuple[int, Study]], cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    return max((_with_area(requirement, n, e, cv, knowledge) for n, e in done), key=lambda way: way.score)


def _with_area(requirement: Requirement, number: int, education: Study, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    params = {"level": education.level.value}
    quotes = _level_quotes(number, education, cv)
    if _area_fits(requirement.areas, education, knowledge):
        return RequirementMatch(requirement, "met", MILLION, Reason("education_met", params), quotes)
    if education.area is None:
        return RequirementMatch(requirement, "met", 800_000, Reason("education_area_unknown", params), quotes)
    other = {**params, "area": education.area.value}
    return RequirementMatch(requirement, "partly", 500_000, Reason("education_other_area", other), quotes)


def _area_fits(wanted: tuple[str, ...], education: Study, knowledge: Knowledge) -> bool:
    if not wanted or any(
        _GENERAL_AREA.match(area) and area.split()[0].casefold() in {"semua", "segala", "any", "all", "apapun"} for area in wanted
    ):
        return True
    if education.area is None:
        return False
    own = _canonical_area(education.area.value, knowledge)
    names = {_canonical_area(area, knowledge) for area in wanted}
    groups = {key: frozenset(majors) for key, majors in knowledge.major_groups.items() if own in majors}
    computing = "computing" in groups and any(_COMPUTING.search(area) for area in wanted)
    technical = bool(_TECHNICAL & groups.keys()) and any(_GENERAL_AREA.match(area) for area in wanted)
    return own in names or computing or technical or any(names & group for group in groups.values())


def _canonical_area(area: str, knowledge: Knowledge) -> str:
    wanted = " ".join(area.casefold().replace(".", " ").split())
    for name, aliases in knowledge.majors.items():
        if wanted == name.casefold() or any(wanted == alias.casefold() for alias in aliases):
            return name
    return wanted


def _level_quotes(number: int, education: Study, cv: OpenCV) -> tuple[Evidence, ...]:
    spans = [(span, f"/education/{number}/studyType") for span in education.level.spans[:1]]
    if education.area is not None:
        spans += [(span, f"/education/{number}/area") for span in education.area.spans[:1]]
    if len(spans) == 2 and 0 <= spans[1][0].start - spans[0][0].end <= 30:
        spans = [(Span(spans[0][0].start, spans[1][0].end), spans[0][1])]
    return cv.quotes(spans)


def match_grade(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """The IPK of the highest finished study; among equals of the one that ended last."""
    done = [(LEVEL_RANK[e.level.value], e.ended, -n) for n, e in enumerate(cv.studies) if e.completed]
    number = -max(done)[2] if done else 0
    grade = cv.studies[number].grade if done else None
    if grade is None:
        return RequirementMatch(requirement, "not_stated", 0, NOT_STATED)
    quotes = cv.quotes((s, f"/education/{number}/score") for s in grade.spans)
    enough = grade.value + 1e-9 >= float(requirement.value or "0")
    code = "grade_enough" if enough else "grade_below"
    verdict: Verdict = "met" if enough else "contradicted"
    return RequirementMatch(requirement, verdict, MILLION * enough, Reason(code, {"grade": f"{grade.value:.2f}"}), quotes)
