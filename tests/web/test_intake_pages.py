"""Dropping CVs: progress file by file, reasons in words, another organization sees nothing."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import builders
from tepat.models import Intake, IntakeFile
from tepat.web.recruiter.intake import left_words


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


@pytest.fixture
def pile(posting):
    pile = Intake.objects.create(posting=posting)
    application = builders.an_application(posting, name="Nadira Hasanah")
    IntakeFile.objects.create(
        intake=pile, position=1, file_name="nadira.pdf", state="done", application=application, cv=application.cv
    )
    bad = builders.a_cv(organization=posting.organization, state="unreadable", error_code="encrypted")
    IntakeFile.objects.create(intake=pile, position=2, file_name="terkunci.pdf", state="failed", error_code="encrypted", cv=bad)
    IntakeFile.objects.create(intake=pile, position=3, file_name="antre.pdf")
    return pile


def test_files_are_received_and_their_progress_shown(as_budi, posting):
    answer = as_budi.post(
        f"/rekrut/loker/{posting.public_id}/berkas/", {"files": [SimpleUploadedFile("kosong.pdf", b"")], "key": "k"}
    )
    pile = Intake.objects.get()
    assert answer["Location"] == f"/rekrut/berkas/{pile.public_id}/"
    assert "kosong.pdf" in as_budi.get(answer["Location"]).content.decode()


def test_a_double_press_is_one_pile(as_budi, posting):
    for _ in range(2):
        as_budi.post(f"/rekrut/loker/{posting.public_id}/berkas/", {"files": [SimpleUploadedFile("kosong.pdf", b"")], "key": "k"})
    assert (Intake.objects.count(), IntakeFile.objects.count()) == (1, 1)


def test_without_files_nothing_happens(as_budi, posting):
    answer = as_budi.post(f"/rekrut/loker/{posting.public_id}/berkas/", follow=True)
    assert "Belum ada berkas yang dipilih." in answer.content.decode()
    assert not Intake.objects.exists()


def test_progress_names_each_failure_with_its_reason(as_budi, pile):
    page = as_budi.get(f"/rekrut/berkas/{pile.public_id}/").content.decode()
    assert "2 dari 3 selesai" in page
    assert "terkunci.pdf" in page
    assert "kata sandi" in page
    assert "Nadira Hasanah" in page
    assert "Coba lagi" in page


def test_the_part_that_changes_asks_again_until_done(as_budi, pile):
    address = f"/rekrut/berkas/{pile.public_id}/"
    answer = as_budi.get(address, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    pile.files.filter(state="waiting").update(state="failed", error_code="damaged")
    assert as_budi.get(address, headers={"HX-Request": "true"}).status_code == 286


def test_foreign_piles_are_not_there(as_dewi, as_citra, as_sari, pile):
    failed = pile.files.get(state="failed")
    for session in (as_dewi, as_citra, as_sari):
        assert session.get(f"/rekrut/berkas/{pile.public_id}/").status_code == 404
        assert session.post(f"/rekrut/berkas/file/{failed.public_id}/ulang/").status_code == 404


def test_files_in_line_are_named_and_the_rest_counted(as_budi, pile):
    for n in range(4, 12):
        IntakeFile.objects.create(intake=pile, position=n, file_name=f"berkas-{n}.pdf")
    page = as_budi.get(f"/rekrut/berkas/{pile.public_id}/").content.decode()
    assert [name in page for name in ("antre.pdf", "berkas-7.pdf", "berkas-8.pdf")] == [True, True, False]
    assert "dan 4 lagi" in page


def test_more_failures_than_are_shown_still_end(as_budi, pile):
    pile.files.filter(state="waiting").delete()
    bad = [IntakeFile(intake=pile, position=n, file_name="x.pdf", state="failed", error_code="empty") for n in range(4, 106)]
    IntakeFile.objects.bulk_create(bad)
    answer = as_budi.get(f"/rekrut/berkas/{pile.public_id}/", headers={"HX-Request": "true"})
    assert answer.status_code == 286
    assert "104 dari 104 selesai" in answer.content.decode()
    assert "103 berkas tidak terbaca" in answer.content.decode()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "kurang dari satu menit lagi"), (125, "kira-kira 2 menit lagi"), (7300, "kira-kira 2 jam lagi")],
)
def test_the_time_left_is_said_in_calm_words(seconds, words):
    assert left_words(timedelta(seconds=seconds)) == words


def test_kinds_and_limit_are_named_before_the_upload(as_budi, posting):
    page = as_budi.get(f"/rekrut/loker/{posting.public_id}/berkas/").content.decode()
    for word in ("PDF", "DOCX", "DOC", "ODT", "RTF", "teks", "HTML", "JPEG", "PNG", "ZIP", "20 MB"):
        assert word in page
