"""The checks of adverts find what people write, plainly or disguised, and leave harmless phrases alone."""

import pytest
from evals.phrases import PRECISION, RECALL, find_codes, read_phrases, score

from tepat.domain.postings.checks import check_text
from tepat.domain.postings.limits import LIMITS
from tepat.domain.postings.scams import SCAMS
from tepat.domain.postings.wordings import words_of

PHRASES = read_phrases()
HELD = [phrase for phrase in PHRASES if phrase.half == "held"]
CODES = {row[0] for row in (*LIMITS, *SCAMS)}


def test_the_corpus_covers_every_code_in_plain_words_and_in_disguise():
    assert len(PHRASES) >= 600
    for kind in ("plain", "evasion"):
        assert {code for p in PHRASES if p.kind == kind for choice in p.wanted for code in choice} == CODES
    assert all(bool(p.wanted) == (p.kind != "negative") for p in PHRASES)
    assert len({p.words for p in PHRASES}) == len(PHRASES)


def test_held_phrases_are_found_and_harmless_ones_left_alone():
    held = score(HELD)
    assert held.recall >= RECALL
    assert held.precision >= PRECISION
    assert held.alarms == 0


def test_an_advert_without_any_phrase_is_clean():
    assert find_codes("") == set()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Syarat: w.a.n.i.t.a saja, teliti", "w.a.n.i.t.a saja"),
        ("- tnggi bdn min 165 cm", "tnggi bdn min 165 cm"),
        ("- mus1im only!", "mus1im only"),
        ("- \uff35sia maks 2o tahun", "\uff35sia maks 2o tahun"),
    ],
)
def test_a_disguise_is_shown_as_it_was_written(text, quote):
    assert [check.spans[0].of(text) for check in check_text(text)] == [quote]


def test_what_is_said_of_one_point_excuses_no_other():
    assert [c.code for c in check_text("- Tidak dipungut biaya\n- Bayar uang seragam")] == ["scam.fee"]


def test_the_words_worth_disguising_come_from_the_patterns():
    assert {"usia", "wanita", "muslim", "ijazah", "rekening"} <= words_of((*LIMITS, *SCAMS))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Yang sudah lewat 35 mohon maaf belum bisa kami proses", "discrimination.age"),
        ("Ideally you are between 21 and 27", "discrimination.age"),
        ("Penyandang disabilitas mohon tidak melamar", "discrimination.disability"),
        ("We do not hire Papuans", "discrimination.ethnicity"),
        ("This vacancy is reserved for gentlemen", "discrimination.sex"),
        ("You will need to buy the training materials from us", "scam.fee"),
        ("You receive payments and forward them to our partner", "scam.transfer"),
        ("Hotel wajib dipesan lewat biro yang kami tunjuk", "scam.travel"),
        ("Lamaran via aplikasi ini tidak kami baca", "scam.off_platform"),
    ],
)
def test_frames_find_what_no_list_holds(text, code):
    assert code in find_codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kami mencari klien muda di industri kreatif",
        "Tidak menerima pelanggan tunanetra tanpa pendamping aplikasi",
        "Applicants of any age, religion or origin are welcome",
        "Perusahaan membayar biaya sertifikasi peserta",
        "Receive payments from customers in our app and forward the report",
    ],
)
def test_frames_leave_goods_services_and_welcomes_alone(text):
    assert find_codes(text) == set()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("- usiaaa maksss 27 thn", "usiaaa maksss 27 thn"),
        ("- um🔥ur max 2️⃣5️⃣", "um🔥ur max 2️⃣5"),
        ("- mvslim only", "mvslim only"),
        ("- ceweek only", "ceweek only"),
    ],
)
def test_stretched_parted_and_look_alike_spellings_are_seen_through(text, quote):
    (found,) = check_text("Staff IT\n" + text)
    assert found.spans[0].of("Staff IT\n" + text).startswith(quote)


def test_a_picture_that_is_a_bullet_parts_words_still():
    assert find_codes("Jujur✅Wanita diutamakan") == {"discrimination.sex"}
