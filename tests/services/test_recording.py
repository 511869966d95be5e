"""The log is a chain: no row can be changed unseen, and erasing a person breaks nothing."""

import builders
from tepat.models import Event
from tepat.services.recording import first_broken_seal, record_event, seal_events


def test_sealed_events_form_a_chain(db):
    for n in range(5):
        record_event("posting.drafted", posting=None, n=n)
    assert seal_events() == 5
    assert seal_events() == 0
    assert first_broken_seal() is None
    assert len(set(Event.objects.values_list("seal", flat=True))) == 5


def test_a_changed_row_is_found(db):
    for n in range(3):
        record_event("posting.drafted", n=n)
    seal_events()
    second = Event.objects.order_by("pk")[1]
    Event.objects.filter(pk=second.pk).update(params={"n": 99})
    assert first_broken_seal() == second.pk


def test_erasing_a_person_breaks_no_chain(db):
    account = builders.an_account("Sari")
    record_event("consent.given", actor=account.as_actor(), purpose="apply")
    record_event("posting.drafted")
    seal_events()
    account.delete()
    assert first_broken_seal() is None


def test_an_application_names_its_posting_and_organization(db):
    application = builders.an_application()
    event = record_event("application.viewed", application=application)
    assert (event.posting_id, event.organization_id) == (application.posting_id, application.posting.organization_id)


def test_deleting_a_posting_or_organization_breaks_no_chain(db):
    application = builders.an_application()
    record_event("application.viewed", application=application)
    seal_events()
    application.posting.organization.delete()
    assert Event.objects.count() == 1
    assert first_broken_seal() is None
