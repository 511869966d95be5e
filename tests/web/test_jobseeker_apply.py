"""Applying: at most three steps, once whatever is pressed twice, nothing lost with the session."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

import builders
from cast_of_tests import session_of
from tepat.models import CV, Alert, Application, Consent, Event, JobPosting, Jobseeker, Message

LETTER = """SARI WULANDARI
HP/WA: 0812-0000-0147
sari@contoh.id
Bandung

Pengalaman Kerja
Helpdesk Staff
PT Payung Bahari
Maret 2024 - Oktober 2025
- menerima 25 tiket per hari lewat telepon dan email
- instal ulang Windows 10 dan printer

Pendidikan
D3 Manajemen Informatika, Politeknik Contoh, 2023

Keahlian
Windows, Microsoft Office, printer
"""


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara, title="IT Helpdesk")


def a_file(text: str = LETTER, name: str = "cv-sari.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def address(posting: JobPosting, step: str = "", cv: CV | None = None) -> str:
    return f"/loker/{posting.slug}/lamar/{step}{f'?cv={cv.public_id}' if cv else ''}"


def key_in(answer) -> str:
    return answer.content.decode().partition('name="key" value="')[2].partition('"')[0]


def test_the_whole_way_without_scripts(as_sari, sari, posting):
    assert as_sari.get(address(posting)).status_code == 200
    chosen = as_sari.post(address(posting), {"cv": a_file()})
    cv = CV.objects.get(account=sari)
    assert (chosen.status_code, chosen["Location"]) == (303, address(posting, "periksa/", cv))
    page = as_sari.get(chosen["Location"]).content.decode()
    assert "SARI WULANDARI" in page
    right = as_sari.post(chosen["Location"], {"confirm": "1"})
    assert right["Location"] == address(posting, "kirim/", cv)
    form = as_sari.get(right["Location"])
    sent = as_sari.post(right["Location"], {"key": key_in(form), "consent_apply": "on"})
    application = Application.objects.get()
    assert sent["Location"] == f"/saya/lamaran/{application.public_id}/terkirim/"
    assert as_sari.get(sent["Location"]).status_code == 200
    assert (application.candidate.account, application.cv, application.source) == (sari, cv, "apply")
    assert Jobseeker.objects.get(account=sari).cv == cv
    assert [c.purpose for c in Consent.objects.filter(account=sari)] == ["apply"]
    assert Message.objects.filter(template="application_received", account=sari).count() == 1
    assert Event.objects.filter(code="application.created", application=application).count() == 1


def test_the_same_form_twice_is_one_application(as_sari, sari, posting):
    cv = builders.a_cv(account=sari, confirmed_at=timezone.now())
    key = key_in(as_sari.get(address(posting, "kirim/", cv)))
    answers = [as_sari.post(address(posting, "kirim/", cv), {"key": key, "consent_apply": "on"}) for _ in range(3)]
    assert len({a["Location"] for a in answers}) == 1
    assert Application.objects.count() == Message.objects.count() == 1


def test_another_form_for_the_same_job_leads_to_the_first_application(as_sari, sari, posting):
    cv = builders.a_cv(account=sari)
    as_sari.post(address(posting, "kirim/", cv), {"key": "a", "consent_apply": "on"})
    answer = as_sari.post(address(posting, "kirim/", cv), {"key": "b", "consent_apply": "on"})
    assert Application.objects.get().public_id in answer.content.decode()
    assert Application.objects.count() == 1


def test_consents_are_off_and_unbundled(as_sari, sari, posting):
    cv = builders.a_cv(account=sari)
    page = as_sari.get(address(posting, "kirim/", cv))
    assert "checked" not in page.content.decode()
    refused = as_sari.post(address(posting, "kirim/", cv), {"key": "k", "consent_alerts": "on"})
    assert not Application.objects.exists()
    assert not Consent.objects.exists()
    body = refused.content.decode()
    assert 'aria-invalid="true"' in body
    assert body.count(" checked") == 1
    as_sari.post(address(posting, "kirim/", cv), dict.fromkeys(("consent_apply", "consent_cv_database", "consent_alerts"), "on"))
    assert set(Consent.objects.values_list("purpose", flat=True)) == {"apply", "cv_database", "alerts"}
    assert Jobseeker.objects.get(account=sari).visibility == "verified"
    assert Alert.objects.get(account=sari).frequency == "daily"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kosong.pdf", b"", "kosong"),
        ("rusak.pdf", b"%PDF-1.4 rusak", "rusak"),
        ("program.pdf", b"MZ\x90\x00" + b"\0" * 200, "program"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(as_sari, posting, name, data, said):
    answer = as_sari.post(address(posting), {"cv": SimpleUploadedFile(name, data)})
    assert answer.status_code == 200
    assert said in answer.content.decode().lower()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not CV.objects.exists()


def test_no_file_and_no_choice_is_said_at_the_field(as_sari, posting):
    assert "Pilih CV" in as_sari.post(address(posting)).content.decode()


def test_the_same_file_twice_is_one_cv(as_sari, posting):
    first, second = (as_sari.post(address(posting), {"cv": a_file()})["Location"] for _ in range(2))
    assert first == second
    assert CV.objects.count() == 1


def test_a_closed_job_says_so_and_takes_nothing(as_sari, sari, posting):
    cv = builders.a_cv(account=sari)
    JobPosting.objects.filter(pk=posting.pk).update(state="closed", closed_at=timezone.now())
    for step in ("", "periksa/", "kirim/"):
        for call in (as_sari.get, as_sari.post):
            answer = call(address(posting, step, cv), *([{"key": "k", "consent_apply": "on"}] if call == as_sari.post else []))
            assert answer.status_code == 410
            assert "ditutup" in answer.content.decode()
    assert not Application.objects.exists()


def test_drafts_do_not_exist_here(as_sari, nusantara):
    draft = builders.a_posting(nusantara, state="draft")
    assert as_sari.get(address(draft)).status_code == 404


def test_another_persons_cv_is_404(as_sari, posting):
    other = builders.a_cv(account=builders.an_account("Tono"))
    for step in ("periksa/", "kirim/"):
        assert as_sari.get(address(posting, step, other)).status_code == 404
        assert as_sari.post(address(posting, step, other), {"consent_apply": "on", "key": "k"}).status_code == 404
    assert as_sari.post(address(posting), {"known": other.public_id}).status_code == 404
    assert not Application.objects.exists()


def test_who_is_not_signed_in_is_led_through_the_code_and_back(posting):
    answer = Client().get(address(posting))
    assert answer["Location"] == f"/masuk/?next=/loker/{posting.slug}/lamar/"
    assert "IT Helpdesk" in Client().get(answer["Location"]).content.decode()


def test_what_was_ticked_survives_a_lost_session(sari, posting):
    cv = builders.a_cv(account=sari)
    client = Client()
    here = address(posting, "kirim/", cv)
    lost = client.post(here, {"key": "k", "consent_apply": "on"}, HTTP_REFERER=f"http://testserver{here}")
    assert lost["Location"].startswith("/masuk/?next=")
    assert not Application.objects.exists()
    kept = client.session["typed"]
    again = session_of(sari)
    session = again.session
    session["typed"] = kept
    session.save()
    assert " checked" in again.get(here).content.decode()


def test_a_correction_in_the_middle_comes_back_to_its_row(as_sari, sari, posting):
    cv = builders.a_cv(account=sari)
    here = address(posting, "periksa/", cv)
    assert 'name="value"' in as_sari.get(f"{here}&ubah=/basics/name").content.decode()
    answer = as_sari.post(here, {"path": "/basics/name", "value": "Sari Wulandari"})
    assert answer["Location"] == f"{here}#baris-basics-name"
    assert cv.corrections.get().value == "Sari Wulandari"
    wrong = as_sari.post(here, {"path": "/basics/phone", "value": "0812"})
    assert wrong.status_code == 200
    assert 'value="0812"' in wrong.content.decode()


def test_who_withdrew_is_told_so_and_may_apply_anew(as_sari, sari, posting):
    application = builders.an_application(posting, account=sari)
    assert "Anda sudah melamar" in as_sari.get(address(posting)).content.decode()
    as_sari.post(f"/saya/lamaran/{application.public_id}/penarikan/")
    for path in (f"/loker/{posting.slug}/", f"/saya/lamaran/{application.public_id}/"):
        page = as_sari.get(path).content.decode()
        assert f'href="{address(posting)}"' in page
        assert "Anda sudah melamar" not in page
    page = as_sari.get(address(posting))
    assert page.status_code == 200
    assert "Anda pernah menarik lamaran untuk loker ini" in page.content.decode()


def test_who_withdrew_from_a_job_that_closed_since_is_told_both(as_sari, sari, posting):
    application = builders.an_application(posting, account=sari)
    as_sari.post(f"/saya/lamaran/{application.public_id}/penarikan/")
    JobPosting.objects.filter(pk=posting.pk).update(state="closed")
    page = as_sari.get(address(posting))
    assert page.status_code == 410
    assert "Lamaran Anda untuk loker ini sudah Anda tarik" in page.content.decode()
    assert "lamar/" not in as_sari.get(f"/saya/lamaran/{application.public_id}/").content.decode()
