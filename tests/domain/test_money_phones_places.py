import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.language.money import find_amounts
from tepat.domain.language.phones import find_phones, to_e164
from tepat.domain.language.places import Place, PlaceIndex

INDEX = PlaceIndex(
    [
        Place("32", "Jawa Barat", "province", "Jawa Barat", ("West Java",)),
        Place("32.04", "Bandung", "regency", "Jawa Barat", ("Soreang",)),
        Place("32.73", "Bandung", "city", "Jawa Barat"),
        Place("33.72", "Surakarta", "city", "Jawa Tengah", ("Solo",)),
        Place("31.74", "Jakarta Selatan", "city", "DKI Jakarta", ("Jaksel",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rp 5.000.000", 5_000_000, 5_000_000),
        ("Rp5.000.000,- s/d Rp 7.000.000", 5_000_000, 7_000_000),
        ("5-7 jt", 5_000_000, 7_000_000),
        ("IDR 9,500,000", 9_500_000, 9_500_000),
        ("8 juta", 8_000_000, 8_000_000),
        ("Rp. 5,5 juta", 5_500_000, 5_500_000),
        ("Rp\n5.000.000", 5_000_000, 5_000_000),
        ("500 ribu", 500_000, 500_000),
    ],
)
def test_rupiah(text, low, high):
    assert [(a.low, a.high) for a in find_amounts(text)] == [(low, high)]


@pytest.mark.parametrize("text", ["2019 - 2021", "24 bulan", "UMR", "Rp 500", "0812 3456 7890"])
def test_other_numbers_are_no_money(text):
    assert find_amounts(text) == ()


@given(st.integers(100_000, 999_000_000))
def test_grouped_rupiah_are_read_back(amount):
    written = f"gaji Rp {amount:,}".replace(",", ".")
    assert [(a.low, a.high) for a in find_amounts(written)] == [(amount, amount)]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0857-6765-389", "+628576765389"),
        ("6281544806473", "+6281544806473"),
        ("+62-858-75531861", "+6285875531861"),
        ("(+62) 821 00059026", "+6282100059026"),
        ("0812.3456.7890", "+6281234567890"),
        ("(021) 555-1234", "+62215551234"),
        ("+65 9123 4567", "+6591234567"),
        ("2019 - 2021", None),
        ("3273012501990001", None),
        ("04 85218", None),
    ],
)
def test_phones_become_e164(written, number):
    assert [n for n, _ in find_phones(f"HP: {written}")] == ([number] if number else [])


@given(st.from_regex(r"08[1-9][0-9]{8,9}", fullmatch=True), st.sampled_from(["", " ", "-", "."]))
def test_a_mobile_number_is_the_same_however_it_is_grouped(digits, sign):
    written = sign.join([digits[:4], digits[4:8], digits[8:]])
    assert to_e164(written) == "+62" + digits[1:]


def test_the_longest_name_wins_and_a_city_comes_before_a_regency():
    found = INDEX.find("Jl. Melati, Kota Bandung, West Java")
    assert [(m.place.code, m.written) for m in found] == [("32.73", "Bandung"), ("32", "West Java")]
    assert [m.place.code for m in INDEX.find("Kabupaten Bandung")] == ["32.04"]
    assert [m.place.name for m in INDEX.find("JAKSEL / solo")] == ["Jakarta Selatan", "Surakarta"]


@given(st.text(max_size=200))
def test_places_lie_in_the_text(text):
    for mention in INDEX.find(text):
        assert mention.span.of(text) == mention.written
