"""The shortlist: rank order, quotes, three ways out; every way out is an event."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import builders
from tepat.models import Application, Event, Share


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


def address(posting, tail="/"):
    return f"/rekrut/loker/{posting.public_id}/shortlist{tail}"


def test_best_first_without_the_rejected(as_budi, posting):
    builders.an_application(posting, name="Kedua", strip="mnn|n")
    builders.an_application(posting, name="Pertama", strip="mmm|m")
    out = builders.an_application(posting, name="Ditolak Sudah", strip="mmm|m")
    Application.objects.filter(pk=out.pk).update(outcome="rejected")
    html = as_budi.get(address(posting)).content.decode()
    assert html.index("Pertama") < html.index("Kedua")
    assert "Ditolak Sudah" not in html
    assert "<q>konfigurasi switch dan VLAN</q>" in html


@pytest.mark.parametrize(
    ("tail", "form", "start"), [(".xlsx", "xlsx", b"PK"), (".csv", "csv", b"\xef\xbb\xbf"), ("/cetak/", "paper", b"")]
)
def test_each_way_out_is_counted(as_budi, posting, tail, form, start):
    builders.an_application(posting)
    answer = as_budi.get(address(posting, tail))
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert Event.objects.get(code="shortlist.exported").params == {"count": 1, "form": form}


def test_paper_shows_quotes_and_blind_paper_no_names(as_budi, posting):
    builders.an_application(posting, name="Bagas Prayogo")
    assert "<q>IT Support</q>" in as_budi.get(address(posting, "/cetak/")).content.decode()
    as_budi.post("/rekrut/pilihan/samaran/", {"blind": "1"})
    for tail in ("/", "/cetak/", ".csv"):
        assert b"Bagas" not in as_budi.get(address(posting, tail)).content


def test_the_selected_are_laid_before_the_hiring_manager(as_budi, posting, citras_seat):
    first, _second = (builders.an_application(posting, name=n) for n in ("Satu", "Dua"))
    given = {"lamaran": first.public_id, "anggota": citras_seat.public_id, "key": "s", "next": address(posting)}
    answer = as_budi.post(f"/rekrut/loker/{posting.public_id}/pembagian/", given, follow=True)
    assert "1 lamaran dibagikan ke Citra" in answer.content.decode()
    assert "diminta pendapat Citra" in answer.content.decode()
    assert [s.application for s in Share.objects.all()] == [first]


def test_nobody_else_takes_it_out(as_dewi, as_citra, posting):
    builders.an_application(posting)
    for stranger in (as_dewi, as_citra):
        assert [stranger.get(address(posting, t)).status_code for t in ("/", "/cetak/", ".xlsx", ".csv")] == [404] * 4
    assert not Event.objects.filter(code="shortlist.exported").exists()


def test_one_and_three_rows_cost_the_same_number_of_queries(as_budi, posting):
    builders.an_application(posting)
    as_budi.get(address(posting))
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            as_budi.get(address(posting))
        costs.append(len(seen))
        builders.an_application(posting)
        builders.an_application(posting)
    assert costs[0] == costs[1]
