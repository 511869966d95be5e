"""The fit check: a pure rule over twelve answers."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tepat.adapters.guides import guide_ids, load_guide
from tepat.domain.occupations.fitting import LETTERS, answers_by_letter, judge_fit, shown_answers
from tepat.domain.refusal import Refusal

SITUATIONS = load_guide("it-helpdesk").situations
KEYS = [s.key for s in SITUATIONS]
CORE = [s.key for s in SITUATIONS if s.core]
ORDER = {"no": 0, "partly": 1, "yes": 2}
VERDICTS = ("hardly", "conditionally", "fits")
answers = st.fixed_dictionaries({key: st.sampled_from(["yes", "partly", "no"]) for key in KEYS})


def judged(**other):
    return judge_fit(SITUATIONS, {key: other.get(key.replace("-", "_"), other.get("rest", "yes")) for key in KEYS})


def test_all_answers_of_one_kind_give_the_three_verdicts():
    assert [judged(rest=kind).verdict for kind in ("yes", "partly", "no")] == ["fits", "conditionally", "hardly"]


def test_one_core_answer_against_the_work_makes_it_conditional_and_two_too_much():
    one = judge_fit(SITUATIONS, dict.fromkeys(KEYS, "yes") | {CORE[0]: "no"})
    two = judge_fit(SITUATIONS, dict.fromkeys(KEYS, "yes") | {CORE[0]: "no", CORE[1]: "no"})
    assert (one.verdict, two.verdict) == ("conditionally", "hardly")
    assert [a.situation.key for a in one.speaks_against] == [CORE[0]]
    assert [a.situation.key for a in one.lifts] == [CORE[0]]
    assert len(two.lifts) == 1


def test_what_speaks_for_it_names_core_situations_first():
    result = judged()
    assert [a.situation.key for a in result.speaks_for][: len(CORE)] == CORE
    assert (result.points, result.lifts, result.speaks_against) == (result.most, (), ())


def test_a_missing_answer_is_named():
    refusal = judge_fit(SITUATIONS, dict.fromkeys(KEYS[:-2], "yes"))
    assert refusal == Refusal("incomplete", KEYS[-2], {"missing": 2})


@given(answers, st.sampled_from(KEYS), st.sampled_from(["yes", "partly", "no"]))
def test_an_answer_that_goes_better_with_the_work_never_lowers_the_verdict(given_answers, key, other):
    low, high = sorted((given_answers[key], other), key=ORDER.get)
    worse, better = (judge_fit(SITUATIONS, given_answers | {key: kind}) for kind in (low, high))
    assert VERDICTS.index(worse.verdict) <= VERDICTS.index(better.verdict)
    assert worse.points <= better.points


@given(answers, st.permutations(SITUATIONS))
def test_the_order_of_situations_decides_nothing(given_answers, shuffled):
    one, other = judge_fit(SITUATIONS, given_answers), judge_fit(shuffled, given_answers)
    assert (one.verdict, one.points, len(one.lifts)) == (other.verdict, other.points, len(other.lifts))


@given(answers)
def test_every_answer_is_explained_once(given_answers):
    result = judge_fit(SITUATIONS, given_answers)
    assert sorted(a.situation.key for a in (*result.speaks_for, *result.speaks_against)) == sorted(KEYS)


@given(answers)
def test_lifts_are_the_fewest_that_lift(given_answers):
    result = judge_fit(SITUATIONS, given_answers)
    lifted = judge_fit(SITUATIONS, given_answers | {a.situation.key: "yes" for a in result.lifts})
    if result.verdict == "fits":
        assert result.lifts == ()
        return
    assert VERDICTS.index(lifted.verdict) > VERDICTS.index(result.verdict)
    if len(result.lifts) <= 3:
        fewer = combinations(KEYS, len(result.lifts) - 1)
        assert all(judge_fit(SITUATIONS, given_answers | dict.fromkeys(some, "yes")).verdict == result.verdict for some in fewer)


def test_letters_hide_which_answer_is_which():
    firsts = [shown_answers(s)[0][1].fitting for i in guide_ids() for s in load_guide(i).situations]
    shares = {kind: firsts.count(kind) / len(firsts) for kind in ORDER}
    assert all(0.15 < share < 0.55 for share in shares.values())


@given(st.dictionaries(st.sampled_from([*KEYS, "unknown"]), st.sampled_from([*LETTERS, "", "yes", "d"])))
def test_letters_lead_back_to_answers_and_nothing_else_does(letters):
    found = answers_by_letter(SITUATIONS, letters)
    assert found.keys() == {key for key, letter in letters.items() if key in KEYS and letter in LETTERS and letter}
    for key, fitting in found.items():
        assert dict(shown_answers(SITUATIONS[KEYS.index(key)]))[letters[key]].fitting == fitting
