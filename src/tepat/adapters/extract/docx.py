"""DOCX: paragraphs, tables, text boxes, headers; runs that nobody can see are left out."""

import re
from collections.abc import Iterator

from tepat.adapters.extract.archives import Archive, UnsafeArchive
from tepat.adapters.extract.canonical import Canvas
from tepat.adapters.extract.xml import Element, UnsafeXml, parse_xml
from tepat.domain.documents import DocumentWarning, ExtractedText, Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SKIPPED = {FALLBACK, W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "sectPr"}
TINY = 4
"""Half points: text of two points or less cannot be read."""
COLUMN_LINES = 9
"""A cell with so many lines is a column of the page."""
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")
_BRIGHT = 0xF0
_MAY_HIDE = re.compile(
    rb"""[vV]anish|webHidden|["'](?:[fF][0-9a-fA-F]){3}["']|:sz\s+\w+:val\s*=\s*["'][0-4]["']|["'](?:background1|light1|bg1|lt1)["']"""
)
"""What a style that hides text must have in it, whatever the prefix: without it the styles, which are long, are not parsed."""


def extract_docx(data: bytes) -> ExtractedText | Unreadable:
    """The text of a Word document; `damaged` or `no_text` otherwise."""
    canvas = Canvas(MEDIA_TYPE)
    try:
        archive = Archive(data)
        styles = _hidden_styles(archive)
        for name in _parts(archive):
            Writer(canvas, styles).write_part(parse_xml(archive.read(name)))
            canvas.open_region()
    except (UnsafeArchive, UnsafeXml) as error:
        return Unreadable("damaged", {"detail": str(error)[:60]})
    if any("vbaProject" in name or "embeddings/" in name or "activeX" in name for name in archive.names):
        canvas.warn(DocumentWarning("active_content"))
    return canvas.finish() if canvas.has_text else Unreadable("no_text", {"pages": 1})


def _parts(archive: Archive) -> list[str]:
    headers = sorted(n for n in archive.names if _HEADER.fullmatch(n))
    footers = sorted(n for n in archive.names if _FOOTER.fullmatch(n))
    return [*headers, "word/document.xml", *footers]


def _hidden_styles(archive: Archive) -> frozenset[str]:
    """Ids of styles that hide text."""
    if "word/styles.xml" not in archive.names:
        return frozenset()
    data = archive.read("word/styles.xml")
    if not _may_hide(data):
        return frozenset()
    found = set()
    for style in parse_xml(data).iter(W + "style"):
        properties = style.find(W + "rPr")
        if properties is not None and _hides(properties):
            found.add(style.get(W + "styleId", ""))
    return frozenset(found)


def _may_hide(styles: bytes) -> bool:
    """Whether a style of paragraphs or letters may hide text; those of tables, of which documents bring a hundred, hide none."""
    parts = styles.split(b":style ")[1:]
    if len(parts) != styles.count(b":style>") or b"<style" in styles:
        return True
    return any(b'"table"' not in part[: part.find(b">")] and _MAY_HIDE.search(part) for part in parts)


def _value(parent: Element, tag: str) -> str | None:
    """The `val` of a child; "" where it has none, None where there is no such child."""
    child = parent.find(W + tag)
    return None if child is None else str(child.get(W + "val", ""))


def _hides(properties: Element) -> bool:
    """Whether run properties make text unseen on a white page: vanish, two points or less, white."""
    if any(_value(properties, tag) not in (None, "0", "false", "none") for tag in ("vanish", "webHidden")):
        return True
    size = _value(properties, "sz")
    if size is not None and size.isdigit() and int(size) <= TINY:
        return True
    return _is_white(properties) and not _is_shaded(properties)


def _is_white(properties: Element) -> bool:
    color = properties.find(W + "color")
    if color is None:
        return False
    if color.get(W + "themeColor") in ("background1", "light1", "bg1", "lt1") and not color.get(W + "themeShade"):
        return True
    written = str(color.get(W + "val", ""))
    return re.fullmatch(r"[0-9A-Fa-f]{6}", written) is not None and all(b >= _BRIGHT for b in bytes.fromhex(written))


def _is_shaded(properties: Element) -> bool:
    """Whether a ground that is not white lies under the text."""
    if _value(properties, "highlight") not in (None, "white", "none"):
        return True
    shade = properties.find(W + "shd")
    if shade is None:
        return False
    fill = str(shade.get(W + "fill", "auto")).upper()
    return bool(shade.get(W + "themeFill")) or fill not in ("AUTO", "FFFFFF", "")


class Writer:
    """Walks one part of the document and writes lines to the canvas. Depth is bounded by the XML parser."""

    def __init__(self, canvas: Canvas, hidden_styles: frozenset[str]) -> None:
        self._canvas = canvas
        self._hidden_styles = hidden_styles

    def write_part(self, root: Element) -> None:
        body = root.find(W + "body")
        self._write_blocks(root if body is None else body, shaded=False)

    def _write_blocks(self, parent: Element, *, shaded: bool) -> None:
        for block in parent:
            if self._canvas.is_full:
                return
            if block.tag == W + "p":
                self._write_paragraph(block, shaded=shaded)
            elif block.tag == W + "tbl":
                self._write_table(block, shaded=shaded)
            elif block.tag not in SKIPPED:
                self._write_blocks(block, shaded=shaded)

    def _write_paragraph(self, paragraph: Element, *, shaded: bool) -> None:
        properties = paragraph.find(W + "pPr")
        style = "" if properties is None else _value(properties, "pStyle") or ""
        if properties is not None:
            shaded = shaded or _is_shaded(properties)
        boxes: list[Element] = []
        text = "".join(self._runs(paragraph, boxes, hidden=style in self._hidden_styles, shaded=shaded))
        listed = properties is not None and properties.find(W + "numPr") is not None
        if style.startswith("Heading") and text.strip():
            self._canvas.part()
        if text.strip():
            bullet = "• " if (listed or style.startswith("List")) and not re.match(r"\s*[•\-*]", text) else ""
            self._canvas.write(bullet + text)
        elif not boxes:
            self._canvas.part()
        for box in boxes:
            self._canvas.open_region()
            self._write_blocks(box, shaded=_box_is_filled(box))
            self._canvas.open_region()

    def _runs(self, parent: Element, boxes: list[Element], *, hidden: bool, shaded: bool) -> Iterator[str]:
        """Visible text of a paragraph; text boxes met on the way are put into `boxes`."""
        for node in parent:
            if node.tag in SKIPPED or not isinstance(node.tag, str):
                continue
            if node.tag == W + "txbxContent":
                boxes.append(node)
            elif node.tag == W + "r":
                yield from self._run(node, boxes, hidden=hidden, shaded=shaded)
            else:
                yield from self._runs(node, boxes, hidden=hidden, shaded=shaded)

    def _run(self, run: Element, boxes: list[Element], *, hidden: bool, shaded: bool) -> Iterator[str]:
        properties = run.find(W + "rPr")
        if properties is not None:
            style = _value(properties, "rStyle") or ""
            white_on_ground = shaded and _is_white(properties) and not _vanishes(properties)
            hidden = (hidden or style in self._hidden_styles or _hides(properties)) and not white_on_ground
        for node in run:
            text = _text_of(node)
            if text is None:
                yield from self._runs(node, boxes, hidden=hidden, shaded=shaded)
            elif hidden:
                self._canvas.hide(text)
            else:
                yield text

    def _write_table(self, table: Element, *, shaded: bool) -> None:
        """Rows of short cells are lines; large cells are columns of a page, each a region; else cells follow each other."""
        rows = [row for row in table.iter(W + "tr") if _owner(row, W + "tbl") is table]
        cells_of = {row: [cell for cell in row.iter(W + "tc") if _owner(cell, W + "tr") is row] for row in rows}
        columns = any(_lines_in(cell) >= COLUMN_LINES for cells in cells_of.values() if len(cells) > 1 for cell in cells)
        for row in rows:
            cells = cells_of[row]
            if all(_lines_in(cell) <= 1 for cell in cells):
                self._write_row(cells, shaded=shaded)
                continue
            for cell in cells:
                if columns:
                    self._canvas.open_region()
                self._write_blocks(cell, shaded=shaded or _cell_is_shaded(cell))
            self._canvas.part()
        if columns:
            self._canvas.open_region()
        self._canvas.part()

    def _write_row(self, cells: list[Element], *, shaded: bool) -> None:
        """A row of short cells is one line with tabs."""
        texts, boxes = [], list[Element]()
        for cell in cells:
            ground = shaded or _cell_is_shaded(cell)
            runs = (t for p in cell.iter(W + "p") for t in self._runs(p, boxes, hidden=False, shaded=ground))
            texts.append(" ".join("".join(runs).split()))
        self._canvas.write("\t".join(t for t in texts if t))
        for box in boxes:
            self._canvas.open_region()
            self._write_blocks(box, shaded=_box_is_filled(box))


def _lines_in(cell: Element) -> int:
    """Lines with text: paragraphs and the breaks inside them."""
    paragraphs = [p for p in cell.iter(W + "p") if _has_text(p)]
    return sum(1 + sum(1 for _ in p.iter(W + "br")) for p in paragraphs)


def _text_of(node: Element) -> str | None:
    """The text a node stands for, or None if it must be walked."""
    name = node.tag[len(W) :] if isinstance(node.tag, str) and node.tag.startswith(W) else ""
    if name == "t":
        return node.text or ""
    if node.tag in SKIPPED or not isinstance(node.tag, str):
        return ""
    fixed = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "sym": "•", "ptab": "\t"}
    return fixed.get(name)


def _vanishes(properties: Element) -> bool:
    if any(_value(properties, tag) not in (None, "0", "false", "none") for tag in ("vanish", "webHidden")):
        return True
    size = _value(properties, "sz")
    return size is not None and size.isdigit() and int(size) <= TINY


def _owner(node: Element, tag: str) -> Element:
    while node is not None and (node := node.getparent()) is not None:
        if node.tag == tag:
            return node
    return None


def _has_text(paragraph: Element) -> bool:
    return any(t.text and t.text.strip() for t in paragraph.iter(W + "t"))


def _cell_is_shaded(cell: Element) -> bool:
    properties = cell.find(W + "tcPr")
    return properties is not None and _is_shaded(properties)


def _box_is_filled(box: Element) -> bool:
    """Whether the shape around a text box is filled with a colour that is not white."""
    shape = box.getparent()
    while shape is not None and shape.tag != WPS + "wsp" and not str(shape.tag).endswith("}shape"):
        shape = shape.getparent()
    if shape is None:
        return False
    if fill := shape.get("fillcolor"):
        return fill.casefold() not in ("white", "#ffffff", "#fff")
    for fill in shape.iterfind(f"{WPS}spPr/{{*}}solidFill/*"):
        return str(fill.get("val", "")).upper() not in ("FFFFFF", "BG1", "LT1")
    return False
