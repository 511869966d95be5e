"""RTF: control words to text; hidden, white and tiny text is left out."""

import re
from dataclasses import dataclass, replace

from tepat.adapters.extract.canonical import Canvas
from tepat.domain.documents import DocumentWarning, ExtractedText, Unreadable

MEDIA_TYPE = "application/rtf"
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE)
_SILENT = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "footer",
        "headerl",
        "headerr",
        "footerl",
        "footerr",
        "themedata",
        "datastore",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "mmathPr",
        "latentstyles",
        "fldinst",
        "bkmkstart",
        "bkmkend",
        "colorschememapping",
        "pntext",
    ]
)
_BREAKS = {"par": "\n", "line": "\n", "row": "\n", "page": "\n", "sect": "\n", "tab": "\t", "cell": "\t"}
_SIGNS = {"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}
_ESCAPES = {"~": " ", "_": "-", "-": "", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
_COLOUR = re.compile(r"\\red(\d+)\\green(\d+)\\blue(\d+)")


@dataclass(frozen=True, slots=True)
class _State:
    silent: bool = False
    hidden: bool = False
    white: bool = False
    ground: bool = False
    tiny: bool = False
    skip: int = 1

    @property
    def unseen(self) -> bool:
        return self.hidden or self.tiny or (self.white and not self.ground)


def extract_rtf(data: bytes) -> ExtractedText | Unreadable:
    """The text of an RTF document; `no_text` where it shows none."""
    source = data.decode("latin-1")
    canvas = Canvas(MEDIA_TYPE)
    if "\\objdata" in source or "\\objocx" in source:
        canvas.warn(DocumentWarning("active_content"))
    reader = _Reader(canvas, _white_colours(source))
    for match in _TOKEN.finditer(source):
        reader.read(match)
    for line in "".join(reader.shown).split("\n"):
        canvas.write(line) if line.strip() else canvas.part()
    return canvas.finish() if canvas.has_text else Unreadable("no_text", {"pages": 1})


def _white_colours(source: str) -> frozenset[int]:
    table = re.search(r"\\colortbl([^{}]*)}", source)
    entries = table[1].split(";") if table else []
    found = ((n, _COLOUR.search(entry)) for n, entry in enumerate(entries))
    return frozenset(n for n, colour in found if colour and all(int(part) >= 0xF0 for part in colour.groups()))


class _Reader:
    def __init__(self, canvas: Canvas, white: frozenset[int]) -> None:
        self.shown: list[str] = []
        self._canvas = canvas
        self._white = white
        self._state = _State()
        self._stack: list[_State] = []
        self._ignore = 0

    def read(self, match: re.Match[str]) -> None:
        word, number, byte, sign, brace, text = match.groups()
        if brace == "{":
            self._stack.append(self._state)
        elif brace == "}":
            self._state = self._stack.pop() if self._stack else _State()
        elif sign == "*":
            self._state = replace(self._state, silent=True)
        elif word:
            self._obey(word, int(number) if number else None)
        elif byte:
            self._show(bytes([int(byte, 16)]).decode("cp1252", errors="replace"))
        else:
            self._show(_ESCAPES.get(sign, "") if sign else text or "")

    def _obey(self, word: str, number: int | None) -> None:
        if word in _SILENT:
            self._state = replace(self._state, silent=True)
        elif word in _BREAKS or word in _SIGNS:
            self._show(_BREAKS.get(word) or _SIGNS[word])
        elif word == "u" and number is not None:
            self._show(chr(number % 65536) if not 0xD800 <= number % 65536 < 0xE000 else "")
            self._ignore = self._state.skip
        else:
            self._state = self._styled(word, number)

    def _styled(self, word: str, number: int | None) -> _State:  # noqa: PLR0911 - one return per control word
        state = self._state
        if word == "plain":
            return replace(state, hidden=False, white=False, ground=False, tiny=False)
        if word == "v":
            return replace(state, hidden=number != 0)
        if word == "cf":
            return replace(state, white=number in self._white)
        if word in ("highlight", "cb", "chcbpat"):
            return replace(state, ground=bool(number) and number not in self._white)
        if word == "fs":
            return replace(state, tiny=(number or 24) <= 4)
        if word == "uc":
            return replace(state, skip=number or 0)
        return state

    def _show(self, text: str) -> None:
        if self._ignore and text:
            dropped, self._ignore = min(self._ignore, len(text)), 0
            text = text[dropped:]
        if self._state.silent or not text:
            return
        if self._state.unseen and text.strip():
            self._canvas.hide(text)
        else:
            self.shown.append(text)
