"""Twenty decisions by keyboard alone; what was decided stands in the database, and Z takes it back."""

import pytest
from playwright.sync_api import expect

import builders
from tepat.models import Application, Move


@pytest.fixture
def posting(nusantara):
    posting = builders.a_posting(nusantara)
    for n in range(24):
        builders.an_application(posting, name=f"Orang {n:02}", strip="mmp|n" if n % 2 else "mnn|n", days=n / 24)
    return posting


def test_twenty_decisions_by_keyboard_alone(open_as, as_budi, posting):
    page = open_as(as_budi, f"/rekrut/loker/{posting.public_id}/triase/")
    page.locator("triage-desk:defined").wait_for()
    decided = []
    for n in range(20):
        decided.append(page.locator("#candidate").get_attribute("data-id"))
        for key in (["a"], ["r", str(n % 9 + 1)], ["h"], ["s"])[n % 4]:
            page.keyboard.press(key)
        expect(page.locator("#candidate")).not_to_have_attribute("data-id", decided[-1])
    expect(page.locator("#progress b")).to_have_text("15")
    assert len(set(decided)) == 20
    kinds = {m.application.public_id: m.kind for m in Move.objects.select_related("application")}
    assert [kinds[d] for d in decided] == ["advance", "reject", "hold", "pool"] * 5
    assert page.locator("#dock").inner_text().startswith("Orang")

    page.keyboard.press("z")
    page.wait_for_url(f"**/?lamaran={decided[-1]}")
    expect(page.locator(".person[aria-current]")).to_have_attribute("data-id", decided[-1])
    assert Application.objects.get(public_id=decided[-1]).outcome == ""


def test_the_line_of_a_long_name_is_read_whole_and_covers_neither_cv_nor_requirements(open_as, as_budi, nusantara):
    posting = builders.a_posting(nusantara)
    for name in ("Ni Luh Putu Ayu Kusumawardani Prameswari", "Bagas"):
        builders.an_application(posting, name=name, strip="mmp|n")
    page = open_as(as_budi, f"/rekrut/loker/{posting.public_id}/triase/?urut=came", height=868)
    page.locator("triage-desk:defined").wait_for()
    page.keyboard.press("r")
    page.keyboard.press("1")
    page.locator("#dock .toast").wait_for()
    toast = page.locator("#dock .toast").bounding_box()
    for part in page.locator("#dock b, #dock .sub").all():
        box = part.bounding_box()
        assert toast["y"] <= box["y"]
        assert box["y"] + box["height"] <= toast["y"] + toast["height"] <= 868
    queue = page.locator(".queue").bounding_box()
    assert toast["x"] + toast["width"] <= queue["x"] + queue["width"] + 1
    sub = page.locator("#dock .sub")
    assert sub.evaluate("e => e.scrollWidth <= e.clientWidth")
    assert "menit" in sub.inner_text()


def test_keys_show_evidence_notes_and_help_and_can_be_switched_off(open_as, as_budi, posting):
    page = open_as(as_budi, f"/rekrut/loker/{posting.public_id}/triase/")
    page.locator("triage-desk:defined").wait_for()
    page.keyboard.press("e")
    assert page.locator("mark[aria-current] .number").inner_text() == "2"
    assert page.locator(".demand[aria-current]").get_attribute("data-number") == "2"
    first = page.locator("#candidate").get_attribute("data-id")
    page.keyboard.press("j")
    expect(page.locator("#candidate")).not_to_have_attribute("data-id", first)
    page.keyboard.press("k")
    expect(page.locator("#candidate")).to_have_attribute("data-id", first)
    page.keyboard.press("x")
    page.locator("#bulk button").wait_for(state="visible")
    page.keyboard.press("n")
    page.keyboard.type("jaringan a r h")
    assert page.locator("textarea").input_value() == "jaringan a r h"
    assert not Move.objects.exists()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_role("button", name="Matikan tombol pintas").click()
    page.keyboard.press("a")
    assert page.locator("triage-desk").get_attribute("data-shortcuts") == "off"
    assert not Move.objects.exists()


def test_without_javascript_the_same_buttons_decide(open_as, as_budi, posting):
    page = open_as(as_budi, f"/rekrut/loker/{posting.public_id}/triase/", java_script_enabled=False)
    first = page.locator("#candidate").get_attribute("data-id")
    page.get_by_role("button", name="Lanjut ke telepon singkat").click()
    second = page.locator("#candidate").get_attribute("data-id")
    assert second != first
    page.locator("summary", has_text="Tolak").click()
    page.get_by_role("button", name="Pengalaman kurang").click()
    assert page.locator("#candidate").get_attribute("data-id") not in {first, second}
    page.get_by_role("button", name="Batalkan").click()
    assert page.locator("#candidate").get_attribute("data-id") == second
    assert Application.objects.get(public_id=first).stage == "screening"
    assert Application.objects.get(public_id=second).outcome == ""
