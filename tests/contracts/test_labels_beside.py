"""Forms whose labels stand in a column of their own are read line by line; a column with headings of its own is not."""

from datetime import date

from tepat.adapters.extract.layout import order_regions
from tepat.adapters.extract.lines import Piece, join_line
from tepat.adapters.knowledge import load_knowledge
from tepat.domain.cv.read import read_cv
from tepat.domain.documents import ExtractedText

FORM = """
Nama lengkap|Sari Wulandari
Surel|sari@kotaksurat.example
KARIER|
Kurun waktu|Januari 2020 - Maret 2023
Bagian/Jabatan|IT Support
Perusahaan / Lembaga|PT Nusantara
Deskripsi Pekerjaan|Merawat jaringan kantor
|Memasang komputer
PENDIDIKAN|
Kurun waktu|2016 - 2020
Program Studi|Sarjana Teknik Informatika
Asal Sekolah|Universitas Contoh
KEMAMPUAN|Linux
|MikroTik
|Windows Server
BAHASA|Inggris
"""


def pieces(rows, *, gap=14.0):
    """Pieces of rows of "left|right", the left side at 40 points, the right one at 210."""
    for number, row in enumerate(rows.strip().splitlines()):
        top = 40 + gap * number
        for x, words in zip((40.0, 210.0), row.split("|"), strict=True):
            if words:
                yield Piece(words, x, top, x + 5 * len(words), top + 10)


def read(rows):
    regions = order_regions(list(pieces(rows)), set())
    return [join_line(line) for _, lines in regions for line in lines]


def test_labels_stand_beside_their_values_and_headings_above_them():
    lines = read(FORM)
    assert lines[:6] == [
        "Nama lengkap\tSari Wulandari",
        "Surel\tsari@kotaksurat.example",
        "KARIER",
        "Kurun waktu\tJanuari 2020 - Maret 2023",
        "Bagian/Jabatan\tIT Support",
        "Perusahaan / Lembaga\tPT Nusantara",
    ]
    assert lines[-6:] == ["KEMAMPUAN", "Linux", "MikroTik", "Windows Server", "BAHASA", "Inggris"]


def test_a_labelled_form_gives_its_engagement_and_its_school():
    text = "\n".join(read(FORM)) + "\n"
    profile = read_cv(ExtractedText(text, "application/pdf"), knowledge=load_knowledge(), as_of=date(2026, 11, 22)).profile
    assert [(w.position.value, w.employer.value, str(w.start.value), str(w.end.value)) for w in profile.work] == [
        ("IT Support", "PT Nusantara", "2020-01", "2023-03")
    ]
    assert [(e.level.value, e.area.value, e.institution.value) for e in profile.education] == [
        ("S1", "Teknik Informatika", "Universitas Contoh")
    ]


def test_a_side_bar_beside_a_column_with_headings_stays_a_column():
    rows = FORM.replace("KARIER|", "KARIER|PENGALAMAN")
    assert "Bagian/Jabatan\tIT Support" not in read(rows)
