"""Marks in their words, and words for figures and days."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from tepat.templatetags import wording
from tepat.templatetags.marks import Mark, marked, quotations
from tepat.templatetags.tepat import evidence, strip
from tepat.web.paging import Pager

places = st.builds(
    Mark,
    start=st.integers(-5, 60),
    end=st.integers(-5, 60),
    number=st.none() | st.integers(1, 9),
    verdict=st.sampled_from(["met", "partly", "contradicted"]),
    current=st.booleans(),
)


@given(st.text(max_size=50), st.lists(places, max_size=6))
def test_marks_add_nothing_but_marks(text, marks):
    html = marked(text, marks)
    without_numbers = re.sub(r'<b class="number">\d+</b>', "", html)
    assert unescape(re.sub(r"</?mark[^<>]*>", "", without_numbers)) == unescape(unescape_once(text))


def unescape_once(text: str) -> str:
    return text.replace("&", "&amp;")


@given(st.text(alphabet="<>&\"'ab", max_size=30), st.lists(places, max_size=4))
def test_no_text_becomes_an_element(text, marks):
    tags = set(re.findall(r"<(/?\w+)", evidence(text, marks)))
    assert tags <= {"div", "/div", "mark", "/mark", "b", "/b"}


def test_a_number_stands_once_before_its_first_words():
    html = marked("satu dua tiga", [Mark(0, 4, 1), Mark(9, 13, 1, "partly", current=True)])
    assert html == (
        '<mark id="bukti-1"><b class="number">1</b>satu</mark> dua <mark class="partly" aria-current="true">tiga</mark>'
    )


def test_a_quotation_is_the_line_around_the_words():
    text = "Pengalaman\n- bantu user sambung Wi-Fi kantor\nPendidikan"
    start = text.index("Wi-Fi")
    assert quotations(text, [(start, start + 5)]) == ["bantu user sambung <mark>Wi-Fi</mark> kantor"]


def test_words_of_one_line_share_a_quotation_and_long_lines_are_cut():
    text = "awal " * 40 + "satu dan dua" + " akhir" * 40
    one, two = text.index("satu"), text.index("dua")
    [quotation] = quotations(text, [(two, two + 3), (one, one + 4)], verdict="partly", around=12)
    assert quotation == 'awal awal <mark class="partly">satu</mark> dan <mark class="partly">dua</mark> akhir'


@given(st.text(alphabet="ab \n-<", max_size=60), st.lists(st.tuples(st.integers(-2, 62), st.integers(-2, 62)), max_size=5))
def test_a_quotation_stands_in_the_text(text, spans):
    for quotation in quotations(text, spans, around=8):
        assert unescape(re.sub(r"</?mark[^<>]*>", "", quotation)) in text


@pytest.mark.parametrize(("short", "dots", "line"), [("mmpc|mn", 6, True), ("mm|", 2, False), ("|n", 1, False), ("", 0, False)])
def test_a_strip_keeps_order_and_parts_musts_from_nices(short, dots, line):
    html = strip(short)
    assert html.count("<svg") == dots
    assert ("hairline" in html) is line
    assert 'aria-hidden="true"' in html


@pytest.mark.parametrize(
    ("low", "high", "indonesian", "english"),
    [
        (5_200_000, 6_000_000, "Rp5.200.000–6.000.000", "Rp5,200,000–6,000,000"),
        (5_000_000, 5_000_000, "Rp5.000.000", "Rp5,000,000"),
        (5_000_000, None, "mulai Rp5.000.000", "from Rp5,000,000"),
        (None, 6_000_000, "sampai Rp6.000.000", "up to Rp6,000,000"),
        (None, None, "", ""),
    ],
)
def test_pay_in_both_languages(low, high, indonesian, english):
    with translation.override("id"):
        assert wording.rupiah_range(low, high) == indonesian
    with translation.override("en"):
        assert wording.rupiah_range(low, high) == english


def test_months_and_days_in_both_languages():
    today = timezone.localdate()
    with translation.override("id"):
        assert wording.month_year("2024-03") == "Maret 2024"
        assert wording.month_year("2024") == "2024"
        assert wording.month_year(None) == "sekarang"
        assert wording.month_year("2024-13") == "2024-13"
        assert wording.millions(4_500_000) == "Rp4,5 jt"
        assert [wording.days_ago(today - timedelta(days=n)) for n in (0, 1, 3)] == ["hari ini", "kemarin", "3 hari lalu"]
        assert [wording.days_left(today + timedelta(days=n)) for n in (-1, 0, 11)] == [
            "sudah lewat",
            "hari terakhir",
            "11 hari lagi",
        ]
        assert wording.duration(20) == "1 tahun 8 bulan"
        assert wording.day(date(2020, 12, 4)) == "Jumat, 4 Desember 2020"
    with translation.override("en"):
        assert wording.month_year("2024-03") == "March 2024"
        assert wording.millions(4_500_000) == "Rp4.5 m"
        assert wording.days_ago(today - timedelta(days=3)) == "3 days ago"
        assert wording.duration(0) == "0 months"


@given(st.integers(0, 5000), st.integers(1, 50), st.integers(1, 200))
def test_a_pager_names_first_last_and_neighbours(total, size, number):
    pager = Pager(number, total, size)
    shown = [n for n in pager.window if n is not None]
    assert shown == sorted(set(shown))
    assert {1, pager.last} <= set(shown)
    assert len(pager.window) <= 9
