"""The gallery shows every component, and every stylesheet stands in the table of contents."""

import re
from pathlib import Path

import pytest
from django.test import Client

PACKAGE = Path(__file__).parents[2] / "src" / "tepat"
UNSEEN = {"scripts"}
"""Components that draw nothing."""
CSS_BUDGET_LINES, JS_BUDGET_LINES, TEMPLATE_BUDGET_LINES = 150, 120, 80


@pytest.fixture
def gallery(client: Client) -> str:
    response = client.get("/house")
    assert response.status_code == 200
    return response.content.decode()


def gallery_sources() -> str:
    """The gallery's own templates and all that every page includes."""
    names = ("public/house.html", "public/house_side.html", "base.html", "components/toasts.html", "components/job.html")
    return "".join((PACKAGE / "templates" / name).read_text() for name in names)


@pytest.mark.parametrize("component", sorted(p.stem for p in (PACKAGE / "templates/components").glob("*.html")))
def test_every_component_stands_in_the_gallery(component):
    tag = re.search(rf"{{% {component} ", gallery_sources())
    included = f'"components/{component}.html"' in gallery_sources()
    assert component in UNSEEN or tag or included


def imported_by(scripts: dict[str, str], name: str) -> set[str]:
    """The component and those it imports, at any depth."""
    found, wanted = set(), [name]
    while wanted:
        name = wanted.pop()
        if name in scripts and name not in found:
            found.add(name)
            wanted += re.findall(r'import[^;]*?"\./([a-z-]+)\.js"', scripts[name])
    return found


def test_every_custom_element_is_woken_by_the_entry():
    entry = (PACKAGE / "static/js/app.js").read_text()
    scripts = {p.stem: p.read_text() for p in (PACKAGE / "static/js/components").glob("*.js")}
    defined = {name for text in scripts.values() for name in re.findall(r'customElements\.define\(\s*"([a-z-]+)"', text)}
    assert defined
    woken = re.findall(r'"([a-z-]+)": \(\) => (?:whenIdle\(\(\) => )?import\("\./components/([a-z-]+)\.js"\)', entry)
    pulled = {name for _, first in woken for name in imported_by(scripts, first)}
    assert defined == {name for name, first in woken if name == first} | pulled & defined


def test_both_themes_stand_side_by_side(gallery):
    assert gallery.count('data-theme="light"') == 1
    assert gallery.count('data-theme="dark"') == 1


def test_every_icon_of_the_sprite_is_drawn(gallery):
    names = re.findall(r'<symbol id="(\w+)"', (PACKAGE / "static/img/icons.svg").read_text())
    assert names
    assert [n for n in names if f"#{n}" not in gallery] == []


def test_every_stylesheet_is_reached():
    """By the table of contents, by a page that alone needs it, or by the program that writes a page to a file."""
    css = PACKAGE / "static/css"
    listed = set(re.findall(r'@import url\("([^"]+)"\)', (css / "app.css").read_text()))
    others = "".join(p.read_text() for p in [*(PACKAGE / "templates").rglob("*.html"), *PACKAGE.glob("cli/*.py")])
    every = {p.relative_to(css).as_posix() for p in css.rglob("*.css")}
    named = {name for name in every if f"css/{name}" in others or f'"{name.removesuffix(".css")}"' in others}
    assert every - listed - named == set()
    assert listed <= every


@pytest.mark.parametrize(
    ("pattern", "budget"),
    [
        ("static/css/**/*.css", CSS_BUDGET_LINES),
        ("static/js/**/*.js", JS_BUDGET_LINES),
        ("templates/**/*.html", TEMPLATE_BUDGET_LINES),
    ],
)
def test_files_keep_to_their_size(pattern, budget):
    texts = {p.name: p.read_text() for p in PACKAGE.glob(pattern)}
    assert {n: len(t.splitlines()) for n, t in texts.items() if len(t.splitlines()) > budget and "size: " not in t} == {}


def test_no_template_carries_inline_style_or_script():
    """Letters and the page that the command line writes stand alone and carry their own."""
    for path in (PACKAGE / "templates").rglob("*.html"):
        if path.parent.name in {"mail", "shortlist"}:
            continue
        text = path.read_text()
        assert not re.search(r"\sstyle=|\son\w+=|<style", text), path
        assert not re.search(r"<script(?![^>]*(src=|application/ld\+json))", text), path


def test_stylesheets_avoid_important_and_physical_margins():
    for path in (PACKAGE / "static/css").rglob("*.css"):
        assert "!important" not in path.read_text(), path
