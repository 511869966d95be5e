"""What photos need of the system is named as Debian names it, in the reason of a file and by the doctor."""

import pytest

from scans_for_tests import page, scans
from tepat.adapters.extract import programs
from tepat.adapters.extract.sandbox import Sandbox
from tepat.domain.documents import IncomingFile
from tepat.services.wording.documents import unreadable_message

BOTH = ("tesseract-ocr", "tesseract-ocr-ind")


@pytest.fixture
def install(monkeypatch, tmp_path):
    """A machine with a tesseract that knows these languages; None = without one."""

    def do(languages):
        if languages is not None:
            listed = "".join(f"\\n{language}" for language in languages)
            tesseract = tmp_path / "tesseract"
            tesseract.write_text(f"#!/bin/sh\nprintf 'List of languages:{listed}\\n'\n")
            tesseract.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        programs.find_recogniser.cache_clear()

    yield do
    programs.find_recogniser.cache_clear()


@pytest.mark.parametrize(
    ("languages", "missing", "used"),
    [
        (None, BOTH, None),
        (("osd",), ("tesseract-ocr-ind", "tesseract-ocr-eng"), None),
        (("eng", "osd"), ("tesseract-ocr-ind",), "eng"),
        (("eng", "ind", "osd"), (), "ind+eng"),
    ],
)
def test_missing_packages_are_named_and_what_is_there_is_used(install, languages, missing, used):
    install(languages)
    assert programs.missing_packages() == missing
    found = programs.recogniser_arguments(upright=True)
    assert (found[found.index("-l") + 1] if found else None) == used


def test_a_photo_says_which_packages_it_needs(install):
    install(None)
    with Sandbox(workers=1) as sandbox:
        answer = sandbox.extract(IncomingFile("cv.png", scans.make_scan(page(), mode="clean", seed=1)[1]))
    assert (answer.code, answer.params["needs"]) == ("no_text", "tesseract-ocr tesseract-ocr-ind")
    assert all(package in unreadable_message(answer) for package in BOTH)
