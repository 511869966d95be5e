"""Stems: Indonesian words lose their affixes, English ones their plural; names and IT words keep their form.

The order of affixes (particle, possessive, derivation; nasal changes of me- and pe-) follows the grammar of Indonesian as
described by Nazief and Adriani (1996). A word is only cut down to a root that `words.ROOTS` knows: precision before reach.
"""

from collections.abc import Iterator
from functools import lru_cache

from tepat.domain.language.words import ENDS_IN_S, ROOTS

SHORTEST_ROOT = 3
MOST_PREFIXES = 3
_PARTICLES = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_PLAIN_PREFIXES = ("di", "ke", "se", "ter", "ber", "be", "per", "pe", "te")
_VOWELS = frozenset("aiueo")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one normalised word; the word itself where no rule is sure."""
    if len(word) <= SHORTEST_ROOT or word in ROOTS or not (word.isascii() and word.isalpha()):
        return word
    return _indonesian_root(word) or _singular(word)


def _indonesian_root(word: str) -> str | None:
    """The known root within `word`, reached by the fewest cuts of prefixes; None if there is none."""
    forms = list(dict.fromkeys(_without_endings(word)))
    for _ in range(MOST_PREFIXES + 1):
        for form in forms:
            if form in ROOTS:
                return form
        forms = list(dict.fromkeys(shorter for form in forms for shorter in _without_prefix(form)))
    return None


def _without_endings(word: str) -> Iterator[str]:
    """`word`, then without its particle, then without a suffix; longer forms first."""
    bare = [word, *(word[: -len(p)] for p in _PARTICLES if word.endswith(p))]
    yield from bare
    for form in bare:
        for suffix in _SUFFIXES:
            if form.endswith(suffix) and len(form) - len(suffix) >= SHORTEST_ROOT:
                yield form[: -len(suffix)]


def _without_prefix(word: str) -> Iterator[str]:
    for prefix in _PLAIN_PREFIXES:
        if word.startswith(prefix):
            yield word[len(prefix) :]
    if word.startswith(("me", "pe")):
        yield from _without_nasal(word[2:])


def _without_nasal(rest: str) -> Iterator[str]:
    """What may follow me- or pe-: the nasal falls, and before a vowel it may have swallowed p, t, k or s."""
    yield rest
    for nasal, swallowed in (("ng", "k"), ("ny", "s"), ("m", "p"), ("n", "t")):
        tail = rest[len(nasal) :]
        if rest.startswith(nasal) and tail:
            yield tail
            if tail[0] in _VOWELS or nasal == "m":
                yield swallowed + tail
            if nasal == "ng" and tail[0] == "e":
                yield tail[1:]


def _singular(word: str) -> str:
    """English plural, carefully: `ies` → `y`, else a last `s` falls unless it belongs to the word."""
    if len(word) < 5 or not word.endswith("s") or word in ENDS_IN_S or word.endswith(("is", "us", "ss", "as", "os")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    return word[:-1]
