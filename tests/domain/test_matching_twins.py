"""A seeded sample of the proofs that `tepat bench matching` gives in full."""

import pytest
from evals.matching import twins
from evals.matching.injections import injections


@pytest.fixture(scope="module")
def people():
    return twins.base(8, 21)


def test_twins_that_differ_in_who_they_are_are_matched_alike_to_the_bit(people):
    found = twins.measure_twins(people, 16)
    assert (found["twins"], found["differ"], found["example"]) == (16, 0, "")


def test_no_stuffed_twin_ranks_higher(people):
    found = twins.measure_stuffed(people, 15)
    assert len(found["by_kind"]) == 6
    assert found["gained"] == 0


def test_no_sentence_to_a_machine_changes_anything(people):
    assert twins.measure_injections(people, 8)["changed"] == {"id": 0, "en": 0, "mixed": 0}


def test_a_twin_is_another_person_with_the_same_work(people):
    twin = twins.twin_of(people[0], twins.Random(1))
    assert people[0].truth["name"] not in twin
    assert people[0].truth["experience"][0]["title"] in twin


def test_there_are_five_hundred_different_sentences_in_each_language():
    assert [len(set(sentences)) for sentences in injections(500, seed=5).values()] == [500, 500, 500]
