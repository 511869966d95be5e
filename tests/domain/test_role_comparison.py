"""Two guides side by side, and finding a role by its words."""

from itertools import combinations

import pytest

from tepat.adapters.guides import guide_ids, load_guide, load_opening
from tepat.adapters.knowledge import load_knowledge
from tepat.domain.occupations.comparison import ROWS, canonical_pair, compare_guides
from tepat.domain.occupations.finding import find_occupations
from tepat.domain.postings.shifts import asks_for_shifts

PAIRS = list(combinations(guide_ids(), 2))
KNOWN = load_knowledge().occupations


def test_no_pair_of_guides_leaves_a_cell_empty():
    empty = []
    for first, second in PAIRS:
        for row in compare_guides(load_guide(first), load_guide(second)).rows:
            said = [*(row.cells or ()), *([row.common] if row.common else [])]
            words = [w.text_id.strip() and w.text_en.strip() for cell in said for w in cell.words]
            if not words or not all(words) or any(not cell.words for cell in said) or (row.cells is None and not row.common):
                empty.append((first, second, row.key))
    assert PAIRS
    assert empty == []


def test_a_comparison_read_from_the_other_side_is_mirrored():
    for first, second in PAIRS:
        there, back = (compare_guides(load_guide(a), load_guide(b)) for a, b in ((first, second), (second, first)))
        assert tuple(row.mirrored() for row in there.rows) == back.rows
        assert (there.widest, there.first) == (back.widest, back.second)
        assert (there.difference is None) == (back.difference is None)


def test_a_comparison_has_six_dimensions_and_says_the_same_once():
    same = load_guide("it-helpdesk")
    rows = compare_guides(same, same).rows
    assert tuple(row.key for row in rows) == ROWS
    assert [row.cells for row in rows] == [None] * 6
    helpdesk, support = load_guide("it-helpdesk"), load_guide("it-support")
    soft = compare_guides(helpdesk, support).rows[-1]
    assert [w.text_id for w in soft.common.words] == ["komunikasi", "cepat belajar", "pemecahan masalah", "kerja sama tim"]
    assert [[w.text_id for w in cell.words] for cell in soft.cells] == [["kesabaran"], ["berpikir analitis"]]


def test_a_pair_has_one_order():
    assert (
        canonical_pair("it-support", "it-helpdesk")
        == canonical_pair("it-helpdesk", "it-support")
        == ("it-helpdesk", "it-support")
    )


def test_guides_do_not_share_a_place_on_every_scale():
    places = [tuple(load_guide(i).dimension(key).at for key in ("problem", "focus", "skill", "technical")) for i in guide_ids()]
    assert len(set(places)) == len(places)


def test_the_opening_is_that_of_the_guide():
    for occupation in guide_ids():
        guide, opening = load_guide(occupation), load_opening(occupation)
        assert (opening.checked, opening.motto, opening.summary) == (guide.checked, guide.motto, guide.summary)
    assert load_opening("not-it") is None


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("helpdesk", "it-helpdesk"),
        ("teknisi komp", "computer-technician"),
        ("jaringan", "network-administrator"),
        ("service desk", "it-helpdesk"),
        ("helpdsk", "it-helpdesk"),
        ("IT Support", "it-support"),
    ],
)
def test_a_role_is_found_by_its_names_beginnings_and_misspellings(words, first):
    assert first in [o.id for o in find_occupations(words, KNOWN.values())][:3]


def test_nothing_is_found_for_nothing():
    assert find_occupations("  ", KNOWN.values()) == ()
    assert find_occupations("zzqxv", KNOWN.values()) == ()


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Bersedia kerja shift", True),
        ("Willing to work in rotating shifts", True),
        ("jam kerja bergilir 24/7", True),
        ("Jam kerja: non shift, Senin–Jumat", False),
        ("tanpa shift malam", False),
        ("Tidak ada sistem shift", False),
        ("support 24/7", False),
        ("a shift register in hardware", False),
        ("Non-shift di kantor; untuk gudang sistem shift", True),
    ],
)
def test_shifts_are_asked_for_where_they_are_not_denied(text, asks):
    assert asks_for_shifts(text) is asks
