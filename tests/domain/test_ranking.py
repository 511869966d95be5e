"""The order: whole numbers, weights that people set, and why one stands above the next."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tepat.domain.matching.record import changes, from_record, place_in_strip, strip_of, to_record
from tepat.domain.matching.verdicts import Match, Reason, RequirementMatch
from tepat.domain.matching.weighing import USUAL_WEIGHTS, Weights, parts_of, total
from tepat.domain.postings.posting import Requirement
from tepat.domain.ranking import Standing, rank, why_above

ASKED = (
    Requirement("r1", "skill", "must", "Linux", skills=("linux",)),
    Requirement("r2", "experience", "must", "2 tahun", months=24),
    Requirement("r3", "education", "must", "S1", value="S1"),
    Requirement("r4", "other", "must", "teliti"),
    Requirement("r5", "certificate", "nice", "CCNA"),
)
VERDICT = {0: "not_stated", 350_000: "partly", 1_000_000: "met"}
scores = st.tuples(*[st.sampled_from(sorted(VERDICT))] * len(ASKED))
million = st.integers(0, 1_000_000)
percents = st.dictionaries(st.sampled_from([r.id for r in ASKED]), st.integers(0, 300))


def made(fit, given, tie=0, verdicts=None):
    found = tuple(
        RequirementMatch(r, (verdicts or {}).get(r.id, VERDICT.get(score, "partly")), score, Reason("x"))
        for r, score in zip(ASKED, given, strict=True)
    )
    return Match(found, (), fit, total(parts_of(fit, found)), tie)


matches = st.builds(made, million, scores, million)


def standing(match, weights=USUAL_WEIGHTS):
    parts = parts_of(match.occupation_fit, match.requirements, weights)
    verdicts = {r.requirement.id: r.verdict for r in match.requirements}
    return Standing(parts, total(parts, weights), match.tie_breaker, verdicts)


@given(matches)
def test_a_score_is_a_whole_number_of_millionths(match):
    assert isinstance(match.score, int)
    assert 0 <= match.score <= 1_000_000


@given(st.lists(matches, max_size=8).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_shuffling_changes_no_order(pair):
    found, shuffled = pair
    assert [shuffled[i] for i in rank(shuffled)] == [found[i] for i in rank(found)]


@given(matches, st.integers(0, 4), percents, st.integers(0, 100))
def test_more_shown_never_lowers_a_score_under_any_weights(match, which, percent, work):
    weights = Weights(work, percent)
    given = [r.score for r in match.requirements]
    better = made(match.occupation_fit, [*given[:which], 1_000_000, *given[which + 1 :]])
    nearer = made(min(1_000_000, match.occupation_fit + 50_000), given)
    assert standing(better, weights).score >= standing(match, weights).score
    assert standing(nearer, weights).score >= standing(match, weights).score


@given(matches, percents, st.integers(0, 100))
def test_a_kept_match_weighs_what_the_match_weighed(match, percent, work):
    weights = Weights(work, percent)
    kept = from_record(to_record(match))
    assert total(parts_of(match.occupation_fit, kept, weights), weights) == standing(match, weights).score


def test_a_requirement_that_is_not_counted_changes_nothing():
    none = Weights(requirements={"r1": 0})
    with_linux, without = made(500_000, (1_000_000, 0, 0, 0, 0)), made(500_000, (0, 0, 0, 0, 0))
    assert standing(with_linux, none).score == standing(without, none).score
    assert with_linux.score > without.score


def test_weights_can_turn_an_order():
    certified, experienced = made(500_000, (0, 0, 0, 0, 1_000_000)), made(500_000, (0, 1_000_000, 0, 0, 0))
    assert rank([certified, experienced]) == (1, 0)
    other = Weights(requirements={"r2": 10, "r5": 300})
    assert standing(certified, other).score > standing(experienced, other).score


def test_an_education_below_the_one_demanded_lowers_the_whole():
    given = (1_000_000, 1_000_000, 200_000, 0, 0)
    below, unknown = made(800_000, given, verdicts={"r3": "contradicted"}), made(800_000, (*given[:2], 0, 0, 0))
    assert below.score < unknown.score
    uncounted = Weights(requirements={"r3": 0})
    assert standing(below, uncounted).score == standing(unknown, uncounted).score


def test_equal_scores_are_told_apart_by_the_terms_of_the_advert():
    assert rank([made(1, (0,) * 5, tie=10), made(1, (0,) * 5, tie=20)]) == (1, 0)


def test_why_one_stands_above_the_next():
    upper, lower = standing(made(600_000, (1_000_000, 1_000_000, 0, 0, 0))), standing(made(600_000, (0, 0, 0, 0, 1_000_000)))
    found = why_above(upper, lower)
    assert [(w.ground, w.requirement, w.mine, w.theirs) for w in found] == [
        ("requirement", "r2", "met", "not_stated"),
        ("requirement", "r1", "met", "not_stated"),
        ("requirement", "r5", "not_stated", "met"),
    ]
    assert [w.gain > 0 for w in found] == [True, True, False]


def test_nearer_work_is_a_ground_and_equal_scores_are_said_to_be_equal():
    near, far = standing(made(900_000, (0,) * 5)), standing(made(300_000, (0,) * 5))
    assert [w.ground for w in why_above(near, far)] == ["work"]
    assert [w.ground for w in why_above(near, near)] == ["equal"]
    assert [w.ground for w in why_above(standing(made(1, (0,) * 5, 2)), standing(made(1, (0,) * 5, 1)))] == ["terms"]


@given(matches, matches)
@settings(max_examples=60)
def test_whoever_stands_above_has_a_ground_that_speaks_for_it(a, b):
    upper, lower = sorted((standing(a), standing(b)), key=lambda s: -s.score)
    if upper.score - lower.score > 1_000:
        assert why_above(upper, lower)[0].gain > 0


def test_what_only_a_talk_shows_is_neither_must_nor_in_the_strip():
    match = made(1, (1_000_000, 0, 0, 0, 350_000))
    assert (match.count("met", "must"), match.total("must"), match.total("nice"), match.total("talk")) == (1, 3, 1, 1)
    assert strip_of(match) == "mnn|p"
    assert [place_in_strip(ASKED, r.id) for r in ASKED] == [0, 1, 2, None, 4]


def test_changed_verdicts_are_listed_with_both_letters():
    before, now = to_record(made(1, (0, 0, 0, 0, 0))), to_record(made(1, (1_000_000, 0, 0, 0, 350_000)))
    now["requirements"] = [r for r in now["requirements"] if r["id"] != "r2"]
    assert changes(before, now) == ["r1:nm", "r2:n-", "r5:np"]
