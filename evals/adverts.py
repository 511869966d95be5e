"""How well whole adverts are read: requirements one to one, must against nice, education, experience, offer, limits.

python evals/adverts.py [--misses] [--check]

evals/data/adverts/*.txt holds adverts invented for Tepat with their truth written into them before the reader saw any:
`=== id | dev or held`, one line of what is asked and offered, then the text, in which `{s Excel}` marks a skill that is asked
and `{s? Docker}` one that is wished (c certificate, l language, d licence, `!age` a limit). `--misses` lists what went wrong in
dev, never in held. Writes reports/adverts.json; `--check` writes nothing and fails below the floors.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.postings.posting import Check, PostingReading, Requirement
from tepat.domain.postings.read import read_posting

HERE = Path(__file__).parent
REPORT = HERE / "reports" / "adverts.json"
FLOORS = {"requirements_f1": 0.85, "must_nice": 0.80, "education": 0.95, "experience": 0.92}
KINDS = {"s": "skill", "c": "certificate", "l": "language", "d": "licence"}
LIMIT = "!"
_MARK = re.compile(r"\{(?P<kind>![a-z_]+|[a-z])(?P<wish>\?)? (?P<words>[^{}]+)\}")
LONGEST = 120
"""Characters of a span that still counts as tight, or three times the words marked."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One marked stretch; `kind` as in KINDS, or the code of a limit."""

    kind: str
    nice: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Advert:
    """`facts`: education, months, salary, contract, mode, city as written in the corpus; absent = not judged."""

    id: str
    half: str
    text: str
    facts: Mapping[str, str]
    wanted: tuple[Wanted, ...]

    def of(self, *, limits: bool) -> list[Wanted]:
        return [w for w in self.wanted if w.kind.startswith("discrimination.") == limits]


def read_adverts(folder: Path = HERE / "data" / "adverts") -> list[Advert]:
    """All adverts of the corpus, file by file."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, facts, marked = part.split("\n", 2)
            name, half = (word.strip() for word in head.split("|"))
            found.append(_advert(name, half, dict(fact.split("=", 1) for fact in facts.split()), marked))
    return found


def _advert(name: str, half: str, facts: dict[str, str], marked: str) -> Advert:
    pieces, wanted, at, length = [], [], 0, 0
    for mark in _MARK.finditer(marked):
        pieces += [marked[at : mark.start()], mark["words"]]
        start = length + mark.start() - at
        length = start + len(mark["words"])
        at = mark.end()
        kind = mark["kind"]
        code = "discrimination." + kind[1:] if kind.startswith(LIMIT) else KINDS[kind]
        wanted.append(Wanted(code, mark["wish"] is not None, Span(start, length)))
    return Advert(name, half, "".join([*pieces, marked[at:]]), facts, tuple(wanted))


def matched(found: Sequence[Requirement], wanted: Sequence[Wanted]) -> list[tuple[Requirement, Wanted]]:
    """One to one, in order: a requirement takes the first free mark that one of its tight spans touches."""
    free, pairs = list(wanted), []
    for requirement in found:
        hit = next((w for w in free if any(_touches(span, w.span) for span in requirement.spans)), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((requirement, hit))
    return pairs


def _touches(span: Span, mark: Span) -> bool:
    tight = span.end - span.start <= max(LONGEST, 3 * (mark.end - mark.start))
    return tight and span.start < mark.end and mark.start < span.end


def matched_limits(found: Sequence[Check], wanted: Sequence[Wanted]) -> int:
    free, hits = list(wanted), 0
    for check in found:
        hit = next((w for w in free if w.kind == check.code and any(_touches(span, w.span) for span in check.spans)), None)
        if hit is not None:
            free.remove(hit)
            hits += 1
    return hits


def facts_of(reading: PostingReading) -> dict[str, str]:
    """What was read, in the words of the corpus."""
    level = next((r.value for r in reading.requirements if r.kind == "education" and r.value), None)
    months = next((r.months for r in reading.requirements if r.kind == "experience" and r.months is not None), None)
    pay = reading.salary
    return {
        "education": {"SMK": "SMA"}.get(level or "", level or ""),
        "months": str(months or 0),
        "salary": f"{pay.min_idr}-{pay.max_idr}" if pay else "",
        "contract": reading.contract or "",
        "mode": reading.work_mode or "",
        "city": (reading.city or reading.region or "").replace(" ", "_"),
    }


class Tally:
    """Counts of one half."""

    def __init__(self) -> None:
        self.requirements = Counter[str]()
        self.limits = Counter[str]()
        self.facts = Counter[tuple[str, bool]]()
        self.weights = Counter[tuple[bool, bool]]()

    def add(self, advert: Advert, reading: PostingReading) -> Iterator[str]:
        """Counts one advert and says what went wrong."""
        scored = [r for r in reading.requirements if r.kind in KINDS.values()]
        marks = advert.of(limits=False)
        pairs = matched(scored, marks)
        self.requirements.update(right=len(pairs), found=len(scored), wanted=len(marks))
        for requirement, mark in pairs:
            self.weights[mark.nice, requirement.importance == "nice"] += 1
            if mark.nice != (requirement.importance == "nice"):
                yield f"{requirement.importance}? {mark.span.of(advert.text)!r}"
        mine, theirs = {id(r) for r, _ in pairs}, {id(w) for _, w in pairs}
        yield from (f"+ {r.kind} {r.label!r} {r.spans[0].of(advert.text)!r}" for r in scored if id(r) not in mine)
        yield from (f"- {w.kind} {w.span.of(advert.text)!r}" for w in marks if id(w) not in theirs)
        yield from self._limits(advert, reading)
        yield from self._facts(advert, reading)

    def _limits(self, advert: Advert, reading: PostingReading) -> Iterator[str]:
        found = [c for c in reading.checks if c.code.startswith(("discrimination.", "scam."))]
        wanted = advert.of(limits=True)
        right = matched_limits(found, wanted)
        self.limits.update(right=right, found=len(found), wanted=len(wanted))
        if right < max(len(found), len(wanted)):
            yield f"limits {[c.code for c in found]} for {[w.kind for w in wanted]}"

    def _facts(self, advert: Advert, reading: PostingReading) -> Iterator[str]:
        said = facts_of(reading)
        for name in said.keys() & advert.facts.keys():
            want = {"SMK": "SMA"}.get(advert.facts[name], advert.facts[name])
            self.facts[name, said[name] == want] += 1
            if said[name] != want:
                yield f"{name}: {said[name]!r} for {want!r}"

    def as_json(self) -> dict[str, float]:
        """Shares 0..1, rounded."""
        must, nice = self.weights[False, False], self.weights[True, True]
        recalls = (_ratio(must, must + self.weights[False, True]), _ratio(nice, nice + self.weights[True, False]))
        facts = {name: _ratio(self.facts[name, True], self.facts[name, True] + self.facts[name, False]) for name, _ in self.facts}
        shares = {
            **{f"requirements_{k}": v for k, v in _precision(self.requirements).items()},
            **{f"limits_{k}": v for k, v in _precision(self.limits).items()},
            "must_nice": sum(recalls) / 2,
            **{{"months": "experience"}.get(name, name): share for name, share in facts.items()},
        }
        return {name: round(share, 3) for name, share in sorted(shares.items())}


def _precision(count: Counter[str]) -> dict[str, float]:
    precision, recall = _ratio(count["right"], count["found"]), _ratio(count["right"], count["wanted"])
    return {"precision": precision, "recall": recall, "f1": _ratio(2 * precision * recall, precision + recall)}


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def score(adverts: Iterable[Advert], knowledge: Knowledge) -> tuple[dict[str, float], list[str]]:
    """Shares, and a line per fault."""
    tally, faults = Tally(), []
    for advert in adverts:
        faults += [f"{advert.id}  {fault}" for fault in tally.add(advert, read_posting(advert.text, knowledge=knowledge))]
    return tally.as_json(), faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    adverts, knowledge = read_adverts(), load_knowledge()
    report, low = {}, []
    for half in ("dev", "held"):
        own = [a for a in adverts if a.half == half]
        shares, faults = score(own, knowledge)
        report[half] = {"adverts": len(own), **shares}
        low += [f"{half} {name}" for name, floor in FLOORS.items() if shares[name] < floor]
        print(half, len(own), *(f"{name} {share:.3f}" for name, share in shares.items()), sep="  ")
        if chosen.misses and half == "dev":
            print("\n".join(faults))
    if chosen.check:
        sys.exit(f"Below the floor: {', '.join(low)}" if low else 0)
    REPORT.write_text(json.dumps(report, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
