"""Text → Query: words, "phrases", AND / OR / NOT (DAN / ATAU / BUKAN), -word, groups, scopes such as `skill:`.

Words side by side must all match; AND binds tighter than OR. Operators are written in capitals. "Phrases" are taken as written,
bare words also stand for what they name; words that say nothing in a search ("di", "lowongan") are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tepat.domain.language.tokens import Token, terms, tokens
from tepat.domain.language.words import NOISE
from tepat.domain.search.query import EVERYTHING, AllOf, AnyOf, Kind, Node, Not, Query, QueryFault, Scope
from tepat.domain.search.vocabulary import Vocabulary, one_or, phrase

LONGEST_TEXT, MOST_WORDS, DEEPEST_GROUP = 400, 32, 6

_OPERATORS = {"AND": "and", "DAN": "and", "OR": "or", "ATAU": "or", "NOT": "not", "BUKAN": "not"}
_LEXEME = re.compile(
    r"""(?P<space>\s+)
    | ["“”„](?P<quoted>[^"“”„]*)(?P<closed>["“”„])?
    | (?P<open>\() | (?P<close>\)) | (?P<or>\|+)
    | (?P<operator>AND|DAN|OR|ATAU|NOT|BUKAN)(?=[\s("“„|)]|\Z)
    | (?P<not>-)(?=[^\s\-|)])
    | (?P<scope>[^\W\d_]+):(?!//)(?=\S|\Z)
    | (?P<word>[^\s"“”„()|]+)""",
    re.VERBOSE,
)
_GLUE = re.compile(r"[^\s,;/|&]*")

Mark = Literal["leaf", "and", "or", "not", "open", "close", "scope"]


@dataclass(frozen=True, slots=True)
class _Lexeme:
    mark: Mark
    position: int
    said: tuple[str, ...] = ()
    exact: bool = False
    scope: Scope = "any"


class _FaultError(Exception):
    def __init__(self, position: int, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.fault = QueryFault(position, code, dict(params))


def parse(text: str, *, vocabulary: Vocabulary, kind: Kind = "posting") -> Query | QueryFault:
    """The query that `text` says; an empty text matches everything.

    Faults: `too_long` (`limit` characters), `too_many_words` (`limit`), `too_deep`, `unclosed_quote`, `unclosed_group`,
    `unopened_group`, `missing_operand` (`operator`), `unknown_scope` (`scope`); each at its place in `text`.
    """
    if len(text) > LONGEST_TEXT:
        return QueryFault(LONGEST_TEXT, "too_long", {"limit": LONGEST_TEXT})
    try:
        lexemes = _without_noise(list(_lex(text, vocabulary)))
        return Query(kind, _Parser(text, lexemes, vocabulary).whole())
    except _FaultError as error:
        return error.fault


def is_plain(text: str) -> bool:
    """Whether `text` holds nothing but words: no quotes, groups, operators or scopes."""
    return all(match.lastgroup in ("space", "word") for match in _LEXEME.finditer(text))


def words_of(found: tuple[Token, ...], text: str) -> Iterator[tuple[Token, ...]]:
    """Tokens, those glued by a hyphen, a full stop or the like together ("on-premise", but not "server/network")."""
    group: list[Token] = []
    for token in found:
        if group and not _GLUE.fullmatch(text[group[-1].span.end : token.span.start]):
            yield tuple(group)
            group = []
        group.append(token)
    if group:
        yield tuple(group)


def _lex(text: str, vocabulary: Vocabulary) -> Iterator[_Lexeme]:
    bare: tuple[int, int] | None = None
    scoped = False
    for match in _LEXEME.finditer(text):
        at, group = match.start(), match.lastgroup
        if group == "word" and not scoped:
            bare = (bare[0] if bare else at, match.end())
            continue
        if group == "space":
            continue
        if bare:
            yield from _bare(text, *bare)
            bare = None
        yield from _marked(match, vocabulary) if group != "word" else _bare(text, at, match.end())
        scoped = group == "scope"
    if bare:
        yield from _bare(text, *bare)


def _bare(text: str, start: int, end: int) -> Iterator[_Lexeme]:
    stretch = text[start:end]
    for group in words_of(tokens(stretch), stretch):
        yield _Lexeme("leaf", start + group[0].span.start, tuple(token.term for token in group))


def _marked(match: re.Match[str], vocabulary: Vocabulary) -> Iterator[_Lexeme]:
    at = match.start()
    if match["quoted"] is not None:
        if not match["closed"]:
            raise _FaultError(at, "unclosed_quote")
        if said := terms(match["quoted"]):
            yield _Lexeme("leaf", at, said, exact=True)
    elif match["scope"]:
        scope = vocabulary.scopes.get(match["scope"].casefold())
        if scope is None:
            raise _FaultError(at, "unknown_scope", scope=match["scope"])
        yield _Lexeme("scope", at, scope=scope)
    else:
        operator = _OPERATORS.get(match["operator"] or "", match.lastgroup)
        mark: dict[str | None, Mark] = {"and": "and", "or": "or", "not": "not", "open": "open", "close": "close"}
        yield _Lexeme(mark[operator], at)


def _without_noise(lexemes: list[_Lexeme]) -> list[_Lexeme]:
    """Without words that say nothing, unless an operator needs them or nothing else is left."""
    kept = []
    for at, lexeme in enumerate(lexemes):
        noise = lexeme.mark == "leaf" and not lexeme.exact and NOISE.issuperset(lexeme.said)
        before = lexemes[at - 1].mark if at else "leaf"
        after = lexemes[at + 1].mark if at + 1 < len(lexemes) else "leaf"
        if not noise or before not in ("leaf", "close") or after not in ("leaf", "open", "scope", "not"):
            kept.append(lexeme)
    return kept if any(lexeme.mark == "leaf" for lexeme in kept) else lexemes


class _Parser:
    """Recursive descent: or → and → unary → group or words."""

    def __init__(self, text: str, lexemes: list[_Lexeme], vocabulary: Vocabulary) -> None:
        self._end, self._lexemes, self._vocabulary, self._at = len(text), lexemes, vocabulary, 0
        leaves = [lexeme for lexeme in lexemes if lexeme.mark == "leaf"]
        words = 0
        for leaf in leaves:
            words += len(leaf.said)
            if words > MOST_WORDS:
                raise _FaultError(leaf.position, "too_many_words", limit=MOST_WORDS)

    def whole(self) -> Node:
        if not self._lexemes:
            return EVERYTHING
        node = self._either("any", 0)
        if left := self._peek():
            raise _FaultError(left.position, "unopened_group")
        return node

    def _peek(self) -> _Lexeme | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def _take(self, *marks: Mark) -> _Lexeme | None:
        lexeme = self._peek()
        if lexeme and lexeme.mark in marks:
            self._at += 1
            return lexeme
        return None

    def _either(self, scope: Scope, depth: int) -> Node:
        parts = [self._every(scope, depth)]
        while operator := self._take("or"):
            self._need_operand(operator)
            parts.append(self._every(scope, depth))
        return one_or(AnyOf(tuple(parts)))

    def _every(self, scope: Scope, depth: int) -> Node:
        parts = [self._one(scope, depth)]
        while (lexeme := self._peek()) and lexeme.mark not in ("or", "close"):
            if operator := self._take("and"):
                self._need_operand(operator)
            parts.append(self._one(scope, depth))
        return one_or(AllOf(tuple(parts)))

    def _one(self, scope: Scope, depth: int) -> Node:
        if depth > DEEPEST_GROUP:
            raise _FaultError(self._lexemes[self._at].position, "too_deep", limit=DEEPEST_GROUP)
        if operator := self._take("not"):
            self._need_operand(operator)
            return Not(self._one(scope, depth + 1))
        if named := self._take("scope"):
            self._need_operand(named)
            return self._one(named.scope, depth + 1)
        if opened := self._take("open"):
            self._need_operand(opened)
            node = self._either(scope, depth + 1)
            if not self._take("close"):
                raise _FaultError(opened.position, "unclosed_group")
            return node
        if self._peek_mark() == "leaf":
            return self._words(scope)
        wrong = self._peek()
        position = wrong.position if wrong else self._end
        raise _FaultError(position, "unopened_group" if wrong and wrong.mark == "close" else "missing_operand")

    def _words(self, scope: Scope) -> Node:
        """One leaf, or as many bare words as make a name ("service desk")."""
        ahead: list[str] = []
        for lexeme in self._lexemes[self._at :]:
            if lexeme.mark != "leaf" or lexeme.exact or len(lexeme.said) > 1:
                break
            ahead.append(lexeme.said[0])
        length = self._vocabulary.longest(scope, ahead)
        first = self._lexemes[self._at]
        self._at += max(1, length)
        if length:
            return self._vocabulary.node(tuple(ahead[:length]), scope)
        return phrase(first.said, scope)

    def _need_operand(self, operator: _Lexeme) -> None:
        lexeme = self._peek()
        if lexeme is None or lexeme.mark in ("and", "or", "close"):
            raise _FaultError(operator.position, "missing_operand")

    def _peek_mark(self) -> Mark | None:
        lexeme = self._peek()
        return lexeme.mark if lexeme else None
