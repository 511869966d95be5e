"""axe (WCAG 2.2 AA) on public screens; what opens without scripts; the content policy."""

import pytest
from barriers import barriers, examine

import builders
from tepat.models import Jobseeker
from tepat.services.indexing import rebuild_index

pytestmark = pytest.mark.django_db(transaction=True)
DOUBT = {
    "clarity": {"verdict": "mismatch", "params": {"title": "it-support", "duties": "it-helpdesk"}},
    "occupations": {
        "duties": [
            {"id": "it-helpdesk", "score": 0.8, "evidence": [{"start": 0, "end": 1}] * 5},
            {"id": "it-support", "score": 0.2, "evidence": [{"start": 0, "end": 1}] * 2},
        ]
    },
}
SCREENS = (
    "/",
    "/loker/?q=it+bandung",
    "/loker/?kota=Sabang",
    "/loker/pas/",
    "/loker/tutup/",
    "/loker/pas/laporan/",
    "/perusahaan/nusantara/",
    "/peran/",
    "/peran/?q=helpdsk",
    "/peran/it-helpdesk/",
    "/peran/it-helpdesk/vs/it-support/",
    "/peran/it-helpdesk/cocok/",
    "/peran/it-helpdesk/cocok/?satu=1",
    "/privasi/",
    "/bantuan/",
    "/house",
    "/tidak/ada/",
)


@pytest.fixture
def jobs(nusantara):
    posting = builders.a_posting(
        nusantara, title="IT Support", occupation="it-helpdesk", reading=DOUBT, salary_min_idr_month=5_000_000
    )
    type(posting).objects.filter(pk=posting.pk).update(slug="pas")
    closed = builders.a_posting(nusantara, title="IT Tutup", state="closed")
    type(closed).objects.filter(pk=closed.pk).update(slug="tutup")
    for n in range(25):
        builders.a_posting(nusantara, title=f"IT Support {n}", occupation="it-helpdesk")
    rebuild_index()


def test_public_screens_have_no_barrier(open_as, jobs):
    assert examine(open_as, None, SCREENS, height=800) == []


def test_the_fit_of_a_cv_has_no_barrier(open_as, as_sari, sari, jobs):
    Jobseeker.objects.create(account=sari, cv=builders.a_cv(account=sari, name="Sari"))
    faults = []
    for screen in ("/loker/", "/loker/pas/"):
        page = open_as(as_sari, screen, width=360, height=800, color_scheme="dark")
        faults += barriers(page)
    assert faults == []


def test_menu_and_filters_open_on_a_phone_without_scripts(open_as, jobs):
    page = open_as(None, "/loker/", width=360, height=800, java_script_enabled=False)
    page.click(".menu-button")
    assert page.locator("#menu >> text=Cari loker").is_visible()
    page.keyboard.press("Escape")
    page.click(".bar >> text=Saring")
    page.locator("label.chip", has_text="Bandung").click()
    page.click("#filters >> text=Tampilkan")
    assert "kota=Bandung" in page.url
    page.locator("a.chip.chosen").first.click()
    assert "kota" not in page.url


def test_words_of_the_chosen_theme_and_language_without_scripts(open_as, jobs):
    page = open_as(None, "/loker/?q=it", width=1280, java_script_enabled=False)
    page.click("footer >> text=Gelap")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.click("footer >> text=English")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.endswith("/loker/?q=it")


def test_nothing_is_refused_by_the_content_policy(open_as, jobs):
    page = open_as(None, "/healthz")
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    for screen in ("/", "/loker/", "/loker/pas/", "/house"):
        page.goto(screen)
        page.wait_for_load_state("networkidle")
    assert refused == []
