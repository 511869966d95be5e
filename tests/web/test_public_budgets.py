"""Bytes of a first visit, as sent: compressed with gzip, which is larger than brotli, so these bounds are on the safe side."""

import gzip
import re
from pathlib import Path

import pytest

import builders
from tepat.config.static import ENTRY, joined
from tepat.services.indexing import rebuild_index

STATIC = Path(__file__).parents[2] / "src" / "tepat" / "static"
KB = 1000


def sent(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_the_stylesheet_of_all_pages_is_small():
    assert sent(joined(STATIC / ENTRY).encode()) <= 12 * KB


def test_own_scripts_of_a_public_page_are_small():
    assert sent((STATIC / "js/app.js").read_bytes()) <= 7 * KB


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/loker/", "/loker/?q=it+bandung", "/perusahaan/nusantara/", "/privasi/"])
def test_a_first_visit_costs_at_most_60_kb_in_six_requests(client, nusantara, address):
    for n in range(30):
        builders.a_posting(nusantara, title=f"IT Support {n}", occupation="it-helpdesk", salary_min_idr_month=5_000_000 + n)
    rebuild_index()
    html = client.get(address).content
    assert sent(html) <= 14 * KB
    wanted = set(re.findall(r'(?:href|src)="/static/([^"#]+)', html.decode()))
    assert wanted == {"css/app.css", "img/favicon.svg", "img/icons.svg", "js/app.js", "manifest.webmanifest"}
    files = {name: joined(STATIC / name).encode() if name == ENTRY else (STATIC / name).read_bytes() for name in wanted}
    assert sent(html) + sum(map(sent, files.values())) <= 60 * KB
