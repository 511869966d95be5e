"""Know the roles: index, guide, two side by side. What adverts say is counted, and said to be few where they are few."""

import itertools
import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import builders
from tepat.adapters.guides import guide_ids, load_guide
from tepat.adapters.knowledge import load_knowledge
from tepat.models import Jobseeker, Requirement
from tepat.services.surveying import LEAST, survey_of

pytestmark = pytest.mark.django_db
GUIDE = load_guide("it-helpdesk")
BARE = re.compile(r'<span class="unseen">.*?</span>|<b>(?:terutama|Keduanya):</b>|<[^>]+>')


def text_of(response) -> str:
    """What is read, without elements, spaces once."""
    body = re.sub(r"<(script|head)\b.*?</\1>|<sup.*?</sup>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body).replace("&amp;", "&"))


def adverts(organization, n: int, **fields):
    given = {"occupation": "it-helpdesk", "text": "Menjawab tiket pengguna."} | fields
    return [builders.a_posting(organization, musts=(), nices=(), **given) for _ in range(n)]


def test_the_index_names_every_role_and_leads_to_every_guide(client):
    response = client.get("/peran/")
    html, text = response.content.decode(), text_of(response)
    assert [i for i in guide_ids() if f'href="/peran/{i}/"' not in html] == []
    names = [o.name_id for o in load_knowledge().occupations.values() if o.id not in {"other-it", "not-it"}]
    assert [name for name in names if name not in text.replace("&#x27;", "'")] == []
    assert "/peran/it-helpdesk/vs/it-support/" in html


@pytest.mark.parametrize(
    ("words", "role"), [("service desk", "IT Helpdesk"), ("helpdsk", "IT Helpdesk"), ("teknisi komp", "Teknisi Komputer")]
)
def test_a_role_is_searched_by_the_words_people_use(client, words, role):
    html = client.get("/peran/", {"q": words}).content.decode()
    found = re.search(r'class="stack found">(.*?)</section>', html, re.DOTALL)[1]
    assert role in found
    assert 'content="noindex, follow"' in html


def test_a_search_that_finds_nothing_says_so_and_shows_the_families(client):
    text = text_of(client.get("/peran/", {"q": "<b>zzqxv</b>"}))
    assert "Tidak ada peran dengan nama ini" in text
    assert "Membantu pengguna" in text


def test_a_guide_without_open_jobs_says_so_and_offers_none(client):
    text = text_of(client.get("/peran/it-manager/"))
    assert "Hari ini belum ada loker terbuka yang menggambarkan peran ini." in text
    assert "0 loker" not in text


def test_tools_are_named_in_the_language_of_the_page(client):
    tools = [text_of(client.get("/peran/computer-technician/", {"bahasa": language})) for language in ("id", "en")]
    assert "Obeng presisi, spudger" in tools[0]
    assert "Precision screwdrivers, spudger" in tools[1]


def test_two_chosen_roles_lead_to_their_comparison(client):
    answer = client.get("/peran/", {"a": "it-support", "b": "it-helpdesk"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/peran/it-support/vs/it-helpdesk/")
    for a, b in (("it-support", "it-support"), ("nothing", "it-support"), ("//evil", "x")):
        assert client.get("/peran/", {"a": a, "b": b}).status_code == 200


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_guide_says_everything_it_has(client, language):
    client.cookies["bahasa"] = language
    for occupation in guide_ids():
        guide = load_guide(occupation)
        text = text_of(client.get(f"/peran/{occupation}/"))
        parts = (*guide.duties, *guide.technical, *guide.education, guide.summary, guide.motto)
        parts += tuple(p.words for p in (*guide.day, *guide.tools, *guide.tickets, *guide.soft, *guide.certificates))
        parts += tuple(p.words for p in (*guide.suits, *guide.unsuited, *guide.neighbours, *guide.routes))
        parts += tuple(s for c in (*guide.misconceptions, *guide.expectations) for s in (c.said, c.really))
        said = [p.text_en if language == "en" else p.text_id for p in parts]
        assert [s for s in said if s.replace("'", "&#x27;") not in text and s not in text] == []


def test_a_guide_names_its_sources_and_their_day(client):
    text = text_of(client.get("/peran/it-helpdesk/"))
    assert "Sumber, diperiksa 29 November 2026" in text
    assert "O*NET 27.0 Database" in text
    assert "CC-BY-4.0" in text


def test_a_narrower_role_without_a_guide_leads_to_the_broader_one(client):
    known = load_knowledge().occupations.values()
    narrower = next(o for o in known if o.printed_as in guide_ids() and o.id not in guide_ids())
    answer = client.get(f"/peran/{narrower.id}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/peran/{narrower.printed_as}/")
    assert client.get("/peran/not-it/").status_code == 404


def test_figures_are_counted_from_live_adverts(client, nusantara):
    rows = adverts(nusantara, LEAST, salary_min_idr_month=4_000_000, salary_max_idr_month=6_000_000)
    rows[0].__class__.objects.filter(pk__in=[r.pk for r in rows[:3]]).update(text="Bersedia kerja shift malam")
    adverts(nusantara, 5, state="closed", text="shift")
    adverts(nusantara, 5, occupation="it-support", text="shift")
    for row in rows[:4]:
        Requirement.objects.create(
            posting=row, key="r9", position=9, kind="skill", importance="must", label="x", skills=["ticketing"]
        )
    text = text_of(client.get("/peran/it-helpdesk/"))
    assert f"3 dari {LEAST} meminta kerja shift" in text
    assert f"separuh tengah dari {LEAST} yang menyebut gaji, dari {LEAST} loker" in text
    assert "Rp5 jt" in text
    assert f"4 dari {LEAST}" in text
    assert load_knowledge().skills["ticketing"].name in text


def test_too_few_adverts_are_said_to_be_too_few(client, nusantara):
    adverts(nusantara, LEAST - 1, salary_min_idr_month=4_000_000, text="shift")
    text = text_of(client.get("/peran/it-helpdesk/"))
    assert f"Baru {LEAST - 1} loker terbuka yang menggambarkan peran ini" in text
    assert "Rp" not in text
    assert "meminta kerja shift" not in text


def test_pay_is_named_only_where_enough_state_it(nusantara):
    adverts(nusantara, LEAST)
    adverts(nusantara, LEAST - 1, salary_min_idr_month=5_000_000)
    survey = survey_of(load_knowledge().occupations["it-helpdesk"])
    assert (survey.n, survey.paid, survey.pay) == (2 * LEAST - 1, LEAST - 1, None)


def test_a_narrower_role_counts_its_own_adverts_only(nusantara):
    reading = {"occupations": {"duties": [{"id": "software-developer", "narrower": "web-developer", "score": 0.9}]}}
    adverts(nusantara, 3, occupation="software-developer", reading=reading)
    adverts(nusantara, 2, occupation="software-developer")
    known = load_knowledge().occupations
    assert [survey_of(known[i]).n for i in ("software-developer", "web-developer", "mobile-developer")] == [5, 3, 0]


@pytest.mark.parametrize(
    "address", ["/peran/", "/peran/it-helpdesk/", "/peran/it-helpdesk/vs/it-support/", "/peran/it-helpdesk/cocok/"]
)
def test_more_adverts_cost_no_more_queries(client, nusantara, address):
    counts = []
    for _ in range(2):
        adverts(nusantara, LEAST)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 4


def test_markup_is_an_occupation_with_what_the_page_shows(client, nusantara):
    adverts(nusantara, LEAST, salary_min_idr_month=4_000_000, salary_max_idr_month=6_000_000)
    html = client.get("/peran/it-helpdesk/").content.decode()
    markup = json.loads(re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html, re.DOTALL)[1])
    assert markup["@type"] == "Occupation"
    assert markup["responsibilities"] == [s.text_id for s in GUIDE.duties]
    assert markup["estimatedSalary"][0]["percentile25"] == 5_000_000
    assert "estimatedSalary" not in client.get("/peran/it-support/").content.decode()


def test_a_comparison_shows_six_dimensions_and_both_roles(client):
    response = client.get("/peran/it-helpdesk/vs/it-support/")
    html, text = response.content.decode(), text_of(response)
    for name in ("Masalah", "Fokus", "Keterampilan utama", "Bekal teknis", "Pendidikan", "Sikap kerja"):
        assert name in text
    assert html.count('class="filled"') == html.count('class="open"') == 4
    assert "Keduanya: komunikasi, cepat belajar, pemecahan masalah, kerja sama tim." in text
    assert "Letak titik adalah gambaran, bukan ukuran." in text
    assert "Helpdesk cuma ganti komponen komputer." in text


def test_both_orders_of_a_pair_mirror_each_other_and_name_one_address(client):
    there, back = (
        client.get(f"/peran/{a}/vs/{b}/").content.decode()
        for a, b in (("it-helpdesk", "it-support"), ("it-support", "it-helpdesk"))
    )
    canonical = '<link rel="canonical" href="http://127.0.0.1:8000/peran/it-helpdesk/vs/it-support/">'
    assert canonical in there
    assert canonical in back
    places = [re.findall(r'class="(?:filled|open)" cx="(\d+)%"', html) for html in (there, back)]
    assert [places[0][n : n + 2][::-1] for n in range(0, 8, 2)] == [places[1][n : n + 2] for n in range(0, 8, 2)]


def test_every_pair_of_guides_has_a_page_without_an_empty_cell(client):
    ids = guide_ids()
    pairs = [(ids[0], other) for other in ids[1:]] + list(itertools.pairwise(ids))
    for first, second in pairs:
        html = client.get(f"/peran/{first}/vs/{second}/").content.decode()
        cells = re.findall(r'<p class="(?:of|both)">(.*?)</p>', html, re.DOTALL)
        empty = [c for c in cells if len(BARE.sub("", c).strip()) < 5]
        assert (len(cells) >= 6, empty) == (True, []), (first, second)


def test_a_pair_that_no_guide_speaks_of_is_told_apart_by_its_widest_dimension(client):
    strangers = next(
        (a, b)
        for a, b in itertools.combinations(guide_ids(), 2)
        if not any(n.to in {a, b} for i in (a, b) for n in load_guide(i).neighbours)
    )
    there, back = (text_of(client.get(f"/peran/{a}/vs/{b}/")) for a, b in (strangers, strangers[::-1]))
    said = re.search(r"Jaraknya paling jauh pada .*?”\.", there)[0]
    assert said in back


def test_a_role_beside_itself_leads_to_its_guide(client):
    answer = client.get("/peran/it-support/vs/it-support/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/peran/it-support/")
    assert client.get("/peran/it-support/vs/nothing/").status_code == 404


def test_my_own_gap_is_shown_where_a_cv_is_known(client, as_sari, sari):
    address = "/peran/it-helpdesk/vs/network-engineer/"
    assert "keahlian khas tertulis di CV Anda" not in text_of(client.get(address))
    skills = [{"name": "Active Directory", "id": "active-directory"}, {"name": "Ticketing", "id": "ticketing"}]
    document = {"basics": {"name": "Sari"}, "skills": skills, "evidence": {}}
    Jobseeker.objects.create(account=sari, cv=builders.a_cv(account=sari, name="Sari", document=document))
    text = text_of(as_sari.get(address))
    assert text.count("keahlian khas tertulis di CV Anda") == 2
    assert "Tidak disebut:" in text


def test_adverts_of_each_role_are_counted_by_their_duties(client, nusantara):
    adverts(nusantara, 3)
    adverts(nusantara, 2, occupation="it-support")
    text = text_of(client.get("/peran/it-helpdesk/vs/it-support/"))
    assert "3 loker IT Helpdesk" in text
    assert "2 loker IT Support" in text


def test_guides_stand_in_the_sitemap_and_each_pair_once(client):
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    root = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own file
    found = [element.text.removeprefix("http://127.0.0.1:8000") for element in root.iter(name)]
    assert {"/peran/", "/peran/it-helpdesk/", "/peran/it-helpdesk/vs/it-support/"} <= set(found)
    assert "/peran/it-support/vs/it-helpdesk/" not in found
    assert not [address for address in found if "cocok" in address]


def test_home_results_and_postings_lead_to_the_roles(client, nusantara):
    doubt = {"clarity": {"verdict": "mismatch", "params": {"title": "it-support", "duties": "it-helpdesk"}}}
    posting = builders.a_posting(nusantara, title="IT Support", occupation="it-helpdesk", reading=doubt)
    assert "Belum yakin perannya?" in text_of(client.get("/"))
    html = client.get(f"/loker/{posting.slug}/").content.decode()
    assert 'href="/peran/it-support/vs/it-helpdesk/"' in html
    assert 'href="/peran/it-helpdesk/"' in html
    results = client.get("/loker/?peran=it-helpdesk").content.decode()
    assert 'href="/peran/it-helpdesk/"' in results
