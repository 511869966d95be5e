"""Adverts as people write them: informal headings, choices, lone acts, drawn letters; and the corpus with its floors."""

import pytest
from evals.adverts import FLOORS, read_adverts, score

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.headings import find_headings
from tepat.domain.postings.read import read_posting
from tepat.domain.postings.spelling import upright

KNOWLEDGE = load_knowledge()
ADVERTS = read_adverts()


def skills(*points, heading="Kualifikasi:"):
    text = "Programmer\nPT Contoh\n\n" + heading + "\n" + "".join(f"- {p}\n" for p in points)
    found = read_posting(text, knowledge=KNOWLEDGE).requirements
    return [r.spans[0].of(text) for r in found if r.kind == "skill"]


def test_the_corpus_marks_what_its_text_says():
    assert len(ADVERTS) >= 40
    assert {advert.half for advert in ADVERTS} == {"dev", "held"}
    first = ADVERTS[0]
    assert "{" not in first.text
    assert all(mark.span.of(first.text).strip() == mark.span.of(first.text) for mark in first.wanted)


def test_a_sample_of_the_corpus_is_read_well():
    shares, faults = score(ADVERTS[::6], KNOWLEDGE)
    assert shares["requirements_f1"] >= FLOORS["requirements_f1"], faults


@pytest.mark.long
@pytest.mark.parametrize("half", ["dev", "held"])
def test_the_corpus_reaches_its_floors(half):
    shares, _ = score([advert for advert in ADVERTS if advert.half == half], KNOWLEDGE)
    assert {name: shares[name] for name, floor in FLOORS.items() if shares[name] < floor} == {}


def test_a_line_like_a_heading_is_told_by_what_follows_it():
    text = "Teknisi\n\nSyarat:\n- Bisa rakit PC\n\nSehari-harinya gini:\n- Servis laptop pelanggan\n- Mencatat keluhan\n"
    text += "\nYang penting:\n- Menguasai Excel\n- Bersedia lembur\n"
    assert [(h.kind, h.span.of(text)) for h in find_headings(text)] == [
        ("qualifications", "Syarat:"),
        ("duties", "Sehari-harinya gini:"),
        ("qualifications", "Yang penting:"),
    ]


@pytest.mark.parametrize(
    ("point", "found"),
    [
        ("Menguasai salah satu: PostgreSQL, Oracle, atau MySQL", ["PostgreSQL, Oracle, atau MySQL"]),
        ("Experience with Airflow and at least one warehouse (BigQuery, Snowflake, or Redshift)", None),
        ("Menguasai instalasi, perawatan dan perbaikan jaringan", ["perbaikan jaringan"]),
        ("Berpengalaman dengan AWS (EC2, S3, RDS)", ["AWS", "EC2", "S3", "RDS"]),
        ("Ability to identify business problems and prioritize tasks", []),
        ("We welcome everybody regardless of color, religion, Java or Python", []),
        ("Bisa rakit PC, punya laptop, menguasai Mikrotik", ["rakit PC", "Mikrotik"]),
    ],
)
def test_things_asked_are_told_from_words_around_them(point, found):
    if found is None:
        assert "BigQuery, Snowflake, or Redshift" in skills(point)
    else:
        assert skills(point) == found


def test_a_choice_is_met_by_any_of_its_skills():
    text = "Programmer\nPT Contoh\n\nKualifikasi:\n- Menguasai salah satu: PostgreSQL, Oracle, atau MySQL\n"
    (one,) = [r for r in read_posting(text, knowledge=KNOWLEDGE).requirements if r.kind == "skill"]
    assert len(one.skills) == 3


def test_experience_with_things_listed_leaves_them_to_be_read():
    text = "Programmer\nPT Contoh\n\nRequirements:\n- Strong experience in .NET (ASP.NET, C#, JSON) at least 2 years\n"
    found = read_posting(text, knowledge=KNOWLEDGE).requirements
    assert {r.label for r in found if r.kind == "skill"} >= {"ASP.NET", "C#", "JSON"}
    assert [r.months for r in found if r.kind == "experience"] == [24]


@pytest.mark.parametrize(
    ("point", "months"),
    [
        ("3+ tahun ngoding backend", 36),
        ("Udah 2 tahun main di Odoo", 24),
        ("2-4 years building data pipelines", 24),
        ("2 tahun kontrak kerja", None),
    ],
)
def test_years_that_open_a_point_and_go_on_with_the_work(point, months):
    text = f"Programmer\nPT Contoh\n\nKualifikasi:\n- {point}\n- Menguasai PHP\n"
    found = read_posting(text, knowledge=KNOWLEDGE).requirements
    assert next((r.months for r in found if r.kind == "experience"), None) == months


def test_a_test_of_english_is_a_level_not_a_certificate():
    text = "Programmer\nPT Contoh\n\nKualifikasi:\n- Kemampuan bahasa Inggris (TOEFL minimal 500)\n"
    assert [r.kind for r in read_posting(text, knowledge=KNOWLEDGE).requirements] == ["language"]


def test_a_store_of_files_is_no_degree():
    text = "DevOps\nPT Contoh\n\nKualifikasi:\n- Berpengalaman dengan AWS (EC2, S3, RDS)\n"
    assert [r.kind for r in read_posting(text, knowledge=KNOWLEDGE).requirements if r.kind == "education"] == []


def test_letters_drawn_as_signs_are_read_and_keep_their_places():
    drawn = "Programmer\n\n𝗞𝘂𝗮𝗹𝗶𝗳𝗶𝗸𝗮𝘀𝗶:\n- Menguasai 𝗣𝗛𝗣\n"
    assert len(upright(drawn)) == len(drawn)
    (one,) = [r for r in read_posting(drawn, knowledge=KNOWLEDGE).requirements if r.kind == "skill"]
    assert (one.label, one.spans[0].of(drawn)) == ("PHP", "𝗣𝗛𝗣")


def test_pay_behind_a_sign_and_a_contract_in_a_verb():
    text = "Programmer\n\n💰 10 - 15 jt (gross)\n📍 Bandung\nTenaga dikontrak selama 11 bulan.\n"
    reading = read_posting(text, knowledge=KNOWLEDGE)
    assert (reading.salary.min_idr, reading.salary.max_idr, reading.salary.gross) == (10_000_000, 15_000_000, True)
    assert (reading.contract, reading.city) == ("fixed_term", "Bandung")
