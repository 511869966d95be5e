"""`/sitemap.xml` and `/robots.txt`."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from tepat.models import JobPosting
from tepat.services import engines
from tepat.web.policies import anyone

MOST = 50_000
"""Addresses in one file, as sitemaps.org says."""
HIDDEN = ("/saya/", "/rekrut/", "/operator/", "/akun/", "/masuk/", "/pilihan/", "/house")


@anyone
def show_sitemap(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Home, results, guides, live postings newest first, and the organizations that have them."""
    rows = "".join(format_html("<url><loc>{}</loc>{}</url>", settings.BASE_URL + path, _changed(at)) for path, at in _paths())
    xml = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
    return HttpResponse(xml, content_type="application/xml")


def _changed(at: datetime | None) -> str:
    return format_html("<lastmod>{}</lastmod>", at.date().isoformat()) if at else ""


def _paths() -> Iterator[tuple[str, datetime | None]]:
    yield "/", None
    yield "/loker/", None
    yield from ((path, None) for path in _roles())
    firms: dict[str, datetime] = {}
    live = JobPosting.objects.live().order_by("-published_at", "-pk").values_list("slug", "updated_at", "organization__slug")
    for slug, changed, firm in live[: MOST // 2]:
        firms[firm] = max(firms.get(firm, changed), changed)
        yield f"/loker/{slug}/", changed
    for firm, changed in firms.items():
        yield f"/perusahaan/{firm}/", changed


def _roles() -> Iterator[str]:
    """Guides, and every pair of them once."""
    shelf = engines.guides().ids()
    yield "/peran/"
    yield from (f"/peran/{i}/" for i in shelf)
    yield from (f"/peran/{a}/vs/{b}/" for a, b in combinations(shelf, 2))


@anyone
def show_robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in HIDDEN), f"Sitemap: {settings.BASE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
