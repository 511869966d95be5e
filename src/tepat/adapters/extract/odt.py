"""ODT: paragraphs, lists, tables and frames of OpenDocument text; hidden styles are left out."""

from collections.abc import Iterator

from tepat.adapters.extract.archives import Archive, UnsafeArchive
from tepat.adapters.extract.canonical import Canvas
from tepat.adapters.extract.xml import Element, UnsafeXml, parse_xml
from tepat.domain.documents import DocumentWarning, ExtractedText, Unreadable

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PARAGRAPHS = (TEXT + "p", TEXT + "h")
SKIPPED = (TEXT + "tracked-changes", OFFICE + "annotation", TEXT + "sequence-decls", TEXT + "note-citation")


def extract_odt(data: bytes) -> ExtractedText | Unreadable:
    """The text of an OpenDocument file; `encrypted`, `damaged` or `no_text` otherwise."""
    canvas = Canvas(MEDIA_TYPE)
    try:
        archive = Archive(data)
        if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            return Unreadable("encrypted")
        styles = parse_xml(archive.read("styles.xml")) if "styles.xml" in archive.names else None
        content = parse_xml(archive.read("content.xml"))
    except (UnsafeArchive, UnsafeXml) as error:
        return Unreadable("damaged", {"detail": str(error)[:60]})
    hidden = _hidden_styles(content) | (_hidden_styles(styles) if styles is not None else frozenset())
    _Writer(canvas, hidden).write_blocks(content)
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.names):
        canvas.warn(DocumentWarning("active_content"))
    return canvas.finish() if canvas.has_text else Unreadable("no_text", {"pages": 1})


def _hidden_styles(root: Element) -> frozenset[str]:
    found = set()
    for style in root.iter(STYLE + "style"):
        properties = style.find(STYLE + "text-properties")
        if properties is None:
            continue
        white = str(properties.get(FO + "color", "")).casefold() in ("#ffffff", "#fefefe", "#fdfdfd")
        ground = properties.get(FO + "background-color", "transparent") not in ("transparent", "#ffffff")
        tiny = str(properties.get(FO + "font-size", "")) in ("0pt", "1pt", "2pt", "0.5pt", "1.5pt")
        if properties.get(TEXT + "display") == "none" or tiny or (white and not ground):
            found.add(str(style.get(STYLE + "name")))
    return frozenset(found)


class _Writer:
    def __init__(self, canvas: Canvas, hidden: frozenset[str]) -> None:
        self._canvas = canvas
        self._hidden = hidden

    def write_blocks(self, parent: Element, bullet: str = "") -> None:
        for block in parent:
            if not isinstance(block.tag, str) or block.tag in SKIPPED:
                continue
            if block.tag in PARAGRAPHS:
                self._write_paragraph(block, bullet)
            elif block.tag == TEXT + "list-item":
                self.write_blocks(block, "• ")
            elif block.tag == TABLE + "table-row":
                self._write_row(block)
            else:
                self.write_blocks(block, bullet)

    def _write_paragraph(self, paragraph: Element, bullet: str) -> None:
        if paragraph.tag == TEXT + "h":
            self._canvas.part()
        frames: list[Element] = []
        text = "".join(self._runs(paragraph, frames, hidden=paragraph.get(TEXT + "style-name") in self._hidden))
        if text.strip():
            self._canvas.write(bullet + text)
        elif not frames:
            self._canvas.part()
        for frame in frames:
            self._canvas.open_region()
            self.write_blocks(frame)
            self._canvas.open_region()

    def _write_row(self, row: Element) -> None:
        cells = [c for c in row if isinstance(c.tag, str) and c.tag == TABLE + "table-cell"]
        paragraphs = [[p for p in cell.iter(*PARAGRAPHS) if "".join(p.itertext()).strip()] for cell in cells]
        if all(len(found) <= 1 for found in paragraphs):
            texts = ["".join(self._runs(found[0], [], hidden=False)).strip() for found in paragraphs if found]
            self._canvas.write("\t".join(t for t in texts if t))
            return
        for cell in cells:
            self._canvas.open_region()
            self.write_blocks(cell)
        self._canvas.open_region()

    def _runs(self, node: Element, frames: list[Element], *, hidden: bool) -> Iterator[str]:
        yield from self._show(node.text, hidden=hidden)
        for child in node:
            if not isinstance(child.tag, str) or child.tag in SKIPPED:
                pass
            elif child.tag == TEXT + "s":
                count = str(child.get(TEXT + "c", "1"))
                yield " " * min(int(count) if count.isdigit() else 1, 40)
            elif child.tag == TEXT + "tab":
                yield "\t"
            elif child.tag == TEXT + "line-break":
                yield "\n"
            elif child.tag == DRAW + "frame" or child.tag == DRAW + "custom-shape":
                frames.append(child)
            else:
                yield from self._runs(child, frames, hidden=hidden or child.get(TEXT + "style-name") in self._hidden)
            yield from self._show(child.tail, hidden=hidden)

    def _show(self, text: str | None, *, hidden: bool) -> Iterator[str]:
        if text and hidden:
            self._canvas.hide(text)
        elif text:
            yield text
