"""PostgreSQL as a search engine: a weighted tsvector under GIN, ts_rank, facets in one statement; and ILIKE over the text."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path

import psycopg
from evals.searching.queries import Asked

from tepat.domain.search import Document

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "contracts"))

from postgresql_cluster import Cluster, programs

LETTERS = {"title": "A", "skill": "B"}
TABLE = """CREATE UNLOGGED TABLE adverts (id int, city text, education text, contract text, work_mode text, skills text[],
 experience_months int, salary int, words tsvector, written text)"""
INDEXES = (
    "CREATE INDEX adverts_words ON adverts USING gin (words) WITH (fastupdate = off)",
    "ALTER TABLE adverts ADD PRIMARY KEY (id)",
    *(f"CREATE INDEX ON adverts ({column})" for column in ("city", "education", "contract", "work_mode", "salary")),
    "VACUUM ANALYZE adverts",
)
FULL = """WITH found AS MATERIALIZED (SELECT id, city, education, skills, ts_rank(words, {query}) AS rank FROM adverts
 WHERE words @@ {query}{filters})
SELECT (SELECT count(*) FROM found),
 (SELECT array_agg(id) FROM (SELECT id FROM found ORDER BY rank DESC, id LIMIT 20) t),
 (SELECT json_object_agg(v, n) FROM (SELECT city v, count(*) n FROM found GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) t),
 (SELECT json_object_agg(v, n) FROM (SELECT education v, count(*) n FROM found GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) t),
 (SELECT json_object_agg(v, n) FROM (SELECT v, count(*) n FROM found, unnest(skills) v
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20) t)"""
SETTINGS = (
    "-c shared_buffers=2GB -c work_mem=128MB -c maintenance_work_mem=1GB -c jit=off -c max_wal_size=8GB"
    " -c effective_cache_size=8GB"
)


class PostgreSQL:
    """A cluster of its own with one table; `build` fills it, `full` and `ilike` answer."""

    name = "PostgreSQL"

    def __init__(self) -> None:
        folder = programs()
        if folder is None:
            raise SystemExit("PostgreSQL: apt install postgresql")
        self.cluster = Cluster(folder, settings=SETTINGS)
        self.cluster.__enter__()
        self.connection = psycopg.connect(self.cluster.url, autocommit=True)
        self.version = self.connection.execute("SHOW server_version").fetchone()[0]  # type: ignore[index]

    def build(self, documents: Iterable[Document]) -> float:
        """Seconds for COPY and indexes; making the rows is not counted."""
        self.connection.execute(TABLE)
        spent = 0.0
        with self.connection.cursor() as cursor:
            began = time.perf_counter()
            with cursor.copy("COPY adverts FROM STDIN") as copy:
                for document in documents:
                    spent += time.perf_counter() - began
                    row = _row(document)
                    began = time.perf_counter()
                    copy.write_row(row)
            spent += time.perf_counter() - began
        began = time.perf_counter()
        for statement in INDEXES:
            self.connection.execute(statement)
        return spent + time.perf_counter() - began

    def index_bytes(self) -> int:
        return int(self.connection.execute("SELECT pg_relation_size('adverts_words')").fetchone()[0])  # type: ignore[index]

    def full(self, asked: Asked) -> tuple[int, int]:
        """(total, hits shown) of one search with its facets."""
        query = (
            "'" + (" & " if asked.every else " | ").join(_quoted(term) for term in asked.terms).replace("'", "''") + "'::tsquery"
        )
        row = self.connection.execute(FULL.format(query=query, filters=_filters(asked)).encode()).fetchone()
        return int(row[0]), len(row[1] or ())  # type: ignore[index]

    def ilike(self, asked: Asked) -> int:
        """Rows of a page of twenty, newest first, as most applicant tracking systems search: every term somewhere in the text."""
        joined = " AND " if asked.every else " OR "
        terms = joined.join(f"written ILIKE '%{term.replace(chr(39), chr(39) * 2).replace('%', '')}%'" for term in asked.terms)
        sql = f"SELECT id FROM adverts WHERE ({terms}){_filters(asked)} ORDER BY id DESC LIMIT 20"  # noqa: S608
        return len(self.connection.execute(sql.encode()).fetchall())

    def close(self) -> None:
        self.connection.close()
        self.cluster.__exit__()


def _row(document: Document) -> tuple[object, ...]:
    places: dict[str, list[str]] = {}
    position = 1
    for text in document.texts:
        for term in text.terms:
            places.setdefault(term, []).append(f"{position}{LETTERS.get(text.scope, '')}")
            position += 1
        position += 1
    keywords, numbers = document.keywords, document.numbers
    return (
        int(document.id[1:]),
        *(keywords[f][0] for f in ("city", "education", "contract", "work_mode")),
        list(keywords["skill"]),
        numbers["experience_months"],
        numbers["salary"],
        " ".join(f"{_quoted(term)}:{','.join(where)}" for term, where in places.items()),
        " ".join(term for text in document.texts for term in text.terms),
    )


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _filters(asked: Asked) -> str:
    sign = {"'": "''"}
    return "".join(
        (
            *(f" AND {field} = '{value.translate(str.maketrans(sign))}'" for field, value in asked.equal),
            *(f" AND {field} <= {most}" for field, most in asked.most),
            *(f" AND {field} >= {least}" for field, least in asked.least),
        )
    )
