"""Marks show exactly the words of the search, as written."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.language.tokens import terms
from tepat.domain.search import AllOf, AnyOf, Not, OneOf, Phrase, Word
from tepat.domain.search.highlighting import highlight, snippet

TEXT = "Staf Help-Desk di Bandung: menguasai jaringan, Windows Server dan help desk; bukan magang."


def marked(where: object, text: str = TEXT, **more: str) -> list[str]:
    return [mark.of(text) for mark in highlight(text, where, **more)]  # type: ignore[arg-type]


def test_words_are_marked_as_written() -> None:
    assert marked(Word("helpdesk")) == ["Help-Desk", "help desk"]
    assert marked(AllOf((Word("kuasa"), AnyOf((Word("jaringan"), Word("linux")))))) == ["menguasai", "jaringan"]
    assert marked(Phrase(("windows", "server"))) == ["Windows Server"]
    assert marked(Phrase(("server", "windows"))) == []
    assert marked(OneOf("city", ("Bandung",))) == []


def test_what_is_denied_is_not_marked() -> None:
    assert marked(AllOf((Word("bandung"), Not(Word("magang"))))) == ["Bandung"]


def test_the_longest_match_is_marked_once() -> None:
    assert marked(AnyOf((Word("windows"), Phrase(("windows", "server")), Word("server")))) == ["Windows Server"]


def test_words_of_another_scope_are_not_marked() -> None:
    where = AllOf((Word("bandung", "place"), Word("jaringan", "body")))
    assert marked(where, scope="body") == ["jaringan"]
    assert marked(where) == ["Bandung", "jaringan"]


WORDS = ("server", "Jaringan", "dan", "menguasai", "C++", "\n", ";", "é", "help", "desk", "\u200b", "x" * 70)
texts = st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)


@given(
    texts,
    st.sampled_from((Word("server"), Phrase(("kuasa", "c++")), AnyOf((Word("helpdesk"), Word("jaringan"))))),
    st.integers(20, 200),
)
def test_marks_hold_what_was_asked_and_snippets_are_short(text: str, where: Word | Phrase | AnyOf, length: int) -> None:
    marks = highlight(text, where)
    asked = {("server",), ("kuasa", "c++"), ("helpdesk",), ("jaringan",)}
    assert all(terms(mark.of(text)) in asked for mark in marks)
    assert all(before.end <= after.start for before, after in pairwise(marks))
    piece = snippet(text, where, length=length)
    assert (piece is None) == (not marks)
    if piece:
        assert piece.marks
        assert set(piece.marks) <= set(marks)
        assert piece.span.end - piece.span.start <= max(length, *(mark.end - mark.start for mark in marks))
        best = max(sum(first.start <= m.start and m.end <= first.start + length for m in marks) for first in marks)
        assert len(piece.marks) >= best


def test_a_snippet_is_cut_between_words() -> None:
    text = "satu dua tiga " * 20 + "server linux " + "empat lima enam " * 20
    piece = snippet(text, Word("linux"), length=40)
    assert piece is not None
    assert piece.span.of(text) in {"satu dua tiga server linux empat lima", "dua tiga server linux empat lima enam"}
    assert [mark.of(text) for mark in piece.marks] == ["linux"]
