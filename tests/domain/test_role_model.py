"""The shipped model is what its card says, reads alike every time, and helps where nobody listed a word."""

import hashlib
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from tepat.adapters.knowledge import KnowledgeError, load_knowledge, read_model
from tepat.domain.language.tokens import terms
from tepat.domain.occupations.classify import classify_posting
from tepat.domain.occupations.likeness import rank_titles
from tepat.domain.occupations.model import model_of

ROOT = Path(__file__).parents[2]
FOLDER = Path(str(files("tepat") / "knowledge" / "model"))
KNOWN = load_knowledge()
MODEL = KNOWN.model
CARD = tomllib.loads((FOLDER / "card.toml").read_text(encoding="utf-8"))
SAMPLES = [tuple(x.split("\t")) for x in (ROOT / "evals/data/duties.tsv").read_text().splitlines() if x and x[0] != "#"][1:]
PAIRS = [x.split("\t") for x in (ROOT / "evals/data/titles.tsv").read_text().splitlines() if x and x[0] != "#"][1:]

# Figures that were reached on the samples of evals/data; they may only rise.
RIGHT_DUTIES = 0.97
RIGHT_TITLES = 0.8
LARGEST = 5_000_000


def test_the_model_file_is_the_one_its_card_declares():
    assert hashlib.sha256((FOLDER / CARD["file"]).read_bytes()).hexdigest() == CARD["sha256"] == MODEL.digest


def test_the_card_names_command_report_and_all_data():
    assert CARD["command"].startswith("python evals/occupations/train.py")
    assert (ROOT / CARD["report"]).is_file()
    assert all(len(entry["sha256"]) == 64 and entry["note"] and entry["file"] for entry in CARD["data"])
    names = {entry["file"] for entry in CARD["data"]}
    assert {"taxonomy/onet27/Task_Statements.txt.gz", "taxonomy/esco/occupations_en.csv.gz"} <= names


def test_the_texts_it_learned_from_are_those_of_this_checkout():
    declared = {entry["file"]: entry["sha256"] for entry in CARD["data"] if entry["file"].startswith("evals/")}
    assert declared == {
        str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((ROOT / "evals/occupations/texts").glob("*.txt"))
    }


@pytest.mark.parametrize("role", ["it-helpdesk", "it-support", "computer-technician", "network-engineer"])
def test_the_roles_confused_most_are_written_about_in_eighty_ways(role):
    found, current = set(), ""
    for path in (ROOT / "evals/occupations/texts").glob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            current = line.removeprefix("==").strip() if line.startswith("==") else current
            found |= {line} if current == role and line.startswith("id ") else set()
    assert len(found) >= 80


def test_the_model_is_small():
    assert (FOLDER / "roles.npz").stat().st_size <= LARGEST


def test_it_reads_a_text_alike_every_time():
    words = list(terms(SAMPLES[0][1]))
    even = np.ones(len(words), dtype=np.float32)
    first, second = MODEL.read(words, even), MODEL.read(words, even)
    assert first.shares == second.shares
    assert sum(np.exp(value) for value in first.shares.values()) == pytest.approx(1)


def test_a_text_judged_without_a_part_is_judged_as_if_it_were_not_there():
    first, second = (list(terms(SAMPLES[at][1])) for at in (3, -1))
    even = np.ones(len(first) + len(second), dtype=np.float32)
    both = MODEL.read([*first, *second], even)
    parts = np.array([1] * len(first) + [0] * len(second))
    narrowed, counts = both.parted(parts, 2)
    assert narrowed.judged(counts.sum(axis=0, keepdims=True), MODEL.roles)[0] == pytest.approx(
        list(both.shares.values()), abs=1e-3
    )
    alone = MODEL.read(first, even[: len(first)])
    # Pairs of words across the border stay with the part they begin in.
    assert narrowed.judged(counts[1:], MODEL.roles)[0] == pytest.approx(list(alone.shares.values()), abs=0.6)


def test_no_words_tell_nothing():
    assert MODEL.read([], np.ones(0, dtype=np.float32)) is None
    assert not MODEL.encode([""]).any()


def test_without_a_model_the_signals_stand_alone():
    text = "Menerima telepon dari pengguna, mencatat tiket, reset password, dan eskalasi ke tim lain."
    assert classify_posting("", text, knowledge=replace(KNOWN, model=None))[1][0].id == "it-helpdesk"


def test_duties_of_the_sample_are_told_as_well_as_before():
    right = [classify_posting("", duties, knowledge=KNOWN)[1][0].id == role for role, duties in SAMPLES]
    assert sum(right) / len(right) >= RIGHT_DUTIES


def test_the_title_says_nothing_about_the_duties():
    for _, duties in SAMPLES:
        answers = {classify_posting(title, duties, knowledge=KNOWN)[1] for title in ("", "Barista", "IT Support", "Programmer")}
        assert len(answers) == 1


def right_titles(model) -> float:
    """How many titles find the name that means the same first, among the names of all."""
    names = [name for _, name in PAIRS]
    ranked = rank_titles([title for title, _ in PAIRS], names, top=1, model=model)
    return sum(best[0].position == at for at, best in enumerate(ranked)) / len(PAIRS)


def test_titles_of_other_words_are_found_as_well_as_before():
    assert right_titles(MODEL) >= RIGHT_TITLES > right_titles(None)


def test_a_damaged_model_is_refused_by_name(tmp_path):
    (tmp_path / "roles.npz").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(KnowledgeError, match=r"model/roles\.npz"):
        read_model(tmp_path / "roles.npz")
    assert read_model(tmp_path / "gone.npz") is None


def test_tables_that_do_not_fit_are_refused():
    with np.load(FOLDER / "roles.npz") as kept:
        arrays = dict(kept)
    with pytest.raises(ValueError, match="fit together"):
        model_of(arrays | {"bias": arrays["bias"][:-1]}, "")
