"""Finding an occupation by the words people use for it."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from tepat.domain.language.tokens import terms
from tepat.domain.occupations.occupation import Occupation

ALIKE = 0.75
"""Likeness of words (difflib's ratio) from which a misspelt one is read as one that names use."""


def find_occupations(words: str, occupations: Iterable[Occupation]) -> tuple[Occupation, ...]:
    """Occupations one of whose names or aliases holds every word (its beginning is enough), own names first.

    Where none does, each word is read as the nearest one that names use. Nothing for nothing.
    """
    wanted, known = terms(words), tuple(occupations)
    if not wanted:
        return ()
    return _holding(wanted, known) or _holding(_corrected(wanted, known), known)


def _holding(wanted: Sequence[str], known: Sequence[Occupation]) -> tuple[Occupation, ...]:
    found = [o for o in known if any(_holds(name, wanted) for name in (*_names(o), *o.aliases, *o.short_names))]
    return tuple(sorted(found, key=lambda o: not any(_holds(name, wanted) for name in _names(o))))


def _corrected(wanted: Sequence[str], known: Sequence[Occupation]) -> list[str]:
    used = sorted({term for o in known for name in (*_names(o), *o.aliases) for term in terms(name)})
    return [next(iter(get_close_matches(word, used, n=1, cutoff=ALIKE)), word) for word in wanted]


def _names(occupation: Occupation) -> tuple[str, str]:
    return occupation.name_id, occupation.name_en


def _holds(name: str, wanted: Sequence[str]) -> bool:
    has = terms(name)
    return all(any(term.startswith(word) for term in has) for word in wanted)
