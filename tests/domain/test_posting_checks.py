"""Limits that are not about the work, marks of fraud, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.checks import check_text
from tepat.domain.postings.read import read_posting

KNOWLEDGE = load_knowledge()


def codes(text):
    return [c.code for c in check_text(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("Usia maksimal 27 tahun", "discrimination.age", "Usia maksimal 27 tahun"),
        ("- Max. 30 tahun", "discrimination.age", "Max. 30 tahun"),
        ("u s i a max 27", "discrimination.age", "u s i a max 27"),
        ("U.S.I.A maks 25 th", "discrimination.age", "U.S.I.A maks 25 th"),
        ("us\u200bia 18 - 25 tahun", "discrimination.age", "us\u200bia 18 - 25 tahun"),
        ("21-30 years old", "discrimination.age", "21-30 years old"),
        (
            "Age minimum 25 years old to maximum 30 years old",
            "discrimination.age",
            "Age minimum 25 years old to maximum 30 years old",
        ),
        ("Syarat: Wanita, usia bebas", "discrimination.sex", "Wanita"),
        ("Laki - Laki Maksimal usia", "discrimination.sex", "Laki - Laki"),
        ("Pria diutamakan", "discrimination.sex", "Pria diutamakan"),
        ("w4nita diutamakan", "discrimination.sex", "w4nita diutamakan"),
        ("Berpenampilan menarik", "discrimination.looks", "Berpenampilan menarik"),
        ("good looking", "discrimination.looks", "good looking"),
        ("Belum menikah", "discrimination.marital_status", "Belum menikah"),
        ("Tinggi badan minimal 165 cm", "discrimination.height", "Tinggi badan minimal 165 cm"),
        ("Beragama Islam", "discrimination.religion", "Beragama Islam"),
        ("Khusus keturunan Tionghoa", "discrimination.ethnicity", "Khusus keturunan Tionghoa"),
        ("Tidak memiliki cacat fisik", "discrimination.disability", "Tidak memiliki cacat fisik"),
        ("Lulusan universitas terkemuka", "discrimination.other", "Lulusan universitas terkemuka"),
        ("Membayar biaya pelatihan Rp 500.000", "scam.fee", "Membayar biaya pelatihan Rp 500.000"),
        ("Ijazah ditahan selama kontrak", "scam.documents", "Ijazah ditahan"),
        ("Info lanjut hubungi Telegram @hrd", "scam.off_platform", "hubungi Telegram @hrd"),
        ("Tiket pesawat ditanggung pelamar terlebih dahulu, dibayar dahulu", "scam.travel", None),
        ("Transfer uang ke rekening BCA", "scam.transfer", None),
    ],
)
def test_found(text, code, quote):
    found = [c for c in check_text(text) if c.code == code]
    assert found, codes(text)
    if quote is not None:
        assert found[0].spans[0].of(text) == quote


@pytest.mark.parametrize(
    "text",
    [
        "Pria/wanita",
        "Laki-laki atau perempuan",
        "Job Requirements : Male / Female",
        "Ditempatkan di Gn. Putri, Bogor",
        "Fluent in English and fluent Chinese preferred",
        "Usia perusahaan 27 tahun",
        "Perusahaan kami telah berusia 27 tahun",
        "Pengalaman maksimal 20 tahun",
        "Manusia dan mesin 30 unit",
        "Single sign-on dan single page application",
        "Toko pakaian wanita",
        "Seluruh proses rekrutmen tidak dipungut biaya apapun",
        "Mengembangkan bot Telegram",
        "Pengalaman di industri travel agent",
        "Sistem pembayaran dan transfer data",
        "Rumah Sakit Islam Contoh",
        "Tunjangan hari raya keagamaan",
        "Tinggi semangat belajar",
        "Berpenampilan rapi",
        "Mampu mengangkat barang 20 kg",
    ],
)
def test_not_found(text):
    assert codes(text) == []


def test_what_an_advert_lacks():
    reading = read_posting("IT Support\n", knowledge=KNOWLEDGE)
    assert {c.code for c in reading.checks} == {"salary.missing", "clarity.no_duties", "clarity.no_requirements"}


def test_a_wide_range_of_pay():
    reading = read_posting("IT Support\nPT Contoh\nBandung\nRp 4.000.000 – Rp 12.000.000 per month\n", knowledge=KNOWLEDGE)
    assert "salary.wide" in {c.code for c in reading.checks}


@given(st.text(max_size=200))
def test_places_lie_inside_any_text(text):
    assert all(0 <= s.start < s.end <= len(text) for c in check_text(text) for s in c.spans)
