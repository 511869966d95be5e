"""The corpus's sheets in the form of the product's own generator, so that its pure-Python layouts can draw them."""

from collections.abc import Callable
from datetime import date
from random import Random

from evals.generator.sheet import Section, Sheet

from tepat.adapters.generator import sheets as own
from tepat.adapters.generator.cvs import LAYOUTS

AS_OF = date(2026, 11, 22)


def drawing(layout: str) -> Callable[[Random, Sheet], bytes]:
    """The function that draws a sheet in a PDF layout of the product's generator."""
    return lambda random, sheet: LAYOUTS["pdf"][layout](random, translate(sheet), as_of=AS_OF)


def translate(sheet: Sheet) -> own.Sheet:
    return own.Sheet(
        title=sheet.title,
        name=sheet.name,
        headline=sheet.headline,
        contact=tuple((label, value) for _, label, value in sheet.contact),
        identity=sheet.identity,
        sections=tuple(translate_section(section) for section in sheet.sections if section.heading),
        contact_heading=sheet.heads["contact"],
        identity_heading=sheet.heads["identity"],
        labelled=sheet.labelled,
    )


def translate_section(section: Section) -> own.Section:
    entries = tuple(own.Entry(latin(e.head), e.sub, latin(e.when), e.bullets) for e in section.entries)
    key = "internships" if section.key == "internship" else section.key
    return own.Section(key, section.heading, entries=entries, lines=section.lines, tags=section.tags)


def latin(text: str) -> str:
    """Without the arrow between dates, which the fonts of this drawer lack."""
    return text.replace("→", "–")
