"""SQLite's FTS5 as a search engine: one weighted column, BM25, facets in the same statement."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.searching.queries import Asked

from tepat.domain.search import Document

SCHEMA = """
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
CREATE TABLE adverts (id INTEGER PRIMARY KEY, city TEXT, education TEXT, contract TEXT, work_mode TEXT,
 experience_months INTEGER, salary INTEGER);
CREATE TABLE skills (advert INTEGER, skill TEXT, PRIMARY KEY (advert, skill)) WITHOUT ROWID;
"""
FULL = """WITH found AS MATERIALIZED (SELECT a.id, a.city, a.education, w.rank AS rank
 FROM words w JOIN adverts a ON a.id = w.rowid WHERE w.text MATCH ?{filters})
SELECT 0 part, count(*) n, '' v FROM found
UNION ALL SELECT * FROM (SELECT 1, id, '' FROM found ORDER BY rank LIMIT 20)
UNION ALL SELECT * FROM (SELECT 2, count(*), city FROM found GROUP BY city ORDER BY 2 DESC, 3 LIMIT 20)
UNION ALL SELECT * FROM (SELECT 3, count(*), education FROM found GROUP BY education ORDER BY 2 DESC, 3 LIMIT 20)
UNION ALL SELECT * FROM (SELECT 4, count(*), skill FROM found JOIN skills ON advert = id
 GROUP BY skill ORDER BY 2 DESC, 3 LIMIT 20)"""


class Fts5:
    """A database file of its own."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "fts5.sqlite3")
        self.connection.executescript("PRAGMA journal_mode=off; PRAGMA synchronous=off; PRAGMA cache_size=-1000000;" + SCHEMA)
        self.version = sqlite3.sqlite_version

    def build(self, documents: Iterable[Document]) -> float:
        """Seconds for rows and index; making the rows is not counted."""
        spent = 0.0
        for batch in _batches(documents):
            words = [(int(d.id[1:]), " ".join(_safe(t) for text in d.texts for t in text.terms * text.weight)) for d in batch]
            rows = [_row(document) for document in batch]
            skills = [(int(d.id[1:]), skill) for d in batch for skill in d.keywords["skill"]]
            began = time.perf_counter()
            self.connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", words)
            self.connection.executemany("INSERT INTO adverts VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            self.connection.executemany("INSERT INTO skills VALUES (?, ?)", skills)
            spent += time.perf_counter() - began
        began = time.perf_counter()
        self.connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        self.connection.execute("ANALYZE")
        self.connection.commit()
        return spent + time.perf_counter() - began

    def full(self, asked: Asked) -> tuple[int, int]:
        """(total, hits shown) of one search with its facets."""
        match = (" AND " if asked.every else " OR ").join(f'"{_safe(term)}"' for term in asked.terms)
        values = [match, *(v for _f, v in (*asked.equal, *asked.most, *asked.least))]
        filters = "".join(
            (
                *(f" AND a.{field} = ?" for field, _ in asked.equal),
                *(f" AND a.{field} <= ?" for field, _ in asked.most),
                *(f" AND a.{field} >= ?" for field, _ in asked.least),
            )
        )
        rows = self.connection.execute(FULL.format(filters=filters), values).fetchall()
        return int(rows[0][1]), sum(row[0] == 1 for row in rows)

    def close(self) -> None:
        self.connection.close()


def _safe(term: str) -> str:
    """The term as letters and digits, which its tokenizer leaves whole."""
    return term if term.isascii() and term.isalnum() else f"x{term.encode().hex()}"


def _row(document: Document) -> tuple[object, ...]:
    keywords, numbers = document.keywords, document.numbers
    fields = (keywords[f][0] for f in ("city", "education", "contract", "work_mode"))
    return (int(document.id[1:]), *fields, numbers["experience_months"], numbers["salary"])


def _batches(documents: Iterable[Document], size: int = 5_000) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
