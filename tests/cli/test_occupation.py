"""`tepat occupation`: what it prints, and how it ends."""

import json

import pytest
from typer.testing import CliRunner

from tepat.adapters.guides import guide_ids
from tepat.adapters.knowledge import load_knowledge
from tepat.cli.occupation import app
from tepat.cli.occupation_guides import DIMENSIONS

runner = CliRunner()


def lines(*arguments):
    answer = runner.invoke(app, [*map(str, arguments), "--json"])
    assert answer.exit_code == 0, answer.output
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_list_names_every_role():
    (document,) = lines("list")
    assert {"it-helpdesk", "not-it", "software-developer"} <= {entry["id"] for entry in document["occupations"]}
    web = next(entry for entry in document["occupations"] if entry.get("narrower") == "web-developer")
    assert web["id"] == "software-developer"


def test_show_gives_statements_with_their_sources():
    (document,) = lines("show", "it-helpdesk")
    assert all(duty["id"] and duty["en"] and duty["source"] in document["sources"] for duty in document["duties"])


def test_show_speaks_both_languages():
    indonesian = runner.invoke(app, ["show", "it-helpdesk"]).stdout
    english = runner.invoke(app, ["show", "it-helpdesk", "--lang", "en"]).stdout
    assert "Orang pertama yang dihubungi" in indonesian
    assert "first person to contact" in english


def test_an_unknown_role_is_answered_with_near_ones():
    answer = runner.invoke(app, ["show", "it-helpdeks"])
    assert answer.exit_code == 1
    assert "it-helpdesk" in answer.stderr
    assert answer.stdout == ""


def test_compare_is_symmetric():
    (one,), (other,) = lines("compare", "it-helpdesk", "it-support"), lines("compare", "it-support", "it-helpdesk")
    assert one["first"] == other["second"]
    assert one["skills"]["first_only"] == other["skills"]["second_only"]
    assert sorted(one["skills"]["shared"]) == sorted(other["skills"]["shared"])
    assert {d["id"] for d in one["distinctions"]} == {d["id"] for d in other["distinctions"]} != set()


def test_show_gives_the_whole_guide_with_the_source_of_every_sentence():
    (document,) = lines("show", "it-helpdesk")
    guide = document["guide"]
    assert {"day", "tickets", "soft_skills", "certificates", "neighbours", "routes", "fit_check"} <= guide.keys()
    assert len(guide["fit_check"]) == 12
    assert sourceless(guide, document["sources"]) == []


def test_compare_gives_six_dimensions_without_an_empty_cell():
    ids = [i for i in guide_ids() if i != "it-helpdesk"][:4]
    for other in ids:
        (document,) = lines("compare", "it-helpdesk", other)
        assert list(document["dimensions"]) == list(DIMENSIONS.values())
        for name, row in document["dimensions"].items():
            assert [bool(row[side]) and all(s["id"] and s["en"] for s in row[side]) for side in ("first", "second")] == [
                True
            ] * 2, name
        for part in ("duties", "tools", "who_it_suits", "who_it_does_not", "misconceptions", "expectation_and_reality", "routes"):
            assert document[part]["first"], part
            assert document[part]["second"], part
        shown = [document[key] for key in ("dimensions", "duties", "tools", "routes")]
        assert sourceless(shown, document["first"]["sources"]) == []


def test_compare_of_guides_is_mirrored():
    (one,), (other,) = lines("compare", "it-helpdesk", "it-support"), lines("compare", "it-support", "it-helpdesk")
    for name, row in one["dimensions"].items():
        back = other["dimensions"][name]
        assert (row["first"], row["second"], row["same"]) == (back["second"], back["first"], back["same"])
    assert one["routes"]["first"] == other["routes"]["second"]


def test_a_narrower_role_is_compared_by_the_guide_it_is_printed_under():
    narrower = next(o for o in load_knowledge().occupations.values() if o.printed_as == "it-support" and o.id not in guide_ids())
    (document,) = lines("compare", narrower.id, "it-helpdesk")
    assert document["guides"] == {"first": "it-support", "second": "it-helpdesk"}


def test_guides_are_read_in_both_languages_on_a_terminal():
    for arguments in (["show", "it-helpdesk"], ["compare", "it-helpdesk", "it-support"]):
        indonesian = runner.invoke(app, arguments).stdout
        english = runner.invoke(app, [*arguments, "--lang", "en"]).stdout
        assert "Salah kaprah" in indonesian
        assert "What people get wrong" in english
        assert "[onet-27]" in indonesian
    assert "dasar ─" in indonesian
    assert "●" in indonesian


def sourceless(document, sources):
    """Statements that name no known source."""
    if isinstance(document, list):
        return [s for part in document for s in sourceless(part, sources)]
    if not isinstance(document, dict):
        return []
    bare = [document] if {"id", "en"} <= document.keys() and document.get("source") not in sources else []
    return bare + [s for part in document.values() for s in sourceless(part, sources)]


def test_identify_walks_folders_in_order(tmp_path):
    (tmp_path / "b.txt").write_text("IT\nMerakit komputer, servis laptop, mengganti spare part", encoding="utf-8")
    (tmp_path / "a.txt").write_text("IT\nMenerima keluhan lewat telepon, mencatat tiket, reset password", encoding="utf-8")
    first, second = lines("identify", tmp_path, "--kind", "posting")
    assert [first["file"], second["file"]] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert [d["occupations"][0]["id"] for d in (first, second)] == ["it-helpdesk", "computer-technician"]
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    for span in first["occupations"][0]["evidence"]:
        assert text[span["start"] : span["end"]].strip()


def test_identify_goes_on_after_a_missing_file(tmp_path):
    good = tmp_path / "cv.txt"
    good.write_text("Network Engineer\nKonfigurasi router Cisco, OSPF, BGP", encoding="utf-8")
    answer = runner.invoke(app, ["identify", str(tmp_path / "gone.txt"), str(good), "--kind", "cv", "--json"])
    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["occupations"][0]["id"] == "network-engineer"
    assert "gone.txt" in answer.stderr


def test_identify_fails_where_nothing_was_read(tmp_path):
    answer = runner.invoke(app, ["identify", str(tmp_path / "gone.txt"), "--json"])
    assert (answer.exit_code, answer.stdout) == (1, "")


@pytest.mark.parametrize(
    "arguments", [["identify"], ["identify", "x.txt", "--kind", "poem"], ["rank-titles", "a", "b", "--top", "0"]]
)
def test_wrong_usage_ends_with_2(arguments):
    assert runner.invoke(app, arguments).exit_code == 2


def test_rank_titles_counts_lines_from_one(tmp_path):
    queries, corpus = tmp_path / "q", tmp_path / "c"
    queries.write_text("IT support\n", encoding="utf-8")
    corpus.write_text("Kasir\nIT Support Staff\nProgrammer\n", encoding="utf-8")
    (document,) = lines("rank-titles", queries, corpus, "--top", "2")
    assert document["query"] == "IT support"
    assert document["ranked"][0]["line"] == 2
    assert document["ranked"][0]["title"] == "IT Support Staff"
    assert len(document["ranked"]) == 2


def test_the_same_input_gives_the_same_bytes(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Staff IT\nMerawat server, jaringan, CCTV, printer dan website perusahaan", encoding="utf-8")
    outputs = {runner.invoke(app, ["identify", str(file), "--json"]).stdout for _ in range(2)}
    assert len(outputs) == 1
