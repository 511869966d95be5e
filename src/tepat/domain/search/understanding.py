"""A plain question, as people type it: `helpdesk bandung 5jt` → an occupation, a place, a salary. Each part can be taken away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tepat.domain.documents import Span
from tepat.domain.language.money import Amount, find_amounts
from tepat.domain.language.tokens import Token, tokens
from tepat.domain.language.words import NOISE
from tepat.domain.search.grammar import LONGEST_TEXT, MOST_WORDS, is_plain, parse
from tepat.domain.search.query import AllOf, AnyOf, Between, KeywordField, Kind, Node, OneOf, Query, QueryFault
from tepat.domain.search.vocabulary import Vocabulary, phrase

ChipKind = Literal["occupation", "skill", "place", "salary", "work_mode", "contract", "word"]

_OPTIONS: dict[str, tuple[ChipKind, KeywordField, str]] = {
    **dict.fromkeys(("remote", "wfh", "remot"), ("work_mode", "work_mode", "remote")),
    **dict.fromkeys(("hybrid", "hibrida"), ("work_mode", "work_mode", "hybrid")),
    **dict.fromkeys(("onsite", "wfo"), ("work_mode", "work_mode", "on_site")),
    **dict.fromkeys(("magang", "internship", "intern", "pkl"), ("contract", "contract", "internship")),
    **dict.fromkeys(("freelance", "freelancer", "lepas"), ("contract", "contract", "freelance")),
    **dict.fromkeys(("kontrak", "pkwt"), ("contract", "contract", "fixed_term")),
    **dict.fromkeys(("tetap", "pkwtt", "permanent"), ("contract", "contract", "permanent")),
}
# Around an amount these words only say what the amount is.
_MONEY_NOISE = frozenset("gaji salary upah min minimal minimum mulai atas diatas rp idr sampai bulan per".split())  # noqa: SIM905 - as words.py


@dataclass(frozen=True, slots=True)
class Chip:
    """One understood part. `value`: an id, a place's name, rupiah or the word; `words` and `span` are those of the text."""

    key: str
    kind: ChipKind
    value: str
    words: str
    span: Span
    node: Node


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question was taken to mean. Explicit syntax makes chips of amounts only; with a `fault` nothing matches."""

    text: str
    query: Query
    chips: tuple[Chip, ...] = ()
    fault: QueryFault | None = None

    def without(self, key: str) -> str:
        """The text that remains when the chip `key` is taken away."""
        chip = next((chip for chip in self.chips if chip.key == key), None)
        if chip is None:
            return self.text
        return re.sub(r"\s+", " ", f"{self.text[: chip.span.start]} {self.text[chip.span.end :]}").strip()


def understand(text: str, *, vocabulary: Vocabulary, kind: Kind = "posting") -> Understood:
    """Chips and the query that asks for all of them. Explicit syntax (quotes, operators, scopes) goes to `parse`.

    An amount asks postings for at least, candidates for at most that much a month.
    """
    if len(text) > LONGEST_TEXT or not is_plain(text):
        return _explicit(text, vocabulary, kind)
    chips = tuple(_unique(sorted(_chips(text, vocabulary, kind), key=lambda chip: chip.span)))
    if len(chips) > MOST_WORDS:
        fault = QueryFault(chips[MOST_WORDS].span.start, "too_many_words", {"limit": MOST_WORDS})
        return Understood(text, Query(kind, AnyOf(())), fault=fault)
    return Understood(text, Query(kind, AllOf(tuple(chip.node for chip in chips))), chips)


def _explicit(text: str, vocabulary: Vocabulary, kind: Kind) -> Understood:
    """Explicit syntax, with amounts that stand freely beside it."""
    amounts = [a for a in find_amounts(text) if _stands_free(text, a.span)] if len(text) <= LONGEST_TEXT else []
    rest = text
    for amount in amounts:
        rest = f"{rest[: amount.span.start]}{' ' * (amount.span.end - amount.span.start)}{rest[amount.span.end :]}"
    parsed = parse(rest, vocabulary=vocabulary, kind=kind)
    if isinstance(parsed, QueryFault):
        # An operator may have wanted the amount as its word ("5jt OR 6jt").
        amounts, parsed = [], parse(text, vocabulary=vocabulary, kind=kind)
    if isinstance(parsed, QueryFault):
        return Understood(text, Query(kind, AnyOf(())), fault=parsed)
    chips = tuple(_unique([_salary(text, amount, kind) for amount in amounts]))
    return Understood(text, parsed.narrowed(*(chip.node for chip in chips)) if chips else parsed, chips)


def _stands_free(text: str, span: Span) -> bool:
    """Outside quotes, and not the operand of a sign or scope."""
    return not sum(text.count(sign, 0, span.start) for sign in '"“”„') % 2 and not text[: span.start].endswith(("-", ":", "("))


def _salary(text: str, amount: Amount, kind: Kind) -> Chip:
    value, ends = (amount.low, (amount.low, None)) if kind == "posting" else (amount.high, (None, amount.high))
    return _chip(text, "salary", str(value), amount.span, Between("salary", *ends))


def _chips(text: str, vocabulary: Vocabulary, kind: Kind) -> Iterator[Chip]:
    amounts = find_amounts(text)
    yield from (_salary(text, amount, kind) for amount in amounts)
    free = [t for t in tokens(text) if not any(_overlap(t.span, a.span) for a in amounts)]
    telling = [t for t in free if t.word not in NOISE and not (amounts and t.word in _MONEY_NOISE)]
    places = {m.span.start: m for m in vocabulary.place_index.find(text)}
    at, found = 0, telling or ([] if amounts else free)
    while at < len(found):
        length, chip = _named(text, found[at:], vocabulary)
        place = places.get(found[at].span.start)
        if place and (not chip or place.span.end > chip.span.end):
            length = sum(place.span.start <= t.span.start < place.span.end for t in found[at:])
            node = vocabulary.node(tuple(t.term for t in found[at : at + length]), "place")
            chip = _chip(text, "place", place.place.name, place.span, node)
        yield chip or _word(text, found, at, vocabulary)
        at += length


def _named(text: str, ahead: list[Token], vocabulary: Vocabulary) -> tuple[int, Chip | None]:
    """An option, or the longest name of an occupation or skill that begins here: how many tokens, and its chip."""
    said = [token.term for token in ahead[:6]]
    if option := _OPTIONS.get(ahead[0].word):
        kind, field, value = option
        return 1, _chip(text, kind, value, ahead[0].span, AnyOf((OneOf(field, (value,)), phrase((said[0],)))))
    length = vocabulary.longest("any", said)
    if not length:
        return 1, None
    name = tuple(said[:length])
    span = Span(ahead[0].span.start, ahead[length - 1].span.end)
    if ids := vocabulary.occupations.get(name):
        return length, _chip(text, "occupation", ids[0], span, vocabulary.node(name))
    return length, _chip(text, "skill", vocabulary.skills[name][0], span, vocabulary.node(name))


def _word(text: str, found: list[Token], at: int, vocabulary: Vocabulary) -> Chip:
    token = found[at]
    return _chip(text, "word", token.word, token.span, vocabulary.node((token.term,)))


def _chip(text: str, kind: ChipKind, value: str, span: Span, node: Node) -> Chip:
    return Chip(f"{kind}:{value}", kind, value, span.of(text), span, node)


def _unique(chips: list[Chip]) -> Iterator[Chip]:
    """The same part said twice is one chip."""
    seen: set[str] = set()
    for chip in chips:
        if chip.key not in seen:
            seen.add(chip.key)
            yield chip


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
