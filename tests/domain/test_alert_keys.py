"""Keys of alerts: nothing that matches may be missed, and rare keys are chosen."""

from collections import Counter, defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from tepat.domain.alerts import EVERYTHING, LONGEST_KEY, MOST_KEYS, alert_keys, document_keys, rarest_term
from tepat.domain.search import NOTHING, AllOf, AnyOf, Between, Document, Not, OneOf, Phrase, Present, Query, Text, Word, matches
from tepat.domain.search.query import EVERYTHING as ALL

TERMS = ("helpdesk", "jaringan", "server", "c++", "x" * 120, "support")
CITIES = ("Bandung", "Solo", "y" * 150)
OFTEN = {"helpdesk": 50, "support": 400, "server": 100, "city=Bandung": 300, "city=Solo": 20}


def often(key: str) -> int:
    return OFTEN.get(key, 10)


documents = st.builds(
    Document,
    st.integers(0, 99).map(lambda n: f"d{n}"),
    st.sampled_from(("posting", "posting", "candidate")),
    st.lists(
        st.builds(Text, st.sampled_from(("title", "skill")), st.lists(st.sampled_from(TERMS), min_size=1, max_size=4).map(tuple)),
        max_size=3,
    ).map(tuple),
    st.fixed_dictionaries({}, optional={"city": st.lists(st.sampled_from(CITIES), max_size=2).map(tuple)}),
    st.fixed_dictionaries({}, optional={"salary": st.integers(0, 5)}),
)
leaves = st.one_of(
    st.builds(Word, st.sampled_from(TERMS), st.sampled_from(("any", "title"))),
    st.builds(Phrase, st.lists(st.sampled_from(TERMS), max_size=3).map(tuple)),
    st.builds(OneOf, st.just("city"), st.lists(st.sampled_from(CITIES), max_size=2).map(tuple)),
    st.builds(Between, st.just("salary"), st.one_of(st.none(), st.integers(0, 5)), st.one_of(st.none(), st.integers(0, 5))),
    st.builds(Present, st.sampled_from(("city", "salary"))),
)
nodes = st.recursive(
    leaves,
    lambda n: st.one_of(st.lists(n, max_size=3).map(tuple).map(AllOf), st.lists(n, max_size=3).map(tuple).map(AnyOf), n.map(Not)),
    max_leaves=8,
)
queries = st.builds(Query, st.sampled_from(("posting", "posting", "candidate")), nodes)


@settings(max_examples=300)
@given(queries, st.lists(documents, max_size=8), st.dictionaries(st.sampled_from(TERMS), st.integers(-5, 1000)))
def test_a_document_that_matches_holds_a_key_of_the_alert(query: Query, held: list[Document], counted: dict[str, int]) -> None:
    keys = set(alert_keys(query, frequency=lambda key: counted.get(key, 3)))
    assert len(keys) <= MOST_KEYS
    assert all(len(key) <= LONGEST_KEY for key in keys)
    for document in held:
        if matches(query, document):
            assert not keys.isdisjoint(document_keys(document)), (query, document)


@settings(max_examples=40)
@given(st.lists(queries, max_size=15), st.lists(documents, max_size=15))
def test_reverse_search_equals_asking_every_alert(stored: list[Query], arriving: list[Document]) -> None:
    table: dict[str, set[int]] = defaultdict(set)
    for number, query in enumerate(stored):
        for key in alert_keys(query, frequency=often):
            table[key].add(number)
    for document in arriving:
        asked = Counter(number for key in document_keys(document) for number in table[key])
        found = {number for number in asked if matches(stored[number], document)}
        assert found == {number for number, query in enumerate(stored) if matches(query, document)}


def test_the_rarest_condition_is_the_key() -> None:
    where = AllOf((Word("support"), Phrase(("server", "helpdesk")), OneOf("city", ("Bandung",)), Between("salary", 5)))
    assert alert_keys(Query(where=where), frequency=often) == ("helpdesk",)
    assert rarest_term(Query(where=where), frequency=often) == "helpdesk"
    assert alert_keys(Query(where=AllOf((Word("support"), OneOf("city", ("Solo",))))), frequency=often) == ("city=Solo",)


def test_alternatives_need_a_key_each() -> None:
    either = AnyOf((Word("support"), Phrase(("server", "jaringan"))))
    assert alert_keys(Query(where=either), frequency=often) == ("jaringan", "support")
    assert rarest_term(Query(where=either), frequency=often) is None
    assert alert_keys(Query(where=AllOf((either, Word("server")))), frequency=often) == ("server",)


def test_what_only_filters_or_denies_is_asked_of_every_document() -> None:
    for where in (ALL, Not(Word("server")), Between("salary", 5), Present("city"), AnyOf((Word("server"), Present("city")))):
        assert alert_keys(Query(where=where), frequency=often) == (EVERYTHING,)
        assert rarest_term(Query(where=where), frequency=often) is None
    assert alert_keys(Query(where=AllOf((Not(Word("server")), Word("support")))), frequency=often) == ("support",)


def test_what_can_never_match_has_no_key() -> None:
    for where in (NOTHING, Phrase(()), OneOf("city", ()), Not(ALL), AllOf((NOTHING, Word("server")))):
        assert alert_keys(Query(where=where), frequency=often) == ()


def test_too_many_alternatives_are_asked_of_every_document() -> None:
    many = AnyOf(tuple(Word(f"w{n}") for n in range(MOST_KEYS + 1)))
    assert alert_keys(Query(where=many), frequency=often) == (EVERYTHING,)
    assert alert_keys(Query(where=AllOf((many, Word("support")))), frequency=often) == ("support",)


def test_keys_of_terms_and_of_values_cannot_be_mistaken() -> None:
    document = Document("d1", "posting", (Text("title", ("it", "support")),), {"city": ("Bandung",)})
    assert document_keys(document) == {EVERYTHING, "it", "support", "city=Bandung"}
