"""Files of the corpus are drawn once, and what cannot be drawn here is left out by name, also from the truth."""

import json

from evals.generator import render as drawing
from evals.generator.make import draw_corpus


def test_what_needs_no_program_is_written_with_its_truth(tmp_path):
    drawn = list(draw_corpus(split="dev", seed=2, count=4, kinds=("txt", "html")))
    assert drawing.render(drawn, tmp_path / "cvs", tmp_path / "cache") == []
    rows = [json.loads(line) for line in (tmp_path / "cvs" / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["file"] for row in rows] == [cv.name for cv in drawn]
    assert all((tmp_path / "cvs" / cv.name).read_bytes() == cv.data for cv in drawn)


def test_a_file_drawn_before_is_taken_from_the_cache(tmp_path):
    (cv,) = draw_corpus(split="dev", seed=2, count=1, kinds=("txt",))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / cv.key()).write_bytes(b"drawn before")
    drawing.render([cv], tmp_path / "cvs", tmp_path / "cache")
    assert (tmp_path / "cvs" / cv.name).read_bytes() == b"drawn before"


def test_without_a_browser_printed_ones_are_left_out_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr(drawing, "CHROMIUM", "")
    drawn = list(draw_corpus(split="held", seed=2, count=3, kinds=("print",)))
    assert drawing.render(drawn, tmp_path / "cvs", tmp_path / "cache") == ["print: 3 left out, its program is not installed"]
    assert (tmp_path / "cvs" / "truth.jsonl").read_text() == ""


def test_no_page_is_given_as_html_whose_order_only_the_eye_sees():
    layouts = {cv.truth["layout"] for cv in draw_corpus(split="held", seed=4, count=60, kinds=("html",))}
    assert layouts & {"cards", "scattered"} == set()
    assert len(layouts) > 5
