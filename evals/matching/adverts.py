"""Adverts written for measuring without judged data: role → advert. None of them was looked at while rules were written."""

ADVERTS: dict[str, str] = {
    "it-support": """IT Support
PT Rekaan Bersama
Bandung

Tugas:
- Memasang dan merawat komputer, laptop, dan printer di kantor
- Membantu pengguna yang mengalami kendala perangkat
- Merawat jaringan LAN dan titik akses
Kualifikasi:
- Pendidikan minimal D3 Teknik Informatika
- Pengalaman minimal 1 tahun sebagai IT Support
- Menguasai Windows, Microsoft Office, dan printer
- Memahami MikroTik
- Teliti dan komunikatif
- Bersedia bekerja shift
- Sertifikat CompTIA A+ menjadi nilai plus
""",
    "network-engineer": """Network Engineer
PT Contoh Jaringan
Jakarta Selatan

Responsibilities:
- Configure routers, switches and firewalls
- Monitor links and solve outages with the provider
- Document the network
Requirements:
- Bachelor degree in Computer Science or Telecommunication
- At least 2 years of experience as a network engineer
- Routing and switching, Cisco, MikroTik, FortiGate
- CCNA is a plus
- Fluent in English
""",
    "software-developer": """Programmer PHP
PT Misal Perangkat Lunak
Yogyakarta

Tugas:
- Mengembangkan aplikasi web dengan Laravel
- Merancang basis data dan API
- Memperbaiki bug dan menulis pengujian
Kualifikasi:
- Minimal S1 Teknik Informatika
- Pengalaman 2 tahun sebagai programmer
- Menguasai PHP, Laravel, MySQL, JavaScript, dan Git
- Terbiasa dengan Docker menjadi nilai tambah
""",
    "system-administrator": """System Administrator
PT Rekaan Server
Surabaya

Tugas:
- Mengelola server Linux dan Windows
- Menjadwalkan backup dan menguji pemulihannya
- Merawat virtualisasi dan akun pengguna
Kualifikasi:
- Minimal D3 semua jurusan komputer
- Pengalaman 2 tahun mengelola server
- Menguasai Linux, VMware, Active Directory, dan backup
- Bersedia on call
""",
    "data-professional": """Data Analyst
PT Contoh Data
Jakarta

Responsibilities:
- Build dashboards and reports for management
- Clean and combine data from several sources
- Explain findings to the business
Requirements:
- Bachelor degree in Statistics, Mathematics or Informatics
- 1 year of experience as a data analyst
- SQL, Python, Excel, Power BI or Tableau
- Fresh graduates are welcome
""",
    "it-helpdesk": """IT Helpdesk
PT Misal Layanan
Tangerang

Tugas:
- Menerima laporan pengguna lewat telepon, chat, dan tiket
- Menyelesaikan kendala dasar seperti kata sandi dan email
- Mencatat dan meneruskan tiket yang belum selesai
Kualifikasi:
- Minimal SMK
- Pengalaman 1 tahun di helpdesk
- Menguasai Windows, Outlook, dan sistem tiket
- Bahasa Inggris aktif
- Bersedia shift malam
""",
}
