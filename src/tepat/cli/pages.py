"""A shortlist as one self-contained HTML page: no request leaves it, so it can be mailed, printed and kept."""

from dataclasses import dataclass
from importlib.resources import files

from django.template import Context, Engine
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tepat.cli.shortlist import Candidate, Shortlist, name_of
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.verdicts import RequirementMatch, Verdict
from tepat.services.wording.documents import flag_message, unreadable_message
from tepat.services.wording.matches import reason_words, verdict_word
from tepat.services.wording.postings import clarity_message
from tepat.templatetags.marks import Mark, marked

STYLES = ("reset", "tokens", "base", "components/verdict", "components/evidence", "pages/shortlist-file")
SHOWN_QUOTES = 2
"""Quotes shown of each requirement: the first two say it, the rest stand in the JSON."""
VERDICTS: tuple[Verdict, ...] = ("met", "partly", "not_stated", "contradicted")


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement as shown: `quotes` are (number of the evidence, words)."""

    label: str
    importance: str
    verdict: Verdict
    word: str
    why: str
    quotes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One candidate as shown; `text` is empty where names are hidden, since a CV names its person throughout."""

    rank: int
    name: str
    musts: str
    musts_asked: tuple[Asked, ...]
    nice_asked: tuple[Asked, ...]
    talk_asked: tuple[Asked, ...]
    flags: tuple[str, ...]
    twin: str | None
    text: SafeString | str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template shows."""

    language: str
    title: str
    employer: str | None
    city: str | None
    clarity: str
    doubtful: bool
    verdicts: tuple[tuple[str, str], ...]
    candidates: tuple[Shown, ...]
    unreadable: tuple[tuple[str, str], ...]


def write_page(found: Shortlist, knowledge: Knowledge, *, lang: str) -> str:
    """The page as HTML."""
    posting = found.posting
    page = Page(
        language=lang,
        title=posting.title or found.file,
        employer=posting.employer,
        city=posting.city or posting.region,
        clarity=clarity_message(posting.clarity.verdict, posting.clarity.params, knowledge=knowledge),
        doubtful=posting.clarity.verdict in {"mismatch", "two_roles"},
        verdicts=tuple((code, verdict_word(code)) for code in VERDICTS),
        candidates=tuple(_shown(number, c, blind=found.blind) for number, c in enumerate(found.candidates, 1)),
        unreadable=tuple((file, unreadable_message(answer)) for file, answer in found.unreadable),
    )
    package = files("tepat")
    engine = Engine(
        dirs=[str(package / "templates")],
        libraries={"i18n": "django.templatetags.i18n"},
        builtins=["django.templatetags.i18n"],
    )
    css = "\n".join((package / "static" / "css" / f"{name}.css").read_text() for name in STYLES)
    symbols = "".join(line for line in (package / "static" / "img" / "icons.svg").read_text().splitlines() if _is_verdict(line))
    context = Context({"page": page, "css": SafeString(css), "symbols": SafeString(symbols)})
    return str(engine.get_template("shortlist/page.html").render(context))


def _is_verdict(line: str) -> bool:
    return any(f'<symbol id="{code}"' in line for code in VERDICTS)


def _shown(rank: int, candidate: Candidate, *, blind: bool) -> Shown:
    numbers, marks, asked = _numbered(candidate), [], []
    for found in candidate.match.requirements:
        quotes = [(numbers[e.start], e) for e in found.evidence[:SHOWN_QUOTES]]
        marks += [Mark(e.start, e.end, number, found.verdict) for number, e in quotes]
        asked.append(_asked(found, tuple((number, e.quote) for number, e in quotes)))
    text = marked(candidate.reading.extracted.text, marks)
    met, total = candidate.match.count("met", "must"), candidate.match.total("must")
    return Shown(
        rank=rank,
        name=name_of(rank, candidate, blind=blind) or candidate.file,
        musts=_("%(met)s of %(total)s musts met") % {"met": met, "total": total},
        musts_asked=tuple(a for a in asked if a.importance == "must"),
        nice_asked=tuple(a for a in asked if a.importance == "nice"),
        talk_asked=tuple(a for a in asked if a.importance == "talk"),
        flags=tuple(flag_message(w.code, w.params) for w in candidate.reading.profile.flags),
        twin=None if blind else candidate.duplicate_of,
        # Numbers begin anew with each candidate, so their anchors carry the rank.
        text="" if blind else SafeString(text.replace('id="bukti-', f'id="c{rank}-bukti-')),
    )


def _numbered(candidate: Candidate) -> dict[int, int]:
    """Places of the CV numbered in the order of its text; what begins at the same letter shares a number."""
    starts = {e.start for found in candidate.match.requirements for e in found.evidence[:SHOWN_QUOTES]}
    return {start: number for number, start in enumerate(sorted(starts), 1)}


def _asked(found: RequirementMatch, quotes: tuple[tuple[int, str], ...]) -> Asked:
    return Asked(
        label=found.requirement.label,
        importance=found.group,
        verdict=found.verdict,
        word=verdict_word(found.verdict),
        why=reason_words(found.reason.code, found.reason.params),
        quotes=quotes,
    )
