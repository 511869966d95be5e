"""`tepat posting read`: the contract's document for each advert, in the order given."""

import json

import pytest
from typer.testing import CliRunner

from tepat.cli.posting import app

runner = CliRunner()
ADVERT = """IT Helpdesk
PT Contoh Maju
Bandung, Jawa Barat

Tugas:
- Menerima laporan pengguna lewat telepon dan tiket
- Mengatur ulang kata sandi
Kualifikasi:
- Usia maksimal 27 tahun
- Pendidikan minimal D3
- Menguasai Windows dan Linux
"""


@pytest.fixture
def advert(tmp_path):
    path = tmp_path / "loker.txt"
    path.write_text(ADVERT)
    return path


def run(*arguments):
    return runner.invoke(app, ["read", *map(str, arguments)])


def test_one_document_per_advert(advert):
    answer = run(advert, "--json", "--text")
    assert answer.exit_code == 0
    (document,) = [json.loads(line) for line in answer.stdout.splitlines()]
    assert list(document) == ["file", "posting", "requirements", "occupations", "clarity", "checks", "text"]
    assert document["file"] == str(advert)
    assert [(r["id"], r["kind"], r["label"]) for r in document["requirements"]] == [
        ("r1", "education", "D3"),
        ("r2", "skill", "Windows"),
        ("r3", "skill", "Linux"),
    ]
    for r in document["requirements"]:
        assert all(document["text"][s["start"] : s["end"]] for s in r["evidence"])
    age = next(c for c in document["checks"] if c["code"] == "discrimination.age")
    (span,) = age["evidence"]
    assert document["text"][span["start"] : span["end"]] == "Usia maksimal 27 tahun"
    assert "Usia maksimal 27 tahun" in age["message"]


def test_the_same_input_gives_the_same_bytes(advert):
    assert run(advert, "--json").stdout == run(advert, "--json").stdout


def test_job_posting_json_is_read_like_an_advert(tmp_path):
    path = tmp_path / "loker.json"
    given = {"@type": "JobPosting", "title": "IT Helpdesk", "description": "<p>Kualifikasi:</p><ul><li>Menguasai Linux</li></ul>"}
    path.write_text(json.dumps(given))
    document = json.loads(run(path, "--json").stdout)
    assert document["posting"]["title"] == "IT Helpdesk"
    assert [r["label"] for r in document["requirements"]] == ["Linux"]


def test_folders_are_walked_and_bad_files_named(tmp_path, advert):
    (tmp_path / "kosong.txt").write_text("")
    answer = run(tmp_path, "--json")
    assert answer.exit_code == 0
    documents = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [d["file"] for d in documents] == [str(tmp_path / "kosong.txt"), str(advert)]
    assert documents[0]["error"]["code"] == "empty"
    assert str(tmp_path / "kosong.txt") in answer.stderr


def test_nothing_readable_ends_with_one(tmp_path):
    (tmp_path / "a.txt").write_text("")
    assert run(tmp_path / "a.txt", "--json").exit_code == 1
    assert run(tmp_path / "missing.txt", "--json").exit_code == 1


def test_words_for_people(advert):
    answer = run(advert, "--lang", "en")
    assert answer.exit_code == 0
    assert "IT Helpdesk" in answer.stdout
    assert "limits age" in answer.stdout
