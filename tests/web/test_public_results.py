"""Home and results: found, filtered, paged, answered back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import builders
from tepat.models import JobPosting, Organization
from tepat.services.indexing import rebuild_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(nusantara: Organization) -> list[JobPosting]:
    """Helpdesk in Bandung with pay, network in Jakarta without, both live; one closed, one unverified, one past its day."""
    helpdesk = builders.a_posting(
        nusantara,
        title="IT Helpdesk Staff",
        city="Bandung",
        occupation="it-helpdesk",
        salary_min_idr_month=5_200_000,
        salary_max_idr_month=6_000_000,
        contract="permanent",
    )
    network = builders.a_posting(
        nusantara, title="Network Engineer", city="Jakarta Selatan", occupation="network-engineer", work_mode="hybrid"
    )
    builders.a_posting(nusantara, title="Helpdesk Tutup", state="closed")
    builders.a_posting(nusantara, title="Helpdesk Lewat", closes_on=timezone.localdate() - timedelta(days=1))
    builders.a_posting(builders.an_organization("PT Baru", verification="pending"), title="Helpdesk Palsu")
    rebuild_index()
    return [helpdesk, network]


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_only_live_postings_of_verified_organizations_are_listed(client, jobs):
    html = page(client, "/loker/")
    assert "IT Helpdesk Staff" in html
    assert "Network Engineer" in html
    assert "Helpdesk Tutup" not in html
    assert "Helpdesk Lewat" not in html
    assert "Helpdesk Palsu" not in html


def test_words_are_answered_back_as_parts_that_can_be_taken_away(client, jobs):
    html = page(client, "/loker/?q=helpdesk+bandung+5jt")
    assert "IT Helpdesk Staff" in html
    assert "Network Engineer" not in html
    assert "≥ Rp5 jt" in html
    assert 'href="/loker/?q=helpdesk+bandung"' in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("peran=network-engineer", {"Network Engineer"}),
        ("kota=Bandung", {"IT Helpdesk Staff"}),
        ("kota=Bandung&kota=Jakarta+Selatan", {"IT Helpdesk Staff", "Network Engineer"}),
        ("cara=hybrid", {"Network Engineer"}),
        ("kontrak=permanent", {"IT Helpdesk Staff"}),
        ("gaji=5000000", {"IT Helpdesk Staff"}),
        ("gaji=7000000", set()),
        ("kota=Bandung&cara=hybrid", set()),
    ],
)
def test_filters_narrow(client, jobs, query, expected):
    html = page(client, f"/loker/?{query}")
    assert {job.title for job in jobs if f'/">{job.title}</a>' in html} == expected


@pytest.mark.parametrize("query", ["hal=0", "hal=-1", "hal=abc", "hal=9999999", "gaji=x", "gaji=-5", "urut=drop+table", "hal=²"])
def test_nonsense_in_the_address_counts_as_not_said(client, jobs, query):
    assert page(client, f"/loker/?{query}")


def test_an_unreadable_search_says_so_and_keeps_the_words(client, jobs):
    html = page(client, "/loker/?q=%22helpdesk+(")
    assert "Pencarian ini belum bisa dibaca" in html
    assert 'value="&quot;helpdesk ("' in html


def test_nothing_found_offers_a_next_step(client, jobs):
    html = page(client, "/loker/?kota=Sabang")
    assert "Belum ada loker yang pas hari ini" in html
    assert 'href="/loker/"' in html


def test_words_are_escaped_wherever_they_stand(client, jobs):
    html = page(client, "/loker/?q=%3Cscript%3Ealert(1)%3C/script%3E&kota=%22%3E%3Cimg%3E")
    assert "<script>alert" not in html
    assert '"><img>' not in html


def test_pay_not_stated_is_said(client, jobs):
    assert "Gaji tidak disebut" in page(client, "/loker/?peran=network-engineer")


def test_newest_first_and_pages_keep_the_filters(client, nusantara):
    for days in range(45):
        builders.a_posting(nusantara, title=f"Loker {days:02}", published_at=timezone.now() - timedelta(days=days))
    rebuild_index()
    first, third = page(client, "/loker/?urut=newest&kota=Bandung"), page(client, "/loker/?urut=newest&kota=Bandung&hal=3")
    assert first.index("Loker 00") < first.index("Loker 01") < first.index("Loker 19")
    assert "Loker 20" not in first
    assert "urut=newest&amp;kota=Bandung&amp;hal=2" in first
    assert [n for n in range(45) if f"Loker {n:02}" in third] == list(range(40, 45))


@pytest.mark.parametrize("address", ["/", "/loker/", "/perusahaan/nusantara/"])
def test_a_list_costs_the_same_with_one_row_and_with_three(client, nusantara, address):
    def cost() -> int:
        rebuild_index()
        page(client, address)
        with CaptureQueriesContext(connection) as queries:
            page(client, address)
        return len(queries)

    builders.a_posting(nusantara, occupation="it-support")
    one = cost()
    builders.a_posting(nusantara, occupation="it-helpdesk")
    builders.a_posting(nusantara, occupation="it-helpdesk")
    assert cost() == one


def test_home_counts_what_is_open(client, jobs):
    html = page(client, "/")
    assert "2 loker terbuka" in html
    assert '/loker/?peran=it-helpdesk"' in html


def test_home_without_postings_says_what_happens_next(client):
    assert "Belum ada loker" in page(client, "/")


def test_pages_of_nobody_set_no_cookie_and_carry_no_token(client, jobs):
    for address in ("/", "/loker/", "/bantuan/", "/privasi/"):
        response = client.get(address)
        assert not response.cookies
        assert b"csrfmiddlewaretoken" not in response.content
