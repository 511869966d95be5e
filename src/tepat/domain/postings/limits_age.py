"""How adverts limit age: years, years of birth, generations, and words such as "young"."""

import re

from tepat.domain.postings.wordings import NOT, ONLY, PREFERRED, WANTED, Row, wording

_BOUND = r"(?:maks?(?:imal|imum)?|max(?:imal|imum)?|min(?:imal|imum|imun)?|batas|paling\s+(?:tinggi|tua|muda|rendah))"
_OLD = r"(?:years?\s*old\b|yrs?\s*old\b|y\s?[./]?\s?o\b|years?\s+of\s+age\b)"
_UNIT = rf"(?:{_OLD}|(?:tahun|thn|th|years?|yrs?)\b\.?)"
_TO = r"(?:-|–|—|s/d|s\.d\.?|sd\b|sampai(?:\s+dengan)?|hingga|to\b|dan\b|and\b)"
_AGE_WORD = r"(?:(?:\bber)?(?:(?<!man)usia|(?<!s)umur)|\busi|\bages?|\baged)"
_FILLER = (
    rf"(?:[\s.:,()<>=≤]|calon|pelamar|kandidat|antara|between|from|dari|mulai|{_BOUND}|di\s?bawah|tidak\s+lebih|lebih"
    r"|tak|tdk|belum|genap|melebihi|exceed(?:ing|s)?|di\s?atas|kurang|below|under|not|no|more|than|above|over"
    r"|up\s+to|range|limit|kisaran|sekitar|of|is|must|be|should|at"
    rf"|least)"
)
_COMPANY = re.compile(
    r"perusahaan\s+(?:\w+\s+){0,3}\0|(?:pelanggan|pengguna|siswa|pasien|customers?|users?)\s+(?:\w+\s+)?\0|(?:telah|sudah"
    r"|kini|company|firm)\s+(?:\w+\s+){0,2}\0ber(?:usia|umur)"
    r"|\0(?:ber)?(?:usia|umur)\s+perusahaan|anak\s+\0|garansi|(?:mesin|bunga|bangunan|perangkat|produk|product"
    r"|proyek|aset)\s+(?:\w+\s+)?\0"
)
_OF_WORK = re.compile(
    r"(?:pengalaman|experience|kontrak|contracts?|garansi|sejak|berdiri|selama)\W+(?:\w+\W+){0,3}\0"
    r"|(?:proyek|projects?)\W+(?:\w+\W+){0,3}\0|\0\W+ke\s+depan|\0\W+(?:\w+\W+){0,1}(?:pengalaman|experience|kerja|working)"
)
_ABOUT_OTHERS = (
    r"perusahaan|company|startup|aplikasi|produk|komunitas|konten|siswa|pengguna|users|pelanggan|customers|riset"
    r"|research|pasien|software"
)
_YEAR = r"(?:19[6-9]\d|20[01]\d)"

AGE: tuple[Row, ...] = (
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>(?:\b{_BOUND}[\s.:]*)?{_AGE_WORD}(?:\b|(?=ma[kx]|min)){_FILLER}{{0,9}}\b(?:1[5-9]"
            rf"|[2-6]\d)(?!\d)(?:\s*{_UNIT})?(?:\s*{_TO}\s*(?:{_BOUND}[\s.]*)?(?:[2-6]\d)(?!\d)(?:\s*{_UNIT})?)?)"
        ),
        _COMPANY,
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>\b(?:{_BOUND}|under|below|over|above|(?:not|no)\s+(?:more|older)\s+than|up\s+to)[\s.:]*(?:1[5-9]"
            rf"|[2-6]\d)\s*{_OLD})"
        ),
        re.compile(r"(?:code|system|sistem|base|product|company)\W+(?:\w+\W+){0,3}\0"),
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>\b(?:{_BOUND}|di\s?bawah|under|below|not\s+more\s+than|tidak\s+lebih\s+dari|belum|blm)[\s.:]*(?:1[89]"
            rf"|[2-5]\d)\s*{_UNIT}(?!\s*(?:pengalaman|experience|kerja|of\s+(?!age))))"
        ),
        _OF_WORK,
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(rf"(?P<limit>(?<![\d.,])(?:1[7-9]|[2-4]\d)\s*(?:{_TO})\s*(?:[2-6]\d)\s*(?:{_OLD}|tahun|thn|th\b))"),
        _OF_WORK,
    ),
    wording(
        "discrimination.age",
        "warning",
        [
            rf"(?:ke)?lahir(?:an)?(?: \w+){{0,3}}? {_YEAR}(?: ?(?:-|–|s/d|sampai|hingga|ke (?:atas|bawah))(?: {_YEAR})?)?",
            r"kelahiran '?[6-9]\d",
            rf"born (?:\w+[ -]){{0,2}}{_YEAR}",
            r"(?:not?|no one) (?:older|younger) than [2-6]\d",
            (
                r"(?:candidates?|applicants?|those|anyone|people) (?:\w+ )?(?:over|above|under|below|aged?|older than"
                r"|younger than) [2-6]\d"
            ),
            r"(?:over|above) [3-6]\d(?:s)? (?:need not|cannot|may not)",
            rf"(?:{NOT} menerima|menolak) (?:\w+ ){{0,4}}[2-6]\d (?:tahun|thn|th|ke atas)",
            r"(?:yang|yg|cari|masih|msh) (?:belum|blm|belom|di ?bawah) [2-4]\d",
            r"(?:umur|usia) ?kepala \w+|kepala (?:2|3|dua|tiga)",
            r"(?:early|mid|late)[ -]?(?:twenties|thirties|forties|[2-4]0'?s)",
            r"(?:be |aged? )?[2-5]\d (?:years )?(?:or|and) (?:younger|under|below)",
            r"(?:twenty|thirty|forty)(?:[ -]\w+)? years? (?:old|of age)|(?:dua|tiga) (?:puluh|lima) tahun (?:\w+ )?usia\w*",
            r"in (?:their|your|his|her) (?:early |mid |late )?(?:[2-4]0'?s|twenties|thirties|forties)",
            r"(?:ber)?(?:usia|umur)(?: \w+){0,3} (?:dua|tiga|empat|lima) puluh(?: \w+)? tahun",
            r"(?:age|aged|under|below|over)(?: \w+){0,3} (?:twenty|thirty|forty)(?:[ -]\w+)? years?",
        ],
        unless=_ABOUT_OTHERS,
    ),
    wording(
        "discrimination.age",
        "warning",
        [
            r"usia produktif|muda usianya",
            rf"{WANTED} (?:\w+ ){{0,2}}(?:gen(?:erasi|eration)?[ -]?z|milenial|millennials?)",
            rf"(?:gen(?:erasi|eration)?[ -]?z|milenial|millennials?) (?:{ONLY}|{PREFERRED})",
            r"(?:ber)?(?:usia|umur) (?:yang )?(?:masih )?muda",
            r"masih muda|berjiwa muda|muda,? ?(?:dan |& )?(?:energik|enerjik|dinamis|bersemangat|kreatif|fresh)",
            r"young,? ?(?:and |& )?(?:energetic|dynamic|vibrant|ambitious|fresh)",
            r"young (?:people|candidates?|person|men|women|man|woman|blood|team members?)(?: only)?|youthful|youngsters?",
            r"(?:cari|mencari|butuh|membutuhkan|untuk|hanya|khusus|semua) (?:para )?(?:anak|orang|pemuda)[ -]muda",
            r"digital natives?",
            (
                r"(?:too|terlalu) (?:old|tua)|older (?:applicants|candidates|people)|berumur dua puluhan"
                r"|(?:ber)?(?:usia|umur) (?:dua|tiga) puluhan"
            ),
        ],
        unless=_ABOUT_OTHERS,
    ),
)
