"""The same press arriving many times at the same moment, on a real database file: one application."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

import builders
from tepat.models import Application, Event, Message
from tepat.services.applying import apply_for_posting


@pytest.mark.django_db(transaction=True)
def test_the_same_press_eight_times_at_once_is_one_application(sari, nusantara):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("needs a database that threads can share")
    posting, cv = builders.a_posting(nusantara), builders.a_cv(account=sari, name="Sari")

    def press(key: str) -> object:
        try:
            return apply_for_posting(sari, posting=posting, cv=cv, idempotency_key=key)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        same = list(pool.map(press, ["kunci"] * 8))
        other = list(pool.map(press, [f"lain {n}" for n in range(8)]))
    assert len({a.pk for a in same if isinstance(a, Application)}) == 1
    assert not any(isinstance(a, Application) for a in other)
    assert Application.objects.count() == 1
    assert Message.objects.filter(template="application_received").count() == 1
    assert Event.objects.filter(code="application.created").count() == 1
