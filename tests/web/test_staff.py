"""Operators: what waits, verification, moderation; nobody else gets in."""

import pytest

import builders
from cast_of_tests import session_of
from tepat.models import Event, Message, PostingReport
from tepat.services.sending import composed


@pytest.fixture
def as_operator(db):
    return session_of(builders.an_account("Operator", is_operator=True))


@pytest.fixture
def pending(db):
    organization = builders.an_organization("CV Baru", slug="baru", verification="pending")
    builders.a_seat(builders.an_account("Tono"), organization, "owner")
    return organization


ADDRESSES = ("/operator/", "/operator/verifikasi/", "/operator/moderasi/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_operators_get_in(as_operator, as_budi, as_sari, client, address):
    assert as_operator.get(address).status_code == 200
    assert [s.get(address).status_code for s in (as_budi, as_sari)] == [404, 404]
    assert client.get(address).status_code == 302


def test_verifying_tells_the_owner_and_lets_postings_out(as_operator, pending):
    posting = builders.a_posting(pending, state="in_moderation")
    as_operator.post(f"/operator/verifikasi/{pending.public_id}/", {"decision": "verified"})
    pending.refresh_from_db()
    posting.refresh_from_db()
    assert (pending.verification, posting.state) == ("verified", "published")
    assert Message.objects.get().template == "organization_verified"
    assert Event.objects.filter(code="organization.verified").count() == 1


def test_turning_down_needs_words(as_operator, pending):
    as_operator.post(f"/operator/verifikasi/{pending.public_id}/", {"decision": "rejected", "note": " "})
    pending.refresh_from_db()
    assert pending.verification == "pending"
    as_operator.post(f"/operator/verifikasi/{pending.public_id}/", {"decision": "rejected", "note": "NIB tidak ditemukan"})
    pending.refresh_from_db()
    assert (pending.verification, pending.verification_note) == ("rejected", "NIB tidak ditemukan")


def test_a_scam_posting_stays_when_the_firm_is_verified(as_operator, pending):
    reading = {"checks": [{"code": "scam.fee", "severity": "error", "params": {"quote": "biaya"}, "evidence": []}]}
    posting = builders.a_posting(pending, state="in_moderation", reading=reading)
    as_operator.post(f"/operator/verifikasi/{pending.public_id}/", {"decision": "verified"})
    posting.refresh_from_db()
    assert posting.state == "in_moderation"


@pytest.mark.parametrize(
    ("decision", "state", "subject"),
    [("publish", "published", "sudah terbit"), ("return", "draft", "menunggu perubahan"), ("close", "closed", "ditutup")],
)
def test_moderation_decides_and_tells_the_owner_why(as_operator, nusantara, decision, state, subject):
    owner = builders.an_account("Rini")
    builders.a_seat(owner, nusantara, "owner")
    posting = builders.a_posting(nusantara, state="in_moderation", title="Teknisi LAN")
    assert posting.title in as_operator.get("/operator/moderasi/").content.decode()
    note = "Hapus biaya <b>seragam</b> dari iklan."
    as_operator.post(f"/operator/moderasi/{posting.public_id}/", {"decision": decision, "note": note})
    posting.refresh_from_db()
    assert (posting.state, posting.moderation_note) == (state, note)
    letter = composed(Message.objects.get(template="posting_moderated", account=owner))
    assert subject in letter.subject
    assert note in letter.body
    page = session_of(owner).get(f"/rekrut/loker/{posting.public_id}/").content.decode()
    assert "Hapus biaya &lt;b&gt;seragam&lt;/b&gt; dari iklan." in page


@pytest.mark.parametrize("decision", ["return", "close"])
def test_giving_back_and_closing_need_words(as_operator, nusantara, decision):
    posting = builders.a_posting(nusantara, state="in_moderation")
    as_operator.post(f"/operator/moderasi/{posting.public_id}/", {"decision": decision, "note": " "})
    posting.refresh_from_db()
    assert posting.state == "in_moderation"
    assert not Message.objects.exists()


def test_what_was_decided_is_not_decided_twice(as_operator, nusantara):
    posting = builders.a_posting(nusantara, state="in_moderation")
    address = f"/operator/moderasi/{posting.public_id}/"
    as_operator.post(address, {"decision": "publish"})
    as_operator.post(address, {"decision": "close", "note": "Terlambat"})
    posting.refresh_from_db()
    assert (posting.state, posting.moderation_note) == ("published", "")
    said = as_operator.post(address, {"decision": "apa saja"}, follow=True).content.decode()
    assert "Sebutkan apa yang harus dilakukan dengannya." in said


def test_a_report_is_settled(as_operator, nusantara):
    report = PostingReport.objects.create(
        posting=builders.a_posting(nusantara), reason="fee", words="Diminta biaya <b>seragam</b>"
    )
    page = as_operator.get("/operator/moderasi/").content.decode()
    assert "&lt;b&gt;seragam" in page
    as_operator.post(f"/operator/laporan/{report.pk}/selesai/")
    report.refresh_from_db()
    assert report.settled_at is not None


def test_operators_see_old_readings_and_begin_the_new_one(as_operator):
    old = builders.a_cv(data=b"Bagas Prayogo\nbagas@contoh.id\n0812-3456-7890\nKEAHLIAN\nLinux\n", name="Bagas")
    old.reader_version = "cv-0+older"
    old.save()
    assert "1 CV dibaca dengan pembaca lama" in as_operator.get("/operator/").content.decode()
    assert as_operator.get("/operator/baca-ulang/").status_code == 286
    assert as_operator.post("/operator/baca-ulang/mulai/").status_code == 302
    assert "pembaca lama" not in as_operator.get("/operator/").content.decode()
