"""A pile of CVs: the good ones go through, each bad one is listed with its reason and can be tried again."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import builders
from tepat.adapters.extract.sandbox import Sandbox
from tepat.domain.permissions import Actor
from tepat.models import Application, Candidate, Event, IntakeFile
from tepat.services import engines
from tepat.services.intake import read_intake, receive_files, retry_file

CV_TEXT = """{name}
{mail} | 0812-3456-{n:04d}
Bandung

PENGALAMAN KERJA
IT Support, PT Gudang Tiga Rasa
Januari 2021 – sekarang
- Instalasi Windows dan printer
- Konfigurasi jaringan LAN dan MikroTik

PENDIDIKAN
D3 Teknik Informatika, Politeknik Contoh Bandung, 2020

KEAHLIAN
Windows, MikroTik, Active Directory
"""
PERSONS = ("Bagas Prayogo", "Nadira Hasanah", "Made Suardika")


def cv(n=0, name=None):
    name = name or PERSONS[n % 3]
    return CV_TEXT.format(name=name, mail=f"orang{n}@surel.example", n=n).encode()


def upload(name, data):
    return SimpleUploadedFile(name, data)


@pytest.fixture(scope="module", autouse=True)
def sandbox():
    """One reading process for this file."""
    with Sandbox() as reader:
        before = engines._installed[0].reader
        engines._installed[0].reader = lambda: reader
        yield reader
        engines._installed[0].reader = before


@pytest.fixture
def posting(db):
    return builders.a_posting(musts=("MikroTik",), nices=())


@pytest.fixture
def actor(budi):
    return budi.as_actor()


def test_a_cv_becomes_an_application_with_a_match(posting):
    pile = receive_files(posting, [upload("cv.txt", cv())], actor=Actor())
    row = pile.files.get()
    assert (row.state, row.error_code) == ("done", "")
    application = row.application
    assert application.candidate.name == "Bagas Prayogo"
    assert application.candidate.email == "orang0@surel.example"
    assert application.match.must_total == 1
    pile.refresh_from_db()
    assert pile.finished_at is not None
    assert Event.objects.filter(code="application.created", application=application).count() == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.pdf", b"", "empty"),
        ("rusak.docx", b"PK\x03\x04" + b"\x00" * 200, "damaged"),
        ("cv.pdf", b"\x7fELF" + b"\x00" * 400, "unsupported_type"),
    ],
)
def test_a_bad_file_costs_only_itself(posting, name, data, code):
    pile = receive_files(posting, [upload(name, data), upload("baik.txt", cv(1))], actor=Actor())
    bad, good = pile.files.all()
    assert (bad.state, bad.error_code) == ("failed", code)
    assert good.state == "done"


def test_a_file_that_is_too_large_is_refused_unread(posting):
    pile = receive_files(
        posting, [upload("besar.pdf", b"%PDF" + b"x" * (21 * 1024 * 1024)), upload("baik.txt", cv(1))], actor=Actor()
    )
    bad, good = pile.files.all()
    assert (bad.state, bad.error_code, bad.cv, good.state) == ("failed", "too_large", None, "done")


def test_one_broken_cv_among_fifty_in_a_zip(posting):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for n in range(50):
            archive.writestr(f"lamaran/cv{n:02d}.txt", b"" if n == 17 else cv(n, name=f"Orang Contoh{chr(65 + n % 26)}"))
        archive.writestr("__MACOSX/._cv01.txt", b"litter")
    pile = receive_files(posting, [upload("semua.zip", packed.getvalue())], actor=Actor())
    assert pile.files.count() == 50
    assert [f.file_name for f in pile.files.filter(state="failed")] == ["semua.zip/lamaran/cv17.txt"]
    assert pile.files.filter(state="done").count() == 49


def test_a_damaged_zip_is_listed(posting):
    pile = receive_files(posting, [upload("semua.zip", b"PK\x03\x04 not a zip")], actor=Actor())
    assert [(f.state, f.error_code) for f in pile.files.all()] == [("failed", "damaged")]


def test_the_same_person_twice_is_one_application(posting):
    receive_files(posting, [upload("a.txt", cv(5))], actor=Actor())
    pile = receive_files(posting, [upload("b.txt", cv(5) + b"\nSIM C\n")], actor=Actor())
    assert pile.files.get().is_duplicate
    assert (Application.objects.count(), Candidate.objects.count()) == (1, 1)
    assert Application.objects.get().cv == pile.files.get().cv


def test_a_decided_application_keeps_its_cv(posting):
    first = receive_files(posting, [upload("a.txt", cv(5))], actor=Actor()).files.get().application
    Application.objects.update(stage="interview")
    receive_files(posting, [upload("b.txt", cv(5) + b"\nSIM C\n")], actor=Actor())
    assert Application.objects.get().cv_id == first.cv_id


def test_reading_again_changes_nothing(posting):
    pile = receive_files(posting, [upload("a.txt", cv(5))], actor=Actor())
    before = list(Event.objects.values_list("code", flat=True))
    read_intake.call(pile.pk)
    assert Application.objects.count() == 1
    assert list(Event.objects.values_list("code", flat=True)) == before


def test_a_failed_file_can_be_tried_again(posting, monkeypatch):
    pile = receive_files(posting, [upload("kosong.txt", b"")], actor=Actor())
    row = pile.files.get()
    retry_file(row)
    row.refresh_from_db()
    assert (row.state, row.error_code) == ("failed", "empty")
    IntakeFile.objects.update(state="failed", error_code="timeout")
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    row.cv.stored_as = default_storage.save("cv/again", ContentFile(cv(3)))
    row.cv.save()
    row.refresh_from_db()
    retry_file(row)
    row.refresh_from_db()
    assert row.state == "done"


def test_a_second_drop_joins_the_first(posting, actor):
    pile = receive_files(posting, [upload("a.txt", cv(1))], actor=actor)
    receive_files(posting, [upload("b.txt", cv(2))], actor=actor, intake=pile)
    assert list(pile.files.values_list("position", "file_name")) == [(1, "a.txt"), (2, "b.txt")]


@pytest.mark.parametrize(("as_pages", "names"), [(True, ["cv.txt", "1 (+1).zip"]), (False, ["cv.txt", "1.jpg", "2.jpg"])])
def test_photos_are_one_cv_or_each_its_own_as_the_recruiter_says(posting, as_pages, names):
    pages = [upload(f"{n}.jpg", b"\xff\xd8\xff" + bytes([n])) for n in (1, 2)]
    pile = receive_files(posting, [upload("cv.txt", cv()), *pages], actor=Actor(), as_pages=as_pages)
    assert list(pile.files.values_list("file_name", flat=True)) == names
    assert pile.files.get(file_name="cv.txt").state == "done"
