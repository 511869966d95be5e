"""Traits that limit people, for the frames of framing.py, and figures of age and body next to words for a person."""

from tepat.domain.postings.framing import HARMLESS, framed
from tepat.domain.postings.wordings import Row, wording

_NUMBER = (
    r"(?:1[6-9]|[2-5]\d|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|five|eight))?|(?:dua|tiga"
    r"|empat) puluh(?:an)?(?: \w+)?)"
)
_BEYOND = (
    r"(?:lewat(?:i)?|melewati|lebih (?:dari|tua)|di ?atas|di ?bawah|kurang dari|melebihi|under|over|below|above|past|beyond"
    r"|exceed\w*"
    r"|older than|younger than|between|antara|up to|maks\w*|max\w*|sampai|hingga|belum|kisaran|sekitar|ideal\w*)"
)
_PEOPLE = (
    r"(?:yang|yg|pelamar|kandidat|calon(?: karyawan)?|orang|anda|kamu|kalian|you(?:['’]re| are)?|candidates?|applicants?"
    r"|people|those|anyone|persons?)"
)
_YEARS_OF = (
    r"pengalaman|experience|kontrak|contract|garansi|perusahaan|company|cabang|branch|ribu|juta|rupiah|%|\bjam\b|hours?|menit"
    r"|minutes|kg|kilo|cm|port"
    r"|perangkat|devices?|server|orang\b|people in|team of|hari\b|days|bulan|months|km\b|proyek|projects?|users?|users"
    r"|employees|karyawan lain"
)
_REGIONS = (
    r"(?:jawa|sunda|madura|papua|batak|medan|padang|bali|ntt|flores|ambon|maluku|aceh|manado|makassar|sulawesi|kalimantan"
    r"|sumatera|lombok|timor|india|arab|china)"
)
_AGE_OWN = r"(?:(?:umur|usia|age)(?:nya|mu|['’]s)?|umurmu|usiamu)"

AGE: tuple[Row, ...] = (
    wording(
        "discrimination.age",
        "warning",
        [
            (
                rf"{_AGE_OWN} (?:[\w'’:]+ ){{0,6}}?(?:{_BEYOND} )?(?:dari |than )?{_NUMBER}(?: ?(?:-|–|s/d|sd|sampai|hingga|to"
                rf"|and|dan) ?{_NUMBER})?"
                r"(?: (?:tahun|thn|th|years?))?"
            ),
            (
                rf"{_PEOPLE} (?:(?:sudah|telah|masih|aged?|are|is|be|berusia|berumur|umurnya|usianya) ){{0,2}}{_BEYOND} {_NUMBER}"
                rf"(?: (?:dan|and|to|sampai|hingga|-) {_NUMBER})?(?: (?:tahun|thn|years? old))?"
            ),
            (
                rf"(?:maaf|sorry),? (?:yang |yg |kalau )?{_BEYOND} {_NUMBER}|{_BEYOND} {_NUMBER} (?:\w+ )?(?:skip|maaf"
                rf"|tidak (?:perlu|usah) (?:me)?lamar)"
            ),
            rf"(?:not?|no one) (?:older|younger) than {_NUMBER}",
            rf"(?:team|tim|staff|karyawan)[\w ]{{0,20}} (?:all |semua )?(?:under|below|di ?bawah) {_NUMBER}",
            rf"(?:early|mid)[ -]career,? (?:and )?{_BEYOND} {_NUMBER}",
            r"(?:angkatan|kelahiran|lahir(?:an)?|generasi) (?:tahun )?(?:19[6-9]\d|20[01]\d)(?: ke atas| keatas| ke bawah|\+)?",
            rf"(?:{_AGE_OWN}|orang|pelamar|kandidat|candidates?) (?:[\w'’]+ ){{0,3}}?(?:dua|tiga|empat) ?puluhan",
        ],
        unless=rf"{_YEARS_OF}|anak |siswa|pasien|pelanggan|customer|angkatan kerja",
    ),
    framed(
        "discrimination.age",
        "warning",
        [
            r"(?:yang |orang |anak )?(?:masih )?muda",
            r"young(?:er)? (?:people|candidates?|talents?|person|staff|team members?|professionals?)",
            r"(?:orang |yang )?(?:sudah )?(?:tua|berumur|paruh baya|lansia)",
            r"(?:middle[ -]aged|elderly|senior citizens?|older (?:people|workers|applicants|candidates))",
            r"gen(?:erasi)?[ -]?z(?:ers?)?|(?:anak )?milenial|millennials?|boomers?",
        ],
        unless=r"tahun berdiri|sejak|startup|perusahaan|kode|code|systems?|sistem|legacy|mudah",
    ),
)
OTHERS: tuple[Row, ...] = (
    framed(
        "discrimination.looks",
        "warning",
        [
            (
                r"(?:cantik|tampan|ganteng|cakep|rupawan|kece|jelek|good[ -]?looking|pretty (?:faces?|people)|handsome"
                r"|beautiful (?:faces?|people|women))"
            ),
            (
                r"(?:tampang|wajah|paras|muka|rupa|face|looks?|looking)(?:nya)? (?:yang )?(?:menarik|cantik|tampan|oke|bagus"
                r"|fresh|segar|pleasant|attractive)"
            ),
            r"(?:kulit (?:\w+ ){0,2}(?:gelap|hitam|putih|cerah|bersih|mulus)|dark[ -]skin\w*|fair[ -]skin\w*)",
            r"(?:tato|tattoos?|tindik\w*|piercings?|jerawat\w*|acne|bekas luka|scars?)",
        ],
        unless=r"interface|antarmuka|tampilan|desain|design|halaman",
    ),
    wording(
        "discrimination.looks",
        "warning",
        [
            (
                r"(?:visible |facial )?(?:tato|tattoos?|piercings?) (?:[\w'’]+ ){0,4}?(?:not allowed|not permitted|forbidden"
                r"|dilarang|tidak boleh|terlihat)"
            ),
            (
                r"look(?:s|ing)? (?:good|great|nice) (?:in front of|on|to|for) (?:a |the |our )?(?:cameras?|clients?|guests?"
                r"|videos?|customers?)"
            ),
            r"(?:ber)?penampilan (?:\w+ ){0,2}(?:menarik|cantik|good looking)",
            r"(?:tampang|rupa)(?:nya)? (?:yang )?(?:menarik|oke|bagus)|pretty faces?",
            r"kulit (?:\w+ ){0,2}(?:gelap|hitam|putih|cerah|mulus)",
        ],
        unless=HARMLESS,
    ),
    framed(
        "discrimination.marital_status",
        "warning",
        [
            r"(?:hamil|mengandung|pregnan(?:t|cy)|expecting)|kehamilan",
            r"(?:masih )?(?:sendiri(?:an)?|sendirian)(?= (?:dan|,|&|belum))",
            r"(?:berkeluarga|berumah tangga|ibu rumah tangga|bersuami|beristri|janda|duda|divorced|widow(?:s|ed)?|divorcees?)",
            (
                r"family (?:obligations?|commitments?|ties|responsibilities|burdens?)|(?:starting|start|having"
                r"|raising) (?:a )?(?:family|children|kids|baby)"
            ),
            r"(?:menikah|nikah|kawin|married|marry|marriage|pernikahan)(?! (?:tidak|bukan) (?:masalah|syarat))",
            r"(?:single|lajang|jomblo|bujang|unmarried) (?:people|candidates?|applicants?|men|women|person)?",
        ],
        unless=r"\bsso\b|sign|page|point|source|thread|status pernikahan tidak|maupun|sudah atau|atau (?:sudah|belum)|\bundangan",
    ),
    framed(
        "discrimination.height",
        "warning",
        [
            (
                r"(?:kelebihan berat(?: badan)?|overweight|over ?weight|obes\w+|gemuk|gendut|kegemukan|fat people"
                r"|terlalu (?:pendek|kurus|gemuk))"
            )
        ],
        asked=False,
    ),
    wording(
        "discrimination.marital_status",
        "warning",
        [r"(?:menunda|tunda|delay\w*|postpon\w*|menghindari) (?:\w+ )?(?:kehamilan|hamil|pregnancy|punya anak|having children)"],
        unless=HARMLESS,
    ),
    wording(
        "discrimination.height",
        "warning",
        [
            r"(?:tinggi|postur|badan|height|tall|tb)(?!\w)[^\d\n.]{0,30}1[4-9]\d(?!\d) ?(?:cm|senti\w*|centi\w*)?",
            (
                r"(?:girls?|boys?|wom[ae]n|m[ae]n|pria|wanita|females?|males?|perempuan|laki-laki) (?:\w+ ){0,2}?(?:above|over"
                r"|di ?atas|min\w*)? ?1[4-9]\d ?(?:cm|senti\w*)"
            ),
            r"(?:berat|bobot|weight|bb)(?!\w)[^\d\n.]{0,30}\d{2,3} ?(?:kg|kilo\w*)",
            r"(?:slim|athletic|slender|ideal|proportional|proportionate) (?:build|body|figure|physique|posture)",
            (
                r"(?:badan|tubuh|postur|perawakan) (?:\w+ )?(?:gemuk|gendut|kurus|langsing|ideal|proporsional|tegap|atletis"
                r"|pendek|mungil)"
            ),
        ],
        unless=rf"{HARMLESS}|\brak\b|\brack|kabel|cable|monitor|meja|barang|perangkat|device|angkat|lift|beban|load|lantai"
        rf"|panel|kemasan|paket",
    ),
    framed(
        "discrimination.religion",
        "warning",
        [
            (
                r"(?:muslims?|muslimah|moslems?|kristen|kristiani|katolik|christians?|catholics?|hindus?|buddhists?|buddha"
                r"|nasrani|non[ -]?muslims?|non[ -]?is)"
            ),
            r"(?:umat (?:islam|kristen|kristiani|katolik|hindu|buddha)|(?:se|satu |sama )(?:agama|iman|keyakinan))",
            r"(?:hijab|jilbab|kerudung|cadar|headscar(?:f|ves)|veils?|niqab|peci|salib|crosses)",
        ],
        unless=r"busana|fashion|toko|sekolah|school|universitas|rumah sakit|hospital|\bbank|hari raya|libur|\bcuti|holiday"
        r"|yayasan",
    ),
    wording(
        "discrimination.religion",
        "warning",
        [
            (
                r"(?:baca|membaca|mengaji|ngaji|recite|read) (?:al[- ]?)?(?:qur['’]?an|koran)|(?:hafal|hapal) (?:\w+ )?(?:surat"
                r"|juz|ayat)\w*"
            ),
            (
                r"(?:share|of|holding|hold|in) (?:our |the same |a )?(?:christian|muslim|islamic|catholic|hindu"
                r"|buddhist) (?:faith|beliefs?|values)"
            ),
            (
                r"(?:hijab|jilbab|kerudung|headscar(?:f|ves)|veils?) (?:is |are |must |harus |wajib )?(?:be )?(?:not|no|tidak"
                r"|dilarang|prohibited|forbidden|required|removed)\w*"
            ),
            r"(?:agama|religion|faith|keyakinan) (?:yang )?(?:sama|serupa|same|tertentu)",
        ],
        unless=HARMLESS,
    ),
    framed(
        "discrimination.ethnicity",
        "warning",
        [
            (
                r"(?:orang|suku|etnis|warga|keturunan|darah) (?:jawa|sunda|batak|minang|padang|betawi|bugis|madura|bali|tionghoa"
                r"|china|cina|melayu|dayak|papua|ambon"
                r"|aceh|arab|india|manado|flores|ntt|timur|tertentu)"
            ),
            (
                r"(?:javanese|sundanese|bataks?|balinese|bugis|madurese|papuans?|ambonese|acehnese|chinese (?:people|candidates?"
                r"|indonesians?)|arabs|indians|natives"
                r"|foreigners|locals) ?(?:people|candidates?|applicants?)?"
            ),
            r"(?:tionghoa|chindo|cindo|pribumi|keturunan)",
            rf"(?:people|person|anyone|candidates?|applicants?|orang|pelamar) (?:who come )?(?:from|asal|dari) {_REGIONS}",
            r"(?:orang|warga|putra|putri) asli \w+|asli (?:orang|warga|putra|putri|suku) (?!indonesia)\w+",
        ],
        unless=r"bahasa|language|restoran|cabang|kantor|penempatan|ditempatkan|translat|local[ie]",
    ),
    framed(
        "discrimination.disability",
        "warning",
        [
            r"(?:(?:deaf|blind|mute|disabled) (?:applicants?|candidates?|people|persons?|users?))",
            (
                r"(?:(?:penyandang|orang|pelamar|people with|candidates? with|applicants? with) )?(?:(?:ke)?cacat(?:an)?"
                r"|disabilitas|difabel|disabilit(?:y|ies)"
                r"|disabled people|handicaps?|hearing (?:loss|aids?)|tuli|tunarungu|tunanetra|buta(?: warna)?|bisu"
                r"|gangguan (?:jiwa|mental|pendengaran|penglihatan)"
                r"|kursi roda|wheelchairs?|epilepsi|epilepsy|autis\w*|mental (?:illness|disorders?)|(?:ber)?kaca ?mata|glasses"
                r"|alat bantu dengar|prosthe\w*"
                r"|stammer\w*|stutter\w*|gagap|colou?r[ -]?blind\w*)"
            ),
        ],
        unless=r"inklusi|halangan|akses|perangkat|menu|safety|pelindung|ramah|aplikasi|\bapp|sistem|software|produk|website"
        r"|fitur|untuk semua|welcome|encouraged"
        r"|regardless|membedakan|memandang",
        asked=False,
        harmless="",
    ),
    wording(
        "discrimination.disability",
        "warning",
        [
            (
                r"(?:physically|mentally|fisik|mental|jasmani)(?: (?:and|dan) (?:physically|mentally|fisik|mental"
                r"|rohani))? (?:\w+ )?(?:perfect|flawless|normal|complete"
                r"|sempurna|utuh|lengkap)"
            ),
            (
                r"(?:kaki|tangan|mata|telinga|tubuh|anggota badan)(?: (?:dan|serta) \w+)? (?:ber)?fungsi (?:dengan )?(?:normal"
                r"|baik|sempurna)"
            ),
            r"(?:fungsi|kondisi) (?:tubuh|fisik|indera|anggota badan) (?:yang )?(?:normal|sempurna|lengkap)",
        ],
        unless=HARMLESS,
    ),
    framed(
        "discrimination.other",
        "hint",
        [
            r"(?:(?:anggota|kader|aktivis|simpatisan|pengurus) )(?:partai|buruh|serikat|ormas|lsm|politik)(?: \w+)?",
            r"(?:political (?:party|parties|activists?)|(?:labou?r|trade) unions?|union (?:members?|activists?)|activists?)",
            (
                r"(?:graduates?|alumni|lulusan) (?:of|from|dari) (?:elite|top|favou?rite|famous|ternama|favorit|unggulan"
                r"|bergengsi) (?:universit\w+|kampus|colleges?|ptn)"
            ),
            r"(?:zodiac|zodiak|shio|golongan darah|blood type|horoscope)",
        ],
    ),
)
FRAMES: tuple[Row, ...] = (*AGE, *OTHERS)
