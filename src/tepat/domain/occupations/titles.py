"""Job titles: which occupation a title names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tepat.domain.documents import Span
from tepat.domain.language.tokens import Words, terms, words_of
from tepat.domain.occupations.occupation import Occupation

VAGUE = 0.45
"""A name that says little ("IT staff", "manager") gives way to any other in the same title."""
LONGEST_GAP = 4


class TitleIndex:
    """Names and aliases of occupations, found in titles; the longest name wins."""

    def __init__(self, occupations: Iterable[Occupation]) -> None:
        self._names: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._printed: dict[str, str] = {}
        full: set[tuple[str, ...]] = set()
        for occupation in occupations:
            self._printed[occupation.id] = occupation.printed_as
            names = [terms(name) for name in (occupation.name_id, occupation.name_en, *occupation.aliases)]
            full.update(names)
            for name in dict.fromkeys((*names, *(terms(n) for n in occupation.short_names))):
                self._names[name].append(occupation.id)
        self._short = self._names.keys() - full
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in filter(None, self._names):
            lengths[name[0]].add(len(name))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def points(self, title: str) -> dict[str, tuple[float, Span]]:
        """Occupations named in `title`: points (about 1 for a full name) and where."""
        named: dict[str, tuple[float, Span]] = {}
        for occupation, points, span in self._named(title, words_of(title)):
            if points > named.get(occupation, (0.0, span))[0]:
                named[occupation] = (points, span)
        return named

    def headings(self, text: str, words: Words) -> Iterator[tuple[str, float, Span]]:
        """Names written as titles (with a capital) in a long text, whose words are `words`, in order.

        Names of one word, and short ones, are too common to count.
        """
        for occupation, points, span in self._named(text, words):
            written = span.of(text)
            if (
                written[0].isupper()
                and len(written.split()) > 1
                and written.split()[-1][0].isupper()
                and terms(written) not in self._short
            ):
                yield occupation, points, span

    def _named(self, text: str, words: Words) -> Iterator[tuple[str, float, Span]]:
        done = 0
        for position, term in enumerate(words.terms):
            if position < done or term not in self._lengths:
                continue
            length, ids = self._longest_name(text, words, position)
            done = position + max(1, length)
            span = Span(words.starts[position], words.ends[done - 1])
            public = {self._printed[occupation] for occupation in ids}
            for printed in sorted(public):
                # The narrower of two with one name, so that nobody is counted twice.
                narrower = max((i for i in ids if self._printed[i] == printed), key=lambda i: (i != printed, i))
                yield narrower, _points(printed, length) / len(public), span

    def _longest_name(self, text: str, words: Words, position: int) -> tuple[int, list[str]]:
        for length in self._lengths[words.terms[position]]:
            end = position + length
            ids = self._names.get(words.terms[position:end]) if end <= len(words) else None
            if ids and all(_near(text, words.ends[at - 1], words.starts[at]) for at in range(position + 1, end)):
                return length, ids
        return 0, []


def _near(text: str, end: int, start: int) -> bool:
    return start - end < LONGEST_GAP and not any(sign in text[end:start] for sign in ".,;:()|\n•")


def _points(occupation: str, words: int) -> float:
    base = VAGUE if occupation in {"it-generalist", "not-it"} else 1.0
    return base * (0.8 + 0.1 * words)
