"""Coming in by a code, by a one-time link, by a password; what bad input gets."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

import builders
from tepat.models import Account, Event, Message, SignInLink
from tepat.services.signing_in import forget_unconfirmed_accounts, make_sign_in_link


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests():
    cache.clear()


CODE = re.compile(r"\b([A-Z0-9]{4}-[A-Z0-9]{4}|[A-Z0-9]{6,8})\b")


def code_of(letter) -> str:
    found = CODE.search(letter.body)
    assert found, letter.body
    return found[1]


def come_in(client: Client, email: str, *, at: str = "/masuk/", **fields: str):
    """The whole way: address, code, in. The answer to the code."""
    asked = client.post(at, {"email": email, **fields})
    assert asked.status_code == 302, asked.content
    return client.post(asked["Location"].partition("?")[0], {"code": code_of(mail.outbox[-1]), **fields})


@pytest.mark.django_db
def test_a_code_signs_in_and_is_forgotten_once_sent(sari):
    client = Client()
    answer = come_in(client, "Sari@Contoh.id")
    assert (answer.status_code, answer["Location"]) == (302, "/masuk/tujuan/")
    assert client.session["_auth_user_id"] == str(sari.pk)
    assert mail.outbox[0].to == ["sari@contoh.id"]
    row = Message.objects.get()
    assert row.state == "sent"
    assert "code" not in row.params


@pytest.mark.django_db
def test_an_unknown_address_gets_the_same_page_and_an_account(sari):
    known, unknown = Client(), Client()
    a = known.post("/masuk/", {"email": sari.email})
    b = unknown.post("/daftar/", {"email": "baru@contoh.id"})
    assert (a.status_code, a["Location"]) == (b.status_code, b["Location"])
    assert mail.outbox[0].subject.replace(code_of(mail.outbox[0]), "") == mail.outbox[1].subject.replace(
        code_of(mail.outbox[1]), ""
    )
    unknown.post(b["Location"], {"code": code_of(mail.outbox[1])})
    fresh = Account.objects.get(email="baru@contoh.id")
    assert unknown.session["_auth_user_id"] == str(fresh.pk)
    assert not fresh.has_usable_password()
    assert Event.objects.filter(code="account.made").count() == 1


@pytest.mark.django_db
def test_signing_in_leads_back_to_where_one_was(sari):
    answer = come_in(Client(), sari.email, next="/saya/lamaran/")
    assert answer["Location"] == "/saya/lamaran/"


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "//jahat.example/", "/\\jahat.example"])
def test_nobody_is_led_to_another_site(sari, elsewhere):
    assert come_in(Client(), sari.email, next=elsewhere)["Location"] == "/masuk/tujuan/"


@pytest.mark.django_db
def test_a_wrong_code_is_said_at_the_field(sari):
    client = Client()
    asked = client.post("/masuk/", {"email": sari.email})
    answer = client.post(asked["Location"], {"code": "SALAH-SALAH"})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "said"), [("", "Ketik alamat email Anda."), ("sari", "nama@contoh.id")])
def test_a_wrong_address_is_said_at_the_field_and_stays_typed(typed, said):
    answer = Client().post("/masuk/", {"email": typed})
    assert said in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode() or not typed
    assert not mail.outbox


@pytest.mark.django_db
def test_a_machine_that_fills_the_hidden_field_gets_the_page_and_nothing_else():
    answer = Client().post("/masuk/", {"email": "robot@contoh.id", "telepon_kantor": "021"})
    assert answer.status_code == 302
    assert not mail.outbox
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_codes_are_not_sent_without_end(sari):
    answers = [Client().post("/masuk/", {"email": sari.email}).status_code for _ in range(7)]
    assert len(mail.outbox) == 5
    assert answers[-1] != 302


@pytest.mark.django_db
def test_a_suspended_account_does_not_come_in(sari):
    Account.objects.filter(pk=sari.pk).update(is_active=False)
    client = Client()
    come_in(client, sari.email)
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_password_signs_in(sari):
    sari.set_password("kata sandi panjang")
    sari.save()
    client = Client()
    assert client.post("/masuk/sandi/", {"login": sari.email, "password": "salah sekali"}).status_code == 200
    answer = client.post("/masuk/sandi/", {"login": sari.email, "password": "kata sandi panjang"})
    assert answer.status_code == 302


@pytest.mark.django_db
def test_the_destination_depends_on_the_role(client, sari, budi, citra):
    operator = builders.an_account("Oni", is_operator=True)
    assert client.get("/masuk/tujuan/")["Location"].startswith("/masuk/?next=")
    for account, path in ((sari, "/saya/"), (budi, "/rekrut/"), (citra, "/rekrut/tinjau/"), (operator, "/operator/")):
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get("/masuk/tujuan/")["Location"] == path


@pytest.mark.django_db
def test_a_link_is_used_up_by_pressing_not_by_looking(sari):
    path = make_sign_in_link(sari, next_path="/saya/lamaran/")
    preview, person = Client(), Client()
    for _ in range(3):
        assert preview.get(path).status_code == 200
    answer = person.post(path)
    assert (answer.status_code, answer["Location"]) == (302, "/saya/lamaran/")
    assert person.session["_auth_user_id"] == str(sari.pk)
    again = Client().post(path)
    assert again.status_code == 410
    assert "tidak berlaku lagi" in again.content.decode()


@pytest.mark.django_db
def test_a_link_that_is_old_or_unknown_says_so(sari):
    path = make_sign_in_link(sari)
    SignInLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(path).status_code == 410
    assert Client().post(path).status_code == 410
    assert Client().get("/masuk/tautan/tidak-ada/").status_code == 410


@pytest.mark.django_db
def test_a_link_signs_out_whoever_was_signed_in(sari, as_budi):
    as_budi.post(make_sign_in_link(sari))
    assert as_budi.session["_auth_user_id"] == str(sari.pk)


@pytest.mark.django_db
def test_addresses_nobody_came_in_with_are_forgotten(sari):
    for email, days in (("lama@contoh.id", 3), ("baru@contoh.id", 1)):
        Client().post("/masuk/", {"email": email})
        Account.objects.filter(email=email).update(joined_at=timezone.now() - timedelta(days=days))
    Account.objects.filter(pk=sari.pk).update(joined_at=timezone.now() - timedelta(days=9), last_login=timezone.now())
    assert forget_unconfirmed_accounts() == 1
    assert set(Account.objects.values_list("email", flat=True)) == {"baru@contoh.id", "sari@contoh.id"}
