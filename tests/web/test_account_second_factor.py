"""A second factor: an authenticator app is switched on, asked for, and switched off; passkeys are offered."""

import hmac
import re
import struct
import time
from base64 import b32decode

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tepat.models import Message


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests():
    cache.clear()


def app_code(secret: str) -> str:
    """The six digits an authenticator app shows now (RFC 6238)."""
    key = b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def come_in(email: str) -> tuple[Client, str]:
    client = Client()
    asked = client.post("/masuk/", {"email": email})
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", mail.outbox[-1].body)
    assert code
    return client, client.post(asked["Location"], {"code": code[0]})["Location"]


def test_an_app_is_switched_on_asked_for_and_switched_off(sari, django_capture_on_commit_callbacks):
    client, _ = come_in(sari.email)
    page = client.get("/akun/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="authenticator_secret"[^>]*value="([A-Z2-7]+)"', page)
    assert secret
    assert 'aria-invalid="true"' in client.post("/akun/2fa/totp/activate/", {"code": "000000"}).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/akun/2fa/totp/activate/", {"code": app_code(secret[1])}).status_code == 302
    assert Message.objects.filter(template="account_protection_on", to_address=sari.email).exists()

    cache.clear()
    again, led_to = come_in(sari.email)
    assert led_to == "/akun/2fa/authenticate/"
    assert "_auth_user_id" not in again.session
    assert again.get(led_to).status_code == 200
    assert again.post(led_to, {"code": "000000"}).status_code == 200
    cache.clear()
    assert again.post(led_to, {"code": app_code(secret[1])})["Location"] == "/masuk/tujuan/"
    assert again.session["_auth_user_id"] == str(sari.pk)

    asked_again = again.post("/akun/2fa/totp/deactivate/")["Location"]
    assert asked_again.startswith("/akun/2fa/reauthenticate/?next=")
    assert again.get(asked_again).status_code == 200
    cache.clear()
    again.post(asked_again, {"code": app_code(secret[1])})
    assert again.post("/akun/2fa/totp/deactivate/").status_code == 404
    assert Message.objects.filter(template="account_protection_off").exists()


def test_passkeys_are_offered(sari, client):
    assert "passkey_login" in client.get("/masuk/").content.decode()
    inside, _ = come_in(sari.email)
    assert inside.get("/akun/2fa/webauthn/add/").status_code == 200
    assert client.get("/akun/2fa/webauthn/login/", HTTP_X_REQUESTED_WITH="XMLHttpRequest").status_code == 200


def test_a_forgotten_password_is_replaced_by_a_code(sari):
    sari.set_password("kata sandi lama sekali")
    sari.save()
    client = Client()
    asked = client.post("/akun/sandi/lupa/", {"email": sari.email})
    assert asked["Location"] == "/akun/sandi/lupa/kode/"
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", mail.outbox[-1].body)
    assert code
    typed = client.post("/akun/sandi/lupa/kode/", {"code": code[0]})
    assert typed["Location"] == "/akun/sandi/lupa/baru/"
    short = client.post("/akun/sandi/lupa/baru/", {"password1": "pendek", "password2": "pendek"})
    assert 'aria-invalid="true"' in short.content.decode()
    client.post("/akun/sandi/lupa/baru/", {"password1": "jerapah makan awan", "password2": "jerapah makan awan"})
    sari.refresh_from_db()
    assert sari.check_password("jerapah makan awan")
