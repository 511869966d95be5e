"""Marks of fraud in adverts: money, documents or journeys asked of candidates, recruiting by chat only. Same rows as limits.py.

Sources of the patterns: warnings of the Ministry of Manpower and of Polri about fake vacancies (fees, tickets through a named
agent, chat-only recruiting, held diplomas).
"""

from tepat.domain.postings.scams_frames import SCAM_FRAMES
from tepat.domain.postings.scams_money import MONEY
from tepat.domain.postings.wordings import ONLY, Row, wording

_NEVER = (
    r"(?:\b(?:tidak|tanpa|tdk|no|never|not|bukan|waspada|hati-hati|penipuan|mengatasnamakan|jangan pernah"
    r"|beware)\b)[^.\n\0]{0,40}\0"
)
_PAPER = (
    r"(?:ijazah|ijasah|ijz|diplomas?|ktp|kartu keluarga|paspor|passports?|bpkb|akta(?: kelahiran)?|buku (?:tabungan|nikah|pelaut)"
    r"|sertifikat(?: asli)?|id cards?|identity cards?|birth certificates?|transkrip|surat tanah)"
)
_KEPT = (
    r"(?:di? ?(?:tahan|simpan|titip\w*|jamin\w*|serahkan|amankan|sita|tinggal|tinggalkan|pegang|sekolah\w*"
    r"|kumpulkan)|(?:sebagai|jadi|dijadikan"
    r"|untuk) jaminan"
    r"|(?:kami|kita) (?:tahan|simpan|titip|pegang|sita)|dtahan)"
)
_KEEP = (
    r"(?:tahan|menahan|titip\w*|menitip\w*|serah(?:kan)?|menyerah\w*|jaminkan|menjamin\w*|penahanan|penyerahan|penitipan"
    r"|jaminan|menyimpan"
    r"|sekolah(?:in|kan)|menyekolahkan|mengagunkan)"
)
_MAKING = (
    r"\b(?:membangun|mengembangkan|merancang|implement\w*|integra\w*|build\w*|develop\w*|maintain\w*|memelihara|fitur"
    r"|features?|login|ocr"
    r"|aplikasi|apps?|scanning|sistem|system|modul\w*|mengelola|manage|menghitung|memeriksa|pengalaman|experience"
    r"|merekonsiliasi)\b"
)
_CHAT = r"(?:telegram|tele|whatsapp|whats app|wa|w\.a\.?|line|instagram|ig|signal|messenger)"
_PLACE = r"(?:sini|situs(?: ini)?|website|web(?:site)? ini|portal|platform(?: ini)?|here|this (?:site|page|portal|website))"
_APPLY = (
    r"(?:lamar(?:an)?|melamar|daftar|pendaftaran|mendaftar|apply|applications?|seleksi|selection|rekrutmen|recruitment"
    r"|hiring|interviews?"
    r"|wawancara|tes|intrview|proses|process|konfirmasi)"
)
_BY = r"(?:via|lewat|lwt|melalui|through|by|on|di|over|pakai|in|with)"
_JOURNEY = (
    r"(?:tiket|tickets?|tix|flights?|hotel|akomodasi|accommodation|transport(?:asi|ation)?|ongkos|perjalanan|travel"
    r" costs?|penginapan)"
)
_AGENT = (
    r"(?:travel(?:[ -]agen(?:t|cy|ts))?|agen (?:perjalanan|travel|tiket|kita|kami)|biro perjalanan|travel bureau"
    r"|travel partner)"
)
_TO_AGENT = r"(?:via|lewat|lwt|melalui|di|ke|oleh|bagian|through|by|with|from|at|our)"
_NAMED = r"(?:rekanan|di ?tunjuk|kami|kita|resmi|mitra|di ?tentukan|bekerja ?sama|listed|below|berikut|partner|perusahaan untuk)"
_BACK = (
    r"(?:di ?ganti\w*|(?:paid|advanced) by (?:you|candidates?|applicants?)|reimburs\w*|direimburs\w*|refund\w*|di"
    r" ?kembalikan|di ?talangi|ganti uang"
    r"|(?:di ?tanggung|di ?bayar\w*) (?:(?:terlebih|oleh) )*(?:dulu|dahulu|pelamar|peserta|kandidat|calon))"
)
_TEST = (
    r"(?:interview|intrview|wawancara|tes|test|seleksi|peserta|pelamar|kandidat|candidates?|dulu|dahulu|first|later"
    r"|nanti|ntar|on site"
    r"|on-site|di tempat|undangan)"
)

PAPERS_AND_PATHS: tuple[Row, ...] = (
    wording(
        "scam.documents",
        "error",
        [
            rf"{_PAPER}(?: (?!tidak)\w+){{0,3}}? {_KEPT}|{_KEEP} (?:\w+ )?{_PAPER}(?: asli)?|ktp asli",
            (
                r"(?:surrender|hand(?:ing)? (?:over|in)|leave|hold|keep|retain|withhold|submit|deposit)\w* (?:(?:your|the"
                r"|all) )*original \w+"
            ),
            rf"(?:surrender|hand(?:ing)? over|hold|leave|keep|retain|withhold)\w* (?:your|the candidate's|employees'?) {_PAPER}",
            (
                r"original (?:\w+ ){1,3}?(?:will be |must be |is |are |to be |should be )?(?:stays?|remains?|left"
                r"|deposited|held|kept|retained"
                r"|surrendered|withheld|stored)"
            ),
            rf"{_PAPER} (?:will be |must be |is |are |to be )?(?:held|kept|retained|surrendered|withheld)",
            rf"(?:{_PAPER}|certificates?) as (?:an? )?(?:guarantee|collateral|security|deposit)",
            (
                r"(?:foto|fto|photo|scan|picture|selfie|swafoto)(?: \w+){0,3} (?:(?:e-?)?ktp|atm|bank card|credit card"
                r"|buku tabungan|kartu kredit)"
            ),
            r"(?:selfie|swafoto|photo)(?: \w+){0,3} (?:id card|identity card|id|(?:e-?)?ktp)",
            r"(?:e-?)?ktp (?:\+|dan|plus|&) ?(?:selfie|swafoto|nama ibu)",
            (
                r"(?:atm|bank|m-?banking) pin|pin (?:atm|bank)|kode otp|otp code|nama ibu kandung|mother'?s maiden"
                r" name|(?:nomor|no\.?) (?:kartu kredit|pin)|credit card number"
            ),
            r"(?:rekening|bank card|atm|card)(?: \w+){0,2} (?:and|dan|beserta|&) (?:your )?pin|kartu atm",
            r"(?:password|pin) (?:\w+ ){0,2}(?:atm|m-?banking|bank)",
            r"(?:online |internet |mobile )?banking (?:password|pin|login)|buku tabungan dan",
        ],
        unless=rf"{_NEVER}|(?:bawa|membawa|menunjukkan|memperlihatkan|show|bring)\s+(?:\w+\s+)?\0|\0[^.\n]{{0,12}} (?:untuk"
        rf"|for) verifi|\0 (?:tidak|not) (?:di ?perlukan|needed|required|wajib)|\b(?:jangan)\b[^.\n\0]{{0,20}}\0|{_MAKING}"
        rf"|\b(?:arsip|archives?|digital|siswa|mahasiswa)\b|reset|mesin|machines?",
    ),
    wording(
        "scam.off_platform",
        "warning",
        [
            (
                r"(?:(?:hubungi|chat|via|melalui|lewat|join|gabung|grup|group|kirim|dm|contact|kontak|daftar|interview"
                r"|wawancara)\b[^.\n]{0,30})?(?<!\w)telegram(?: ?:? ?@?\w+)?|t\.me/\S+"
            ),
            rf"(?:interview|intrview|wawancara|tes)(?: \w+){{0,3}}? {_BY} (?:chat )?{_CHAT}|(?:text|chat) interviews?",
            (
                rf"(?:hanya|only|cukup|khusus|sepenuhnya|entirely|seluruh\w*|whole|all (?:communication|steps|interviews?)"
                rf"|sekadar)(?!nya)[^.\n]{{0,40}}? (?:{_CHAT}|dm|japri)"
            ),
            rf"(?:{_CHAT}|dm|chat|japri)(?: \w+)? {ONLY}|{_APPLY}[^.\n]{{0,20}}? {_CHAT} {ONLY}",
            rf"(?:jangan|do not|don't|dilarang) (?:\w+ ){{0,2}}?(?:di|lewat|melalui|via|through|on|by)? ?{_PLACE}[^.\n]{{0,30}}",
            rf"(?:no|tidak menerima|bukan)(?: (?:applications?|lamaran))? (?:lewat|melalui|via|through|on) (?:the )?{_PLACE}",
            rf"(?:cuma|just) (?:\w+ ){{0,3}}{_BY} {_CHAT}",
            r"(?:website|situs|portal|sini) tidak (?:di ?baca|di ?layani|di ?proses)",
            rf"applications? (?:outside|other than) \w+|(?:gabung|join|masuk)[^.\n]{{0,30}} (?:grup|group) (?:\w+ )?{_CHAT}",
            rf"(?:gabung|join|masuk) (?:\w+ )?(?:grup|group) {_CHAT}",
            r"(?:hub\w*\.?|dm|pm|add|tambahkan|message|chat) (?:\w+ ){0,2}?(?:tele|line)",
            rf"japri(?: \w+)?|(?:apply|lamar\w*|daftar|pendaftaran) (?:\w+ )?{_BY} (?:dm|tele|japri)(?: \w+)?",
            r"(?:unduh|download) aplikasi (?:berikut|ini)",
        ],
        unless=rf"{_MAKING}|\bbot\b|chatbot|\bapi\b|notif|monitor|alerts?\b|pengumuman|saluran|channel|community|komunitas"
        r"|moderat|support (?:via|melalui)"
        r"|\btim\b|\bteam\b|media sosial|konten|\bcontent|viral|line ups?|penipuan|hati-hati|waspada|(?:tidak|never|not"
        r"|do not) (?:\w+ ){0,2}\0?(?:wawancara|interview)"
        r"|customers?|pelanggan|pengguna|questions?|pertanyaan|(?:tidak|never|not) (?:pernah )?(?:melakukan|mengadakan)"
        r"|bersertifikat|\0 manager",
    ),
    wording(
        "scam.travel",
        "error",
        [
            rf"{_JOURNEY}[^.\n]{{0,50}} {_TO_AGENT} (?:\w+ ){{0,2}}?(?:{_AGENT}|agents?|agency)(?: (?:yang )?{_NAMED})?",
            rf"{_AGENT}[^.\n]{{0,40}} (?:tiket|tickets?|flights?)",
            rf"{_AGENT}(?: (?:yang|telah|sudah)){{0,2}}(?: \w+)? {_NAMED}",
            rf"(?:our|partner|appointed|designated|official) (?:partner )?{_AGENT}",
            (
                r"(?:melalui|lewat|lwt|hubungi|menggunakan|via|jasa) (?:jasa )?(?:travel(?: agent)?|agen (?:perjalanan"
                r"|travel)|biro perjalanan)"
            ),
            r"(?:only|wajib|hanya) (?:\w+ ){0,2}(?:travel agency|travel agent|travel)|(?:jasa|pt \w+(?: \w+)?) travel",
            rf"{_JOURNEY}[^.\n]{{0,40}} {_BACK}[^.\n]{{0,40}} ?{_TEST}|{_JOURNEY}[^.\n]{{0,40}}{_TEST}[^.\n]{{0,40}} {_BACK}",
            (
                rf"{_JOURNEY}[^.\n]{{0,50}} (?:di ?tanggung|di ?bayar\w*|di ?talangi) (?:\w+ )?(?:dahulu|dulu|pelamar"
                r"|peserta|kandidat|calon)"
            ),
            rf"{_BACK}[^.\n]{{0,10}} {_JOURNEY}[^.\n]{{0,30}} {_TEST}|uang tiket|(?:menalangi|talangi) (?:biaya )?{_JOURNEY}",
            r"advance the (?:travel|ticket|flight)\w*(?: costs?)?",
            (
                r"(?:pay|buy|purchase|beli|bayar|pesan|pesen|book)\w* (?:\w+ ){0,3}(?:tiket|tickets?"
                r"|flights?)[^.\n]{0,30} (?:first|dulu|refund\w*|diganti)"
            ),
            r"(?:reservasi|pemesanan|booking) (?:\w+ )?(?:tiket|travel|hotel)[^.\n]{0,40}",
        ],
        unless=rf"{_NEVER}|{_MAKING}|\bapi\b|dinas|business|melayani|pelanggan|customer|industri|klien|clients?\b|helpdesk"
        r"|\bsla\b|gangguan"
        r"|di ?tanggung (?:oleh )?perusahaan|paid by the company|online travel|travel daring|resolve",
    ),
)
SCAMS: tuple[Row, ...] = (*MONEY, *PAPERS_AND_PATHS, *SCAM_FRAMES)
