"""Labels of forms: what the first cell of a row about work says of the second."""

import re

LABEL = re.compile(
    r"^(?:(?P<position>jabatan|posisi|peran|position|role|job\s*title|title|sebagai|bagian|as|occupation(?:\s+or\s+position(?:\s+held)?)?)"
    r"|(?P<employer>name(?:\s+and\s+address)?\s+of\s+(?:the\s+)?(?:employer|company)|(?:nama\s+)?(?:perusahaan|instansi|kantor|institusi|lembaga)"
    r"|company(?:\s+name)?|employer|organi[sz]ation|tempat(?:\s+kerja)?)|(?P<period>periode?|(?:kurun|rentang|jangka)\s+waktu|durasi|masa\s+kerja|lama\s+bekerja|tahun|period|dates?|duration|waktu)"
    r"|(?P<duties>tugas|tanggung\s*jawab|job\s*desk?(?:ripsi|ription|s)?|job\s*description|deskripsi(?:\s+pekerjaan)?"
    r"|uraian(?:\s+\w+)?|responsibilit(?:y|ies)|duties"
    r"|main\s+(?:activities|duties|tasks|responsibilities)|achievements?|pencapaian|prestasi|key\s+\w+)|(?P<place>(?:type|nature)\s+of\s+business|jenis\s+usaha|bidang\s+usaha|lokasi|location|alamat|kota|penempatan))"
    r"\b[\w /]{0,24}?\s*[:\t]\s*:?\s*",
    re.IGNORECASE,
)
"""The group that matched tells what the value is: position, employer, period, duties, place."""


def is_label(text: str) -> bool:
    """Whether the words before a colon or a tab label a fact of an engagement."""
    return LABEL.match(f"{text}\t") is not None
