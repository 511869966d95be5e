"""Names, addresses and numbers as people write them at the head of a CV, or at its foot."""

import pytest
from tests.domain.test_cv_reading import read


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Nama (sesuai KTP)\t: SUPRIYANTO\nSex\t: Laki-laki", "Supriyanto"),
        ("LIE MEI LING / 李美玲\nAccounting Staff", "Lie Mei Ling"),
        ("Drs. H. Ahmad Fauzi, M.Pd.\nGuru", "Ahmad Fauzi"),
        ("Maria Ulfa br. Sinaga, S.Kom., M.T.I.\nBackend Engineer", "Maria Ulfa br. Sinaga"),
        ("Nama Pelamar\nMuhammad Rizky bin Abdullah\nKelahiran\nPalembang, 3 Maret 1999", "Muhammad Rizky bin Abdullah"),
        ("Kepada Yth\nTim HRD\n\nNi Luh Putu Ayu\nni.luh.ayu@surel.example", "Ni Luh Putu Ayu"),
        ("I Gede Arya\n0812 0000 1234", "I Gede Arya"),
    ],
)
def test_names_stand_without_titles_and_degrees(head, name):
    assert read(f"{head}\n\nKEAHLIAN\nLinux, Python\n").profile.name.value == name


@pytest.mark.parametrize(
    ("head", "city"),
    [
        ("Alamat KTP: Dusun Krajan RT 01/02, Klaten\nAlamat Domisili: Jl. Cempaka II No. 5, Jakarta Pusat", "Jakarta Pusat"),
        ("Domisili: Manado, Indonesia\nAlamat sesuai KTP: Semarang", "Manado"),
        ("Domicile: Surabaya (willing to relocate)\nDOB: Pontianak, 7 July 1996", "Surabaya"),
        ("Tempat, Tgl Lahir: Padang, 1 Mei 2000\nAlamat: Perum Griya Asri Blok C3 No. 12, Kota Bekasi 17158", "Bekasi"),
        ("⚑ Jl. Raya Sawo No. 68 RT 03/RW 07, Sidoarjo", "Sidoarjo"),
    ],
)
def test_the_home_is_where_somebody_lives_today(head, city):
    assert read(f"Rina Wati\n{head}\n\nKEAHLIAN\nLinux, Python\n").profile.city.value == city


def test_an_address_ends_where_its_line_ends():
    profile = read(
        "Intan Sari\nintan.sari@surel.example\nwa.me/6287800089455\nlinkedin.com/in/intan\n\nKEAHLIAN\nLinux\n"
    ).profile
    assert (profile.email.value, profile.phone.value) == ("intan.sari@surel.example", "+6287800089455")


def test_a_broken_address_is_put_together():
    assert read("Intan Sari\nintan.sari@surel.\ncom\n\nKEAHLIAN\nLinux\n").profile.email.value == "intan.sari@surel.com"


def test_contact_at_the_foot_is_the_candidates_and_not_the_referees():
    text = (
        "Cindy Halim\n\nKEAHLIAN\nLinux, Python\n\nIbu Silvia - HRD PT Contoh, 0811 0003 0119, silvia@kantor.example\n\n"
        "\fcindy.halim@surel.example 0815 0002 6972 Gresik, Indonesia\n"
    )
    profile = read(text).profile
    assert (profile.email.value, profile.phone.value, profile.city.value) == (
        "cindy.halim@surel.example",
        "+6281500026972",
        "Gresik",
    )


def test_a_period_is_no_telephone_number():
    assert read("Adi Putra\nadi@surel.example\n\nPENGALAMAN\nStaf IT, PT Contoh\n08/2021 - 08/2025\n").profile.phone is None
