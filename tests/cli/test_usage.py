"""A wrong call says what is wrong on stderr, in the language asked for, with exit code 2; stdout stays empty."""

import subprocess
import sys

import pytest


def tepat(*words):
    return subprocess.run([sys.executable, "-m", "tepat", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("", "Perintahnya belum disebut."),
        ("cv", "Perintahnya belum disebut."),
        ("cv raed", "Tidak ada perintah “raed”. Maksudnya “read”?"),
        ("cv read", "PATHS belum disebut."),
        ("cv read x --lang fr", "--lang menerima salah satu dari: id, en."),
        ("cv read x --as-of kemarin", "--as-of menerima tanggal seperti 2026-11-29."),
        ("posting read --bogus", "Tidak ada opsi --bogus."),
        ("occupation --lang=en", "There is no option --lang."),
        ("shortlist --lang en", "POSTING is missing."),
    ],
)
def test_a_wrong_call_is_explained(call, words):
    answer = tepat(*call.split())
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.splitlines()[0] == words
    assert "--help" in answer.stderr


def test_help_is_a_result():
    answer = tepat("cv", "--help")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "read" in answer.stdout
