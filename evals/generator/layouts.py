"""Which layouts each split draws, and which of them stand in two columns."""

from collections.abc import Callable, Mapping
from random import Random

from evals.generator import exports, office, pages, sheets
from evals.generator.pages import Layout
from evals.generator.sheet import Sheet

PRINTED: Mapping[str, Mapping[str, Layout]] = {
    "dev": {
        "bar_left": pages.bar_left,
        "bar_right": pages.bar_right,
        "plain": pages.plain,
        "band": pages.band,
        "form": pages.form_page,
        "timeline": pages.timeline,
        "cards": pages.cards,
        "photo_head": exports.photo_head,
        "board": exports.board,
    },
    "held": {
        "bar_narrow": pages.bar_narrow,
        "job_table": pages.job_table,
        "margin_heads": pages.margin_heads,
        "newspaper": pages.newspaper,
        "footer_contact": pages.footer_contact,
        "repeated": pages.repeated,
        "form_late": pages.form_page,
        "mirrored": pages.bar_right,
        "linked": exports.linked,
        "european": exports.european,
        "three": exports.three,
        "scattered": exports.scattered,
    },
}
"""HTML for a browser to print."""
ONLY_SEEN = frozenset({"cards", "scattered"})
"""Layouts whose order only a rendered page shows: no reader of HTML itself could know it."""
WRITTEN: Mapping[str, Mapping[str, Callable[[Random, Sheet], bytes]]] = {
    "dev": {"docx_plain": office.plain, "docx_form": office.form},
    "held": {"docx_tables": office.tables, "docx_columns": office.columns, "docx_boxes": office.boxes},
}
"""DOCX."""
LOST_AS_RTF = frozenset({"docx_boxes"})
"""Layouts whose text boxes LibreOffice leaves out when it writes RTF: the file does not hold the truth."""
DRAWN: Mapping[str, Mapping[str, Callable[[Random, Sheet], bytes]]] = {
    "dev": {name: sheets.drawing(name) for name in ("single", "left_bar", "timeline")},
    "held": {name: sheets.drawing(name) for name in ("right_bar", "form", "magazine", "compact")},
}
"""PDF drawn in pure Python by the product's own generator, from the corpus's words."""
TWO_COLUMNS = frozenset(
    {"bar_left", "bar_right", "cards", "photo_head", "bar_narrow", "newspaper", "linked", "mirrored", "three"}
    | {"docx_columns", "docx_boxes", "left_bar", "right_bar", "magazine"}
)
