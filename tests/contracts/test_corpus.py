"""The corpus tells the truth about what it draws, keeps its two splits apart, and the reader stays above a floor on it."""

from pathlib import Path

import pytest
from evals.cv.readers import read_with_tepat
from evals.cv.score import grade, score_row, summed
from evals.generator.make import PURE, draw_corpus
from evals.generator.pools import load_pools

FLOORS = {"dev": 0.85, "held": 0.72}
COUNT = 12


@pytest.mark.parametrize("split", ["dev", "held"])
def test_the_same_seed_draws_the_same_corpus(split):
    first, second = ([(cv.key(), cv.truth) for cv in draw_corpus(split=split, seed=3, count=8)] for _ in range(2))
    assert first == second


@pytest.mark.parametrize("split", ["dev", "held"])
def test_what_the_truth_says_stands_in_the_cv(split):
    for cv in draw_corpus(split=split, seed=5, count=40, kinds=("txt",)):
        text, truth = cv.data.decode(), cv.truth
        said = [truth["email"], truth["city"], truth["institution"], *truth["skills_surface"], *truth["certifications"]]
        said += [word for job in truth["experience"] for word in (job["employer"], job["title"], job["start"][:4][2:])]
        said += [str(truth["graduation_year"])] + ([f"{truth['ipk']:.2f}"[2:]] if truth["ipk"] else [])
        assert [word for word in said if word not in text] == []
        assert truth["name"].casefold() in text.casefold()


def test_the_splits_share_no_words_of_their_own():
    dev, held = load_pools("dev").words, load_pools("held").words
    for key in ("first", "second"):
        assert set(dev["employers"][key]) & set(held["employers"][key]) == set()
    for language in ("id", "en"):
        for name, words in dev["headings"][language].items():
            if name not in ("title", "identity"):
                assert set(words) & set(held["headings"][language][name]) == set()
    for profession in load_pools("dev").professions.values():
        other = load_pools("held").professions[profession.id]
        assert {duty[0] for duty in profession.duties} & {duty[0] for duty in other.duties} == set()


def test_the_corpus_names_its_difficulties():
    rows = [cv.truth for cv in draw_corpus(split="held", seed=1, count=200, kinds=("txt",))]
    named = {difficulty for row in rows for difficulty in row["difficulties"]}
    assert named >= {"internship", "referees", "wish", "one_word_name", "degree_in_name", "running_degree", "school_average"}
    assert named >= {"studies_left", "primary_school", "emergency_contact", "remarks_on_jobs", "signature", "negation"}


def test_the_reader_stays_above_its_floors(tmp_path: Path):
    drawn = [cv for split in FLOORS for cv in draw_corpus(split=split, seed=11, count=COUNT, kinds=PURE)]
    for cv in drawn:
        (tmp_path / cv.name).write_bytes(cv.data)
    read, _ = read_with_tepat([tmp_path / cv.name for cv in drawn])
    scores = {
        split: grade(summed(score_row(read[cv.name], cv.truth)[0] for cv in drawn if cv.truth["split"] == split))
        for split in FLOORS
    }
    assert {split: scores[split]["macro"] for split, floor in FLOORS.items() if scores[split]["macro"] < floor} == {}
