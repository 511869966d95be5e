"""Whether a CV shows a skill: by name, by another name, by something that implies it, or in its own words."""

from collections.abc import Iterable, Sequence

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.language.tokens import Token, tokens
from tepat.domain.language.words import NOISE
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.verdicts import MILLION, Reason, RequirementMatch
from tepat.domain.postings.posting import Requirement

IN_WORK, LISTED, IMPLIED_IN_WORK, IMPLIED, IN_WORDS, RELATED = 900_000, 800_000, 850_000, 700_000, 700_000, 350_000
"""Scores in millionths: a skill used in work is worth more than one in a list, a general one where a special is asked is a
start."""
AGAIN = 50_000
"""What a second and a third engagement add; it saturates there. Naming a skill again in the same place adds nothing."""
NARROW = 24
"""A general skill says something of a special one only where so few specials share it: a firewall of FortiGate, networks not of
TCP/IP."""
_DULL = NOISE | frozenset(
    [
        "memiliki",
        "mempunyai",
        "mampu",
        "dapat",
        "bisa",
        "baik",
        "yang",
        "dasar",
        "kemampuan",
        "pengetahuan",
        "pemahaman",
        "keterampilan",
        "pengalaman",
        "mengenai",
        "tentang",
        "dalam",
        "hal",
        "konsep",
        "menguasai",
        "memahami",
        "mengerti",
        "mahir",
        "familiar",
        "good",
        "strong",
        "basic",
        "knowledge",
        "understanding",
        "experience",
        "ability",
        "able",
        "skill",
        "skills",
        "level",
        "hands",
        "related",
        "jenis",
        "berbagai",
        "serta",
        "maupun",
        "secara",
        "lainnya",
        "etc",
        "like",
        "such",
        "using",
        "use",
        "work",
        "working",
        "tools",
        "tool",
        "sistem",
        "system",
        "advanced",
        "terkait",
        "bidang",
        "lain",
        "other",
        "various",
    ],
)


def match_skill(requirement: Requirement, cv: OpenCV, knowledge: Knowledge) -> RequirementMatch:
    """The verdict on one skill: the best of what shows it. More shown never lowers the score."""
    wanted = frozenset(requirement.skills)
    worded = match_words(requirement, cv)
    if not wanted:
        return worded
    ways = (_by_name(requirement, wanted, cv), _by_implication(requirement, wanted, cv, knowledge), worded)
    found = [way for way in (*ways, _by_relation(requirement, wanted, cv, knowledge)) if way is not None]
    best = max(found, key=lambda way: way.score)
    return best if best.score else _denied(requirement, wanted, cv) or best


def _places(ids: frozenset[str], cv: OpenCV) -> list[tuple[Span, str, bool]]:
    """(place, path, in work) of the skills `ids`, in work first."""
    found: dict[tuple[int, int], tuple[Span, str, bool]] = {}
    for number, skill in enumerate(cv.skills):
        if skill.id in ids:
            for span in skill.spans:
                zone = cv.zone_of(span.start)
                found[span.start, span.end] = (span, f"/skills/{number}", zone is not None and zone.in_work)
            if not skill.spans:
                found[-1, number] = (Span(0, 0), f"/skills/{number}", skill.in_work)
    for mention in cv.mentions:
        zone = cv.zone_of(mention.span.start)
        if mention.skill.id in ids and zone is not None:
            found.setdefault((mention.span.start, mention.span.end), (mention.span, zone.path, zone.in_work))
    shown = [f for f in found.values() if f[0].end == 0 or not (cv.is_denied(f[0]) or cv.is_wished(f[0]))]
    return sorted(shown, key=lambda f: (not f[2], f[0].start))


def _by_name(requirement: Requirement, wanted: frozenset[str], cv: OpenCV) -> RequirementMatch | None:
    places = _places(wanted, cv)
    if not places:
        return None
    engagements = {
        work.number for work in cv.work for p in places if p[2] and work.work.span.start <= p[0].start < work.work.span.end
    }
    in_work = places[0][2]
    score = min(MILLION, IN_WORK + AGAIN * min(2, max(0, len(engagements) - 1))) if in_work else LISTED
    return _met(requirement, score, Reason("skill_in_work" if in_work else "skill_listed"), places, cv)


def _by_implication(
    requirement: Requirement, wanted: frozenset[str], cv: OpenCV, knowledge: Knowledge
) -> RequirementMatch | None:
    """Something more special proves it: Laravel proves PHP."""
    held = ({s.id for s in cv.skills} | {m.skill.id for m in cv.mentions}) - wanted
    proving = frozenset(i for i in held if wanted & knowledge.skill_index.implied([i]))
    places = _places(proving, cv) if proving else []
    if not places:
        return None
    in_work = places[0][2]
    by = next((m.skill.name for m in cv.mentions if m.span == places[0][0]), "") or next(
        knowledge.skills[i].name for i in sorted(proving) if i in knowledge.skills
    )
    return _met(requirement, IMPLIED_IN_WORK if in_work else IMPLIED, Reason("skill_implied", {"by": by}), places, cv)


def _by_relation(requirement: Requirement, wanted: frozenset[str], cv: OpenCV, knowledge: Knowledge) -> RequirementMatch | None:
    """The narrow general skill where a special one is asked: firewall where FortiGate is asked."""
    index = knowledge.skill_index
    general = frozenset(g for g in index.implied(wanted) - wanted if len(index.implying(g)) <= NARROW)
    places = _places(general, cv) if general else []
    if not places:
        return None
    by = next((m.skill.name for m in cv.mentions if m.span == places[0][0]), requirement.label)
    quotes = cv.quotes((p[0], p[1]) for p in places[:2])
    return RequirementMatch(requirement, "partly", RELATED, Reason("skill_related", {"by": by}), quotes) if quotes else None


def _denied(requirement: Requirement, wanted: frozenset[str], cv: OpenCV) -> RequirementMatch | None:
    """The CV says itself that it lacks the skill."""
    for mention in cv.mentions:
        if mention.skill.id in wanted and cv.is_denied(mention.span) and cv.zone_of(mention.span.start) is not None:
            start = max(cv.text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - 60)
            return RequirementMatch(
                requirement, "contradicted", 0, Reason("skill_denied"), cv.quotes([(Span(start, mention.span.end), "")])
            )
    return None


def _met(
    requirement: Requirement, score: int, reason: Reason, places: Sequence[tuple[Span, str, bool]], cv: OpenCV
) -> RequirementMatch:
    return RequirementMatch(requirement, "met", score, reason, cv.quotes((p[0], p[1]) for p in places if p[0].end > 0))


def content_terms(label: str) -> frozenset[str]:
    """The terms of a requirement's words that say something."""
    return frozenset(t.term for t in tokens(label) if t.term not in _DULL and t.word not in _DULL and len(t.term) > 1)


def match_words(requirement: Requirement, cv: OpenCV) -> RequirementMatch:
    """A requirement in its own words: the line of the CV that holds most of them."""
    wanted = content_terms(requirement.label)
    best = best_window(wanted, cv)
    if best is None:
        return RequirementMatch(requirement, "not_stated", 0, Reason("not_stated"))
    share, span, path, in_work = best
    if share >= 0.99 and (len(wanted) > 1 or in_work or _is_rare(wanted)):
        return RequirementMatch(
            requirement, "met", IN_WORDS + (100_000 if in_work else 0), Reason("words_found"), cv.quotes([(span, path)])
        )
    if share >= 0.6:
        return RequirementMatch(
            requirement, "partly", round(IN_WORDS * share * 0.7), Reason("words_found_partly"), cv.quotes([(span, path)])
        )
    return RequirementMatch(requirement, "not_stated", 0, Reason("not_stated"))


def _is_rare(wanted: Iterable[str]) -> bool:
    """One word alone is a sign only where it is a name or long enough to be special."""
    return all(len(term) >= 5 or any(c.isdigit() for c in term) for term in wanted)


def best_window(wanted: frozenset[str], cv: OpenCV) -> tuple[float, Span, str, bool] | None:
    """The line of the open zones with most of the terms: (share, shortest stretch, path, in work); None where none is found."""
    best: tuple[float, int, int, Span, str, bool] | None = None
    if not wanted:
        return None
    for line in _lines(cv):
        held = [t for t in line if t.term in wanted]
        share = len({t.term for t in held}) / len(wanted)
        if not held or (best is not None and share < best[0]):
            continue
        window = _shortest(held)
        zone = cv.zone_of(window.start)
        if zone is None or window.end - window.start > 200 or cv.is_denied(window) or cv.is_wished(window):
            continue
        rank = (share, int(zone.in_work), -(window.end - window.start))
        if best is None or rank > best[:3]:
            best = (*rank, window, zone.path, zone.in_work)
    return None if best is None else (best[0], best[3], best[4], best[5])


def _lines(cv: OpenCV) -> Iterable[list[Token]]:
    """Words of the open zones, line by line; a sentence that wraps is taken together with its next line."""
    line: list[Token] = []
    for token in cv.words:
        if line and (
            cv.text.find("\n", line[-1].span.end, token.span.start) >= 0
            and not _wraps(cv.text, line[-1].span.end, token.span.start)
        ):
            yield line
            line = []
        line.append(token)
    if line:
        yield line


def _wraps(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return gap.count("\n") == 1 and text[start].islower() and not gap.strip()


def _shortest(held: Sequence[Token]) -> Span:
    """The shortest stretch that holds each found term once."""
    needed = len({t.term for t in held})
    best = Span(held[0].span.start, held[-1].span.end)
    for first in range(len(held)):
        seen: set[str] = set()
        for last in range(first, len(held)):
            seen.add(held[last].term)
            if len(seen) == needed:
                span = Span(held[first].span.start, held[last].span.end)
                if span.end - span.start < best.end - best.start:
                    best = span
                break
    return best
