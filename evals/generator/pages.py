"""Whole pages: each layout takes a sheet and a look and gives an HTML document for printing."""

from collections.abc import Callable
from random import Random

from evals.generator.blocks import Look, contact, content, form, h, heading, letter, section
from evals.generator.sheet import Section, Sheet

Layout = Callable[[Random, Sheet, Look], str]
SIDE = ("skills", "languages", "certificates", "hobbies", "seminars")
STYLE = """
@page { size: A4; margin: %(margin)s }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { font: %(size)spt/1.4 %(font)s; color: #222; font-variant-ligatures: %(ligatures)s }
h1 { font-size: 2em; line-height: 1.15 } h2 { font-size: 1.15em; color: %(accent)s; margin: .9em 0 .3em } p { margin: .15em 0 }
ul { list-style: none; margin-left: .4em } .b { padding-right: .25em } .entry { margin-bottom: .6em; break-inside: avoid } .nested { margin-left: 1em }
.row { display: flex; justify-content: space-between; gap: 1em } .row .when { white-space: nowrap; color: #555 }
.cols { display: grid; grid-template-columns: 8.5em 1fr; gap: .8em } .sub { color: #444; font-style: italic }
.chips span { display: inline-block; border: 1px solid #999; border-radius: 1em; padding: 0 .6em; margin: .12em .05em }
.bar i { display: block; height: 5px; background: #ddd } .bar u { display: block; height: 5px; background: %(accent)s }
table.form td { padding: .08em .5em .08em 0; vertical-align: top } table.grid { width: 100%%; border-collapse: collapse } table.grid td, table.grid th { border: 1px solid #bbb; padding: .2em .4em; text-align: left }
.letter { page-break-after: always; white-space: normal } .letter p { margin: 1em 0 }
.photo { width: 70px; height: 90px; background: #ccd } .round { border-radius: 50%%; height: 90px; width: 90px }
%(extra)s
"""


def page(look: Look, body: str, extra: str = "", margin: str = "14mm") -> str:
    style = STYLE % {
        "margin": margin, "size": look.size, "font": look.font, "accent": look.accent, "extra": extra,
        "ligatures": "common-ligatures discretionary-ligatures" if look.ligatures else "none",
    }  # fmt: skip
    return f"<!doctype html><html><head><meta charset='utf-8'><title>CV</title><style>{style}</style></head><body>{body}</body></html>"


def all_of(parts: tuple[Section, ...], look: Look) -> str:
    return "".join(section(part, look) for part in parts)


def split(random: Random, sheet: Sheet, *, more: tuple[str, ...] = ()) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """(main, side): what a side bar holds differs from template to template."""
    side = tuple(key for key in (*SIDE, "extras", "education", "summary", *more) if key in SIDE[:2] or random.random() < 0.45)
    return sheet.without(*side), sheet.of(*side)


def bar(random: Random, sheet: Sheet, look: Look, *, right: bool) -> str:
    main, side = split(random, sheet)
    who = f"<h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p>"
    in_bar = random.random() < 0.5
    aside = f"{who if in_bar else ''}{heading(sheet.heads['contact'], look)}<p>{contact(sheet, look)}</p>{all_of(side, look)}"
    body = f"{'' if in_bar else who}{all_of(main, look)}"
    pieces = [f"<aside>{aside}</aside>", f"<main>{body}</main>"]
    if random.random() < 0.5:
        pieces.reverse()
    extra = f"""body {{ display: grid; grid-template-columns: {"1fr 34%" if right else "33% 1fr"}; min-height: 290mm }} .letter {{ grid-column: 1 / 3; padding: 16mm }}
    aside {{ grid-column: {2 if right else 1}; grid-row: {2 if sheet.letter else 1}; background: #eef2f6; padding: 12mm 6mm }} main {{ grid-column: {1 if right else 2}; grid-row: {2 if sheet.letter else 1}; padding: 12mm 9mm }}"""
    return page(look, letter(sheet) + "".join(pieces), extra, margin="0")


def bar_left(random: Random, sheet: Sheet, look: Look) -> str:
    return bar(random, sheet, look, right=False)


def bar_right(random: Random, sheet: Sheet, look: Look) -> str:
    return bar(random, sheet, look, right=True)


def plain(random: Random, sheet: Sheet, look: Look) -> str:
    """One column, the contact line under the name."""
    centre = "text-align: center" if random.random() < 0.5 else ""
    head = f"<header style='{centre}'><h1>{h(sheet.name)}</h1><p>{contact(sheet, look, between=random.choice((' | ', ' • ', ', ', ' · ')))}</p></header>"
    return page(look, letter(sheet) + head + all_of(sheet.sections, look), "h2 { border-bottom: 1px solid #888 }")


def band(random: Random, sheet: Sheet, look: Look) -> str:
    """A coloured band with name and contact on its right."""
    head = f"<header><div><h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p></div><p>{contact(sheet, look)}</p></header>"
    extra = (
        f"header {{ background: {look.accent}; color: white; display: flex; justify-content: space-between; padding: 10mm 14mm }}"
    )
    extra += " main { padding: 4mm 14mm }"
    return page(look, letter(sheet) + head + f"<main>{all_of(sheet.sections, look)}</main>", extra, margin="0 0 10mm 0")


def timeline(random: Random, sheet: Sheet, look: Look) -> str:
    """Entries hang on a line with their dates left of it."""
    extra = f".work .entry, .education .entry {{ border-left: 2px solid {look.accent}; padding-left: 4mm }}"
    head = f"<header><h1>{h(sheet.name)}</h1><p>{contact(sheet, look, between=' | ')}</p></header>"
    return page(look, letter(sheet) + head + all_of(sheet.sections, look), extra)


def form_page(random: Random, sheet: Sheet, look: Look) -> str:
    """A "Daftar Riwayat Hidup": every fact about the person as label, colon, value; jobs and schools in tables now and then."""
    rows = [(sheet.labels["name"], sheet.name), *sheet.identity]
    facts = [(label, value) for _, label, value in sheet.contact]
    rows = rows + facts if random.random() < 0.5 else rows[:1] + facts + rows[1:]
    head = f"<h1 style='text-align:center;font-size:1.5em'>{h(sheet.title)}</h1>{heading(sheet.heads['identity'], look)}{form(tuple(rows))}"
    return page(look, letter(sheet) + head + all_of(sheet.sections, look))


def job_table(random: Random, sheet: Sheet, look: Look) -> str:
    """Work and education as tables with numbered rows, columns in any order."""
    order = random.choice(((0, 1, 2), (2, 0, 1), (0, 2, 1)))
    rows = ((sheet.labels["name"], sheet.name), *sheet.identity, *((label, value) for _, label, value in sheet.contact))
    head = f"<h1 style='font-size:1.4em'>{h(sheet.title)}</h1>{form(rows)}"
    parts = [rows_table(part, sheet, look, order) if part.rows else section(part, look) for part in sheet.sections]
    return page(look, letter(sheet) + head + "".join(parts))


def rows_table(part: Section, sheet: Sheet, look: Look, order: tuple[int, ...]) -> str:
    """A section of jobs or schools as a table; the last column holds duties or marks."""
    names = column_names(part, sheet)
    head = "".join(f"<th>{h(name)}</th>" for name in (sheet.columns["number"], *(names[n] for n in order), names[3]))
    body = ""
    for n, row in enumerate(part.rows, 1):
        cells = [(row.first, row.second, row.when)[i] for i in order]
        notes = "<br>".join(h(note) for note in row.notes)
        body += f"<tr><td>{n}</td>{''.join(f'<td>{h(cell)}</td>' for cell in cells)}<td>{notes}</td></tr>"
    return f"<section>{heading(part.heading, look)}<table class='grid'><tr>{head}</tr>{body}</table></section>"


def column_names(part: Section, sheet: Sheet) -> tuple[str, str, str, str]:
    """What its columns are called: first, second, when, notes."""
    keys = ("school", "degree", "when", "marks") if part.key == "education" else ("employer", "title", "when", "duties")
    first, second, when, notes = (sheet.columns[key] for key in keys)
    return first, second, when, notes


def margin_heads(random: Random, sheet: Sheet, look: Look) -> str:
    """Headings in a column of their own at the left, contents at the right."""
    body = "".join(
        f"<div class='m'><div>{heading(p.heading, look)}</div><div>{content(p, look)}</div></div>" for p in sheet.sections
    )
    head = f"<header><h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p><p>{contact(sheet, look, between=' · ')}</p></header>"
    extra = ".m { display: grid; grid-template-columns: 30mm 1fr; gap: 5mm; border-top: 1px solid #aaa; padding-top: 2mm } .m h2 { margin: 0; text-align: right }"
    return page(look, letter(sheet) + head + body, extra)


def cards(random: Random, sheet: Sheet, look: Look) -> str:
    """A magazine: boxes in two columns, written into the file in random order."""
    left, right = sheet.sections[::2], sheet.sections[1::2]
    boxes = [f"<div class='c' style='grid-column:1;grid-row:{n + 2}'>{section(p, look)}</div>" for n, p in enumerate(left)]
    boxes += [f"<div class='c' style='grid-column:2;grid-row:{n + 2}'>{section(p, look)}</div>" for n, p in enumerate(right)]
    boxes.append(
        f"<header style='grid-row:1;grid-column:1/3'><h1>{h(sheet.name)}</h1><p>{contact(sheet, look, between=' • ')}</p></header>"
    )
    random.shuffle(boxes)
    extra = "body { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 7mm } .letter { grid-column: 1/3 } .c h2 { margin-top: 0; background: #eee; padding: 1mm 2mm }"
    sheet_letter = f"<div style='grid-row:1;grid-column:1/3'>{letter(sheet)}</div>" if sheet.letter else ""
    return (
        page(look, sheet_letter + "".join(boxes), extra)
        if not sheet.letter
        else page(look, letter(sheet) + f"<div class='all'>{''.join(boxes)}</div>", extra.replace("body {", ".all {"))
    )


def newspaper(random: Random, sheet: Sheet, look: Look) -> str:
    """Two columns that the text flows through."""
    head = f"<header><h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p><p>{contact(sheet, look, between=' / ')}</p></header>"
    return page(
        look, letter(sheet) + head + f"<main>{all_of(sheet.sections, look)}</main>", "main { columns: 2; column-gap: 9mm }"
    )


def bar_narrow(random: Random, sheet: Sheet, look: Look) -> str:
    """A dark narrow bar with a round photo, white on colour; the name in a band over both."""
    main, side = split(random, sheet)
    aside = (
        f"<div class='photo round'></div>{heading(sheet.heads['contact'], look)}<p>{contact(sheet, look)}</p>{all_of(side, look)}"
    )
    extra = f"""body {{ display: grid; grid-template-columns: 27% 1fr; min-height: 290mm }}
    header, .letter {{ grid-column: 1/3; padding: 8mm 10mm 4mm }} main {{ padding: 2mm 9mm }}
    aside {{ background: {look.accent}; color: #fff; padding: 8mm 5mm; overflow-wrap: anywhere }} aside h2, aside .sub {{ color: #fff }}"""
    head = f"<header><h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p></header>"
    return page(
        look,
        letter(sheet) + f"{head}<aside>{aside}</aside><main>{all_of(main, look)}</main>",
        extra,
        margin="0",
    )


def footer_contact(random: Random, sheet: Sheet, look: Look) -> str:
    """The contact stands at the very end."""
    head = f"<header style='text-align:right'><h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p></header>"
    foot = (
        f"<footer style='border-top:2px solid;margin-top:5mm;padding-top:2mm'>{contact(sheet, look, between='&emsp;')}</footer>"
    )
    return page(look, letter(sheet) + head + all_of(sheet.sections, look) + foot)


def repeated(random: Random, sheet: Sheet, look: Look) -> str:
    """Several pages, each with a running head that names the person, and a page number."""
    head = f"<header><h1>{h(sheet.name)}</h1><p>{contact(sheet, look, between=' | ')}</p></header>"
    name = sheet.name.replace('"', "'")
    extra = f"""@page {{ @top-right {{ content: "{name}"; font-size: 8pt }} @bottom-center {{ content: "{sheet.title.title()} – " counter(page) }} }}
    section {{ margin-bottom: 14mm }} .entry {{ margin-bottom: 9mm }} main {{ line-height: 1.9 }}"""
    return page(look, letter(sheet) + head + f"<main>{all_of(sheet.sections, look)}</main>", extra, margin="20mm 18mm 18mm")
