"""schema.org JobPosting in: alone, in a saved page, broken."""

import json

import pytest

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.markup import advert_of_markup
from tepat.domain.postings.read import read_posting

MARKED = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Programmer PHP",
    "hiringOrganization": {"@type": "Organization", "name": "PT Contoh Maju"},
    "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Bandung"}},
    "baseSalary": {"currency": "IDR", "value": {"minValue": 5000000, "maxValue": 7000000, "unitText": "MONTH"}},
    "employmentType": ["FULL_TIME", "TEMPORARY"],
    "jobLocationType": "TELECOMMUTE",
    "validThrough": "2027-01-31T23:59:59+07:00",
    "description": "<p>Kualifikasi:</p><ul><li>Menguasai PHP &amp; MySQL</li></ul>",
}


def in_page(body):
    scripts = f'<script>var a = "<br>";</script><script type="application/ld+json; charset=utf-8">{body}</script>'
    return f"<!doctype html><html><head>{scripts}</head><body><p>Menu</p></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(MARKED),
        "\ufeff" + json.dumps([{"@type": "WebSite"}, MARKED]),
        in_page(json.dumps({"@graph": [{"@type": "BreadcrumbList"}, MARKED]})),
        in_page("{broken").replace("</head>", f'<script type="application/ld+json">{json.dumps(MARKED)}</script></head>'),
    ],
)
def test_markup_is_read_like_any_advert(text):
    reading = read_posting(advert_of_markup(text), knowledge=load_knowledge())
    assert (reading.title, reading.employer, reading.city) == ("Programmer PHP", "PT Contoh Maju", "Bandung")
    assert (reading.salary.min_idr, reading.salary.max_idr) == (5_000_000, 7_000_000)
    assert (reading.contract, reading.work_mode, str(reading.closes_on)) == ("fixed_term", "remote", "2027-01-31")
    assert [r.label for r in reading.requirements] == ["PHP", "MySQL"]


@pytest.mark.parametrize(
    "text",
    [
        "IT Support\nTugas",
        "{}",
        "{broken",
        "<p>Loker</p>",
        in_page("{broken"),
        in_page('{"@type": "Article"}'),
        "",
        "[" * 100_000,
    ],
)
def test_what_marks_up_no_posting_stays_as_it_is(text):
    assert advert_of_markup(text) is None
