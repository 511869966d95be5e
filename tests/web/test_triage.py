"""Triage: queue, sheet, decisions, undo; nobody else's people; nothing twice."""

import gzip

import pytest

import builders
from tepat.models import Application, Event, Move, Note, Share
from tepat.services.recording import record_event


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


def address(posting, query=""):
    return f"/rekrut/loker/{posting.public_id}/triase/{query}"


def page_of(client, posting, query=""):
    answer = client.get(address(posting, query))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_queue_stands_in_bands_and_the_best_is_open(as_budi, posting):
    builders.an_application(posting, name="Lemah Syarat", strip="nnn|n")
    best = builders.an_application(posting, name="Kuat Syarat", strip="mmm|m")
    builders.an_application(posting, name="Tanpa Bacaan", strip=None)
    html = page_of(as_budi, posting)
    assert html.index("3 dari 3 wajib") < html.index("0 dari 3 wajib") < html.index("Belum terbaca")
    assert f'<div id="candidate" class="candidate" data-id="{best.public_id}"' in html


def test_evidence_is_numbered_in_text_and_list(as_budi, posting):
    builders.an_application(posting, strip="mpn|c")
    html = page_of(as_budi, posting)
    assert '<mark id="bukti-1" aria-current="true"><b class="number">1</b>IT Support</mark>' in html
    assert '<mark id="bukti-2" class="partly"><b class="number">2</b>konfigurasi switch dan VLAN</mark>' in html
    assert '<mark id="bukti-3" class="contradicted"><b class="number">3</b>Windows Server</mark>' in html
    assert 'href="#bukti-2"' in html


def test_a_page_counts_one_view_and_a_prefetch_none(as_budi, posting):
    application = builders.an_application(posting)
    as_budi.get(address(posting), headers={"Sec-Purpose": "prefetch"})
    as_budi.get(f"/rekrut/lamaran/{application.public_id}/", headers={"HX-Request": "true"})
    application.refresh_from_db()
    assert application.first_viewed_at is None
    as_budi.post(f"/rekrut/lamaran/{application.public_id}/kunjungan/")
    as_budi.get(address(posting))
    application.refresh_from_db()
    assert application.first_viewed_at is not None
    assert Event.objects.filter(code="application.viewed").count() == 1


@pytest.mark.parametrize(
    ("resource", "given", "outcome", "stage", "held"),
    [
        ("kelanjutan", {}, "", "screening", False),
        ("penolakan", {"reason": "experience_short"}, "rejected", "new", False),
        ("penundaan", {}, "", "new", True),
        ("simpanan", {}, "pooled", "new", False),
    ],
)
def test_each_decision_leads_to_the_next_candidate(as_budi, posting, resource, given, outcome, stage, held):
    first = builders.an_application(posting, name="Satu", strip="mmm|m")
    second = builders.an_application(posting, name="Dua", strip="mmn|n")
    answer = as_budi.post(
        f"/rekrut/lamaran/{first.public_id}/{resource}/", {"key": "a", "next": address(posting, "?pos=1"), **given}
    )
    assert (answer.status_code, answer["Location"]) == (303, address(posting, "?pos=1"))
    first.refresh_from_db()
    assert (first.outcome, first.stage, first.held) == (outcome, stage, held)
    assert f'class="candidate" data-id="{second.public_id}"' in page_of(as_budi, posting, "?pos=1")


def test_a_decision_sent_twice_is_made_once(as_budi, posting):
    application = builders.an_application(posting)
    for _ in range(2):
        answer = as_budi.post(f"/rekrut/lamaran/{application.public_id}/kelanjutan/", {"key": "same"})
        assert answer.status_code == 303
    application.refresh_from_db()
    assert (application.stage, Move.objects.count()) == ("screening", 1)


def test_a_rejection_needs_a_reason(as_budi, posting):
    application = builders.an_application(posting)
    answer = as_budi.post(f"/rekrut/lamaran/{application.public_id}/penolakan/", {"key": "a"}, follow=True)
    assert "Pilih alasannya." in answer.content.decode()
    assert not Move.objects.exists()


def test_a_desk_with_javascript_gets_only_what_changed(as_budi, posting):
    application = builders.an_application(posting, name="Fitri Anggraeni")
    answer = as_budi.post(
        f"/rekrut/lamaran/{application.public_id}/penolakan/", {"key": "a", "reason": "other"}, headers={"HX-Request": "true"}
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Fitri Anggraeni ditolak" in html
    assert "<html" not in html
    again = as_budi.post(f"/rekrut/lamaran/{application.public_id}/kelanjutan/", {"key": "b"}, headers={"HX-Request": "true"})
    assert (again.status_code, again.content.decode()) == (409, "Lamaran ini sudah diputuskan.")


def test_a_decision_is_taken_back_from_the_dock(as_budi, posting):
    application = builders.an_application(posting)
    as_budi.post(f"/rekrut/lamaran/{application.public_id}/penolakan/", {"key": "a", "reason": "other"})
    move = Move.objects.get()
    path = f"/rekrut/keputusan/{move.public_id}/pembatalan/"
    assert path in page_of(as_budi, posting)
    answer = as_budi.post(path)
    assert answer["Location"] == address(posting, f"?lamaran={application.public_id}")
    application.refresh_from_db()
    assert application.outcome == ""
    assert "sudah dibatalkan" in as_budi.post(path, follow=True).content.decode()


def test_an_undo_leads_back_into_the_same_filter_and_order(as_budi, posting):
    application = builders.an_application(posting)
    path = f"/rekrut/lamaran/{application.public_id}/penolakan/?urut=came&kata=ba"
    part = as_budi.post(path, {"key": "a", "reason": "other"}, headers={"HX-Request": "true"}).content.decode()
    wanted = address(posting, f"?lamaran={application.public_id}&kata=ba&urut=came")
    assert f'name="next" value="{wanted.replace("&", "&amp;")}"' in part
    move = Move.objects.get()
    answer = as_budi.post(f"/rekrut/keputusan/{move.public_id}/pembatalan/", {"next": wanted})
    assert answer["Location"] == wanted


def test_what_an_applicant_withdrew_is_not_ours_to_undo(as_budi, posting, sari):
    from tepat.services.deciding import decide_application

    application = builders.an_application(posting, account=sari)
    move = decide_application(application, kind="withdraw", actor=sari.as_actor())
    assert as_budi.post(f"/rekrut/keputusan/{move.public_id}/pembatalan/").status_code == 404


def test_the_sieve_finds_by_verdict_and_words(as_budi, posting):
    builders.an_application(posting, name="Tanpa Jaringan", strip="mnm|n")
    builders.an_application(posting, name="Dengan Jaringan", strip="mmm|m")
    html = page_of(as_budi, posting, "?syarat=r2&putusan=not_stated")
    assert "Tanpa Jaringan" in html
    assert "Dengan Jaringan" not in html
    html = page_of(as_budi, posting, "?syarat=r4&putusan=met")
    assert "Dengan Jaringan" in html
    assert "Tanpa Jaringan" not in html
    assert "Tanpa Jaringan" in page_of(as_budi, posting, "?kata=tanpa")
    assert "Tidak ada yang lolos saringan ini." in page_of(as_budi, posting, "?kata=zzz")


def test_blind_review_hides_who_it_is_everywhere_on_the_page(as_budi, posting):
    application = builders.an_application(posting, name="Bagas Prayogo")
    as_budi.post("/rekrut/pilihan/samaran/", {"blind": "1"})
    html = page_of(as_budi, posting)
    fragment = as_budi.get(f"/rekrut/lamaran/{application.public_id}/", headers={"HX-Request": "true"}).content.decode()
    for shown in (html, fragment):
        for hidden in ("Bagas", "Prayogo", "bagas@contoh.id", "0812-0000-1234", "Politeknik Contoh", "bagas-prayogo.pdf"):
            assert hidden not in shown
        assert f"Kandidat {application.public_id[:4].upper()}" in shown
        assert "konfigurasi switch dan VLAN" in shown


def test_several_are_decided_together_and_only_those_shown(as_budi, posting):
    rows = [builders.an_application(posting, name=f"Orang {n}", strip="mnn|n") for n in range(3)]
    builders.an_application(posting, name="Lain", strip="mmm|n")
    path = f"/rekrut/loker/{posting.public_id}/keputusan-massal/"
    preview = as_budi.get(path, {"semua": "1", "syarat": "r2", "putusan": "not_stated"}).content.decode()
    assert "3 orang dipilih" in preview
    assert "Lain" not in preview
    chosen = [r.public_id for r in rows[:2]]
    given = {"kind": "reject", "reason": "musts_missing", "key": "k", "lamaran": chosen}
    for _ in range(2):
        assert as_budi.post(path, given).status_code == 303
    assert set(Application.objects.filter(outcome="rejected").values_list("public_id", flat=True)) == set(chosen)
    assert Move.objects.count() == 2


def test_the_history_takes_several_back_at_once(as_budi, as_dewi, posting):
    rows = [builders.an_application(posting, name=f"Orang {n}") for n in range(3)]
    for row in rows:
        as_budi.post(f"/rekrut/lamaran/{row.public_id}/penolakan/", {"reason": "other", "key": row.public_id})
    chosen = list(Move.objects.order_by("pk").values_list("public_id", flat=True)[:2])
    path = f"/rekrut/loker/{posting.public_id}/keputusan/pembatalan/"
    assert as_dewi.post(path, {"keputusan": chosen}).status_code == 404
    assert "2 keputusan dibatalkan." in as_budi.post(path, {"keputusan": chosen}, follow=True).content.decode()
    assert [Application.objects.get(pk=r.pk).outcome for r in rows] == ["", "", "rejected"]


def test_whatsapp_opens_with_a_sentence_and_is_noted(as_budi, as_citra, posting):
    application = builders.an_application(posting, name="Bagas Prayogo")
    path = f"/rekrut/lamaran/{application.public_id}/whatsapp/"
    assert "Tidak ada nomor telepon" in as_budi.get(path, follow=True).content.decode()
    application.candidate.phone = "+6281200001234"
    application.candidate.save()
    assert path in page_of(as_budi, posting)
    answer = as_budi.get(path)
    assert answer["Location"].startswith("https://wa.me/6281200001234?text=Halo+Bagas+Prayogo")
    assert Event.objects.filter(code="candidate.contacted").count() == 1
    assert "Dihubungi lewat WhatsApp" in page_of(as_budi, posting)
    assert as_citra.get(path).status_code == 404


def test_a_note_and_a_share_are_written_once(as_budi, posting, citras_seat):
    application = builders.an_application(posting)
    for _ in range(2):
        as_budi.post(f"/rekrut/lamaran/{application.public_id}/catatan/", {"words": "Tanyakan cadangannya.", "key": "n1"})
        as_budi.post(
            f"/rekrut/loker/{posting.public_id}/pembagian/",
            {"lamaran": application.public_id, "anggota": citras_seat.public_id, "key": "s1"},
        )
    assert (Note.objects.count(), Share.objects.count()) == (1, 1)
    assert "Tanyakan cadangannya." in page_of(as_budi, posting)


def test_nobody_else_sees_or_decides(as_dewi, as_citra, as_sari, posting, client):
    application = builders.an_application(posting)
    builders.a_match  # noqa: B018 - the row above made it
    reads = [address(posting), f"/rekrut/lamaran/{application.public_id}/", f"/rekrut/loker/{posting.public_id}/keputusan/"]
    writes = [
        f"/rekrut/lamaran/{application.public_id}/{r}/" for r in ("kelanjutan", "penolakan", "penundaan", "simpanan", "catatan")
    ]
    for stranger in (as_dewi, as_citra, as_sari):
        assert [stranger.get(p).status_code for p in reads] == [404] * len(reads)
        assert [stranger.post(p, {"reason": "other", "words": "x"}).status_code for p in writes] == [404] * len(writes)
        assert stranger.get(f"/rekrut/cv/{application.cv.public_id}/asli/").status_code == 404
    assert client.get(reads[0]).status_code == 302
    assert not Move.objects.exists()


def test_the_original_leaves_as_an_attachment_of_no_type(as_budi, nusantara, posting):
    cv = builders.a_cv(organization=nusantara, data=b"<script>alert(1)</script>")
    builders.an_application(posting, cv=cv)
    answer = as_budi.get(f"/rekrut/cv/{cv.public_id}/asli/")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer) == b"<script>alert(1)</script>"
    assert Event.objects.filter(code="cv.downloaded").count() == 1


def test_pages_of_the_original_are_pictures_unless_the_review_is_blind(as_budi, as_dewi, nusantara, posting):
    from tepat.adapters.extract.warming import sample_pdf

    cv = builders.a_cv(organization=nusantara, data=sample_pdf())
    builders.an_application(posting, cv=cv)
    path = f"/rekrut/cv/{cv.public_id}/halaman/1.png"
    assert path in page_of(as_budi, posting)
    answer = as_budi.get(path)
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert Event.objects.filter(code="cv.shown").count() == 1
    assert as_budi.get(f"/rekrut/cv/{cv.public_id}/halaman/2.png").status_code == 404
    assert as_dewi.get(path).status_code == 404
    as_budi.post("/rekrut/pilihan/samaran/", {"blind": "1"})
    assert as_budi.get(path).status_code == 404
    assert path not in page_of(as_budi, posting)


def test_what_a_cv_says_never_runs(as_budi, posting):
    text = builders.TEXT.replace("Keahlian", "<script>alert(1)</script>")
    builders.an_application(posting, name="<b>Eve</b>", text=text, headline="<i>x</i>")
    html = page_of(as_budi, posting)
    for raw in ("<script>alert", "<b>Eve", "<i>x"):
        assert raw not in html


def test_one_and_three_rows_cost_the_same_number_of_queries(as_budi, posting, django_assert_num_queries):
    builders.an_application(posting)
    as_budi.get(address(posting))
    costs = []
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            as_budi.get(address(posting))
        costs.append(len(seen))
        builders.an_application(posting)
        builders.an_application(posting)
    assert costs[0] == costs[1]
    assert costs[0] <= 26


def test_the_next_candidate_weighs_at_most_12_kilobytes(as_budi, posting):
    lines = "".join(
        f"• Menangani {n} tiket jaringan sehari dan mencatat penyebab nomor {n * 37} di lantai {n}\n" for n in range(90)
    )
    application = builders.an_application(posting, text=builders.TEXT + lines)
    answer = as_budi.get(f"/rekrut/lamaran/{application.public_id}/", headers={"HX-Request": "true"})
    assert len(application.cv.text) > 6000
    assert len(gzip.compress(answer.content)) <= 12_000


def test_the_history_says_what_reading_the_cv_again_changed(as_budi, posting):
    application = builders.an_application(posting)
    record_event("cv.reread", application=application, skills_found=2, skills_gone=0, months_before=14, months_now=26)
    assert "2 keahlian bertambah, pengalaman 14 → 26 bulan" in page_of(as_budi, posting, "?tab=riwayat")
