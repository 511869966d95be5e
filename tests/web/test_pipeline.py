"""The pipeline: everyone who is not decided, once; moves by menu; nobody else's people."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import builders
from tepat.models import Application


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


def html_of(client, query=""):
    answer = client.get(f"/rekrut/pipeline/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def waits(application, days, **fields):
    Application.objects.filter(pk=application.pk).update(stage_since=timezone.now() - timedelta(days=days), **fields)


def test_one_dot_is_one_person_and_diamonds_are_late(as_budi, posting):
    for days in (0, 1, 7, 8, 30):
        waits(builders.an_application(posting, name=f"Orang {days}"), days)
    waits(builders.an_application(posting, name="Sudah Ditolak"), 3, outcome="rejected")
    html = html_of(as_budi, f"?loker={posting.public_id}&tampil=papan")
    plot = html[html.index('<div class="plot">') : html.index('class="legend"')]
    assert (plot.count("<circle"), plot.count('class="late"')) == (3, 2)
    assert "6 melamar, 1 sudah diputuskan." in html
    assert "2 orang menunggu lebih lama dari yang kita janjikan." in html
    assert html.index("Orang 30") < html.index("Orang 8") < html.index("Orang 7") < html.index("Orang 1")
    assert "Sudah Ditolak" not in html
    assert "1 lagi" in html


def test_the_table_tells_the_same_in_words(as_budi, posting):
    waits(builders.an_application(posting, name="Ratna", strip="mmn|n"), 9)
    html = html_of(as_budi, "?tampil=tabel")
    assert '<svg class="lane"' not in html
    for words in ("Ratna", "lewat 2 hari", "2 dari 3", "Lamaran baru"):
        assert words in html


def test_a_move_by_menu_leads_back_and_can_be_undone_there(as_budi, posting):
    application = builders.an_application(posting, name="Siti Rohana")
    back = f"/rekrut/pipeline/?loker={posting.public_id}"
    answer = as_budi.post(f"/rekrut/lamaran/{application.public_id}/perpindahan/", {"to": "test", "next": back})
    assert (answer.status_code, answer["Location"]) == (303, back)
    application.refresh_from_db()
    assert application.stage == "test"
    assert "Siti Rohana dipindah ke Tes praktik" in html_of(as_budi, f"?loker={posting.public_id}")
    as_budi.post(f"/rekrut/lamaran/{application.public_id}/perpindahan/", {"to": "nowhere"})
    application.refresh_from_db()
    assert application.stage == "test"


def test_next_never_leads_off_the_site(as_budi, posting):
    application = builders.an_application(posting)
    answer = as_budi.post(
        f"/rekrut/lamaran/{application.public_id}/perpindahan/", {"to": "test", "next": "//evil.example/rekrut/"}
    )
    assert answer["Location"] == f"/rekrut/loker/{posting.public_id}/triase/"


def test_another_organization_sees_nothing(as_dewi, as_citra, posting):
    application = builders.an_application(posting, name="Rahasia")
    assert "Rahasia" not in html_of(as_dewi)
    assert as_dewi.get(f"/rekrut/pipeline/?loker={posting.public_id}").status_code == 404
    assert as_dewi.post(f"/rekrut/lamaran/{application.public_id}/perpindahan/", {"to": "test"}).status_code == 404
    assert as_citra.get("/rekrut/pipeline/").status_code == 404


def test_one_and_three_rows_cost_the_same_number_of_queries(as_budi, posting):
    builders.an_application(posting)
    as_budi.get("/rekrut/pipeline/")
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            as_budi.get("/rekrut/pipeline/")
        costs.append(len(seen))
        builders.an_application(posting)
        builders.an_application(posting)
    assert costs[0] == costs[1]
