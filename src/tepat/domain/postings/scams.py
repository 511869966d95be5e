"""Marks of fraud in adverts: money, documents or journeys asked of candidates. Same rows as in limits.py.

Sources of the patterns: warnings of the Ministry of Manpower and of Polri about fake vacancies (fees, tickets through a named
agent, chat-only
recruiting, held diplomas).
"""

import re

from tepat.domain.postings.limits import Row

_DENIED = re.compile(
    r"\b(?:tidak|tanpa|bebas|gratis|tdk|no|never|free|not|waspada|hati-hati|penipuan|mengatasnamakan|bukan)\b"
    r"|ditanggung\s+(?:oleh\s+)?perusahaan|reimburse"
)

SCAMS: tuple[Row, ...] = (
    (
        "scam.fee",
        "error",
        re.compile(
            r"(?P<limit>\b(?:biaya|uang)\s+(?:administrasi|admin|pendaftaran|registrasi|seragam|pelatihan|training"
            r"|interview|wawancara|tes|psikotes|medical|mcu|jaminan|komitmen|deposit|penempatan"
            r"|pemberkasan)\b(?:\s+(?:sebesar|senilai)?\s*rp\.?\s*[\d.,]+\w*)?|\b(?:membayar|bayar)\s+(?:biaya|uang"
            r"|deposit|sebesar|rp)\b(?:[^.\n]|\.(?=\d)){0,30}|\b(?:registration|training|admin(?:istration)?|uniform|placement"
            r"|processing)\s+fees?\b|\bdeposit\s+(?:sebesar|awal|rp|of)\b[^.\n]{0,20}"
            r"|\buang\s+akan\s+dikembalikan\b)"
        ),
        re.compile(_DENIED.pattern + r"|mengelola|menghitung|anggaran|budget|laporan"),
    ),
    (
        "scam.documents",
        "error",
        re.compile(
            r"(?P<limit>\bijazah\s+(?:asli\s+)?(?:akan\s+|harus\s+|wajib\s+)?(?:di\s?tahan|di\s?jaminkan"
            r"|di\s?titipkan|sebagai\s+jaminan|di\s?serahkan)|\b(?:menahan|menjaminkan|menitipkan|menyerahkan"
            r"|serahkan|penahanan|jaminan)\s+ijazah(?:\s+asli)?|\bbersedia\s+(?:menitipkan|menyerahkan"
            r"|menahan)\s+ijazah\b|\b(?:kirim(?:kan)?|upload|unggah|menyerahkan)\s+(?:foto|scan"
            r"|selfie)\s+(?:dengan\s+|dan\s+)?(?:e-?)?ktp\b|\bselfie\s+(?:dengan|bersama|sambil"
            r"|\+)?\s*(?:memegang\s+)?(?:e-?)?ktp\b|\b(?:nomor|no\.?)\s+(?:rekening|kartu\s+kredit|pin)\b"
            r"|\bkode\s+otp\b|\bktp\s+asli\b|\b(?:surrender|hold(?:ing)?)\s+(?:your\s+)?(?:original\s+)?(?:diploma"
            r"|certificates?)\b)"
        ),
        re.compile(r"\b(?:tidak|tanpa|tdk|no|never|not|waspada|hati-hati|jangan)\b"),
    ),
    (
        "scam.off_platform",
        "warning",
        re.compile(
            r"(?P<limit>(?:\b(?:hubungi|chat|via|melalui|lewat|join|gabung|grup|group|kirim|dm|contact|kontak|daftar"
            r"|interview|wawancara)\b[^.\n]{0,30})?\btelegram\b(?:\s*:?\s*@?\w+)?|\bt\.me/\S+|\b(?:interview"
            r"|wawancara|tes)\s+(?:online\s+)?(?:hanya\s+)?(?:via|melalui|lewat)\s+(?:wa|whatsapp)\b|\b(?:hanya"
            r"|only)\s+(?:via|melalui|lewat|through)?\s*(?:chat\s+)?(?:wa|whatsapp)\b|\b(?:whatsapp|wa)\s+(?:only"
            r"|saja)\b|\b(?:unduh|download)\s+aplikasi\s+(?:berikut|ini)\b)"
        ),
        re.compile(
            r"\bbot\b|\bapi\b|integras|integrat|mengelola|manage|notif|monitoring|channel\s+telegram\s+perusahaan"
            r"|support\s+(?:via|melalui)|media\s+sosial|penipuan|hati-hati|waspada"
        ),
    ),
    (
        "scam.travel",
        "error",
        re.compile(
            r"(?P<limit>\b(?:tiket|akomodasi|transport(?:asi)?|perjalanan)\b[^.\n]{0,50}\b(?:di\s?tanggung"
            r"|di\s?bayar|di\s?talangi)\s+(?:terlebih\s+)?(?:dahulu|dulu|oleh\s+(?:pelamar|peserta|kandidat|calon))"
            r"|\b(?:melalui|lewat|hubungi|oleh|dengan|menggunakan|via)\s+(?:jasa\s+)?(?:travel(?:\s+agent)?"
            r"|agen\s+(?:perjalanan|travel)|biro\s+perjalanan)\b(?:\s+(?:yang\s+)?(?:telah\s+"
            r"|sudah\s+)?(?:di\s?tunjuk|resmi|rekanan|mitra))?|\b(?:reservasi|pemesanan|booking)\s+(?:tiket"
            r"|travel)\b[^.\n]{0,40}|\b(?:di\s?ganti|reimburse)\b[^.\n]{0,30}\b(?:setelah|saat)\s+(?:tiba|interview"
            r"|tes|wawancara)\b)"
        ),
        re.compile(r"sistem|aplikasi|pengalaman|experience|dinas|melayani|pelanggan|customer"),
    ),
    (
        "scam.transfer",
        "error",
        re.compile(
            r"(?P<limit>\b(?:transfer|mentransfer|di\s?transfer|kirim(?:kan)?)\s+(?:(?:sejumlah|ke|uang|dana|biaya"
            r"|sebesar|deposit)\s+){1,3}(?:uang|dana|rekening|rp\.?\s*[\d.,]+|biaya|\d[\d.,]*\s*(?:ribu|rb|juta"
            r"|jt)?)?[^.\n]{0,25}|\brekening\s+(?:bca|bri|bni|mandiri|a\.?n\.?|atas\s+nama)\b[^.\n]{0,30})"
        ),
        re.compile(_DENIED.pattern + r"|gaji|upah|salary|knowledge|data\b|file|pelanggan|nasabah|transaksi|sistem"),
    ),
)
