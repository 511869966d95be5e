"""CVs as DOCX files, in the ways people use a word processor."""

import io
from html import escape
from random import Random
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Cm, Pt
from evals.generator.sheet import Entry, Section, Sheet

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def plain(random: Random, sheet: Sheet) -> bytes:
    """Headings and paragraphs; dates at a tab stop or on a line of their own."""
    document = Document()
    letter(document, sheet)
    document.add_heading(sheet.name, 0)
    document.add_paragraph(contact(sheet, random.choice((" | ", "\n", ", "))))
    for section in sheet.sections:
        if section.heading:
            document.add_heading(section.heading, 1)
        fill(document, section, tabbed=random.random() < 0.5)
    return saved(document)


def form(random: Random, sheet: Sheet) -> bytes:
    """Personal data in a borderless table with colons; bold lines instead of heading styles."""
    document = Document()
    letter(document, sheet)
    bold(document, sheet.title, size=16)
    bold(document, sheet.heads["identity"])
    rows = [(sheet.labels["name"], sheet.name), *sheet.identity, *((label, value) for _, label, value in sheet.contact)]
    colon = random.random() < 0.5
    table = document.add_table(rows=0, cols=3 if colon else 2)
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text = label
        cells[-1].text = value if colon else f": {value}"
        if colon:
            cells[1].text = ":"
    for section in sheet.sections:
        bold(document, section.heading)
        fill(document, section, tabbed=True)
    return saved(document)


def tables(_random: Random, sheet: Sheet) -> bytes:
    """Jobs and schools in bordered tables, one row each."""
    document = Document()
    letter(document, sheet)
    document.add_paragraph(sheet.name).runs[0].font.size = Pt(20)
    document.add_paragraph(contact(sheet, "\n"))
    for section in sheet.sections:
        bold(document, section.heading)
        if section.rows:
            table = document.add_table(rows=0, cols=3)
            table.style = "Table Grid"
            for row in section.rows:
                texts = (row.when, row.first, "\n".join((row.second, *row.notes)))
                for cell, text in zip(table.add_row().cells, texts, strict=True):
                    cell.text = text
        else:
            fill(document, section, tabbed=False)
    return saved(document)


def columns(random: Random, sheet: Sheet) -> bytes:
    """Two columns made with one table of two cells; the contact in the page's header now and then."""
    document = Document()
    letter(document, sheet)
    if random.random() < 0.5:
        document.sections[0].header.paragraphs[0].text = contact(sheet, " | ")
        document.add_heading(sheet.name, 0)
    else:
        document.add_heading(sheet.name, 0)
        document.add_paragraph(contact(sheet, " | "))
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for section in sheet.sections:
        cell = left if section.key in ("skills", "languages", "certificates", "extras", "hobbies") else right
        bold(cell, section.heading)
        fill(cell, section, tabbed=False)
    return saved(document)


def boxes(random: Random, sheet: Sheet) -> bytes:
    """Name, contact and the small sections in text boxes beside the text, as designed templates have them."""
    document = Document()
    letter(document, sheet)
    small = ("skills", "languages", "certificates", "hobbies", "extras")
    lines = [sheet.heads["contact"].upper(), *contact(sheet, "\n").split("\n")]
    for section in sheet.of(*small):
        lines += [section.heading.upper(), *(text for text, _ in section.tags), *section.lines]
    box(document, [sheet.name, sheet.headline], left=0, width=480)
    box(document, lines, left=0 if random.random() < 0.5 else 330, width=150)
    for section in sheet.without(*small):
        bold(document, section.heading)
        fill(document, section, tabbed=False)
    return saved(document)


def box(document: Any, lines: list[str], *, left: int, width: int) -> None:
    """A text box of VML, which old and new word processors read."""
    paragraphs = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    style = f"position:absolute;margin-left:{left}pt;width:{width}pt;height:{14 * len(lines)}pt"
    shape = f"<v:shape style='{style}'><v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape>"
    spaces = f"xmlns:w='{WORD}' xmlns:v='urn:schemas-microsoft-com:vml'"
    xml = f"<w:r {spaces}><w:pict>{shape}</w:pict></w:r>"
    document.add_paragraph()._p.append(parse_xml(xml))  # noqa: SLF001 - the library's own way to raw XML


def contact(sheet: Sheet, between: str) -> str:
    return between.join(f"{label}: {value}" if sheet.labelled else value for _, label, value in sheet.contact)


def letter(document: Any, sheet: Sheet) -> None:
    for part in sheet.letter:
        document.add_paragraph(part)
    if sheet.letter:
        document.add_page_break()


def bold(where: Any, text: str, *, size: float = 12) -> None:
    """A line in bold as headings without a style are; nothing where there is no text."""
    if not text:
        return
    run = where.add_paragraph().add_run(text)
    run.bold, run.font.size = True, Pt(size)


def fill(where: Any, section: Section, *, tabbed: bool) -> None:
    for entry in section.entries:
        write_entry(where, entry, tabbed=tabbed)
    if section.tags:
        words = [text for text, _ in section.tags]
        if tabbed:
            where.add_paragraph(", ".join(words))
        else:
            for word in words:
                where.add_paragraph(word, style="List Bullet")
    for line in section.lines:
        where.add_paragraph(line)


def write_entry(where: Any, entry: Entry, *, tabbed: bool) -> None:
    paragraph = where.add_paragraph()
    paragraph.add_run(entry.head).bold = True
    if entry.when and tabbed:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"\t{entry.when}")
    for line in (entry.sub, "" if tabbed else entry.when):
        if line:
            where.add_paragraph(line)
    for bullet in entry.bullets:
        where.add_paragraph(bullet, style="List Bullet")


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
