"""The audit lane: chance that stays the same, nobody lost, nobody twice."""

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.audit import LEAST, in_lane, mixed

queues = st.integers(0, 120).map(lambda n: [f"orang{i}" for i in range(n)])


@given(queues, st.sampled_from([0, 5, 10, 60]), st.text(max_size=4))
def test_everybody_stands_in_the_queue_once_and_the_others_keep_their_order(ranked, percent, salt):
    found = [key for key, _place in mixed(ranked, percent=percent, salt=salt)]
    assert sorted(found) == sorted(ranked)
    kept = [key for key in ranked if not in_lane(key, percent=percent, salt=salt)]
    assert [key for key in found if key in kept] == kept


@given(queues)
def test_a_lane_that_is_off_changes_nothing(ranked):
    assert mixed(ranked, percent=0, salt="x") == [(key, key) for key in ranked]


def test_only_people_of_the_lower_half_are_taken_and_stand_in_the_upper():
    ranked = [f"orang{i}" for i in range(200)]
    moved = [(key, place) for key, place in mixed(ranked, percent=10, salt="x") if key != place]
    assert 3 <= len(moved) <= 20
    assert all(ranked.index(key) >= 100 > ranked.index(place) for key, place in moved)


def test_a_short_queue_is_left_alone():
    ranked = [f"orang{i}" for i in range(LEAST - 1)]
    assert mixed(ranked, percent=60, salt="x") == [(key, key) for key in ranked]


def test_chance_takes_the_same_people_again_and_about_the_share_that_was_asked():
    taken = [n for n in range(5000) if in_lane(str(n), percent=5, salt="x")]
    assert taken == [n for n in range(5000) if in_lane(str(n), percent=5, salt="x")]
    assert 180 < len(taken) < 320
