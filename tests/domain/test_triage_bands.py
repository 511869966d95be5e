"""The queue's bands and what is left."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.triage import band_of, neighbours, time_left


def test_bands_are_all_then_pairs_below():
    assert [(b.low, b.high) for b in (band_of(met, 7) for met in range(7, -1, -1))] == [
        *((7, 7), (5, 6), (5, 6), (3, 4), (3, 4), (1, 2), (1, 2), (0, 0)),
    ]


@given(st.integers(0, 40), st.integers(0, 40))
def test_everyone_stands_inside_the_band_and_more_musts_never_rank_worse(total: int, missing: int):
    met = max(0, total - missing)
    band = band_of(met, total)
    assert band.low <= met <= band.high
    assert met == total or band_of(met + 1, total).rank <= band.rank
    assert band < band_of(met, total, held=True) < band_of(None, total)


def test_time_left_is_said_in_whole_minutes_once_the_pace_is_known():
    assert time_left(188, timedelta(seconds=12)) == 38
    assert time_left(1, timedelta(seconds=2)) == 1
    assert time_left(188, None) is None
    assert time_left(0, timedelta(seconds=12)) is None


def test_neighbours_of_one_that_has_gone_are_the_first():
    assert neighbours(["a", "b", "c"], "b") == ("a", "c")
    assert neighbours(["a", "b"], "b") == ("a", None)
    assert neighbours(["a", "b"], "x") == (None, "a")
    assert neighbours([], "x") == (None, None)
