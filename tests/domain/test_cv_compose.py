"""A profile by form becomes a text that quotes can point into."""

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.cv.compose import EducationValues, ProfileValues, SkillValue, WorkValues, compose
from tepat.domain.cv.document import to_profile

SARI = ProfileValues(
    name="Sari Wulandari",
    email="sari@contoh.id",
    phone="+6281200000147",
    city="Cimahi",
    region="Jawa Barat",
    work=(
        WorkValues("Helpdesk Staff", "PT Payung Bahari", "2024-03", "2025-10", "Menerima tiket\n\n  menjawab lewat telepon "),
        WorkValues("Magang IT", "PT Contoh", "2023-01", None, type="internship"),
    ),
    education=(EducationValues("D3", "Manajemen Informatika", "Politeknik Contoh", 2023, 3.31),),
    skills=(SkillValue("windows", "Microsoft Windows", "Windows 10/11"), SkillValue("printer", "Printer", "printer")),
    certificates=("Sertifikat BNSP",),
    languages=(("English", "Inggris"),),
)


def said(values: ProfileValues) -> dict[str, str]:
    text, document = compose(values)
    return {path: text[p[0]["start"] : p[0]["end"]] for path, p in document["evidence"].items()}


def test_every_fact_is_proved_by_its_own_words():
    proof = said(SARI)
    assert proof["/basics/name"] == "Sari Wulandari"
    assert proof["/basics/phone"] == "+6281200000147"
    assert proof["/basics/location/city"] == "Cimahi"
    assert proof["/work/0/startDate"] == "Maret 2024"
    assert proof["/work/1/endDate"] == "sekarang"
    assert proof["/work/0/summary"] == "Menerima tiket\nmenjawab lewat telepon"
    assert proof["/education/0/score"] == "3.31"
    assert proof["/skills/0"] == "Windows 10/11"
    assert proof["/languages/0"] == "Inggris"


def test_the_document_is_a_profile():
    _text, document = compose(SARI)
    profile = to_profile(document)
    assert profile.name is not None
    assert profile.name.value == "Sari Wulandari"
    assert [w.ongoing for w in profile.work] == [False, True]
    assert profile.education[0].grade is not None
    assert profile.education[0].grade.value == 3.31
    assert [s.id for s in profile.skills] == ["windows", "printer"]


def test_a_name_alone_is_enough():
    text, document = compose(ProfileValues("Tono"))
    assert text == "Tono\n"
    assert document["work"] == document["skills"] == []
    assert to_profile(document).name.value == "Tono"


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
WORK = st.builds(WorkValues, WORDS, WORDS, st.sampled_from([None, "2020", "2021-05"]), st.sampled_from([None, "2022-01"]), WORDS)
SKILL = st.builds(SkillValue, st.just("x"), st.just("X"), WORDS.filter(str.strip))


@given(st.builds(ProfileValues, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, st.tuples(WORK), st.just(()), st.tuples(SKILL, SKILL)))
def test_spans_lie_inside_the_text_whatever_was_typed(values):
    text, document = compose(values)
    for places in document["evidence"].values():
        for place in places:
            assert 0 <= place["start"] < place["end"] <= len(text)
    assert [text[p[0]["start"] : p[0]["end"]] for path, p in document["evidence"].items() if path.startswith("/skills/")] == [
        s["keywords"][0] for s in document["skills"]
    ]
