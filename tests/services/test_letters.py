"""Letters: every one in both languages, short, plain, without anything that reports back."""

import re

import pytest
from django.utils import translation

import builders
from tepat.models import Message
from tepat.services.letters import ACCOUNT_LETTERS, ALL_LETTERS
from tepat.services.sending import composed, put_letter, send_letter

PARAMS = {
    "code": "ABCD-EFGH",
    "path": "/saya/lamaran/x/",
    "organization_name": "PT Nusantara <b>",
    "role": "recruiter",
    "note": "NIB tidak cocok",
    "posting_title": "IT Support",
    "count": 2,
    "words": "helpdesk bandung",
    "stop_path": "/alert/a/berhenti/t/",
}


@pytest.fixture
def letter(db):
    def write(name: str, language: str):
        posting = builders.a_posting(title="IT Support & Jaringan")
        application = builders.an_application(posting, account=builders.an_account("Sari"))
        params = PARAMS | {"posting_ids": [posting.pk]}
        return composed(put_letter(name, to="sari@contoh.id", params=params, application=application, language=language))

    return write


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ALL_LETTERS)
def test_a_letter_is_short_plain_and_whole(letter, name, language):
    mail = letter(name, language)
    html = str(mail.alternatives[0][0])
    assert mail.subject
    assert "\n" not in mail.subject
    assert len(html.encode()) < 60_000
    assert not re.search(r"<img|<script|<link|https?://(?!127\.0\.0\.1:8000)", html)
    for part in (mail.subject, mail.body, html):
        assert "{{" not in part
        assert "%(" not in part
        assert "None" not in part
    assert "&lt;b&gt;" in html or "PT Nusantara <b>" not in html
    assert "&amp;" not in mail.subject + mail.body
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
    assert ("List-Unsubscribe" in mail.extra_headers) is (mail.extra_headers.get("List-Unsubscribe-Post") is not None)


def test_the_two_languages_differ(letter):
    for name in ALL_LETTERS:
        assert letter(name, "id").body != letter(name, "en").body, name


def test_an_alert_can_be_stopped_by_one_click(letter):
    mail = letter("alert_postings", "id")
    assert mail.extra_headers["List-Unsubscribe"] == "<http://127.0.0.1:8000/alert/a/berhenti/t/>"
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_every_letter_of_allauth_has_one_of_ours():
    from pathlib import Path

    import allauth.account
    import allauth.mfa

    folder = Path(str(allauth.account.__file__)).parents[1] / "templates"
    theirs = {
        str(path.relative_to(folder)).removesuffix("_subject.txt")
        for part in ("account", "mfa")
        for path in (folder / part / "email").glob("*_subject.txt")
    }
    links_only = {"account/email/password_reset_key"}
    assert theirs - links_only == set(ACCOUNT_LETTERS)


def test_a_code_is_forgotten_once_its_letter_has_left(db):
    with translation.override("en"):
        message = put_letter("account_code", to="sari@contoh.id", params={"code": "ABCD-EFGH"}, language="en")
    assert send_letter(message)
    assert Message.objects.get().params == {}
