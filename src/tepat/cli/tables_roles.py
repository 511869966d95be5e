"""Guides and comparisons as text on a terminal; sources stand in brackets."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from tepat.domain.occupations.comparison import Cell, compare_guides
from tepat.domain.occupations.guide import Guide
from tepat.domain.occupations.occupation import Statement
from tepat.services.wording.roles import dimension_name, handling_word, level_word, said, scale_ends

TRACK = 40
"""Letters of a scale."""


def print_guide(guide: Guide) -> None:
    """A guide from the first to the last section."""
    print(f"{cited(guide.summary)}\n")
    _section(_("A day at work"), [f"{hour.time} {cited(hour.words)}" for hour in guide.day])
    _section(_("Duties"), map(cited, guide.duties))
    tickets = [f"{level_word(t.level)} · {handling_word(t.handling)}: {cited(t.words)}" for t in guide.tickets]
    _section(_("Work as it comes in"), tickets)
    _section(_("Tools"), [f"{said(tool.name)}: {cited(tool.words)}" for tool in guide.tools])
    _section(_("Technical skills"), map(cited, guide.technical))
    _section(_("Soft skills"), [f"{said(s.trait.name)}: {cited(s.words)}" for s in guide.soft])
    certificates = [f"{said(c.name)}: {cited(c.words)}" for c in guide.certificates]
    _section(_("Education and certificates"), [*map(cited, guide.education), *certificates])
    _fitting(guide)
    _section(_("How it differs from its neighbours"), [f"{n.to}: {cited(n.words)}" for n in guide.neighbours])
    _section(_("Routes in"), [cited(r.words) for r in guide.routes if r.direction == "in"])
    _section(_("Routes onward"), [cited(r.words) for r in guide.routes if r.direction == "onward"])


def print_comparison(first: Guide, second: Guide, names: Sequence[str]) -> None:
    """Six dimensions, one under the other, then the lists of both."""
    compared = compare_guides(first, second)
    if compared.difference:
        print(f"{cited(compared.difference)}\n")
    for row in compared.rows:
        print(dimension_name(row.key)[0])
        if row.places and row.key != "soft":
            print(f"  {_track(scale_ends(row.key), row.places)}")
        if row.common:
            print(f"  {_('Both:')} {_cell(row.common)}")
        for name, cell in zip(names, row.cells or (), strict=False):
            print(f"  {name}: {_cell(cell)}")
    print()
    for guide, name in zip((first, second), names, strict=True):
        print(f"{name}\n")
        _section(_("Duties"), map(cited, guide.duties))
        _section(_("Tools"), [f"{said(tool.name)}: {cited(tool.words)}" for tool in guide.tools])
        _fitting(guide)
        _section(_("Routes in"), [cited(r.words) for r in guide.routes if r.direction == "in"])
        _section(_("Routes onward"), [cited(r.words) for r in guide.routes if r.direction == "onward"])


def cited(statement: Statement) -> str:
    """A sentence with its source."""
    return f"{said(statement)} [{statement.source}]"


def _fitting(guide: Guide) -> None:
    _section(_("Suits you if"), [cited(p.words) for p in guide.suits])
    _section(_("Suits you less if"), [cited(p.words) for p in guide.unsuited])
    wrong = [f"“{said(c.said)}” {cited(c.really)}" for c in guide.misconceptions]
    _section(_("What people get wrong"), wrong)
    _section(_("Expectation and reality"), [f"“{said(c.said)}” {cited(c.really)}" for c in guide.expectations])


def _section(heading: str, lines: Iterable[str]) -> None:
    print(heading)
    for line in lines:
        print(f"- {line}")
    print()


def _cell(cell: Cell) -> str:
    if cell.lead is None:
        return ", ".join(cited(words) for words in cell.words)
    return f"{said(cell.lead)} {cited(cell.words[0])}"


def _track(ends: tuple[str, str], places: tuple[int, int]) -> str:
    marks = ["─"] * (TRACK + 1)
    first, second = (round(place * TRACK / 100) for place in places)
    marks[first], marks[second] = ("◉", "◉") if first == second else ("●", "○")
    return f"{ends[0]} {''.join(marks)} {ends[1]}"
