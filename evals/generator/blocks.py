"""The pieces of a CV as HTML: entries, tags, tables. A `Look` chooses how one CV shows each of them."""

from dataclasses import dataclass
from html import escape
from random import Random
from typing import Literal

from evals.generator.sheet import Entry, Section, Sheet

ICONS = {"phone": "☎", "email": "✉", "city": "⚑", "link": "➚"}
FONTS = (
    "'Liberation Sans'",
    "'DejaVu Sans'",
    "'Liberation Serif'",
    "'DejaVu Serif'",
    "'TeX Gyre Heros'",
    "'TeX Gyre Pagella'",
    "'Liberation Sans Narrow'",
)
When = Literal["right", "left", "above", "below", "inline", "end"]


@dataclass(frozen=True)
class Look:
    """The choices of one CV's looks. `when`: where the dates of an entry stand; `tags`: how skills are shown."""

    font: str
    size: float
    accent: str
    when: When
    tags: str
    spaced: bool
    icons: bool
    bullet: str
    ligatures: bool
    levels: tuple[str, str, str]


def choose_look(random: Random, *, held: bool, language: str) -> Look:
    when: tuple[When, ...] = (
        ("right", "left", "above", "below", "inline", "end") if held else ("right", "below", "left", "inline")
    )
    tags = (
        ("dots", "stars", "chips", "table", "prose", "slashes", "grouped", "percent", "pipes", "matrix")
        if held
        else ("list", "bars", "commas", "bullets", "chips", "grouped")
    )
    return Look(
        font=random.choice(FONTS),
        size=random.choice((8.5, 9, 9.5, 10, 10.5, 11)),
        accent=random.choice(("#1d4e89", "#7a1f3d", "#0b6e4f", "#333333", "#b5651d", "#5b3c88")),
        when=random.choice(when),
        tags=random.choice(tags),
        spaced=random.random() < (0.25 if held else 0.1),
        icons=random.random() < 0.4,
        bullet=random.choice(("•", "–", "▪", "➤", "◦", "✓") if held else ("•", "-", "▪")),
        ligatures=random.random() < 0.3,
        levels=("Dasar", "Menengah", "Mahir") if language == "id" else ("Basic", "Intermediate", "Expert"),
    )


def h(text: str) -> str:
    return escape(text, quote=False)


def heading(text: str, look: Look) -> str:
    """A section's heading, nothing where it has none; letter-spaced ones are so by style, and short ones by real spaces between the letters."""
    if not text:
        return ""
    if not look.spaced:
        return f"<h2>{h(text)}</h2>"
    if len(text) < 12 and look.ligatures:
        text = "&nbsp;".join(h(c) for c in text.upper()).replace("&nbsp; &nbsp;", "&nbsp;&nbsp; ")
        return f"<h2>{text}</h2>"
    return f"<h2 style='letter-spacing:.28em;text-transform:uppercase'>{h(text)}</h2>"


def section(part: Section, look: Look) -> str:
    """One section with its heading."""
    return f"<section class='{part.key}'>{heading(part.heading, look)}{content(part, look)}</section>"


def content(part: Section, look: Look) -> str:
    """What stands under the heading."""
    made = "".join(entry(e, look) for e in part.entries)
    if part.tags:
        made += tags(part, look)
    bulleted = part.key in ("certificates", "languages", "referees", "extras") and look.size < 10.5
    if bulleted:
        made += f"<ul>{''.join(item(line, look) for line in part.lines)}</ul>"
    else:
        made += "".join(f"<p>{h(line)}</p>" for line in part.lines)
    return made


def item(text: str, look: Look) -> str:
    return f"<li><span class='b'>{look.bullet}</span> {h(text)}</li>"


def entry(e: Entry, look: Look) -> str:
    """A job or school, with its dates where the look puts them."""
    bullets = f"<ul>{''.join(item(b, look) for b in e.bullets)}</ul>" if e.bullets else ""
    head, sub, when = (
        f"<b>{h(e.head)}</b>",
        f"<div class='sub'>{h(e.sub)}</div>" if e.sub else "",
        f"<span class='when'>{h(e.when)}</span>",
    )
    kind = "entry nested" if e.nested else "entry"
    if not e.when:
        return f"<div class='{kind}'>{head}{sub}{bullets}</div>"
    forms = {
        "right": f"<div class='row'><div>{head}</div>{when}</div>{sub}{bullets}",
        "left": f"<div class='cols'><div class='at'>{when}</div><div>{head}{sub}{bullets}</div></div>",
        "above": f"<div>{when}</div>{head}{sub}{bullets}",
        "below": f"{head}{sub}<div>{when}</div>{bullets}",
        "inline": f"{head}, {when}{sub}{bullets}" if e.bullets or e.sub else f"{head} ({when})",
        "end": f"{head}<div class='sub'>{h(e.sub)}{' | ' if e.sub else ''}{when}</div>{bullets}",
    }
    return f"<div class='{kind}'>{forms[look.when]}</div>"


def tags(part: Section, look: Look) -> str:
    """The list of skills, in one of the ways templates have for it."""
    words = [text for text, _ in part.tags]
    joined = {"commas": ", ", "prose": ", ", "slashes": "; ", "pipes": " | ", "bullets": f" {look.bullet} "}
    if look.tags in joined:
        return f"<p>{h(joined[look.tags].join(words))}</p>"
    if look.tags == "chips":
        return "<div class='chips'>" + " ".join(f"<span>{h(w)}</span>" for w in words) + "</div>"
    if look.tags == "table":
        cells = [f"<td>{h(w)}</td>" for w in words] + ["<td></td>"] * (-len(words) % 3)
        rows = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in range(0, len(cells), 3))
        return f"<table class='grid'>{rows}</table>"
    if look.tags == "grouped":
        return "".join(f"<p><b>{h(name)}:</b> {h(', '.join(group))}</p>" for name, group in part.groups if group)
    if look.tags == "list":
        return f"<ul>{''.join(item(w, look) for w in words)}</ul>"
    return "".join(rated(text, level or 3, look) for text, level in part.tags)


def rated(text: str, level: int, look: Look) -> str:
    """A skill with its level of 1 to 5: as a drawn bar, or as signs at the right."""
    if look.tags == "bars":
        return f"<div class='bar'>{h(text)}<i><u style='width:{level * 20}%'></u></i></div>"
    signs = {"dots": "●" * level + "○" * (5 - level), "stars": "★" * level + "☆" * (5 - level), "percent": f"{level * 20 - 5}%"}
    signs["matrix"] = look.levels[(level - 1) // 2]
    return f"<div class='row'><span>{h(text)}</span><span>{signs[look.tags]}</span></div>"


def contact(sheet: Sheet, look: Look, *, between: str = "<br>") -> str:
    """Phone, mail and place; with labels, icons or nothing before them."""
    rows = []
    for key, label, value in sheet.contact:
        front = f"{h(label)}: " if sheet.labelled else f"{ICONS[key]} " if look.icons else ""
        rows.append(f"{front}{h(value)}")
    return between.join(rows)


def form(rows: tuple[tuple[str, str], ...]) -> str:
    """Label, colon and value in a table of three columns."""
    return "<table class='form'>" + "".join(f"<tr><td>{h(a)}</td><td>:</td><td>{h(b)}</td></tr>" for a, b in rows) + "</table>"


def letter(sheet: Sheet) -> str:
    """An application letter on a page of its own before the CV."""
    if not sheet.letter:
        return ""
    parts = "".join(f"<p>{h(part).replace(chr(10), '<br>')}</p>" for part in sheet.letter)
    return f"<div class='letter'>{parts}</div>"
