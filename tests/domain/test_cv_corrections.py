"""Corrections: the person's word counts, indexes keep their meaning, nothing that was read moves."""

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.cv.corrections import HEADING, corrected, laid_over, overlay

TEXT = "SARI\nKeahlian: Python, SQL, Docker\n"
DOCUMENT = {
    "basics": {"name": "SARI"},
    "work": [],
    "education": [],
    "skills": [{"id": s.lower(), "name": s} for s in ("Python", "SQL", "Docker")],
    "certificates": [],
    "languages": [],
    "meta": {"confidence": {"/skills/2": 0.5, "/basics/name": 0.4}, "pages": 1},
    "evidence": {
        "/basics/name": [{"start": 0, "end": 4, "page": 1}],
        **{
            f"/skills/{n}": [{"start": TEXT.index(s), "end": TEXT.index(s) + len(s), "page": 1}]
            for n, s in enumerate(("Python", "SQL", "Docker"))
        },
    },
}


def test_the_last_word_for_a_path_counts_and_the_document_read_stays():
    answer = corrected(DOCUMENT, [("/basics/name", "Sari W"), ("/basics/name", "Sari Wulandari")])
    assert answer["basics"]["name"] == "Sari Wulandari"
    assert "/basics/name" not in answer["evidence"]
    assert answer["meta"]["confidence"] == {"/skills/2": 0.5}
    assert DOCUMENT["basics"]["name"] == "SARI"


def test_taking_one_out_keeps_the_proof_of_the_others_at_their_new_place():
    answer = corrected(DOCUMENT, [("/skills/0", None)])
    assert [s["name"] for s in answer["skills"]] == ["SQL", "Docker"]
    for n, skill in enumerate(answer["skills"]):
        place = answer["evidence"][f"/skills/{n}"][0]
        assert TEXT[place["start"] : place["end"]] == skill["name"]
    assert answer["meta"]["confidence"]["/skills/1"] == 0.5


def test_indexes_count_what_was_taken_out():
    answer = corrected(DOCUMENT, [("/skills/0", None), ("/skills/2/name", "Podman")])
    assert [s["name"] for s in answer["skills"]] == ["SQL", "Podman"]
    assert laid_over(DOCUMENT, [("/skills/0", None)])["skills"][0] is None


def test_appending_and_then_correcting_the_appended():
    answer = corrected(DOCUMENT, [("/work/-", {"position": "IT Support"}), ("/work/0/name", "PT Contoh")])
    assert answer["work"] == [{"position": "IT Support", "name": "PT Contoh"}]


def test_a_path_that_is_gone_changes_nothing():
    assert corrected(DOCUMENT, [("/skills/9/name", "x"), ("/skills/9", None), ("", "x")]) == corrected(DOCUMENT, [])


def test_every_correction_is_proved_behind_the_text():
    corrections = [
        ("/basics/name", "Sari Wulandari"),
        ("/skills/-", {"id": "linux", "name": "Linux"}),
        ("/skills/1", None),
        ("/work/-", {"position": "IT Support", "name": "PT Contoh", "startDate": "2024-03", "endDate": None}),
        ("/work/0/position", "IT Support Senior"),
    ]
    laid = overlay(DOCUMENT, corrections, text=TEXT)
    whole = TEXT + laid.addendum
    said = {p: [whole[x["start"] : x["end"]] for x in places] for p, places in laid.document["evidence"].items()}
    assert HEADING in laid.addendum
    assert said["/basics/name"] == ["Sari Wulandari"]
    assert said["/skills/0"] == ["Python"]
    assert said["/skills/2"] == ["Linux"]
    assert said["/work/0/startDate"] == ["2024-03"]
    assert said["/work/0/position"] == ["IT Support Senior"]


def test_without_corrections_nothing_is_appended():
    assert overlay(DOCUMENT, [], text=TEXT).addendum == ""


PATHS = st.sampled_from(["/skills/0", "/skills/1", "/skills/2", "/skills/-", "/basics/name", "/skills/1/name", "/nowhere/3"])
VALUES = st.sampled_from([None, "Linux", {"id": "linux", "name": "Linux"}])


@given(st.lists(st.tuples(PATHS, VALUES), max_size=8))
def test_any_corrections_leave_spans_that_resolve(corrections):
    laid = overlay(DOCUMENT, corrections, text=TEXT)
    whole = TEXT + laid.addendum
    assert None not in laid.document["skills"]
    for places in laid.document["evidence"].values():
        for place in places:
            assert 0 <= place["start"] < place["end"] <= len(whole)
            assert whole[place["start"] : place["end"]].strip()
