"""Marks of fraud that have to do with money: fees asked of candidates, transfers, and lent bank accounts."""

from tepat.domain.postings.wordings import Row, wording

_NEVER = (
    r"(?:\b(?:tidak|tanpa|tdk|no|never|not|free|gratis|bebas|bukan|waspada|hati-hati|penipuan|mengatasnamakan"
    r"|beware)\b)[^.\n\0]{0,50}\0"
)
_EMPLOYER = (
    r"(?:di ?tanggung|di ?ganti|di ?bayar|di ?biayai)(?:kan)? (?:oleh )?(?:perusahaan|kantor|kami)|perusahaan menanggung"
    r"|company (?:pays|covers)|\bwe\b"
    r"|paid by|\0[^.\n]{0,15} (?:gratis|disediakan|free)|tidak ada|free of charge"
)
_BUSINESS = (
    r"\b(?:mengelola|menghitung|anggaran|budget|laporan|build|module|modul|membangun|mengembangkan|sistem|system"
    r"|per year|siswa|kuliah|proyek"
    r"|projects?|efisiensi|estimation|tabungan|produk bank|savings|payroll|calculat\w+|gateway|integra\w*)\b"
)
_CASH = r"(?:biaya|uang|duit|iuran|dp|adm|dana|byr)"
_CAUSE = (
    r"(?:administrasi|adm(?:in)?|pendaftaran|registrasi|formulir|seragam|pelatihan|training|kursus|interview|wawancara"
    r"|tes|psikotes|medical"
    r"|mcu|jaminan|komitmen|deposit|penempatan|pemberkasan|proses|lamaran|pangkal|muka|keanggotaan|materai|masuk kerja|modul"
    r"|atribut|buku"
    r"|verifikasi|id card)"
)
_FEE = (
    r"(?:registration|training|admin\w*|uniform|placement|processing|application|membership|joining|onboarding"
    r"|background check|enrol?ment"
    r"|commitment|security|interview|medical|agency|starter|service|visa)"
)
_PAY = (
    r"(?:membayar(?:kan)?|bayar(?:kan)?|byr|di ?bayar(?:kan)?|setor(?:kan)?|menyetor(?:kan)?|melunasi|di ?lunasi|lunasi"
    r"|siap(?:kan|in)"
    r"|menyiapkan|membawa|bawa|menanggung|serahkan|transfer)"
)
_CANDIDATE = r"(?:pelamar|peserta|kandidat|calon(?: \w+)?|sendiri|karyawan baru)"
_SUM = r"(?:rp\.? ?[\d.,]+\w*|idr ?[\d.,]+|\d[\d.,]* ?(?:ribu|rb|k|juta|jt)(?!\w)|\d{1,3}[.,]000)"
_REST = r"(?:[^.\n]|\.(?=\d)){0,30}"
_SEND = (
    r"(?:mentransfer|di ?transfer|transfer(?:kan)?|tf|trf|trsfer|trfer|kirim(?:kan)?|mengirim(?:kan)?|setor(?:kan)?"
    r"|send(?:ing)?|wire|remit)"
)
_ACCOUNT = r"(?:rek(?:ening)?|accounts?|bank|nomor|no|dana|ovo|gopay|bca|bri|bni|mandiri|panitia|admin|hrd)"

MONEY: tuple[Row, ...] = (
    wording(
        "scam.fee",
        "error",
        [
            rf"{_CASH} (?:\w+ )?{_CAUSE}(?: (?:sebesar|senilai))?(?: {_SUM})?|uang akan di ?kembalikan|sedekah administrasi",
            (
                rf"{_PAY} (?:\w+ ){{0,3}}?(?:uang|duit|biaya|deposit|jaminan|iuran|adm|administrasi|dp|sebesar|{_SUM}"
                rf"|seragam|training){_REST}"
            ),
            rf"(?:di ?kenakan|di ?kenai|di ?pungut|kena|ada|tersedia|membebankan) (?:\w+ )?(?:biaya|iuran|pungutan|uang){_REST}",
            rf"biaya[^.\n]{{0,40}} (?:di ?tanggung|di ?bayar|di ?bebankan)(?: oleh| kepada| ke)? {_CANDIDATE}",
            rf"{_CANDIDATE} (?:menanggung|membayar){_REST}",
            rf"(?:adm(?:in(?:istrasi)?)?|dp|deposit|biaya|jaminan)(?: fee)?[ :]*(?:cuma|hanya|sebesar|seragam|kerja)?[ :]*{_SUM}",
            (
                r"(?:membeli|beli|purchase|buy|tebus|menebus)\w* (?:\w+ ){0,3}?(?:starter|paket|produk|seragam|modul"
                r"|kits?|uniforms?)(?: \w+){0,2}"
            ),
            (
                rf"{_FEE} fees?|(?:registration|admin\w*|enrol?ment|processing|application|placement|training) charges?|(?:fees?"
                rf"|charges?|payment|deposit) (?:\w+ ){{0,3}}?(?:applies|apply|required|payable|charged|due)"
            ),
            r"upfront (?:payment|fee|cost)\w*",
            (
                r"(?:pay|paying) (?:(?:for|an?|the|your|own|small|refundable|one-time) )*(?:\w+ )?(?:fees?|uniforms?"
                r"|training|registration|deposit|equipment|laptop)"
            ),
            rf"(?:security |refundable |initial )?deposit (?:of|is|sebesar|awal|rp|sebelum|required){_REST}",
            r"refundable deposit|security deposit",
            (
                r"(?:candidates?|applicants?|employees?|participants?|new hires?|you) (?:must |will |should |have to"
                rf" )?(?:pay|bear|shoulder)s?\b{_REST}"
            ),
            r"(?:fees?|payment|deposit|costs?)[^.\n]{0,20} (?:must|has to|have to|should|needs? to) be paid|registration costs?",
            r"required to pay(?: for)?[^.\n]{0,30}|pay for (?:your|their) own[^.\n]{0,20}|potongan (?:uang|biaya) \w+",
            (
                r"(?:di ?minta|di ?wajibkan|wajib|harus) (?:membayar|menyetor|bayar|setor)[^.\n]{0,30}|(?:seragam"
                r"|laptop) sendiri seharga"
            ),
            r"(?:pay|paid)[^.\n]{0,20} (?:upfront|in advance)|potong(?:an)? gaji untuk (?:seragam|pelatihan)",
        ],
        unless=rf"{_NEVER}|{_EMPLOYER}|{_BUSINESS}|\bif \0?you are asked|(?:jika|bila|apabila) (?:\w+ )?\0?di ?minta"
        rf"|penagihan|merekap|mengecek|(?:perusahaan|kantor)(?: kami| akan)? \0",
    ),
    wording(
        "scam.transfer",
        "error",
        [
            rf"{_SEND} (?:\S+ ){{0,4}}?(?:ke|to) (?:\w+ ){{0,3}}?{_ACCOUNT}[^.\n]{{0,25}}|{_SEND} (?:\w+ )?(?:dulu|dahulu|first)",
            (
                rf"{_SEND} (?:(?:sejumlah|the|some|your|biaya|sebesar|deposit|terlebih) )*(?:money|uang|dana|amount"
                rf"|cash|funds|pulsa|saldo|{_SUM})[^.\n]{{0,20}}"
            ),
            r"(?:di)?tf(?:in)? ?(?:dulu|ke|aja)|tfin|(?:isi|kirim|beli)(?:kan)? (?:saldo|pulsa)",
            r"rekening (?:bca|bri|bni|mandiri|a\.?n\.?|atas nama)[^.\n]{0,30}",
            r"top[ -]?up (?:\w+ ){0,3}?(?:dulu|dahulu|saldo|first|balance|akun|account)",
            r"(?:deposit|top[ -]?up) (?:saldo|crypto|dulu|first|dahulu)",
            r"bukti (?:transfer|tf|trf|pembayaran|bayar|setor)|(?:proof|receipt) of (?:the )?(?:payment|transfer)",
            r"transfer (?:proof|receipt)|(?:payment|transfer) receipts?|(?:struk|resi) (?:transfer|pembayaran|tf)",
            (
                r"(?:pinjam\w*|meminjam\w*|pinjem\w*|menyewa\w*|sewa\w*|lend\w*|rent\w*|jual beli|jual|use|gunakan"
                r"|menggunakan) (?:\w+ ){0,3}?(?:rekening|bank account)"
            ),
            (
                r"(?:rekening pribadi|personal (?:bank )?accounts?|own (?:bank )?account)[^.\n]{0,30} (?:dana"
                r"|diteruskan|meneruskan\w*|forward|process|payments?|menampung|funds)\w*"
            ),
            r"(?:menerima|receive|terima|menampung) (?:dana|funds|uang|money|payments?)[^.\n]{0,40} (?:rekening|account)s?",
            (
                r"(?:your|you) (?:own |bank )*accounts? (?:will|is|are) (?:be )?used|pass (?:on|along) (?:\w+"
                r" )?(?:money|funds|payments?)|send the payment"
            ),
            r"gift cards?|(?:cash|deposit|bank) (?:the |our )?che(?:que|ck)s?|send back the (?:difference|rest)",
            r"like (?:dan|and|&) (?:follow|subscribe|share)",
        ],
        unless=rf"{_NEVER}|\b(?:tanda terima|kasir|penerimaan|cash transaction|helped|trillions?|if you are asked"
        rf"|jika (?:anda )?diminta)\b|\b(?:cv|resume|lamaran|berkas|dokumen|fotokopi|portofolio|portfolio|e-?mail"
        rf"|surat)\b[^.\n]{{0,30}}\0?"
        rf"|\0[^.\n]{{0,20}}(?:cv|resume|lamaran)\b|\b(?:laporan|keuangan|review|gaji|upah|salary|salaries|wages|knowledge"
        rf"|pengetahuan|data|files?|pelanggan|nasabah|transaksi"
        r"|fitur|features?|implement\w*|e-?wallet|dompet"
        r"|sistem|system|antarbank|antarserver|penggajian|payroll|merekonsiliasi|rekonsiliasi|memeriksa|integra\w*"
        r"|mengembangkan|membangun|build)\b",
    ),
)
