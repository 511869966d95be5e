"""Who must have a second factor gets nothing without one: operators, and members of organizations that ask for it."""

import pytest

import builders
from cast_of_tests import session_of
from tepat.models import Event, JobPosting, Organization
from tepat.models.events import DEMO_LOADED
from tepat.web.policies import policy_of, routes

SET_UP = "/akun/pengaman/?next="


@pytest.fixture
def bare_operator(db):
    return builders.an_account("Oni", is_operator=True, second_factor=False)


@pytest.fixture
def rini(nusantara):
    account = builders.an_account("Rini")
    builders.a_seat(account, nusantara, "owner")
    return account


def plain_addresses(prefix):
    """Every address of a policy that begins so and names no row."""
    found = [(f"/{pattern}", policy_of(view)) for pattern, _name, view in routes() if "<" not in pattern]
    return [path for path, policy in found if policy.startswith(prefix)]


def test_every_page_of_the_staff_room_waits_for_it(bare_operator):
    session = session_of(bare_operator)
    addresses = plain_addresses("operator")
    assert len(addresses) >= 3
    for path in addresses:
        assert session.get(path)["Location"] == SET_UP + path
    assert session.get("/masuk/tujuan/")["Location"] == "/operator/"


def test_an_operator_without_one_sees_no_more_than_anybody(bare_operator, nusantara):
    draft = builders.a_posting(nusantara, state="draft")
    actor = bare_operator.as_actor()
    assert not actor.is_operator
    assert not JobPosting.objects.visible_to(actor).filter(pk=draft.pk).exists()
    builders.a_second_factor(bare_operator)
    assert bare_operator.as_actor().is_operator
    assert JobPosting.objects.visible_to(bare_operator.as_actor()).filter(pk=draft.pk).exists()


def test_the_page_says_why_and_leads_on_once_it_is_there(bare_operator):
    session = session_of(bare_operator)
    page = session.get("/akun/pengaman/?next=/operator/verifikasi/").content.decode()
    assert "Pengaman kedua dulu" in page
    assert "/akun/2fa/totp/activate/" in page
    assert "/akun/2fa/webauthn/add/" in page
    builders.a_second_factor(bare_operator)
    assert session.get("/akun/pengaman/")["Location"] == "/operator/verifikasi/"
    assert session.get("/operator/verifikasi/").status_code == 200


def test_no_strange_address_is_led_to(bare_operator):
    session = session_of(bare_operator)
    session.get("/akun/pengaman/?next=//jahat.example/")
    builders.a_second_factor(bare_operator)
    assert session.get("/akun/pengaman/")["Location"] == "/masuk/tujuan/"


def test_a_demo_lets_its_operator_look_around_and_says_so(bare_operator):
    Event.objects.create(code=DEMO_LOADED)
    page = session_of(bare_operator).get("/operator/")
    assert page.status_code == 200
    assert "Di sini operator masuk tanpa pengaman kedua." in page.content.decode()


def test_an_owner_asks_it_of_everyone(rini, budi, as_budi, nusantara):
    builders.a_second_factor(rini)
    as_rini = session_of(rini)
    posting = builders.a_posting(nusantara, state="draft")
    assert "2 anggota" not in as_rini.get("/rekrut/anggota/").content.decode()
    as_rini.post("/rekrut/anggota/pengaman/", {"asked": "1"})
    assert Event.objects.filter(code="organization.second_factor_asked").count() == 1
    for path in plain_addresses("member:see_desk"):
        assert as_budi.get(path)["Location"] == SET_UP + path
    assert budi.as_actor().seats == ()
    assert not JobPosting.objects.editable_by(budi.as_actor()).filter(pk=posting.pk).exists()
    assert "PT Nusantara meminta pengaman kedua" in as_budi.get("/akun/pengaman/").content.decode()
    assert as_rini.get("/rekrut/").status_code == 200
    builders.a_second_factor(budi)
    assert as_budi.get("/rekrut/").status_code == 200
    as_rini.post("/rekrut/anggota/pengaman/", {})
    assert not Organization.objects.get(pk=nusantara.pk).asks_second_factor


def test_a_seat_elsewhere_is_not_touched(budi, nusantara):
    other = builders.an_organization("PT Lain", slug="lain")
    builders.a_seat(budi, other, "recruiter")
    Organization.objects.filter(pk=nusantara.pk).update(asks_second_factor=True)
    assert [s.organization_id for s in budi.as_actor().seats] == [other.pk]


def test_nobody_locks_themselves_out(rini, nusantara):
    session = session_of(rini)
    answer = session.post("/rekrut/anggota/pengaman/", {"asked": "1"}, follow=True)
    assert "Siapkan dulu pengaman kedua untuk Anda sendiri" in answer.content.decode()
    assert not Organization.objects.get(pk=nusantara.pk).asks_second_factor


def test_only_owners_ask_it(as_budi):
    assert as_budi.post("/rekrut/anggota/pengaman/", {"asked": "1"}).status_code == 404


def test_what_was_typed_waits_too(bare_operator):
    session = session_of(bare_operator)
    sent = session.post("/operator/moderasi/x/", {"note": "Kata"}, headers={"referer": "http://testserver/operator/moderasi/"})
    assert sent["Location"] == f"{SET_UP}/operator/moderasi/"
    assert session.session["typed"] == {"/operator/moderasi/": {"note": ["Kata"]}}
