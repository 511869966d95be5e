"""An advert read anew: what a person put right stays."""

from dataclasses import replace

from tepat.domain.postings.merging import merge_requirements
from tepat.domain.postings.posting import Requirement

DEGREE = Requirement("r1", "education", "must", "Minimal D3", value="D3")
LINUX = Requirement("r2", "skill", "must", "Menguasai Linux", skills=("linux",))
TEAM = Requirement("r3", "other", "must", "Bisa bekerja dalam tim")
BASE = (DEGREE, LINUX, TEAM)


def test_untouched_requirements_become_those_of_the_new_text():
    theirs = (replace(DEGREE, value="S1", label="Minimal S1"), LINUX)
    assert merge_requirements(base=BASE, mine=BASE, theirs=theirs) == theirs


def test_wording_weight_and_months_set_by_hand_stay():
    mine = (replace(DEGREE, importance="nice"), replace(LINUX, label="Linux server", months=24), TEAM)
    theirs = (replace(TEAM, id="r1"), replace(LINUX, id="r2", label="Linux"), replace(DEGREE, id="r3", label="D3"))
    merged = merge_requirements(base=BASE, mine=mine, theirs=theirs)
    assert [(r.id, r.label, r.importance, r.months) for r in merged] == [
        ("r1", "Bisa bekerja dalam tim", "must", None),
        ("r2", "Linux server", "must", 24),
        ("r3", "D3", "nice", None),
    ]


def test_what_was_taken_out_stays_out():
    assert merge_requirements(base=BASE, mine=(DEGREE, TEAM), theirs=BASE) == (DEGREE, TEAM)


def test_what_was_added_by_hand_is_kept_under_a_free_id():
    own = Requirement("r4", "skill", "nice", "MikroTik", skills=("mikrotik",))
    new = Requirement("r4", "skill", "must", "Menguasai Docker", skills=("docker",))
    merged = merge_requirements(base=BASE, mine=(*BASE, own), theirs=(*BASE, new))
    assert merged == (*BASE, new, replace(own, id="r5"))


def test_what_was_added_by_hand_and_is_now_written_stands_once():
    own = Requirement("r4", "skill", "nice", "MikroTik", skills=("mikrotik",))
    written = replace(own, label="Menguasai MikroTik", importance="must")
    merged = merge_requirements(base=BASE, mine=(*BASE, own), theirs=(*BASE, written))
    assert merged == (*BASE, own)


def test_a_hand_written_label_alone_is_found_by_its_id():
    mine = (DEGREE, LINUX, replace(TEAM, label="Bekerja dalam tim kecil"))
    merged = merge_requirements(base=BASE, mine=mine, theirs=BASE)
    assert merged == mine
