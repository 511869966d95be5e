"""Work sections: which line is the employer and which the position, in the forms people use."""

import pytest
from tests.domain.test_cv_reading import read

TWO = [("IT Support", "PT Contoh Sentosa"), ("Staf Gudang", "CV Angin Timur")]


def works(section: str):
    return [(w.position and w.position.value, w.employer and w.employer.value) for w in entries(section)]


def entries(section: str):
    return read(f"Sari Wulandari\n\nPENGALAMAN KERJA\n{section}\n").profile.work


@pytest.mark.parametrize(
    "section",
    [
        "PT Contoh Sentosa – IT Support (April 2022 - sekarang)\nCV Angin Timur – Staf Gudang, Mei 2019 - Maret 2022",
        "IT Support di PT Contoh Sentosa, Apr 2022 s/d sekarang\n• Servis\nStaf Gudang di CV Angin Timur, Mei 2019 s/d Mar 2022",
        "2022-04 – present\nPT Contoh Sentosa\nIT Support\n• Servis\n2019 – 2022\nCV Angin Timur\nStaf Gudang\n• Stok",
        "PT Contoh Sentosa, Solo, Agu 2022 – Sept\n2024\nIT Support\nCV Angin Timur, Solo, 2019 - 2022\nStaf Gudang",
        "No\tInstansi\tTahun\tPosisi\n1 PT Contoh Sentosa\t2022-2025\tIT Support\n2\tCV Angin Timur\t2019 - 2022\tStaf Gudang",
        "Kantor: PT Contoh Sentosa\nJabatan: IT Support\nTahun: 2022\nKantor: CV Angin Timur\nJabatan: Staf Gudang\nTahun: 2019",
    ],
)
def test_employers_and_positions_are_told_apart(section):
    assert works(section) == TWO


@pytest.mark.parametrize(
    "section",
    [
        "Dompet Cepat — Jakarta\nSenior Engineer, Mar 2022 – Present\n• Ledger\n\nEngineer, Jan 2020 – Feb 2022\n• Kafka",
        "PT Lain, Staf IT, 2015 - 2016\n\nDompet Cepat Group\nSolo\n\nSenior Engineer, 2022 – now\n\nEngineer, 2020 – 2022",
        "Dompet Cepat Group (2020 - sekarang)\nSenior Engineer, Mar 2022 – sekarang\n• Ledger\nEngineer, 2020 – 2022",
    ],
)
def test_positions_share_the_employer_above_them(section):
    found = works(section)[-2:]
    assert [p for p, _ in found] == ["Senior Engineer", "Engineer"]
    assert {e for _, e in found} in ({"Dompet Cepat"}, {"Dompet Cepat Group"})


def test_work_on_ones_own_inherits_no_employer():
    assert works("IT Support, PT Contoh Sentosa, 2020 - 2022\n\nFreelance Web Developer, 2018 - 2020")[1][1] is None


def test_the_order_of_the_section_names_what_words_do_not_tell():
    told = "PT Contoh Sentosa\nIT Support\n2022 - sekarang\n\n"
    assert works(f"{told}Langit Biru\nPerekat Awan\n2019 - 2021\n\nCV Angin Timur\nStaf Gudang\n2017 - 2018")[1] == (
        "Perekat Awan",
        "Langit Biru",
    )


def test_an_employer_named_after_a_town_is_an_employer():
    assert works("IT Helpdesk di RSUD Jakarta Selatan, Juli 2022 - Juli 2024") == [("IT Helpdesk", "RSUD Jakarta Selatan")]


def test_internships_keep_their_words_and_are_told_apart():
    found = entries(
        "Web Developer (Magang), PT Contoh Sentosa, Jan 2020 - Mar 2020\nInternship - Web Developer, CV Angin Timur, 2019 - 2019"
    )
    assert [(w.position.value, w.type) for w in found] == [
        ("Web Developer (Magang)", "internship"),
        ("Internship - Web Developer", "internship"),
    ]


def test_volunteers_among_jobs_are_no_jobs():
    assert entries("Volunteer Designer\nKomunitas Baca\nMar 2021 - Mar 2022")[0].type == "volunteer"
