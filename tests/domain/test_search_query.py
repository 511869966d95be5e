"""What people type becomes a query, and queries survive being stored."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.knowledge import Knowledge
from tepat.domain.language.places import Place
from tepat.domain.occupations.occupation import Occupation
from tepat.domain.search import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Between,
    Cursor,
    Document,
    FacetAsk,
    Node,
    Not,
    OneOf,
    Phrase,
    Present,
    Query,
    QueryFault,
    Vocabulary,
    Word,
    cursor_from_text,
    cursor_to_text,
    matches,
    parse,
    query_from_document,
    query_to_document,
    texts_of,
    understand,
)
from tepat.domain.search.query import has_words
from tepat.domain.skills import Skill

KNOWLEDGE = Knowledge(
    version="test",
    skills={
        "cpp": Skill("cpp", "C++"),
        "go": Skill("go", "Go", aliases=("Golang",), case_sensitive=("Go",)),
        "active-directory": Skill("active-directory", "Active Directory", aliases=("AD DS",)),
    },
    occupations={
        "it-helpdesk": Occupation(
            "it-helpdesk",
            "Staf Helpdesk",
            "IT Helpdesk",
            "it-helpdesk",
            "support",
            aliases=("Helpdesk", "Service Desk", "Meja Bantuan"),
        ),
        "software-developer": Occupation(
            "software-developer", "Pengembang", "Software Developer", "software-developer", "software", aliases=("C++ Developer",)
        ),
        "not-it": Occupation("not-it", "Bukan TI", "Not IT", "not-it", "other", aliases=("Admin",)),
    },
    places=(
        Place("32.73", "Bandung", "city", "Jawa Barat", ("Bdg",)),
        Place("31.74", "Jakarta Selatan", "city", "DKI Jakarta", ("Jaksel",)),
        Place("32", "Jawa Barat", "province", "Jawa Barat", ("Jabar",)),
    ),
)
VOCABULARY = Vocabulary.of(KNOWLEDGE)
HELPDESK = OneOf("occupation", ("it-helpdesk",))


def where(text: str) -> Node:
    parsed = parse(text, vocabulary=VOCABULARY)
    assert isinstance(parsed, Query), parsed
    return parsed.where


def a(*words: str) -> AllOf:
    return AllOf(tuple(Word(word) for word in words))


# Explicit syntax


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", EVERYTHING),
        ("  !!! - ", EVERYTHING),
        ("server", Word("server")),
        ("server linux", a("server", "linux")),
        ("server AND linux", a("server", "linux")),
        ("server DAN linux", a("server", "linux")),
        ("server OR linux", AnyOf((Word("server"), Word("linux")))),
        ("server ATAU linux", AnyOf((Word("server"), Word("linux")))),
        ("server | linux", AnyOf((Word("server"), Word("linux")))),
        ("a1 b1 OR c1 d1", AnyOf((a("a1", "b1"), a("c1", "d1")))),
        ("a1 (b1 OR c1) d1", AllOf((Word("a1"), AnyOf((Word("b1"), Word("c1"))), Word("d1")))),
        ("server -magang", AllOf((Word("server"), Not(Word("magang"))))),
        ("NOT magang server", AllOf((Not(Word("magang")), Word("server")))),
        ("server AND NOT (magang OR kontrak)", AllOf((Word("server"), Not(AnyOf((Word("magang"), Word("kontrak"))))))),
        ("BUKAN magang", Not(Word("magang"))),
        ("-magang", Not(Word("magang"))),
        ('"mengelola server"', Phrase(("kelola", "server"))),
        ("“mengelola server”", Phrase(("kelola", "server"))),
        ('"server"', Word("server")),
        ('"" server', Word("server")),
        ("on-premise", Phrase(("on", "premise"))),
        ("server/jaringan", a("server", "jaringan")),
        ("tcp/ip .net c#", a("tcp/ip", ".net", "c#")),
        ("jabatan:admin server", AllOf((Word("admin", "title"), Word("server")))),
        ("Jabatan:(admin OR teknisi)", AnyOf((Word("admin", "title"), Word("teknisi", "title")))),
        ('perusahaan:"maju jaya"', Phrase(("maju", "jaya"), "employer")),
        ("-isi:magang", Not(Word("magang", "body"))),
        ("lowongan server di untuk linux", a("server", "linux")),
        ("di", Word("di")),
        ("di OR server", AnyOf((Word("di"), Word("server")))),
        ("and or not dan", Word("not")),
        ("https://contoh.test Gaji: x", AllOf((Word("http"), Phrase(("contoh", "test")), Word("gaji"), Word("x")))),
    ],
)
def test_parsing(text: str, expected: Node) -> None:
    assert where(text) == expected


@pytest.mark.parametrize(
    ("text", "position", "code"),
    [
        ('server "linux', 7, "unclosed_quote"),
        ("server (linux", 7, "unclosed_group"),
        ("server) linux", 6, "unopened_group"),
        (")", 0, "unopened_group"),
        ("()", 0, "missing_operand"),
        ("server AND", 7, "missing_operand"),
        ("server AND OR linux", 7, "missing_operand"),
        ("OR server", 0, "missing_operand"),
        ("server OR", 7, "missing_operand"),
        ("NOT", 0, "missing_operand"),
        ("server (NOT)", 8, "missing_operand"),
        ("server skill:", 7, "missing_operand"),
        ("server warna:biru", 7, "unknown_scope"),
        ("((((((((server))))))))", 7, "too_deep"),
        ("NOT " * 9 + "server", 28, "too_deep"),
        ("a1 " * 33, 96, "too_many_words"),
        ("x" * 401, 400, "too_long"),
    ],
)
def test_faults_stand_at_their_place(text: str, position: int, code: str) -> None:
    fault = parse(text, vocabulary=VOCABULARY)
    assert isinstance(fault, QueryFault)
    assert (fault.position, fault.code) == (position, code)


def test_bare_words_also_stand_for_what_they_name() -> None:
    assert where("service desk") == AnyOf((Word("servicedesk"), HELPDESK))
    assert where("meja bantuan linux") == AllOf((AnyOf((a("meja", "bantu"), HELPDESK)), Word("linux")))
    assert where('"service desk"') == Word("servicedesk")
    assert where("jabatan:helpdesk") == AnyOf((Word("helpdesk", "title"), OneOf("title_occupation", ("it-helpdesk",))))
    assert where("skill:golang") == AnyOf((Word("golang", "skill"), OneOf("skill", ("go",)), Word("go", "skill")))
    assert where("kota:jaksel") == AnyOf((Word("jaksel", "place"), OneOf("city", ("Jakarta Selatan",))))
    assert where("perusahaan:helpdesk") == Word("helpdesk", "employer")


def test_a_name_that_counts_only_as_written_names_nothing() -> None:
    assert where("go") == Word("go")
    assert where("admin") == Word("admin")


def test_a_skill_within_the_name_of_an_occupation_is_kept() -> None:
    both = AllOf((OneOf("occupation", ("software-developer",)), AnyOf((Word("c++"), OneOf("skill", ("cpp",))))))
    assert where("c++ developer") == AnyOf((a("c++", "developer"), both))


# Plain questions


def chips(text: str, **more: str) -> list[tuple[str, str]]:
    return [(chip.key, chip.words) for chip in understand(text, vocabulary=VOCABULARY, **more).chips]


def test_a_plain_question_is_understood() -> None:
    understood = understand("helpdesk bandung 5jt", vocabulary=VOCABULARY)
    assert [(chip.key, chip.words) for chip in understood.chips] == [
        ("occupation:it-helpdesk", "helpdesk"),
        ("place:Bandung", "bandung"),
        ("salary:5000000", "5jt"),
    ]
    fitting = Document(
        "p1",
        "posting",
        texts_of("title", "Service Desk"),
        {"occupation": ("it-helpdesk",), "city": ("Bandung",)},
        {"salary": 5_500_000},
    )
    assert matches(understood.query, fitting)
    for keyword, salary in ((("Bandung",), 4_000_000), (("Solo",), 5_500_000)):
        other = Document("p2", "posting", fitting.texts, {"occupation": ("it-helpdesk",), "city": keyword}, {"salary": salary})
        assert not matches(understood.query, other)
    assert understood.without("place:Bandung") == "helpdesk 5jt"
    assert understood.without("never there") == "helpdesk bandung 5jt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("!!!", []),
        ("di", ["word:di"]),
        ("5 juta", ["salary:5000000"]),
        ("gaji minimal Rp 5.000.000", ["salary:5000000"]),
        ("gaji", ["word:gaji"]),
        ("lowongan kerja di Bandung", ["place:Bandung"]),
        ("jawa barat", ["place:Jawa Barat"]),
        ("jaksel remote magang", ["place:Jakarta Selatan", "work_mode:remote", "contract:internship"]),
        ("work from home", ["work_mode:remote"]),
        ("active directory senior", ["skill:active-directory", "word:senior"]),
        ("linux linux", ["word:linux"]),
        ("IT Helpdesk senior", ["occupation:it-helpdesk", "word:senior"]),
    ],
)
def test_chips(text: str, expected: list[str]) -> None:
    assert [key for key, _ in chips(text)] == expected


def test_people_are_asked_for_at_most_the_amount() -> None:
    assert understand("5-8 jt", vocabulary=VOCABULARY, kind="candidate").query.where == AllOf(
        (Between("salary", None, 8_000_000),)
    )


def test_explicit_syntax_is_taken_as_written() -> None:
    understood = understand('"service desk" -magang', vocabulary=VOCABULARY)
    assert understood.chips == ()
    assert understood.query.where == AllOf((Word("servicedesk"), Not(Word("magang"))))
    paid = understand('"service desk" OR linux 5jt', vocabulary=VOCABULARY)
    assert paid.query.where == AllOf((AnyOf((Word("servicedesk"), Word("linux"))), Between("salary", 5_000_000)))
    assert paid.without(paid.chips[0].key) == '"service desk" OR linux'
    for text in ('"gaji 5jt"', "linux -5jt", "5jt OR linux"):
        assert understand(text, vocabulary=VOCABULARY).chips == ()
        assert understand(text, vocabulary=VOCABULARY).query == parse(text, vocabulary=VOCABULARY)
    wrong = understand('helpdesk "bandung', vocabulary=VOCABULARY)
    assert wrong.fault == QueryFault(9, "unclosed_quote")
    assert not matches(wrong.query, Document("p1", "posting"))


PIECES = (
    "helpdesk",
    "meja bantuan",
    "bandung",
    "5jt",
    "c++ developer",
    '"',
    "(",
    ")",
    "AND",
    "OR",
    "NOT",
    "-",
    "skill:",
    "x:",
    "|",
    "di",
    "!",
    "\0",
    "\ud800",
)
typed = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.text(max_size=60))


@given(typed)
def test_any_text_gets_an_answer_and_faults_lie_within(text: str) -> None:
    parsed = parse(text, vocabulary=VOCABULARY)
    if isinstance(parsed, QueryFault):
        assert 0 <= parsed.position <= len(text)
    else:
        assert query_from_document(json.loads(json.dumps(query_to_document(parsed)))) == parsed
    understood = understand(text, vocabulary=VOCABULARY)
    assert all(chip.span.of(text) == chip.words for chip in understood.chips)
    assert len({chip.key for chip in understood.chips}) == len(understood.chips)


@given(
    st.lists(
        st.sampled_from(("helpdesk", "linux", "bandung", "5jt", "remote", "c++", "senior")), min_size=1, max_size=5, unique=True
    )
)
def test_taking_a_chip_away_leaves_the_others(words: list[str]) -> None:
    understood = understand(" ".join(words), vocabulary=VOCABULARY)
    for chip in understood.chips:
        rest = understand(understood.without(chip.key), vocabulary=VOCABULARY)
        assert {c.key for c in rest.chips} == {c.key for c in understood.chips} - {chip.key}


# Stored queries

leaves = st.one_of(
    st.builds(Word, st.sampled_from(("server", "c++")), st.sampled_from(("any", "title"))),
    st.builds(Phrase, st.lists(st.sampled_from(("a", "b")), max_size=3).map(tuple)),
    st.builds(OneOf, st.just("city"), st.lists(st.sampled_from(("Bandung", "日本")), max_size=2).map(tuple)),
    st.builds(Between, st.just("salary"), st.one_of(st.none(), st.integers(-(2**62), 2**62)), st.none()),
    st.builds(Present, st.sampled_from(("city", "salary"))),
)
nodes = st.recursive(
    leaves,
    lambda n: st.one_of(st.lists(n, max_size=3).map(tuple).map(AllOf), st.lists(n, max_size=3).map(tuple).map(AnyOf), n.map(Not)),
    max_leaves=10,
)
queries = st.builds(
    Query,
    st.sampled_from(("posting", "candidate")),
    nodes,
    st.just((FacetAsk("city", 5), FacetAsk("skill"))),
    st.sampled_from(("relevance", "newest", "salary")),
    st.integers(0, 200),
)


@given(queries)
def test_a_query_survives_being_stored(query: Query) -> None:
    assert query_from_document(json.loads(json.dumps(query_to_document(query)))) == query


def test_terms_of_older_word_data_come_back_as_todays() -> None:
    old = AllOf((Word("penguasaan", "body"), Word("service-desk"), Phrase(("mengelola", "networks"))))
    new = AllOf((Word("kuasa", "body"), Word("servicedesk"), Phrase(("kelola", "network"))))
    assert query_from_document(query_to_document(Query(where=old))) == Query(where=new)


STORED = query_to_document(Query(where=AllOf((Word("a"), Between("salary", 1, 2))), facets=(FacetAsk("city"),)))
NESTED: dict[str, object] = {"word": "a", "scope": "any"}
for _ in range(60):
    NESTED = {"not": NESTED}


@pytest.mark.parametrize(
    "change",
    [
        {"form": 2},
        {"kind": "person"},
        {"sort": "price"},
        {"limit": -1},
        {"limit": 201},
        {"limit": True},
        {"limit": "20"},
        {"facets": [["password", 3]]},
        {"facets": [["city", 0]]},
        {"facets": 3},
        {"where": None},
        {"where": {}},
        {"where": {"word": "a"}},
        {"where": {"word": "", "scope": "any"}},
        {"where": {"word": 3, "scope": "any"}},
        {"where": {"word": "x" * 201, "scope": "any"}},
        {"where": {"word": "\ud800", "scope": "any"}},
        {"where": {"word": "a", "scope": "secret"}},
        {"where": {"one_of": ["a"], "field": "password"}},
        {"where": {"one_of": ["a"] * 501, "field": "city"}},
        {"where": {"between": [1], "field": "salary"}},
        {"where": {"between": [1.5, 2], "field": "salary"}},
        {"where": {"between": [2**63, None], "field": "salary"}},
        {"where": {"present": "password"}},
        {"where": {"all": 3}},
        {"where": {"any": [{"word": "a", "scope": "any"}] * 257}},
        {"where": NESTED},
    ],
)
def test_a_stored_query_that_we_cannot_have_written_is_refused(change: dict[str, object]) -> None:
    assert isinstance(query_from_document(STORED), Query)
    assert query_from_document({**STORED, **change}) == QueryFault(0, "unreadable_query")


@pytest.mark.parametrize("document", [None, [], "x", 3, {}])
def test_what_is_no_query_at_all_is_refused(document: object) -> None:
    assert query_from_document(document) == QueryFault(0, "unreadable_query")


@given(
    st.one_of(
        st.builds(Cursor, st.integers(0, 10_000)),
        st.builds(
            Cursor,
            st.just(0),
            st.integers(0, 2**64 - 1),
            st.lists(st.from_regex(r"[a-z0-9-]{1,9}", fullmatch=True), max_size=5).map(tuple),
        ),
    )
)
def test_cursors_survive_an_address(cursor: Cursor) -> None:
    assert cursor_from_text(cursor_to_text(cursor)) == cursor


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[ok]:[0-9²]{0,25}(:.{0,9})?", fullmatch=True)))
def test_any_text_as_cursor_is_one_or_the_first_page(text: str) -> None:
    cursor = cursor_from_text(text)
    assert cursor is None or cursor_from_text(cursor_to_text(cursor)) == cursor


# The tree itself


def test_without_words_the_newest_come_first() -> None:
    assert Query(where=OneOf("city", ("Bandung",))).order == "newest"
    assert Query(where=AllOf((OneOf("city", ("Bandung",)), Word("a")))).order == "relevance"
    assert Query(where=Not(Word("a"))).order == "newest"
    assert Query(where=Word("a"), sort="salary").order == "salary"
    assert not has_words(EVERYTHING)


def test_narrowing_keeps_the_search_and_starts_over() -> None:
    query = Query(where=a("x", "y"), sort="salary", cursor=Cursor(20))
    narrowed = query.narrowed(OneOf("city", ("Bandung",)))
    assert narrowed == Query(where=AllOf((Word("x"), Word("y"), OneOf("city", ("Bandung",)))), sort="salary")
    assert Query(where=Word("x")).narrowed(Word("y")).where == a("x", "y")


@pytest.mark.parametrize(
    "build",
    [
        lambda: Document("", "posting"),
        lambda: Document("x" * 101, "posting"),
        lambda: Document("a\0", "posting"),
        lambda: Document("p", "posting", keywords={"colour": ("red",)}),  # type: ignore[dict-item]
        lambda: Document("p", "posting", keywords={"city": ("",)}),
        lambda: Document("p", "posting", keywords={"city": ("\ud800",)}),
        lambda: Document("p", "posting", numbers={"age": 3}),  # type: ignore[dict-item]
        lambda: Document("p", "posting", numbers={"salary": 2**63}),
    ],
)
def test_a_document_no_engine_could_hold_is_a_bug(build: object) -> None:
    with pytest.raises(ValueError):
        build()  # type: ignore[operator]
