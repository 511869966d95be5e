"""How adverts limit looks, height and weight, and disability."""

from tepat.domain.postings.wordings import NOT, Row, wording

_THINGS = (
    r"produk|desain|design|tampilan|interface|antarmuka|kecantikan|\bweb|\bpages?\b|halaman|situs|kode\b|\bcode"
    r"|\bui\b|\bux\b|salary|gaji|bonus"
    r"|presentasi|presentation"
    r"|beautiful\0 (?!and\b|or\b|girls?|wom|lad(?:y|ies)|faces?|smile|appear|people|candidates?)\w|island|\bbali\b|pulau"
    r"|views?|recognition|benefit|package|soup|casing|laporan|reports?\b|konten|content|toko"
)
_FINE = (
    r"(?:menarik|baik|cantik|tampan|oke|ok|proporsional|good looking|cakep|segar|ganteng|kece|bersih|glowing|cerah|mulus|putih"
    r"|fotogenik|rupawan|enak dilihat)"
)
_CM = r"1[4-9]\d(?!\d) ?(?:cm|senti\w*)?"
_ABOVE = r"(?:and|or|ke|dan) (?:above|atas|up|over|taller|lebih)"
_RACKS = (
    r"\brak\b|\brack|kabel|cable|monitor|meja|\bcss|font|\bline[ -]|regardless|whatever|(?:tidak|bukan) (?:menjadi "
    r"|sebuah )?(?:syarat|"
    r"halangan)|lantai|panel|layar|jarak|lift|mengangkat|perangkat"
)
_MEASURE = r"(?:tinggi|berat|tb|bb|height|weight)(?: badan)?"
_HAVING = (
    r"(?:[ -](?:memiliki|mempunyai|ada|punya|menyandang|menderita|pernah|sedang|dalam|penyandang|riwayat|mengidap"
    r"|mengalami|memakai|suitable|for|accept|menerima|dapat|bisa|boleh|para|pelamar"
    r"|menggunakan|any|have|having|has|be|an?|being|physical|mental|history|of|fisik|secara|orang|dari|penyakit"
    r"|physically|or))*[ -]"
)
_LIMITATION = (
    r"(?:(?:ke)?cacat(?:an)?(?: (?:fisik|tubuh|mental|badan))?|disabilitas|difabel|buta(?: warna)?|tuli|tunarungu|tunanetra|bisu"
    r"|kelainan(?: \w+)?|keterbatasan (?:fisik|mental)|kekurangan fisik|(?:ber)?kebutuhan khusus|gagap|depresi|gangguan \w+"
    r"|kursi roda|(?:ber)?kaca ?mata|epilepsi|autis\w*|disab(?:ility|ilities|led)|handicap\w*|colou?r[ -]?blind\w*|defects?"
    r"|(?:hearing |visual |vision )?impair\w+|illness|wheelchairs?(?: users?)?|deaf|blind|glasses|stutter\w*)"
)
_OF_WORK = (
    r"terbuka|welcome|inklusi|encouraged|produk|perangkat|software|rilis|release|barang|halangan|membedakan|regardless"
    r"|kode\b|\bcode"
    r"|aplikasi|(?:tidak|not) (?:menjadi|a) "
)

BODY: tuple[Row, ...] = (
    wording(
        "discrimination.looks",
        "warning",
        [
            (
                rf"(?:ber)?penampilan (?:(?:yang|yg|fisik|wajah) )*(?:rapih?(?: ?,| ?&| dan)? )?{_FINE}(?: ?(?:,|&|dan)"
                r" ?(?:rapih?|menarik|sopan|bersih))?"
            ),
            rf"(?:ber)?paras(?:nya)?(?: yang)? \w+|(?:(?:ber)?wajah|muka)(?: yang)? {_FINE}",
            r"(?:fisik|postur(?: tubuh)?|badan) (?:yang )?menarik",
            r"menarik secara fisik|enak di ?(?:pandang|lihat|lihatnya)|sedap dipandang",
            r"cantik|tampan|ganteng|cakep|rupawan|kece|glowing|kinclong|bening(?:[ -]bening)?|manis[ -]manis|fotogenik",
            r"photogenic",
            r"(?:good|gd|gud)[ -]?(?:lookin|looking|luking|looks)|good grooming|handsome|beautiful|pretty (?:face|girls?|women)",
            r"camera ?face",
            (
                r"physically attractive|attractive (?:and|,|&) ?(?:well[ -]groomed|tidy|neat|friendly|confident)|good"
                r" physical appearance|looks? (?:attractive|pretty|handsome|good on camera)"
            ),
            (
                r"(?:attractive|charming|pleasant|pleasing|nice|good|presentable|beautiful) (?:physical"
                r" )?(?:appearance|looks?|looking|face|smile)"
            ),
            r"(?:fair|clear|bright|light|white|clean|smooth)[ -]?skin(?:ned)?|skin colou?r",
            (
                r"kulit (?:yang )?(?:putih|bersih|cerah|mulus|kuning langsat|gelap|tidak gelap|terang)|warna kulit"
                rf"|{NOT} (?:ber)?jerawat\w*"
            ),
            (
                rf"{NOT} (?:(?:memiliki|mempunyai|ada|visible|facial|body|have|any|punya) )*(?:(?:ber)?tato|(?:ber)?tindik\w*"
                r"|tattoo\w*|piercing\w*)"
            ),
            rf"gigi (?:yang )?(?:rapi|rata|putih)\w*|{NOT} (?:botak|gondrong)|rambut (?:lurus|pendek|panjang)",
        ],
        unless=_THINGS,
    ),
    wording(
        "discrimination.height",
        "warning",
        [
            (
                rf"(?:tinggi(?:badan)?|(?<!\d )(?<!\d)t\.? ?b\.?|height|taller)(?!\w)[^\d\n]{{0,40}}{_CM}(?: ?(?:-|–|/"
                rf"|up|\+) ?(?:{_CM})?)?"
            ),
            r"(?:tinggi|(?<!\d )(?<!\d)tb|height|taller)(?!\w)[^\d\n]{0,40}1[.,][4-9]\d? ?m(?:eter)?",
            rf"1[4-9]\d ?(?:cm|senti\w*) {_ABOVE}|min(?:imal|imum)?[. ]{{1,2}}1[4-9]\d ?cm",
            (
                r"[4-6] ?(?:'|’|ft|feet|foot) ?\d{0,2}(?:\"|”| ?inch(?:es)?| ?in)? (?:tall|or taller|and above|or"
                r" above)|(?:taller|shorter) than"
            ),
            (
                rf"{_MEASURE}(?: ?(?:/|&|dan|and) ?{_MEASURE})? (?:yang |harus )?(?:ideal|proporsional|seimbang"
                r"|proportional|balanced)"
            ),
            r"(?:tinggi|berat|tb|bb) ?(?:dan|&|/) ?(?:tinggi|berat|tb|bb) (?:badan )?(?:yang )?\w+",
            rf"(?:proportional|ideal) (?:body )?{_MEASURE}|(?:proportional|ideal|slim|athletic) (?:body|figure|build|posture)",
            r"(?:berat badan|bb|weight)(?!\w)[^\d\n]{0,16}\d{2} ?kg|bmi (?:below|under|max\w*|di ?bawah|ideal|normal)(?: \d+)?",
            rf"(?:{NOT} )(?:overweight|obes\w+|fat|gemuk|gendut|kegemukan|kurus|pendek)|langsing|obes\w+|slim",
            (
                r"(?:tubuh|badan|postur|body|bodi|bodinya) (?:yang )?(?:ideal|proporsional|langsing|tinggi|tegap"
                r"|atletis|goals|kekar)"
            ),
            (
                r"(?:berat|bb|weight)(?: badan)? (?:sesuai|proportionate|proportional|seimbang) (?:dengan |to |with"
                rf" )?{_MEASURE}|{_CM} tall"
            ),
            r"lingkar (?:pinggang|dada)|well[ -]built|tall and \w+|bodi goals|body goals",
        ],
        unless=_RACKS,
    ),
    wording(
        "discrimination.disability",
        "warning",
        [
            rf"(?:{NOT}|belum){_HAVING}{_LIMITATION}",
            r"(?:fisik|jasmani) (?:yang )?(?:normal|sempurna|lengkap|utuh)",
            r"(?:normal|sempurna|lengkap) (?:secara )?(?:fisik|jasmani)",
            r"anggota (?:badan|tubuh|gerak) (?:yang )?(?:lengkap|normal|utuh)|tubuh (?:lengkap|normal|sempurna)",
            r"(?:pendengaran|penglihatan|mata|ucapan) (?:yang |harus )?(?:normal|sehat|tidak minus)|mata tidak minus",
            r"normal (?:eye ?sight|vision|hearing)|able[ -]?bodied|physically (?:perfect|normal|complete)|perfect vision",
            (
                r"(?:disabilitas|difabel|disabilit(?:y|ies)|disabled|cacat)[^.\n]{0,20} (?:tidak (?:dapat|bisa|boleh"
                r"|diterima|kami)|cannot|can't"
                r"|may not|need not|not accepted|will not|tidak kami|belum dapat|dilarang)[^.\n]{0,12}"
            ),
        ],
        unless=_OF_WORK,
    ),
)
