"""The jobseeker's way: from a posting to a sent application, by code, with and without scripts; no barrier on any screen."""

import re
from pathlib import Path

import pytest
from barriers import examine
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

import builders
from tepat.models import CV, Account, Application, Bookmark, Jobseeker, Message
from tepat.services.inviting import invite_member
from tepat.services.signing_in import make_sign_in_link
from tepat.services.subscribing import save_search

pytestmark = pytest.mark.django_db(transaction=True)
HEIGHT = 2800
"""So tall that no bar lies over what is measured."""
LETTER = """SARI WULANDARI
HP/WA: 0812-0000-0147
sari@contoh.id
Bandung

Pengalaman Kerja
Helpdesk Staff
PT Payung Bahari
Mar 2024 - Okt 2025
- menerima 25 tiket per hari lewat telepon dan email
- instal ulang Windows 10 dan printer

Pendidikan
D3 Manajemen Informatika, Politeknik Contoh, 2023

Keahlian
Windows, Microsoft Office, printer

Seragam sejak Maret 2022
"""


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests():
    cache.clear()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "CV Sari.txt"
    file.write_text(LETTER)
    return file


@pytest.mark.parametrize("scripts", [True, False])
def test_from_posting_to_sent_application(open_as, nusantara, letter, scripts):
    posting = builders.a_posting(nusantara, title="IT Helpdesk")
    page = open_as(None, f"/loker/{posting.slug}/", width=360, height=800, java_script_enabled=scripts)
    page.get_by_role("link", name="Lamar", exact=True).first.click()
    expect(page.get_by_text("Anda melamar")).to_be_visible()
    page.get_by_label("Alamat email").fill("sari@contoh.id")
    page.get_by_role("button", name="Kirim kode").click()
    page.get_by_label("Kode dari email").fill(re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", mail.outbox[-1].body)[0])
    page.get_by_role("button", name="Lanjut").click()

    expect(page.get_by_role("heading", name="CV mana yang dikirim?")).to_be_visible()
    page.get_by_label("CV dalam berkas").set_input_files(letter)
    page.get_by_role("button", name="Unggah dan lanjut").click()

    expect(page.get_by_role("heading", name="Kami sudah membaca CV Anda")).to_be_visible()
    expect(page.locator("#baris-basics-name mark")).to_have_text("SARI WULANDARI")
    page.locator("#baris-basics-name").get_by_role("link", name="Ubah").click()
    page.get_by_label("Yang benar").fill("Sari Wulandari S.")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator("#baris-basics-name .words")).to_have_text("Sari Wulandari S.")
    page.get_by_role("button", name="Benar, lanjut").click()

    sending = page.url
    page.get_by_role("button", name="Kirim lamaran").click()
    expect(page.locator("#id_consent_apply")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Saya setuju").check()
    page.get_by_role("button", name="Kirim lamaran").click()
    expect(page.get_by_role("heading", name="Lamaran Anda terkirim")).to_be_visible()

    application = Application.objects.get()
    assert application.candidate.account == Account.objects.get(email="sari@contoh.id")
    assert Message.objects.filter(template="application_received").count() == 1
    page.goto(sending)
    expect(page.get_by_role("heading", name="Anda sudah melamar di sini")).to_be_visible()
    assert Application.objects.count() == 1


def test_two_answers_are_settled_by_one_press(open_as, as_sari, sari):
    cv = doubtful_cv(as_sari, sari)
    page = open_as(as_sari, f"/saya/cv/{cv.public_id}/", width=1100)
    row = page.locator("#baris-work-0-startDate")
    expect(row.locator("mark")).to_have_text(["Mar 2024", "Maret 2022"])
    row.get_by_role("button", name="Maret 2022").click()
    expect(row.locator(".words")).to_have_text("Maret 2022")
    assert cv.corrections.get().value == "2022-03"


def doubtful_cv(client, account) -> CV:
    client.post("/saya/cv/", {"cv": SimpleUploadedFile("CV Sari.txt", LETTER.encode())})
    cv = CV.objects.get(account=account)
    start = cv.text.index("Maret 2022")
    cv.document["evidence"]["/work/0/startDate"].append({"start": start, "end": start + len("Maret 2022"), "page": 1})
    cv.save()
    return cv


@pytest.fixture
def screens(as_sari, sari, budi, nusantara):
    """Addresses of every screen of this room, with something to show; those of a visitor first."""
    posting, closed = builders.a_posting(nusantara), builders.a_posting(nusantara, state="closed")
    cv = doubtful_cv(as_sari, sari)
    Jobseeker.objects.create(account=sari, cv=cv)
    application = builders.an_application(account=sari, days=9, cv=cv)
    late = builders.an_application(account=sari, days=1, cv=cv)
    Bookmark.objects.create(account=sari, posting=posting)
    save_search(sari, words="helpdesk bandung", chosen={})
    invite_member(nusantara, email=sari.email, role="recruiter", actor=budi.as_actor())
    invitation = Message.objects.get(template="invitation").params["path"]
    lamar, q = f"/loker/{posting.slug}/lamar/", f"?cv={cv.public_id}"
    visitor = [
        f"/masuk/?next={lamar}",
        "/daftar/",
        "/masuk/sandi/",
        "/akun/sandi/lupa/",
        make_sign_in_link(sari),
        "/masuk/tautan/x/",
        invitation,
    ]
    own = [
        *("/saya/", "/saya/profil/", "/saya/cv/", f"/saya/cv/{cv.public_id}/", f"/saya/cv/{cv.public_id}/?ubah=/skills"),
        *(f"/saya/cv/{cv.public_id}/?ubah=/work/0/endDate", f"/saya/cv/{cv.public_id}/?ubah=/work/-"),
        *(lamar, f"{lamar}periksa/{q}", f"{lamar}kirim/{q}", f"/loker/{closed.slug}/lamar/"),
        *("/saya/lamaran/", f"/saya/lamaran/{application.public_id}/", f"/saya/lamaran/{late.public_id}/terkirim/"),
        *("/saya/alert/?q=helpdesk", "/saya/simpanan/", "/saya/data/", "/saya/data/penghapusan/", invitation, "/rekrut/daftar/"),
        *(
            "/akun/",
            "/akun/email/",
            "/akun/sandi/buat/",
            "/akun/2fa/",
            "/akun/2fa/totp/activate/",
            "/akun/2fa/webauthn/",
            "/akun/logout/",
        ),
    ]
    return visitor, own


def test_no_screen_has_a_barrier(open_as, as_sari, screens):
    visitor, own = screens
    assert examine(open_as, None, visitor, height=HEIGHT) == []
    assert examine(open_as, as_sari, own, height=HEIGHT) == []
