"""Invitations by link, registering an organization, choosing the one in use, the account's own page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import builders
from cast_of_tests import session_of
from tepat.domain.permissions import Actor
from tepat.models import Invitation, Membership, Message, Organization
from tepat.services.inviting import invite_member


@pytest.fixture
def path(nusantara, budi):
    invite_member(nusantara, email="sari@contoh.id", role="hiring_manager", actor=budi.as_actor())
    return str(Message.objects.get(template="invitation").params["path"])


def test_the_invited_person_joins_and_lands_where_the_seat_belongs(as_sari, sari, path, nusantara):
    assert "PT Nusantara" in as_sari.get(path).content.decode()
    answer = as_sari.post(path)
    assert answer["Location"] == "/masuk/tujuan/"
    assert as_sari.get(answer["Location"])["Location"] == "/rekrut/tinjau/"
    assert Membership.objects.get(account=sari).role == "hiring_manager"
    assert as_sari.session["organization"] == nusantara.pk


def test_looking_at_it_without_an_account_leads_through_signing_in(path):
    body = Client().get(path).content.decode()
    assert f"/masuk/?next={path}" in body
    assert "s…@contoh.id" in body
    assert "sari@contoh.id" not in body
    Client().post(path)
    assert not Membership.objects.filter(account__email="sari@contoh.id").exists()


def test_another_address_is_told_so_and_the_invitation_stays(path):
    answer = session_of(builders.an_account("Tono", email="tono@contoh.id")).post(path)
    assert answer.status_code == 200
    body = answer.content.decode()
    assert "tono@contoh.id" in body
    assert "sari@contoh.id" not in body
    assert Invitation.objects.open().exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"expires_at": timezone.now() - timedelta(days=1)}, "kedaluwarsa"),
        ({"withdrawn_at": timezone.now()}, "ditarik"),
        ({"accepted_at": timezone.now()}, "sudah diterima"),
    ],
)
def test_a_void_invitation_says_why(as_sari, path, change, said):
    Invitation.objects.update(**change)
    for call in (as_sari.get, as_sari.post):
        answer = call(path)
        assert answer.status_code == 410
        assert said in answer.content.decode()
    assert not Membership.objects.filter(account__email="sari@contoh.id").exists()


def test_an_unknown_invitation_says_so(client, db):
    answer = client.get("/undangan/tidak-ada/")
    assert answer.status_code == 410
    assert "tidak dikenal" in answer.content.decode()


def test_an_expired_invitation_can_be_sent_anew(path, nusantara):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert isinstance(invite_member(nusantara, email="sari@contoh.id", role="recruiter", actor=Actor()), Invitation)


def test_registering_makes_an_owner_once(as_sari, sari):
    key = as_sari.get("/rekrut/daftar/").content.decode().partition('name="key" value="')[2].partition('"')[0]
    given = {
        "name": "PT Baru Jaya",
        "city": "Solo",
        "website": "barujaya.contoh.id",
        "business_number": "1234567890123",
        "key": key,
    }
    answers = [as_sari.post("/rekrut/daftar/", given)["Location"] for _ in range(2)]
    assert answers == ["/rekrut/", "/rekrut/"]
    organization = Organization.objects.get(name="PT Baru Jaya")
    assert (organization.verification, organization.email_domain) == ("pending", "contoh.id")
    assert Membership.objects.get(account=sari).role == "owner"


def test_a_wrong_nib_is_said_at_the_field_and_nothing_is_lost(as_sari):
    body = as_sari.post("/rekrut/daftar/", {"name": "PT Baru", "business_number": "12"}).content.decode()
    assert "13 angka" in body
    assert 'value="PT Baru"' in body
    assert not Organization.objects.exists()


def test_only_an_own_organization_can_be_chosen(as_budi, budi, nusantara):
    second, other = builders.an_organization("PT Kedua"), builders.an_organization("PT Orang")
    builders.a_seat(budi, second, "hiring_manager")
    assert as_budi.post("/rekrut/pilih/", {"organization": other.public_id}).status_code == 404
    assert as_budi.post("/rekrut/pilih/", {"organization": second.public_id}).status_code == 302
    assert as_budi.session["organization"] == second.pk
    assert as_budi.get("/masuk/tujuan/")["Location"] == "/rekrut/tinjau/"


@pytest.mark.parametrize(
    "screen",
    [
        "/akun/",
        "/akun/email/",
        "/akun/sandi/buat/",
        "/akun/2fa/",
        "/akun/2fa/totp/activate/",
        "/akun/2fa/webauthn/",
        "/akun/logout/",
    ],
)
def test_every_page_of_the_account_is_ours_and_needs_signing_in(as_sari, client, sari, screen):
    answer = as_sari.get(screen, follow=True)
    assert answer.status_code == 200
    assert 'class="masthead"' in answer.content.decode()
    assert "placeholder=" not in answer.content.decode()
    if screen != "/akun/logout/":
        assert "/masuk/" in client.get(screen)["Location"]
