"""Pages as sites print them: job boards, a professional network, European forms; and designs of more than two columns."""

from random import Random

from evals.generator.blocks import Look, contact, content, h, heading, letter, section
from evals.generator.pages import all_of, column_names, page
from evals.generator.sheet import Section, Sheet


def linked(random: Random, sheet: Sheet, look: Look) -> str:
    """Like the export of a professional network: contact and skills in a left bar, employers before titles."""
    side = sheet.of("skills", "languages", "certificates")
    aside = f"{heading(sheet.heads['contact'], look)}<p>{contact(sheet, look)}</p>{all_of(side, look)}"
    city = next(value for key, _, value in sheet.contact if key == "city")
    main = f"<h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p><p>{h(city)}</p>{all_of(sheet.without('skills', 'languages', 'certificates'), look)}"
    extra = "body { display: grid; grid-template-columns: 31% 1fr; min-height: 290mm } .letter { grid-column: 1/3; padding: 14mm } aside { background: #293e49; color: #fff; padding: 12mm 6mm; overflow-wrap: anywhere } aside h2 { color: #fff } main { padding: 12mm 9mm }"
    return page(look, letter(sheet) + f"<aside>{aside}</aside><main>{main}</main>", extra, margin="0")


def labelled_rows(part: Section, sheet: Sheet, *, colon: bool) -> str:
    """Each job or school as rows of label and value: when, second, first, notes."""
    names = column_names(part, sheet)
    made = ""
    for row in part.rows:
        facts = [
            (names[2], row.when),
            (names[1], row.second),
            (names[0], row.first),
            (names[3], "<br>".join(h(n) for n in row.notes)),
        ]
        facts = [(label, value if label == names[3] else h(value)) for label, value in facts if value]
        mark = ":" if colon else ""
        made += "".join(f"<div class='lv'><div>{h(label)}{mark}</div><div>{value}</div></div>" for label, value in facts)
        made += "<div style='height:.7em'></div>"
    return made


def european(random: Random, sheet: Sheet, look: Look) -> str:
    """The European form: labels in a narrow left column, every fact on a row of its own."""
    facts = [(sheet.labels["name"], sheet.name), *((label, value) for _, label, value in sheet.contact), *sheet.identity]
    body = f"<div class='lv'><div><h1 style='font-size:1.2em'>{h(sheet.title)}</h1></div><div></div></div>"
    body += "".join(f"<div class='lv'><div>{h(label)}</div><div>{h(value)}</div></div>" for label, value in facts)
    for part in sheet.sections:
        inside = labelled_rows(part, sheet, colon=False) if part.rows else ""
        body += f"<div class='lv'><div>{heading(part.heading, look)}</div><div>{'' if part.rows else content(part, look)}</div></div>{inside}"
    extra = f".lv {{ display: grid; grid-template-columns: 52mm 1fr; gap: 5mm }} .lv > div:first-child {{ text-align: right; color: {look.accent} }} .lv > div:last-child {{ border-left: 1px solid {look.accent}; padding-left: 3mm }}"
    return page(look, letter(sheet) + body, extra)


def board(random: Random, sheet: Sheet, look: Look) -> str:
    """A job board's export: its own banner, then blocks of label, colon and value."""
    facts = [*((label, value) for _, label, value in sheet.contact), *sheet.identity]
    body = f"<div style='color:#777;font-size:.85em'>karirmu.example · ID 4{random.randint(10**6, 10**7)} · {'Dicetak' if sheet.language == 'id' else 'Printed'} 21/11/2026</div>"
    body += f"<h1>{h(sheet.name)}</h1><p>{h(sheet.headline)}</p>"
    body += "".join(f"<div class='lv'><div>{h(label)}:</div><div>{h(value)}</div></div>" for label, value in facts)
    for part in sheet.sections:
        body += heading(part.heading, look) + (labelled_rows(part, sheet, colon=True) if part.rows else content(part, look))
    return page(look, letter(sheet) + body, ".lv { display: grid; grid-template-columns: 45mm 1fr }")


def three(random: Random, sheet: Sheet, look: Look) -> str:
    """Work over the whole width, then three narrow columns of small sections."""
    wide, narrow = (
        sheet.of("summary", "work", "internship", "education"),
        sheet.without("summary", "work", "internship", "education"),
    )
    head = f"<header><h1>{h(sheet.name)}</h1><p>{contact(sheet, look, between=' | ')}</p></header>"
    small = "".join(f"<div>{section(part, look)}</div>" for part in narrow)
    extra = ".three { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 2mm 6mm; overflow-wrap: anywhere }"
    return page(look, letter(sheet) + head + all_of(wide, look) + f"<div class='three'>{small}</div>", extra)


def scattered(random: Random, sheet: Sheet, look: Look) -> str:
    """One column to the eye, but its blocks were placed one by one and lie in the file in random order."""
    blocks = [f"<h1>{h(sheet.name)}</h1>", f"<p>{contact(sheet, look)}</p>"]
    for part in sheet.sections:
        blocks.append(heading(part.heading, look))
        blocks += [section(Section(part.key, "", entries=(e,)), look) for e in part.entries]
        rest = Section(part.key, "", lines=part.lines, tags=part.tags, groups=part.groups)
        blocks.append(content(rest, look))
    placed = [f"<div style='grid-row:{n + 1};grid-column:1'>{block}</div>" for n, block in enumerate(blocks) if block]
    random.shuffle(placed)
    return page(look, letter(sheet) + f"<main>{''.join(placed)}</main>", "main { display: grid; grid-template-columns: 1fr }")


def photo_head(random: Random, sheet: Sheet, look: Look) -> str:
    """A photo at the left of name and contact, personal data under it, two columns below."""
    facts = "".join(f"<p>{h(label)}: {h(value)}</p>" for label, value in sheet.identity)
    head = f"<header><div class='photo'></div><div><h1>{h(sheet.name)}</h1><p>{contact(sheet, look)}</p></div><div>{facts}</div></header>"
    left, right = (
        sheet.of("work", "internship", "projects", "organisations"),
        sheet.without("work", "internship", "projects", "organisations"),
    )
    extra = "header { display: grid; grid-template-columns: 30mm 1fr 1fr; margin-bottom: 4mm } main { display: grid; grid-template-columns: 60% 1fr; gap: 8mm }"
    return page(
        look, letter(sheet) + head + f"<main><div>{all_of(left, look)}</div><div>{all_of(right, look)}</div></main>", extra
    )
