"""HTML: text by blocks; scripts never run, hidden elements are left out. Events, not recursion: depth costs nothing."""

import re
from html.parser import HTMLParser

from tepat.adapters.extract.canonical import Canvas
from tepat.adapters.extract.text import decode
from tepat.domain.documents import DocumentWarning, ExtractedText, Unreadable

MEDIA_TYPE = "text/html"
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tr",
        "ul",
    ]
)
PARTS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "table", "ul", "ol", "p", "hr"])
SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "textarea",
        "select",
    ]
)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*(?:0|[12](?:\.\d+)?(?:px|pt))(?![\d.])|opacity\s*:\s*0(?:\.0+)?(?![\d.])"
    r"|(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)|transparent)|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_GROUND = re.compile(r"background(?:-color)?\s*:", re.IGNORECASE)
MAX_DEPTH = 100_000


class _Reader(HTMLParser):
    def __init__(self, canvas: Canvas) -> None:
        super().__init__(convert_charrefs=True)
        self._canvas = canvas
        self._line: list[str] = []
        self._stack: list[tuple[str, bool, bool]] = []

    @property
    def _state(self) -> tuple[bool, bool]:
        return (self._stack[-1][1], self._stack[-1][2]) if self._stack else (False, False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" or any(name.startswith("on") for name, _ in attrs):
            self._canvas.warn(DocumentWarning("active_content"))
        if tag in BLOCKS:
            self._flush(parted=tag in PARTS)
        if tag == "li":
            self._line.append("• ")
        if tag in ("td", "th") and self._line:
            self._line.append("\t")
        if tag in VOID or len(self._stack) >= MAX_DEPTH:
            return
        silent, hidden = self._state
        self._stack.append((tag, silent or tag in SILENT, hidden or _hides(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush(parted=tag in PARTS)
        # Look back a little only: a wrong end tag must not cost a walk through a deep stack.
        for back in range(1, min(len(self._stack), 40) + 1):
            if self._stack[-back][0] == tag:
                del self._stack[-back:]
                return

    def handle_data(self, data: str) -> None:
        silent, hidden = self._state
        if silent:
            return
        if hidden:
            self._canvas.hide(data)
        else:
            self._line.append(re.sub(r"\s+", " ", data))

    def _flush(self, *, parted: bool = False) -> None:
        text = "".join(self._line).strip()
        self._line.clear()
        if text and text != "•":
            self._canvas.write(text)
        if parted:
            self._canvas.part()

    def close(self) -> None:
        super().close()
        self._flush()


def _hides(attrs: list[tuple[str, str | None]]) -> bool:
    given = dict(attrs)
    style = given.get("style") or ""
    found = _HIDING.search(style)
    if found and "color" in found.group().casefold() and _GROUND.search(style):
        return False
    return bool(found) or "hidden" in given


def extract_html(data: bytes) -> ExtractedText | Unreadable:
    """The visible text of a page; `unsupported_type` where it is no text at all."""
    text = decode(data)
    if text is None:
        return Unreadable("unsupported_type")
    canvas = Canvas(MEDIA_TYPE)
    reader = _Reader(canvas)
    reader.feed(text)
    reader.close()
    return canvas.finish() if canvas.has_text else Unreadable("no_text", {"pages": 1})
