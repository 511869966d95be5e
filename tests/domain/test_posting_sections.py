"""Adverts without line breaks are parted by how points begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.documents import Span
from tepat.domain.postings.clauses import split_clauses
from tepat.domain.postings.sections import read_sections

GLUED = (
    "IT Support\nPT Contoh Maju\nBandung\n\n"
    "Tugas dan Tanggung Jawab : Melakukan instalasi perangkat Memperbaiki printer Membuat laporan "
    "Kualifikasi : Usia Maksimal 30 TahunPendidikan minimal D3 Memiliki pengalaman minimal 1 tahun Mengerti jaringan LAN"
    "Bersedia shift "
    "Benefit : BPJS THR"
)


def points(text, kind):
    return [c.of(text) for b in read_sections(text).of_kind(kind) for c in split_clauses(text, b.span)]


def test_head_gives_title_and_employer():
    found = read_sections(GLUED)
    assert found.title.of(GLUED) == "IT Support"
    assert found.employer.of(GLUED) == "PT Contoh Maju"


def test_blocks_of_one_paragraph():
    assert [b.kind for b in read_sections(GLUED).blocks] == ["duties", "qualifications", "benefits"]
    assert points(GLUED, "duties") == ["Melakukan instalasi perangkat", "Memperbaiki printer", "Membuat laporan"]


def test_glued_points_come_apart():
    assert points(GLUED, "qualifications") == [
        "Usia Maksimal 30 Tahun",
        "Pendidikan minimal D3",
        "Memiliki pengalaman minimal 1 tahun",
        "Mengerti jaringan LAN",
        "Bersedia shift",
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("LOWONGAN KERJA: Network Engineer", "Network Engineer"),
        ("Dibutuhkan segera Staff IT", "Staff IT"),
        ("# Back End Developer (Jakarta)", "Back End Developer (Jakarta)"),
    ],
)
def test_words_that_lead_in_are_no_title(line, title):
    text = f"{line}\nKualifikasi:\n- Menguasai PHP\n"
    assert read_sections(text).title.of(text) == title


@pytest.mark.parametrize(
    "text", ["Min. 2 tahun di ASP.NET Core dan Vue.js", "Menguasai Node.js, min. 1 th", "Laki - Laki", "Usia 20 - 40 tahun"]
)
def test_full_stops_and_dashes_inside_a_point_part_nothing(text):
    assert [c.of(text) for c in split_clauses(text, Span(0, len(text)))] == [text]


@pytest.mark.parametrize("bullet", ["- ", "• ", "* ", "1. ", "✓ "])
def test_bullets_part_points(bullet):
    text = "".join(f"{bullet}{words}\n" for words in ("Teliti dan rajin", "Mengerti SQL"))
    assert [c.of(text) for c in split_clauses(text, Span(0, len(text)))] == ["Teliti dan rajin", "Mengerti SQL"]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "Bachelor in Computer Science3+ years experience in Java",
            ["Bachelor in Computer Science", "3+ years experience in Java"],
        ),
        ("Mengerti jaringan.4. Menguasai Linux", ["Mengerti jaringan", "Menguasai Linux"]),
        ("Minimum5 years of experience", ["Minimum5 years of experience"]),
        ("Able to work shiftsable to operate routers", ["Able to work shifts", "able to operate routers"]),
    ],
)
def test_words_glued_by_a_job_board(text, points):
    assert [c.of(text) for c in split_clauses(text, Span(0, len(text)))] == points


@given(st.text(max_size=300) | st.text(alphabet="Memiliki Usia S1.:\n-,()•1 kualifikasi", max_size=300))
def test_any_text_is_parted_inside_its_bounds(text):
    found = read_sections(text)
    for block in found.blocks:
        clauses = split_clauses(text, block.span)
        assert all(block.span.start <= c.start < c.end <= block.span.end for c in clauses)
        assert all(a.end <= b.start for a, b in pairwise(clauses))
