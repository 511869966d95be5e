"""A passkey is added and signs in; no script of these pages is stopped by the policy for content."""

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_is_added_and_signs_in(open_as, as_sari, sari, live_server):
    EmailAddress.objects.create(user=sari, email=sari.email, primary=True, verified=True)
    page = open_as(as_sari, "/akun/", width=1100)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    page.get_by_role("link", name="Atur passkey").click()
    page.get_by_role("link", name="Tambahkan passkey").click()
    page.locator("[name=name]").fill("Ponsel Sari")
    page.locator("[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/akun/2fa/**", wait_until="load")
    expect(page.locator("#mfa_webauthn_add")).to_have_count(0)
    page.goto("/akun/2fa/webauthn/")
    expect(page.get_by_text("Ponsel Sari").first).to_be_visible()

    page.context.clear_cookies()
    page.goto("/masuk/?next=/saya/data/")
    page.get_by_role("button", name="Masuk dengan passkey").click()
    expect(page).to_have_url(f"{live_server.url}/saya/data/")
    assert said == []
