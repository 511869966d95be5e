"""Organizations, words, choices, sitemap, health, faults."""

import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.utils import timezone

import builders
from tepat.web import faults

pytestmark = pytest.mark.django_db


def test_an_organization_shows_its_open_postings(client, nusantara):
    builders.a_posting(nusantara, title="IT Support Terbuka")
    builders.a_posting(nusantara, title="IT Support Tutup", state="closed")
    html = client.get("/perusahaan/nusantara/").content.decode()
    assert "IT Support Terbuka" in html
    assert "IT Support Tutup" not in html
    assert "terverifikasi" in html


def test_an_unverified_organization_is_seen_by_its_members_only(client, budi, as_budi, as_dewi, nusantara):
    nusantara.verification = "pending"
    nusantara.save()
    assert client.get("/perusahaan/nusantara/").status_code == 404
    assert as_dewi.get("/perusahaan/nusantara/").status_code == 404
    assert "Belum diverifikasi" in as_budi.get("/perusahaan/nusantara/").content.decode()


@pytest.mark.parametrize(("address", "words"), [("/privasi/", "UU 27/2022"), ("/bantuan/", "Arti tanda-tanda")])
def test_pages_of_words(client, address, words):
    html = client.get(address).content.decode()
    assert words in html
    assert "mailto:tepat@localhost" in html


def test_language_is_chosen_kept_and_leads_back(client):
    assert '<html lang="id"' in client.get("/").content.decode()
    answer = client.post("/pilihan/bahasa/", {"language": "en", "next": "/bantuan/?x=1"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/bantuan/?x=1")
    html = client.get("/").content.decode()
    assert '<html lang="en"' in html
    assert "IT jobs, and how well they fit" in html


def test_language_of_an_account_follows_the_choice(as_sari, sari):
    as_sari.post("/pilihan/bahasa/", {"language": "en"})
    sari.refresh_from_db()
    assert sari.language == "en"


@pytest.mark.parametrize(("theme", "attribute"), [("dark", 'data-theme="dark"'), ("light", 'data-theme="light"')])
def test_theme_is_chosen_and_kept(client, theme, attribute):
    assert "data-theme" not in client.get("/").content.decode()
    client.post("/pilihan/tema/", {"theme": theme})
    assert attribute in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["/pilihan/bahasa/", "/pilihan/tema/"])
def test_choices_refuse_what_is_none_and_strange_ways_back(client, address):
    name, value = ("language", "en") if "bahasa" in address else ("theme", "dark")
    assert client.post(address, {name: "<b>"}).status_code == 400
    assert client.get(address).status_code == 405
    for strange in ("https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil.example"):
        assert client.post(address, {name: value, "next": strange}).headers["Location"] == "/"


def test_choices_work_without_a_token_everything_else_does_not():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/pilihan/tema/", {"theme": "dark"}).status_code == 303
    posting = builders.a_posting()
    answer = strict.post(f"/loker/{posting.slug}/laporan/", {"reason": "fee", "words": "Ditulis panjang & <b>tebal</b>"})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "Ditulis panjang &amp; &lt;b&gt;tebal&lt;/b&gt;" in html
    assert f'action="/loker/{posting.slug}/laporan/"' in html
    assert re.search(r'name="reason" value="fee"[^>]*checked|value="fee" selected', html)
    assert "name" not in re.findall(r"<label[^>]*>\s*([^<]*)", html)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
    assert token
    again = {"reason": "fee", "words": "Ditulis panjang & <b>tebal</b>", "csrfmiddlewaretoken": token[1]}
    assert strict.post(f"/loker/{posting.slug}/laporan/", again).status_code == 303


def test_sitemap_lists_what_is_live(client, nusantara):
    live = builders.a_posting(nusantara)
    gone = builders.a_posting(nusantara, closes_on=timezone.localdate() - timedelta(days=1))
    response = client.get("/sitemap.xml")
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    found = [element.text for element in ET.fromstring(response.content).iter(name)]  # noqa: S314 - our own file
    assert f"http://127.0.0.1:8000/loker/{live.slug}/" in found
    assert "http://127.0.0.1:8000/perusahaan/nusantara/" in found
    assert not [address for address in found if gone.slug in address]


def test_robots_stay_out_of_private_rooms(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /rekrut/" in text
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text


def test_health_says_states_and_no_details(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    response = client.get("/readyz")
    assert response.status_code in {200, 503}
    assert set(response.json()) == {"status", "parts"}
    assert response.json()["parts"]["database"] == "ok"


def test_readiness_fails_with_a_part_at_fault(client, monkeypatch):
    from tepat.services.examining import Finding
    from tepat.web.public import health

    monkeypatch.setattr(health, "examine", lambda **_: [Finding("index", "fault", "secret detail")])
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "secret" not in response.content.decode()


def test_what_is_not_there_says_so_and_leads_on(client):
    response = client.get("/tidak/ada/")
    assert response.status_code == 404
    assert "Tidak ada halaman di sini" in response.content.decode()


def test_a_fault_of_ours_has_a_page_even_where_nothing_else_works(monkeypatch):
    def broken(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("tepat.web.choices.actor_of", broken)
    request = RequestFactory().get("/loker/")
    request.session = {}
    response = faults.server_error(request)
    assert response.status_code == 500
    assert "Ada yang rusak di sisi kami" in response.content.decode()


def test_an_address_that_takes_forms_only_leads_to_the_page_above(as_budi, nusantara):
    posting = builders.a_posting(nusantara, title="NOC")
    answer = as_budi.get(f"/rekrut/loker/{posting.public_id}/terbit/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert f'href="/rekrut/loker/{posting.public_id}/"' in answer.content.decode()
    assert as_budi.get(f"/rekrut/loker/{posting.public_id}/terbit/", headers={"Accept": "application/json"}).content == b""


@pytest.mark.parametrize(
    ("path", "above"),
    [("/rekrut/keputusan/abc/batal/", "/rekrut/"), ("/tema/", "/"), ("/saya/alert/x1/ubah/", "/saya/alert/x1/")],
)
def test_the_page_above_is_the_nearest_that_exists(path, above):
    assert faults.page_above(path) == above
