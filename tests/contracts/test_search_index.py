"""One suite over every engine. The judge is `semantics.matches`, applied to each document by brute force."""

import itertools
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tepat.adapters.search.memory import MemoryIndex
from tepat.adapters.search.tantivy import TantivyIndex, engine
from tepat.domain.search import (
    EVERYTHING,
    NOTHING,
    AllOf,
    AnyOf,
    Applied,
    Between,
    Busy,
    Cursor,
    Document,
    FacetAsk,
    Kind,
    Node,
    Not,
    OneOf,
    Phrase,
    Present,
    Put,
    Query,
    Remove,
    SearchIndex,
    Text,
    Unusable,
    Word,
    leaves,
    matches,
    sort_key,
    texts_of,
)

ENGINES = ("memory", "tantivy")


def open_engine(name: str, folder: Path) -> SearchIndex:
    return MemoryIndex() if name == "memory" else TantivyIndex(folder)


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    made = open_engine(request.param, tmp_path / "index")
    yield made
    made.close()


def a_posting(
    id_: str, title: str = "IT Helpdesk", *, body: str = "", city: str = "Bandung", at: int = 100, **numbers: int
) -> Document:
    return Document(
        id_,
        "posting",
        (*texts_of("title", title), *texts_of("body", body)),
        {"city": (city,)},
        {"published_at": at, **numbers},
    )


def ids(index: SearchIndex, where: Node = EVERYTHING, **more: object) -> list[str]:
    return [hit.id for hit in index.search(Query(where=where, **more)).hits]


# Generated corpora and queries

TERMS = ("helpdesk", "jaringan", "server", "c++", "c#", ".net", "node.js", "tcp/ip", "m365", "kelola", "support", "a")
CITIES = ("Bandung", "Jakarta Selatan", "Surabaya", 'quote"d', "dot.ted", "日本")
SKILLS = ("linux", "windows-server", "mikrotik", "python", "sql", "azure")
SCOPED = ("title", "skill", "body")

terms_lists = st.lists(st.sampled_from(TERMS), min_size=1, max_size=5).map(tuple)
texts = st.lists(st.builds(Text, st.sampled_from(SCOPED), terms_lists, st.integers(1, 3)), max_size=4).map(tuple)
numbers = st.fixed_dictionaries(
    {}, optional={"salary": st.integers(-5, 9), "published_at": st.integers(0, 5), "experience_months": st.just(2**62)}
)
keywords = st.fixed_dictionaries(
    {},
    optional={
        "city": st.sampled_from(CITIES).map(lambda city: (city,)),
        "skill": st.lists(st.sampled_from(SKILLS), max_size=4).map(tuple),
    },
)
kinds = st.sampled_from(("posting", "posting", "posting", "candidate"))
documents = st.builds(Document, st.integers(0, 30).map(lambda n: f"d{n}"), kinds, texts, keywords, numbers)

scopes = st.sampled_from(("any", "any", *SCOPED, "place"))
ends = st.one_of(st.none(), st.integers(-6, 10), st.sampled_from((-(2**80), 2**80)))
query_leaves = st.one_of(
    st.builds(Word, st.sampled_from((*TERMS, "unheard", "")), scopes),
    st.builds(Phrase, st.lists(st.sampled_from(TERMS), max_size=3).map(tuple), scopes),
    st.builds(
        OneOf, st.sampled_from(("city", "skill")), st.lists(st.sampled_from((*CITIES, *SKILLS, "\ud800")), max_size=3).map(tuple)
    ),
    st.builds(Between, st.sampled_from(("salary", "published_at", "experience_months")), ends, ends),
    st.builds(Present, st.sampled_from(("city", "skill", "salary", "shift", "closes_at"))),
)
nodes = st.recursive(
    query_leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=8,
)
facet_asks = st.lists(
    st.builds(FacetAsk, st.sampled_from(("city", "skill", "shift")), st.integers(1, 4)), max_size=2, unique_by=lambda a: a.field
).map(tuple)
queries = st.builds(Query, kinds, nodes, facet_asks, st.sampled_from(("relevance", "newest", "salary")), st.integers(0, 7))
batches = st.lists(
    st.lists(st.one_of(documents.map(Put), st.integers(0, 30).map(lambda n: Remove(f"d{n}"))), max_size=20),
    min_size=1,
    max_size=3,
)


def after(changes: list[list[Put | Remove]]) -> dict[tuple[Kind, str], Document]:
    held: dict[tuple[Kind, str], Document] = {}
    for change in itertools.chain.from_iterable(changes):
        if isinstance(change, Put):
            held[change.document.kind, change.document.id] = change.document
        else:
            held.pop(("posting", change.id), None)
            held.pop(("candidate", change.id), None)
    return held


def every_page(index: SearchIndex, query: Query) -> list[str]:
    found: list[str] = []
    limit = max(1, query.limit)
    for _ in range(100):
        page = index.search(Query(query.kind, query.where, (), query.sort, limit, query.cursor))
        assert len(page.hits) <= limit
        found += [hit.id for hit in page.hits]
        if page.next is None:
            return found
        query = Query(query.kind, query.where, (), query.sort, limit, page.next)
    raise AssertionError("pages without end")


def check_against_brute_force(index: SearchIndex, held: dict[tuple[Kind, str], Document], query: Query) -> None:
    expected = {d.id: d for d in held.values() if matches(query, d)}
    page = index.search(query)
    assert (page.total, page.exact) == (len(expected), True)
    assert index.count(query) == len(expected)
    assert len(page.hits) == min(query.limit, len(expected))
    found = every_page(index, query)
    assert sorted(found) == sorted(expected)
    if query.order != "relevance":
        assert found == sorted(expected, key=lambda id_: (-sort_key(expected[id_], query.order), id_))
    assert [hit.id for hit in page.hits] == found[: query.limit]
    assert [hit.score for hit in page.hits] == sorted((hit.score for hit in page.hits), reverse=True)
    for ask in query.facets:
        counts = Counter(value for d in expected.values() for value in set(d.keywords.get(ask.field, ())))
        assert page.facet(ask.field) == tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0]))[: ask.size])


folders = itertools.count()


@pytest.mark.parametrize(("engine", "examples"), [("memory", 60), ("tantivy", 25)])
def test_engines_find_what_brute_force_finds(engine: str, examples: int, tmp_path: Path) -> None:
    # Shrinking is left to the quick engine: with files it would take minutes.
    phases = list(Phase) if engine == "memory" else [Phase.explicit, Phase.generate]

    @settings(max_examples=examples, deadline=None, derandomize=True, phases=phases, suppress_health_check=list(HealthCheck))
    @given(batches, st.lists(queries, min_size=8, max_size=20))
    def law(changes: list[list[Put | Remove]], asked: list[Query]) -> None:
        index = open_engine(engine, tmp_path / str(next(folders)))
        for seq, batch in enumerate(changes, start=1):
            assert index.apply(batch, seq=seq) == Applied(seq)
        held = after(changes)
        for query in asked:
            check_against_brute_force(index, held, query)
        index.close()

    law()


def test_engines_rank_alike(tmp_path: Path) -> None:
    """Scores differ in rounding (tantivy stores lengths in one byte), so only clear differences must agree."""

    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(documents, min_size=5, max_size=30, unique_by=lambda d: d.id), st.lists(nodes, min_size=5, max_size=15))
    def law(corpus: list[Document], asked: list[Node]) -> None:
        oracle, engine = MemoryIndex(), TantivyIndex(tmp_path / str(next(folders)))
        for index in (oracle, engine):
            index.apply([Put(d) for d in corpus], seq=1)
        for where in asked:
            query = Query(where=where, limit=50)
            if query.order != "relevance":
                continue
            scores = {hit.id: hit.score for hit in oracle.search(query).hits}
            ranked = [hit.id for hit in engine.search(query).hits]
            for first, second in itertools.combinations(ranked, 2):
                assert scores[second] <= scores[first] * 1.2 + 1e-6, (where, first, second)
        engine.close()

    law()


# Applying


def test_a_new_index_is_empty(index: SearchIndex) -> None:
    assert index.visible_seq() == 0
    page = index.search(Query(facets=(FacetAsk("city"),)))
    assert (page.hits, page.total, page.seq, page.next, page.facet("city")) == ((), 0, 0, None, ())
    assert index.count(Query()) == 0
    assert index.explain(Query(), "p1") is None
    assert index.frequency("helpdesk", kind="posting") == 0


def test_applying_the_same_number_twice_changes_nothing(index: SearchIndex) -> None:
    assert index.apply([Put(a_posting("p1"))], seq=3) == Applied(3)
    assert index.apply([Remove("p1")], seq=3) == Applied(3)
    assert index.apply([Remove("p1")], seq=2) == Applied(3)
    assert ids(index) == ["p1"]


def test_the_last_change_of_a_batch_counts(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1", "Lama")), Put(a_posting("p1", "Baru")), Put(a_posting("p2")), Remove("p2")], seq=1)
    index.apply([Remove("p3"), Put(a_posting("p3"))], seq=2)
    assert ids(index, Word("lama")) == []
    assert ids(index, Word("baru")) == ["p1"]
    assert sorted(ids(index)) == ["p1", "p3"]


def test_replacing_and_removing(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1", "Admin Server")), Put(Document("p1", "candidate", texts_of("title", "Admin")))], seq=1)
    index.apply([Put(a_posting("p1", "Teknisi Jaringan", city="Solo"))], seq=2)
    assert ids(index, Word("admin")) == []
    assert ids(index, OneOf("city", ("Solo",))) == ["p1"]
    index.apply([Remove("p1", "posting"), Remove("never there")], seq=3)
    assert ids(index) == []
    assert ids(index, kind="candidate") == ["p1"]
    index.apply([Remove("p1")], seq=4)
    assert ids(index, kind="candidate") == []


def test_an_empty_batch_still_moves_the_number(index: SearchIndex) -> None:
    assert index.apply([], seq=9) == Applied(9)
    assert index.visible_seq() == 9
    assert index.search(Query()).seq == 9


def test_a_failing_batch_changes_nothing(index: SearchIndex) -> None:
    def broken() -> Iterator[Put]:
        yield Put(a_posting("p2"))
        raise RuntimeError

    index.apply([Put(a_posting("p1"))], seq=1)
    with pytest.raises(RuntimeError):
        index.apply(broken(), seq=2)
    assert index.visible_seq() == 1
    assert ids(index) == ["p1"]
    index.apply([Put(a_posting("p3"))], seq=2)
    assert sorted(ids(index)) == ["p1", "p3"]


def test_what_failed_half_way_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = TantivyIndex(tmp_path / "index")
    index.apply([Put(a_posting("p1"))], seq=1)
    write = engine._write
    with monkeypatch.context() as patch:
        patch.setattr(engine, "_write", lambda writers, change: write(writers, change) if change != Remove("p9") else 1 / 0)
        with pytest.raises(ZeroDivisionError):
            index.apply([Put(a_posting("p2")), Remove("p1"), Remove("p9")], seq=2)
    index.apply([Put(a_posting("p3"))], seq=2)
    assert sorted(ids(index)) == ["p1", "p3"]
    index.close()


# Searching


def test_words_of_both_languages_and_of_it(index: SearchIndex) -> None:
    index.apply(
        [
            Put(a_posting("id", "Teknisi", body="Memperbaiki komputer, mengelola jaringan, melayani pengguna")),
            Put(a_posting("en", "Developers", body="Managing networks with C++ and C#, .NET, Node.js")),
        ],
        seq=1,
    )
    for term, expected in (("baik", "id"), ("kelola", "id"), ("layan", "id"), ("developer", "en"), ("network", "en")):
        assert ids(index, Word(term)) == [expected], term
    for term in ("c++", "c#", ".net", "node.js"):
        assert ids(index, Word(term)) == ["en"], term
    assert ids(index, Word("c")) == []


def test_phrases_stay_within_one_text(index: SearchIndex) -> None:
    index.apply([Put(Document("p1", "posting", texts_of("title", "Senior Support", "Network Senior")))], seq=1)
    assert ids(index, Phrase(("senior", "support"))) == ["p1"]
    assert ids(index, Phrase(("support", "network"))) == []
    assert ids(index, Phrase(("support", "senior"))) == []
    assert ids(index, Phrase(("senior", "senior"))) == []
    assert ids(index, Phrase(("senior", "support"), "title")) == ["p1"]
    assert ids(index, Phrase(("senior", "support"), "body")) == []


def test_a_title_weighs_more_than_a_body(index: SearchIndex) -> None:
    index.apply([Put(a_posting("body", "Admin", body="helpdesk")), Put(a_posting("title", "Helpdesk", body="admin"))], seq=1)
    assert ids(index, Word("helpdesk")) == ["title", "body"]


def test_facets_are_exact_where_equal_counts_reach_far(index: SearchIndex) -> None:
    cities = [f"Kota {n:03}" for n in range(130)]
    for seq in range(1, 6):
        index.apply([Put(a_posting(city, city=city)) for city in cities[-seq::-5]], seq=seq)
    twice = Document("twice", "posting", keywords={"city": ("Kota 007",) * 3})
    index.apply([Put(a_posting("more", city="Kota 129")), Put(twice)], seq=9)
    page = index.search(Query(facets=(FacetAsk("city", 4),), limit=0))
    assert page.facet("city") == (("Kota 007", 2), ("Kota 129", 2), ("Kota 000", 1), ("Kota 001", 1))
    for size in (0, -1):
        assert index.search(Query(facets=(FacetAsk("city", size),))).facet("city") == ()


def test_filters_do_not_change_the_order(index: SearchIndex) -> None:
    index.apply(
        [Put(a_posting("body", "Admin", body="helpdesk", salary=9)), Put(a_posting("title", "Helpdesk", body="admin"))], seq=1
    )
    assert ids(index, AllOf((Word("helpdesk"), AnyOf((Present("salary"), Present("city")))))) == ["title", "body"]


def test_explaining_names_the_leaves_that_hold(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1", "IT Helpdesk", salary=5))], seq=1)
    where = AllOf((AnyOf((Word("helpdesk"), Word("support"))), Between("salary", 4, None), Not(Word("magang"))))
    why = index.explain(Query(where=where), "p1")
    assert why is not None
    assert why.matched == (Word("helpdesk"), Between("salary", 4, None))
    assert why.score > 0
    assert index.explain(Query(where=Word("magang")), "p1") is None
    assert index.explain(Query(where=where), "p2") is None


def test_frequency_counts_documents(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1", body="helpdesk helpdesk")), Put(a_posting("p2")), Put(a_posting("p3", "Admin"))], seq=1)
    assert index.frequency("helpdesk", kind="posting") == 2
    assert index.frequency("helpdesk", kind="candidate") == 0
    assert index.frequency("city=Bandung", kind="posting") == 3
    for unknown in ("\ud800", "", "city=Solo", "city=", "colour=red", "=", "id=p1", "city=\0"):
        assert index.frequency(unknown, kind="posting") == 0, unknown


def test_hostile_queries_get_an_answer(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1", salary=5))], seq=1)
    deep: Node = Word("helpdesk")
    for _ in range(15):
        deep = AllOf((AnyOf((deep,)),))
    hostile: list[Query] = [
        *(Query(where=Word(term)) for term in ("", " ", "\0", "\ud800", "x" * 100_000, "a OR b", "text:*", "helpdesk support")),
        Query(where=Phrase(("it helpdesk",))),
        Query(where=Phrase(("", "\0"))),
        Query(where=OneOf("city", ("", "\0", "\ud800", "x" * 100_000))),
        Query(where=Between("salary", 9, 1)),
        Query(where=Between("salary", 2**70, 2**90)),
        Query(where=NOTHING),
        Query(where=Not(EVERYTHING)),
    ]
    assert [index.search(query).total for query in hostile] == [0] * len(hostile)
    assert ids(index, deep) == ["p1"]
    assert ids(index, Not(Not(Word("helpdesk")))) == ["p1"]
    assert ids(index, AnyOf((*(Word(f"w{n}") for n in range(2000)), Word("helpdesk")))) == ["p1"]
    for limit, cursor in itertools.product(
        (-1, 0, 10**9), (None, Cursor(-5), Cursor(10**12), Cursor(key=0), Cursor(key=2**64 - 1, seen=("\ud800",)))
    ):
        for sort in ("relevance", "newest", "salary"):
            assert index.search(Query(where=Word("helpdesk"), sort=sort, limit=limit, cursor=cursor)).total == 1
    assert index.explain(Query(), "\ud800") is None


# Pages


@pytest.mark.parametrize("sort", ["newest", "salary"])
def test_pages_neither_lose_nor_repeat_while_others_come_and_go(index: SearchIndex, sort: str) -> None:
    index.apply([Put(a_posting(f"p{n:02}", at=n % 4, salary=n % 3)) for n in range(30)], seq=1)
    shown, cursor = [], None
    for seq in range(2, 20):
        page = index.search(Query(sort=sort, limit=4, cursor=cursor))
        shown += [hit.id for hit in page.hits]
        cursor = page.next
        if cursor is None:
            break
        index.apply(
            [Put(a_posting(f"new{seq}", at=9, salary=9)), Put(a_posting(f"old{seq}", at=0, salary=0)), Remove(shown[0])], seq=seq
        )
    kept = [id_ for id_ in shown if id_.startswith("p")]
    assert sorted(kept) == [f"p{n:02}" for n in range(30)]
    assert len(shown) == len(set(shown))


def test_pages_by_relevance_are_stable_while_nothing_changes(index: SearchIndex) -> None:
    index.apply([Put(a_posting(f"p{n:02}", body="server " * (n % 5))) for n in range(40)], seq=1)
    whole = ids(index, Word("helpdesk"), limit=200)
    assert every_page(index, Query(where=Word("helpdesk"), limit=7)) == whole
    assert sorted(whole) == [f"p{n:02}" for n in range(40)]


# Threads and processes


def test_another_thread_sees_what_was_applied(index: SearchIndex) -> None:
    faults: list[str] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            seq = index.visible_seq()
            page = index.search(Query(limit=1))
            if page.total < seq or page.seq < seq:
                faults.append(f"{page.total} of {seq}, {page.seq}")

    readers = [threading.Thread(target=search) for _ in range(2)]
    for reader in readers:
        reader.start()
    for seq in range(1, 12):
        index.apply([Put(a_posting(f"p{seq}"))], seq=seq)
    stop.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert index.wait_visible(11, seconds=0) is True
    assert index.wait_visible(12, seconds=0.01) is False


Program = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Runs lines of Python in another process, with `index` open on the same folder."""
    started: list[subprocess.Popen[str]] = []
    head = (
        "import sys; from pathlib import Path\n"
        "from tepat.adapters.search.tantivy import TantivyIndex\n"
        "from tepat.domain.search import *\n"
        "index = TantivyIndex(Path(sys.argv[1]))\n"
        "def a_posting(n): return Document(n, 'posting', texts_of('title', 'IT Helpdesk'))\n"
        "def say(x): print(x, flush=True)\n"
    )

    def start(lines: str) -> "subprocess.Popen[str]":
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        child = subprocess.Popen(
            [sys.executable, "-c", head + lines, str(tmp_path / "index")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()


def said(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def tell(child: "subprocess.Popen[str]") -> None:
    assert child.stdin is not None
    child.stdin.write("\n")
    child.stdin.flush()


def test_another_process_sees_what_was_applied_and_cannot_write(tmp_path: Path, program: Program) -> None:
    index = TantivyIndex(tmp_path / "index")
    index.apply([Put(a_posting("p1"))], seq=1)
    other = program(
        "say(index.search(Query()).total)\n"
        "say(index.apply([Put(a_posting('p9'))], seq=9))\n"
        "say(index.rebuild([], seq=9))\n"
        "say(index.wait_visible(2, seconds=20)); say(index.search(Query()).total)\n"
        "input(); say(index.apply([Put(a_posting('p3'))], seq=3))\n"
    )
    assert [said(other) for _ in range(3)] == ["1", "Busy()", "Busy()"]
    index.apply([Put(a_posting("p2"))], seq=2)
    assert [said(other), said(other)] == ["True", "2"]
    index.close()
    tell(other)
    assert said(other) == "Applied(seq=3)"
    assert sorted(ids(index)) == ["p1", "p2", "p3"]
    assert index.apply([], seq=4) == Busy()
    other.kill()
    other.wait()
    assert index.apply([Remove("p1")], seq=4) == Applied(4)
    assert sorted(ids(index)) == ["p2", "p3"]
    index.close()


@pytest.mark.parametrize(
    "death",
    [
        "tantivy.IndexWriter",  # before the commit
        "publish",  # after the commit, before the number is published
        "between",  # after the commit of one kind, before that of the other
    ],
)
def test_a_crash_in_the_middle_of_a_commit_loses_and_doubles_nothing(tmp_path: Path, program: Program, death: str) -> None:
    child = program(
        "import os, signal\n"
        "die = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
        "index.apply([Put(a_posting('p1')), Put(Document('c1', 'candidate'))], seq=1)\n"
        "class Dying:\n"
        "    def __init__(self, w, before): self.w, self.before = w, before\n"
        "    def __getattr__(self, n): return getattr(self.w, n)\n"
        "    def commit(self): self.before and die(); self.w.commit(); die()\n"
        f"death = {death!r}\n"
        "if death == 'publish': index._folder.publish = die\n"
        "elif death == 'between': index._writers['candidate'] = Dying(index._writers['candidate'], False)\n"
        "else: index._writers = {k: Dying(w, True) for k, w in index._writers.items()}\n"
        "index.apply([Put(a_posting('p2')), Remove('p1'), Put(Document('c2', 'candidate'))], seq=2)\n"
        "say('survived')\n"
    )
    assert said(child) == ""
    assert child.wait() != 0
    index = TantivyIndex(tmp_path / "index")
    assert index.visible_seq() == 1
    assert index.health().code == "ok"
    again = [Put(a_posting("p2")), Remove("p1"), Put(Document("c2", "candidate"))]
    assert index.apply(again, seq=2) == Applied(2)
    assert ids(index) == ["p2"]
    assert sorted(ids(index, kind="candidate")) == ["c1", "c2"]
    index.close()


def test_the_number_survives_a_restart(tmp_path: Path) -> None:
    first = TantivyIndex(tmp_path / "index")
    first.apply([Put(a_posting("p1"))], seq=41)
    first.close()
    second = TantivyIndex(tmp_path / "index")
    assert second.visible_seq() == 41
    assert ids(second) == ["p1"]
    assert second.apply([Remove("p1")], seq=41) == Applied(41)
    assert second.apply([Remove("p1")], seq=42) == Applied(42)
    assert ids(second) == []
    second.close()


# Rebuilding


def test_rebuilding_replaces_everything_at_once(index: SearchIndex) -> None:
    index.apply([Put(a_posting("old")), Put(a_posting("both", "Lama"))], seq=5)
    assert index.rebuild([a_posting("both", "Baru"), a_posting("new")], seq=6) == Applied(6)
    assert sorted(ids(index)) == ["both", "new"]
    assert ids(index, Word("lama")) == []
    assert index.visible_seq() == 6
    index.apply([Remove("new")], seq=7)
    assert ids(index) == ["both"]


def test_searches_and_changes_go_on_while_rebuilding(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1")), Put(a_posting("p2"))], seq=1)

    def documents() -> Iterator[Document]:
        yield a_posting("p1")
        assert sorted(ids(index)) == ["p1", "p2"]
        assert index.rebuild([], seq=9) == Busy()
        assert index.apply([Remove("p2"), Put(a_posting("p3"))], seq=2) == Applied(2)
        assert sorted(ids(index)) == ["p1", "p3"]
        yield a_posting("p2")

    assert index.rebuild(documents(), seq=1) == Applied(2)
    assert sorted(ids(index)) == ["p1", "p3"]
    assert index.visible_seq() == 2


def test_a_rebuild_from_older_documents_asks_for_what_is_missing(index: SearchIndex) -> None:
    for seq in (1, 2, 3):
        index.apply([Put(a_posting(f"p{seq}"))], seq=seq)

    def documents() -> Iterator[Document]:
        yield a_posting("p1")
        index.apply([Put(a_posting("p4"))], seq=4)

    assert index.rebuild(documents(), seq=1) == Applied(1)
    assert index.visible_seq() == 1
    for seq in (2, 3, 4):
        index.apply([Put(a_posting(f"p{seq}"))], seq=seq)
    assert sorted(ids(index)) == ["p1", "p2", "p3", "p4"]


def test_a_failing_rebuild_leaves_the_live_index(index: SearchIndex) -> None:
    def broken() -> Iterator[Document]:
        yield a_posting("p2")
        raise RuntimeError

    index.apply([Put(a_posting("p1"))], seq=1)
    with pytest.raises(RuntimeError):
        index.rebuild(broken(), seq=2)
    assert ids(index) == ["p1"]
    index.apply([Put(a_posting("p3"))], seq=2)
    assert index.rebuild([a_posting("p4")], seq=3) == Applied(3)
    assert ids(index) == ["p4"]


def test_a_process_keeps_reading_over_a_rebuild(tmp_path: Path, program: Program) -> None:
    index = TantivyIndex(tmp_path / "index")
    index.apply([Put(a_posting("p1"))], seq=1)
    other = program("say(index.search(Query()).total)\ninput()\nsay(index.search(Query()).total); say(index.visible_seq())\n")
    assert said(other) == "1"
    index.rebuild([a_posting("p1"), a_posting("p2")], seq=2)
    tell(other)
    assert [said(other), said(other)] == ["2", "2"]
    assert len(list((tmp_path / "index").glob("g*"))) == 1
    index.close()


# Health


def test_health_tells_the_state(index: SearchIndex) -> None:
    index.apply([Put(a_posting("p1")), Put(a_posting("p2")), Put(Document("c1", "candidate"))], seq=1)
    index.apply([Remove("p1")], seq=2)
    health = index.health()
    assert (health.code, health.documents, health.seq) == ("ok", 2, 2)


def test_health_finds_what_is_missing_outdated_or_damaged(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path / "index")
    assert index.health().code == "missing"
    index.apply([Put(a_posting("p1"))], seq=1)
    assert index.health().writing is True
    assert index.health().size_bytes > 1000
    current = tmp_path / "index" / "current.json"
    good = current.read_text()
    current.write_text(good.replace('"scheme": "', '"scheme": "x'))
    assert index.health().code == "outdated"
    assert (index.visible_seq(), ids(index)) == (0, [])
    assert index.apply([Put(a_posting("p2"))], seq=2) == Unusable()
    for bad in ("", "[]", '{"seq": 1}', "\x00"):
        current.write_text(bad)
        assert index.health().code == "damaged"
        assert ids(index) == []
        assert index.apply([Put(a_posting("p2"))], seq=2) == Unusable()
    assert index.rebuild([a_posting("p1")], seq=1) == Applied(1)
    assert (index.health().code, ids(index)) == ("ok", ["p1"])
    index.close()
    for meta in (tmp_path / "index").rglob("meta.json"):
        meta.write_text("{")
    again = TantivyIndex(tmp_path / "index")
    assert again.health().code == "damaged"
    assert again.apply([Put(a_posting("p2"))], seq=2) == Unusable()
    assert again.rebuild([a_posting("p2")], seq=2) == Applied(2)
    assert (again.health().code, ids(again)) == ("ok", ["p2"])
    again.close()


def test_leaves_come_from_left_to_right() -> None:
    parts = (Word("a"), Not(Word("b")), AnyOf((Phrase(("c", "d")), Present("city"))))
    assert tuple(leaves(AllOf(parts))) == (Word("a"), Word("b"), Phrase(("c", "d")), Present("city"))
