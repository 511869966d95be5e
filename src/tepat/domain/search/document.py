"""What is put into an index: terms, keywords and numbers of one posting or candidate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from tepat.domain.language.tokens import terms
from tepat.domain.search.query import KEYWORD_FIELDS, NUMBER_FIELDS, SORT_FIELDS, KeywordField, Kind, NumberField, Scope, Sort

WEIGHTS: Mapping[Scope, int] = {"title": 3, "skill": 2}
"""How often a text of a scope counts in the weighted field; others once."""
LONGEST_KEYWORD = 200
GREATEST_NUMBER = 2**62
_GREATEST_SORTED = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Text:
    """One text as terms. Phrases never reach from one text into the next, so lists become one `Text` per item."""

    scope: Scope
    terms: tuple[str, ...]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """`id` is unique per kind, 1 to 100 characters. Times are seconds since 1970 (UTC), money is rupiah per month.

    Raises ValueError for unknown fields, empty or over-long values and numbers outside ±2**62: those are bugs of the caller.
    """

    id: str
    kind: Kind
    texts: tuple[Text, ...] = ()
    keywords: Mapping[KeywordField, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[NumberField, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unknown = (set(self.keywords) - set(KEYWORD_FIELDS)) | (set(self.numbers) - set(NUMBER_FIELDS))
        if unknown:
            raise ValueError(f"unknown fields: {sorted(unknown)}")
        if not 1 <= len(self.id) <= 100 or not is_writable(self.id):
            raise ValueError(f"not an id: {self.id!r}")
        for value in (value for values in self.keywords.values() for value in values):
            if not 1 <= len(value) <= LONGEST_KEYWORD or not is_writable(value):
                raise ValueError(f"not a keyword: {value!r}")
        if any(abs(number) > GREATEST_NUMBER for number in self.numbers.values()):
            raise ValueError("number out of range")


def is_writable(value: str) -> bool:
    """Whether every engine can hold `value`: no lone surrogate, no NUL."""
    return "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


def texts_of(scope: Scope, *written: str | None) -> tuple[Text, ...]:
    """One `Text` per written stretch that holds a word, with the weight of its scope."""
    return tuple(Text(scope, made, WEIGHTS.get(scope, 1)) for stretch in written if stretch and (made := terms(stretch)))


def keywords_of(values: Iterable[str | None]) -> tuple[str, ...]:
    """Values as keywords: cut to length, without repetition, without what no engine can hold."""
    cut = (value.strip()[:LONGEST_KEYWORD] for value in values if value and is_writable(value))
    return tuple(dict.fromkeys(value for value in cut if value))


def sort_key(document: Document, sort: Sort) -> int:
    """A number of 64 bits: the sorted number above, a hash of the id below, so that order is total and the same everywhere."""
    number = document.numbers.get(SORT_FIELDS[sort], 0)
    return (min(max(number, 0), _GREATEST_SORTED) << 32) | crc32(document.id.encode())
