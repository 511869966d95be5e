"""How adverts state limits that are not about the work. Patterns read the plain, lower-case text (see spelling.py).

Each row: code, severity, pattern (group `limit` is the stretch to show, else the whole match), and what around it makes it
harmless.
"""

import re

from tepat.domain.postings.posting import Severity

Row = tuple[str, Severity, re.Pattern[str], re.Pattern[str] | None]

_BOUND = r"(?:maks?(?:imal|imum)?|max(?:imal|imum)?|min(?:imal|imum|imun)?|batas|paling\s+(?:tinggi|tua|muda|rendah))"
_UNIT = r"(?:tahun|thn|th|years?|yrs?|yo|y\.o)\b\.?(?:\s*old\b)?"
_TO = r"(?:-|–|—|s/d|s\.d\.?|sd\b|sampai(?:\s+dengan)?|hingga|to\b|dan\b|and\b)"
_AGE_WORD = r"(?:(?:\bber)?(?:(?<!man)usia|(?<!s)umur)|\bages?|\baged)"
_FILLER = (
    rf"(?:[\s.:,()<>=≤]|calon|pelamar|kandidat|antara|between|from|dari|mulai|{_BOUND}|di\s?bawah|tidak\s+lebih|lebih"
    rf"|kurang|below|under|not|no|more|than|above|over|up\s+to|range|limit|kisaran|sekitar|of|is|must|be|should|at"
    rf"|least)"
)
_COMPANY = re.compile(
    r"perusahaan\s+(?:\w+\s+){0,3}\0|(?:telah|sudah|kini|company|firm)\s+(?:\w+\s+){0,2}\0ber(?:usia|umur)"
    r"|\0(?:ber)?(?:usia|umur)\s+perusahaan|anak\s+\0|garansi|(?:mesin|bangunan|perangkat|produk"
    r"|aset)\s+(?:\w+\s+)?\0"
)
_OF_WORK = re.compile(
    r"(?:pengalaman|experience|kontrak|garansi|sejak|berdiri|selama)\W+(?:\w+\W+){0,3}\0"
    r"|\0\W+(?:\w+\W+){0,1}(?:pengalaman|experience|kerja|working)"
)

_MAN = r"(?:pria|laki\s*-?\s*laki|laki|lelaki|cowok|males?(?!\s*-?\s*dominated)|man\s+only|men\s+only)"
_WOMAN = r"(?:wanita|perempuan|cewek|females?|women\s+only|woman\s+only)"
_JOIN = r"\s*(?:/|,|&|\+|-|dan|atau|maupun|serta|or|and|\()\s*"
_SEX_LEFT = (
    r"(?:(?<=^)|(?<=\n)|(?<=[✅✓✔☑➤►★➢◆■□‣◦∙]\s)|(?<=[✅✓✔☑➤►★➢◆■□‣◦∙])|"
    r"(?<=[.,;:(\-•●▪*/>!]\s)|(?<=[.,;:(\-•●▪*>!])|(?<=\d[.)]\s)|(?<=jenis kelamin )|(?<=kelamin: "
    r")|(?<=gender )|(?<=khusus )|(?<=hanya )|(?<=utamakan )|(?<=seorang )|(?<=kandidat )|(?<=dicari )|(?<=pelamar )"
    r"|(?<=karyawan )|(?<=dibutuhkan )|(?<=menerima )|(?<=kualifikasi )|(?<=persyaratan )|(?<=syarat )"
    r"|(?<=requirements ))"
)
_SEX_RIGHT = (
    r"(?=\s*(?:$|\n|[,.;:)!•●▪*]|-\s|usia|umur|max|maks|min|diutamakan|di\s+utamakan|lebih\s+disukai|only|preferred"
    r"|single|lajang|belum|sehat|berpenampilan|good\s+looking|berusia|pendidikan|lulusan|memiliki|mampu|domisili"
    r"|berdomisili|\d|s1\b|d3\b|sma\b|smk\b|with|age|aged|candidates?))"
)
_BOTH = re.compile(
    rf"\b{_MAN}\b{_JOIN}(?:\w+\s+){{0,1}}{_WOMAN}\b|\b{_WOMAN}\b{_JOIN}(?:\w+\s+){{0,1}}{_MAN}\b|(?:pakaian|busana"
    rf"|sepatu|fashion|produk|kosmetik|tas|parfum|toilet|asrama|toko|majalah|perawatan|pemberdayaan"
    rf"|kesetaraan)\s+(?:\w+\s+)?(?:pria|wanita|perempuan)"
)
_FAITH = r"(?:muslim(?:ah)?|islam|kristen(?:\s+protestan)?|katolik|catholic|christian|hindu|buddha|budha|konghucu)"

LIMITS: tuple[Row, ...] = (
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>(?:\b{_BOUND}[\s.:]*)?{_AGE_WORD}\b{_FILLER}{{0,9}}\b(?:1[5-9]"
            rf"|[2-6]\d)(?!\d)(?:\s*{_UNIT})?(?:\s*{_TO}\s*(?:{_BOUND}[\s.]*)?(?:[2-6]\d)(?!\d)(?:\s*{_UNIT})?)?)"
        ),
        _COMPANY,
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>\b(?:{_BOUND}|under|below|not\s+more\s+than|up\s+to)[\s.:]*(?:1[5-9]|[2-6]\d)\s*(?:years?"
            rf"|yrs?)\s*old\b)"
        ),
        None,
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>\b(?:{_BOUND}|di\s?bawah|under|below|not\s+more\s+than|tidak\s+lebih\s+dari)[\s.:]*(?:1[89]"
            rf"|[2-5]\d)\s*{_UNIT}(?!\s*(?:pengalaman|experience|kerja|of\b)))"
        ),
        _OF_WORK,
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(
            rf"(?P<limit>(?<![\d.,])(?:1[7-9]|[2-4]\d)\s*(?:{_TO})\s*(?:[2-6]\d)\s*(?:years?\s*old|y\.?\s?o\b|tahun"
            rf"|thn|th\b))"
        ),
        _OF_WORK,
    ),
    (
        "discrimination.age",
        "warning",
        re.compile(r"(?P<limit>\busia\s+produktif\b|\b(?:young|muda)\s+(?:and|dan)\s+(?:energetic|energik)\b)"),
        None,
    ),
    (
        "discrimination.sex",
        "warning",
        re.compile(
            rf"{_SEX_LEFT}(?P<limit>(?:khusus\s+|hanya\s+|di\s?utamakan\s+)?(?:{_MAN}"
            rf"|{_WOMAN})(?:\s+(?:lebih\s+)?(?:di\s?utamakan|disukai|only|preferred))?){_SEX_RIGHT}"
        ),
        _BOTH,
    ),
    (
        "discrimination.sex",
        "warning",
        re.compile(rf"(?P<limit>\b(?:jenis\s+kelamin|gender|sex)\s*[:=]?\s*(?:{_MAN}|{_WOMAN})\b)"),
        _BOTH,
    ),
    (
        "discrimination.sex",
        "warning",
        re.compile(
            rf"(?P<limit>\b(?:khusus|hanya(?:\s+untuk)?|di\s?utamakan)\s+(?:{_MAN}|{_WOMAN})\b|\b(?:{_MAN}"
            rf"|{_WOMAN})\s+(?:lebih\s+)?(?:di\s?utamakan|only|saja))"
        ),
        _BOTH,
    ),
    (
        "discrimination.looks",
        "warning",
        re.compile(
            r"(?P<limit>\b(?:ber)?penampilan\s+(?:yang\s+|yg\s+)?(?:rapih?\s*(?:,|&|dan)\s*)?(?:menarik|baik|cantik"
            r"|tampan|oke|ok\b|proporsional|good\s+looking|cakep|segar)(?:\s*(?:,|&|dan)\s*(?:rapih?|menarik|sopan"
            r"|bersih))?"
            r"|\bgood\s*-?\s*looking\b|\battractive\s+(?:appearance|looking)\b|\b(?:pleasant|nice|good"
            r"|presentable|attractive)\s+(?:physical\s+)?appearance\b|\bgood\s+(?:looks|grooming)\b"
            r"|\bwajah\s+(?:cantik|menarik|tampan)|\bcantik\b(?=[,.\s])|\bkulit\s+(?:putih|bersih"
            r"|cerah)\b|\b(?:tidak|tanpa)\s+(?:ber)?tato\b|\btidak\s+bertindik\b|\bphotogenic\b)"
        ),
        re.compile(r"produk|desain|tampilan|interface|kecantikan"),
    ),
    (
        "discrimination.marital_status",
        "warning",
        re.compile(
            r"(?P<limit>\b(?:belum|tidak|blm)\s+(?:(?:sedang\s+|terikat\s+(?:dalam\s+)?)?(?:menikah|berkeluarga"
            r"|nikah|pernikahan|kawin)|sedang\s+hamil)\b|\bbersedia\s+(?:untuk\s+)?tidak\s+menikah\b|\b(?:unmarried"
            r"|not\s+married|lajang)\b"
            r"|\bstatus\s*:?\s*(?:masih\s+)?(?:single|lajang|belum\s+menikah)\b|(?:(?<=pria )|(?<=wanita "
            r")|(?<=male )|(?<=female )|(?<=[,;:\n(] )|(?<=[,;:\n(])|(?<=masih )|(?<=must be )|(?<=[•\-] "
            r"))single\b(?!\s*(?:sign|page|point|source|user|thread|window|tenant|digit|app|platform"
            r"|vendor|cell|mode|phase|core|instance|node|board|database|view))|\bsudah\s+menikah\b)"
        ),
        re.compile(r"tunjangan|cuti|tidak\s+membedakan|regardless"),
    ),
    (
        "discrimination.height",
        "warning",
        re.compile(
            r"(?P<limit>\b(?:tinggi(?:\s+badan)?|tb|height)\b[\s.:/]*(?:badan|bb)?[\s.:]*(?:minimal|minimum|min|maks|max"
            r"|di\s+atas|at\s+least|of|>)?[\s.:]*1[4-9]\d\s*(?:cm)?(?:\s*(?:-|–|/)\s*1[4-9]\d\s*(?:cm)?)?|\b(?:tinggi"
            r"|berat)\s+(?:dan\s+(?:tinggi|berat)\s+)?badan\s+(?:yang\s+)?(?:ideal|proporsional|seimbang)"
            r"|\btinggi\s+(?:dan|&)\s+berat\s+badan\s+\w+)"
        ),
        None,
    ),
    (
        "discrimination.religion",
        "warning",
        re.compile(
            rf"(?P<limit>\bberagama\s+(?:non[\s-]*)?\w+|\bagama\s*:?\s*{_FAITH}\b|\b(?:khusus|di\s?utamakan|wajib"
            rf"|hanya|seorang|kandidat|pria|wanita|laki-laki|perempuan"
            rf"|pelamar)\s+(?:seorang\s+)?(?:non[\s-]*)?{_FAITH}\b(?!\s+(?:school|bank))|(?:(?<=[,;:(\n•\-] )"
            rf"|(?<=[,;:(\n•])|(?<=^))(?:non[\s-]*)?muslim(?:ah)?\b(?=\s*(?:$|[,.;:)/\n]|diutamakan|usia))"
            rf"|\b(?:wajib\s+)?ber(?:hijab|jilbab)\b|\b(?:bisa|mampu|dapat)\s+(?:mengaji"
            rf"|membaca\s+al\s*-?\s*qur['’]?an)\b|\b{_FAITH}\s+(?:only|preferred|di\s?utamakan)\b)"
        ),
        re.compile(
            r"tanpa\s+membedakan|tidak\s+membedakan|regardless|tanpa\s+memandang|busana|universitas|sekolah\s+islam"
            r"|rumah\s+sakit"
        ),
    ),
    (
        "discrimination.ethnicity",
        "warning",
        re.compile(
            r"(?P<limit>\b(?:bersuku|suku|etnis|keturunan|ras)\s+(?:jawa|sunda|batak|minang|betawi|bugis|madura|bali"
            r"|tionghoa|chinese|china|cina|melayu|dayak|papua|asli|pribumi)\b|\bpribumi\b"
            r"|\bputr[ai](?:/putri)?\s+(?:daerah|asli)\b|\b(?:warga|penduduk|orang)\s+(?:asli|lokal|setempat"
            r"|pribumi)\b|\b(?:chinese|tionghoa|javanese)\s+(?:only|descent|ethnic|preferred|di\s?utamakan)\b"
            r"|\bkhusus\s+(?:chinese|tionghoa)\b)"
        ),
        re.compile(
            r"tanpa\s+membedakan|tidak\s+membedakan|regardless|tanpa\s+memandang|(?:fluent|speak\w*|language|bahasa|mandarin)\W+(?:\w+\W+){0,2}\0"
        ),
    ),
    (
        "discrimination.disability",
        "warning",
        re.compile(
            r"(?P<limit>\b(?:tidak|tanpa|bebas)\s+(?:memiliki\s+|mempunyai\s+|menyandang\s+"
            r"|ada\s+)?(?:cacat(?:\s+(?:fisik|tubuh|mental))?|disabilitas|buta\s+warna|kelainan\s+fisik"
            r"|kekurangan\s+fisik)\b|\btidak\s+berkaca\s*mata\b|\b(?:fisik|jasmani)\s+(?:yang\s+)?(?:normal"
            r"|sempurna)\b|\bno\s+physical\s+(?:defects?|disabilit(?:y|ies))\b|\bnot\s+color\s*-?\s*blind\b"
            r"|\bphysically\s+(?:perfect|normal)\b)"
        ),
        re.compile(r"terbuka|welcome|inklusi"),
    ),
    (
        "discrimination.other",
        "hint",
        re.compile(
            r"(?P<limit>(?:\b(?:graduated?|lulusan|alumni)\s+)?(?:\b(?:from|of|dari)\s*(?:an?\s+)?)?(?:\b|(?<=from)"
            r"|(?<=of))(?:reputable|top|leading|well[ -]known|prestigious|favou?rite)(?:\s*/\s*\w+)?\s+(?:local\s+"
            r"|state\s+|national\s+|\d+\s+)?(?:universit(?:y|ies)|campus|colleges?)\b|(?:\b(?:lulusan"
            r"|dari)\s+)?\b(?:universitas|kampus|perguruan\s+tinggi|univ)\s+(?:negeri\s+)?(?:terkemuka|ternama"
            r"|terbaik|favorit|bergengsi|top)(?:\s+di\s?\w+)?|\bgolongan\s+darah\b|\b(?:zodiak|shio)\b"
            r"|\blulusan\s+(?:ptn|universitas\s+negeri)\b)"
        ),
        None,
    ),
)
