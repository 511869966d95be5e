"""The fit check: judged in passing, kept only at a wish, read by nobody else."""

import json
import logging
import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tepat.adapters.guides import load_guide
from tepat.domain.occupations.fitting import shown_answers
from tepat.models import Event, FitCheck
from tepat.services.erasing import erase_account
from tepat.web.public import fit_check

pytestmark = pytest.mark.django_db
ADDRESS = "/peran/it-helpdesk/cocok/"
SITUATIONS = load_guide("it-helpdesk").situations


def chosen(**other: str) -> dict[str, str]:
    """A form with all answers `yes`, or what is said of a situation."""
    wanted = {s.key: other.get(s.key.replace("-", "_"), other.get("rest", "yes")) for s in SITUATIONS}
    letters = {s.key: next(letter for letter, a in shown_answers(s) if a.fitting == wanted[s.key]) for s in SITUATIONS}
    return {f"situation-{key}": letter for key, letter in letters.items()}


def test_twelve_situations_stand_on_one_page_without_telling_which_answer_is_which(client):
    html = client.get(ADDRESS).content.decode()
    assert html.count("<fieldset") == 12
    assert html.count('type="radio"') == 36
    assert set(re.findall(r'type="radio" name="situation-[\w-]+" value="(\w+)"', html)) == {"a", "b", "c"}
    assert 'name="outbox"' not in html  # no form of answers waits on the device, so none is drafted there
    assert "checked" not in re.findall(r"<input[^>]+>", html)[5]


@pytest.mark.parametrize(("kind", "word"), [("yes", "Cocok"), ("partly", "Cocok bersyarat"), ("no", "Kurang cocok")])
def test_answers_give_a_verdict_with_its_reasons(client, kind, word):
    response = client.post(ADDRESS, chosen(rest=kind))
    html = response.content.decode()
    assert response.status_code == 200
    assert f"</span>{word}</h1>" in html
    assert html.count('class="dot own"></span><div>') == (12 if kind == "yes" else 0)
    assert ("Yang bisa mengubahnya" in html) is (kind != "yes")
    assert SITUATIONS[0].why.text_id in html


def test_what_would_change_it_is_the_least_that_would(client):
    html = client.post(ADDRESS, chosen(third_call="no")).content.decode()
    block = re.search(r'<section class="stack sunken">(.*?)</section>', html, re.DOTALL)[1]
    assert "Cocok bersyarat" in html
    assert block.count("<li>") == 1
    assert SITUATIONS[0].change.text_id in block


def test_a_missing_answer_is_named_and_the_others_stay(client):
    form = chosen()
    del form["situation-third-call"]
    response = client.post(ADDRESS, form)
    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#s1"' in html
    assert "1 situasi belum dijawab" in html
    assert html.count(" checked>") == 11


@pytest.mark.parametrize("letter", ["", "d", "yes", "<script>"])
def test_an_answer_that_is_none_counts_as_missing(client, letter):
    response = client.post(ADDRESS, chosen() | {"situation-third-call": letter})
    assert response.status_code == 422
    assert "<script>alert" not in response.content.decode()


def test_question_by_question_leads_to_the_same_result_and_back(client):
    html, carried = client.get(f"{ADDRESS}?satu=1").content.decode(), {}
    form = chosen(night_shift="no")
    for step, situation in enumerate(SITUATIONS):
        assert f"Situasi {step + 1} dari 12" in html
        assert html.count("<fieldset") == 1
        name = f"situation-{situation.key}"
        missing = client.post(ADDRESS, {**carried, "step": step, "go": "on"})
        assert (missing.status_code, "Pilih yang akan Anda lakukan." in missing.content.decode()) == (422, True)
        carried[name] = form[name]
        html = client.post(ADDRESS, {**carried, "step": step, "go": "on"}).content.decode()
        if step < 11:
            assert all(f'name="{key}" value="{letter}"' in html for key, letter in carried.items())
    assert html.split("<main")[1] == client.post(ADDRESS, form).content.decode().split("<main")[1]
    back = client.post(ADDRESS, {**form, "step": 5, "go": "back"}).content.decode()
    assert "Situasi 5 dari 12" in back
    assert back.count(" checked>") == 1


def test_nothing_is_kept_unless_it_is_asked_for(client, as_sari):
    for browser in (client, as_sari):
        response = browser.post(ADDRESS, chosen(), HTTP_REFERER=ADDRESS)
        assert "no-store" in response.headers["Cache-Control"]
        assert "Set-Cookie" not in response.headers or browser is as_sari
    assert not FitCheck.objects.exists()
    assert not Event.objects.exists()
    assert not any("situation" in json.dumps(s.get_decoded()) for s in Session.objects.all())


def test_the_check_works_without_a_token_since_it_changes_nothing():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, chosen()).status_code == 200


def test_keeping_needs_a_token_and_an_account(client, as_sari, sari):
    answer = client.post(f"{ADDRESS}simpanan/", chosen(), HTTP_REFERER=f"http://testserver{ADDRESS}")
    assert answer.headers["Location"].startswith("/masuk/")
    assert not any("situation" in json.dumps(s.get_decoded()) for s in Session.objects.all())
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = as_sari.cookies
    assert strict.post(f"{ADDRESS}simpanan/", chosen()).status_code == 403
    assert not FitCheck.objects.exists()


def test_kept_answers_are_shown_again_replaced_exported_and_deleted(as_sari, sari):
    for kind, word in (("no", "Kurang cocok"), ("yes", "Cocok")):
        answer = as_sari.post(f"{ADDRESS}simpanan/", chosen(rest=kind))
        assert answer.status_code == 303
        html = as_sari.get(answer.headers["Location"]).content.decode()
        assert f"</span>{word}</h1>" in html
        assert "Hanya Anda yang bisa membacanya" in html
    kept = FitCheck.objects.get()
    assert answer.headers["Location"] in as_sari.get("/saya/data/").content.decode()
    exported = json.loads(as_sari.get("/saya/data/ekspor/").content)["fit_checks"]
    assert exported == [{"occupation": "it-helpdesk", "answers": kept.answers, "saved_at": kept.saved_at.isoformat()}]
    assert as_sari.post(f"{answer.headers['Location']}penghapusan/").status_code == 303
    assert not FitCheck.objects.exists()


def test_events_say_that_something_was_kept_and_nothing_of_what(as_sari):
    as_sari.post(f"{ADDRESS}simpanan/", chosen())
    event = Event.objects.get(code="fit_check.kept")
    assert (event.params, event.organization, event.posting) == ({}, None, None)


def test_an_incomplete_check_is_not_kept(as_sari):
    answer = as_sari.post(f"{ADDRESS}simpanan/", {})
    assert (answer.status_code, answer.headers["Location"]) == (303, ADDRESS)
    assert not FitCheck.objects.exists()


def test_answers_to_an_older_guide_stay_deletable(as_sari, sari):
    kept = FitCheck.objects.create(account=sari, occupation="it-helpdesk", answers={"gone": "yes"})
    assert as_sari.get(f"/saya/cocok/{kept.public_id}/").status_code == 404
    html = as_sari.get("/saya/data/").content.decode()
    assert f"/saya/cocok/{kept.public_id}/penghapusan/" in html
    assert f'href="/saya/cocok/{kept.public_id}/"' not in html


def test_nobody_else_reads_them(as_sari, as_budi):
    as_sari.post(f"{ADDRESS}simpanan/", chosen())
    kept = FitCheck.objects.get()
    assert as_budi.get(f"/saya/cocok/{kept.public_id}/").status_code == 404
    assert as_budi.post(f"/saya/cocok/{kept.public_id}/penghapusan/").status_code == 404
    assert FitCheck.objects.exists()


def test_erasing_an_account_erases_them(as_sari, sari):
    as_sari.post(f"{ADDRESS}simpanan/", chosen())
    erase_account(sari)
    assert not FitCheck.objects.exists()


def test_no_log_holds_an_answer_even_when_the_page_breaks(client, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(fit_check, "judge_fit", lambda *_: 1 / 0)
    client.raise_request_exception = False
    assert client.post(ADDRESS, chosen() | {"situation-third-call": "c"}).status_code == 500
    from django.views.debug import SafeExceptionReporterFilter

    request = next(r.request for r in caplog.records if hasattr(r, "request"))
    shown = SafeExceptionReporterFilter().get_post_parameters(request)
    assert set(shown.values()) == {"********************"}
    assert "situation-" not in "".join(r.getMessage() for r in caplog.records)
