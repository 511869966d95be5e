"""Whether a CV shows certificates, languages and personal qualities."""

import re

from tepat.domain.cv.profile import LanguageFact
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.schooling import match_grade
from tepat.domain.matching.skills import match_words
from tepat.domain.matching.verdicts import MILLION, Evidence, Reason, RequirementMatch, Verdict
from tepat.domain.postings.posting import Requirement

NOT_STATED = Reason("not_stated")
_WEAK = re.compile(r"(?i)pasif|basic|dasar|pemula|beginner|elementary|limited|sedikit|little")
_STRONG = re.compile(r"(?i)fluent|lancar|fasih|aktif|business|advanced|native")


def match_certificate(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """A certificate by name or alias; skills it would prove, used in work, are a start."""
    wanted = _certificate_names(requirement.label, knowledge)
    for number, certificate in enumerate(cv.certificates):
        name = certificate.value.casefold()
        if name in wanted or any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", name) for w in wanted):
            return RequirementMatch(
                requirement,
                "met",
                MILLION,
                Reason("certificate_held"),
                cv.quotes((s, f"/certificates/{number}/name") for s in certificate.spans),
            )
    worded = match_words(requirement, cv)
    if worded.verdict == "met":
        return worded
    kind = next((k for k in knowledge.certificate_kinds.values() if k.name.casefold() in wanted), None)
    proved = frozenset(kind.skills) if kind else frozenset()
    used = [m for m in cv.mentions if m.skill.id in proved and (zone := cv.zone_of(m.span.start)) is not None and zone.in_work]
    if len({m.skill.id for m in used}) > 1:
        places = cv.quotes((m.span, zone.path) for m in used[:2] if (zone := cv.zone_of(m.span.start)))
        return RequirementMatch(
            requirement,
            "partly",
            300_000,
            Reason("certificate_skills_used"),
            places,
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
    """A language as named among the languages; a CV written in it shows reading and writing. The best of what shows it."""
    wanted = requirement.value or requirement.label
    named = [
        _named(requirement, fact, cv.quotes((s, f"/languages/{number}") for s in fact.language.spans))
        for number, fact in enumerate(cv.languages)
        if wanted in {fact.language.value, "Other"}
    ]
    found = [*named, *_written(requirement, wanted, cv)]
    return max(found, key=lambda way: way.score, default=RequirementMatch(requirement, "not_stated", 0, NOT_STATED))


def _named(requirement: Requirement, fact: LanguageFact, quotes: tuple[Evidence, ...]) -> RequirementMatch:
    held, asked = fact.fluency or "", requirement.level or ""
    if _WEAK.search(held) and _STRONG.search(asked) and not _STRONG.search(held):
        return RequirementMatch(requirement, "partly", 500_000, Reason("language_weaker"), quotes)
    return RequirementMatch(requirement, "met", MILLION, Reason("language_named"), quotes)


def _written(requirement: Requirement, wanted: str, cv: OpenCV) -> list[RequirementMatch]:
    """How the person writes, in the beginning of the summary or of the first duties."""
    written = {"id": "Indonesian", "en": "English"}.get(cv.written_in)
    if wanted != written or not cv.told:
        return []
    quotes = cv.quotes([(Span(cv.told[0].start, min(cv.told[0].end, cv.told[0].start + 80)), "")])
    verdict: Verdict = "met" if wanted == "Indonesian" else "partly"
    return [RequirementMatch(requirement, verdict, 600_000, Reason("language_of_cv"), quotes)] if quotes else []


def match_quality(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """Grades by figure; personal qualities in the CV's own words, as far as a CV can show them."""
    if requirement.label.startswith("IPK") and requirement.value:
        return match_grade(requirement, cv)
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
    return match_words(requirement, cv)
