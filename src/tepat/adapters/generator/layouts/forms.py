"""The typewritten form "DAFTAR RIWAYAT HIDUP": labels, colons, and a ruled table of jobs."""

from datetime import date
from random import Random

from tepat.adapters.generator.layouts.pen import WIDTH, Pen, choose_taste
from tepat.adapters.generator.sheets import Section, Sheet

MARGIN = 22.0


def draw_form(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """A form with numbered sections, label – colon – value, and jobs in a ruled table."""
    pen = Pen(sheet, choose_taste(random, sheet), as_of=as_of)
    pen.column(MARGIN, 18, WIDTH - 2 * MARGIN)
    pen.say(sheet.title.upper(), align="C", style="BU", scale=1.4)
    pen.gap(5)
    letter(pen, 0, sheet.identity_heading)
    for label, value in (
        ("Nama" if sheet.identity_heading.startswith(("D", "I")) else "Name", sheet.name),
        *sheet.identity,
        *sheet.contact,
    ):
        label_line(pen, label, value)
    for number, section in enumerate(sheet.sections, 1):
        letter(pen, number, section.heading)
        if section.entries:
            ruled_table(pen, section)
        else:
            plain_lines(pen, section)
    return pen.finish()


def letter(pen: Pen, number: int, heading: str) -> None:
    if pen.will_page_break(24):
        pen.add_page(same=True)
    pen.gap(3)
    pen.say(f"{'ABCDEFGHIJKL'[number]}. {heading}", style="B", scale=1.08)
    pen.gap(1)


def label_line(pen: Pen, label: str, value: str) -> None:
    """`label : value` with the colons below each other."""
    pen.face()
    pen.set_x(MARGIN + 4)
    pen.cell(48, pen.leading, label)
    pen.cell(4, pen.leading, ":")
    pen.set_left_margin(MARGIN + 56)
    pen.multi_cell(0, pen.leading, value, align="L", new_x="LMARGIN", new_y="NEXT")
    pen.set_left_margin(MARGIN)
    pen.set_x(MARGIN)


def ruled_table(pen: Pen, section: Section) -> None:
    """Two columns: the period, and what was done where."""
    pen.face()
    widths = (24, 76)
    with pen.table(
        col_widths=widths, first_row_as_headings=False, text_align=("LEFT", "LEFT"), line_height=pen.leading, padding=1
    ) as table:
        for entry in section.entries:
            row = table.row()
            row.cell(entry.when)
            body = "\n".join(filter(None, (entry.title, entry.place, *(f"{pen.taste.bullet} {line}" for line in entry.bullets))))
            row.cell(body)


def plain_lines(pen: Pen, section: Section) -> None:
    words = [f"{tag} ({level}/5)" if level else tag for tag, level in section.tags] + list(section.lines)
    for number, line in enumerate(words, 1):
        pen.face()
        pen.set_x(MARGIN + 4)
        pen.multi_cell(0, pen.leading, f"{number}. {line}" if len(words) > 1 else line, align="L", new_x="LMARGIN", new_y="NEXT")
