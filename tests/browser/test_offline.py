"""A cheap phone on a bad line: what was opened can be read, what was written is sent once, nothing is left for the next.

The normal run takes the journeys on which the rest stands; `--long` takes all.
"""

import threading

import pytest
from barriers import barriers
from django.conf import settings
from django.http import HttpResponse
from playwright.sync_api import expect

import builders
from tepat.models import Account, Alert, Application, Bookmark, JobPosting, Note
from tepat.web.outbox import OutboxMiddleware, device_tag
from tepat.web.public import offline

pytestmark = pytest.mark.django_db(transaction=True)

ASKS = """
  const ask = (message) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => done(event.data);
    navigator.serviceWorker.ready.then(({ active }) => active.postMessage(message, [port2]));
  });
  const account = document.querySelector("outbox-bar").dataset.account;
"""
WORKER_ANSWERS = f"async () => {{ {ASKS} return ask({{ act: 'list', account }}); }}"
NOTHING_OF = f"async () => {{ {ASKS} return !(await ask({{ act: 'list', account: 'TAG' }})).length; }}"
DRAFTS = f"async () => {{ {ASKS} return (await ask({{ act: 'drafts', account }})).length == 1; }}"
JOBS_KEPT = "async () => (await (await caches.open('jobs')).keys()).length >= 1"
SIGN_OUT = """() => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: "/akun/logout/" });
  document.body.append(form);
  form.submit();
}"""


def ready(page) -> None:
    """The worker is there and holds this page."""
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")


def until(page, question: str) -> None:
    """Asks until it is so; the driver's own waiting takes a promise for a yes."""
    for _ in range(100):
        if page.evaluate(question):
            return
        page.wait_for_timeout(100)
    pytest.fail(question)


def kept_jobs(page) -> list[str]:
    return page.evaluate("async () => (await (await caches.open('jobs')).keys()).map(r => new URL(r.url).pathname)")


def drawers(page) -> int:
    """How many rows lie in the database of the worker."""
    return page.evaluate(
        """() => new Promise((done) => {
          const asked = indexedDB.open("tepat");
          asked.onsuccess = () => {
            const base = asked.result, names = [...base.objectStoreNames];
            if (!names.length) { base.close(); return done(0); }
            const counts = names.map((n) => new Promise((go) => {
              const c = base.transaction(n).objectStore(n).count(); c.onsuccess = () => go(c.result); }));
            Promise.all(counts).then((all) => { base.close(); done(all.reduce((a, b) => a + b)); });
          };
        })"""
    )


def test_a_job_opened_once_is_read_without_a_connection(open_as, nusantara):
    posting, other = builders.a_posting(nusantara, title="IT Helpdesk"), builders.a_posting(nusantara, title="Network Engineer")
    page = open_as(None, f"/loker/{other.slug}/", width=360, height=800)
    ready(page)
    page.goto(f"/loker/{posting.slug}/")
    until(page, JOBS_KEPT)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="IT Helpdesk", exact=True)).to_be_visible()
    expect(page.locator("outbox-bar")).to_contain_text("Anda sedang luring. Ini salinan dari")
    page.goto("/loker/?q=helpdesk")
    expect(page.get_by_role("heading", name="Anda sedang luring")).to_be_visible()
    expect(page.get_by_role("link", name="IT Helpdesk")).to_be_visible()
    expect(page.get_by_text("Belum ada loker di perangkat ini")).to_be_hidden()
    page.get_by_role("link", name="IT Helpdesk").click()
    expect(page.get_by_role("heading", name="IT Helpdesk", exact=True)).to_be_visible()


@pytest.mark.long
def test_a_copy_holds_nothing_of_the_person_who_opened_it(open_as, as_sari, sari, nusantara):
    posting = builders.a_posting(nusantara)
    builders.an_application(posting, account=sari)
    page = open_as(as_sari, "/loker/")
    ready(page)
    page.goto(f"/loker/{posting.slug}/")
    expect(page.get_by_text("Anda sudah melamar")).to_be_visible()
    until(page, JOBS_KEPT)
    html = page.evaluate("async (path) => (await (await caches.open('jobs')).match(path)).text()", f"/loker/{posting.slug}/")
    assert "csrfmiddlewaretoken" not in html
    assert "Anda sudah melamar" not in html
    assert "Keluar" not in html


def test_what_was_written_offline_is_sent_once(open_as, as_sari, sari, nusantara):
    posting = builders.a_posting(nusantara, title="IT Helpdesk")
    cv = builders.a_cv(account=sari)
    page = open_as(as_sari, "/saya/", width=360, height=800)
    ready(page)
    page.goto(f"/loker/{posting.slug}/lamar/kirim/?cv={cv.public_id}")
    page.get_by_label("Saya setuju").check()
    page.context.set_offline(True)
    page.get_by_role("button", name="Kirim lamaran").click()
    expect(page.get_by_text("Disimpan di perangkat ini")).to_be_visible()
    expect(page.locator("outbox-bar")).to_contain_text("Belum terkirim (1)")
    expect(page.locator("outbox-bar")).to_contain_text("Lamaran: IT Helpdesk")
    assert Application.objects.count() == 0
    page.context.set_offline(False)
    expect(page.locator("outbox-bar")).to_contain_text("Terkirim: Lamaran: IT Helpdesk")
    assert Application.objects.count() == 1
    page.evaluate("() => dispatchEvent(new Event('online'))")
    page.locator("outbox-bar").get_by_role("link", name="Lihat").click()
    expect(page.get_by_role("heading", name="Lamaran Anda terkirim")).to_be_visible()
    assert Application.objects.count() == 1


@pytest.mark.long
def test_signing_out_without_a_connection_empties_the_device_too(open_as, as_sari, sari, nusantara):
    page = waiting_application(open_as, as_sari, sari, nusantara)
    assert drawers(page) > 0
    page.goto(f"/loker/{JobPosting.objects.get().slug}/")
    page.evaluate(SIGN_OUT)
    expect(page.get_by_text("Langkah ini perlu sambungan")).to_be_visible()
    assert (drawers(page), kept_jobs(page)) == (0, [])


def test_signing_out_empties_the_device(open_as, as_sari, nusantara):
    posting = builders.a_posting(nusantara)
    page = open_as(as_sari, "/loker/")
    ready(page)
    page.goto(f"/loker/{posting.slug}/")
    until(page, JOBS_KEPT)
    page.get_by_role("button", name="Keluar", exact=True).click()
    expect(page.get_by_text("Anda sudah keluar")).to_be_visible()
    assert kept_jobs(page) == []
    assert page.context.cookies()[0]["name"] != "sessionid"


def test_another_account_sees_and_sends_nothing_of_it(open_as, as_sari, as_budi, sari, nusantara):
    page = waiting_application(open_as, as_sari, sari, nusantara)
    page.context.clear_cookies()
    become(page, as_budi)
    page.context.set_offline(False)
    page.goto("/loker/")
    until(page, NOTHING_OF.replace("TAG", device_tag(sari.pk)))
    expect(page.locator("outbox-bar")).to_be_empty()
    become(page, as_sari)
    page.goto("/loker/")
    assert page.evaluate(WORKER_ANSWERS) == []
    assert Application.objects.count() == 0


@pytest.mark.long
def test_a_session_that_ended_keeps_what_waits_for_its_owner(open_as, as_sari, sari, nusantara):
    page = waiting_application(open_as, as_sari, sari, nusantara)
    page.context.clear_cookies()
    page.context.set_offline(False)
    page.goto("/loker/")
    expect(page.locator("outbox-bar")).to_be_empty()
    assert Application.objects.count() == 0
    become(page, as_sari)
    page.goto("/loker/")
    expect(page.locator("outbox-bar")).to_contain_text("Terkirim: Lamaran")
    assert Application.objects.count() == 1


@pytest.mark.long
def test_what_is_refused_comes_back_with_everything_typed(open_as, as_sari, sari, nusantara):
    posting = builders.a_posting(nusantara)
    cv = builders.a_cv(account=sari)
    page = open_as(as_sari, "/saya/", width=360, height=800)
    ready(page)
    page.goto(f"/loker/{posting.slug}/lamar/kirim/?cv={cv.public_id}")
    page.locator("#id_consent_alerts").check()
    page.context.set_offline(True)
    page.get_by_role("button", name="Kirim lamaran").click()
    expect(page.locator("outbox-bar")).to_contain_text("Belum terkirim (1)")
    page.context.set_offline(False)
    expect(page.locator("outbox-bar")).to_contain_text("Belum diterima: Lamaran")
    page.get_by_role("button", name="Buka dan perbaiki").click()
    expect(page.locator("#id_consent_apply")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_consent_alerts")).to_be_checked()
    page.get_by_label("Saya setuju").check()
    page.get_by_role("button", name="Kirim lamaran").click()
    expect(page.get_by_role("heading", name="Lamaran Anda terkirim")).to_be_visible()
    assert page.evaluate(WORKER_ANSWERS) == []


@pytest.mark.long
def test_a_note_a_search_and_a_bookmark_wait_too(open_as, as_budi, budi, nusantara):
    posting = builders.a_posting(nusantara)
    application = builders.an_application(posting)
    page = open_as(as_budi, "/saya/alert/?q=helpdesk")
    ready(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Kabari loker baru").click()
    expect(page.locator("outbox-bar")).to_contain_text("Belum terkirim (1)")
    page.context.set_offline(False)
    expect(page.locator("outbox-bar")).to_contain_text("Terkirim: Pencarian tersimpan")
    page.goto(f"/rekrut/loker/{posting.public_id}/triase/?lamaran={application.public_id}&tab=catatan")
    page.get_by_role("textbox", name="Catatan").fill("Bicara jelas.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.locator("outbox-bar")).to_contain_text("Catatan:")
    page.context.set_offline(False)
    expect(page.locator("outbox-bar")).to_contain_text("Terkirim: Catatan")
    page.goto(f"/loker/{posting.slug}/")
    page.wait_for_function("!!window.htmx")
    page.context.set_offline(True)
    page.locator(".posting-head .keep button").click()
    expect(page.locator("outbox-bar")).to_contain_text("Belum terkirim (1)")
    page.context.set_offline(False)
    expect(page.locator("outbox-bar")).to_contain_text(f"Terkirim: {posting.title}")
    assert (Alert.objects.count(), Note.objects.count(), Bookmark.objects.count()) == (1, 1, 1)


@pytest.mark.long
def test_a_file_too_large_to_wait_is_said_so(open_as, as_sari, tmp_path):
    file = tmp_path / "CV.txt"
    file.write_bytes(b"a" * 5_100_000)
    page = open_as(as_sari, "/saya/cv/")
    ready(page)
    page.get_by_label("CV dalam berkas").set_input_files(file)
    page.context.set_offline(True)
    page.get_by_role("button", name="Unggah dan lanjut").click()
    expect(page.get_by_text("Berkas sampai 5 MB")).to_be_visible()
    assert page.evaluate(WORKER_ANSWERS) == []


def test_nothing_of_it_is_fetched_before_the_page_is_there(open_as, nusantara):
    page = open_as(None, "about:blank")
    seen = []
    page.on("request", lambda request: seen.append(request.url.split("?")[0].rsplit("/static/")[-1]))
    page.on("load", lambda _: seen.append("load"))
    page.goto("/loker/")
    ready(page)
    until(page, "async () => !!(await caches.match('/luring/?bahasa=id'))")
    assert "js/app.js" in seen[: seen.index("load")]
    assert "js/components/outbox-bar.js" in seen[seen.index("load") :]
    kept = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
          .flat().map((request) => new URL(request.url)).filter(({ pathname }) => !pathname.startsWith("/static/"))
          .map(({ pathname, search }) => pathname + search)"""
    )
    assert kept == ["/luring/?bahasa=id"]


@pytest.mark.long
def test_a_form_waits_too_while_the_server_is_at_fault(open_as, as_sari, monkeypatch):
    page = open_as(as_sari, "/saya/alert/?q=helpdesk")
    ready(page)
    served = OutboxMiddleware.__call__
    broken = lambda self, request: HttpResponse(status=503) if request.method == "POST" else served(self, request)  # noqa: E731
    monkeypatch.setattr(OutboxMiddleware, "__call__", broken)
    page.get_by_role("button", name="Kabari loker baru").click()
    expect(page.get_by_text("Disimpan di perangkat ini")).to_be_visible()
    expect(page.locator("outbox-bar")).to_contain_text("Belum terkirim (1)")
    monkeypatch.setattr(OutboxMiddleware, "__call__", served)
    page.locator("outbox-bar").get_by_role("button", name="Kirim").click()
    expect(page.locator("outbox-bar")).to_contain_text("Terkirim: Pencarian tersimpan")
    assert Alert.objects.count() == 1


@pytest.mark.long
def test_a_copy_is_shown_when_the_network_takes_too_long(open_as, nusantara, monkeypatch):
    written = offline.worker_parts()
    assert "PATIENCE_MS = 10_000;" in written
    monkeypatch.setattr(offline, "worker_parts", lambda: written.replace("PATIENCE_MS = 10_000;", "PATIENCE_MS = 200;"))
    path = f"/loker/{builders.a_posting(nusantara, title='IT Helpdesk').slug}/"
    page = open_as(None, "/loker/")
    ready(page)
    page.goto(path)
    until(page, JOBS_KEPT)
    served, go_on = OutboxMiddleware.__call__, threading.Event()

    def slow(self, request):
        if request.path == path:
            go_on.wait(20)
        return served(self, request)

    monkeypatch.setattr(OutboxMiddleware, "__call__", slow)
    try:
        page.goto(path)
        expect(page.locator("outbox-bar")).to_contain_text("Ini salinan dari")
        expect(page.get_by_role("heading", name="IT Helpdesk", exact=True)).to_be_visible()
        assert not go_on.is_set()
    finally:
        go_on.set()


@pytest.mark.long
def test_the_browser_sends_it_after_the_tab_is_closed(open_as, as_sari, sari, nusantara):
    page = waiting_application(open_as, as_sari, sari, nusantara)
    origin, context = page.evaluate("location.origin"), page.context
    other = context.new_page()
    found = []
    worker = context.new_cdp_session(other)
    worker.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    worker.send("ServiceWorker.enable")
    page.close()
    assert Application.objects.count() == 0
    context.set_offline(False)
    for _ in range(50):
        if found:
            break
        other.wait_for_timeout(100)
    about = {"origin": origin, "registrationId": found[-1]["registrationId"], "tag": "outbox", "lastChance": False}
    worker.send("ServiceWorker.dispatchSyncEvent", about)
    for _ in range(100):
        if Application.objects.exists():
            break
        other.wait_for_timeout(100)
    assert Application.objects.count() == 1


def test_a_decision_waits_and_is_taken_back_before_it_leaves(open_as, as_budi, nusantara):
    posting = builders.a_posting(nusantara)
    for n in range(3):
        builders.an_application(posting, name=f"Orang {n}", days=n)
    page = open_as(as_budi, f"/rekrut/loker/{posting.public_id}/triase/")
    ready(page)
    first = page.locator("#candidate").get_attribute("data-id")
    name = page.locator("#person").inner_text()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.keyboard.press("a")
    expect(page.locator("#candidate")).not_to_have_attribute("data-id", first)
    expect(page.locator("#dock")).to_contain_text(f"Belum terkirim: {name}")
    page.keyboard.press("z")
    expect(page.locator("#candidate")).to_have_attribute("data-id", first)
    expect(page.locator(f".person[data-id='{first}']")).to_be_visible()
    expect(page.locator("#dock")).to_be_empty()
    assert page.evaluate(WORKER_ANSWERS) == []
    page.keyboard.press("a")
    expect(page.locator("outbox-bar")).to_contain_text(f"Keputusan: {name}")
    assert Application.objects.filter(stage="screening").count() == 0
    page.context.set_offline(False)
    expect(page.locator("outbox-bar")).to_contain_text(f"Terkirim: Keputusan: {name}")
    expect(page.locator("#dock")).not_to_contain_text("Belum terkirim")
    expect(page.locator("#dock").get_by_role("button", name="Batalkan")).to_be_visible()
    assert Application.objects.get(stage="screening").public_id == first


@pytest.mark.long
@pytest.mark.parametrize(("language", "theme"), [("id", "light"), ("id", "dark"), ("en", "light"), ("en", "dark")])
def test_the_lines_and_the_page_for_being_offline_have_no_barrier(open_as, as_sari, sari, nusantara, language, theme):
    Account.objects.filter(pk=sari.pk).update(language=language)
    page = open_as(as_sari, "/saya/alert/?q=helpdesk", width=360, height=800, color_scheme=theme)
    ready(page)
    until(page, f"async () => !!(await caches.match('/luring/?bahasa={language}'))")
    page.context.set_offline(True)
    page.get_by_role("button", name={"id": "Kabari loker baru", "en": "Tell me of new jobs"}[language]).click()
    expect(page.locator("outbox-bar .outbox-line")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert barriers(page, advice=False) == []


@pytest.mark.long
def test_what_was_being_typed_is_there_when_the_page_opens_again(open_as, as_sari):
    page = open_as(as_sari, "/saya/profil/")
    ready(page)
    page.get_by_label("Keahlian").fill("MikroTik, Windows")
    until(page, DRAFTS)
    page.goto("/loker/")
    page.goto("/saya/profil/")
    expect(page.get_by_label("Keahlian")).to_have_value("MikroTik, Windows")
    page.locator("outbox-bar").get_by_role("button", name="Buang").click()
    expect(page.get_by_label("Keahlian")).to_have_value("")


def waiting_application(open_as, client, account, organization):
    """A page of an application that could not be sent, still offline."""
    posting = builders.a_posting(organization, title="IT Helpdesk")
    cv = builders.a_cv(account=account)
    page = open_as(client, "/saya/")
    ready(page)
    page.goto(f"/loker/{posting.slug}/")
    page.goto(f"/loker/{posting.slug}/lamar/kirim/?cv={cv.public_id}")
    page.get_by_label("Saya setuju").check()
    until(page, JOBS_KEPT)
    page.context.set_offline(True)
    page.get_by_role("button", name="Kirim lamaran").click()
    expect(page.locator("outbox-bar")).to_contain_text("Belum terkirim (1)")
    return page


def become(page, client) -> None:
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    root = page.evaluate("location.origin")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": root}])
