"""Small words of adverts that change what is asked: the last day, wishes in brackets, driving, months."""

from datetime import date

import pytest

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.closing import find_closing_day
from tepat.domain.postings.document import to_document
from tepat.domain.postings.read import read_posting

KNOWLEDGE = load_knowledge()


def asked(*points):
    text = "IT Support\nKualifikasi:\n" + "".join(f"- {p}\n" for p in points)
    return [(r.kind, r.importance, r.label, r.months) for r in read_posting(text, knowledge=KNOWLEDGE).requirements]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kirim CV sblm 5 des 2026 ya", date(2026, 12, 5)),
        ("sblm 5 des 2026", date(2026, 12, 5)),
        ("Lamaran paling lambat 12/12/2026", date(2026, 12, 12)),
        ("Deadline: 31 Desember 2026", date(2026, 12, 31)),
        ("Lowongan ditutup tgl 5-12-2026", date(2026, 12, 5)),
        ("Apply before 5 Dec 2026", date(2026, 12, 5)),
        ("Lamaran s/d 5 Desember 2026", date(2026, 12, 5)),
        ("Bergabung paling lambat 1 Januari 2027", None),
        ("Pengalaman sebelum 5 des 2020 tidak dihitung", None),
        ("Lamaran ditutup 31 Februari 2026", None),
        ("Lamaran ditutup 5 Desember", None),
    ],
)
def test_the_last_day_is_the_one_named_for_applying(line, day):
    found = find_closing_day(f"IT Support\n{line}\n")
    assert (found and found[0]) == day


def test_the_last_day_stands_in_the_document():
    text = "IT Support\nKualifikasi:\n- Menguasai Windows\nLamar sblm 5 des 2026\n"
    assert to_document(read_posting(text, knowledge=KNOWLEDGE), text=text)["posting"]["validThrough"] == "2026-12-05"


def test_what_stands_before_a_wish_in_brackets_is_still_asked():
    assert asked("Menguasai Excel (VBA jadi nilai plus)") == [
        ("skill", "must", "Microsoft Excel", None),
        ("skill", "nice", "VBA", None),
    ]
    assert asked("Menguasai MikroTik (punya sertifikat MTCNA nilai plus)") == [
        ("skill", "must", "MikroTik RouterOS", None),
        ("certificate", "nice", "MTCNA", None),
    ]
    assert ("skill", "nice", "Linux", None) in asked("Menguasai Windows", "Menguasai Linux (nilai plus)")


@pytest.mark.parametrize(
    ("point", "licence"),
    [
        ("Bisa nyetir mobil", "SIM A"),
        ("mampu mengemudikan motor", "SIM C"),
        ("nyetir", "SIM"),
        ("Bisa nyetir, punya SIM A", "SIM A"),
    ],
)
def test_driving_asks_for_a_licence(point, licence):
    assert [label for kind, _importance, label, _months in asked("Menguasai Windows", point) if kind == "licence"] == [licence]


@pytest.mark.parametrize(
    ("point", "months"),
    [
        ("Pengalaman minimal 6 bulan sebagai teknisi", 6),
        ("Pengalaman minimal 1 tahun 6 bulan", 18),
        ("Pengalaman minimal (bulan): 6", 6),
        ("min. 18 bln pengalaman", 18),
        ("Pengalaman minimal: 8 bulan", 8),
    ],
)
def test_experience_in_months(point, months):
    assert [m for kind, _importance, _label, m in asked("Menguasai Windows", point) if kind == "experience"] == [months]
