"""How the checks write wordings down: rows of code, severity, pattern, and what around a match makes it harmless."""

import re
from collections.abc import Sequence

from tepat.domain.postings.posting import Severity

Row = tuple[str, Severity, re.Pattern[str], re.Pattern[str] | None]

_BLANK = re.compile(r"\[[^\]]*\]|\(\?<[=!][^)]*\)| [?*]?")
_LONGEST_BLANK = 2

NOT = (
    r"(?:tidak|tdk|td|tak|gak|ga|gk|nggak|ngga|enggak|bukan|bkn|tanpa|bebas(?: dari)?|non|no|not|without|free (?:from|of)|jangan)"
)
ONLY = r"(?:only|saja|aja|doang|wae)"
PREFERRED = (
    r"(?:(?:is |are |lebih |will be )?(?:preferred|prioriti[sz]ed|given priority|di ?(?:utamakan|prioritaskan|sukai|dahulukan)))"
)
WANTED = (
    r"(?:khusus|hanya(?: menerima)?|wajib|harus|mengutamakan|memprioritaskan|prioritas|di ?(?:khususkan|utamakan|prioritaskan)"
    r"|utamakan|lebih disukai|preferably|preferred|prefer|must be|must|only (?:hire|accept|recruit|want)|only)"
)


def wording(code: str, severity: Severity, phrases: Sequence[str], *, unless: str | None = None) -> Row:
    """One row from whole-word phrases in plain, lower-case text; a blank, also in `unless`, stands for any white space."""
    whole = _stretched("|".join(phrases))
    return code, severity, re.compile(rf"(?<!\w)(?P<limit>{whole})(?!\w)"), re.compile(_stretched(unless)) if unless else None


def _stretched(pattern: str) -> str:
    """Blanks, but not those in classes and look-behinds, as runs of white space."""
    return _BLANK.sub(lambda m: m[0] if len(m[0]) > _LONGEST_BLANK else r"\s+" if m[0] == " " else r"\s*", pattern)


def words_of(rows: Sequence[Row]) -> frozenset[str]:
    """The words of three letters or more that the patterns look for: the ones worth disguising."""
    sources = (re.sub(r"\\.|\(\?P<\w+>|\(\?[imsx]+", " ", row[2].pattern) for row in rows)
    return frozenset(word for source in sources for word in re.findall(r"[a-z]{3,}", source))
