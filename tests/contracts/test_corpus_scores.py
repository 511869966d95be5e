"""The score gives the truth full marks, counts what is missing or invented, and asks for tight proof."""

from evals.cv.evidence import judge
from evals.cv.score import FIELDS, grade, score_row, summed
from evals.generator.make import draw_corpus


def rows():
    return [cv.truth for cv in draw_corpus(split="dev", seed=9, count=25, kinds=("txt",))]


def perfect(row):
    return {
        **{
            field: row[field]
            for field in ("name", "email", "phone", "city", "education_level", "major", "graduation_year", "ipk")
        },
        **{field: row[field] for field in ("experience_months", "expected_salary", "languages", "certifications", "experience")},
        "skills": row["skills_surface"],
    }


def test_the_truth_itself_gets_full_marks():
    grades = grade(summed(score_row(perfect(row), row)[0] for row in rows()))
    assert {field: grades[field] for field in (*FIELDS, "macro")} == dict.fromkeys((*FIELDS, "macro"), 1.0)


def test_silence_gets_none():
    assert grade(summed(score_row({}, row)[0] for row in rows()))["macro"] < 0.05


def test_an_invented_skill_and_a_referee_cost():
    row = next(r for r in rows() if r["skills"])
    counts, wrong = score_row(
        {**perfect(row), "skills": [*row["skills_surface"], "Quantum Alchemy"], "phone": "+62811000999"}, row
    )
    assert counts["skills"] == [len(row["skills"]), len(row["skills"]) + 1, len(row["skills"])]
    assert wrong["skills"]["false"] == ["quantum alchemy"]
    assert counts["phone"] == [0, 1, 1]


def test_an_internship_may_be_called_so_or_not():
    row = {**rows()[0], "experience": [{"employer": "PT A", "title": "Magang Teknisi", "start": "2020-01", "end": "2020-03"}]}
    said = {"experience": [{"employer": "PT A", "title": "Teknisi", "start": "2020-01", "end": "2020-03"}]}
    assert score_row(said, row)[0]["position"] == [1, 1, 1]


def test_a_fact_without_a_tight_span_is_not_proved():
    cv = {"basics": {"name": "Ayu", "email": "a@b.example"}, "text": "Ayu " + "x" * 200 + " a@b.example"}
    spans = {"/basics/name": [{"start": 0, "end": 3}], "/basics/email": [{"start": 0, "end": 216}]}
    judged = judge({**cv, "evidence": spans})
    assert (judged["shown"], judged["facts"], judged["tight"], judged["spans"]) == (1, 2, 1, 2)
    assert judged["unproved"] == ["/basics/email"]
