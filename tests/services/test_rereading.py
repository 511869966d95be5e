"""A better reader reads everything again: people's words stay, matches follow, and what changed is noted."""

from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage
from test_intake import cv, posting, sandbox, upload  # noqa: F401 - fixtures

import builders
from tepat.domain.permissions import Actor
from tepat.models import CV, Application, Event, IntakeFile, SearchChange
from tepat.services.correcting import correct_cv
from tepat.services.intake import receive_files
from tepat.services.reading import reader_version
from tepat.services.recovering import restart_lost_work
from tepat.services.rereading import reread_some, rereading, start_rereading
from tepat.services.screening import document_of

pytestmark = pytest.mark.django_db
OLD = "cv-0+older"


def made_old(row, **document):
    """As an older reader had left it."""
    row.document = {**row.document, **document}
    row.reader_version = OLD
    row.save()
    return row


@pytest.fixture
def applied(posting, budi):  # noqa: F811 - pytest's way
    """Bagas, whose CV an older reader read without his job and skills."""
    receive_files(posting, [upload("bagas.txt", cv(0))], actor=Actor(budi.pk))
    application = Application.objects.select_related("cv").get()
    made_old(application.cv, work=[], skills=[], meta={"experience_months": 0, "confidence": {}})
    application.match.delete()
    return Application.objects.select_related("cv").get()


def test_nothing_begins_where_everything_was_read_by_this_reader(posting, budi):  # noqa: F811
    receive_files(posting, [upload("bagas.txt", cv(0))], actor=Actor(budi.pk))
    assert start_rereading().waiting == 0
    assert not Event.objects.filter(code="cvs.rereading").exists()


def test_an_old_reading_is_made_new_and_the_match_follows(applied):
    assert rereading().waiting == 1
    start_rereading()
    assert rereading().waiting == 0
    read = CV.objects.get()
    assert read.reader_version == reader_version()
    assert "MikroTik RouterOS" in [s["name"] for s in read.document["skills"]]
    application = Application.objects.select_related("match").get()
    assert application.match.must_met == 1
    assert application.match.versions["reader"] == reader_version()


def test_what_changed_is_noted_in_codes_and_numbers(applied):
    start_rereading()
    noted = Event.objects.get(code="cv.reread")
    assert noted.application_id == applied.pk
    assert noted.params["skills_found"] >= 3
    assert (noted.params["skills_gone"], noted.params["months_before"]) == (0, 0)
    assert noted.params["months_now"] > 48
    assert all(isinstance(value, int) for value in noted.params.values())


def test_corrections_survive_and_follow_their_job(sari):
    own = builders.a_cv(account=sari, data=cv(0))
    job = {"name": "PT Gudang Tiga Rasa", "position": "Support", "startDate": "2021-01", "endDate": None, "type": "job"}
    extra = {"name": "Salah Baca", "position": "Januari", "type": "job"}
    made_old(own, work=[extra, job])
    correct_cv(own, path="/work/1/position", value="IT Support Senior", account=sari)
    correct_cv(own, path="/work/0", value=None, account=sari)
    SearchChange.objects.all().delete()
    start_rereading()
    read = CV.objects.prefetch_related("corrections").get()
    assert [w["position"] for w in read.document["work"]] == ["IT Support"]
    assert [w["position"] for w in document_of(read)["work"]] == ["IT Support Senior"]
    assert [(c.path, c.value_read, c.corrected_by_id) for c in read.corrections.all()] == [
        ("/work/0/position", "Support", sari.pk),
        ("", extra, sari.pk),
    ]
    assert SearchChange.objects.filter(kind="candidate", object_id=sari.pk).exists()


def test_an_ended_application_keeps_the_match_it_was_decided_on(applied):
    Application.objects.update(outcome="hired")
    start_rereading()
    assert CV.objects.get().reader_version == reader_version()
    assert not Event.objects.filter(code="cv.reread").exists()


def test_what_could_be_read_once_is_never_taken_away(sari):
    own = made_old(builders.a_cv(account=sari, data=b"\x7fELF" + b"\0" * 200))
    before = own.document
    start_rereading()
    own.refresh_from_db()
    assert (own.state, own.document, own.reader_version) == ("read", before, reader_version())


def test_a_file_that_can_be_read_now_joins_its_pile(posting, budi):  # noqa: F811
    receive_files(posting, [upload("bagas.txt", cv(0))], actor=Actor(budi.pk))
    Application.objects.all().delete()
    CV.objects.update(state="unreadable", error_code="no_text", reader_version=OLD)
    IntakeFile.objects.update(state="failed", error_code="no_text")
    start_rereading()
    assert IntakeFile.objects.get().state == "done"
    assert Application.objects.get().candidate.name == "Bagas Prayogo"


def test_a_file_that_still_cannot_be_read_is_asked_once(posting, budi):  # noqa: F811
    receive_files(posting, [upload("rusak.pdf", b"%PDF-1.4 rusak")], actor=Actor(budi.pk))
    CV.objects.update(reader_version=OLD)
    start_rereading()
    assert rereading().waiting == 0
    assert IntakeFile.objects.get().state == "failed"


def test_a_batch_that_was_killed_is_taken_up_again(applied, monkeypatch):
    from tepat.services import rereading as module

    lost = SimpleNamespace(enqueue=lambda: None, module_path=reread_some.module_path)
    monkeypatch.setattr(module, "reread_some", lost)  # killed before it read anything
    start_rereading()
    assert rereading().waiting == 1
    monkeypatch.undo()
    assert restart_lost_work() >= 1
    assert rereading().waiting == 0
    reread_some.call()  # once more does no harm
    assert Event.objects.filter(code="cv.reread").count() == 1


def test_a_file_that_is_gone_stops_nobody(sari, applied):
    gone = made_old(builders.a_cv(account=sari, data=b"x"))
    default_storage.delete(gone.stored_as)
    start_rereading()
    assert rereading().waiting == 0
    gone.refresh_from_db()
    assert gone.state == "read"


def test_cvs_without_a_file_are_left_alone(sari):
    made_old(builders.a_cv(account=sari))
    assert rereading().waiting == 0
