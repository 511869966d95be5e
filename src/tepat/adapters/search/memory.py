"""The oracle: brute force over Python values. For tests, previews and the command line, not for many documents."""

import math
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tepat.domain.search import (
    AllOf,
    AnyOf,
    Applied,
    Busy,
    Change,
    Document,
    Facet,
    FacetAsk,
    Health,
    Hit,
    Kind,
    Leaf,
    Node,
    Page,
    Phrase,
    Put,
    Query,
    Remove,
    Why,
    Word,
    leaves,
    sort_key,
)
from tepat.domain.search.index import SearchIndex
from tepat.domain.search.paging import cut_by_key, next_by_offset, page_offset, page_size
from tepat.domain.search.query import KINDS
from tepat.domain.search.semantics import View, holds

_K1, _B = 1.2, 0.75  # the usual constants of BM25, as in Lucene and tantivy


@dataclass(frozen=True, slots=True)
class _Entry:
    """A document with its counted terms: in the weighted field under "any", else by scope."""

    document: Document
    view: View
    counts: Counter[tuple[str, str]]
    lengths: dict[bool, int]

    @classmethod
    def of(cls, document: Document) -> "_Entry":
        counts: Counter[tuple[str, str]] = Counter()
        for text in document.texts:
            for term in text.terms:
                counts["any", term] += text.weight
                counts[text.scope, term] += 1
        scoped = sum(len(text.terms) for text in document.texts)
        weighted = sum(len(text.terms) * text.weight for text in document.texts)
        return cls(document, View.of(document), counts, {False: weighted, True: scoped})


class MemoryIndex(SearchIndex):
    """Keeps everything in one process; threads may search while another applies."""

    def __init__(self) -> None:
        self._entries: dict[tuple[Kind, str], _Entry] = {}
        self._seq = 0
        self._writing = threading.Lock()
        self._carried: list[tuple[tuple[Change, ...], int]] | None = None

    def apply(self, changes: Iterable[Change], *, seq: int) -> Applied | Busy:
        with self._writing:
            if seq > self._seq:
                batch = tuple(changes)
                if self._carried is not None:
                    self._carried.append((batch, seq))
                # Searches that run meanwhile keep the mapping they began with.
                self._entries, self._seq = _changed(self._entries, batch), seq
            return Applied(self._seq)

    def visible_seq(self) -> int:
        return self._seq

    def wait_visible(self, seq: int, *, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while self._seq < seq:
            if time.monotonic() >= end:
                return False
            time.sleep(0.002)
        return True

    def search(self, query: Query) -> Page:
        entries, seq = self._entries, self._seq
        found = list(_matching(entries, query))
        facets = tuple(_facet(ask, found) for ask in query.facets)
        size = page_size(query)
        if query.order == "relevance":
            scorer = _Scorer([e for (kind, _), e in entries.items() if kind == query.kind])
            ranked = sorted(
                ((scorer.score(query.where, e), e) for e in found), key=lambda p: (-p[0], -sort_key(p[1].document, "newest"))
            )
            offset = page_offset(query)
            hits = tuple(Hit(entry.document.id, score) for score, entry in ranked[offset : offset + size])
            following = next_by_offset(query, shown=len(hits), total=len(found))
        else:
            keyed = sorted(((sort_key(e.document, query.order), e.document.id) for e in found), key=lambda p: (-p[0], p[1]))
            if query.cursor and query.cursor.key is not None:
                cursor = query.cursor
                keyed = [p for p in keyed if p[0] <= query.cursor.key and p[1] not in cursor.seen]
            page, following = cut_by_key(query, keyed[: size + 1])
            hits = tuple(Hit(id_) for _, id_ in page)
        return Page(hits, len(found), True, facets, seq, following)

    def count(self, query: Query) -> int:
        return sum(1 for _ in _matching(self._entries, query))

    def frequency(self, key: str, *, kind: Kind) -> int:
        name, equals, value = key.partition("=")
        views = [entry.view for (k, _), entry in self._entries.items() if k == kind]
        if equals:
            return sum(any(f == name and value in values for f, values in view.document.keywords.items()) for view in views)
        return sum(("any", key) in view.terms for view in views)

    def explain(self, query: Query, document_id: str) -> Why | None:
        entries = self._entries
        entry = entries.get((query.kind, document_id))
        if entry is None or not holds(query.where, entry.view):
            return None
        scorer = _Scorer([e for (kind, _), e in entries.items() if kind == query.kind])
        return Why(tuple(leaf for leaf in leaves(query.where) if holds(leaf, entry.view)), scorer.score(query.where, entry))

    def rebuild(self, documents: Iterable[Document], *, seq: int) -> Applied | Busy:
        with self._writing:
            if self._carried is not None:
                return Busy()
            self._carried, before = [], self._seq
        try:
            fresh = _changed({}, (Put(document) for document in documents))
            with self._writing:
                for batch, number in self._carried if seq >= before else ():
                    if number > seq:
                        fresh, seq = _changed(fresh, batch), number
                self._entries, self._seq = fresh, seq
                return Applied(seq)
        finally:
            self._carried = None

    def health(self) -> Health:
        return Health("ok", len(self._entries), self._seq)

    def close(self) -> None:
        """Nothing to give up."""


_Entries = dict[tuple[Kind, str], _Entry]


def _changed(entries: _Entries, changes: Iterable[Change]) -> _Entries:
    changed = dict(entries)
    for change in changes:
        match change:
            case Put(document):
                changed[document.kind, document.id] = _Entry.of(document)
            case Remove(id_, kind):
                for each in (kind,) if kind else KINDS:
                    changed.pop((each, id_), None)
    return changed


def _matching(entries: _Entries, query: Query) -> Iterator[_Entry]:
    return (e for (kind, _), e in entries.items() if kind == query.kind and holds(query.where, e.view))


def _facet(ask: FacetAsk, found: list[_Entry]) -> Facet:
    counts = Counter(value for e in found for value in set(e.document.keywords.get(ask.field, ())))
    return Facet(ask.field, tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0]))[: max(ask.size, 0)]))


class _Scorer:
    """BM25 over the weighted field, scoped words over the scoped one; filters add nothing."""

    def __init__(self, entries: list[_Entry]) -> None:
        self._entries = entries
        count = max(1, len(entries))
        self._average = {scoped: max(1.0, sum(e.lengths[scoped] for e in entries) / count) for scoped in (False, True)}
        self._idf: dict[tuple[str, str], float] = {}

    def score(self, node: Node, entry: _Entry) -> float:
        match node:
            case AllOf(parts):
                return sum(self.score(part, entry) for part in parts)
            case AnyOf(parts):
                return sum(self.score(part, entry) for part in parts if holds(part, entry.view))
            case Word(term, scope):
                return self._weigh(self._rarity(scope, term), entry.counts[scope, term], entry, scoped=scope != "any")
            case Phrase(terms, scope) if len(terms) == 1:
                return self.score(Word(terms[0], scope), entry)
            case Phrase(terms, scope):
                rarity = sum(self._rarity(scope, term) for term in terms)
                return self._weigh(rarity, _phrases(node, entry), entry, scoped=scope != "any")
        return 0.0

    def _rarity(self, scope: str, term: str) -> float:
        if (scope, term) not in self._idf:
            having = sum((scope, term) in e.counts for e in self._entries)
            self._idf[scope, term] = math.log(1 + (len(self._entries) - having + 0.5) / (having + 0.5))
        return self._idf[scope, term]

    def _weigh(self, rarity: float, often: int, entry: _Entry, *, scoped: bool) -> float:
        length = 1 - _B + _B * entry.lengths[scoped] / self._average[scoped]
        return rarity * often * (_K1 + 1) / (often + _K1 * length)


def _phrases(phrase: Leaf, entry: _Entry) -> int:
    """How often the phrase stands in the document, weighted as its words are."""
    if not isinstance(phrase, Phrase):
        return 0
    size, often = len(phrase.terms), 0
    for text in entry.document.texts:
        if phrase.scope in ("any", text.scope):
            here = sum(text.terms[i : i + size] == phrase.terms for i in range(len(text.terms) - size + 1))
            often += here * (text.weight if phrase.scope == "any" else 1)
    return often
