"""Corrections follow the job, school or skill they speak of when a better reader puts it elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.cv.carrying import NOWHERE, carried
from tepat.domain.cv.corrections import LISTS, corrected, overlay

GUDANG = {"name": "PT Gudang", "position": "IT Support", "startDate": "2024-07", "endDate": None, "type": "job"}
KLINIK = {"name": "Klinik Dahlia", "position": "Helpdesk", "startDate": "2022-05", "endDate": "2024-06", "type": "job"}
MAGANG = {"name": "CV Karya", "position": "Magang", "startDate": "2021-01", "endDate": "2021-06", "type": "internship"}
EMPTY = {"basics": {}, "work": [], "education": [], "skills": [], "certificates": [], "languages": [], "evidence": {}}


def doc(**parts):
    return {**EMPTY, **parts}


def skills(*names):
    return [{"id": n.casefold(), "name": n, "keywords": [n]} for n in names]


def test_a_field_follows_its_job_when_another_is_found_before_it():
    before, after = doc(work=[GUDANG, KLINIK]), doc(work=[MAGANG, GUDANG, KLINIK])
    assert carried([("/work/1/position", "Staf Helpdesk")], before=before, after=after) == [("/work/2/position", "Staf Helpdesk")]


def test_a_job_taken_out_stays_out_wherever_it_is_read():
    found = carried([("/work/0", None)], before=doc(work=[GUDANG, KLINIK]), after=doc(work=[KLINIK, GUDANG]))
    assert found == [("/work/1", None)]


def test_a_job_whose_name_people_corrected_is_known_by_it():
    before = doc(work=[{**GUDANG, "name": "PT Gdang", "position": "IT", "startDate": "2024"}])
    after = doc(work=[KLINIK, GUDANG])
    found = carried([("/work/0/name", "PT Gudang"), ("/work/0/position", "IT Support")], before=before, after=after)
    assert found == [("/work/1/name", "PT Gudang"), ("/work/1/position", "IT Support")]


def test_a_job_that_is_not_read_any_more_comes_back_as_people_had_it():
    before, after = doc(work=[GUDANG, KLINIK]), doc(work=[GUDANG])
    found = carried([("/work/1/name", "Klinik Dahlia Indah"), ("/work/1/endDate", "2024-05")], before=before, after=after)
    assert found[0] == ("/work/-", {**KLINIK, "name": "Klinik Dahlia Indah", "endDate": "2024-05"})
    assert found[1] == ("/work/1/endDate", "2024-05")
    assert corrected(after, found)["work"][1]["name"] == "Klinik Dahlia Indah"


def test_what_was_taken_out_and_is_not_read_any_more_is_left_alone():
    found = carried([("/skills/1", None)], before=doc(skills=skills("Linux", "Golf")), after=doc(skills=skills("Linux")))
    assert found == [(NOWHERE, None)]
    laid = overlay(doc(skills=skills("Linux")), found, text="Linux")
    assert (laid.document["skills"], laid.addendum) == (skills("Linux"), "")


def test_what_people_added_is_not_doubled_when_the_reader_finds_it():
    added = {"id": "mikrotik", "name": "MikroTik", "keywords": ["winbox"]}
    before, after = doc(skills=skills("Linux")), doc(skills=skills("MikroTik", "Linux"))
    found = carried([("/skills/-", added), ("/skills/1", None), ("/skills/-", skills("Odoo")[0])], before=before, after=after)
    assert found == [("/skills/0", added), ("/skills/0", None), ("/skills/-", skills("Odoo")[0])]
    assert [s["name"] for s in corrected(after, found)["skills"]] == ["Linux", "Odoo"]


def test_later_corrections_of_what_people_added_follow_it():
    before, after = doc(work=[GUDANG]), doc(work=[MAGANG, KLINIK, GUDANG])
    own = {"name": "Toko Sari", "position": "Teknisi", "startDate": "2019", "type": "job"}
    found = carried([("/work/-", own), ("/work/1/startDate", "2018")], before=before, after=after)
    assert found == [("/work/-", own), ("/work/3/startDate", "2018")]
    assert corrected(after, found)["work"][3]["startDate"] == "2018"


def test_basics_stay_where_they_are():
    word = [("/basics/name", "Sari"), ("/basics/location/city", "Bandung")]
    assert carried(word, before=doc(), after=doc(work=[GUDANG])) == word


NAMES = st.sampled_from(["Linux", "MikroTik", "Odoo", "SQL", "Golf", "Excel"])
SKILLS = st.lists(NAMES, unique=True, max_size=5).map(lambda names: skills(*names))


@given(before=SKILLS, data=st.data())
def test_carrying_to_the_same_reading_changes_nothing(before, data):
    places = st.integers(0, len(before) - 1) if before else st.nothing()
    made = data.draw(
        st.lists(
            st.one_of(places.map(lambda n: (f"/skills/{n}", None)), NAMES.map(lambda n: ("/skills/-", skills(n)[0]))), max_size=5
        )
    )
    assert carried(made, before=doc(skills=before), after=doc(skills=before)) == made


@given(before=SKILLS, after=SKILLS, out=st.sets(st.integers(0, 4)), added=st.lists(NAMES, max_size=3, unique=True))
def test_no_word_of_a_person_is_lost(before, after, out, added):
    """Whatever the reader finds now: what people took out is out, what they added is there, each once."""
    gone = {before[n]["name"] for n in out if n < len(before)}
    own = [n for n in added if n not in gone and n not in {s["name"] for s in before}]
    made = [(f"/skills/{n}", None) for n in sorted(out) if n < len(before)] + [("/skills/-", skills(n)[0]) for n in own]
    found = carried(made, before=doc(skills=before), after=doc(skills=after))
    names = [s["name"] for s in corrected(doc(skills=after), found)["skills"]]
    assert len(found) == len(made)
    assert sorted(names) == sorted({s["name"] for s in after} - gone | set(own))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_tells_its_items_apart(name):
    from tepat.domain.cv.carrying import MARKS, SAME

    assert sum(weight for _, weight in MARKS[name]) >= SAME[name] > 0
