"""A form that was kept on a device and arrives late: only for the account that wrote it, with a plain answer and a new token."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client
from django.urls import reverse
from test_idempotency import NOT_REPEATABLE

import builders
from cast_of_tests import session_of
from tepat.config import static
from tepat.models import Application, Bookmark, Note
from tepat.web.outbox import NOBODY_TAG, device_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


def late(client: Client, path: str, form: dict[str, str], account) -> object:
    return client.post(path, form, headers={"Tepat-Outbox": device_tag(account.pk if account else None)})


def test_a_late_form_says_where_it_leads_and_what_the_page_would_say(as_sari, sari, posting):
    answer = late(as_sari, "/saya/alert/", {"q": "helpdesk"}, sari)
    assert answer.json() == {
        "leads_to": "/saya/alert/",
        "words": "Tersimpan. Kami menulis begitu ada loker yang pas.",
        "fault": False,
    }
    assert "Tersimpan. Kami" not in as_sari.get("/saya/alert/").content.decode()


def test_nothing_is_done_under_another_account(as_budi, sari, posting):
    answer = late(as_budi, f"/loker/{posting.slug}/simpanan/", {"keep": "1"}, sari)
    assert answer.status_code == 401
    assert not Bookmark.objects.exists()


def test_nothing_is_done_once_the_session_is_gone(client, sari, posting):
    assert late(client, f"/loker/{posting.slug}/simpanan/", {"keep": "1"}, sari).status_code == 401
    assert late(client, f"/loker/{posting.slug}/simpanan/", {"keep": "1"}, None).json()["fault"] is True


def test_a_refusal_in_words_is_a_fault(as_budi, budi, posting):
    application = builders.an_application(posting)
    answer = late(as_budi, f"/rekrut/lamaran/{application.public_id}/catatan/", {"words": " ", "key": "k"}, budi)
    assert answer.json()["fault"] is True
    assert answer.json()["words"]
    assert not Note.objects.exists()


def test_a_late_application_arrives_once_however_often_it_is_sent(as_sari, sari, posting):
    cv = builders.a_cv(account=sari)
    path, form = f"/loker/{posting.slug}/lamar/kirim/?cv={cv.public_id}", {"key": "k", "consent_apply": "on"}
    first, again = late(as_sari, path, form, sari).json(), late(as_sari, path, form, sari).json()
    assert first == again
    assert first["leads_to"] == f"/saya/lamaran/{Application.objects.get().public_id}/terkirim/"


def test_a_form_with_a_mistake_is_answered_with_its_page(as_sari, sari, posting):
    cv = builders.a_cv(account=sari)
    answer = late(as_sari, f"/loker/{posting.slug}/lamar/kirim/?cv={cv.public_id}", {"key": "k"}, sari)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert not Application.objects.exists()


def test_the_token_given_before_sending_late_is_good(sari, posting):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = session_of(sari).cookies
    path = f"/loker/{posting.slug}/simpanan/"
    assert late(browser, path, {"keep": "1"}, sari).status_code == 403
    session = browser.get("/luring/sesi/").json()
    assert session["account"] == device_tag(sari.pk)
    assert late(browser, path, {"keep": "1", "csrfmiddlewaretoken": session["csrf"]}, sari).status_code == 200


def test_leaving_an_account_empties_the_device(as_sari, sari, budi, client):
    assert "Clear-Site-Data" not in as_sari.get("/saya/").headers
    assert as_sari.post("/akun/logout/").headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in client.get("/loker/").headers


def test_a_tag_tells_accounts_apart_and_names_nobody(sari, budi, client, as_sari):
    tags = {device_tag(sari.pk), device_tag(budi.pk), NOBODY_TAG}
    assert len(tags) == 3
    assert str(sari.public_id) not in tags
    assert 'data-account="0"' in client.get("/loker/").content.decode()
    assert f'data-account="{device_tag(sari.pk)}"' in as_sari.get("/loker/").content.decode()


def test_what_lies_on_the_device_is_the_same_for_everyone(client, as_sari, sari):
    nobody, known = (c.get("/luring/?bahasa=en").content.decode() for c in (client, as_sari))
    assert known.replace(device_tag(sari.pk), NOBODY_TAG) == nobody
    assert "You are offline" in nobody
    assert "csrfmiddlewaretoken" not in known
    assert sari.email not in known


def test_the_worker_is_one_script_that_keeps_files_that_are_there(client):
    body = client.get("/sw.js").content.decode()
    assert client.get("/sw.js").headers["Cache-Control"] == "no-cache"
    shell = json.loads(re.search(r"self.SHELL = (.+);", body)[1])
    assert all(find(path.removeprefix("/static/")) for path in shell)
    assert "importScripts" not in body
    heads = ("const store = {", "async function keepUnsent(", 'self.addEventListener("fetch"')
    assert [body.count(head) for head in heads] == [1, 1, 1]


def test_what_may_not_be_repeated_never_waits():
    """The worker lets these addresses pass; no form that may wait leads there."""
    worker = (Path(static.__file__).parents[1] / "static/js/worker/worker.js").read_text()
    passes = re.search(r"if \(/(.+)/\.test\(pathname\)\) return false", worker)[1].replace("\\/", "/")
    for name in NOT_REPEATABLE:
        assert re.match(passes, reverse(name)), name
    for name in ("account_login", "account_change_password", "mfa_activate_totp", "invitation"):
        assert re.match(passes, reverse(name, args=["x"] if name == "invitation" else [])), name
    assert not re.match(passes, reverse("my_alerts"))
