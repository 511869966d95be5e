"""A CV made in Word with a floating text box: the box stands twice in the file, as Word writes it for older programs."""

from datetime import date
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from tepat.adapters.generator.layouts.word import ASIDE, GROUNDS, fill, finish, start
from tepat.adapters.generator.sheets import Sheet

CENTIMETRE = 360_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPH = '<w:p><w:r><w:rPr>{style}<w:sz w:val="19"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
BOX = """<w:r xmlns:w="{word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Text Box 1"/>
<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{ground}"/></a:solidFill></wps:spPr>
<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect style="position:absolute;width:{points}pt;height:700pt" fillcolor="#{ground}"><v:textbox>
<w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def write_box(random: Random, sheet: Sheet, *, as_of: date) -> bytes:
    """Contact data, skills and the like float in a box beside the running text."""
    document = start(random, sheet, as_of)
    lines = [(sheet.contact_heading, True), *((line, False) for line in sheet.contact_lines())]
    for section in sheet.find(*ASIDE):
        lines += [(section.heading, True), *((line, False) for line in section.lines), *((tag, False) for tag, _ in section.tags)]
    title = document.add_heading(sheet.name, level=1)
    title._p.append(parse_xml(draw_box(lines, ground=random.choice(GROUNDS), left=random.random() < 0.5)))  # noqa: SLF001 - no public door
    document.add_paragraph(sheet.headline)
    for section in sheet.sections:
        if section.key not in ASIDE:
            document.add_heading(section.heading, level=2)
            fill(document, section)
    return finish(document, as_of)


def draw_box(lines: list[tuple[str, bool]], *, ground: str, left: bool) -> str:
    """The XML of the box: `lines` are (text, bold)."""
    width = 5.4
    content = "".join(PARAGRAPH.format(style="<w:b/>" if bold else "", text=escape(text)) for text, bold in lines)
    sizes: dict[str, Any] = {
        "left": 0 if left else int((16.6 - width) * CENTIMETRE),
        "width": int(width * CENTIMETRE),
        "height": int(24.5 * CENTIMETRE),
        "points": int(width * 28.35),
    }
    return BOX.format(word=WORD, content=content, ground=ground, **sizes)
