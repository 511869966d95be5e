"""Sees through spelling tricks such as "u s i a  m4x 27", and knows the way back to the original text."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tepat.domain.documents import Span

_GAP = r"(?: ?[.\-_*·/] ?| )"
_SPACED = re.compile(rf"(?<![^\W_])(?:[^\W\d_]{_GAP}){{2,}}[^\W\d_](?![^\W_])|(?<!\S)(?:\d ){{2,}}\d(?!\S)")
_SIGNS = " .-_*·/"
_DIGITS = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "8": "b", "9": "g"}
_LEET = tuple(str.maketrans({**_DIGITS, "1": one}) for one in "il")
_TOKEN = re.compile(r"(?<![\w@$!])[a-z0-9@$!]{2,18}(?![\w@$!])")
_ROUND = re.compile(r"(?<=^\d)o(?=s?$)")
_PREFIX = re.compile(r"(?:ber|di|ter)(?=\w{4})")
_VOWELS = frozenset("aeiou")
_SHORTENED_FROM, _BARE_FROM = 6, 5
_CONSONANTS = 4
_LETTERS = (("l", "i"), ("v", "u"))
_RUN = re.compile(r"(.)\1+")
_STRETCHED = re.compile(r"(.)\1\1")
_DOUBLED = re.compile(r"([aeiou])\1|([a-z])\2$")
_LONG = 5
_IN_MESSAGES = {"bdn": "badan", "wrn": "warna", "wnt": "wanita", "tgg": "tinggi", "lwt": "lewat", "bwh": "bawah"}
_LOOKALIKES = str.maketrans("аеорсухіѕԁһյΑΒΕΗΙΚΜΝΟΡΤΥΧϲ", "aeopcyxisdhjABEHIKMNOPTYXc")
_DRAWN = {
    code: plain
    for first, last in ((0x1D400, 0x1D7FF), (0xFF01, 0xFF5E))
    for code in range(first, last + 1)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
}


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


def upright(text: str) -> str:
    """`text` with letters drawn as signs ("𝗧𝘂𝗴𝗮𝘀") as plain letters; as long as before, so that places stay."""
    return text.translate(_DRAWN)


def to_plain(text: str, *, words: frozenset[str]) -> Plain:
    """`text` in lower case, without look-alikes, zero-width signs, gaps inside words; disguised `words` are written out."""
    characters: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        if unicodedata.category(sign) in {"Cf", "Mn", "Me"} or _parts_word(text, at):
            continue
        for simple in unicodedata.normalize("NFKC", sign.translate(_LOOKALIKES)).lower():
            characters.append(simple)
            places.append(at)
    joined, places = _without_gaps("".join(characters), places)
    revealed, places = _undisguised(joined, places, words)
    return Plain(revealed, tuple(places), text)


def _parts_word(text: str, at: int) -> bool:
    """True for a picture inside a word: "um🔥ur". Before a capital it is a bullet that was glued."""
    if unicodedata.category(text[at]) != "So" or not 0 < at < len(text) - 1:
        return False
    return text[at - 1].isalpha() and text[at + 1].isalpha() and text[at + 1].islower()


def _without_gaps(text: str, places: list[int]) -> tuple[str, list[int]]:
    """The likes of "u s i a" → "usia"; two or more blanks keep words apart."""
    drop: set[int] = set()
    for match in _SPACED.finditer(text):
        drop.update(i for i in range(match.start(), match.end()) if text[i] in _SIGNS)
    if not drop:
        return text, places
    kept = [i for i in range(len(text)) if i not in drop]
    return "".join(text[i] for i in kept), [places[i] for i in kept]


def _undisguised(text: str, places: list[int], words: frozenset[str]) -> tuple[str, list[int]]:
    """The likes of "w4nita", "mus1im", "tnggi" → the word of `words` they stand for; its letters keep places in the source."""
    short = _shortened(words)
    pieces: list[str] = []
    where: list[int] = []
    done = 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        word = _reveal(token, words, short)
        if word == token:
            continue
        start, end = match.span()
        pieces += [text[done:start], word]
        where += places[done:start] + [places[min(start + i, end - 1)] for i in range(len(word) - 1)] + [places[end - 1]]
        done = end
    return "".join([*pieces, text[done:]]), where + places[done:]


def _reveal(token: str, words: frozenset[str], short: Mapping[str, str]) -> str:
    """The word behind digits and signs read as letters, or behind a shortening; else the token itself."""
    if token in words:
        return token
    if token.isalpha():
        return _respelt(token, words) or short.get(token, token)
    if not any(sign.isalpha() for sign in token):
        return token
    for table in _LEET:
        word = token.translate(table)
        if word in words or _PREFIX.sub("", word, count=1) in words:
            return word
    if token.endswith("!"):
        return _reveal(token[:-1], words, short) + "!"
    return _ROUND.sub("0", token)


def _respelt(token: str, words: frozenset[str]) -> str | None:
    """The word behind a look-alike letter ("musllm", "mvslim") or behind stretched ones ("usiaaa", "ceweek")."""
    for written, meant in _LETTERS:
        word = token.replace(written, meant)
        if word != token and word in words:
            return word
    if _STRETCHED.search(token) or (len(token) >= _LONG and _DOUBLED.search(token)):
        return _single(words).get(_RUN.sub(r"\1", token))
    return None


@cache
def _single(words: frozenset[str]) -> Mapping[str, str]:
    """Each word without doubled letters → the word."""
    return {_RUN.sub(r"\1", word): word for word in sorted(words, reverse=True)}


@cache
def _shortened(words: frozenset[str]) -> Mapping[str, str]:
    """How people shorten long words: without one vowel between consonants ("mnikah"), or without any ("mnkh")."""
    short = dict(_IN_MESSAGES)
    for word in sorted(words):
        inner = range(1, len(word) - 1)
        lone = (i for i in inner if word[i] in _VOWELS and not {word[i - 1], word[i + 1]} & _VOWELS)
        cuts = [word[:i] + word[i + 1 :] for i in lone] if len(word) >= _SHORTENED_FROM else []
        bare = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
        cuts += [bare] if len(word) >= _BARE_FROM and sum(x not in _VOWELS for x in bare) >= _CONSONANTS else []
        for cut in cuts:
            if cut not in words:
                short.setdefault(cut, word)
    return short
