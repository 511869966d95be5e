"""Readable tables on a terminal."""

from django.utils.translation import gettext as _
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from tepat.cli.shortlist import Shortlist, name_of
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.verdicts import Match, Verdict
from tepat.domain.postings.posting import PostingReading
from tepat.services.wording.matches import reason_words, verdict_word
from tepat.services.wording.postings import check_message, clarity_message, kind_word

GLYPHS: dict[Verdict, tuple[str, str]] = {
    "met": ("●", "green"),
    "partly": ("◐", "yellow"),
    "not_stated": ("○", "dim"),
    "contradicted": ("◆", "red"),
}


def print_posting(name: str, reading: PostingReading, text: str, knowledge: Knowledge) -> None:
    """An advert: what it asks, whether it is clear, what to mend."""
    console = Console()
    console.print(
        f"[bold]{escape(reading.title or name)}[/bold]" + (f" · {escape(reading.employer)}" if reading.employer else "")
    )
    console.print(clarity_message(reading.clarity.verdict, reading.clarity.params, knowledge=knowledge))
    table = Table(_("Requirement"), _("Kind"), _("Importance"), _("In the advert"), box=None, header_style="dim", pad_edge=False)
    for r in reading.requirements:
        words = _("must") if r.importance == "must" else _("nice to have")
        table.add_row(Text(r.label), kind_word(r.kind), words, Text("“" + r.spans[0].of(text)[:60] + "”" if r.spans else ""))
    console.print(table)
    for check in reading.checks:
        console.print(Text(("! " if check.severity != "hint" else "· ") + check_message(check.code, check.params)))
    console.print()


def print_shortlist(found: Shortlist, knowledge: Knowledge) -> None:
    """Candidates in order, each with its strip, and for the first ones why."""
    console = Console()
    console.print(f"[bold]{escape(found.posting.title)}[/bold]")
    console.print(clarity_message(found.posting.clarity.verdict, found.posting.clarity.params, knowledge=knowledge))
    table = Table("", _("Name"), _("Musts met"), "", _("Strongest evidence"), box=None, header_style="dim", pad_edge=False)
    for number, candidate in enumerate(found.candidates, 1):
        match = candidate.match
        musts = _("%(met)s of %(total)s") % {"met": match.count("met", "must"), "total": match.total("must")}
        name = name_of(number, candidate, blind=found.blind) or candidate.file
        twin = f" ({_('same person as %(file)s') % {'file': candidate.duplicate_of}})" if candidate.duplicate_of else ""
        table.add_row(str(number), Text(name + twin), musts, strip(match), Text(_strongest(match)))
    console.print(table)
    legend = Text("  ".join(f"{glyph} {verdict_word(verdict)}" for verdict, (glyph, _colour) in GLYPHS.items()), style="dim")
    console.print(legend)


def strip(match: Match) -> Text:
    """Verdicts as shapes, musts left of a line."""
    line = Text()
    for importance in ("must", "nice"):
        for r in match.requirements:
            if r.group == importance:
                glyph, colour = GLYPHS[r.verdict]
                line.append(glyph, style=colour)
        if importance == "must" and match.total("nice"):
            line.append("│", style="dim")
    return line


def _strongest(match: Match) -> str:
    """The best proven must, with its quote."""
    musts = [r for r in match.requirements if r.evidence and r.requirement.kind in {"skill", "experience", "certificate"}]
    best = max(
        musts, key=lambda r: (r.requirement.importance == "must", r.score, r.requirement.kind == "experience"), default=None
    )
    if best is None:
        return ""
    return f"{reason_words(best.reason.code, best.reason.params)} “{best.evidence[0].quote[:60]}”"
