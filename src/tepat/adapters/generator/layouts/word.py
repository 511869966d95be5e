"""CVs as people make them in Word: plain, a form of tables, two columns in a table, and contact data in the header."""

import io
import zipfile
from datetime import date, datetime, time
from functools import cache
from random import Random
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tepat.adapters.generator.layouts.pen import ACCENTS
from tepat.adapters.generator.sheets import Entry, Section, Sheet

ASIDE = ("skills", "languages", "certificates", "extras")
GROUNDS = ("E8EDF3", "F3ECE4", "E6F1EF")
FONTS = ("Calibri", "Arial", "Times New Roman", "Cambria")


def write_plain(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """Headings, paragraphs, bullets."""
    document = start(random, sheet, as_of)
    name = document.add_heading(sheet.name, level=0)
    name.alignment = random.choice((WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER))
    document.add_paragraph(sheet.headline)
    document.add_paragraph(" | ".join(sheet.contact_lines()))
    for section in sheet.sections:
        document.add_heading(section.heading, level=1)
        fill(document, section)
    return finish(document, as_of)


def write_header(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """Name and contact data stand in the page's header, where careless readers lose them; the footer holds the title."""
    document = start(random, sheet, as_of)
    page = document.sections[0]
    head = page.header.paragraphs[0]
    head.add_run(sheet.name).bold = True
    page.header.add_paragraph("  |  ".join(sheet.contact_lines()))
    page.footer.paragraphs[0].text = sheet.title
    document.add_paragraph(sheet.headline)
    for section in sheet.sections:
        document.add_heading(section.heading, level=2)
        fill(document, section)
    return finish(document, as_of)


def write_form(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """DAFTAR RIWAYAT HIDUP: a table of labels and values, then one table per section."""
    document = start(random, sheet, as_of)
    title = document.add_heading(sheet.title.upper(), level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    label = "Nama" if sheet.identity_heading.casefold().startswith("d") or "Identitas" in sheet.identity_heading else "Name"
    rows = ((label, sheet.name), *sheet.identity, *sheet.contact)
    table = document.add_table(rows=len(rows), cols=2, style=random.choice(("Table Grid", "Normal Table")))
    for row, (key, value) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = key, f": {value}"
        row.cells[0].width, row.cells[1].width = Cm(5), Cm(11)
    for section in sheet.sections:
        document.add_heading(section.heading, level=2)
        if section.entries:
            ruled(document, section)
        else:
            fill(document, section)
    return finish(document, as_of)


def write_columns(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """A table without lines holds a narrow and a wide column."""
    document = start(random, sheet, as_of)
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    narrow_first = random.random() < 0.6
    narrow, wide = table.rows[0].cells if narrow_first else reversed(table.rows[0].cells)
    narrow.width, wide.width = Cm(5.6), Cm(11.4)
    shade(narrow, random.choice(GROUNDS))
    narrow.paragraphs[0].add_run(sheet.contact_heading).bold = True
    for line in sheet.contact_lines():
        narrow.add_paragraph(line)
    title = wide.paragraphs[0].add_run(sheet.name)
    title.bold, title.font.size = True, Pt(20)
    wide.add_paragraph(sheet.headline)
    for section in sheet.sections:
        cell = narrow if section.key in ASIDE else wide
        cell.add_paragraph().add_run(section.heading).bold = True
        fill(cell, section)
    return finish(document, as_of)


def shade(cell: Any, ground: str) -> None:
    """A pale ground behind a whole cell; `ground` is RRGGBB."""
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - the library has no public door to shading


def start(random: Random, sheet: Sheet, as_of: date) -> Any:
    document = Document(io.BytesIO(blank()))
    style = document.styles["Normal"]
    style.font.name, style.font.size = random.choice(FONTS), Pt(random.choice((10, 10.5, 11)))
    style.paragraph_format.space_after = Pt(3)
    accent = RGBColor(*random.choice(ACCENTS))
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = accent
    for page in document.sections:
        page.left_margin = page.right_margin = Cm(2.2)
        page.top_margin = page.bottom_margin = Cm(1.9)
    core = document.core_properties
    core.author, core.title, core.comments = "", sheet.title, ""
    core.created = core.modified = datetime.combine(as_of, time(8))
    return document


@cache
def blank() -> bytes:
    """An empty document, made once."""
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def fill(place: Any, section: Section) -> None:
    """The body of a section; `place` is a document or a cell."""
    for entry in section.entries:
        write_entry(place, entry)
    for line in section.lines:
        place.add_paragraph(line)
    if section.tags:
        words = [f"{tag} ({level}/5)" if level else tag for tag, level in section.tags]
        if len(words) % 2:
            for word in words:
                place.add_paragraph(word, style="List Bullet")
        else:
            place.add_paragraph(", ".join(words))


def write_entry(place: Any, entry: Entry) -> None:
    paragraph = place.add_paragraph()
    edge = place.width if hasattr(place, "width") else Cm(16.6)
    paragraph.paragraph_format.tab_stops.add_tab_stop(edge - Cm(0.4), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(entry.title).bold = True
    if entry.when:
        paragraph.add_run(f"\t{entry.when}")
    if entry.place:
        place.add_paragraph().add_run(entry.place).italic = True
    for line in entry.bullets:
        place.add_paragraph(line, style="List Bullet")


def ruled(document: Any, section: Section) -> None:
    table = document.add_table(rows=len(section.entries), cols=2, style="Table Grid")
    for row, entry in zip(table.rows, section.entries, strict=True):
        row.cells[0].text = entry.when
        row.cells[0].width, row.cells[1].width = Cm(4.5), Cm(12)
        row.cells[1].text = "\n".join(filter(None, (entry.title, entry.place, *entry.bullets)))


def finish(document: Any, as_of: date) -> bytes:
    """The bytes of the file, with every member dated `as_of`: the same content gives the same bytes."""
    buffer, out = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, (as_of.year, as_of.month, as_of.day, 8, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()
