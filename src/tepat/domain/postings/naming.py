"""Short names for what is asked: the known name of a skill where the advert's own word is only another spelling of it."""

import re

from tepat.domain.documents import Span
from tepat.domain.skills import SkillMention

LONGEST = 90
_TOKEN = re.compile(r"[a-z0-9+#]+")
_MAKERS = frozenset({"ms", "microsoft", "js", "os", "db", "server", "database"})
SAYS_NOTHING = re.compile(
    r"(?i)^(?:sederajat|setara|umum\w?|teknis\w?|lain\w*|etc|dll|dsb|sejenis\w*|related|relevant|relevan|terkait"
    r"|similar|equivalent(?:\s+experience)?|spoken|others?|bidang\s+terkait|ini|posisi\s+ini|required|skills?|tools?|sistem|system|bahasa"
    r"|level|tugas|kerja|pekerjaan|posisi|aplikasi|it|ti|concepts?|best\s+practices?|yang\s+\w+|baik|kuat|good"
    r"|strong|work|job|urgently\s+hiring|wajib|minimal|years?|tahun|solusi|services?|medium|large|small|efficien\w+|quality"
    r"|(?:both\s+)?(?:non\s+)?verbal|(?:both\s+)?written|oral|lisan|tulisan|tertulis|pasif|aktif|ringkas|jelas|technical(?:ly)?|language"
    r"|configuring|managing|resolving|diagnosing|developing|building|development|functionalit\w+|issues|rich\s+experience"
    r"|(?:is|are|was)\s.*|.*\bis\s+not\s+required|membuat|merancang|melakukan|\w)$",
)
"""Items that ask for nothing by themselves."""


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
