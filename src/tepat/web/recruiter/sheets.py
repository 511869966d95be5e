"""One application as a reader sees it: the CV's text with numbered marks, and what is asked with what proves it."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tepat.domain.cv.paragraphs import Block, blocks_of
from tepat.domain.documents import Span
from tepat.domain.privacy import blotted, identity_spans, nik_spans
from tepat.models import CV, Application
from tepat.services.wording.matches import reason_words
from tepat.templatetags.marks import Mark, marked

VERDICTS = {"m": "met", "p": "partly", "n": "not_stated", "c": "contradicted"}


@dataclass(frozen=True, slots=True)
class Dot:
    """One verdict of a strip."""

    verdict: str
    importance: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement; `importance`: must, nice, or talk for what only a talk shows.

    `number` is that of its mark in the text, None where nothing proves it.
    """

    key: str
    label: str
    importance: str
    verdict: str
    number: int | None = None
    quote: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: str
    words: SafeString
    tail: SafeString | None
    apart: bool
    page: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`text_missing`: why there is no text, a code; empty where there is one. `pages`: those that can be drawn."""

    application: Application
    name: str
    blind: bool
    paragraphs: tuple[Paragraph, ...]
    musts: tuple[Asked, ...]
    nices: tuple[Asked, ...]
    talks: tuple[Asked, ...]
    numbers: int
    text_missing: str
    pages: tuple[int, ...] = ()

    @property
    def asked(self) -> tuple[Asked, ...]:
        return self.musts + self.nices + self.talks

    @property
    def strip(self) -> tuple[Asked, ...]:
        """What a strip of dots shows."""
        return self.musts + self.nices

    @property
    def musts_met(self) -> int:
        return sum(a.verdict == "met" for a in self.musts)

    @property
    def nices_met(self) -> int:
        return sum(a.verdict == "met" for a in self.nices)


def name_of(application: Application, *, blind: bool) -> str:
    """The person's name; in a blind review a code that stays the same and says nothing."""
    if blind:
        return _("Candidate %(code)s") % {"code": application.public_id[:4].upper()}
    return application.candidate.name or _("No name found")


def strip_dots(strip: str) -> tuple[Dot, ...]:
    """From "mmp|n" to dots."""
    musts, _bar, nices = strip.partition("|")
    return tuple(Dot(VERDICTS[x], "must") for x in musts) + tuple(Dot(VERDICTS[x], "nice") for x in nices)


def sheet_of(application: Application, *, blind: bool, with_text: bool = True) -> Sheet:
    """Needs `candidate`, `cv` and `match` of the application, and asks the database for nothing more."""
    cv = application.cv
    text = _text_shown(cv, blind=blind) if cv else ""
    match = getattr(application, "match", None)
    rows = match.document.get("requirements", []) if match else []
    asked, marks = _numbered(rows, text, blind=blind)
    return Sheet(
        application=application,
        name=name_of(application, blind=blind),
        blind=blind,
        paragraphs=_paragraphs(cv, text, marks) if cv and with_text else (),
        musts=tuple(a for a in asked if a.importance == "must"),
        nices=tuple(a for a in asked if a.importance == "nice"),
        talks=tuple(a for a in asked if a.importance == "talk"),
        numbers=max((a.number or 0 for a in asked), default=0),
        pages=cv.drawn_pages if cv else (),
        text_missing="" if text else cv.error_code or cv.state if cv else "no_cv",
    )


def _text_shown(cv: CV, *, blind: bool) -> str:
    hidden = list(nik_spans(cv.text))
    if blind:
        hidden += identity_spans(cv.text, cv.document)
    # A tab parts cells of a line: an em space keeps them apart on the page, and every offset in its place.
    return blotted(cv.text, hidden).replace("\t", "\u2003")


def _numbered(rows: list[dict[str, Any]], text: str, *, blind: bool) -> tuple[list[Asked], list[Mark]]:
    """Requirements in their order, those with evidence numbered 1, 2 …; only the first place of each carries the number."""
    asked: list[Asked] = []
    marks: list[Mark] = []
    number = 0
    for row in rows:
        places = [(e["start"], e["end"]) for e in row["evidence"] if 0 <= e["start"] < e["end"] <= len(text)]
        number += bool(places)
        mine = number if places else None
        marks += [Mark(a, b, mine if n == 0 else None, row["verdict"], n == 0 and mine == 1) for n, (a, b) in enumerate(places)]
        kept = "" if blind or not row["evidence"] else row["evidence"][0]["quote"]
        quote = " ".join(text[places[0][0] : places[0][1]].split()) if places else kept
        asked.append(
            Asked(row["id"], row["label"], row.get("group") or row["importance"], row["verdict"], mine, quote, why_of(row))
        )
    return asked, marks


def why_of(row: dict[str, Any]) -> str:
    """The reason in words, where it says more than verdict and quote do."""
    code = (row.get("reason") or {}).get("code") or ""
    telling = row["verdict"] in ("partly", "contradicted") or code.startswith(("experience_", "lives_", "willing_"))
    return reason_words(code, row["reason"].get("params") or {}) if code and telling else ""


def _paragraphs(cv: CV, text: str, marks: list[Mark]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(b.kind, _shown(text, b.span, marks), _shown(text, b.tail, marks) if b.tail else None, b.apart, b.page)
        for b in _blocks(cv)
    )


def _blocks(cv: CV) -> tuple[Block, ...]:
    entries = [
        Span(p["start"], p["end"])
        for path, places in (cv.document.get("evidence") or {}).items()
        if path.startswith("/work/") and path.endswith(("/position", "/name"))
        for p in places
    ]
    return blocks_of(cv.text, page_starts=cv.page_starts, entries=entries)


def _shown(text: str, span: Span, marks: list[Mark]) -> SafeString:
    """A stretch of the text with its marks; a mark that began before it carries no number here."""
    inside = [
        Mark(m.start - span.start, m.end - span.start, m.number if m.start >= span.start else None, m.verdict, m.current)
        for m in marks
        if m.start < span.end and span.start < m.end
    ]
    return marked(span.of(text), inside)
