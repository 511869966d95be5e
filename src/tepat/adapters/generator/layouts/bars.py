"""CVs of two columns with a coloured band, as design sites offer them."""

from collections.abc import Iterable
from datetime import date
from random import Random

from tepat.adapters.generator.layouts.pen import HEIGHT, INK, SOFT, WIDTH, Colour, Pen, choose_taste
from tepat.adapters.generator.sheets import Section, Sheet

ASIDE = ("skills", "languages", "certificates", "extras")


def draw_left_bar(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """A dark band at the left with photo, contact and skills; name and history right."""
    return draw_bars(random, sheet, as_of=as_of, left=True)


def draw_right_bar(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """The name over the whole width, a pale band at the right."""
    return draw_bars(random, sheet, as_of=as_of, left=False)


def draw_bars(random: Random, sheet: Sheet, *, as_of: date, left: bool) -> bytes:
    taste = choose_taste(random, sheet)
    width = random.choice((62.0, 68.0, 74.0))
    edge = 0.0 if left else WIDTH - width
    ground: Colour = taste.accent if left else (236, 239, 243)
    pen = Pen(sheet, taste, as_of=as_of, backdrop=lambda pen: pen.box(edge, 0, width, HEIGHT, ground))
    beside = set(ASIDE if random.random() < 0.7 else ("skills", "languages", "education"))
    aside = [s for s in sheet.sections if s.key in beside and fits(s)]
    main = [s for s in sheet.sections if s not in aside]
    inner = width - 14
    start, breadth = (width + 8, WIDTH - width - 20) if left else (12.0, WIDTH - width - 20)
    # Both orders of drawing occur in life; readers must not rely on either.
    if random.random() < 0.5:
        draw_aside(pen, sheet, aside, x=edge + 7, width=inner, dark=left)
        draw_main(pen, sheet, main, x=start, width=breadth)
    else:
        draw_main(pen, sheet, main, x=start, width=breadth)
        draw_aside(pen, sheet, aside, x=edge + 7, width=inner, dark=left)
    return pen.finish()


def fits(section: Section) -> bool:
    """A narrow band holds short lines only."""
    return all(len(line) < 90 for line in section.lines)


def draw_aside(pen: Pen, sheet: Sheet, sections: Iterable[Section], *, x: float, width: float, dark: bool) -> None:
    pen.column(x, 14, width)
    if pen.taste.photo:
        pen.portrait(x + width / 2 - 17, 14, 34)
        pen.set_xy(x, 62)
    pen.heading(sheet.contact_heading, on_dark=dark)
    for line in sheet.contact_lines():
        pen.say(line, scale=min(0.95, pen.scale_to_fit(line, width)))
        pen.gap(0.8)
    for section in sections:
        pen.section(section, on_dark=dark)
    pen.ink(INK)


def draw_main(pen: Pen, sheet: Sheet, sections: Iterable[Section], *, x: float, width: float) -> None:
    pen.column(x, 16, width)
    pen.ink(pen.taste.accent)
    pen.say(sheet.name, style="B", scale=2.2)
    pen.ink(SOFT)
    pen.say(sheet.headline, scale=1.2)
    pen.ink(INK)
    for section in sections:
        pen.section(section)
