"""`tepat cv read` as people and programs call it."""

import hashlib
import json
import subprocess
import sys

import pytest

import documents_for_tests as made


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("cv")
    (path / "b.docx").write_bytes(made.docx())
    (path / "a.pdf").write_bytes(made.plain_pdf())
    (path / "kosong.pdf").write_bytes(b"")
    (path / "dalam").mkdir()
    (path / "dalam" / "c.txt").write_text("\n".join(made.LINES))
    return path


def tepat(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "tepat", "cv", "read", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_a_missing_file_has_no_digest(tmp_path):
    missing = tmp_path / "tidak-ada.pdf"
    answer = tepat(missing, "--json")
    line = json.loads(answer.stdout)
    assert (answer.returncode, line["sha256"], line["error"]["code"]) == (1, None, "damaged")
    assert line["error"]["message"] == "Berkas tidak ada atau tidak dapat dibuka."


def test_folders_are_walked_in_order_and_every_file_is_one_line(folder):
    done = tepat(folder, "--json", "--text", "--as-of", "2026-11-22")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [d["file"] for d in found] == [str(folder / name) for name in ("a.pdf", "b.docx", "dalam/c.txt", "kosong.pdf")]
    assert found[1]["sha256"] == hashlib.sha256((folder / "b.docx").read_bytes()).hexdigest()
    for document in found[:3]:
        assert document["basics"] == {"name": "Sari Wulandari", "email": "sari@example.com"}
        (span,) = document["evidence"]["/basics/email"]
        assert document["text"][span["start"] : span["end"]] == "sari@example.com"
    assert found[3]["error"] == {"code": "empty", "message": "Berkas kosong."}
    assert "Berkas kosong." in done.stderr


def test_the_same_input_gives_the_same_bytes(folder):
    first, second = (tepat(folder, "--json", "--as-of", "2026-11-22").stdout for _ in range(2))
    assert first == second


def test_text_is_given_only_when_asked(folder):
    assert "text" not in json.loads(tepat(folder / "a.pdf", "--json").stdout)


def test_messages_follow_the_language(folder):
    answer = json.loads(tepat(folder / "kosong.pdf", "--json", "--lang", "en").stdout)
    assert answer["error"]["message"] == "The file is empty."


def test_nothing_readable_is_exit_1_and_wrong_usage_2(folder):
    assert tepat(folder / "kosong.pdf", "--json").returncode == 1
    assert tepat(folder / "nirgends.pdf", "--json").returncode == 1
    assert tepat("--json").returncode == 2
    assert tepat(folder, "--as-of", "kemarin").returncode == 2


def test_flags_speak_in_sentences(tmp_path):
    path = tmp_path / "cv.docx"
    path.write_bytes(made.plain_pdf())
    (flag,) = json.loads(tepat(path, "--json").stdout)["meta"]["flags"]
    assert flag == {"code": "type_mismatch", "message": "Namanya DOCX, isinya PDF."}


def test_json_resume_is_its_own_document(folder):
    resume = json.loads(tepat(folder / "a.pdf", "--json-resume").stdout)
    assert resume["basics"] == {"name": "Sari Wulandari", "email": "sari@example.com"}
    assert "evidence" not in resume


def test_people_get_a_table(folder):
    shown = tepat(folder / "a.pdf").stdout
    assert "Sari Wulandari" in shown
    assert "Keahlian" in shown
