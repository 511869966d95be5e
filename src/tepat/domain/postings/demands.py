"""What a single point of an advert asks for, kind by kind: patterns in Indonesian and English, and the readers built on them."""

import re
from dataclasses import dataclass

from tepat.domain.documents import Span

FRESH = re.compile(
    (
        r"(?i)fresh\s*-?\s*graduates?|lulusan\s+baru|baru\s+lulus|no\s+experience\s+(?:required|needed)"
        r"|(?:prior\s+)?experience\s+is\s+not\s+required|tidak\s+(?:diperlukan|perlu|wajib"
        r"|harus)\s+(?:ber)?pengalaman|(?:tanpa|belum\s+(?:ber|memiliki\s+|ada\s+))\s*pengalaman|non\s+pengalaman"
    ),
)
_NOT_FRESH = re.compile(r"(?i)(?:bukan|no|not)\s+(?:for\s+)?fresh|fresh\s*graduates?\s+(?:are\s+)?(?:not|tidak)")
_NUMBER_WORDS = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "enam": 6,
    "setahun": 1,
    "seven": 7,
    "ten": 10,
    "eight": 8,
}
_YEARS = re.compile(
    r"(?ix)(?P<low>\d{1,2}(?:[.,]5)?|"
    + "|".join(_NUMBER_WORDS)
    + r")\s*(?:\(\s*\w+\s*\))?\s*(?P<first_unit>bulan|months?|tahun|thn|th|years?"
    r"|yrs?)?(?:\s*\(s\))?\s*\+?\s*(?:(?:-|–|to|s/d|s\.d|sampai|hingga|up\s+to)\s*\d{1,2}\s*)?\+?[\s-]*"
    r"(?P<unit>tahun|thn\b|th\b|years?\s*(?:\(s\))?|yrs?\b|yr\b|bulan|bln\b|months?)?",
)
_AND_MONTHS = re.compile(r"(?i)\s*(?:dan\s+|and\s+)?(?P<months>\d{1,2})\s*(?:bulan|bln|months?)\b")
_MONTHS_LABELLED = re.compile(r"(?i)\(?\b(?:dalam\s+|in\s+)?(?:bulan|bln|months?)\)?\s*[:=]\s*(?P<months>\d{1,3})\b")
_LABELLED = re.compile(r"(?i)(?:pengalaman(?:\s+kerja)?|experience)\s*:\s*[-•*o]?\s*$")
_BARE_YEARS = re.compile(
    r"(?i)^\W*(?:(?:minimal|minimum|min|of|at\s+least|lebih\s+dari|more\s+than|over|sudah|udah|dah|telah|punya|memiliki|have)\W+)*"
    r"(?P<years>\d{1,2}\s*\+?\s*(?:(?:-|–|to|sampai)\s*\d{1,2}\s*\+?\s*)?(?:tahun|thn|th|years?|yrs?)\b)(?!\s*(?:old|kontrak"
    r"|contract|ikatan|dinas|garansi|pkwt))"
    r"(?=\W+(?:of|as|in|sebagai|sbg|di|pada|jadi|ngoding|coding|main|pegang|menangani|handle|kerja|bekerja|running|building"
    r"|working|hands)\b)"
)
"""Years that open a point and go on with the work: "3+ tahun ngoding backend"."""
EXPERIENCE = re.compile(r"(?i)pengalaman|experience|berpengalaman|\bexp\b")
_SECTOR = re.compile(
    (
        r"(?i)\b(?:industri|industry|sector|sektor|perusahaan|company|perbankan|banking|manufak\w*|retail"
        r"|bidang\s+(?!it\b|jaringan|networking)|kosmetik|fmcg|rumah\s+sakit|hospital|leader|supervisor|lead\b"
        r"|memimpin|leading|managing\s+(?:a\s+)?team|proyek|projects?\b|posisi|position|role|sejenis|yang\s+sama"
        r"|related\s+field|sebagai|as\s+an?\b)"
    ),
)
LANGUAGES: tuple[tuple[str, str], ...] = (
    ("English", r"(?:ber)?(?:bahasa|bhs\.?|basa)\s*(?:asing\s*\(?\s*)?inggris|\benglish\b|\btoefl\b|\btoeic\b|\bielts\b"),
    ("Mandarin", r"(?:bahasa|bhs\.?)?\s*\bmandarin\b|\bchinese\b"),
    ("Japanese", r"(?:bahasa|bhs\.?)\s+jepang|\bjapanese\b|\bjlpt\b"),
    ("Korean", r"(?:bahasa|bhs\.?)\s+korea|\bkorean\b"),
    ("Arabic", r"(?:bahasa|bhs\.?)\s+arab\b|\barabic\b"),
    ("German", r"(?:bahasa|bhs\.?)\s+jerman|\bgerman\b"),
    ("French", r"bahasa\s+(?:prancis|perancis)|\bfrench\b"),
    ("Dutch", r"bahasa\s+belanda|\bdutch\b"),
    (
        "Indonesian",
        (
            r"bahasa\s+indonesia|\bindonesian\b|\bbahasa\b(?!\s+(?:pemrograman|program|inggris|asing|mandarin|jepang"
            r"|korea|arab|jerman|p[e]?rancis|belanda|daerah|tubuh|query|yang|lain|sql|c\b|java|php"
            r"|python))(?=\s*(?:[,.;)]|$|and|dan|\())"
        ),
    ),
    ("Javanese", r"bahasa\s+jawa\b|\bjavanese\b"),
    ("Sundanese", r"bahasa\s+sunda\b|\bsundanese\b"),
)
_LANGUAGE = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in LANGUAGES)
_OTHER_LANGUAGE = re.compile(
    r"(?i)\b(?:additional|other|second|foreign)\s+languages?\b|bahasa\s+asing(?!\s*\(?\s*inggris)|bahasa\s+daerah"
)
_LANGUAGE_LEVEL = re.compile(
    r"(?i)\b(?:fluent|fluency|lancar|fasih|aktif(?:\s*(?:dan|&|/|maupun)\s*pasif)?|pasif|lisan(?:\s*(?:dan|&|/"
    r"|maupun)\s*tulis(?:an)?)?|written|spoken|conversational|business\s+level|native|intermediate|advanced|n[1-5]"
    r"|hsk\s*\d|toefl\s*\d{3})\b"
)
LICENCE = re.compile(
    r"(?i)\bsim\s*-?\s*(?:[abcd]\d?\b(?:\s*(?:/|,|&|dan|atau|or|and)\s*(?:sim\s*)?[abc]\d?\b)*|umum\b)|(?<=memiliki "
    r")sim\b(?!\s*card)|\bsurat\s+izin\s+mengemudi(?:\s*\(sim\))?(?:\s+[abc]\b)?|\bdriv(?:ing"
    r"|er['’]?s?)\s+licen[cs]e(?:\s+[abc]\b)?|\bsio\b(?=\s|$)"
)
DRIVING = re.compile(r"(?i)\b(?:me)?nyetir\b(?:\s+(?P<what>mobil|motor))?|\bmengemudi(?:kan)?\b(?:\s+(?P<which>mobil|motor))?")
CERTIFICATE = re.compile(r"(?i)\b(?:ber)?sertifika(?:t|si)\w*|\bcertifi(?:ed|cate|cates|cation|cations)\b|\blisensi\b")
PLACEMENT = re.compile(
    (
        r"(?i)(?:bersedia|siap|willing(?:ness)?|mau|ready)?\s*(?:untuk\s+|to\s+(?:be\s+)?)?(?:di\s?tempatkan"
        r"|penempatan(?:\s+kerja)?|di\s?tugaskan(?=\s+(?:di|ke)\s+[A-Z])|placed|be\s+based|based\s+in|relocate"
        r"|relokasi|stationed|located)\b|\b(?:ber)?domisili\b|\bdomiciled?\b|bertempat\s+tinggal|tinggal\s+di\b"
        r"|\bresid(?:e|ing)\s+in\b|lokasi\s+(?:kerja|penempatan)|lokasi\s+kantor|tempat\s+bekerja"
        r"|work(?:ing)?\s+location|\bwfo\b|work\s+(?:from|at)\s+(?:the\s+)?office|work(?:ing)?\s+on[ -]?site"
    ),
)
AVAILABILITY = re.compile(
    r"(?i)\bshift(?:ing|s)?\b|\blembur\b|over\s?time|\bon[ -]?call\b|stand\s?by|\bdinas\b|luar\s+kota"
    r"|business\s+trip|\btravel(?:l?ing)?\b|mobilitas\s+tinggi|secara\s+mobile|\bmobile\s+work|\bmobile\s+ke"
    r"|join\s+(?:asap|immediately|as\s+soon)|(?:segera|secepatnya)\s+bergabung|bergabung\s+(?:segera|secepatnya)"
    r"|start\s+immediately|immediately\s+(?:available|join)|hari\s+(?:libur|raya|minggu|sabtu)"
    r"|weekend|after\s+office\s+hour|di\s+luar\s+jam\s+kerja|24\s*/\s*7|jam\s+(?:kerja\s+)?fleksibel"
    r"|full[ -]?time|part[ -]?time|6\s+hari\s+kerja|rolling|rotasi|kerja\s+lapangan|kantor2?\s+cabang|ditugaskan"
    r"|night\s+shift|malam\s+hari|willing\s+to\s+contract|sistem\s+kontrak|long\s+term|kontrak\s+\d"
    r"|working\s+hours",
)
WILLING = re.compile(
    r"(?i)\b(?:bersedia|siap|sanggup|mau|willing(?:ness)?|ready|open\s+to|able\s+to\s+(?:join|work|travel|start)"
    r"|available|tersedia|must\s+be\s+able\s+to\s+start|comfortable\s+(?:working|with))\b"
)
SOFT = re.compile(
    r"(?i)komunika|communicat|kerja\s?sama|kerjasama|bekerja\s?sama|team\s?work|team\s*player"
    r"|\bdalam\s+(?:sebuah\s+)?(?:tim|team)\b|dengan\s+(?:tim|team)\b|secara\s+tim|\bin\s+(?:a\s+)?teams?\b"
    r"|secara\s+(?:mandiri|individu\w*)|individu\b|independen|mandiri|jujur|disiplin|teliti|rajin|cekatan|sopan"
    r"|ramah|tanggung\s?jawab|responsib|inisiatif|initiative|proaktif|proactive|responsive|responsif|kreatif"
    r"|creativ|inovati|innovati"
    r"|analitis|analitik|analytic|analisa|analisis(?!\s+(?:data|sistem|jaringan|kebutuhan|bisnis))"
    r"|problem[ -]?solv|memecahkan\s+masalah|pemecahan\s+masalah|logika|logical|critical\s+thinking|berpikir"
    r"|pola\s+pikir|detail[ -]?orient|detail\b|attention\s+to|time\s+management|manajemen\s+waktu|multi\s?-?task"
    r"|tekanan|under\s+pressure|pressure|target\b|deadline|datelines|tight\b|fast[ -](?:paced|response|learn)"
    r"|cepat\s+belajar|belajar|willing(?:ness)?\s+to\s+learn|learn(?:ing|er)?\b|self[ -]?(?:motivat|start|driven"
    r"|learn)|motivat|motivasi|semangat|passion|antusias|enthusias"
    r"|leadership|kepemimpinan|memimpin|interpersonal|negosiasi|negotiat|presentasi|presentation"
    r"|organi[sz]ation(?:al)?\s+skill|organized|adapt|beradaptasi|fleksibel|flexib|attitude|kepribadian"
    r"|personality|etos\s+kerja|work\s+ethic|integrit|loyal|berorientasi|oriented|pekerja\s+keras|hard\s?work"
    r"|ulet|tekun|energ|enerjik|dinamis|dynamic|kooperatif|cooperat|service\s+orient|customer\s+(?:focus|orient)|melayani"
    r"|emosi|stres|mendengarkan|listening|out\s+of\s+the\s+box|can[ -]do|curious|sociable|berkelakuan"
    r"|tepat\s+waktu|punctual|cerdas|smart|bermotivasi|rapih?\b|sehat\b|health|kesehatan|cek\s*medis|vaksin"
    r"|vaccin|\bktp\b|npwp|skck|laptop\s+(?:pribadi|sendiri)|kendaraan|own\s+(?:laptop|vehicle|motorcycle)"
    r"|motor\s+(?:pribadi|sendiri)|relationship|planning\s+ability|confident|percaya\s+diri|agile\s+mindset"
    r"|positive|mature|dewasa|goal|result|willingness|good\s+character|thinker|inquisitive|thoughtful|berani"
    r"|humble|commit|komitmen|persuasif|sense\s+of|attention|simultan|environment|extended\s+hours|as\s+(?:a\s+)?team\b",
)
TECHNICAL = re.compile(
    (
        r"(?i)\b(?:network\w*|jaringan|server|database|hardware|software|troubleshoot\w*|program\w*|coding"
        r"|pemrograman|install\w*|instalasi|konfigurasi|configur\w*|sistem\s+operasi|operating\s+system|komputer"
        r"|computer|printer|cctv|cloud|security|keamanan|aplikasi|application|data\b|web|api|framework|sql|devops"
        r"|testing|desain|design|audit|windows|linux|excel|office|ticketing|helpdesk|maintenance|backup|teknis"
        r"|technical)\b"
    ),
)
NOT_A_DEMAND = re.compile(
    r"(?i)^(?:(?:kirim|send|apply|lamar|email|e-mail|hubungi|contact|whatsapp|wa\b|link|https?:|<url>|note\b|catatan|urgent"
    r"|benefit|gaji|salary|rp\.?\s*\d|tanggal\s+mulai|mencari\s+kandidat|(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu)\s*:"
    r"|(?:status\s+)?kontrak\s*:|pkwtt?\b|kartu\s+izin\s+tinggal|seluruh\s+proses|join\s+(?:us|our)|job\s+(?:vacancy|summary"
    r"|type)|we\s+(?:are|offer|will)|our\s+"
    r"|you\s+(?:will|are)\b|kami\s|this\s|these\s|as\s+an?\s|the\s+ideal|ini\s|tersedia\s+jam|please|bring\s|sil[ae](?:h)?kan"
    r"|upload)"
    r"|(?:umum|teknis|khusus|technical|general|persyaratan|kualifikasi|qualifications?|requirements?|pengalaman|experiences?"
    r"|pendidikan|education|skills?|keahlian|language|bahasa)\W*$)",
)
"""Points that speak of the advert or of applying, and labels alone on their line."""


LONGEST_CAREER = 300
"""Months; more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class ExperienceDemand:
    """Least total in months (None: no figure) and the phrase that says it."""

    months: int | None
    span: Span


def find_experience(text: str, clause: Span) -> ExperienceDemand | None:
    """The experience a point asks for. Years alone count only beside a word for experience; ranges give their lower end."""
    words = clause.of(text)
    speaks = EXPERIENCE.search(words) or _LABELLED.search(text, max(0, clause.start - 40), clause.start)
    fresh = FRESH.search(words)
    if fresh and not _NOT_FRESH.search(words):
        return ExperienceDemand(0, Span(clause.start + fresh.start(), clause.start + fresh.end()))
    if not speaks:
        return _bare_years(words, clause)
    if labelled := _MONTHS_LABELLED.search(words):
        start = min(speaks.start(), labelled.start()) if speaks.re is EXPERIENCE else labelled.start()
        return ExperienceDemand(int(labelled["months"]), Span(clause.start + start, clause.start + labelled.end()))
    for match in _YEARS.finditer(words):
        unit = match.group("first_unit") or match.group("unit")
        if (
            unit is None
            or re.search(r"(?i)(?:usia|umur|age)\W+(?:\w+\W+){0,2}$", words[: match.start()])
            or re.match(r"(?i)\s*old\b", words[match.end() :])
        ):
            continue
        months, ends = _months_asked(words, match, unit)
        if months <= LONGEST_CAREER:
            inside = speaks.re is EXPERIENCE
            start, end = (min(match.start(), speaks.start()), max(ends, speaks.end())) if inside else (match.start(), ends)
            if end - start > 110:
                start, end = match.start(), match.end()
            return ExperienceDemand(months, Span(clause.start + start, clause.start + len(words[:end].rstrip(" +-"))))
    return ExperienceDemand(None, Span(clause.start + speaks.start(), clause.end)) if speaks.re is EXPERIENCE else None


def _bare_years(words: str, clause: Span) -> ExperienceDemand | None:
    """The experience asked where no word for it stands there."""
    match = _BARE_YEARS.match(words)
    amount = _YEARS.match(words, match.start("years")) if match else None
    if match is None or amount is None:
        return None
    months, _ = _months_asked(words, amount, "tahun")
    start, end = match.span("years")
    return ExperienceDemand(months, Span(clause.start + start, clause.start + end)) if months <= LONGEST_CAREER else None


def _months_asked(words: str, match: re.Match[str], unit: str) -> tuple[int, int]:
    """Months of "1 tahun 6 bulan" and the like, and where the phrase ends."""
    value = match.group("low").lower().replace(",", ".")
    number = float(value) if value[0].isdigit() else float(_NUMBER_WORDS[value])
    if unit.lower().startswith(("bulan", "bln", "month")):
        return round(number), match.end()
    more = _AND_MONTHS.match(words, match.end())
    return round(number * 12) + (int(more["months"]) if more else 0), (more or match).end()


def names_sector(words: str) -> bool:
    """True where the experience asked is of a sector, a rank or a project rather than of a product."""
    return _SECTOR.search(words) is not None


def find_languages(text: str, clause: Span) -> tuple[tuple[str, str | None, Span], ...]:
    """(English name of the language or "Other", level as written, phrase) for each language a point asks for."""
    words = clause.of(text)
    level = _LANGUAGE_LEVEL.search(words)
    found = []
    for name, pattern in _LANGUAGE:
        match = pattern.search(words)
        if match:
            left = len(match.group()) - len(match.group().lstrip())
            found.append(
                (name, level.group() if level else None, Span(clause.start + match.start() + left, clause.start + match.end()))
            )
    other = _OTHER_LANGUAGE.search(words)
    if other:
        found.append(("Other", None, Span(clause.start + other.start(), clause.start + other.end())))
    return tuple(sorted(found, key=lambda f: f[2]))


def find_licences(text: str, clause: Span) -> tuple[tuple[str, Span], ...]:
    """(label, phrase) of each licence a point names; who must drive and is told no licence needs the one for it."""
    named = tuple(
        (" ".join(match.group().upper().split()), Span(match.start(), match.end()))
        for match in LICENCE.finditer(text, clause.start, clause.end)
    )
    driving = DRIVING.search(text, clause.start, clause.end)
    if named or driving is None:
        return named
    letter = {"mobil": " A", "motor": " C"}.get((driving["what"] or driving["which"] or "").casefold(), "")
    return ((f"SIM{letter}", Span(driving.start(), driving.end())),)
