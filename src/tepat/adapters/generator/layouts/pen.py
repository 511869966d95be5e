"""A pen that draws CVs on A4: columns, headings, entries, bullets, bars."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from random import Random
from typing import Literal

from fpdf import FPDF

from tepat.adapters.generator.sheets import Entry, Section, Sheet

Colour = tuple[int, int, int]
WIDTH, HEIGHT = 210.0, 297.0
INK: Colour = (34, 38, 46)
SOFT: Colour = (104, 110, 120)
WHITE: Colour = (255, 255, 255)
ACCENTS: tuple[Colour, ...] = (
    (24, 62, 99),
    (16, 110, 104),
    (122, 44, 60),
    (58, 58, 66),
    (156, 92, 20),
    (72, 52, 122),
    (38, 84, 48),
)


@dataclass(frozen=True, slots=True)
class Taste:
    """The choices one document keeps: colour, face, size in points, bullet, how headings, skills and dates look, leading."""

    accent: Colour
    face: Literal["helvetica", "times"]
    size: float
    bullet: str
    heading: Literal["rule", "fill", "plain", "caps", "spaced"]
    skills: Literal["list", "line", "bars", "chips"]
    dates: Literal["beside", "below", "above"]
    photo: bool
    air: float


def choose_taste(random: Random, sheet: Sheet) -> Taste:
    levels = any(level for section in sheet.sections for _, level in section.tags)
    return Taste(
        accent=random.choice(ACCENTS),
        face=random.choice(("helvetica", "helvetica", "times")),
        size=random.choice((9.0, 9.5, 10.0, 10.5)),
        bullet=random.choice(("•", "-", "–", "»", "·")),
        heading=random.choices(("rule", "fill", "plain", "caps", "spaced"), weights=(8, 4, 4, 4, 1))[0],
        skills=random.choice(("bars", "list")) if levels else random.choice(("list", "line", "chips")),
        dates=random.choice(("beside", "beside", "below", "above")),
        photo=random.random() < 0.6,
        air=random.uniform(1.3, 1.45) + max(0.0, (45 - count_lines(sheet)) * 0.012),
    )


def count_lines(sheet: Sheet) -> int:
    """About how many lines the CV takes; short ones are set wider, as people do."""
    return sum(
        2 + len(section.lines) + len(section.tags) // 2 + sum(3 + len(entry.bullets) for entry in section.entries)
        for section in sheet.sections
    )


class Pen(FPDF):
    """An A4 page with a current column; `taste` decides how things look. Page breaks stay inside the column."""

    def __init__(self, sheet: Sheet, taste: Taste, *, as_of: date, backdrop: Callable[["Pen"], None] | None = None) -> None:
        super().__init__(format="A4")
        # The core fonts are written in WinAnsi, which knows bullets and dashes that Latin-1 lacks.
        self.core_fonts_encoding = "windows-1252"
        self.taste, self.backdrop = taste, backdrop
        self.c_margin = 0
        self.set_creation_date(datetime.combine(as_of, time(8), tzinfo=UTC))
        self.set_title(sheet.title)
        self.set_auto_page_break(auto=True, margin=14)
        self.ink(INK)
        self.face()
        self.add_page()

    def header(self) -> None:
        """Called by the library on every new page: the coloured ground of the layout."""
        if self.backdrop:
            self.backdrop(self)

    def ink(self, colour: Colour) -> None:
        self.colour = colour
        self.set_text_color(*colour)

    def face(self, *, style: str = "", scale: float = 1.0) -> None:
        self.set_font(self.taste.face, style, self.taste.size * scale)

    @property
    def leading(self) -> float:
        return float(self.font_size) * self.taste.air

    def height_of(self, lines: float) -> float:
        """Millimetres that so many lines of running text take."""
        self.face()
        return lines * self.leading

    def column(self, x: float, y: float, width: float) -> None:
        """Continue at (x, y) of the first page in a column `width` mm wide."""
        self.set_left_margin(x)
        self.set_right_margin(WIDTH - x - width)
        self.set_top_margin(16)
        self.page = 1
        self.set_xy(x, y)

    def say(self, text: str, *, align: str = "L", style: str = "", scale: float = 1.0) -> None:
        """A paragraph over the whole column."""
        self.face(style=style, scale=scale)
        self.multi_cell(0, self.leading, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def scale_to_fit(self, text: str, width: float) -> float:
        """How much smaller the type must be so that the longest word (an address, say) stays whole."""
        self.face()
        return min(1.0, width / max(self.get_string_width(word) + 0.2 for word in text.split()))

    def gap(self, millimetres: float) -> None:
        self.set_y(self.get_y() + millimetres)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.set_fill_color(*colour)
        self.rect(x, y, width, height, style="F")

    def heading(self, text: str, *, on_dark: bool = False) -> None:
        """A section's heading in the manner of the document; it never stands alone at the foot of a page."""
        if self.will_page_break(24):
            self.add_page(same=True)
        self.gap(self.leading * 0.7)
        self.ink(WHITE if on_dark else self.taste.accent)
        kind = self.taste.heading
        if kind == "fill" and not on_dark:
            self.ink(WHITE)
            self.set_fill_color(*self.taste.accent)
            self.face(style="B", scale=1.15)
            self.cell(0, self.leading * 1.2, f" {text}", fill=True, new_x="LMARGIN", new_y="NEXT")
        else:
            self.set_char_spacing(2 if kind == "spaced" else 0)
            self.say(text.upper() if kind == "caps" else text, style="B", scale=1.2)
            self.set_char_spacing(0)
        if kind == "rule":
            self.set_draw_color(*(WHITE if on_dark else self.taste.accent))
            self.line(self.l_margin, self.get_y() + 0.6, WIDTH - self.r_margin, self.get_y() + 0.6)
        self.gap(1.8)
        self.ink(WHITE if on_dark else INK)

    def bullets(self, lines: Iterable[str], *, indent: float = 4.0) -> None:
        """Lines with hanging bullets."""
        self.face()
        left = self.l_margin
        for line in lines:
            if self.will_page_break(self.leading * 2):
                self.add_page(same=True)
            self.set_x(left)
            self.cell(indent, self.leading, self.taste.bullet)
            self.set_left_margin(left + indent)
            self.multi_cell(0, self.leading, line, align="L", new_x="LMARGIN", new_y="NEXT")
            self.set_left_margin(left)
        self.set_x(left)

    def entry(self, entry: Entry) -> None:
        """A job or a school with its period beside, below or above its title."""
        if self.will_page_break(self.leading * 4):
            self.add_page(same=True)
        colour, dates = self.colour, self.taste.dates
        if dates == "above" and entry.when:
            self.when(entry.when, colour)
        if dates == "beside" and entry.when:
            self.title_and_when(entry, colour)
        else:
            self.say(entry.title, style="B")
        if entry.place:
            self.say(entry.place, style="I")
        if dates == "below" and entry.when:
            self.when(entry.when, colour)
        self.bullets(entry.bullets)
        self.gap(self.leading * 0.4)

    def when(self, text: str, colour: Colour) -> None:
        self.ink(SOFT if colour == INK else colour)
        self.say(text, scale=0.93)
        self.ink(colour)

    def title_and_when(self, entry: Entry, colour: Colour) -> None:
        """Title left and period right on one line where both fit, else below each other."""
        self.face(scale=0.93)
        when = self.get_string_width(entry.when) + 2
        self.face(style="B")
        room = WIDTH - self.l_margin - self.r_margin
        if self.get_string_width(entry.title) + when + 4 > room:
            self.say(entry.title, style="B")
            self.when(entry.when, colour)
            return
        self.cell(room - when, self.leading, entry.title)
        self.face(scale=0.93)
        self.ink(SOFT if colour == INK else colour)
        self.cell(when, self.leading, entry.when, align="R", new_x="LMARGIN", new_y="NEXT")
        self.ink(colour)

    def section(self, section: Section, *, on_dark: bool = False) -> None:
        """Heading and body of one section."""
        self.heading(section.heading, on_dark=on_dark)
        for entry in section.entries:
            self.entry(entry)
        if len(section.lines) == 1:
            self.say(section.lines[0])
        else:
            self.bullets(section.lines)
        if section.tags:
            self.tags(section, on_dark=on_dark)

    def tags(self, section: Section, *, on_dark: bool) -> None:
        words = [tag for tag, _ in section.tags]
        if self.taste.skills == "bars":
            for tag, level in section.tags:
                self.bar(tag, level or 3, on_dark=on_dark)
        elif self.taste.skills == "line":
            self.say(f" {self.taste.bullet} ".join(words) if self.taste.bullet in "•·" else ", ".join(words))
        elif self.taste.skills == "chips":
            self.chips(words, on_dark=on_dark)
        else:
            self.bullets(words)

    def bar(self, tag: str, level: int, *, on_dark: bool) -> None:
        """A skill over a bar of five parts."""
        self.say(tag)
        room = min(70.0, WIDTH - self.l_margin - self.r_margin)
        y = self.get_y() + 0.3
        self.box(self.l_margin, y, room, 1.4, (150, 158, 170) if on_dark else (220, 224, 230))
        self.box(self.l_margin, y, room * level / 5, 1.4, WHITE if on_dark else self.taste.accent)
        self.gap(2.6)

    def chips(self, words: Iterable[str], *, on_dark: bool) -> None:
        """Words in rounded boxes, as many to a line as fit."""
        self.face(scale=0.93)
        self.set_draw_color(*(WHITE if on_dark else self.taste.accent))
        height = self.leading * 1.15
        for word in words:
            width = min(self.get_string_width(word) + 4, WIDTH - self.l_margin - self.r_margin)
            if self.get_x() + width > WIDTH - self.r_margin + 0.01:
                self.ln(height + 1.2)
            self.rect(self.get_x(), self.get_y(), width, height, style="D", round_corners=True, corner_radius=1.4)
            self.cell(width, height, word, align="C")
            self.set_x(self.get_x() + 1.4)
        self.ln(height + 1.4)

    def portrait(self, x: float, y: float, size: float) -> None:
        """The grey shape of a person where others put their photo."""
        self.box(x, y, size, size * 1.25, (206, 212, 220))
        self.set_fill_color(150, 158, 170)
        self.circle(x + size / 2, y + size * 0.45, size * 0.2, style="F")
        with self.rect_clip(x, y, size, size * 1.25):
            self.ellipse(x + size * 0.14, y + size * 0.76, size * 0.72, size * 0.9, style="F")

    def finish(self) -> bytes:
        return bytes(self.output())
