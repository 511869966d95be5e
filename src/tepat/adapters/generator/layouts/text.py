"""CVs as plain text, in three habits of typing."""

from collections.abc import Iterator
from datetime import date
from random import Random

from tepat.adapters.generator.sheets import Section, Sheet


def write_text(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """UTF-8 text with underlined, numbered or colon headings; the day it was typed stands at the end."""
    habit = random.choice(("underlined", "numbered", "colon"))
    bullet = random.choice(("- ", "* ", "  • ", "+ "))
    lines = [sheet.name, sheet.headline, *sheet.contact_lines(), *(f"{k} : {v}" for k, v in sheet.identity), ""]
    for number, section in enumerate(sheet.sections, 1):
        lines += head(section.heading, habit, number)
        lines += [*body(section, bullet), ""]
    lines.append(f"{as_of:%d-%m-%Y}")
    return "\n".join(lines).rstrip().encode() + b"\n"


def head(heading: str, habit: str, number: int) -> list[str]:
    if habit == "underlined":
        return [heading.upper(), "=" * len(heading)]
    return [f"{number}. {heading.upper()}"] if habit == "numbered" else [f"{heading}:"]


def body(section: Section, bullet: str) -> Iterator[str]:
    for entry in section.entries:
        yield f"{entry.title}    {entry.when}".rstrip()
        yield from filter(None, (entry.place,))
        yield from (f"{bullet}{line}" for line in entry.bullets)
        yield ""
    for line in section.lines:
        yield f"{bullet}{line}" if len(section.lines) > 1 else line
    if section.tags:
        yield ", ".join(f"{tag} ({level}/5)" if level else tag for tag, level in section.tags)
