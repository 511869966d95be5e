"""People are found by what they did, only if they agreed, and never by name where they hid it."""

import pytest

import builders
from tepat.models import Jobseeker
from tepat.services.consenting import give_consent
from tepat.services.indexing import rebuild_index

DOCUMENT = {
    "basics": {"name": "Wulan Sari"},
    "work": [
        {"name": "PT Gudang", "position": "IT Support", "startDate": "2021-01", "endDate": None, "summary": "konfigurasi switch"}
    ],
    "skills": [{"name": "MikroTik RouterOS", "keywords": ["Mikrotik"]}],
    "meta": {
        "experience_months": 40,
        "occupations": [{"id": "it-support", "score": 0.9}],
        "highest_education": {"level": "D3", "area": "TI"},
    },
}


def a_person(name, visibility="verified", agreed=True):
    account = builders.an_account(name)
    Jobseeker.objects.create(
        account=account, visibility=visibility, city="Bandung", cv=builders.a_cv(account=account, document=DOCUMENT)
    )
    if agreed:
        give_consent(account, purpose="cv_database")
    return account


@pytest.fixture
def people(db):
    found = [
        a_person("Wulan"),
        a_person("Tersembunyi", visibility="hidden"),
        a_person("Diam", agreed=False),
        a_person("Rahasia", visibility="anonymous"),
    ]
    rebuild_index()
    return found


def test_who_agreed_is_found(as_budi, people):
    page = as_budi.get("/rekrut/kandidat/?q=mikrotik").content.decode()
    assert "Wulan" in page
    assert "Tersembunyi" not in page
    assert "Diam" not in page
    assert "Nama disembunyikan" in page
    assert "Rahasia" not in page


def test_no_contact_is_shown(as_budi, people):
    page = as_budi.get("/rekrut/kandidat/").content.decode()
    assert not any(account.email in page for account in people)


def test_filters_and_months_narrow(as_budi, people):
    assert "IT Support · PT Gudang" in as_budi.get("/rekrut/kandidat/?peran=it-support&bulan=36").content.decode()
    assert "IT Support · PT Gudang" not in as_budi.get("/rekrut/kandidat/?bulan=41").content.decode()


def test_a_wrong_query_says_where(as_budi, people):
    page = as_budi.get('/rekrut/kandidat/?q=mikrotik AND "vlan').content.decode()
    assert "huruf ke-14" in page


def test_someone_who_hid_from_the_firm_is_not_found(as_budi, people, nusantara):
    people[0].jobseeker.hidden_from.add(nusantara)
    assert "Wulan" not in as_budi.get("/rekrut/kandidat/").content.decode()


def test_only_recruiters_search(as_citra, as_sari, people):
    assert as_citra.get("/rekrut/kandidat/").status_code == 404
    assert as_sari.get("/rekrut/kandidat/").status_code == 404


def test_one_and_three_rows_cost_the_same(as_budi, db):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        rebuild_index()
        as_budi.get("/rekrut/kandidat/")
        with CaptureQueriesContext(connection) as seen:
            as_budi.get("/rekrut/kandidat/")
        return len(seen)

    a_person("Satu")
    one = cost()
    a_person("Dua")
    a_person("Tiga")
    assert cost() == one
