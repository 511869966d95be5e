"""Bytes and requests of first and repeat visits, with the real collected files as they are sent to a browser.

Budgets in bytes: a public page 60,000 in all, its HTML 14,000, CSS 12,000, JavaScript 22,000 (own 7,000); a repeat view 6,000;
the recruiter's workspace 150,000, the next candidate 12,000. No web font, no picture that a page needs.
"""

import gzip
import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles.finders import find
from django.core.files.storage import FileSystemStorage
from django.test import Client, override_settings
from django.utils import timezone

import builders
from tepat.adapters.generator.showcase import load_postings
from tepat.config import static
from tepat.config.settings import STORAGES
from tepat.config.starting import collect_static
from tepat.services.indexing import rebuild_index

pytestmark = pytest.mark.django_db
SHELL = re.compile(r"self\.SHELL = (.+);")
STATIC = re.compile(r"""<(?:link|script|img|use)\b[^>]*?\b(?:href|src)="(/static/[^"#]+)""")
IMPORTS = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")
ACCEPTED = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}
# Before a page has loaded: itself, its stylesheet, app.js, the sprite of icons; what browsers ask for themselves: icon, manifest.
PUBLIC_REQUESTS = 6
# After that, when nothing else is to be done: the bar, the worker, the page for being offline in the language of the visitor.
LATER_REQUESTS = 3


@dataclass(frozen=True)
class Sent:
    """One answer as it goes over the wire; `size` counts its body, compressed, in bytes."""

    body: bytes
    size: int
    headers: dict[str, str]


@dataclass(frozen=True)
class Visit:
    """A page and everything it names, from an empty cache; of the files, `later` are asked for after it has loaded."""

    page: Sent
    files: dict[str, Sent]
    later: frozenset[str]

    @property
    def size(self) -> int:
        return self.page.size + sum(f.size for f in self.files.values())

    def size_of(self, suffix: str) -> int:
        return sum(f.size for name, f in self.files.items() if name.endswith(suffix))


@pytest.fixture(scope="module", autouse=True)
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The static files as `./run` collects them: joined, hashed, compressed."""
    root = tmp_path_factory.mktemp("static")
    storages = {**STORAGES, "staticfiles": {"BACKEND": "tepat.config.static.JoinedStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        collect_static()
        yield root


@pytest.fixture
def published(nusantara):
    """The demo's adverts, all of one organization, in the index; the longest first."""
    adverts = sorted((p for p in load_postings() if p.state == "published"), key=lambda p: -len(p.text))[:30]
    postings = [
        builders.a_posting(
            nusantara,
            title=p.title,
            text=p.text,
            city=p.city,
            region=p.region,
            contract=p.contract,
            salary_min_idr_month=p.salary_min_idr_month,
            salary_max_idr_month=p.salary_max_idr_month,
            closes_on=timezone.localdate() + timedelta(days=p.closes_in_days),
            occupation="it-helpdesk" if n % 2 else "it-support",
        )
        for n, p in enumerate(adverts)
    ]
    rebuild_index()
    return postings


@pytest.fixture
def waiting(nusantara):
    """A posting with 30 people in its queue, each with a CV of two full pages."""
    posting = builders.a_posting(nusantara)
    text = builders.TEXT + "\n".join(p.text for p in load_postings())[:5500]
    for n in range(30):
        builders.an_application(posting, name=f"Orang {n:02}", strip="mmp|n" if n % 2 else "mnc|m", days=n / 24, text=text)
    return posting


def fetch(client: Client, address: str, **headers: str) -> Sent:
    answer = client.get(address, **ACCEPTED, **headers)
    assert answer.status_code == 200, address
    body = answer.getvalue()
    size = len(body)
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    elif answer.headers.get("Content-Encoding") == "br":
        body = brotli.decompress(body)
    return Sent(body, size, dict(answer.headers))


def visit(client: Client, address: str) -> Visit:
    page = fetch(client, address)
    html = page.body.decode()
    files: dict[str, Sent] = {}
    later = []
    wanted = list(dict.fromkeys(STATIC.findall(html)))
    while wanted:
        name = wanted.pop()
        if name not in files:
            files[name] = fetch(client, name)
            if name.endswith(".js"):
                found = imported(name, files[name].body.decode(), html)
                later += [path for path in found if "outbox-bar" in path]
                wanted += [path for path in found if "outbox-bar" not in path]
    if later:
        later += ["/sw.js", f"/luring/?bahasa={page.headers['Content-Language']}"]
        files |= {name: fetch(client, name) for name in later}
        # What the worker keeps beside that page is what this page has just fetched: nothing more goes over the line.
        assert set(json.loads(SHELL.search(files["/sw.js"].body.decode())[1])) <= set(files)
        assert imported(later[0], files[later[0]].body.decode(), html) == []
    return Visit(page, files, frozenset(later))


def imported(name: str, script: str, html: str) -> list[str]:
    """What a module asks for: always what it imports at its head, and, of app.js, the elements that stand on the page."""
    found = [posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for path in IMPORTS.findall(script)]
    if not re.search(r"/js/app\.\w+\.js$", name):
        return found
    return [path for path in found if f"<{posixpath.basename(path).split('.')[0]}" in html]


@pytest.fixture
def public(client, published):
    longest = published[0]
    pages = {
        "home": "/",
        "results": "/loker/",
        "search": "/loker/?q=it+support+bandung",
        "posting": f"/loker/{longest.slug}/",
        "organization": f"/perusahaan/{longest.organization.slug}/",
        "roles": "/peran/",
        "guide": "/peran/it-helpdesk/",
        "comparison": "/peran/it-helpdesk/vs/it-support/",
        "fit check": "/peran/it-helpdesk/cocok/",
        "help": "/bantuan/",
        "privacy": "/privasi/",
    }
    return {name: (address, visit(client, address)) for name, address in pages.items()}


def test_a_first_visit_of_a_public_page_keeps_its_budgets(public):
    assert public["results"][1].page.body.count(b'<article class="job"') >= 10
    for name, (_, first) in public.items():
        assert first.page.size <= 14_000, name
        assert first.size_of(".css") <= 12_000, name
        assert first.size_of(".js") <= 7_000, name
        assert first.size <= 60_000, name
        assert 1 + len(first.files.keys() - first.later) <= PUBLIC_REQUESTS, (name, sorted(first.files))
        assert len(first.later) <= LATER_REQUESTS, (name, sorted(first.later))
        assert not any("htmx" in file for file in first.files), name
        assert "/sw.js" in first.later, name
        assert all(f.headers["Content-Encoding"] in {"br", "gzip"} for f in [first.page, *first.files.values()]), name


def test_no_page_waits_for_a_font_or_a_picture(public):
    for name, (_, first) in public.items():
        html = first.page.body.decode()
        assert not re.search(r"<img|<picture|<video|\bpreload\b|\.woff", html), name
        for file, sent in first.files.items():
            if file.endswith(".css"):
                assert not re.search(rb"@font-face|@import|url\((?![\"']?(?:data:|#))", sent.body), file


def test_a_repeat_view_costs_at_most_its_headers(client, public):
    for name, (address, first) in public.items():
        again = client.get(address, **ACCEPTED, HTTP_IF_NONE_MATCH=first.page.headers["ETag"])
        assert (again.status_code, again.content) == (304, b""), name
        for file, sent in first.files.items():
            if not file.startswith("/static/"):
                kept = client.get(file, **ACCEPTED, HTTP_IF_NONE_MATCH=sent.headers["ETag"])
                assert (kept.status_code, kept.content) == (304, b""), file
                continue
            forever = re.search(r"\.[0-9a-f]{12}\.", file)
            assert forever, file
            assert "immutable" in sent.headers["Cache-Control"], file


def test_public_pages_set_no_cookie_and_vary_by_what_they_depend_on(client, public):
    for name, (_, first) in public.items():
        assert "Set-Cookie" not in first.page.headers, name
        assert {"Cookie", "Accept-Encoding"} <= set(first.page.headers["Vary"].split(", ")), name
    assert dict(client.cookies) == {}


def test_what_a_signed_in_person_gets_is_kept_by_no_shared_cache(as_budi, as_sari, published):
    for browser, address in ((as_budi, "/rekrut/"), (as_sari, "/loker/"), (as_sari, "/saya/")):
        assert "private" in fetch(browser, address).headers["Cache-Control"], address


def test_one_stylesheet_holds_all_layers_and_follows_its_parts(collected):
    names = {path.name for path in (collected / "css").glob("app.*.css")}
    assert len(names) == 1
    css = (collected / "css" / names.pop()).read_text()
    assert css.startswith("@layer reset, tokens, base, layout, components, pages, utilities;")
    assert css.count("@layer components {") > 10
    # A second collecting finds the stylesheet that the first one wrote; it must read the sources, not that.
    storage = static.JoinedStaticFilesStorage(location=collected)
    source = static.ENTRY
    (collected / source).write_text("stale")
    sources = FileSystemStorage(location=Path(str(find(source))).parents[1])
    done = {name: hashed for name, hashed, _ in storage.post_process({source: (sources, source)}) if hashed}
    assert (collected / done[source]).exists()
    assert (collected / source).read_text() == css


def test_scripts_of_a_page_together_with_htmx_keep_the_budget(as_budi, as_sari, waiting):
    """With the service worker."""
    triage = visit(as_budi, f"/rekrut/loker/{waiting.public_id}/triase/")
    assert any("triage-desk" in file for file in triage.files)
    assert triage.size_of(".js") <= 22_000
    own = visit(as_sari, "/saya/")
    assert any("htmx" in file for file in own.files)
    assert own.size_of(".js") <= 22_000


def test_the_workspace_keeps_its_budget(as_budi, waiting):
    for address in ("/rekrut/", f"/rekrut/loker/{waiting.public_id}/triase/", f"/rekrut/pipeline/?loker={waiting.public_id}"):
        first = visit(as_budi, address)
        assert first.size <= 150_000
        assert first.size_of(".css") <= 14_000
        assert 1 + len(first.files) <= 22, sorted(first.files)


def test_the_next_candidate_costs_at_most_12_kb(as_budi, waiting):
    for application in waiting.applications.all()[:3]:
        assert len(application.cv.text) > 5000
        sent = fetch(as_budi, f"/rekrut/lamaran/{application.public_id}/", HTTP_HX_REQUEST="true")
        assert b'id="candidate"' in sent.body
        assert sent.size <= 12_000
