"""Signals: phrases that mark the work of an occupation, found in one pass over the words of a text.

A phrase is written as people write. `*` ends a word that may go on ("configur*"), `~` lets up to `MOST_BETWEEN` words stand
between.
Words are compared by their stems (`domain.language`), so "memperbaiki" and "perbaikan" are one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.documents import Span
from tepat.domain.language.tokens import Words, tokens
from tepat.domain.occupations.occupation import Occupation

MOST_BETWEEN = 3
SKILL_WEIGHT = 1.5
LENT_BY_NARROWER = 0.6
_FULL_STOP = re.compile(r"[.!?;•●▪\n]")


@dataclass(frozen=True, slots=True, eq=False)
class Signal:
    """A phrase and what one mention of it weighs for each occupation (by narrower id); one object each, told by identity."""

    phrase: str
    weights: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal found: which, and where in the text."""

    signal: Signal
    span: Span


@dataclass(frozen=True, slots=True)
class _Element:
    """One word of a phrase, as the mark a word of the text must bear; `loose` allows words before it."""

    mark: str
    loose: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Compiled:
    signal: Signal
    rest: tuple[_Element, ...]
    needs: frozenset[str]
    next: str | None
    """The mark of the very next word, where none may stand between."""


@dataclass(frozen=True, slots=True, eq=False)
class _Kind:
    """What a word may be in phrases: its marks (its term, and each known beginning with a `*`), and the signals it may begin."""

    marks: frozenset[str]
    begins: tuple[_Compiled, ...]


class SignalIndex:
    """All signals, by their first word."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        self._begins: dict[str, list[_Compiled]] = {}
        prefixes: set[str] = set()
        for signal in signals:
            first, *rest = _elements(signal.phrase)
            following = rest[0].mark if rest and not rest[0].loose else None
            compiled = _Compiled(signal, tuple(rest), frozenset(e.mark for e in rest), following)
            self._begins.setdefault(first.mark, []).append(compiled)
            prefixes.update(e.mark for e in (first, *rest) if e.mark.endswith("*"))
        self._prefixes = frozenset(prefixes)
        self._lengths = sorted({len(prefix) - 1 for prefix in prefixes})
        self._kind = lru_cache(maxsize=20_000)(self._kind_of)

    def find(self, text: str, words: Words) -> tuple[Hit, ...]:
        """Every signal in `text`, whose words are `words`, in the order of the text; hits may overlap."""
        kinds = list(map(self._kind, words.terms, words.words))
        distinct = dict.fromkeys(kinds)
        held = frozenset().union(*(kind.marks for kind in distinct))
        # Most phrases need a word that the text does not hold: they are passed over once, not at every place.
        ready = {kind: found for kind in distinct if (found := [c for c in kind.begins if c.needs <= held])}
        return tuple(self._hits(text, words, kinds, ready))

    def _hits(self, text: str, words: Words, kinds: Sequence[_Kind], ready: Mapping[_Kind, list[_Compiled]]) -> Iterator[Hit]:
        for position, kind in enumerate(kinds):
            if kind not in ready:
                continue
            after = kinds[position + 1].marks if position + 1 < len(kinds) else frozenset()
            for candidate in ready[kind]:
                if candidate.next and candidate.next not in after:
                    continue
                end = _end(kinds, position, candidate.rest)
                if end is not None:
                    span = Span(words.starts[position], words.ends[end])
                    if not candidate.rest or not _FULL_STOP.search(span.of(text)):
                        yield Hit(candidate.signal, span)

    def _kind_of(self, term: str, word: str) -> _Kind:
        beginnings = (f"{word[:length]}*" for length in self._lengths if length <= len(word))
        marks = (term, *(mark for mark in beginnings if mark in self._prefixes))
        return _Kind(frozenset(marks), tuple(found for mark in marks for found in self._begins.get(mark, ())))


def _end(kinds: Sequence[_Kind], position: int, rest: tuple[_Element, ...]) -> int | None:
    """Position of the last word of a phrase whose first stands at `position`; None if the others do not follow."""
    for element in rest:
        last = min(position + (MOST_BETWEEN + 1 if element.loose else 1), len(kinds) - 1)
        position += 1
        while position <= last and element.mark not in kinds[position].marks:
            position += 1
        if position > last:
            return None
    return position


def _elements(phrase: str) -> list[_Element]:
    made: list[_Element] = []
    for part, group in enumerate(phrase.split("~")):
        loose = part > 0
        for piece in re.findall(r"[^\s*]+\*|[^*]+?(?=\s[^\s*]+\*|$)", group.strip()):
            for token in tokens(piece.removesuffix("*")):
                made.append(_Element(f"{token.word}*" if piece.endswith("*") else token.term, loose))
                loose = False
    return made


def signals_of(occupations: Iterable[Occupation]) -> list[Signal]:
    """One signal per phrase, whoever names it; what a narrower occupation names speaks for its public one, somewhat less."""
    merged: dict[str, dict[str, float]] = defaultdict(dict)
    for occupation in occupations:
        for phrase, weight in occupation.signals:
            weights = merged[" ".join(phrase.split())]
            weights[occupation.id] = max(weights.get(occupation.id, weight), weight)
            if occupation.printed_as != occupation.id:
                lent = weight * LENT_BY_NARROWER
                weights[occupation.printed_as] = max(weights.get(occupation.printed_as, lent), lent)
    return [Signal(phrase, tuple(weights.items())) for phrase, weights in merged.items()]


def skill_signals_of(occupations: Iterable[Occupation]) -> dict[str, Signal]:
    """A skill speaks for the occupations that use it, less the more public ones they are."""
    users: dict[str, dict[str, str]] = defaultdict(dict)
    for occupation in occupations:
        for skill in occupation.skills:
            users[skill][occupation.id] = users[skill][occupation.printed_as] = occupation.printed_as
    return {
        skill: Signal(f"skill {skill}", tuple((i, SKILL_WEIGHT / len(set(ids.values()))) for i in ids))
        for skill, ids in users.items()
    }
