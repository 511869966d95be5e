"""Where the work is: a street is no town."""

import pytest

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.read import read_posting


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Lokasi: Jl. Buah Batu, Bandung", "Bandung"),
        ("Lokasi: Bandung", "Bandung"),
        ("Penempatan di jalan Batu Ceper, Tangerang, Banten", "Tangerang"),
        ("Penempatan: Surabaya, Jawa Timur", "Surabaya"),
    ],
)
def test_a_street_named_like_a_town_is_not_the_place(line, city):
    reading = read_posting(f"IT Support\n{line}\n\nKualifikasi:\n- Minimal SMK", knowledge=load_knowledge())
    assert reading.city == city
