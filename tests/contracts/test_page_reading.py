"""Reading order and letters of pages, from pieces of text as a PDF holds them."""

from tepat.adapters.extract.layout import order_regions
from tepat.adapters.extract.lines import Piece, join_line
from tepat.adapters.extract.running import drop_running
from tepat.adapters.extract.spacing import close_up


def at(text: str, x: float, y: float, *, height: float = 10.0) -> Piece:
    return Piece(text, x, y, x + 5.0 * len(text), y + height)


def lines_of(pieces: list[Piece]) -> list[str]:
    return [join_line(line) for _, lines in order_regions(pieces, set()) for line in lines]


def test_columns_whose_rows_align_are_columns_if_both_have_headings():
    left = ["PENGALAMAN", "PT Contoh, 2019 - 2020", "Staf Gudang", "PT Lain, 2017 - 2018"]
    right = ["PENDIDIKAN", "Universitas Contoh", "S1 Matematika", "IPK 3,01"]
    pieces = [at(t, 40, 100 + 20 * n) for n, t in enumerate(left)] + [at(t, 300, 100 + 20 * n) for n, t in enumerate(right)]
    assert lines_of(pieces) == [*left, *right]


def test_headings_and_dates_at_the_left_lead_their_rows():
    left = {100: "STUDIES", 120: "2024", 180: "CAREER HISTORY", 200: "2019 - 2023", 260: "2015 - 2018"}
    right = {120: "SMK Contoh", 132: "Elektronika", 200: "PT Contoh", 212: "Staf Gudang", 260: "PT Lain", 272: "Kurir"}
    pieces = [at(t, 40, y) for y, t in left.items()] + [at(t, 200, y) for y, t in right.items()]
    found = lines_of(pieces)
    assert found.index("2024") < found.index("SMK Contoh") < found.index("CAREER HISTORY") < found.index("PT Contoh")


def test_letters_set_apart_become_words():
    letters = [Piece(c, 40 + 9 * n, 0, 45 + 9 * n, 10) for n, c in enumerate("RIWAYAT")]
    later = [Piece(c, 120 + 9 * n, 0, 125 + 9 * n, 10) for n, c in enumerate("KERJA")]
    assert [p.text for p in close_up([*letters, *later])] == ["RIWAYAT", "KERJA"]


def test_initials_stay_apart():
    assert [p.text for p in close_up([at("R", 40, 0), at("A", 50, 0), at("Kartini", 60, 0)])] == ["R", "A", "Kartini"]


def test_running_heads_are_said_once():
    first = [at("Sari Wulandari", 40, 20, height=20), at("Isi satu", 40, 400), at("Halaman 1", 40, 800)]
    second = [at("CV Sari Wulandari", 40, 20), at("Isi dua", 40, 400), at("Halaman 2", 40, 800)]
    kept = drop_running([first, second], [842.0, 842.0])
    assert [p.text for p in kept[0]] == ["Sari Wulandari", "Isi satu", "Halaman 1"]
    assert [p.text for p in kept[1]] == ["Isi dua"]
