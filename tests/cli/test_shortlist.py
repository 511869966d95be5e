"""`tepat shortlist`: the contract's document, CSV and the page, without a server or a database."""

import csv
import json
import re

import pytest
import typer
from typer.testing import CliRunner

from tepat.cli.shortlist import shortlist

command = typer.Typer()
command.command()(shortlist)
runner = CliRunner()
ADVERT = """Network Engineer
PT Contoh Maju
Bandung

Tugas:
- Mengonfigurasi router dan switch
- Memantau jaringan WAN
Kualifikasi:
- Pendidikan minimal D3
- Pengalaman minimal 1 tahun sebagai Network Engineer
- Menguasai MikroTik
- Sertifikat CCNA menjadi nilai plus
"""
NETWORK = """DEWI CONTOH
dewi@contoh.example

PENGALAMAN KERJA
Network Engineer - PT Rekaan
Januari 2022 - Desember 2024
- Konfigurasi router MikroTik dan switch

PENDIDIKAN
S1 Teknik Informatika - Kampus Rekaan, 2017 - 2021
"""
ACCOUNTING = """BUDI MISAL
budi@misal.example

PENGALAMAN KERJA
Akuntan - PT Lain
Januari 2020 - Desember 2024
- Menyusun laporan keuangan dan pajak

PENDIDIKAN
S1 Akuntansi - Kampus Lain, 2015 - 2019
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "loker.txt").write_text(ADVERT)
    folder = tmp_path / "cv"
    folder.mkdir()
    (folder / "a_budi.txt").write_text(ACCOUNTING)
    (folder / "b_dewi.txt").write_text(NETWORK)
    (folder / "c_lagi.txt").write_text(NETWORK)
    (folder / "d_rusak.pdf").write_bytes(b"%PDF-1.4 broken")
    return tmp_path / "loker.txt", folder


def run(files, *options):
    return runner.invoke(command, [*map(str, files), "--as-of", "2026-11-22", *map(str, options)])


def test_the_document(files):
    answer = run(files, "--json")
    assert answer.exit_code == 0, answer.output
    document = json.loads(answer.stdout)
    assert list(document["posting"]) == ["title", "requirements", "occupations", "clarity", "checks"]
    assert [(c["rank"], c["name"]) for c in document["candidates"]] == [(1, "Dewi Contoh"), (2, "Dewi Contoh"), (3, "Budi Misal")]
    first, twin, last = document["candidates"]
    assert twin["duplicate_of"] == first["file"]
    assert 0 <= last["score"] < first["score"] <= 1
    assert (first["must_met"], first["must_total"]) == (3, 3)
    assert [u["error"]["code"] for u in document["unreadable"]] == ["damaged"]


def test_every_requirement_once_with_verbatim_quotes(files):
    document = json.loads(run(files, "--json").stdout)
    wanted = [r["id"] for r in document["posting"]["requirements"]]
    texts = {"a_budi.txt": ACCOUNTING, "b_dewi.txt": NETWORK, "c_lagi.txt": NETWORK}
    for candidate in document["candidates"]:
        assert [r["id"] for r in candidate["requirements"]] == wanted
        text = texts[candidate["file"].rsplit("/", 1)[1]]
        for r in candidate["requirements"]:
            assert bool(r["evidence"]) == (r["verdict"] != "not_stated")
            assert r["reason"]
            assert all(e["quote"] == text[e["start"] : e["end"]] and len(e["quote"]) <= 200 for e in r["evidence"])


def test_the_same_input_gives_the_same_bytes(files):
    assert run(files, "--json").stdout == run(files, "--json").stdout


def test_top_and_blind(files):
    document = json.loads(run(files, "--json", "--top", 1, "--blind").stdout)
    (only,) = document["candidates"]
    assert "Dewi" not in only["name"]


def test_csv_disarms_formulas(files, tmp_path):
    (files[1] / "b_dewi.txt").write_text(NETWORK.replace("DEWI CONTOH", "DEWI CONTOH"))
    out = tmp_path / "hasil.csv"
    assert run(files, "--csv", out).exit_code == 0
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_the_page_stands_alone(files, tmp_path):
    out = tmp_path / "hasil.html"
    assert run(files, "--html", out).exit_code == 0
    page = out.read_text()
    assert not re.findall(r"(?:src|href)=\"(?!#)[^\"]+\"|@import|url\(", page)
    assert "<mark" in page
    assert ".shortlist-file .logo" in page, "the page's own looks are inside it"
    assert "Dewi Contoh" in page
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#(c\d+(?:-bukti-\d+)?)"', page)) <= set(anchors)


def test_the_blind_page_names_nobody(files, tmp_path):
    out = tmp_path / "hasil.html"
    assert run(files, "--html", out, "--blind").exit_code == 0
    assert not re.search(r"(?i)dewi|budi", out.read_text().replace("a_budi", "").replace("b_dewi", ""))


def test_hostile_words_stay_words(files, tmp_path):
    (files[1] / "e_jahat.txt").write_text(
        NETWORK.replace("Konfigurasi router MikroTik", "Konfigurasi MikroTik <script>alert(1)</script>")
    )
    out = tmp_path / "hasil.html"
    assert run(files, "--html", out).exit_code == 0
    assert "<script" not in out.read_text()


def test_a_readable_table(files):
    answer = run(files, "--lang", "en")
    assert answer.exit_code == 0
    assert "Dewi Contoh" in answer.stdout
    assert "d_rusak.pdf" in answer.stderr


def test_an_unreadable_advert_ends_with_one(files, tmp_path):
    (tmp_path / "loker.txt").write_text("")
    answer = run(files, "--json")
    assert (answer.exit_code, answer.stdout) == (1, "")


def test_a_day_that_is_none_is_wrong_usage(files):
    assert run(files, "--as-of", "kemarin").exit_code == 2


def test_a_place_that_cannot_be_written_is_said_in_words(files, tmp_path):
    answer = run(files, "--csv", tmp_path / "tidak" / "ada.csv", "--lang", "en")
    assert answer.exit_code == 1
    assert "could not be written" in answer.stderr
