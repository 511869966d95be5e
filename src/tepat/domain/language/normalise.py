"""One form for every way of writing a word."""

import unicodedata

LONGEST_WORD = 60
"""Code points that are kept of one word; a longer run is no word of any language."""
SIGNS = frozenset("+#./")


def normalise(word: str) -> str:
    """`word` without case, diacritics and compatibility forms; of signs only `+ # . /` stay. 0 to 60 code points.

    Idempotent: `normalise(normalise(w)) == normalise(w)`. The result never holds white space, `=` or a lone surrogate.
    """
    folded = word.lower() if word.isascii() else _fold(_fold(word[: 4 * LONGEST_WORD]))
    if not folded.isalnum():  # Nearly every word is, and needs no looking at each sign.
        folded = "".join(c for c in folded if c.isalnum() or c in SIGNS)
    return folded[:LONGEST_WORD]


def _fold(word: str) -> str:
    # Case folding can bring back what decomposition took apart, so both are done until nothing changes (twice is enough).
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()
