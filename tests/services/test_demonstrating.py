"""The demo: through the real services, whole or not there, with something on every screen."""

from datetime import date

import pytest

from tepat.adapters.generator.showcase import demo_cvs, load_demo
from tepat.models import Account, Application, JobPosting, Match, Membership, Move, Organization, Share, SignInLink
from tepat.services import demonstrating, engines
from tepat.services.searching import search_people, search_postings

CVS = 16


@pytest.fixture
def demo(db):
    cvs = demo_cvs(date(2026, 11, 22))
    demonstrating.load_demo(load_demo(), cvs[:CVS])
    yield
    engines.reader().close()


def test_every_screen_and_every_role_has_something(demo):
    assert demonstrating.is_demo()
    assert Organization.objects.count() == 3
    assert Organization.objects.filter(verification="pending").count() == 1
    assert JobPosting.objects.count() >= 38
    assert JobPosting.objects.live().count() >= 30
    assert Application.objects.count() >= CVS
    assert Match.objects.count() == Application.objects.count(), "every application is matched"
    assert {"advance", "reject"} <= set(Move.objects.values_list("kind", flat=True))
    assert Share.objects.filter(membership__account__email__startswith="citra@").exists()
    found = search_postings("helpdesk", chosen={}, least_pay=None, sort="relevance", start=0, size=20, facets=())
    assert found.total >= 2
    budi = Account.objects.get(email__startswith="budi@")
    people = search_people("", chosen={}, least_months=None, start=0, size=20, facets=(), actor=budi.as_actor())
    assert people.total >= 3

    links = demonstrating.demo_links()
    assert len(links) == 4
    assert len({path for _, path in links}) == 4
    assert SignInLink.objects.usable().count() == 4
    assert Membership.objects.filter(account__sign_in_links__next_path="/rekrut/tinjau/").get().role == "hiring_manager"
