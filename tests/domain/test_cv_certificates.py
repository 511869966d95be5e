"""Certificates: names, issuers and dates, on one line or on three."""

import pytest
from tests.domain.test_cv_reading import read


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("CCNA, MTCNA", [("CCNA", None, None), ("MTCNA", None, None)]),
        ("MTCNA (2023)", [("MTCNA", None, "2023")]),
        ("COBIT 2019 Foundation, ISACA, 2024", [("COBIT 2019 Foundation", "ISACA", "2024")]),
        ("2021 - Junior Web Developer, BNSP", [("Junior Web Developer", "BNSP", "2021")]),
        (
            "Cloud Architect - Associate (Amazon Web Services, 2023)",
            [("Cloud Architect - Associate", "Amazon Web Services", "2023")],
        ),
        (
            "Google UX Design Certificate\nCoursera\nIssued Jan 2023 · No Expiration Date",
            [("Google UX Design Certificate", "Coursera", "2023-01")],
        ),
        (
            "• SAP Certified Application\nAssociate, 2021\n• Odoo Functional",
            [("SAP Certified Application Associate", None, "2021"), ("Odoo Functional", None, None)],
        ),
        (
            "Junior Network Administrator BNSP (2022)\nCompTIA A+ (2023)",
            [("Junior Network Administrator BNSP", None, "2022"), ("CompTIA A+", None, "2023")],
        ),
        ("Bahasa Inggris (aktif)\nTidak ada", []),
    ],
)
def test_certificates_with_issuer_and_date(lines, found):
    certificates = read(f"Sari Wulandari\n\nSERTIFIKASI\n{lines}\n").profile.certificates
    said = [(c.name.value, c.issuer and c.issuer.value, c.date and str(c.date.value)) for c in certificates]
    assert said == found


def test_prizes_and_seminars_are_no_certificates():
    assert read("Sari Wulandari\n\nPENGHARGAAN\nJuara 1 LKS Jaringan\n\nSEMINAR\nSeminar AI, 2021\n").profile.certificates == ()
