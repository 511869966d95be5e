"""The order of the shortlist against pairs that people judged, beside what anybody would try first, and left-out adverts."""

import itertools
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.matching.adverts import ADVERTS
from evals.matching.people import KNOWLEDGE, Advert, Person, advert, all_against, drawn, from_files

from tepat.domain.matching import fit, weighing
from tepat.domain.matching.fit import nearness, occupation_fit
from tepat.domain.matching.verdicts import Match
from tepat.domain.ranking import rank

Relevance = dict[str, dict[str, float]]
LEAST = {"ndcg10": 0.92, "pairs": 0.85}
MONTHS, NEAR = 12, 55
GRID = tuple(itertools.product((40, 60, 80), (48, 72, 108), (0.5, 0.7, 1.0), ((100, 100, 100), (90, 70, 60), (80, 60, 40))))
"""Tuned numbers around the chosen ones: share of the work, half-life in months, certainty of roles, percents of education."""


def judged(folder: Path, cvs: Path) -> tuple[list[Advert], dict[str, Person], Relevance]:
    """Adverts, people, and grades 0 to 3 of `relevance.tsv`."""
    grades: Relevance = defaultdict(dict)
    for line in (folder / "relevance.tsv").open(encoding="utf-8"):
        posting, cv, grade = line.split("\t")
        grades[posting][cv] = float(grade)
    adverts = [advert(name, (folder / "postings" / f"{name}.txt").read_text(encoding="utf-8")) for name in sorted(grades)]
    return adverts, from_files(cvs), grades


def made_up(count: int) -> tuple[list[Advert], dict[str, Person], Relevance]:
    """The same of drawn people and own adverts; graded by the truth of who was drawn, so that it flatters whoever finds roles."""
    people = {p.id: p for p in drawn(count)}
    adverts = [advert(role, text) for role, text in ADVERTS.items()]
    return adverts, people, {role: {p.id: _grade(role, p.truth) for p in people.values()} for role in ADVERTS}


def _grade(role: str, truth: dict[str, Any]) -> float:
    near, months = nearness(role, KNOWLEDGE.occupations[truth["profession"]].printed_as), truth["experience_months"]
    return 3.0 if near == 100 and months >= MONTHS else 2.0 if near == 100 else 1.0 if near >= NEAR else 0.0


def score_order(grades: Sequence[float]) -> tuple[float, float]:
    """(nDCG@10, share of pairs with different grades in the right order) of grades in the order given; gain 2^grade − 1."""
    best = sorted(grades, reverse=True)
    pairs = [(a, b) for a, b in itertools.combinations(grades, 2) if a != b]
    return _dcg(grades[:10]) / (_dcg(best[:10]) or 1), sum(a > b for a, b in pairs) / (len(pairs) or 1)


def _dcg(grades: Sequence[float]) -> float:
    return sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(grades))


def measure(adverts: list[Advert], people: dict[str, Person], grades: Relevance) -> dict[str, Any]:
    """Means over adverts, for Tepat and for each peer on the same pairs in the same run."""
    from evals.matching.peers import bm25_scores, tfidf_scores

    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    quotes = faults = 0
    for asked in adverts:
        judged_here = [people[i] for i in sorted(grades[asked.id]) if i in people]
        truth = [grades[asked.id][p.id] for p in judged_here]
        found = all_against(judged_here, asked)
        more, wrong = _check_quotes(judged_here, found, asked)
        quotes, faults = quotes + more, faults + wrong
        rows["tepat"].append(score_order([truth[i] for i in rank(found)]))
        for name, peer in (("bm25", bm25_scores), ("tfidf", tfidf_scores)):
            scores = peer(asked.text, [p.text for p in judged_here])
            rows[name].append(score_order([truth[i] for i in sorted(range(len(truth)), key=lambda i: -scores[i])]))
    means = {name: {"ndcg10": _mean(r[0] for r in found), "pairs": _mean(r[1] for r in found)} for name, found in rows.items()}
    each = {asked.id: round(row[0], 4) for asked, row in zip(adverts, rows["tepat"], strict=True)}
    pairs = sum(len(grades[a.id]) for a in adverts)
    return {"adverts": len(adverts), "judged": pairs, **means, "each": each, "quotes": quotes, "faults": faults, "least": LEAST}


def _check_quotes(people: list[Person], found: list[Match], asked: Advert) -> tuple[int, int]:
    """Quotes, and how many are not verbatim, too long or missing, requirements that are not explained once included."""
    quotes = wrong = 0
    for who, match in zip(people, found, strict=True):
        wrong += [r.requirement.id for r in match.requirements] != [r.id for r in asked.requirements]
        for r in match.requirements:
            wrong += bool(r.evidence) == (r.verdict == "not_stated")
            quotes += len(r.evidence)
            wrong += sum(e.quote != who.text[e.start : e.end] or not 0 < len(e.quote) <= 200 for e in r.evidence)
    return quotes, wrong


def leave_one_out(adverts: list[Advert], people: dict[str, Person], grades: Relevance) -> dict[str, Any]:
    """What the tuned numbers are worth: chosen anew on all adverts but one, measured on that one."""
    tables = [_with(numbers, adverts, people, grades) for numbers in GRID]
    held = []
    for n in range(len(adverts)):
        best = max(tables, key=lambda rows: sum(sum(rows[m]) for m in range(len(adverts)) if m != n))
        held.append(best[n])
    return {"ndcg10": _mean(r[0] for r in held), "pairs": _mean(r[1] for r in held), "choices": len(GRID)}


def _with(
    numbers: tuple[Any, ...], adverts: list[Advert], people: dict[str, Person], grades: Relevance
) -> list[tuple[float, float]]:
    """(nDCG@10, pairs) of each advert under other numbers; verdicts stay, fit and score are computed anew."""
    work, half_life, certainty, below = numbers
    kept = fit._HALF_LIFE_MONTHS, fit._CERTAINTY, weighing.BELOW  # noqa: SLF001 - measured here, changed nowhere else
    fit._HALF_LIFE_MONTHS, fit._CERTAINTY = half_life, certainty  # noqa: SLF001
    weighing.BELOW = tuple(zip((400_000, 200_000, 0), below, strict=True))
    try:
        return [_order_of(asked, people, grades[asked.id], weighing.Weights(work)) for asked in adverts]
    finally:
        fit._HALF_LIFE_MONTHS, fit._CERTAINTY, weighing.BELOW = kept  # noqa: SLF001


_VERDICTS: dict[tuple[str, str], Match] = {}


def _order_of(
    asked: Advert, people: dict[str, Person], grades: dict[str, float], weights: weighing.Weights
) -> tuple[float, float]:
    scored = []
    for name, grade in sorted(grades.items()):
        if name not in people:
            continue
        if (asked.id, name) not in _VERDICTS:
            _VERDICTS[asked.id, name] = all_against([people[name]], asked)[0]
        near = occupation_fit(people[name].opened, asked.wanted, knowledge=KNOWLEDGE)
        found = _VERDICTS[asked.id, name]
        scored.append((weighing.total(weighing.parts_of(near, found.requirements, weights), weights), found.tie_breaker, grade))
    return score_order([row[2] for row in sorted(scored, key=lambda row: (-row[0], -row[1]))])


def _mean(values: Any) -> float:
    found = list(values)
    return round(sum(found) / max(1, len(found)), 4)
