"""A point of an advert → the single things it names: "Menguasai PHP (Laravel), HTML & CSS" is four."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tepat.domain.documents import Span
from tepat.domain.postings.clauses import trim

_LEAD = re.compile(
    r"""(?ix)^(?:[\s,;:.&/()"“'*-]*(?:
      (?:dan|atau|serta|maupun|and|or|as\s+well\s+as|also|juga|dan\s*/\s*atau|plus|etc|dll|dsb)\b
    | (?:kandidat|pelamar|candidates?|applicants?)\s+(?:harus|wajib|must|should|who)?
    | (?:akan\s+)?(?:menjadi|merupakan)?\s*nilai\s+(?:tambah|plus|lebih)\s+(?:jika|bila|apabila|kalau)
    | (?:lebih\s+)?(?:di\s?utamakan|disukai)(?:\s+(?:yang|yg|bagi|untuk|jika|apabila|memiliki|mampu))*  | mengutamakan
      | preferabl[ye] | preferred | ideally | terutama | especially | particularly(?:\s+with)?
    | (?:wajib|harus|must|dapat|bisa|mampu|sanggup|sudah|pernah|akan|should|can|able\s+to
      |ability\s+to(?:\s+work\s+with)?|capable\s+of|kemampuan|kemampuan\s+(?:untuk|dalam))\b
    | (?:kalau|kalo|jika|apabila|memiliki|mempunyai|memilki|punya|possess(?:es)?|have|has|having|with|dengan|adanya|ada
      |memiliki\s+kemampuan(?:\s+(?:dalam|untuk|di\s+bidang))?)\b
    | (?:menguasai|mahir|memahami|mengerti|ngerti|jago|lancar|udah|paham|mengetahui|mengenal|fasih|terbiasa|familiar|familier
    |akrab|terampil
      |cakap|ahli|expert(?:ise)?(?:\s+level)?|skilled|skills?|proficien(?:t|cy)|experti[sz]e
        |knowledgeable|know(?:ing|s)?|understands?|understanding|comprehension|familiarity|competen(?:t|ce|cy)
          |capability|mastery|penguasaan|pemahaman|pengetahuan|knowledge|keahlian|keterampilan|hands[ -]?on|exposure)\b
    | (?:berpengalaman|pengalaman(?:\s+kerja)?|experienced?|experiences|working\s+experience|background)\b
    | (?:good|strong|excellent|solid|basic|deep|in[ -]?depth|great|advanced|extensive|proven|thorough|detailed|sound
      |broad|general|working|practical|technical\s+knowledge|minimum|minimal|at\s+least|min\.?|kuat|baik|dasar|mendalam
      |mendasar|luas|umum)\b
    | (?:penggunaan|menggunakan|mengoperasikan|mengimplementasikan|menerapkan|mengenai|tentang|terkait|terhadap
      |dalam(?:\s+hal)?|di|pada|bidang|untuk|seputar|konsep|prinsip|dasar[ -]dasar|melakukan|bekerja\s+dengan
        |using|use\s+of|in|of|with|on|about|the|a|an|to|for|working\s+with|consuming|concepts?\s+of|fundamentals?\s+of
          |one\s+of|salah\s+satu|minimal\s+salah\s+satu|berbasis|cara|secara|proses|utilizing|building|developing
          |developing\s+with)\b
    | (?:bahasa\s+pemrograman|programming\s+languages?|database|databases|tools?|software|aplikasi|framework|frameworks
      |teknologi|technolog(?:y|ies)|sistem\s+operasi|operating\s+systems?|platform)\s*(?::|(?=[A-Z]))
    )[\s,;:."“]*)+""",
)
_TAIL = re.compile(
    r"""(?ix)[\s,;:.]*(?:\b(?:dan|atau|serta|and|or|dengan\s+(?:sangat\s+)?baik|yang\s+(?:sangat\s+)?(?:baik|kuat
      |relevan|luas|mendalam)|dengan\s+lancar|lainnya|lain|etc|dll|dsb|dst|skills?|with|for|dalam|di|pada|menjadi
      |merupakan|adalah|is|are|will\s+be|would\s+be|an\s+asset
      |(?:akan\s+)?lebih\s+(?:bagus|oke?|keren|mantap)(?:\s+lagi)?|wajib(?:\s+kuat)?
      |(?:lebih\s+)?di\s?utamakan|preferred|optional|(?:is\s+|are\s+)?(?:also\s+)?an?\s+(?:big\s+|added\s+)?(?:plus
      |advantage)|nilai\s+(?:plus|tambah)|secara\s+(?:mandiri|efektif
        |securely)|securely|sejenis(?:nya)?|as\s+well)\b[\s.)]*)+$""",
)
_EXAMPLES = re.compile(
    (
        r"(?i)\b(?:seperti(?:\s+halnya)?|such\s+as|like|including(?:\s+but\s+not\s+limited\s+to)?|include|termasuk"
        r"|e\.?\s?g\.?,?|misal(?:nya)?|contoh(?:nya)?|antara\s+lain|meliputi|yaitu|yakni|diantaranya|namely"
        r"|i\.e\.?)(?!\w)\s*:?\s*"
    ),
)
_SEPARATOR = re.compile(
    (
        r"(?i)\s*[,;•|]\s*|\s+(?:dan\s*/\s*atau|and\s*/\s*or|dan|atau|serta|maupun|and|or|as\s+well\s+as)\s+|\s*&\s*"
        r"|\s+\+\s+|(?<=[A-Za-z+#.)])\s*/\s*(?=[A-Za-z.(])|\s+[-–]\s+"
    ),
)
_WHOLE = re.compile(
    r"(?i)\b(?:tcp\s*/\s*ip|ci\s*/\s*cd|client\s*/\s*server|input\s*/\s*output|a\s*/\s*b|ui\s*/\s*ux"
    r"|pl\s*/\s*sql|t-?sql|r\s*&\s*d|q\s*&\s*a|os\s*/\s*2|drag\s+and\s+drop|hardware\s+(?:and|dan|&"
    r"|/)\s*software\s+(?:installation|troubleshooting)"
    r"|research\s+and\s+development|time\s+to\s+time|end[ -]to[ -]end|routing\s*(?:&|and|dan|/)\s*switching"
    r"|html\s*/\s*css|and\s*/\s*or|dan\s*/\s*atau|24\s*/\s*7|asp\s*\.\s*net|\.\s*net)\b",
)
_NAME = re.compile(r"(?:[A-Z]{3,}|[A-Z]\w+[A-Z]\w*|\b[A-Z]\w*\.\w+)\s*$")
"""The name of a product before its bracket: "AWS (EC2, S3, RDS)" asks for all four."""
_ONE_OF = re.compile(r"(?i)\b(?:salah\s+satu|one\s+of|any\s+of|either|setidaknya\s+satu|at\s+least\s+one)\b")
_OR = re.compile(r"(?i)(?:\batau\b|\bor\b)")


MOST_CHOICES, LONGEST_CHOICE = 4, 110
"""Things, and characters, of a choice that is one thing asked."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing named in a point.

    `alternatives`: True where any one of the things in its group is enough; `choice`: where the span itself names several such.
    """

    span: Span
    alternatives: bool = False
    choice: bool = False
    group: int = 0


def split_items(text: str, clause: Span) -> tuple[Item, ...]:
    """The things named in `clause`, in order; a list in brackets, and examples, stand for their own members."""
    found: list[Item] = []
    asked = _after_colon(text, clause)
    any_of = _ONE_OF.search(text, clause.start, asked.start) is not None
    for group, (part, one_of) in enumerate((part, one_of or any_of) for part, one_of in _parts(text, asked)):
        pieces = [s for s in (_bare(text, piece) for piece in _pieces(text, part)) if s is not None]
        choice = _is_choice(text, clause, pieces) or (one_of and len(pieces) == 2 and _plain_pair(text, part))
        if choice:
            pieces = [Span(pieces[0].start, pieces[-1].end)]
        found.extend(Item(piece, one_of and len(pieces) > 1, choice, group) for piece in pieces)
    return tuple(found)


def _is_choice(text: str, clause: Span, pieces: list[Span]) -> bool:
    """The likes of "at least one of A, B or C" is one thing asked."""
    if not 2 <= len(pieces) <= MOST_CHOICES or pieces[-1].end - pieces[0].start > LONGEST_CHOICE:
        return False
    listed = text[pieces[0].start : pieces[-1].end]
    joined = re.search(r"(?i)\b(?:dan|and|serta)\b|&", listed)
    return joined is None and _ONE_OF.search(text, clause.start, pieces[0].end) is not None


def _plain_pair(text: str, part: Span) -> bool:
    """The likes of "Git atau SVN" is one thing asked; in a longer list each has its own line."""
    words = part.of(text)
    return len(words) <= 70 and not re.search(r"[,/&]|(?i:\bdan\b|\band\b|salah satu|one of)", words)


def _after_colon(text: str, clause: Span) -> Span:
    """In "Java framework : Spring, Hibernate" and the like, what follows the colon is what is asked."""
    lead = re.match(r"[^:;,()]{2,60}?\s*:\s+(?=\S)|[^:;,()]{2,60}?\s*:(?=[A-Z])", clause.of(text))
    return Span(clause.start + lead.end(), clause.end) if lead and lead.end() < clause.end - clause.start else clause


def _parts(text: str, clause: Span) -> Iterator[tuple[Span, bool]]:
    """Stretches without brackets or examples, and whether their members are alternatives."""
    words = clause.of(text)
    at = clause.start
    for bracket in re.finditer(r"\(([^()]*)\)?", words):
        inner = Span(clause.start + bracket.start(1), clause.start + bracket.end(1))
        if not _holds_members(inner.of(text)):
            continue
        head = Span(at, clause.start + bracket.start())
        several = len([p for p in _SEPARATOR.split(inner.of(text)) if p.strip()]) > 2
        kept = _earlier_members(text, head) if several and not _NAME.search(head.of(text)) else head
        if kept is not None:
            yield from _without_examples(text, kept)
        yield from _without_examples(text, inner)
        at = clause.start + bracket.end()
    yield from _without_examples(text, Span(at, clause.end))


def _holds_members(inner: str) -> bool:
    """A bracket with several short things, or one after "e.g.", holds members; an abbreviation or an aside does not."""
    if _EXAMPLES.match(inner.strip()):
        return True
    pieces = [p for p in _SEPARATOR.split(inner) if p.strip()]
    return (
        len(pieces) > 1
        and all(len(p.split()) <= 4 for p in pieces)
        and not re.search(r"(?i)verbal|written|lisan|tulisan|oral|utamakan|prefer|plus|tambah|skala", inner)
    )


def _without_examples(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Where examples follow, they stand for the words before them."""
    words = span.of(text)
    mark = None
    for found in _EXAMPLES.finditer(words):
        if words[found.end() :].strip():
            mark = found
    one_of = bool(_ONE_OF.search(words) or (_OR.search(words) and mark is not None))
    if mark is None:
        yield span, one_of or bool(_OR.search(words) and not re.search(r"(?i),|\bdan\b|\band\b|&", words))
        return
    head = Span(span.start, span.start + mark.start())
    kept = _earlier_members(text, head)
    if kept is not None:
        yield kept, False
    yield Span(span.start + mark.end(), span.end), one_of


def _earlier_members(text: str, head: Span) -> Span | None:
    """The likes of "Windows, Linux dan tools seperti X": what was listed before the collective word stays."""
    separators = [m for m in _SEPARATOR.finditer(text, head.start, head.end) if not _protected(text, head, m.start(), m.end())]
    return Span(head.start, separators[-1].start()) if separators else None


def _pieces(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for separator in _SEPARATOR.finditer(text, span.start, span.end):
        if _protected(text, span, separator.start(), separator.end()) or _in_bracket(text, span, separator.start()):
            continue
        yield Span(at, separator.start())
        at = separator.end()
    yield Span(at, span.end)


def _in_bracket(text: str, span: Span, at: int) -> bool:
    before = text[span.start : at]
    return before.count("(") > before.count(")") and ")" in text[at : span.end]


def _protected(text: str, span: Span, start: int, end: int) -> bool:
    """The likes of "TCP/IP" and "UI/UX" are one thing."""
    return any(
        m.start() <= start and end <= m.end() for m in _WHOLE.finditer(text, max(span.start, start - 30), min(span.end, end + 30))
    )


def _bare(text: str, span: Span) -> Span | None:
    """`span` without the words that lead in or trail off; None where nothing is left that says anything."""
    inner = trim(text, span)
    if inner is None:
        return None
    lead = _LEAD.match(inner.of(text))
    if lead and lead.end() < inner.end - inner.start:
        inner = trim(text, Span(inner.start + lead.end(), inner.end)) or inner
    elif lead:
        return None
    tail = _TAIL.search(inner.of(text))
    if tail and tail.start() > 0:
        inner = trim(text, Span(inner.start, inner.start + tail.start())) or inner
    words = inner.of(text)
    if words.endswith(")") and words.count("(") < words.count(")"):
        inner = Span(inner.start, inner.end - 1)
    if words.startswith("(") and words.count("(") > words.count(")"):
        inner = Span(inner.start + 1, inner.end)
    return inner if re.search(r"\w", inner.of(text)) else None
