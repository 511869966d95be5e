"""How adverts ask for one sex. Both named together ("pria/wanita") limit nobody; nor do goods, leave or plugs."""

import re

from tepat.domain.postings.framing import framed
from tepat.domain.postings.wordings import NOT, ONLY, PREFERRED, WANTED, Row, wording

_MAN = r"(?:pria|laki\s*-?\s*laki|laki2?|lakik|lelaki|cowok?2?|males?(?!\s*-?\s*dominated)|man\s+only|men\s+only|lk)"
_WOMAN = r"(?:wanita|perempuan|cewek?2?|females?|women\s+only|woman\s+only|pr(?=\s+(?:saja|aja|only)))"
_SEVERAL = (
    r"(?:men|man|boys?|guys?|gentlem[ae]n|lads?|kaum\s+adam|mas[ -]mas|bapak[ -]bapak|abang[ -]abang|ikhwan"
    r"|putra(?!\s+(?:daerah|asli)|\s*/))"
)
_SEVERAL_WOMEN = (
    r"(?:women|woman|girls?|gals?|ladies|lady|kaum\s+hawa|mbak[ -]mbak|ibu[ -]ibu|karyawati|ukhti(?:[ -]ukhti)?|akhwat"
    r"|putri(?!\s+(?:daerah|asli)|\s*/))"
)
_ANY_MAN, _ANY_WOMAN = rf"(?:{_MAN}|{_SEVERAL})", rf"(?:{_WOMAN}|{_SEVERAL_WOMEN})"
_ANY = rf"(?:{_ANY_MAN}|{_ANY_WOMAN})"
_PLAIN = rf"(?:{_MAN}|{_WOMAN})"
_JOIN = r"\s*(?:/|,|&|\+|-|dan|atau|maupun|serta|or|and|\()\s*"
_SEX_LEFT = (
    r"(?:(?<=^)|(?<=\n)|(?<=[✅✓✔☑➤►★➢◆■□‣◦∙]\s)|(?<=[✅✓✔☑➤►★➢◆■□‣◦∙])|"
    r"(?<=[.,;:(\-•●▪*/>!]\s)|(?<=[.,;:(\-•●▪*>!])|(?<=\d[.)]\s)|(?<=jenis kelamin )|(?<=kelamin: "
    r")|(?<=gender )|(?<=khusus )|(?<=hanya )|(?<=utamakan )|(?<=seorang )|(?<=kandidat )|(?<=dicari )|(?<=pelamar )"
    r"|(?<=karyawan )|(?<=dibutuhkan )|(?<=menerima )|(?<=kualifikasi )|(?<=persyaratan )|(?<=syarat )"
    r"|(?<=single )|(?<=orang )|(?<=tenaga )|(?<=requirements ))"
)
_SEX_RIGHT = (
    r"(?=\s*(?:$|\n|[,.;:)!•●▪*]|-\s|usia|umur|max|maks|min|diutamakan|di\s+utamakan|lebih\s+disukai|only|preferred"
    r"|single|lajang|belum|sehat|berpenampilan|good\s+looking|berusia|pendidikan|lulusan|memiliki|mampu|domisili"
    r"|berdomisili|\d|s1\b|d3\b|sma\b|smk\b|with|age|aged|candidates?|dengan|dan|yang|untuk|muslim|berhijab|siap|bersedia))"
)
_GOODS = (
    r"(?:pakaian|busana|sepatu|fashion|produk|kosmetik|tas|parfum|toilet|asrama|toko|majalah|perawatan|pemberdayaan|kesetaraan"
    r"|cuti|laktasi|melahirkan|haid|aplikasi|sistem|klien|beasiswa|komunitas|kesehatan|konektor|connectors?|hdmi|adapters?|plugs?"
    r"|\brs|rumah\s+sakit|sekolah|schools?|shop|data|laporan|regardless|equal)"
)
_BOTH = re.compile(
    rf"\b{_ANY_MAN}\b{_JOIN}(?:\w+\s+){{0,1}}{_ANY_WOMAN}\b|\b{_ANY_WOMAN}\b{_JOIN}(?:\w+\s+){{0,1}}{_ANY_MAN}\b"
    rf"|{_GOODS}(?:\s+\w+){{0,4}}[\s\0]+(?:bagi\s+|untuk\s+|khusus\s+|\w+\s+)?\0?(?:{_ANY}|\w+\s+{_ANY})"
    r"|\0\s+(?:to\s+)?(?:\w+\s+)?(?:konektor|connector|hdmi|adapter)"
    rf"|\b{_ANY}\0?\s+(?:dan|&|and)\s+anak"
)
_PEOPLE = (
    r"(?:staff?|teknisi|admin|karyawan|pegawai|kandidat|pelamar|tenaga|operator|programmer|developer|sales|kasir|candidates?"
    r"|applicants?|employees?|technicians?)"
)

SEX: tuple[Row, ...] = (
    (
        "discrimination.sex",
        "warning",
        re.compile(
            rf"{_SEX_LEFT}(?P<limit>(?:khusus\s+|hanya\s+|di\s?utamakan\s+)?{_PLAIN}"
            rf"(?:\s+(?:lebih\s+)?(?:di\s?utamakan|disukai|only|preferred))?){_SEX_RIGHT}"
        ),
        _BOTH,
    ),
    (
        "discrimination.sex",
        "warning",
        re.compile(rf"(?P<limit>\b(?:jenis\s+kelamin|gender|sex)\s*(?:[:=]?\s*{_PLAIN}|[:=]\s*[mflp])\b(?!\s*[/&,]))"),
        _BOTH,
    ),
    framed("discrimination.sex", "warning", [rf"(?:{_PLAIN}|gentlem[ae]n|lad(?:y|ies)|cewe|cwk|cwo)"], unless=_BOTH.pattern),
    wording(
        "discrimination.sex",
        "warning",
        [
            (
                rf"{WANTED} (?:(?:untuk|bagi|menerima|pelamar|kandidat|seorang|an?|kaum) ){{0,2}}{_ANY}(?:"
                r" (?:applicants?|candidates?))?"
            ),
            (
                rf"{_ANY} (?:candidates? |applicants? |staff )?(?:{ONLY}|{PREFERRED}|dilarang|need not|not accepted"
                r"|encouraged|are not|not suitable|tidak cocok)"
            ),
            rf"(?:terbuka|open) (?:untuk|for|to|bagi) {_ANY}",
            rf"(?:mencari|cari|dicari|butuh|dibutuhkan|looking for|we need|need|seeking|wanted) (?:\w+ ){{0,2}}?{_ANY}",
            rf"who (?:is|are) {_PLAIN}|{NOT} {_ANY}(?: please)?",
            rf"{_PEOPLE} {_PLAIN}",
            rf"{_PLAIN} (?:{_PEOPLE}|only)",
        ],
        unless=_BOTH.pattern,
    ),
)
