"""What scripts add to components: one press one request, dialogs, menus, dropped files."""

import pytest

import builders

pytestmark = pytest.mark.django_db(transaction=True)
DROP = """
(element) => {
  const data = new DataTransfer();
  data.items.add(new File(["a"], "sari.pdf"));
  data.items.add(new File(["b"], "budi.docx"));
  data.items.add(new File(["c"], "program.exe"));
  element.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, cancelable: true }));
  element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
}
"""


def test_a_form_goes_once_however_often_it_is_pressed(open_as, nusantara):
    posting = builders.a_posting(nusantara)
    page = open_as(None, f"/loker/{posting.slug}/laporan/")
    page.check("input[value=fee]")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.evaluate("() => { const b = document.querySelector('main .button.primary'); b.click(); b.click(); b.click(); }")
    page.wait_for_url(f"**/loker/{posting.slug}/")
    assert len(sent) == 1
    assert page.locator(".toast").count() == 1


def test_a_dialog_opens_closes_and_can_be_opened_again(open_as):
    page = open_as(None, "/house")
    for _ in range(2):
        page.click("[data-opens=ask-light]")
        assert page.locator("#ask-light").is_visible()
        page.click("#ask-light >> text=Batal")
        assert page.locator("#ask-light").is_hidden()
    page.click("[data-opens=ask-light]")
    page.mouse.click(5, 5)
    assert page.locator("#ask-light").is_hidden()


def test_files_dropped_become_the_files_of_the_field(open_as):
    page = open_as(None, "/house")
    page.wait_for_function("!!customElements.get('cv-dropzone')")
    zone = page.locator("cv-dropzone").first
    zone.evaluate(DROP)
    names = zone.locator("input[type=file]").evaluate("input => [...input.files].map(f => f.name)")
    assert names == ["sari.pdf", "budi.docx"]
    assert "2 berkas" in zone.locator("[data-summary]").inner_text()
    assert zone.locator("[data-folder]").is_visible()


def test_the_menu_of_an_order_closes_elsewhere_and_by_escape(open_as, nusantara):
    page = open_as(None, "/loker/")
    page.click(".drop > summary")
    assert page.locator(".drop .menu").is_visible()
    page.click("#count")
    assert page.locator(".drop .menu").is_hidden()
    page.click(".drop > summary")
    page.keyboard.press("Escape")
    assert page.locator(".drop .menu").is_hidden()


def test_a_bookmark_changes_in_place(open_as, as_sari, nusantara):
    posting = builders.a_posting(nusantara)
    page = open_as(as_sari, f"/loker/{posting.slug}/")
    page.wait_for_function("!!window.htmx")
    button = page.locator(".posting-head .keep button")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    page.wait_for_selector(".posting-head .keep button[aria-pressed=true]")
    page.locator(".posting-head .keep button").click()
    page.wait_for_selector(".posting-head .keep button[aria-pressed=false]")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_as):
    page = open_as(None, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("skip")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
