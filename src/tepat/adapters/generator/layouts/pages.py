"""CVs of one column on paper: plain, timeline, and compact on as many pages as it takes."""

from datetime import date
from random import Random

from tepat.adapters.generator.layouts.pen import INK, SOFT, WHITE, WIDTH, Pen, choose_taste
from tepat.adapters.generator.sheets import Entry, Section, Sheet


def draw_single(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """Name on top, one column, sections below each other."""
    pen = Pen(sheet, choose_taste(random, sheet), as_of=as_of)
    margin = random.choice((16.0, 20.0, 24.0))
    pen.column(margin, 16, WIDTH - 2 * margin)
    align = random.choice(("L", "C"))
    pen.ink(pen.taste.accent)
    pen.say(sheet.name, align=align, style="B", scale=2.1)
    pen.ink(SOFT)
    pen.say(sheet.headline, align=align, scale=1.15)
    separator = random.choice((" | ", "  •  ", " – "))
    pen.say(separator.join(sheet.contact_lines()), align=align)
    pen.ink(INK)
    for section in sheet.sections:
        pen.section(section)
    return pen.finish()


def draw_timeline(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """A coloured head; jobs and schools hang on a line with dots, their periods left of it."""
    pen = Pen(sheet, choose_taste(random, sheet), as_of=as_of)
    head = pen.height_of(5.2) + 16
    pen.box(0, 0, WIDTH, head, pen.taste.accent)
    pen.column(18, 10, WIDTH - 36)
    pen.ink(WHITE)
    pen.say(sheet.name, style="B", scale=2.0)
    pen.say(sheet.headline, scale=1.1)
    pen.say("   ".join(sheet.contact_lines()), scale=0.95)
    pen.ink(INK)
    pen.column(18, head + 5, WIDTH - 36)
    for section in sheet.sections:
        if section.entries:
            pen.heading(section.heading)
            for entry in section.entries:
                hang(pen, entry)
        else:
            pen.section(section)
    return pen.finish()


def hang(pen: Pen, entry: Entry) -> None:
    """One entry on the line: the period left, a dot, the text right."""
    left, line = 18.0, 62.0
    pen.face()
    if pen.will_page_break(pen.leading * (3 + len(entry.bullets))):
        pen.add_page(same=True)
    top = pen.get_y()
    pen.ink(SOFT)
    pen.face(scale=0.93)
    pen.multi_cell(line - left - 4, pen.leading, entry.when, align="R", new_x="LMARGIN", new_y="NEXT")
    below = pen.get_y()
    pen.ink(INK)
    pen.set_left_margin(line + 5)
    pen.set_xy(line + 5, top)
    pen.say(entry.title, style="B")
    if entry.place:
        pen.say(entry.place)
    pen.bullets(entry.bullets)
    bottom = max(pen.get_y(), below) + 2
    pen.set_draw_color(*pen.taste.accent)
    pen.line(line, top + 1, line, bottom)
    pen.set_fill_color(*pen.taste.accent)
    pen.circle(line, top + 2, 1.2, style="F")
    pen.set_left_margin(left)
    pen.set_xy(left, bottom)


def draw_compact(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """Headings in the left margin, text right of them, wide leading: usually two pages."""
    pen = Pen(sheet, choose_taste(random, sheet), as_of=as_of, backdrop=number_page)
    pen.column(16, 18, WIDTH - 32)
    pen.say(sheet.title.upper(), align="C", style="B", scale=1.3)
    pen.gap(3)
    pen.say(sheet.name, style="B", scale=1.6)
    pen.say(sheet.headline)
    for line in sheet.contact_lines():
        pen.say(line)
    for section in sheet.sections:
        margin_section(pen, section)
    return pen.finish()


def number_page(pen: Pen) -> None:
    """The page number at the head of every page but the first."""
    if pen.page_no() > 1:
        pen.set_xy(WIDTH - 40, 8)
        pen.face(scale=0.85)
        pen.cell(24, 4, f"{pen.page_no()}", align="R")
        pen.set_xy(pen.l_margin, 16)


def margin_section(pen: Pen, section: Section) -> None:
    """The heading left, the body right of it, under a thin rule."""
    pen.gap(pen.leading * 0.7)
    if pen.will_page_break(30):
        pen.add_page(same=True)
    top = pen.get_y()
    pen.set_draw_color(200, 204, 210)
    pen.line(16, top, WIDTH - 16, top)
    pen.set_xy(16, top + 2)
    pen.ink(pen.taste.accent)
    pen.face(style="B")
    pen.multi_cell(40, pen.leading, section.heading, align="L")
    pen.ink(INK)
    pen.set_left_margin(60)
    pen.set_xy(60, top + 2)
    for entry in section.entries:
        pen.entry(entry)
    for line in section.lines:
        pen.say(line)
    if section.tags:
        pen.tags(section, on_dark=False)
    pen.set_left_margin(16)
    pen.set_x(16)
