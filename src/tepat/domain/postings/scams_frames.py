"""Frames of fraud: who pays for what, whose account carries whose money, who sells the ticket, where one may not apply."""

from tepat.domain.postings.wordings import Row, wording

_SOME = r"(?:[\w'’.,-]+ ){0,3}?"
_CANDIDATE = (
    r"(?:pelamar|peserta|kandidat|calon(?: \w+)?|anda|kamu|kakak|candidates?|applicants?|participants?|trainees?"
    r"|new (?:hires?|joiners?)|you(?:['’]ll)?)"
)
_PAY = (
    r"(?:membayar|bayar|byr|menanggung|tanggung|membeli|beli|menyiapkan|siapkan|menyetor|setor|menyerahkan|melunasi|lunasi"
    r"|mentransfer|transfer|tf"
    r"|pays?|paying|buy|purchase|covers?|bear|shoulder|fund|deposit|provide|secure|settle)"
)
_COST = (
    r"(?:uang|dana|biaya|iuran|deposit|jaminan|seragam|modul|perlengkapan|atribut|materai|mcu|id card|kit|starter"
    r"|fees?|costs?|charges?|money|expenses|training materials?|uniforms?|background checks?|security check|medical|equipment"
    r"|visa)"
)
_ACCOUNT = r"(?:(?:nomor |no\.? )?rek(?:ening)?(?: (?:bank|pribadi))?|(?:bank |own |personal )*accounts?|e-?wallet|dompet)"
_MONEY = r"(?:uang|dana|pembayaran|saldo|money|payments?|funds|cash|deposits?|transfers?)"
_FORWARD = (
    r"(?:teruskan|meneruskan|di ?teruskan|kirim(?:kan)?|mengirim\w*|oper|forward(?:ing)?|pass(?:ing)?|send(?:ing)?"
    r"|transfer(?:kan)?|wire)"
)
_AGENT = (
    r"(?:agen(?:t|cy)?(?: (?:perjalanan|travel|tiket))?|travel(?: (?:agent|agency|partner|bureau|rekanan|mitra))?"
    r"|biro(?: perjalanan)?)"
)
_OWN = (
    r"(?:our|the company['’]?s?|appointed|designated|official|partner|preferred|kami|kita|yang (?:kami|di ?)\s?(?:tunjuk"
    r"|rekomendasikan|tentukan)|rekanan|mitra|resmi)"
)
_CHAT = r"(?:telegram|tele|whatsapp|wa|line|signal|messenger|discord|instagram|ig)"
_NO = (
    r"(?:\b(?:tidak|tanpa|tdk|tak|no|never|not|n['’]t|free|gratis|bebas|bukan|jangan|waspada|hati-hati|penipuan"
    r"|mengatasnamakan|beware|scams?)\b)[^.\n\0]{0,60}"
)
_TRADE = (
    r"\b(?:pelanggan (?:melalui|lewat)|nasabah|merchant|klien|clients?|fitur|features?|modul|modules?|sistem|systems?"
    r"|aplikasi|apps?|api|gateway|integra\w*|payroll"
    r"|penggajian|laporan|reports?|anggaran|budget|reimburse (?:karyawan|employees)|dinas|business trip|insurance|asuransi"
    r"|cashless|ditanggung perusahaan"
    r"|company (?:pays|covers|provides)|we (?:pay|cover|provide)|kami (?:tanggung|sediakan|bayar)|vendor|suppliers?|proyek"
    r"|projects?|customers?)\b"
)

SCAM_FRAMES: tuple[Row, ...] = (
    wording(
        "scam.fee",
        "error",
        [
            (
                rf"{_CANDIDATE} (?:(?:di ?minta|di ?wajibkan|wajib|harus|perlu|akan|must|will|should|need|needs|have|has|are|is"
                rf"|asked|required|to|expected) ){{0,5}}{_PAY}"
                rf" {_SOME}{_COST}(?: [\w'’]+){{0,4}}"
            ),
            (
                rf"{_COST} {_SOME}(?:di ?tanggung|di ?bayar|di ?bebankan|menjadi tanggungan|borne|paid|covered"
                rf"|payable) (?:(?:oleh|kepada|by|sendiri|the) ){{0,2}}{_CANDIDATE}"
            ),
            (
                rf"{_COST} (?:\w+ )?(?:secures?|reserves?|guarantees?|mengamankan|menjamin) (?:your |the |a )?(?:slot|seat|place"
                rf"|tempat|kursi|posisi)"
            ),
        ],
        unless=rf"{_NO}\0|{_NO}{_COST}|{_TRADE}",
    ),
    wording(
        "scam.transfer",
        "error",
        [
            (
                rf"(?:menerima|terima|receive|collect|menampung|accept)\w* {_SOME}{_MONEY} {_SOME}(?:(?:and|dan|lalu|then"
                rf"|kemudian|untuk) ){{0,2}}{_SOME}{_FORWARD}"
            ),
            rf"{_ACCOUNT} (?:anda|kamu|pribadi|your\w*|milik \w+) {_SOME}(?:di ?pakai|di ?gunakan|di ?pinjam|used|lent|rented)",
            (
                rf"(?:through|via|into|melalui|lewat|ke) (?:your|anda)? ?(?:own|pribadi|personal) {_ACCOUNT}|(?:use|using|lend"
                rf"|rent|meminjamkan|menyewakan|memakai|pakai|gunakan) {_SOME}{_ACCOUNT} (?:anda|kamu|pribadi|milik|your)"
            ),
        ],
        unless=rf"{_NO}\0|{_TRADE}|gaji|salary|wages|upah",
    ),
    wording(
        "scam.travel",
        "error",
        [
            (
                rf"(?:book(?:ed|ing|ings)?|di ?beli|membeli|beli|bought|pesan|memesan|dipesan|pemesanan|reserv\w+|urus|diurus"
                rf"|arranged?) {_SOME}(?:via|through|with|by|lewat|melalui|di|oleh|dari) {_SOME}"
                rf"(?:{_OWN} )?{_AGENT}"
            ),
            (
                rf"(?:reimburs\w+|refund\w*|diganti|dikembalikan) {_SOME}(?:once|after|when|setelah|kalau|jika"
                rf"|bila) {_SOME}(?:book\w*|pesan|memesan|membeli|beli|pay|paid)"
            ),
        ],
        unless=rf"{_NO}\0|{_TRADE}|\bsla\b|helpdesk|online travel|direksi|direktur|executives?|management|manajemen"
        rf"|karyawan|staff|tiket (?:gangguan|helpdesk|jira)",
    ),
    wording(
        "scam.off_platform",
        "warning",
        [
            (
                rf"(?:lamaran|applications?|apply|melamar|daftar) (?:via|lewat|melalui|through|on|di|in) {_SOME}(?:aplikasi ini"
                rf"|situs ini|website|portal|platform|sini|this (?:app|site|page))"
                rf" {_SOME}(?:tidak|tdk|not|n['’]t|never|won['’]t)[^.\n]{{0,50}}"
            ),
            (
                r"(?:not|bukan|jangan) (?:on|via|through|lewat|melalui|di) (?:this (?:site|app|page|portal|website|platform)"
                r"|(?:situs|aplikasi|web|portal) ini)"
            ),
            rf"(?:langsung|directly|straight|pindah|move) (?:saja )?(?:ke|to|via|on) (?:our |the )?{_CHAT}\b",
            (
                rf"(?:interview|wawancara|seleksi|onboarding|training|pelatihan|tes) {_SOME}(?:hanya|sepenuhnya|entirely|only"
                rf"|solely|semua\w*) {_SOME}{_CHAT}"
            ),
        ],
        unless=r"penipuan|hati-hati|waspada|scam|\bbot\b|api\b|customer service|layanan pelanggan|questions|pertanyaan",
    ),
)
