"""CVs as plain text: what job boards' forms and old mail programs send."""

from random import Random

from evals.generator.sheet import Entry, Section, Sheet


def write_text(random: Random, sheet: Sheet) -> str:
    """UTF-8 text with underlined, bracketed or bare headings."""
    mark = random.choice(("under", "bare", "brackets", "hash", "colon"))
    lines = [part for text in sheet.letter for part in (*text.split("\n"), "")]
    lines += [sheet.name]
    if random.random() < 0.4:
        lines.append(sheet.headline)
    lines += [f"{label}: {value}" if sheet.labelled else value for _, label, value in sheet.contact]
    for section in sheet.sections:
        lines += ["", *head(section.heading, mark), *body(random, section)]
    return "\n".join(lines) + "\n"


def head(text: str, mark: str) -> list[str]:
    if not text:
        return []
    return {
        "under": [text, "-" * len(text)],
        "bare": [text.upper()],
        "brackets": [f"[{text}]"],
        "hash": [f"# {text}"],
        "colon": [f"{text}:"],
    }[mark]


def body(random: Random, section: Section) -> list[str]:
    lines = [line for e in section.entries for line in entry(e)]
    if section.tags:
        words = [text for text, _ in section.tags]
        lines += [", ".join(words)] if random.random() < 0.5 else [f"* {word}" for word in words]
    return lines + list(section.lines)


def entry(e: Entry) -> list[str]:
    return [f"{e.head}{f' ({e.when})' if e.when else ''}", *([e.sub] if e.sub else []), *(f"- {b}" for b in e.bullets)]
