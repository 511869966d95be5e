"""Salary, conditions, clarity, and schema.org JobPosting in both directions."""

import json

import pytest

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.conditions import find_contract, find_work_mode
from tepat.domain.postings.document import find_job_posting, job_posting_text, to_document
from tepat.domain.postings.read import read_posting
from tepat.domain.postings.salary import find_salary

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("text", "least", "most", "period"),
    [
        ("Rp 5.500.000 – Rp 7.000.000 per month", 5_500_000, 7_000_000, "month"),
        ("Gaji 5-7 jt", 5_000_000, 7_000_000, "month"),
        ("Gaji: 6 juta nett", 6_000_000, 6_000_000, "month"),
        ("Salary up to IDR 9,500,000", None, 9_500_000, "month"),
        ("Gaji mulai dari Rp 5.000.000", 5_000_000, None, "month"),
        ("Upah Rp 150.000 per hari", 150_000, 150_000, "day"),
    ],
)
def test_salary(text, least, most, period):
    found, span = find_salary(text)
    assert (found.min_idr, found.max_idr, found.period) == (least, most, period)
    assert span.of(text) in text


@pytest.mark.parametrize(
    "text", ["Gaji kompetitif", "Gaji UMR", "Mengelola omzet Rp 500.000.000 per bulan", "Pengalaman 2 tahun"]
)
def test_no_salary(text):
    assert find_salary(text) is None


@pytest.mark.parametrize(
    ("text", "contract"),
    [
        ("Status: karyawan tetap (PKWTT)", "permanent"),
        ("Kontrak 12 bulan (PKWT)", "fixed_term"),
        ("Program magang 6 bulan", "internship"),
        ("IT Support (Freelance)", "freelance"),
        ("Pengalaman magang dihitung", None),
    ],
)
def test_contract(text, contract):
    assert find_contract(text) == contract


@pytest.mark.parametrize(
    ("text", "mode"),
    [("WFO di Bandung", "on_site"), ("Work from home", "remote"), ("Sistem hybrid", "hybrid"), ("hybrid cloud", None)],
)
def test_work_mode(text, mode):
    assert find_work_mode(text) == mode


DUTIES = (
    "- Menerima laporan pengguna lewat telepon dan tiket\n"
    "- Mengatur ulang kata sandi pengguna\n"
    "- Mencatat setiap tiket dan mengeskalasi masalah ke tim\n"
)
OTHER_DUTIES = (
    "- Mengembangkan aplikasi web dengan PHP dan Laravel\n"
    "- Menulis kode program dan unit test\n"
    "- Merancang REST API dan basis data aplikasi\n"
)
ADVERT = (
    "IT Helpdesk\nPT Contoh Maju\nBandung, Jawa Barat\nRp 5.000.000 – Rp 6.000.000 per bulan\n\n"
    "Tugas:\n"
    + DUTIES
    + "Kualifikasi:\n- Pendidikan minimal D3 Teknik Informatika\n- Pengalaman minimal 1 tahun\n- Memahami Windows\n"
)


def test_schema_org_says_only_what_the_text_says():
    posting = to_document(read_posting(ADVERT, knowledge=KNOWLEDGE), text=ADVERT)["posting"]
    assert posting["title"] == "IT Helpdesk"
    assert posting["hiringOrganization"] == {"@type": "Organization", "name": "PT Contoh Maju"}
    assert posting["jobLocation"]["address"]["addressLocality"] == "Bandung"
    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "MONTH",
        "minValue": 5_000_000,
        "maxValue": 6_000_000,
    }
    assert posting["educationRequirements"]["credentialCategory"] == "associate degree"
    assert posting["experienceRequirements"]["monthsOfExperience"] == 12
    assert not {"datePosted", "validThrough", "employmentType"} & posting.keys()


def test_a_matching_title_is_consistent():
    document = to_document(read_posting(ADVERT, knowledge=KNOWLEDGE), text=ADVERT)
    assert document["clarity"]["verdict"] == "consistent"
    assert document["occupations"]["title"][0]["id"] == document["occupations"]["duties"][0]["id"] == "it-helpdesk"


def test_a_title_that_hides_another_role():
    text = ADVERT.replace("IT Helpdesk", "IT Support", 1).replace(DUTIES, OTHER_DUTIES)
    clarity = read_posting(text, knowledge=KNOWLEDGE).clarity
    assert (clarity.verdict, clarity.suggested_occupation) == ("mismatch", "software-developer")


def test_job_posting_in_gives_the_same_demands():
    given = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "JobPosting",
                "title": "Network Engineer",
                "description": "<p>Tugas:</p><ul><li>Mengelola router &amp; switch</li></ul>"
                "<p>Kualifikasi:</p><ul><li>Menguasai MikroTik</li></ul>",
                "hiringOrganization": {"@type": "Organization", "name": "PT Contoh"},
                "jobLocation": {"@type": "Place", "address": {"addressLocality": "Surabaya", "addressRegion": "Jawa Timur"}},
                "baseSalary": {"currency": "IDR", "value": {"minValue": 6000000, "maxValue": 8000000, "unitText": "MONTH"}},
                "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": "24"},
                "educationRequirements": {"credentialCategory": "bachelor degree"},
            }
        ],
    }
    text = job_posting_text(find_job_posting(json.loads(json.dumps(given))))
    reading = read_posting(text, knowledge=KNOWLEDGE)
    assert (reading.title, reading.employer, reading.city) == ("Network Engineer", "PT Contoh", "Surabaya")
    assert (reading.salary.min_idr, reading.salary.max_idr) == (6_000_000, 8_000_000)
    assert {(r.kind, r.value or r.months or r.label) for r in reading.requirements} >= {
        ("education", "S1"),
        ("experience", 24),
        ("skill", "MikroTik RouterOS"),
    }


@pytest.mark.parametrize("value", [None, 3, [], {}, {"@type": "Person"}, {"@graph": [{"@type": "Thing"}]}])
def test_other_json_is_no_job_posting(value):
    assert find_job_posting(value) is None


CHAT = """🔥DICARI SEGERA!! IT SUPPORT 🔥
CV CONTOH TERUS (Toko Komputer) - Sleman

Syarat:
✅ Pria max 27 th, belum menikah
✅ Min SMK TKJ / D3 TI
✅ Pengalaman 1 th (fresh graduate boleh)
✅ Bisa instal ulang, setting jaringan, CCTV & printer
✅ Punya SIM C
✅ Siap kerja 6 hari/minggu, lembur

Benefit: Gaji 2,5 - 3 jt + uang makan
Kirim CV ke WA (biaya pendaftaran GRATIS)
"""


def test_an_advert_from_a_chat():
    reading = read_posting(CHAT, knowledge=KNOWLEDGE)
    assert (reading.title, reading.employer, reading.city) == ("IT SUPPORT", "CV CONTOH TERUS (Toko Komputer)", "Sleman")
    assert (reading.salary.min_idr, reading.salary.max_idr) == (2_500_000, 3_000_000)
    assert {(r.kind, r.value or r.months) for r in reading.requirements if r.kind != "skill"} == {
        ("education", "SMK"),
        ("experience", 0),
        ("licence", None),
        ("availability", "overtime"),
    }
    assert [c.code for c in reading.checks if c.severity == "warning"] == [
        "discrimination.sex",
        "discrimination.age",
        "discrimination.marital_status",
        "clarity.no_duties",
    ]
