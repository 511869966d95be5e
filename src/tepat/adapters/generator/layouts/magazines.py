"""CVs set like a magazine: a pale head, and two equal columns below it."""

from datetime import date
from random import Random

from tepat.adapters.generator.layouts.pen import INK, SOFT, WIDTH, Pen, choose_taste
from tepat.adapters.generator.sheets import Sheet

LEFT = ("summary", "work", "internships", "organisations")


def draw_magazine(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """History left, everything else right, a thin rule between; the photo stands in the head."""
    pen = Pen(sheet, choose_taste(random, sheet), as_of=as_of)
    head = pen.height_of(6.4) + 16
    pen.box(0, 0, WIDTH, head, (240, 238, 233))
    pen.box(0, head, WIDTH, 1.4, pen.taste.accent)
    if pen.taste.photo:
        pen.portrait(WIDTH - 42, 6, (head - 12) / 1.25)
    pen.column(14, 10, WIDTH - 66)
    pen.ink(pen.taste.accent)
    pen.say(sheet.name, style="B", scale=2.2)
    pen.ink(SOFT)
    pen.say(sheet.headline, scale=1.15)
    pen.ink(INK)
    for line in sheet.contact_lines():
        pen.say(line, scale=0.92)
    left = [section for section in sheet.sections if section.key in LEFT]
    right = [section for section in sheet.sections if section.key not in LEFT]
    breadth = (WIDTH - 28 - 10) / 2
    for x, sections in ((14.0, left), (14.0 + breadth + 10, right)):
        pen.column(x, head + 6, breadth)
        for section in sections:
            pen.section(section)
    pen.set_draw_color(200, 204, 210)
    pen.page = 1
    pen.line(WIDTH / 2, head + 8, WIDTH / 2, 285)
    return pen.finish()
