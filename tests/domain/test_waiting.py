"""Waiting beside the promise, and how people pass from stage to stage."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.waiting import Wait, flows_of, wait_of


def test_a_promise_is_broken_the_day_after_its_last():
    today = date(2026, 11, 22)
    waits = [wait_of(date(2026, 11, d), today=today, promise=4) for d in (22, 18, 17)]
    assert [(w.days, w.left, w.state) for w in waits] == [(0, 4, "within"), (4, 0, "due"), (5, -1, "late")]
    assert wait_of(date(2026, 12, 1), today=today, promise=4) == Wait(0, 4)


def test_shares_relate_to_those_decided_before():
    counts = {("new", False): 188, ("new", True): 56, ("screening", False): 34, ("screening", True): 10, ("interview", False): 12}
    new, screening, interview = flows_of(["new", "screening", "interview"], counts)
    assert (new.reached, new.decided, new.share) == (300, 112, None)
    assert (screening.reached, screening.decided, screening.share) == (56, 22, 50)
    assert (interview.reached, interview.share) == (12, 55)


@given(st.dictionaries(st.tuples(st.sampled_from("abc"), st.booleans()), st.integers(0, 50)))
def test_nobody_is_lost_between_stages(counts: dict[tuple[str, bool], int]):
    flows = flows_of("abc", counts)
    assert flows[0].reached == sum(counts.values())
    assert all(later.reached <= earlier.decided for earlier, later in pairwise(flows))
    assert all(f.share is None or 0 <= f.share <= 100 for f in flows)
