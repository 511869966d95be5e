"""Words that shape adverts, Indonesian and English: how points begin, and what joins words inside a point.

Collected by reading Indonesian adverts; single words of everyday language, no text of any advert.
"""

import re

_DEMAND = """
Memiliki Mempunyai Menguasai Mampu Mahir Bisa Dapat Memahami Mengerti Paham Mengetahui Mengenal Familiar Familier Terbiasa
Bersedia Siap Sanggup Berpengalaman Pengalaman Pernah Pendidikan Pend Lulusan Usia Umur Maksimal Maksimum Minimal Minimum
Diutamakan Lebih Berpenampilan Berdomisili Domisili Penempatan Ditempatkan Jujur Disiplin Teliti Rajin Cekatan Sopan Ramah
Komunikatif Bertanggung Laki Pria Wanita Perempuan Fasih Pengetahuan Pemahaman Kemampuan Keterampilan Penguasaan Sehat Wajib
Sarjana Diploma IPK GPA Gelar Tersedia Diperlukan Pelamar Kandidat Sudah Belum Berjiwa Berkepribadian Bekerja Kreatif Proaktif
Inisiatif Energik Enerjik Ulet Loyal Tekun Lancar Aktif Tinggi Membawa Mau Ijazah Berorientasi Berintegritas Bertanggungjawab
Experience Experienced Experiences Knowledge Knowledgeable Proficient Proficiency Familiarity Strong Good Excellent Great Ability
Able Willing Willingness Understanding Understand Have Has Having Must Hands Fluent Fluency Bachelor Degree Candidate Candidates
Required Passionate Passion Basic Solid Deep Depth Detail Detailed Thorough Working Prior Self Hard Dynamic Possess Possesses
Preferably Preferable Preferred Maximum Age Male Female Fresh Graduate Graduated Attention Expert Expertise Highly Demonstrated
Proven Comfortable Min Max Maks Know Likes Quick Fast Skilled Skill Skills Advanced Extensive Exposure Certified Certification
Certificate Background Interest Interested Capable Competent Ready Currently Domiciled Applicant Applicants Non Nilai Minimun
Sertifikasi Sertifikat Bersertifikat SIM Kendaraan Pekerja Tidak Suka Berani Bergelar Jurusan Terampil Cakap Tertarik Tanggap
Analytic Analytical Creative Enjoy Independent Adaptable Communicative
Sangat Akrab
"""
_WORK = """
Manage Managing Develop Developing Design Designing Ensure Ensuring Provide Providing Maintain Maintaining Monitor Monitoring
Install Installing Configure Configuring Support Supporting Perform Performing Create Creating Conduct Conducting Analyze Analyse
Analyzing Implement Implementing Assist Assisting Collaborate Collaborating Coordinate Coordinating Troubleshoot Troubleshooting
Document Documenting Prepare Preparing Handle Handling Lead Leading Build Building Write Writing Review Reviewing Work Test
Testing
Identify Identifying Responsible Report Reporting Respond Update Updating Deploy Deploying Optimize Optimise Optimizing Evaluate
Evaluating Establish Plan Planning Execute Executing Participate Define Oversee Overseeing Administer Track Resolve Diagnose
Repair
Replace Deliver Drive Facilitate Gather Integrate Measure Investigate Escalate Serve Stay Research Train Upgrade Communicate Setup
Make Keep Run Set Organize Recommend Translate Verify Follow Address Continuously Proactively Backup
"""
_JOINING = """
dan atau serta maupun dengan di ke pada untuk yang dalam dari sebagai oleh seperti termasuk tentang mengenai terhadap akan agar
secara
juga bidang and or with of in the a an to for as at by on from such like including than is are be your our their its least using
will who that we you min minimal max maks maksimal minimum maximum & / + , : ( - – tidak sangat lebih hal adalah bahwa jurusan
program
memiliki mempunyai mampu dapat bisa have has good strong very working level lulusan pendidikan usia umur pengalaman work kerja
more
both either through into within about across per high dgn & utk yg dlm sbg setara through between related relevant
terkait do gelar semua seluruh any beberapa suatu sebuah para
"""

DEMANDS = frozenset(_DEMAND.split())
WORKS = frozenset(_WORK.split())
JOINING = frozenset(_JOINING.split())

VERB = re.compile(
    r"(?!(?:Member|Memory|Mentor|Mental|Menara|Menteng|Menteri|Menu|Merah|Merdeka|Melati|Mercu|Merchan|Mess|Berita|Berau"
    r"|Berlin|Bersama|Berkah|Bermuda)[a-z]*\b)"
    r"(?:(?:Me(?:m|ng|ny|n|l|r|w|y)|Ber)[a-z]{3,}|Instalasi|Pemeliharaan|Perawatan|Perbaikan|Pembuatan|Pengembangan"
    r"|Pencatatan|Penanganan|Pengelolaan)\b",
)
"""A capitalised Indonesian verb, or noun of doing: in run-together adverts it begins the next point."""

COMPLETE = frozenset(
    [
        "Laki",
        "Pria",
        "Wanita",
        "Perempuan",
        "Male",
        "Female",
        "Jujur",
        "Disiplin",
        "Teliti",
        "Rajin",
        "Cekatan",
        "Sopan",
        "Ramah",
        "Kreatif",
        "Proaktif",
        "Loyal",
        "Tekun",
        "Ulet",
    ]
)
"""Words that say all there is to say: what follows them is the next point."""

LIMITS = frozenset(
    {"Minimal", "Minimum", "Maksimal", "Maksimum", "Maximum", "Min", "Max", "Maks", "Minimun"},
)
"""Words of degree: they may also stand in the middle of a point ("Pengalaman Kerja Minimal 1 Tahun")."""

ABBREVIATIONS = frozenset(
    [
        "min",
        "max",
        "maks",
        "pend",
        "no",
        "jl",
        "ms",
        "mr",
        "st",
        "sbg",
        "e.g",
        "eg",
        "i.e",
        "ie",
        "a.n",
        "ir",
        "drs",
        "dr",
        "pt",
        "cv",
        "tbk",
        "vs",
        "tk",
        "bhs",
        "jend",
        "kec",
        "kab",
        "telp",
        "hp",
        "u.p",
        "approx",
        "yrs",
        "incl",
    ],
)
"""Abbreviations whose full stop ends no sentence."""

NICE = re.compile(
    r"""(?ix)
    (?P<forward> (?:lebih\s+)?(?:di\s?utamakan|di\s?sukai|disukai)\s+(?=\w) | (?:lebih\s+)?mengutamakan\s+
      | preferabl[ye]\s+ | preferr?ed\s*:\s* | ideally\s+
      | (?:merupakan\s+|menjadi\s+|akan\s+menjadi\s+)?nilai\s+(?:plus|tambah|lebih)(?:an)?\s*(?::|jika|bila|apabila
        |kalau|untuk|bagi)\s*
      | (?:nice|good)\s+to\s+have\s*:\s* | (?:bonus|plus)\s+(?:if|points?\s+(?:if|for))\s+ | optional(?:ly)?\s*:\s*)
    | (?P<backward> (?:lebih\s+)?(?:di\s?utamakan|di\s?sukai) | (?:is|are|will\s+be|would\s+be|as
      |would\s+be\s+considered)?\s*(?:also\s+)?
        (?:an?\s+|big\s+|added\s+|huge\s+|strong\s+)*(?:added[ -]value|value[ -]added|plus(?:\s+point)?|advantag(?:e|es
          |eous)|bonus)\b(?!\s*\w*:)
      | (?:sangat\s+|lebih\s+)?preferr?ed\b(?:\s+but\s+not\s+\w+)? | preferable\b | (?:nice|good)\s+to\s+have
        | optional\b | desirable\b | (?:would\s+be\s+|is\s+)?an\s+asset\b | (?:akan\s+)?lebih\s+(?:bagus|oke?|keren
        |mantap)(?:\s+lagi)?\b
      | not\s+(?:mandatory|required|a\s+must) | tidak\s+wajib
      | (?:akan\s+)?(?:menjadi|merupakan|jadi|sebagai)?\s*(?:suatu\s+|sebuah\s+)?(?:nilai|poin|point)\s+(?:plus
        |tambah(?:an)?|lebih)\b)
    """,
)
"""Marks of a wish rather than a demand. `forward` speaks of what follows, `backward` of what stands before it."""
