"""Verdicts that quote the CV: one per requirement, never about the person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.cv.read import read_cv
from tepat.domain.documents import ExtractedText
from tepat.domain.matching.match import match, terms_of
from tepat.domain.matching.opening import open_cv
from tepat.domain.postings.posting import Requirement
from tepat.domain.postings.read import read_posting
from tepat.domain.ranking import rank

KNOWLEDGE = load_knowledge()
TODAY = date(2026, 11, 22)
ADVERT = """IT Support
PT Contoh Maju
Bandung

Tugas:
- Memperbaiki komputer dan printer di kantor
- Merawat jaringan LAN dan server
- Memasang perangkat lunak dan sistem operasi
Kualifikasi:
- Pendidikan minimal D3 Teknik Informatika
- Pengalaman minimal 2 tahun sebagai IT Support
- Menguasai Windows, MikroTik dan Microsoft Excel
- Fluent in English
- Bersedia bekerja shift
- Bersedia ditempatkan di Bandung
- Memiliki SIM C
- Sertifikat MTCNA menjadi nilai plus
"""
CV = """SARI CONTOH
Bandung | sari@contoh.example | 0812 0000 0001

PENGALAMAN KERJA
IT Support - PT Rekaan Jaya
Januari 2021 - Desember 2023
- Memperbaiki komputer dan printer
- Konfigurasi MikroTik dan jaringan LAN
- Bekerja shift malam

PENDIDIKAN
D3 Teknik Informatika - Politeknik Rekaan
2017 - 2020

KEAHLIAN
Windows, Microsoft Excel

BAHASA
Bahasa Inggris (aktif)
"""


def reading(text=CV):
    return read_cv(ExtractedText(text, "text/plain"), knowledge=KNOWLEDGE, as_of=TODAY)


def matched(text=CV, advert=ADVERT, requirements=None, profile=None):
    posting = read_posting(advert, knowledge=KNOWLEDGE)
    roles = tuple((o.id, o.score) for o in posting.occupations_duties)
    return match(
        opened(text, profile),
        requirements=posting.requirements if requirements is None else requirements,
        occupations=roles,
        knowledge=KNOWLEDGE,
        terms=terms_of(advert),
    )


def opened(text=CV, profile=None):
    return open_cv(profile or reading(text).profile, text=text, page_of=lambda _: 1, as_of=TODAY, knowledge=KNOWLEDGE)


def verdicts(found):
    return {r.requirement.label: r.verdict for r in found.requirements}


def asking(kind, **more):
    return (Requirement("r1", kind, "must", **{"label": "x", **more}),)


def test_a_fitting_cv():
    found = matched()
    by_kind = {}
    for r in found.requirements:
        by_kind.setdefault(r.requirement.kind, []).append(r.verdict)
    assert by_kind == {
        "education": ["met"],
        "experience": ["met"],
        "skill": ["met", "met", "met"],
        "language": ["met"],
        "availability": ["met"],
        "location": ["met"],
        "licence": ["not_stated"],
        "certificate": ["partly"],
    }
    assert found.score > 550_000


def test_every_requirement_is_explained_once():
    posting = read_posting(ADVERT, knowledge=KNOWLEDGE)
    assert [r.requirement for r in matched().requirements] == list(posting.requirements)


def test_quotes_are_verbatim_and_short():
    for r in matched().requirements:
        assert bool(r.evidence) == (r.verdict != "not_stated")
        for e in r.evidence:
            assert e.quote == CV[e.start : e.end]
            assert 0 < len(e.quote) <= 200


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SARI CONTOH", "BUDI MISAL"),
        ("Politeknik Rekaan", "Universitas Terkenal Sekali"),
        ("sari@contoh.example", "kepala.besar@lain.example"),
    ],
)
def test_twins_score_the_same(old, new):
    a, b = matched(), matched(CV.replace(old, new))
    assert (a.score, a.occupation_fit, [r.score for r in a.requirements]) == (
        b.score,
        b.occupation_fit,
        [r.score for r in b.requirements],
    )


def test_the_city_counts_only_where_a_place_is_asked():
    elsewhere = CV.replace("Bandung |", "Medan |")
    a, b = matched(), matched(elsewhere)
    assert [r.requirement.kind for r, s in zip(a.requirements, b.requirements, strict=True) if r.score != s.score] == ["location"]
    without = [r for r in read_posting(ADVERT, knowledge=KNOWLEDGE).requirements if r.kind != "location"]
    assert matched(requirements=without).score == matched(elsewhere, requirements=without).score


def test_work_counts_more_than_a_list():
    skill = asking("skill", label="MikroTik RouterOS", skills=("mikrotik-routeros",))
    used = matched(requirements=skill).requirements[0]
    listed = matched(
        CV.replace("- Konfigurasi MikroTik dan jaringan LAN\n", "").replace("Windows,", "Windows, MikroTik,"), requirements=skill
    )
    assert used.verdict == listed.requirements[0].verdict == "met"
    assert used.score > listed.requirements[0].score


def test_a_special_skill_proves_the_general_one():
    cv = CV.replace("Windows, Microsoft Excel", "Laravel")
    found = matched(cv, requirements=asking("skill", label="PHP", skills=("php",))).requirements[0]
    assert (found.verdict, found.reason.code, found.reason.params) == ("met", "skill_implied", {"by": "Laravel"})


def test_a_denied_skill_contradicts():
    cv = CV.replace("Windows, Microsoft Excel", "Windows\nBelum menguasai Linux")
    found = matched(cv, requirements=asking("skill", label="Linux", skills=("linux",))).requirements[0]
    assert found.verdict in {"contradicted", "not_stated"}
    assert found.score == 0


@pytest.mark.parametrize(
    ("level", "areas", "verdict"),
    [
        ("SMA", (), "met"),
        ("D3", ("Teknik Informatika",), "met"),
        ("D3", ("Sistem Informasi",), "met"),
        ("D3", ("Akuntansi",), "partly"),
        ("S1", (), "contradicted"),
    ],
)
def test_the_ladder_of_education(level, areas, verdict):
    assert matched(requirements=asking("education", value=level, areas=areas)).requirements[0].verdict == verdict


@pytest.mark.parametrize(("months", "verdict"), [(0, "met"), (24, "met"), (36, "met"), (37, "partly"), (96, "partly")])
def test_months_of_the_right_work(months, verdict):
    found = matched(requirements=asking("experience", months=months, occupations=("it-support",))).requirements[0]
    assert found.verdict == verdict


def test_a_major_of_business_is_no_computing():
    cv = CV.replace("D3 Teknik Informatika", "D3 Akuntansi")
    found = matched(cv, requirements=asking("education", value="D3", areas=("Information Technology",))).requirements[0]
    assert (found.verdict, found.reason.code) == ("partly", "education_other_area")


def test_months_of_other_work_do_not_count():
    found = matched(requirements=asking("experience", months=12, occupations=("software-developer",))).requirements[0]
    assert (found.verdict, found.score) == ("not_stated", 0)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("Bersedia kerja shift", "met"), ("Tidak bersedia bekerja shift", "contradicted"), ("", "not_stated")],
)
def test_readiness_for_shifts(words, verdict):
    cv = CV.replace("- Bekerja shift malam\n", "").replace("BAHASA", f"{words}\n\nBAHASA")
    assert matched(cv, requirements=asking("availability", value="shift")).requirements[0].verdict == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Bersedia ditempatkan di seluruh Indonesia", "met"),
        ("Tidak bersedia ditempatkan di luar kota", "contradicted"),
        ("", "partly"),
    ],
)
def test_willingness_to_move(words, verdict):
    cv = CV.replace("BAHASA", f"{words}\n\nBAHASA")
    assert matched(cv, requirements=asking("location", label="Surabaya", value="Surabaya")).requirements[0].verdict == verdict


def test_own_work_ranks_before_neighbouring_and_strange_work():
    texts = {
        "same": CV,
        "near": CV.replace("IT Support - PT", "IT Helpdesk - PT").replace(
            "Memperbaiki komputer dan printer", "Menerima tiket lewat telepon"
        ),
        "far": CV.replace("IT Support - PT", "Akuntan - PT")
        .replace("Memperbaiki komputer dan printer", "Membuat laporan keuangan")
        .replace("Konfigurasi MikroTik dan jaringan LAN", "Menghitung pajak"),
    }
    found = [matched(t) for t in texts.values()]
    assert rank(found) == (0, 1, 2)


@given(st.permutations(range(5)))
def test_the_order_is_stable_under_shuffling(order):
    texts = [
        CV,
        CV.replace("2021", "2022"),
        CV.replace("MikroTik", "kabel"),
        CV.replace("D3", "SMK"),
        CV.replace("shift malam", "pagi"),
    ]
    matches = KEPT or [matched(t) for t in texts]
    KEPT[:] = matches
    shuffled = [matches[i] for i in order]
    assert [shuffled[i] for i in rank(shuffled)] == [matches[i] for i in rank(matches)]


KEPT = []
