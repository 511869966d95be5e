"""Text → terms: the one way in which every search engine and every alert sees words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.documents import Span
from tepat.domain.language.normalise import normalise
from tepat.domain.language.stem import stem
from tepat.domain.language.words import JOINS

# Soft hyphens, zero-width signs and combining marks stand inside words without parting them.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_LETTERS = rf"[^\W_](?:[^\W_]|[{_INSIDE}]|['’](?=[^\W\d_]))*"
_WORD = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)+(?![^\W_]))"
    rf"|(?<![\w.])\.net\b"
    rf"|{_LETTERS}(?:\+\+(?![\w+])|(?<=\b[a-zA-Z])\#(?!\w)|\.(?:js|net|io)\b)?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MARKS = re.compile(rf"[{_INSIDE}'’]")
_GAP = re.compile(r"[ \t\u00a0]{1,3}|[ \t]{0,2}[-–/.&+][ \t]{0,1}|[ \t]{0,2}\r?\n[ \t]{0,2}")
_FULL_STOP = re.compile(r"\.\s")
_LONGEST_JOIN = max(len(left) for left in JOINS)
_BEGIN_JOIN = frozenset(left[0] for left in JOINS)


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the stretch of text it was made from. `word` is the normalised word before stemming."""

    term: str
    word: str
    span: Span


def tokens(text: str) -> tuple[Token, ...]:
    """Words of `text` in order: normalised, joined ("help desk" → `helpdesk`), stemmed. Spans rise and never overlap.

    IT names stay whole: `c++`, `c#`, `.net`, `node.js`, `tcp/ip`, `m365`. Repetition with a hyphen ("teman-teman") is one word.
    """
    words = list(_words(text))
    return tuple(Token(stem(word), word, Span(start, end)) for word, start, end in _joined(text, words))


def terms(text: str) -> tuple[str, ...]:
    """The terms of `text` in order, repeated as often as written; no term holds white space or `=`, none is empty."""
    return tuple(token.term for token in tokens(text))


_Word = tuple[str, int, int]


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        if word := _word(match.group(), number=match.lastgroup == "number"):
            yield word, match.start(), match.end()


@lru_cache(maxsize=100_000)
def _word(written: str, *, number: bool) -> str:
    if number:
        written = re.sub("[.,]", "" if _THOUSANDS.fullmatch(written) else ".", written)
    elif not written.isalnum():
        written = _MARKS.sub("", re.sub(r"['’]s\Z", "", written))
    return normalise(written)


def _joined(text: str, words: list[_Word]) -> Iterator[_Word]:
    at = 0
    while at < len(words):
        length, word = _longest_join(text, words, at) if words[at][0] in _BEGIN_JOIN else (1, words[at][0])
        end = words[at + length - 1][2]
        start, at = words[at][1], at + length
        while at < len(words) and words[at][0] == word and text[end : words[at][1]] == "-":
            end, at = words[at][2], at + 1
        yield word, start, end


def _longest_join(text: str, words: list[_Word], at: int) -> tuple[int, str]:
    """How many words from `at` make one, and that one."""
    best = (1, JOINS.get((words[at][0],), words[at][0]))
    key = [words[at][0]]
    for ahead in range(at + 1, min(at + _LONGEST_JOIN, len(words))):
        gap = text[words[ahead - 1][2] : words[ahead][1]]
        if len(gap) > 6 or not _GAP.fullmatch(gap) or _FULL_STOP.match(gap):
            break
        key.append(words[ahead][0])
        if joined := JOINS.get(tuple(key)):
            best = (ahead - at + 1, joined)
    return best
