"""The engine itself: one writer over all processes, many readers that look again when the published state moves."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import tantivy

from tepat.adapters.search.tantivy.answering import both, by_key, by_relevance, count, facets
from tepat.adapters.search.tantivy.compiling import SCHEME, compile_node, compile_query, document_fields, field_of_key, id_query
from tepat.adapters.search.tantivy.folder import Folder, State
from tepat.domain.search import (
    Applied,
    Busy,
    Change,
    Document,
    Facet,
    Health,
    Kind,
    Page,
    Put,
    Query,
    Remove,
    Unusable,
    Why,
    leaves,
)
from tepat.domain.search.index import SearchIndex
from tepat.domain.search.query import KINDS

_HEAP, _REBUILD_HEAP, _REBUILD_THREADS = 50_000_000, 128_000_000, 2  # bytes per writer
_POLL_SECONDS = 0.004
_TRIES = 5

_Writers = dict[Kind, tantivy.IndexWriter]


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What one answer is made from; stays valid while others write."""

    state: State
    indexes: dict[Kind, tantivy.Index]
    searchers: dict[Kind, tantivy.Searcher]


class TantivyIndex(SearchIndex):
    """Any number of threads and processes search; the first that applies writes until it closes or ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = Folder(folder)
        self._reading, self._writing, self._rebuilding = threading.Lock(), threading.RLock(), threading.Lock()
        self._snapshot: _Snapshot | None = None
        self._lock: IO[str] | None = None
        self._writers: _Writers = {}
        self._generation = ""
        self._carried: list[tuple[tuple[Change, ...], int]] | None = None

    # Writing

    def apply(self, changes: Iterable[Change], *, seq: int) -> Applied | Busy | Unusable:
        with self._writing:
            if not self._elect():
                return Busy()
            if not self._open_writers():
                return Unusable()
            state = self._folder.state()
            if seq <= state.seq:
                return Applied(state.seq)
            batch = tuple(changes)
            self._commit(batch)
            self._folder.publish(State(self._generation, seq))
            if self._carried is not None:
                self._carried.append((batch, seq))
            return Applied(seq)

    def _commit(self, batch: tuple[Change, ...]) -> None:
        try:
            for change in batch:
                _write(self._writers, change)
            for kind in sorted({kind for change in batch for kind in _kinds(change)}):
                self._writers[kind].commit()
        except BaseException:
            self._close_writers()  # what was not committed is forgotten; the caller applies the same number again
            raise

    def rebuild(self, documents: Iterable[Document], *, seq: int) -> Applied | Busy:
        with self._writing:
            if not self._elect() or not self._rebuilding.acquire(blocking=False):
                return Busy()
            before, self._carried = self._folder.state(), []
        generation = ""
        try:
            generation, bulk = self._folder.create(heap=_REBUILD_HEAP, threads=_REBUILD_THREADS)
            for document in documents:
                bulk[document.kind].add_document(document_fields(document))
            for writer in bulk.values():
                writer.commit()
                writer.wait_merging_threads()
            del writer, bulk  # frees tantivy's own locks
            with self._writing:
                fresh = self._folder.writers(generation, heap=_HEAP)
                seq = self._carry_over(fresh, before, seq)
                self._close_writers()
                self._writers, self._generation = fresh, generation
                self._folder.publish(State(generation, seq))
        except BaseException:
            if generation:
                self._folder.remove(generation)
            raise
        finally:
            self._carried = None
            self._rebuilding.release()
        self._folder.sweep(keep=generation)
        return Applied(seq)

    def _carry_over(self, fresh: _Writers, before: State, seq: int) -> int:
        """Write what was applied during the rebuild. With a gap before it nothing is: the caller applies again from `seq`."""
        for batch, number in (self._carried or ()) if seq >= before.seq else ():
            if number > seq:
                for change in batch:
                    _write(fresh, change)
                seq = number
        for writer in fresh.values():
            writer.commit()
        return seq

    def close(self) -> None:
        with self._writing:
            for writer in self._writers.values():
                writer.wait_merging_threads()
            self._close_writers()
            if self._lock:
                self._lock.close()
                self._lock = None
        with self._reading:
            self._snapshot = None

    def _elect(self) -> bool:
        """Become the writer unless another process is."""
        self._lock = self._lock or self._folder.lock()
        return self._lock is not None

    def _open_writers(self) -> bool:
        """Writers of the published generation, or of a first one; False if it cannot take changes as it is."""
        state = self._folder.state()
        if self._writers and self._generation == state.generation:
            return True
        self._close_writers()
        try:
            if state.generation:
                self._generation, self._writers = state.generation, self._folder.writers(state.generation, heap=_HEAP)
            elif self._folder.stored_state() is None:
                self._generation, self._writers = self._folder.create(heap=_HEAP, threads=1)
            else:
                return False  # of another scheme: a new one would hold these few changes only, and nobody would notice
        except (ValueError, OSError):
            return False
        if self._carried is None:
            self._folder.sweep(keep=self._generation)
        return True

    def _close_writers(self) -> None:
        # A writer that is dropped forgets what it has not committed and frees tantivy's own lock.
        self._writers, self._generation = {}, ""

    # Reading

    def _look(self) -> _Snapshot | None:
        """The newest snapshot; None if nothing was published. A rebuild may remove what we open: then look again."""
        for attempt in range(1, _TRIES + 1):
            state, known = self._folder.state(), self._snapshot
            if not state.generation:
                return None
            if known and known.state == state:
                return known
            try:
                return self._refresh(state)
            except (ValueError, OSError):
                if attempt == _TRIES:
                    raise
        return None

    def _refresh(self, state: State) -> _Snapshot:
        with self._reading:
            known = self._snapshot
            if known and known.state == state:
                return known
            if known and known.state.generation == state.generation:
                indexes = known.indexes
                for index in indexes.values():
                    index.reload()
            else:
                indexes = self._folder.open(state.generation)
            self._snapshot = _Snapshot(state, indexes, {kind: index.searcher() for kind, index in indexes.items()})
            return self._snapshot

    def visible_seq(self) -> int:
        return self._folder.state().seq

    def wait_visible(self, seq: int, *, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while self.visible_seq() < seq:
            if time.monotonic() >= end:
                return False
            time.sleep(_POLL_SECONDS)
        return True

    def search(self, query: Query) -> Page:
        snapshot = self._look()
        if snapshot is None:
            return Page((), 0, True, tuple(Facet(ask.field, ()) for ask in query.facets), 0)
        searcher, compiled = snapshot.searchers[query.kind], compile_query(query)
        answer = by_relevance if query.order == "relevance" else by_key
        hits, total, following = answer(searcher, compiled, query)
        return Page(hits, total, True, facets(searcher, compiled, query.facets), snapshot.state.seq, following)

    def count(self, query: Query) -> int:
        snapshot = self._look()
        return count(snapshot.searchers[query.kind], compile_query(query)) if snapshot else 0

    def frequency(self, key: str, *, kind: Kind) -> int:
        snapshot, place = self._look(), field_of_key(key)
        return int(snapshot.searchers[kind].doc_freq(*place)) if snapshot and place else 0

    def explain(self, query: Query, document_id: str) -> Why | None:
        snapshot = self._look()
        if snapshot is None:
            return None
        searcher, this = snapshot.searchers[query.kind], id_query(document_id)
        found = searcher.search(both(compile_query(query), this), 1).hits
        if not found:
            return None
        matched = tuple(leaf for leaf in leaves(query.where) if count(searcher, both(compile_node(leaf), this)))
        return Why(matched, float(found[0][0]))

    def health(self) -> Health:
        size, writing = self._folder.size_bytes(), self._lock is not None
        try:
            stored = self._folder.stored_state()
            if stored is None or stored.scheme != SCHEME:
                return Health("outdated" if stored else "missing", size_bytes=size, writing=writing)
            # Opened anew, so that files damaged under a running process are found too.
            searchers = [index.searcher() for index in self._folder.open(stored.generation).values()]
        except (ValueError, OSError):
            return Health("damaged", size_bytes=size, writing=writing)
        return Health("ok", sum(searcher.num_docs for searcher in searchers), stored.seq, size, writing)


def _kinds(change: Change) -> tuple[Kind, ...]:
    match change:
        case Put(document):
            return (document.kind,)
        case Remove(_, kind):
            return (kind,) if kind else KINDS


def _write(writers: _Writers, change: Change) -> None:
    id_ = change.document.id if isinstance(change, Put) else change.id
    for kind in _kinds(change):
        writers[kind].delete_documents_by_query(id_query(id_))
        if isinstance(change, Put):
            writers[kind].add_document(document_fields(change.document))
