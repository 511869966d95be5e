"""`doctor`: each part in words of the language asked for."""

import io

import pytest
from django.core.management import call_command

from tepat.services import engines
from tepat.services.examining import Finding, examine
from tepat.services.wording.parts import part_name


def report(**options):
    out = io.StringIO()
    call_command("doctor", stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize(("lang", "words"), [("id", "Basis data"), ("en", "Database")])
def test_doctor_speaks_the_language_asked_for(db, lang, words):
    from tepat.services.indexing import rebuild_index

    rebuild_index()
    said = report(lang=lang)
    assert words in said
    assert ("rantai utuh" in said) == (lang == "id")


def test_every_part_has_a_name(db):
    from django.utils import translation

    with translation.override("id"):
        assert [f.part for f in examine() if part_name(f.part) == f.part] == []


def test_the_operator_reads_health_in_indonesian(db, client, monkeypatch):
    import builders
    from tepat.web.staff import health

    monkeypatch.setattr(health, "examine", lambda: [Finding("index", "ok", "56 dokumen")])
    operator = builders.an_account("Operator", is_operator=True)
    client.force_login(operator, backend="django.contrib.auth.backends.ModelBackend")
    assert "Indeks pencarian" in client.get("/operator/").content.decode()


@pytest.mark.parametrize(
    ("absent", "verdict", "mend"),
    [((), "ok", ""), (("tesseract-ocr", "tesseract-ocr-ind"), "warning", "apt install tesseract-ocr tesseract-ocr-ind")],
)
def test_doctor_says_how_to_install_what_photos_need(db, monkeypatch, absent, verdict, mend):
    class Reader:
        def missing_packages(self):
            return absent

    monkeypatch.setattr(engines, "extractor", Reader)
    found = next(finding for finding in examine() if finding.part == "formats")
    assert (found.state, found.mend) == (verdict, mend)
