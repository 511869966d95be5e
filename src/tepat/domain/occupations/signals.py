"""Signals: phrases that mark the work of an occupation, found in one pass over the words of a text.

A phrase is written as people write. `*` ends a word that may go on ("configur*"), `~` lets up to `MOST_BETWEEN` words stand
between.
Words are compared by their stems (`domain.language`), so "memperbaiki" and "perbaikan" are one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.documents import Span
from tepat.domain.language.tokens import Token, tokens
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
    """One word of a phrase; `prefix` matches words that begin so; `loose` allows words before it."""

    term: str
    prefix: bool
    loose: bool

    def matches(self, token: Token) -> bool:
        return token.word.startswith(self.term) if self.prefix else token.term == self.term


@dataclass(frozen=True, slots=True)
class _Compiled:
    signal: Signal
    rest: tuple[_Element, ...]


class SignalIndex:
    """All signals, by their first word."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        self._by_term: dict[str, list[_Compiled]] = {}
        self._by_prefix: dict[str, list[_Compiled]] = {}
        for signal in signals:
            first, *rest = _elements(signal.phrase)
            table = self._by_prefix if first.prefix else self._by_term
            table.setdefault(first.term, []).append(_Compiled(signal, tuple(rest)))
        self._lengths = sorted({len(prefix) for prefix in self._by_prefix})
        self._candidates = lru_cache(maxsize=20_000)(self._beginning)

    def find(self, text: str, words: tuple[Token, ...]) -> tuple[Hit, ...]:
        """Every signal in `text`, whose tokens are `words`, in the order of the text; hits may overlap."""
        return tuple(self._hits(text, words))

    def _hits(self, text: str, words: tuple[Token, ...]) -> Iterator[Hit]:
        for position, token in enumerate(words):
            for candidate in self._candidates(token.term, token.word):
                end = _end(words, position, candidate.rest)
                if end is not None:
                    span = Span(token.span.start, words[end].span.end)
                    if not candidate.rest or not _FULL_STOP.search(span.of(text)):
                        yield Hit(candidate.signal, span)

    def _beginning(self, term: str, word: str) -> tuple[_Compiled, ...]:
        """The signals whose first word this may be."""
        prefixes = (word[:length] for length in self._lengths if length <= len(word))
        return (*self._by_term.get(term, ()), *(found for prefix in prefixes for found in self._by_prefix.get(prefix, ())))


def _end(words: tuple[Token, ...], position: int, rest: tuple[_Element, ...]) -> int | None:
    """Position of the last word of a phrase whose first stands at `position`; None if the others do not follow."""
    for element in rest:
        last = min(position + (MOST_BETWEEN + 1 if element.loose else 1), len(words) - 1)
        position += 1
        while position <= last and not element.matches(words[position]):
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
                made.append(_Element(token.word if piece.endswith("*") else token.term, piece.endswith("*"), loose))
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
