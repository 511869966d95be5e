"""One's own pages: applications, alerts, kept jobs, data; nobody else's, and as many queries for three rows as for one."""

import json
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

import builders
from cast_of_tests import session_of
from tepat.domain.refusal import Refusal
from tepat.models import CV, Account, Alert, Application, Bookmark, Candidate, Consent, Event, Jobseeker, Message, Move
from tepat.services.alerting import stop_token
from tepat.services.consenting import give_consent
from tepat.services.deciding import decide_application
from tepat.services.recording import first_broken_seal, record_event, seal_events
from tepat.services.subscribing import save_search

SCREENS = ("/saya/", "/saya/lamaran/", "/saya/alert/", "/saya/simpanan/", "/saya/data/")


def an_alert(account, words="helpdesk bandung") -> Alert:
    alert = save_search(account, words=words, chosen={})
    assert isinstance(alert, Alert)
    return alert


def fill(account, n: int) -> None:
    builders.an_application(account=account)
    Bookmark.objects.create(account=account, posting=builders.a_posting())
    an_alert(account, f"helpdesk {('bandung', 'solo', 'garut', 'bogor')[n]}")


@pytest.mark.parametrize("screen", SCREENS)
def test_three_rows_cost_as_many_queries_as_one(as_sari, sari, screen, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    fill(sari, 0)
    as_sari.get(screen)
    with CaptureQueriesContext(connection) as one:
        assert as_sari.get(screen).status_code == 200
    fill(sari, 1)
    fill(sari, 2)
    with django_assert_num_queries(len(one)):
        as_sari.get(screen)


@pytest.mark.parametrize("screen", [*SCREENS, "/saya/profil/", "/saya/cv/", "/saya/data/ekspor/", "/saya/data/penghapusan/"])
def test_nobody_signed_in_is_led_to_sign_in(client, db, screen):
    assert client.get(screen)["Location"] == f"/masuk/?next={screen}"


def test_what_belongs_to_another_is_not_there(as_sari, db):
    tono = builders.an_account("Tono")
    application, cv, alert = builders.an_application(account=tono), builders.a_cv(account=tono), an_alert(tono)
    for path in (
        f"/saya/lamaran/{application.public_id}/",
        f"/saya/lamaran/{application.public_id}/terkirim/",
        f"/saya/cv/{cv.public_id}/",
    ):
        assert as_sari.get(path).status_code == 404
    assert as_sari.get(f"/saya/cv/{cv.public_id}/berkas/").status_code == 404
    assert as_sari.post(f"/saya/cv/{cv.public_id}/", {"path": "/basics/name", "value": "x"}).status_code == 404
    assert as_sari.post(f"/saya/lamaran/{application.public_id}/penarikan/").status_code == 404
    assert as_sari.post(f"/saya/alert/{alert.public_id}/", {"act": "stop"}).status_code == 404
    assert not cv.corrections.exists()
    assert Application.objects.get(pk=application.pk).outcome == ""
    assert Alert.objects.get(pk=alert.pk).stopped_at is None


def test_a_rejection_is_not_shown_before_its_letter_has_left(as_sari, sari, budi):
    application = builders.an_application(account=sari, days=2)
    pages = ["/saya/", "/saya/lamaran/", f"/saya/lamaran/{application.public_id}/", "/saya/data/ekspor/"]
    move = decide_application(application, kind="reject", actor=budi.as_actor())
    hidden = [as_sari.get(page).content.decode() for page in pages]
    assert not any("Tidak dilanjutkan" in body or "rejected" in body for body in hidden)
    Message.objects.filter(pk=move.message_id).update(state="sent")
    assert all("Tidak dilanjutkan" in as_sari.get(page).content.decode() for page in pages[:3])


def test_a_late_firm_is_called_late(as_sari, sari):
    application = builders.an_application(account=sari, days=9)
    body = as_sari.get(f"/saya/lamaran/{application.public_id}/").content.decode()
    assert "Perusahaan terlambat 2 hari" in body
    assert "Belum dibuka perusahaan" in body


def test_withdrawing_ends_it_once(as_sari, sari):
    application = builders.an_application(account=sari)
    for _ in range(2):
        assert as_sari.post(f"/saya/lamaran/{application.public_id}/penarikan/").status_code == 303
    assert Move.objects.filter(kind="withdraw").count() == 1
    assert "Anda menarik lamaran" in as_sari.get(f"/saya/lamaran/{application.public_id}/").content.decode()


def test_a_search_is_saved_paused_and_stopped(as_sari, sari):
    offered = as_sari.get("/saya/alert/?q=helpdesk&kota=Bandung").content.decode()
    assert 'name="kota" value="Bandung"' in offered
    for _ in range(2):
        as_sari.post("/saya/alert/", {"q": "helpdesk", "kota": "Bandung", "gaji": "5000000", "frequency": "weekly"})
    alert = Alert.objects.get(account=sari)
    assert (alert.words, alert.frequency) == ("helpdesk · Bandung · ≥ Rp5.000.000", "weekly")
    at = f"/saya/alert/{alert.public_id}/"
    as_sari.post(at, {"act": "pause"})
    assert not Alert.objects.awake().exists()
    as_sari.post(at, {"act": "wake", "frequency": "daily"})
    as_sari.post(at, {"frequency": "instant"})
    assert Alert.objects.awake().get().frequency == "instant"
    as_sari.post(at, {"act": "stop"})
    assert as_sari.post(at, {"act": "wake"}).status_code == 404


def test_an_empty_search_is_not_saved(as_sari, db):
    assert "Sebutkan yang dicari" in as_sari.post("/saya/alert/", {"q": "  "}).content.decode()
    assert not Alert.objects.exists()


def test_one_click_stops_an_alert_and_looking_does_not(sari):
    alert = an_alert(sari)
    path = f"/alert/{alert.public_id}/berhenti/{stop_token(alert)}/"
    program = Client(enforce_csrf_checks=True)
    for _ in range(3):
        assert program.get(path).status_code == 200
    assert Alert.objects.awake().exists()
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Alert.objects.awake().exists()
    assert program.post(path).status_code == 200
    assert Event.objects.filter(code="alert.stopped").count() == 1


def test_a_stop_link_that_is_not_ours_is_404(sari):
    alert = an_alert(sari)
    other = an_alert(builders.an_account("Tono"))
    for path in (f"/alert/{alert.public_id}/berhenti/{stop_token(other)}/", "/alert/tidakada/berhenti/x/"):
        assert Client().post(path).status_code == 404
    assert Alert.objects.awake().count() == 2


def test_keeping_a_job_toggles(as_sari, sari):
    posting = builders.a_posting()
    path = f"/saya/simpanan/{posting.public_id}/"
    as_sari.post(path)
    assert posting.title in as_sari.get("/saya/simpanan/").content.decode()
    for keep, count in (("1", 1), ("1", 1), ("0", 0), ("0", 0)):
        as_sari.post(path, {"keep": keep})
        assert Bookmark.objects.count() == count
    assert as_sari.post(f"/saya/simpanan/{builders.a_posting(state='draft').public_id}/").status_code == 404


def test_consents_are_given_and_withdrawn_in_one_press(as_sari, sari):
    as_sari.post("/saya/data/persetujuan/cv_database/", {"give": "1"})
    assert Consent.objects.in_force("cv_database").count() == 1
    as_sari.post("/saya/data/persetujuan/cv_database/", {"give": "0"})
    assert not Consent.objects.in_force("cv_database").exists()
    an_alert(sari)
    as_sari.post("/saya/data/persetujuan/alerts/", {"give": "0"})
    assert not Alert.objects.awake().exists()
    assert as_sari.post("/saya/data/persetujuan/apa/", {"give": "1"}).status_code == 404


def test_visibility_is_a_choice_of_its_own(as_sari, sari):
    as_sari.post("/saya/profil/keterlihatan/", {"visibility": "anonymous"})
    as_sari.post("/saya/profil/keterlihatan/", {"visibility": "semua"})
    assert Jobseeker.objects.get(account=sari).visibility == "anonymous"
    assert not Consent.objects.exists()


def test_the_export_holds_everything_of_mine_and_nothing_of_others(as_sari, sari):
    builders.an_application(account=sari, cv=builders.a_cv(account=sari, name="Sari"))
    an_alert(sari)
    builders.an_application(account=builders.an_account("Tono"), name="Tono Rahasia")
    answer = as_sari.get("/saya/data/ekspor/")
    assert answer["Content-Disposition"].startswith('attachment; filename="tepat-')
    found = json.loads(answer.content)
    assert found["account"]["email"] == sari.email
    assert [len(found[key]) for key in ("cvs", "applications", "alerts", "consents")] == [1, 1, 1, 1]
    assert "Rahasia" not in answer.content.decode()


def test_erasing_asks_first_and_then_leaves_nothing(as_sari, sari, nusantara, django_capture_on_commit_callbacks):
    cv = builders.a_cv(account=sari, name="Sari", data=b"berkas")
    posting = builders.a_posting(nusantara)
    application = builders.an_application(posting, account=sari, cv=cv)
    give_consent(sari, purpose="alerts")
    record_event("application.created", application=application)
    record_event("organization.verified", organization=nusantara)
    seal_events()
    assert "Centang dulu" in as_sari.post("/saya/data/penghapusan/").content.decode()
    assert Account.objects.filter(pk=sari.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert as_sari.post("/saya/data/penghapusan/", {"sure": "1"})["Location"] == "/"
    assert not Account.objects.filter(pk=sari.pk).exists()
    assert not any(model.objects.exists() for model in (CV, Candidate, Application, Consent))
    assert not default_storage.exists(cv.stored_as)
    seal_events()
    assert first_broken_seal() is None
    assert Event.objects.filter(code="account.erased").exists()


def test_the_last_owner_cannot_vanish(as_sari, sari, nusantara):
    builders.a_seat(sari, nusantara, "owner")
    assert "satu-satunya pemilik" in as_sari.post("/saya/data/penghapusan/", {"sure": "1"}).content.decode()
    assert Account.objects.filter(pk=sari.pk).exists()


FORM = {
    "name": "Sari Wulandari",
    "phone": "0812 0000 0147",
    "city": "Cimahi",
    "work-0-position": "Helpdesk Staff",
    "work-0-employer": "PT Payung Bahari",
    "work-0-start_month": "3",
    "work-0-start_year": "2024",
    "work-0-ongoing": "on",
    "work-0-duties": "Menerima tiket",
    "education-0-level": "D3",
    "education-0-area": "Manajemen Informatika",
    "skills": "Windows, printer, Windows",
    "languages": "Inggris",
}


def test_a_profile_by_form_becomes_a_cv(as_sari, sari):
    assert as_sari.post("/saya/profil/", FORM)["Location"] == "/saya/"
    cv = CV.objects.get(account=sari)
    assert (cv.stored_as, cv.state, bool(cv.confirmed_at)) == ("", "read", True)
    assert cv.document["basics"]["location"] == {"city": "Cimahi", "region": "Jawa Barat", "countryCode": "ID"}
    assert cv.document["work"][0]["endDate"] is None
    assert len(cv.document["skills"]) == 2
    again = as_sari.get("/saya/profil/").content.decode()
    assert 'value="PT Payung Bahari"' in again


def test_a_profile_by_form_leads_on_to_the_application(as_sari, sari, nusantara):
    posting = builders.a_posting(nusantara)
    answer = as_sari.post(f"/saya/profil/?loker={posting.slug}", FORM)
    assert answer["Location"] == f"/loker/{posting.slug}/lamar/kirim/?cv={CV.objects.get(account=sari).public_id}"


def test_an_entry_is_added_and_a_fault_is_said_without_losing_anything(as_sari, db):
    more = as_sari.post("/saya/profil/", FORM | {"more": "work", "phone": "0812"}).content.decode()
    assert 'name="work-1-position"' in more
    assert 'value="0812"' in more
    assert "aria-invalid" not in more
    wrong = as_sari.post("/saya/profil/", FORM | {"name": "", "phone": "0812", "work-0-start_year": ""}).content.decode()
    assert wrong.count('aria-invalid="true"') == 3
    assert "Menerima tiket" in wrong
    assert not CV.objects.exists()


def test_a_profile_typed_without_a_session_waits_for_its_owner(sari):
    lost = Client()
    assert lost.post("/saya/profil/", FORM)["Location"].startswith("/masuk/")
    kept = lost.session["typed"]
    again = session_of(sari)
    session = again.session
    session["typed"] = kept
    session.save()
    body = again.get("/saya/profil/").content.decode()
    assert 'value="PT Payung Bahari"' in body
    assert "tidak hilang" in body


def test_uploading_on_ones_own_page_leads_to_the_check(as_sari, sari):
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = as_sari.post("/saya/cv/", {"cv": SimpleUploadedFile("cv.txt", b"SARI WULANDARI\n\nKeahlian\nWindows, Linux\n")})
    cv = CV.objects.get(account=sari)
    assert answer["Location"] == f"/saya/cv/{cv.public_id}/"
    assert as_sari.get(answer["Location"]).status_code == 200
    assert as_sari.post(answer["Location"], {"confirm": "1"})["Location"] == "/saya/"
    assert Jobseeker.objects.get(account=sari).cv == cv
    file = as_sari.get(f"{answer['Location']}berkas/")
    assert file["Content-Disposition"].startswith("attachment")
    assert b"".join(file.streaming_content).startswith(b"SARI")
    for close in file._resource_closers:
        close()
    assert as_sari.post("/saya/cv/").status_code == 200


def test_a_stopped_alert_does_not_count_against_a_new_one(sari):
    alert = an_alert(sari)
    Alert.objects.filter(pk=alert.pk).update(stopped_at=timezone.now() - timedelta(days=1))
    assert an_alert(sari).pk != alert.pk
    assert save_search(sari, words="", chosen={}) == Refusal("nothing_asked", "q")


def test_a_wrong_file_is_deleted_from_ones_own_page(as_sari, sari):
    wrong = builders.a_cv(account=sari, name="Brosur")
    home = as_sari.get("/saya/").content.decode()
    assert f'action="/saya/cv/{wrong.public_id}/penghapusan/"' in home
    answer = as_sari.post(f"/saya/cv/{wrong.public_id}/penghapusan/", follow=True)
    assert "“brosur.pdf” dihapus, berikut semua yang dibaca darinya." in answer.content.decode()
    assert not CV.objects.filter(pk=wrong.pk).exists()


def test_nobody_deletes_the_cv_of_another(as_dewi, sari):
    cv = builders.a_cv(account=sari)
    assert as_dewi.post(f"/saya/cv/{cv.public_id}/penghapusan/").status_code == 404
    assert CV.objects.filter(pk=cv.pk).exists()


def test_an_older_cv_is_found_and_can_go(as_sari, sari):
    old = builders.a_cv(account=sari, name="Lama", confirmed_at=timezone.now())
    new = builders.a_cv(account=sari, name="Baru", confirmed_at=timezone.now())
    Jobseeker.objects.create(account=sari, cv=new)
    page = as_sari.get("/saya/").content.decode()
    assert "1 CV lain" in page
    assert f'action="/saya/cv/{old.public_id}/penghapusan/"' in page


@pytest.mark.parametrize("absent", [(), ("tesseract-ocr", "tesseract-ocr-ind")])
def test_a_photo_is_offered_only_where_it_can_be_read(as_sari, monkeypatch, absent):
    from tepat.services import engines

    class Reader:
        def missing_packages(self):
            return absent

    monkeypatch.setattr(engines, "extractor", Reader)
    page = as_sari.get("/saya/cv/").content.decode()
    assert ('capture="environment"' in page) is not bool(absent)
    assert ("Foto dan hasil pindai belum bisa dibaca di sini" in page) is bool(absent)


def test_the_photo_field_is_read_like_the_file_field(as_sari, sari):
    from django.core.files.uploadedfile import SimpleUploadedFile

    photo = SimpleUploadedFile("IMG_1.jpg", b"SARI WULANDARI\n\nKeahlian\nWindows, Linux\n")
    answer = as_sari.post("/saya/cv/", {"photo": photo})
    assert answer["Location"] == f"/saya/cv/{sari.cvs.get().public_id}/"


def read_without_looking(cv):
    cv.state = "read"
    cv.save()
    return cv


def test_photos_of_pages_are_one_cv_in_the_order_of_the_form(as_sari, sari, monkeypatch):
    from django.core.files.storage import default_storage
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tepat.adapters.extract.photos import photos_of
    from tepat.services import uploading

    monkeypatch.setattr(uploading, "read_cv", read_without_looking)
    pages = [b"\xff\xd8\xff satu", b"\xff\xd8\xff dua", b"\x89PNG\r\n\x1a\n tiga"]
    answer = as_sari.post("/saya/cv/", {"photo": [SimpleUploadedFile(f"IMG_{n}.jpg", page) for n, page in enumerate(pages)]})
    cv = sari.cvs.get()
    assert answer["Location"] == f"/saya/cv/{cv.public_id}/"
    with default_storage.open(cv.stored_as) as file:
        assert list(photos_of(file.read())) == pages


def test_what_is_no_photo_among_photos_is_named_and_nothing_is_kept(as_sari, sari):
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SimpleUploadedFile("a.jpg", b"\xff\xd8\xff"), SimpleUploadedFile("b.pdf", b"%PDF-1.7")]
    page = as_sari.post("/saya/cv/", {"photo": files}).content.decode()
    assert "Foto 2: Berkas jenis ini tidak dibaca" in page
    assert not sari.cvs.exists()


def test_pages_stand_beside_what_was_read_and_are_no_stranger_s(as_sari, as_dewi, sari):
    from tepat.adapters.extract.warming import sample_pdf

    cv = builders.a_cv(account=sari, page_starts=[0, 20], data=sample_pdf())
    page = as_sari.get(f"/saya/cv/{cv.public_id}/").content.decode()
    assert [f"/saya/cv/{cv.public_id}/halaman/{n}.png" in page for n in (1, 2, 3)] == [True, True, False]
    picture = as_sari.get(f"/saya/cv/{cv.public_id}/halaman/1.png")
    assert (picture["Content-Type"], picture.content[1:4]) == ("image/png", b"PNG")
    assert as_dewi.get(f"/saya/cv/{cv.public_id}/halaman/1.png").status_code == 404
    assert as_sari.get(f"/saya/cv/{cv.public_id}/halaman/7.png").status_code == 404


def test_kinds_and_limit_are_named_before_the_upload(as_sari):
    page = as_sari.get("/saya/cv/").content.decode()
    for word in ("PDF", "DOCX", "DOC", "ODT", "RTF", "teks", "HTML", "JPEG", "PNG", "20 MB"):
        assert word in page
