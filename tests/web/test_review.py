"""The review: only what was laid before the seat; others' answers stay hidden until one's own is there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import builders
from tepat.models import Application, Note
from tepat.services.sharing import share_applications, write_note


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


@pytest.fixture
def shared(posting, budi, citras_seat):
    application = builders.an_application(posting, name="Nadira Hasanah")
    share_applications([application], membership=citras_seat, actor=budi.as_actor())
    return application


def test_the_hiring_manager_sees_only_what_is_shared(as_citra, shared, posting):
    other = builders.an_application(posting, name="Belum Dibagikan")
    html = as_citra.get("/rekrut/tinjau/").content.decode()
    assert "Nadira Hasanah" in html
    assert "<q>konfigurasi switch dan VLAN</q>" in html
    assert "Belum Dibagikan" not in html
    assert as_citra.get(f"/rekrut/tinjau/{shared.public_id}/").status_code == 200
    assert as_citra.get(f"/rekrut/tinjau/{other.public_id}/").status_code == 404
    assert as_citra.post(f"/rekrut/tinjau/{other.public_id}/pendapat/", {"opinion": "yes"}).status_code == 404


def test_an_answer_is_written_once_and_can_be_changed(as_citra, shared):
    path = f"/rekrut/tinjau/{shared.public_id}/pendapat/"
    for _ in range(2):
        assert as_citra.post(path, {"opinion": "yes", "words": "Cocok.", "key": "k1"}).status_code == 303
    assert Note.objects.count() == 1
    as_citra.post(path, {"opinion": "no", "words": "Ternyata tidak.", "key": "k2"})
    html = as_citra.get("/rekrut/tinjau/").content.decode()
    assert "Ternyata tidak." in html
    assert "Anda sudah menjawab semuanya." in html


def test_without_an_answer_nothing_is_written(as_citra, shared):
    answer = as_citra.post(f"/rekrut/tinjau/{shared.public_id}/pendapat/", {"words": "x"}, follow=True)
    assert "Pilih ya, mungkin, atau tidak." in answer.content.decode()
    assert not Note.objects.exists()


def test_others_answers_are_hidden_until_ones_own_is_there(as_citra, shared, budi):
    write_note(shared, words="Kuat di jaringan.", actor=budi.as_actor(), opinion="yes")
    assert "Kuat di jaringan." not in as_citra.get("/rekrut/tinjau/").content.decode()
    as_citra.post(f"/rekrut/tinjau/{shared.public_id}/pendapat/", {"opinion": "maybe"})
    assert "Kuat di jaringan." in as_citra.get("/rekrut/tinjau/").content.decode()


def test_what_has_ended_or_belongs_elsewhere_is_gone(as_citra, as_dewi, as_sari, shared):
    assert "Nadira" not in as_dewi.get("/rekrut/tinjau/").content.decode()
    assert as_dewi.get(f"/rekrut/tinjau/{shared.public_id}/").status_code == 404
    assert as_sari.get("/rekrut/tinjau/").status_code == 404
    Application.objects.filter(pk=shared.pk).update(outcome="rejected")
    assert as_citra.get(f"/rekrut/tinjau/{shared.public_id}/").status_code == 404


def test_one_and_three_rows_cost_the_same_number_of_queries(as_citra, shared, posting, budi, citras_seat):
    as_citra.get("/rekrut/tinjau/")
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            as_citra.get("/rekrut/tinjau/")
        costs.append(len(seen))
        more = [builders.an_application(posting) for _ in range(2)]
        share_applications(more, membership=citras_seat, actor=budi.as_actor())
    assert costs[0] == costs[1]
