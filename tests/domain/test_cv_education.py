"""Education: levels under all their names, schools and majors on one line or three."""

import pytest
from tests.domain.test_cv_reading import read


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Strata 1 Ilmu Komputer, Univ. Contoh (2018 – 2022)", ("S1", "Ilmu Komputer", 2022)),
        ("S.1 Teknik Elektro, Universitas Contoh, 2022", ("S1", "Teknik Elektro", 2022)),
        ("IAIN Contoh\nBachelor (S1) Information Technology | Graduated 2023", ("S1", "Information Technology", 2023)),
        (
            "2024\nSMK Contoh 2 Cirebon\nVocational Secondary School Industrial Electronics",
            ("SMK", "Industrial Electronics", 2024),
        ),
        ("Sekolah Menengah Kejuruan Akuntansi, SMK Contoh 2 Gresik (2022)", ("SMK", "Akuntansi", 2022)),
        ("Sarjana (S1) Sistem Informasi, 2018 ~\n2022\nUniversitas Contoh", ("S1", "Sistem Informasi", 2022)),
        ("Pondok Pesantren Contoh (Madrasah Aliyah)\nHigh School Diploma Science\n2017 – 2020", ("SMA", "Science", 2020)),
    ],
)
def test_levels_majors_and_years_in_all_their_forms(lines, found):
    top = read(f"Sari Wulandari\n\nPENDIDIKAN\n{lines}\n").profile.highest_education()
    assert (top.level.value, top.area and top.area.value, top.end.value.year) == found


def test_an_institution_and_its_level_make_one_stretch():
    educations = read("Sari W\n\nSTUDIES\nSMK Contoh 2\nVocational High School Multimedia\n2015 - 2018\n").profile.education
    assert [(e.institution.value, e.level.value) for e in educations] == [("SMK Contoh 2", "SMK")]
