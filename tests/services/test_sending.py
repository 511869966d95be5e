"""Letters: once, later, not at all; over real SMTP; a repeat is the same letter."""

import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.test import override_settings
from django.utils import timezone

import builders
from tepat.models import Message
from tepat.services.sending import composed, put_letter, recall_letter, send_due_letters


@pytest.fixture
def application(db):
    return builders.an_application(account=builders.an_account("Sari", email="sari@surel.example"))


def letter(application, **more):
    return put_letter("application_received", to=application.candidate.account, params={}, application=application, **more)


def test_a_due_letter_is_sent_once(application):
    letter(application)
    assert (send_due_letters(), send_due_letters(), len(mail.outbox)) == (1, 0, 1)
    assert mail.outbox[0].to == ["sari@surel.example"]
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_letter_waits_and_can_be_recalled(application):
    message = letter(application, run_after=timezone.now() + timedelta(minutes=30))
    assert send_due_letters() == 0
    assert recall_letter(message)
    Message.objects.update(run_after=timezone.now())
    assert (send_due_letters(), len(mail.outbox)) == (0, 0)


def test_a_sent_letter_cannot_be_recalled(application):
    message = letter(application)
    send_due_letters()
    assert not recall_letter(message)


def test_one_letter_per_key(application):
    assert letter(application, dedupe_key="k") is not None
    assert letter(application, dedupe_key="k") is None
    assert Message.objects.count() == 1


def test_a_failing_server_means_later_again(application, monkeypatch):
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", _refuse)
    message = letter(application)
    assert send_due_letters() == 0
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == ("waiting", 1, "ConnectionRefusedError")
    assert message.run_after > timezone.now()


def _refuse(*_):
    raise ConnectionRefusedError


def test_repeats_carry_the_same_message_id(application):
    message = letter(application)
    first, second = composed(message), composed(message)
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert message.public_id in first.extra_headers["Message-ID"]


def test_letters_follow_the_language_of_their_reader(application):
    message = letter(application)
    indonesian = composed(message).subject
    message.language = "en"
    assert composed(message).subject != indonesian


class Sink:
    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        self.taken.append(envelope)
        return "250 OK"


def test_a_real_smtp_server_takes_it(application):
    sink = Sink()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=port
        ):
            letter(application)
            assert send_due_letters() == 1
    finally:
        controller.stop()
    assert [e.rcpt_tos for e in sink.taken] == [["sari@surel.example"]]
    assert b"Message-ID" in sink.taken[0].content
