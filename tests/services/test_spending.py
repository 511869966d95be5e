"""The same press of a button twice does its work once."""

import pytest

from tepat.models import SpentKey
from tepat.services.spending import once


@pytest.fixture
def work():
    done = []

    def do():
        done.append(1)
        return f"/jalan/{len(done)}/"

    do.done = done
    return do


def test_the_second_press_leads_where_the_first_led(db, work):
    assert once("7", "k", work) == once("7", "k", work) == "/jalan/1/"
    assert len(work.done) == 1


def test_keys_belong_to_one_person(db, work):
    assert once("7", "k", work) == "/jalan/1/"
    assert once("8", "k", work) == "/jalan/2/"


def test_without_a_key_each_press_works(db, work):
    once("7", "", work)
    once("7", "", work)
    assert len(work.done) == 2
    assert not SpentKey.objects.exists()


def test_a_failure_spends_no_key(db):
    def fail():
        raise ValueError

    with pytest.raises(ValueError):
        once("7", "k", fail)
    assert not SpentKey.objects.exists()
