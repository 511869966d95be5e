"""Corrections: kept beside what was read, refused where they make no sense; a profile by form becomes a CV."""

from datetime import date

import pytest

import builders
from tepat.adapters.knowledge import load_knowledge
from tepat.domain.cv.compose import ProfileValues, SkillValue, WorkValues
from tepat.domain.cv.read import CVReading, read_cv
from tepat.domain.documents import ExtractedText
from tepat.domain.refusal import Refusal
from tepat.models import CV, Application, Event, Jobseeker, Match
from tepat.services.composing import compose_cv
from tepat.services.correcting import confirm_cv, correct_cv, province_of, skill_value
from tepat.services.reading import reader_version, take_reading
from tepat.services.screening import document_of, match_for

DOCUMENT = {
    "basics": {"name": "SARI"},
    "work": [{"name": "PT Contoh", "position": "Helpdesk", "startDate": "2024-03", "endDate": "2025-10", "type": "job"}],
    "education": [{"studyType": "D3", "completed": True}],
    "skills": [],
    "certificates": [],
    "languages": [],
    "meta": {"confidence": {}},
    "evidence": {},
}


def read_text(text: str) -> CVReading:
    return read_cv(ExtractedText(text, "text/plain"), knowledge=load_knowledge(), as_of=date(2026, 11, 22))


@pytest.fixture
def cv(sari):
    return builders.a_cv(account=sari, document=DOCUMENT)


def test_a_correction_stands_beside_what_was_read(cv, sari):
    made = correct_cv(cv, path="/basics/name", value="  Sari   Wulandari ", account=sari)
    assert [(c.path, c.value, c.value_read, c.corrected_by) for c in made] == [("/basics/name", "Sari Wulandari", "SARI", sari)]
    cv.refresh_from_db()
    assert cv.document == DOCUMENT
    assert document_of(cv)["basics"]["name"] == "Sari Wulandari"
    assert Event.objects.filter(code="cv.corrected").count() == 1


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("/basics/phone", "0812", "phone_invalid"),
        ("/basics/email", "sari", "email_invalid"),
        ("/work/0/startDate", "kemarin", "date_invalid"),
        ("/work/0/startDate", "2024-13", "date_invalid"),
        ("/work/0/startDate", "2026-01", "dates_reversed"),
        ("/work/0/endDate", "2023", "dates_reversed"),
        ("/basics/name", "  ", "value_missing"),
        ("/education/0", {"studyType": "Kursus"}, "level_missing"),
        ("/meta/confidence", {}, "unknown_path"),
        ("/skills/0/id", "x", "unknown_path"),
        ("/skills/-", {"id": "x"}, "value_unfit"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(cv, sari, path, value, code):
    answer = correct_cv(cv, path=path, value=value, account=sari)
    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert not cv.corrections.exists()


def test_the_end_can_be_taken_away_and_put_back(cv, sari):
    correct_cv(cv, path="/work/0/endDate", value=None, account=sari)
    assert document_of(cv)["work"][0]["endDate"] is None
    correct_cv(cv, path="/work/0/endDate", value="2025-11", account=sari)
    assert document_of(CV.objects.get(pk=cv.pk))["work"][0]["endDate"] == "2025-11"


def test_a_city_brings_its_province(cv, sari):
    correct_cv(cv, path="/basics/location/city", value="Cimahi", account=sari)
    assert document_of(cv)["basics"]["location"] == {"city": "Cimahi", "region": "Jawa Barat"}
    assert province_of("Kota Bandung") == "Jawa Barat"
    assert province_of("Atlantis") is None


def test_confirming_puts_the_cv_into_use_and_fills_only_gaps(cv, sari):
    Jobseeker.objects.create(account=sari, city="Garut")
    correct_cv(cv, path="/basics/location/city", value="Cimahi", account=sari)
    confirm_cv(cv, account=sari)
    first = cv.confirmed_at
    confirm_cv(cv, account=sari)
    person = Jobseeker.objects.get(account=sari)
    assert (person.cv, person.city, person.region, cv.confirmed_at) == (cv, "Garut", "Jawa Barat", first)


def test_a_profile_by_form_is_a_cv_that_matching_quotes(sari):
    skill = skill_value("active directory")
    values = ProfileValues(
        "Sari",
        work=(WorkValues("IT Support", "PT Contoh", "2022-01", "2024-06", "Mengelola Active Directory untuk 80 pengguna"),),
        skills=(SkillValue(skill["id"], skill["name"], "active directory"),),
    )
    cv = compose_cv(sari, values)
    assert compose_cv(sari, values) == cv
    posting = builders.a_posting(musts=["Active Directory"], nices=[])
    requirement = posting.requirements.get()
    requirement.skills = [skill["id"]]
    requirement.save()
    found = match_for(cv, posting).requirements[0]
    assert found.verdict == "met"
    assert all(cv.text[e.start : e.end] == e.quote for e in found.evidence)


def test_a_skill_that_was_added_by_hand_is_quoted_behind_the_text(cv, sari):
    correct_cv(cv, path="/skills/-", value=skill_value("active directory"), account=sari)
    posting = builders.a_posting(musts=["Active Directory"], nices=[])
    requirement = posting.requirements.get()
    requirement.skills = [skill_value("active directory")["id"]]
    requirement.save()
    without = builders.a_cv(account=sari, document=DOCUMENT, text="kosong\n")
    assert match_for(without, posting).requirements[0].verdict == "not_stated"
    correct_cv(without, path="/skills/-", value=skill_value("active directory"), account=sari)
    found = match_for(CV.objects.get(pk=without.pk), posting).requirements[0]
    assert found.verdict in {"met", "partly"}
    assert found.evidence


def test_applications_that_run_are_matched_anew(sari):
    skill = skill_value("active directory")
    posting = builders.a_posting(musts=["Active Directory"], nices=[])
    posting.requirements.update(skills=[skill["id"]])
    cv = builders.a_cv(account=sari, document=DOCUMENT, text="kosong\n")
    running, ended = (builders.an_application(posting, account=a, cv=cv, strip="n|") for a in (sari, builders.an_account("Tono")))
    Application.objects.filter(pk=ended.pk).update(outcome="rejected")
    correct_cv(cv, path="/skills/-", value=skill, account=sari)
    assert Match.objects.get(application=running).strip != "n|"
    assert Match.objects.get(application=ended).strip == "n|"


def test_reading_again_leaves_corrections_as_they_are(cv, sari):
    correct_cv(cv, path="/basics/name", value="Sari Wulandari", account=sari)
    again = read_text("SARI W\n\nPENGALAMAN\nStaf IT, PT Baru\n2024 - 2025\n")
    take_reading(cv, again)
    cv.save()
    cv.refresh_from_db()
    assert cv.reader_version == reader_version()
    assert cv.document["work"][0]["name"] == "PT Baru"
    assert [(c.path, c.value, c.value_read) for c in cv.corrections.all()] == [("/basics/name", "Sari Wulandari", "SARI")]
    assert document_of(cv)["basics"]["name"] == "Sari Wulandari"
