"""Sees through spelling tricks such as "u s i a  m4x 27", and knows the way back to the original text."""

import re
import unicodedata
from dataclasses import dataclass

from tepat.domain.documents import Span

_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*·]){3,}[^\W\d_](?![^\W_])")
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_LEET_WORD = re.compile(
    r"(?<![\w.,])(?=[a-z]*[013457@$!])(?=(?:[^\W\d_]|[013457@$!])*[a-z])[a-z013457@$!]{3,14}(?![\w])", re.IGNORECASE
)
_DISGUISED = frozenset(
    [
        "usia",
        "umur",
        "max",
        "maks",
        "maksimal",
        "minimal",
        "wanita",
        "pria",
        "perempuan",
        "cewek",
        "cowok",
        "laki",
        "menarik",
        "cantik",
        "tinggi",
        "belum",
        "menikah",
        "lajang",
        "single",
        "biaya",
        "transfer",
        "deposit",
        "jaminan",
        "islam",
        "muslim",
        "telegram",
    ],
)
_LOOKALIKES = str.maketrans("аеорсухіѕԁһյΑΒΕΗΙΚΜΝΟΡΤΥΧϲ", "aeopcyxisdhjABEHIKMNOPTYXc")


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain reading of `source`; `places[i]` is the offset in `source` of the i-th character of `text`."""

    text: str
    places: tuple[int, ...]
    source: str

    def original(self, start: int, end: int) -> Span | None:
        """The stretch of `source` behind `text[start:end]`, trimmed of blanks; None where it is empty."""
        if start >= end:
            return None
        first, last = self.places[start], self.places[end - 1] + 1
        while first < last and self.source[first] in " \t\r\n,;:.-•*":
            first += 1
        while last > first and self.source[last - 1] in " \t\r\n,;:-•*":
            last -= 1
        return Span(first, last) if first < last else None


def to_plain(text: str) -> Plain:
    """`text` in lower case, without look-alike letters, zero-width signs, spaced-out or digit-disguised words."""
    characters: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        if unicodedata.category(sign) in {"Cf", "Mn"}:
            continue
        for simple in unicodedata.normalize("NFKC", sign.translate(_LOOKALIKES)).lower():
            characters.append(simple)
            places.append(at)
    joined, places = _without_gaps("".join(characters), places)
    return Plain(_undisguised(joined), tuple(places), text)


def _without_gaps(text: str, places: list[int]) -> tuple[str, list[int]]:
    """The likes of "u s i a" → "usia"; two or more blanks keep words apart."""
    drop: set[int] = set()
    for match in _SPACED.finditer(text):
        drop.update(i for i in range(match.start(), match.end()) if text[i] in " .-_*·")
    if not drop:
        return text, places
    kept = [i for i in range(len(text)) if i not in drop]
    return "".join(text[i] for i in kept), [places[i] for i in kept]


def _undisguised(text: str) -> str:
    def reveal(match: re.Match[str]) -> str:
        word = match.group().translate(_LEET)
        return word if word in _DISGUISED else match.group()

    return _LEET_WORD.sub(reveal, text)
