"""Pages drawn, and scans made of them, with the same seeded code that the evaluations use."""

from functools import cache
from pathlib import Path

import documents_for_tests as made
from tepat.cli.bench import load

scans = load(Path(__file__).parent.parent / "evals" / "generator" / "scans.py")
DPI = scans.DPI
CV = (
    "Sari Wulandari",
    "sari.wulandari@kotaksurat.example",
    "0812-3456-7890",
    "Alamat: Bandung, Jawa Barat",
    "",
    "Pengalaman Kerja",
    "IT Support - PT Nusantara Digital, Bandung",
    "Januari 2020 - Maret 2023",
    "Memasang jaringan Mikrotik di kantor cabang dan melayani tiket pengguna setiap hari",
    "Merawat komputer, pencetak, dan server Windows milik perusahaan",
    "",
    "Pendidikan",
    "S1 Teknik Informatika, Universitas Contoh Bandung, 2016 - 2020",
    "IPK: 3.52/4.00",
    "",
    "Keahlian",
    "Mikrotik, Windows Server, Linux, Python, Active Directory",
)


@cache
def cv_pdf():
    return made.pdf([(60, 780 - 20 * n, 22 if n == 0 else 11, "0 0 0", line) for n, line in enumerate(CV) if line])


@cache
def page():
    return scans.draw_pages(cv_pdf())[0]
