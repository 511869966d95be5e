"""The page shown when a session ended while somebody typed: every field with its own words, nothing hidden, nothing lost."""

import re
from pathlib import Path

import pytest
from django.test import Client

import tepat
from cast_of_tests import session_of
from tepat.web.typed import WRITTEN_IN_TEMPLATES

TEMPLATES = Path(tepat.__file__).parent / "templates"
CONTROL = re.compile(r"<(input|textarea)\b[^>]*>")


@pytest.fixture
def strict(budi):
    """Budi's browser whose form carries no valid token any more."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = session_of(budi).cookies
    return client


def shown(page):
    """label → value of the visible fields; name → value of the hidden ones."""
    visible = re.findall(r'<label for="typed-[^"]*">([^<]*?)(?: <span[^>]*>[^<]*</span>)?</label>\s*(.*?)</div>', page, re.DOTALL)
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
    return {label.strip(): control for label, control in visible}, dict(hidden)


def test_fields_stand_with_their_labels_and_short_values_are_seen(strict):
    typed = {"title": "NOC", "city": "Solo", "contract": "fixed_term", "text": "Tugas:\n- Jaga malam", "key": "k-1"}
    answer = strict.post("/rekrut/loker/baru/", typed)
    assert answer.status_code == 403
    fields, hidden = shown(answer.content.decode())
    assert 'value="NOC"' in fields["Judul"]
    assert 'value="Solo"' in fields["Kota"]
    assert 'value="fixed_term" selected' in fields["Kontrak"]
    assert "- Jaga malam</textarea>" in fields["Iklan"]
    assert hidden["key"] == "k-1"
    assert "Title" not in fields


def test_rows_that_a_template_writes_have_labels_too(strict, nusantara):
    fields, hidden = shown(
        strict.post("/rekrut/loker/x/", {"label-r1": "SIM C", "months-r2": "6", "importance-r1": "nice"}).content.decode()
    )
    assert 'name="label-r1" value="SIM C"' in fields["Syarat"]
    assert 'name="months-r2" value="6"' in fields["Bulan"]
    assert hidden["importance-r1"] == "nice"


def test_passwords_are_never_sent_back(strict):
    page = strict.post("/rekrut/anggota/", {"email": "a@b.example", "password": "rahasia-sekali"}).content.decode()
    assert "rahasia-sekali" not in page
    assert "a@b.example" in page


def test_every_field_that_a_template_writes_has_a_label_here():
    """A text field written by hand in a form that POSTs must be named in WRITTEN_IN_TEMPLATES, or it would travel unseen."""
    unnamed = []
    for path in TEMPLATES.rglob("*.html"):
        if "allauth" in path.parts:
            continue
        for form in re.findall(r'method="post".*?(?:</form>|\Z)', path.read_text("utf-8"), re.DOTALL):
            for control in CONTROL.finditer(form):
                name = re.search(r'\bname="([^"]*)"', control[0])
                kind = re.search(r'\btype="([^"]*)"', control[0])
                if name is None or (kind and kind[1] in {"hidden", "checkbox", "radio", "file"}):
                    continue
                start = name[1].partition("{{")[0]
                if start not in WRITTEN_IN_TEMPLATES:
                    unnamed.append(f"{path.name}: {name[1]}")
    assert unnamed == []
