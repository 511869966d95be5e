"""Text → terms: the one way in which every search engine and every alert sees words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tepat.domain.documents import Span
from tepat.domain.language.normalise import normalise
from tepat.domain.language.stem import stem
from tepat.domain.language.words import JOINS

# Soft hyphens, zero-width signs and combining marks stand inside words without parting them.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
# Spelled without IGNORECASE and with whole runs of letters at a time: every text is read by it, and it takes half as long so.
_LETTERS = rf"[^\W_](?:[^\W_]+|[{_INSIDE}]+|['’](?=[^\W\d_]))*"
_NET = r"[nN][eE][tT]"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)+(?![^\W_])"
    rf"|{_LETTERS}(?:\+\+(?![\w+])|(?<=\b[a-zA-Z])\#(?!\w)|\.(?:[jJ][sS]|{_NET}|[iI][oO])\b)?"
    rf"|\.{_NET}\b(?<![\w.]\.{_NET})"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")
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


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text column by column, for whoever reads thousands: equally long, in the order of the text."""

    terms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.terms)


def words_of(text: str) -> Words:
    """What `tokens` gives, as columns: a quarter of the time."""
    found = _joined(text, [word for m in _WORD.finditer(text) if (word := (*_known(m[0]), *m.span()))[0]])
    return Words(*zip(*found, strict=True)) if found else Words()


def tokens(text: str) -> tuple[Token, ...]:
    """Words of `text` in order: normalised, joined ("help desk" → `helpdesk`), stemmed. Spans rise and never overlap.

    IT names stay whole: `c++`, `c#`, `.net`, `node.js`, `tcp/ip`, `m365`. Repetition with a hyphen ("teman-teman") is one word.
    """
    found = words_of(text)
    spans = map(Span, found.starts, found.ends)
    return tuple(map(Token, found.terms, found.words, spans))


def terms(text: str) -> tuple[str, ...]:
    """The terms of `text` in order, repeated as often as written; no term holds white space or `=`, none is empty."""
    return words_of(text).terms


_Word = tuple[str, str, int, int]
"""Term, word, start, end."""


@lru_cache(maxsize=100_000)
def _known(written: str) -> tuple[str, str]:
    """Term and normalised word of what is written."""
    if _NUMBER.fullmatch(written):
        written = re.sub("[.,]", "" if _THOUSANDS.fullmatch(written) else ".", written)
    elif not written.isalnum():
        written = _MARKS.sub("", re.sub(r"['’]s\Z", "", written))
    word = normalise(written)
    return stem(word), word


def _joined(text: str, words: list[_Word]) -> list[_Word]:
    """The same with names of several words made one, and repetitions too; few places begin one."""
    follows = [*(word for _, word, _, _ in words[1:]), ""]
    begins = [at for at, (w, after) in enumerate(zip(words, follows, strict=False)) if w[1] in _BEGIN_JOIN or w[1] == after]
    kept: list[_Word] = []
    done = 0
    for at in begins:
        if at < done:
            continue
        kept.extend(words[done:at])
        length, word = _longest_join(text, words, at) if words[at][1] in _BEGIN_JOIN else (1, words[at][1])
        done, end = at + length, words[at + length - 1][3]
        while done < len(words) and words[done][1] == word and text[end : words[done][2]] == "-":
            end, done = words[done][3], done + 1
        kept.append((stem(word), word, words[at][2], end))
    return [*kept, *words[done:]]


def _longest_join(text: str, words: list[_Word], at: int) -> tuple[int, str]:
    """How many words from `at` make one, and that one."""
    best = (1, JOINS.get((words[at][1],), words[at][1]))
    key = [words[at][1]]
    for ahead in range(at + 1, min(at + _LONGEST_JOIN, len(words))):
        gap = text[words[ahead - 1][3] : words[ahead][2]]
        if len(gap) > 6 or not _GAP.fullmatch(gap) or _FULL_STOP.match(gap):
            break
        key.append(words[ahead][1])
        if joined := JOINS.get(tuple(key)):
            best = (ahead - at + 1, joined)
    return best
