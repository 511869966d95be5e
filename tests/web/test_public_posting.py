"""A posting's page: facts, markup, fit, report, bookmark."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

import builders
from tepat.models import Bookmark, Event, JobPosting, Jobseeker, Organization, PostingReport

pytestmark = pytest.mark.django_db
BREAK_OUT = "</script><script>alert(1)</script><!--\u2028&"


@pytest.fixture
def posting(nusantara: Organization) -> JobPosting:
    return builders.a_posting(
        nusantara,
        title="IT Support",
        text="IT Support\n\nTugas:\n- Menjawab tiket",
        region="Jawa Barat",
        contract="fixed_term",
        salary_min_idr_month=5_000_000,
        salary_max_idr_month=5_500_000,
        closes_on=timezone.localdate() + timedelta(days=11),
    )


def markup_of(html: str) -> dict:
    found = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


def get(client, posting, status=200):
    response = client.get(f"/loker/{posting.slug}/")
    assert response.status_code == status
    return response.content.decode()


def test_facts_come_first(client, posting):
    html = get(client, posting)
    for words in ("Rp5.000.000–5.500.000", "PKWT (kontrak)", "Bandung, Jawa Barat", "11 hari lagi", "di kantor"):
        assert words in html


def test_markup_says_what_the_page_shows(client, posting):
    markup = markup_of(get(client, posting))
    assert markup["@type"] == "JobPosting"
    assert markup["title"] == "IT Support"
    assert markup["datePosted"] == timezone.localdate().isoformat()
    assert markup["validThrough"].startswith(posting.closes_on.isoformat())
    assert markup["employmentType"] == "FULL_TIME"
    assert markup["hiringOrganization"] == {"@type": "Organization", "name": "PT Nusantara"}
    assert markup["jobLocation"]["address"]["addressLocality"] == "Bandung"
    assert markup["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "MONTH",
        "minValue": 5_000_000,
        "maxValue": 5_500_000,
    }


def test_markup_holds_no_pay_that_is_not_shown(client, nusantara):
    assert "baseSalary" not in markup_of(get(client, builders.a_posting(nusantara)))


def test_work_from_home_is_marked_up_as_such(client, nusantara):
    markup = markup_of(get(client, builders.a_posting(nusantara, work_mode="remote", city="")))
    assert markup["jobLocationType"] == "TELECOMMUTE"
    assert "jobLocation" not in markup


def test_nothing_breaks_out_of_the_markup(client, nusantara):
    posting = builders.a_posting(nusantara, title=BREAK_OUT, text=BREAK_OUT, musts=[BREAK_OUT], city=BREAK_OUT)
    html = get(client, posting)
    assert "<script>alert" not in html
    assert markup_of(html)["title"] == BREAK_OUT
    assert markup_of(html)["skills"].startswith(BREAK_OUT)


def test_every_inline_script_is_data_or_carries_the_nonce(client, posting):
    response = client.get(f"/loker/{posting.slug}/")
    assert "'unsafe-inline'" not in response.headers["Content-Security-Policy"]
    for tag in re.findall(r"<script[^>]*>", response.content.decode()):
        assert "src=" in tag or "application/ld+json" in tag


def test_a_closed_posting_is_gone_and_says_so(client, posting):
    JobPosting.objects.filter(pk=posting.pk).update(state="closed")
    html = get(client, posting, status=410)
    assert "Loker ini sudah ditutup" in html
    assert "ld+json" not in html


@pytest.mark.parametrize("fields", [{"state": "draft", "published_at": None}, {"state": "in_moderation"}])
def test_what_was_never_public_is_as_if_it_did_not_exist(client, nusantara, fields):
    get(client, builders.a_posting(nusantara, **fields), status=404)


def test_recruiters_see_their_draft_without_markup_others_see_nothing(as_budi, as_dewi, nusantara):
    draft = builders.a_posting(nusantara, state="draft", published_at=None)
    html = get(as_budi, draft)
    assert "belum tayang untuk umum" in html
    assert "ld+json" not in html
    get(as_dewi, draft, status=404)


def test_doubt_is_said_with_its_clues(client, nusantara):
    reading = {
        "clarity": {"verdict": "mismatch", "params": {"title": "it-support", "duties": "it-helpdesk"}},
        "occupations": {
            "title": [],
            "duties": [
                {"id": "it-helpdesk", "score": 0.8, "evidence": [{"start": 0, "end": 1}] * 5},
                {"id": "it-support", "score": 0.2, "evidence": [{"start": 0, "end": 1}] * 2},
            ],
        },
    }
    html = get(client, builders.a_posting(nusantara, reading=reading))
    assert "5 petunjuk" in html
    assert "2 petunjuk" in html
    assert html.count('<i class="counts">') == 5


def test_fit_stands_only_where_a_cv_is_known(client, as_sari, sari, posting):
    assert "Bagaimana saya cocok" not in get(client, posting)
    assert "Bagaimana saya cocok" not in get(as_sari, posting)
    Jobseeker.objects.create(account=sari, cv=builders.a_cv(account=sari, name="Sari"))
    html = get(as_sari, posting)
    assert "Bagaimana saya cocok" in html
    assert "dari 3</strong> syarat wajib cocok" in html
    assert html.count('class="requirement"') == 4


def test_a_report_reaches_the_moderators_once(client, as_sari, posting):
    address = f"/loker/{posting.slug}/laporan/"
    assert client.get(address).status_code == 200
    for _ in range(2):
        answer = as_sari.post(address, {"reason": "fee", "words": "Diminta transfer"})
        assert (answer.status_code, answer.headers["Location"]) == (303, f"/loker/{posting.slug}/")
    assert list(PostingReport.objects.values_list("reason", "words")) == [("fee", "Diminta transfer")]
    assert Event.objects.filter(code="posting.reported").count() == 1


def test_a_report_without_reason_keeps_the_words(client, posting):
    answer = client.post(f"/loker/{posting.slug}/laporan/", {"words": "Alamatnya tidak ada"})
    assert answer.status_code == 422
    assert "Alamatnya tidak ada" in answer.content.decode()
    assert not PostingReport.objects.exists()


def test_anonymous_reports_of_one_posting_are_bounded(client, posting):
    for _ in range(51):
        client.post(f"/loker/{posting.slug}/laporan/", {"reason": "other"})
    assert PostingReport.objects.count() == 50


def test_a_bookmark_is_kept_and_taken_back(as_sari, posting):
    address = f"/loker/{posting.slug}/simpanan/"
    for _ in range(2):
        answer = as_sari.post(address, {"keep": "1", "next": "/loker/?q=x"})
        assert (answer.status_code, answer.headers["Location"]) == (303, "/loker/?q=x")
    assert Bookmark.objects.count() == 1
    assert 'aria-pressed="true"' in get(as_sari, posting).split("<footer")[0]
    assert as_sari.post(address, {"keep": "0", "next": "//evil.example/"}).headers["Location"] == f"/loker/{posting.slug}/"
    assert not Bookmark.objects.exists()


def test_htmx_gets_only_the_bookmark(as_sari, posting):
    html = as_sari.post(f"/loker/{posting.slug}/simpanan/", {"keep": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert html.strip().startswith("<form")
    assert "<html" not in html


def test_a_bookmark_of_nobody_leads_to_sign_in(client, posting):
    assert client.post(f"/loker/{posting.slug}/simpanan/", {"keep": "1"}).headers["Location"].startswith("/masuk/")
    assert client.get(f"/loker/{posting.slug}/simpanan/").status_code in {302, 405}


def test_the_reason_for_a_limit_is_shown_as_long_as_the_limit_stands(client, posting):
    check = {"code": "discrimination.age", "severity": "warning", "params": {"quote": "usia maks 30"}, "evidence": []}
    posting.kept_reasons = {
        "discrimination.age": "Naik menara, <b>aturan K3</b>",
        "discrimination.sex": "Sudah dihapus dari iklan",
    }
    posting.reading = {**posting.reading, "checks": [check]}
    posting.save()
    html = get(client, posting)
    assert "“usia maks 30” membatasi usia." in html
    assert "Naik menara, &lt;b&gt;aturan K3&lt;/b&gt;" in html
    assert "Sudah dihapus" not in html
    posting.reading = {**posting.reading, "checks": []}
    posting.save()
    assert "Naik menara" not in get(client, posting)
