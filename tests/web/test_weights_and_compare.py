"""Weights of an order, why one stands above the next, two to four side by side, and what became of a match."""

import pytest

import builders
from tepat.models import Application, Event, JobPosting, Requirement
from tepat.services.screening import screen_application
from tepat.services.triaging import Audit, Sieve, audit_of, queue_of
from tepat.services.weighing import weigh_anew


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara, musts=("Linux", "MikroTik"), nices=())


@pytest.fixture
def two(posting):
    made = [builders.an_application(posting, name=n, strip=s) for n, s in (("Ayu Lestari", "mn|"), ("Bima Satria", "nm|"))]
    weigh_anew(posting)
    Event.objects.all().delete()
    return made


def at(posting, page, query=""):
    return f"/rekrut/loker/{posting.public_id}/{page}/{query}"


def chosen(*applications):
    return "?" + "&".join(f"lamaran={a.public_id}" for a in applications)


def test_the_shortlist_says_why_one_stands_above_the_next(as_budi, posting, two):
    html = as_budi.get(at(posting, "shortlist")).content.decode()
    assert "Di atas nomor 2:" in html
    assert "Di atas nomor 3:" not in html
    as_budi.post(at(posting, "bobot"), {"weight-r2": "200"})
    html = as_budi.get(at(posting, "shortlist")).content.decode()
    assert "MikroTik terpenuhi, di sana tidak disebut; sebaliknya: Linux tidak disebut, di sana terpenuhi" in html


def test_weights_are_set_turn_the_order_and_are_told(as_budi, posting, two):
    answer = as_budi.post(at(posting, "bobot"), {"weight-r2": "200", "work": "40"}, follow=True)
    assert JobPosting.objects.get().weights == {"work": 40, "requirements": {"r2": 200}}
    html = answer.content.decode()
    assert "Tersimpan. Urutan mengikuti bobot baru." in html
    assert '<option value="200" selected>Dua kali</option>' in html
    assert "MikroTik: dua kali; pekerjaan: 40 %" in html
    listed = as_budi.get(at(posting, "shortlist")).content.decode()
    assert listed.index("Bima") < listed.index("Ayu")


def test_a_weight_that_is_no_number_stays_as_it_was_and_usual_puts_all_back(as_budi, posting, two):
    as_budi.post(at(posting, "bobot"), {"weight-r2": "200"})
    as_budi.post(at(posting, "bobot"), {"weight-r2": "banyak", "work": ""})
    assert JobPosting.objects.get().weights == {"requirements": {"r2": 200}}
    as_budi.post(at(posting, "bobot"), {"usual": "1"})
    assert JobPosting.objects.get().weights == {}


def test_two_stand_side_by_side_in_the_order_of_the_list(as_budi, posting, two):
    html = as_budi.get(at(posting, "bandingkan", chosen(*two))).content.decode()
    assert 0 < html.index("Ayu Lestari") < html.index("Bima Satria")
    assert html.count('data-label="Ayu Lestari"') == html.count('data-label="Bima Satria"') >= 2


def test_a_choice_in_the_shortlist_leads_to_an_address_that_can_be_kept(as_budi, posting, two):
    answer = as_budi.post(at(posting, "bandingkan"), {"lamaran": [a.public_id for a in two], "key": "x"})
    assert answer.status_code == 302
    assert answer.url == at(posting, "bandingkan", chosen(*two))


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_than_two_and_more_than_four_are_told_so(as_budi, posting, two, count):
    more = [builders.an_application(posting, name=f"Orang {n}", strip="nn|") for n in range(3)]
    answer = as_budi.get(at(posting, "bandingkan", chosen(*[*two, *more][:count])), follow=True)
    assert "Pilih dua sampai empat orang" in answer.content.decode()


def test_rows_that_are_the_same_for_everybody_can_be_left_out(as_budi, posting):
    both = [builders.an_application(posting, name=n, strip=s) for n, s in (("Ayu", "mm|"), ("Bima", "mn|"))]
    html = as_budi.get(at(posting, "bandingkan", chosen(*both) + "&beda=1")).content.decode()
    assert '<th scope="row">MikroTik</th>' in html
    assert '<th scope="row">Linux</th>' not in html


def test_a_blind_comparison_names_nobody(as_budi, posting, two):
    as_budi.post("/rekrut/pilihan/samaran/", {"blind": "1"})
    assert b"Ayu" not in as_budi.get(at(posting, "bandingkan", chosen(*two))).content


def test_people_of_another_posting_are_not_compared_here(as_budi, nusantara, posting, two):
    other = builders.an_application(builders.a_posting(nusantara), name="Orang Lain")
    html = as_budi.get(at(posting, "bandingkan", chosen(*two, other))).content.decode()
    assert "Orang Lain" not in html


def test_a_changed_requirement_is_told_with_what_became_of_the_match(as_budi, posting):
    text = "Bagas\n\nPENGALAMAN\nIT Support\nLinux\n"
    application = builders.an_application(posting, name="Bagas Prayogo", strip=None, text=text)
    screen_application(application)
    Requirement.objects.filter(posting=posting, key="r2").delete()
    screen_application(Application.objects.get(pk=application.pk), cause="posting")
    html = as_budi.get(f"/rekrut/loker/{posting.public_id}/triase/?lamaran={application.public_id}&tab=riwayat").content.decode()
    assert "Syarat loker berubah" in html
    assert "tidak disebut → tidak diminta" in html


def test_the_audit_lane_is_off_until_somebody_opens_it_and_that_is_written_down(as_budi, posting):
    assert posting.audit_percent == 0
    as_budi.post(at(posting, "bobot"), {"audit": "10"})
    as_budi.post(at(posting, "bobot"), {"audit": "77"})
    assert JobPosting.objects.get().audit_percent == 10
    assert Event.objects.get(code="posting.audit_changed").params == {"before": 0, "now": 10}


def test_people_of_the_lane_stand_among_the_first_and_what_it_found_is_counted(as_budi, posting):
    JobPosting.objects.update(audit_percent=10)
    posting.refresh_from_db()
    people = [builders.an_application(posting, name=f"Orang {n}", strip="mm|" if n < 20 else "nn|") for n in range(40)]
    queue = queue_of(posting, Sieve())
    low = {a.pk for a in people[20:]}
    lane = [w for w in queue[: len(queue) - 15] if w.pk in low and w.band.low == 2]
    assert len(queue) == 40
    assert lane
    Application.objects.filter(pk=lane[0].pk).update(stage="screening")
    assert audit_of(posting) == Audit(decided=1, missed=1)
    assert "1 orang dari jalur ini sudah diputuskan" in as_budi.get(at(posting, "bobot")).content.decode()
