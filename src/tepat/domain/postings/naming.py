"""Short names for what is asked: the known name of a skill where the advert's own word is only another spelling of it."""

import re

from tepat.domain.documents import Span
from tepat.domain.skills import SkillMention

LONGEST = 90
_TOKEN = re.compile(r"[a-z0-9+#]+")
_MAKERS = frozenset({"ms", "microsoft", "js", "os", "db", "server", "database"})
SAYS_NOTHING = re.compile(
    r"(?i)^(?:sederajat|setara|umum\w?|teknis\w?|lain\w*|etc|dll|dsb|sejenis\w*|related|relevant|relevan|terkait"
    r"|similar|equivalent(?:\s+experience)?|spoken|others?|bidang\s+terkait|ini|posisi\s+ini|required|skills?|tools?|sistem"
    r"|system|bahasa"
    r"|level|tugas|kerja|pekerjaan|posisi|aplikasi|it|ti|concepts?|best\s+practices?|yang\s+\w+|baik|kuat|good"
    r"|strong|work|job|urgently\s+hiring|wajib|minimal|years?|tahun|solusi|services?|medium|large|small|efficien\w+|quality"
    r"|(?:both\s+)?(?:non\s+)?verbal|(?:both\s+)?written|oral|lisan|tulisan|tertulis|pasif|aktif|ringkas|jelas"
    r"|technical(?:ly)?|language"
    r"|configuring|managing|resolving|diagnosing|developing|building|development|functionalit\w+|issues|rich\s+experience"
    r"|(?:ber)?usia\b.*|umur\b.*|laki\W*laki|pria|wanita|perempuan|(?:fe)?male|wni|warga\s+negara\s+indonesia|.*\bdihukum\b.*"
    r"|motor|mobil|laptop(?:\s+(?:sendiri|pribadi))?|one|\w+\s+field|ktp|npwp|skck|rp\b.*|[\d.,]+\s*(?:jt|juta|rb|ribu)\b.*|tempat|kantor|industri|industry"
    r"|perusahaan|company|example|com|id"
    r"|degrees?|additional|techniques?|principles?|standards?|methodolog(?:y|ies)|integrations?|reviews?|tasks?|problems?"
    r"|markets?|information|costs?"
    r"|effective(?:ly)?|maintainable|scalable|clean|concise|readable|testable|efficient|reliable|robust|regulations?"
    r"|technolog(?:y|ies)"
    r"|environments?|practices|processes|procedures|requirements?|features|performance|business|users?|customers?|clients?"
    r"|stakeholders?|teams?"
    r"|projects?|products?|modules?|speaking|writing|reading|listening|(?:associated|other|new|latest|various)\s+\w+"
    r"|\w+\s+(?:terkait|lainnya)"
    r"|kebutuhan|informasi|masalah|teknologi|kinerja|hasil|proses|perangkat|lingkungan|sebelumnya.*|(?:write|writing)\s+clean"
    r"|(?:is|are|was)\s.*|.*\bis\s+not\s+required|membuat|merancang|melakukan|\w)$",
)
"""Items that ask for nothing by themselves."""

LONE_ACT = re.compile(
    r"(?i)^(?:pasang|pemasangan|setting|set\s?up|instal\w*|installation|installing|maint[ae]i?n[ae]nce|perawatan|pemeliharaan"
    r"|konfigurasi|configuration|configuring|debug(?:ging)?|troubleshoot(?:ing)?|testing|tests?|uji|design|desain|coding"
    r"|implement(?:asi|ation)|analysis|analisa|perbaikan|repair(?:s|ing)?|recovery|support|upgrade|migrasi|migration|planning"
    r"|documentation|dokumentasi|deployment|monitoring)$",
)
"""What is done to the thing named beside it: "instalasi, perawatan dan perbaikan jaringan" asks for one skill."""
_FUNCTION_WORD = re.compile(
    r"(?i)\b(?:yang|yg|untuk|dengan|dgn|dari|pada|sesuai|agar|sebagai|apa|the|of|to|for|with|within|from|that|who|be|our|your"
    r"|all)\b"
)
_DOING = re.compile(
    r"(?i)^(?:identif(?:y|ies)|prioriti[sz]e|manage|interpret|address|recommend|define|perform|write|develop|deliver"
    r"|analy[sz]e|communicate"
    r"|collaborate|coordinate|work|build|create|find|resolve|repair|review|explain|learn|adapt|handle|think|meet|provide"
    r"|support|lead|execute|drive"
    r"|maintain|translate|ensure|improve|make|take|follow|solve|organi[sz]e|present|report|balance|influence|challenge"
    r"|contribute|negotiate|estimate"
    r"|me(?:m|n|ng|ny|l|r|w)[a-z]{3,}|ber[a-z]{4,}|bekerja|bikin|ikut|jadi)\b\s*"
)
_LONG_PHRASE, _LONG_NAME = 4, 5


def is_phrase(words: str, *, technical: bool = False) -> bool:
    """True where the words say something in a sentence rather than name a thing. `technical`: they speak of IT all the same."""
    if technical:
        return len(words.split()) > _LONG_NAME
    return len(words.split()) >= _LONG_PHRASE or _FUNCTION_WORD.search(words) is not None or _DOING.match(words) is not None


def short_label(text: str, span: Span) -> str:
    """The words at `span` on one line, cut at a word after 90 characters."""
    words = " ".join(span.of(text).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 2].rsplit(" ", 1)[0] + "…"


def skill_label(mention: SkillMention) -> str:
    """The known name ("Microsoft Excel" for "Ms. Excel"); the advert's own word where it names something else ("Fortinet")."""
    written, name = " ".join(mention.written.split()), mention.skill.name
    if not any(c.isupper() or c.isdigit() for c in written):
        return name
    own, known = _squeezed(written), _squeezed(name)
    if own in known or known in own or known.startswith(own[:4]) or not own:
        return name
    rest = set(_TOKEN.findall(written.casefold())) - _MAKERS
    return name if rest and rest <= set(_TOKEN.findall(name.casefold())) else written


def _squeezed(words: str) -> str:
    return "".join(_TOKEN.findall(words.casefold()))
