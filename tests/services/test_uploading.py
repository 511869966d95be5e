"""A CV of one's own goes for good: row, text, provenance, file, index; not under a running application."""

import pytest
from django.core.files.storage import default_storage

import builders
from tepat.domain.refusal import Refusal
from tepat.models import CV, Correction, Event, Jobseeker, Match, SearchChange
from tepat.services.deciding import decide_application
from tepat.services.uploading import remove_own_cv


@pytest.fixture
def cv(sari):
    made = builders.a_cv(account=sari, name="Sari", data=b"isi berkas")
    Correction.objects.create(cv=made, path="/basics/name", value="Sari", value_read="SARI", corrected_by=sari)
    Jobseeker.objects.create(account=sari, cv=made)
    return made


def remove(cv, sari, callbacks):
    with callbacks(execute=True):
        return remove_own_cv(cv, account=sari)


def test_nothing_of_it_is_left(sari, cv, django_capture_on_commit_callbacks):
    key, public_id = cv.stored_as, cv.public_id
    assert remove(cv, sari, django_capture_on_commit_callbacks) is None
    assert not CV.objects.filter(account=sari).exists()
    assert not Correction.objects.exists()
    assert not default_storage.exists(key)
    assert Jobseeker.objects.get(account=sari).cv is None
    assert SearchChange.objects.filter(kind="candidate", object_id=sari.pk).exists()
    event = Event.objects.get(code="cv.removed")
    assert event.params == {"cv": public_id}


def test_the_last_confirmed_one_takes_its_place(sari, cv, django_capture_on_commit_callbacks):
    from django.utils import timezone

    older = builders.a_cv(account=sari, name="Sari Lama", confirmed_at=timezone.now())
    builders.a_cv(account=sari, name="Sari Salah")
    remove(cv, sari, django_capture_on_commit_callbacks)
    assert Jobseeker.objects.get(account=sari).cv == older


def test_a_running_application_keeps_what_was_sent_with_it(sari, cv, budi, django_capture_on_commit_callbacks):
    application = builders.an_application(account=sari, cv=cv)
    assert remove(cv, sari, django_capture_on_commit_callbacks) == Refusal("cv_in_use")
    decide_application(application, kind="reject", actor=budi.as_actor(), reason="other")
    assert remove(cv, sari, django_capture_on_commit_callbacks) == Refusal("cv_in_use"), "a rejection still secret betrays itself"
    assert CV.objects.filter(pk=cv.pk).exists()


def test_after_withdrawing_it_goes_at_the_firm_too(sari, cv, django_capture_on_commit_callbacks):
    application = builders.an_application(account=sari, cv=cv)
    decide_application(application, kind="withdraw", actor=sari.as_actor())
    assert remove(cv, sari, django_capture_on_commit_callbacks) is None
    application.refresh_from_db()
    assert application.cv is None
    assert not Match.objects.filter(application=application).exists()
