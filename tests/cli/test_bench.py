"""`tepat bench`: says in words what is absent, and marks what misses its budget."""

import importlib.util
import json

import pytest
from typer.testing import CliRunner

import documents_for_tests as made
from tepat.cli import bench
from tepat.config import options

ROW = {"fcp_ms": 900, "lcp_ms": 1800, "tti_ms": 2500, "cls": 0.05, "requests": 4, "first_bytes": 60_000, "repeat_bytes": 243}


@pytest.fixture
def measuring():
    pytest.importorskip("playwright")
    return bench.load(options.CHECKOUT / "evals/pages.py")


def report_of(measuring, *, page=(), following=()):
    report = {
        "runs": 1,
        "load": 0.5,
        "profile": {"kbit_s": 400, "latency_ms": 300, "cpu_slowdown": 6, "width": 360},
        "budgets": measuring.BUDGETS,
        "pages": {"home": ROW | dict(page)},
        "next_budgets": measuring.NEXT_BUDGETS,
        "next_candidate": {"key_to_name_ms": 100.0, "slowest_ms": 130.0, "bytes": 12_000} | dict(following),
    }
    return report | {"missed": measuring.missed(report)}


def test_a_budget_is_missed_above_it_not_at_it(measuring):
    assert report_of(measuring)["missed"] == []
    worse = report_of(measuring, page={"lcp_ms": 1801, "cls": 0.06}, following={"bytes": 12_001})
    assert worse["missed"] == ["home.lcp_ms", "home.cls", "next_candidate.bytes"]


def test_the_table_marks_what_misses_and_json_is_one_document(measuring, monkeypatch):
    report = report_of(measuring, page={"lcp_ms": 1801})
    monkeypatch.setattr(bench, "_measuring", lambda _: measuring)
    monkeypatch.setattr(measuring, "measure", lambda **_: report)
    table = CliRunner().invoke(bench.app, ["pages"])
    assert table.exit_code == 0
    assert table.output.count("!") == 1
    assert "1801 !" in table.output
    assert json.loads(CliRunner().invoke(bench.app, ["pages", "--json"]).stdout) == report


def test_without_playwright_or_a_checkout_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    absent = CliRunner().invoke(bench.app, ["pages"])
    assert (absent.exit_code, "Playwright" in absent.stderr, absent.stdout) == (1, True, "")
    monkeypatch.setattr(options, "CHECKOUT", tmp_path)
    installed = CliRunner().invoke(bench.app, ["pages"])
    assert (installed.exit_code, "checkout" in installed.stderr, installed.stdout) == (1, True, "")


def test_cvs_are_timed_beside_bare_extraction_and_only_drawn_ones_are_written_down(monkeypatch, tmp_path):
    measuring = bench.load(options.CHECKOUT / "evals/cv_speed.py")
    monkeypatch.setattr(measuring, "REPORT", tmp_path / "cv_speed.json")
    monkeypatch.setattr(bench, "load", lambda _: measuring)
    (tmp_path / "cv.pdf").write_bytes(made.plain_pdf())
    (tmp_path / "cv.txt").write_text("Sari Wulandari\nsari@example.com\n")
    (tmp_path / "foto.png").write_bytes(b"not a CV in text")
    report = json.loads(CliRunner().invoke(bench.app, ["cv", str(tmp_path), "--json", "--rounds", "3"]).stdout)
    assert (report["files"], report["read"], report["pdfs"], report["drawn"]) == (2, 2, 1, False)
    assert report["pdf_ms_each"] > report["plain_pdf_ms_each"] > 0
    assert not measuring.REPORT.exists()
    monkeypatch.setattr(measuring, "measure", lambda folder, rounds: report | {"per_second_core": 24.9})
    assert "24.9 ! CV/s/core" in CliRunner().invoke(bench.app, ["cv"]).stdout


def test_matching_says_in_words_which_libraries_are_absent(monkeypatch):
    bench_matching = bench.load(options.CHECKOUT / "evals/matched.py")
    monkeypatch.setattr(bench_matching.importlib.util, "find_spec", lambda _name: None)
    assert bench_matching.missing() == ["bm25s", "sklearn"]
    monkeypatch.setattr(bench, "_measuring", lambda *_args, **_options: bench_matching)
    answer = CliRunner().invoke(bench.app, ["matching", "--quick"])
    assert answer.exit_code == 1
    assert "requirements/evals.lock" in answer.stderr


def test_matching_names_every_figure_that_was_not_reached():
    measured = bench.load(options.CHECKOUT / "evals/matched.py")
    good = {
        "order": {"least": {"ndcg10": 0.92, "pairs": 0.85}, "tepat": {"ndcg10": 0.92, "pairs": 0.85}, "faults": 0},
        "twins": {"differ": 0},
        "stuffed": {"gained": 0},
        "injections": {"changed": {"id": 0, "en": 0}},
        "weighing": {"ratio": 0.1, "most": 0.1},
        "again": {"same": 10, "least": 10},
    }
    assert measured.failures(good) == []
    bad = good | {"twins": {"differ": 1}, "injections": {"changed": {"id": 0, "en": 2}}, "again": {"same": 9, "least": 10}}
    assert measured.failures(bad) == ["twins", "injections", "again"]


def test_an_order_is_scored_by_its_first_ten_and_by_its_pairs():
    bench.load(options.CHECKOUT / "evals/matched.py")
    from evals.matching.order import score_order

    assert score_order([3, 2, 1, 0]) == (1.0, 1.0)
    assert score_order([0, 1, 2, 3])[1] == 0.0
    assert 0 < score_order([0, 1, 2, 3])[0] < 1


def test_search_is_measured_and_its_page_and_plot_are_written(monkeypatch, tmp_path, capsys):
    searching = bench.load(options.CHECKOUT / "evals/search_speed.py")
    monkeypatch.setattr(searching, "FINDABLE", 3)
    monkeypatch.setattr(searching, "WARM", 1)
    report = searching.measure(200, queries=20, peers=False, say=lambda _: None)
    assert (report["adverts"], report["tepat"]["full_ms"]["all"]["n"], report["tepat"]["findable_ms"]["n"]) == (200, 20, 3)

    page = searching.write_page.__globals__
    (tmp_path / "images").mkdir()
    monkeypatch.setitem(page, "PAGE", tmp_path / "page.md")
    monkeypatch.setitem(page, "PLOT", tmp_path / "images" / "plot.svg")
    searching.write_page({"200": report, "400": report})
    assert "## 400 adverts" in (tmp_path / "page.md").read_text()
    assert (tmp_path / "images" / "plot.svg").read_text().count("<circle") == 2


def test_every_drawn_search_finds_something_and_the_same_everywhere():
    bench.load(options.CHECKOUT / "evals/search_speed.py")
    from evals.searching.corpus import documents, pools
    from evals.searching.queries import searches

    from tepat.domain.search import matches

    drawn = pools()
    adverts = list(documents(60, drawn))
    assert adverts == list(documents(60, pools()))
    asked = searches(30, drawn, corpus=60, seed=3)
    assert {a.every for a in asked} == {True, False}
    assert all(any(matches(a.query(), advert) for advert in adverts) for a in asked)
