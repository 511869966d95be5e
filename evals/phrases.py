"""How well the checks of adverts find limits and tricks: recall and precision per code on evals/data/phrases.tsv.

python evals/phrases.py [--misses] [--check]

Half of the phrases (by a hash of the phrase) are `dev`, for mending the checks; the other half, `held`, is only scored.
`--misses` lists what went wrong in dev, never in held. Each phrase stands alone as one line of a harmless advert.
Writes reports/phrases.json; `--check` writes nothing and fails where recall or precision is below its floor.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tepat.domain.postings.checks import check_text

HERE = Path(__file__).parent
RECALL, PRECISION = 0.95, 0.90
ADVERT = (
    "Staff IT\nPT Contoh Nusantara, Bandung\n\nKualifikasi:\n- Minimal D3 Teknik Informatika\n",
    "\n- Menguasai jaringan komputer dan Linux\n",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`wanted`: sets of codes, any one of each must be found; `allowed`: codes that may be found besides."""

    words: str
    wanted: tuple[frozenset[str], ...]
    allowed: frozenset[str]
    language: str
    kind: str

    @property
    def half(self) -> str:
        """ "dev" or "held", the same for ever for the same words."""
        return "held" if sha256(self.words.encode()).digest()[0] % 2 else "dev"


def read_phrases(path: Path = HERE / "data" / "phrases.tsv") -> list[Phrase]:
    """The corpus; invisible and look-alike letters are written there as escapes such as \\u200b."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [_phrase(*line.split("\t")) for line in lines[1:]]


def _phrase(words: str, codes: str, language: str, kind: str, _note: str) -> Phrase:
    named = [code for code in codes.split(",") if code]
    wanted = tuple(frozenset(code.split("/")) for code in named if not code.endswith("?"))
    allowed = frozenset(code.rstrip("?") for code in named if code.endswith("?")).union(*wanted)
    shown = words.encode("ascii", "backslashreplace").decode("unicode_escape")
    return Phrase(shown, wanted, allowed, language, kind)


def find_codes(words: str) -> set[str]:
    """The codes that the checks report where the phrase stands in an otherwise harmless advert."""
    before, after = ADVERT
    return {check.code for check in check_text(before + words + after)}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one half or one kind. `codes`: code → (right, found, wanted); `alarms`: harmless phrases that were reported."""

    phrases: int
    codes: dict[str, tuple[int, int, int]]
    alarms: int
    harmless: int

    @property
    def recall(self) -> float:
        """0..1 over all codes."""
        return _ratio(sum(c[0] for c in self.codes.values()), sum(c[2] for c in self.codes.values()))

    @property
    def precision(self) -> float:
        """0..1 over all codes."""
        return _ratio(sum(c[0] for c in self.codes.values()), sum(c[1] for c in self.codes.values()))

    def as_json(self) -> dict[str, object]:
        """Rounded for the report."""
        rows = {
            code: {"recall": round(_ratio(a, c), 3), "precision": round(_ratio(a, b), 3), "right": a, "found": b, "wanted": c}
            for code, (a, b, c) in sorted(self.codes.items())
        }
        head = {"phrases": self.phrases, "recall": round(self.recall, 3), "precision": round(self.precision, 3)}
        return {**head, "false_alarms": self.alarms, "harmless": self.harmless, "codes": rows}


def score(phrases: Sequence[Phrase]) -> Score:
    """Every code wanted and found counts once per phrase; a code that was allowed besides counts neither way."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    alarms = 0
    for phrase in phrases:
        codes = find_codes(phrase.words)
        for choice in phrase.wanted:
            hit = min(choice & codes, default=None)
            right.update([hit] if hit else [])
            found.update([hit] if hit else [])
            wanted[hit or min(choice)] += 1
        found.update(codes - phrase.allowed)
        alarms += bool(codes) and not phrase.wanted
    names = {*found, *wanted}
    harmless = sum(not phrase.wanted for phrase in phrases)
    return Score(len(phrases), {n: (right[n], found[n], wanted[n]) for n in names}, alarms, harmless)


def misses(phrases: Sequence[Phrase]) -> Iterator[str]:
    """One line per phrase that was not read as labelled: what is missing, what is too much."""
    for phrase in phrases:
        codes = find_codes(phrase.words)
        lacks = ["/".join(sorted(choice)) for choice in phrase.wanted if not choice & codes]
        extra = sorted(codes - phrase.allowed)
        if lacks or extra:
            yield f"{phrase.kind:9s}{phrase.words!r}" + "".join(f"  -{x}" for x in lacks) + "".join(f"  +{x}" for x in extra)


def main() -> None:
    """Score both halves, by kind and by language besides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    phrases = read_phrases()
    report: dict[str, object] = {}
    low = []
    for half in ("dev", "held"):
        own = [p for p in phrases if p.half == half]
        whole = score(own)
        kinds = {kind: score([p for p in own if p.kind == kind]) for kind in ("plain", "evasion")}
        tongues = {tongue: score([p for p in own if p.language == tongue]) for tongue in ("id", "en")}
        parts = {
            name: {"recall": round(s.recall, 3), "precision": round(s.precision, 3)} for name, s in {**kinds, **tongues}.items()
        }
        report[half] = {**whole.as_json(), "parts": parts}
        low += [half] if whole.recall < RECALL or whole.precision < PRECISION else []
        print(
            f"{half}: recall {whole.recall:.3f}, precision {whole.precision:.3f}, alarms {whole.alarms}/{whole.harmless}  {parts}"
        )
        for code, (hit, seen, asked) in sorted(whole.codes.items()):
            print(f"  {code:30s} recall {_ratio(hit, asked):.3f} precision {_ratio(hit, seen):.3f} ({hit}/{seen}/{asked})")
    if chosen.misses:
        print("\n".join(misses([p for p in phrases if p.half == "dev"])))
    if chosen.check:
        sys.exit(f"Below the floor: {', '.join(low)}" if low else 0)
    (HERE / "reports" / "phrases.json").write_text(json.dumps(report, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


if __name__ == "__main__":
    main()
