"""Running heads and feet: what every page repeats is said once."""

import re

from tepat.adapters.extract.lines import Line, Piece, group_lines, join_line

LONGEST = 70
_TITLE = re.compile(r"\b(?:curriculum vitae|r[eé]sum[eé]|biodata|daftar riwayat hidup|cv)\b")
EDGE = 0.09
"""Share of a page's height at its top and its foot where running heads stand."""


def drop_running(pages: list[list[Piece]], heights: list[float]) -> list[list[Piece]]:
    """The pages' pieces without lines that an earlier page had in the same place, and without titles of later pages."""
    seen: set[tuple[str, int]] = set()
    kept = []
    owner = max(pages[0], key=lambda p: p.height).text.casefold() if pages and pages[0] else ""
    for number, (pieces, height) in enumerate(zip(pages, heights, strict=True)):
        edge = [p for p in pieces if not EDGE * height < p.middle < (1 - EDGE) * height]
        here = {_key(line, height): line for line in group_lines(edge)}
        gone = {id(p) for key, line in here.items() if key in seen or (number and _is_title(key[0], owner)) for p in line}
        seen |= set(here)
        kept.append([p for p in pieces if id(p) not in gone])
    return kept


def _is_title(text: str, owner: str) -> bool:
    """Whether a line of a later page says whose CV it is."""
    return len(text) < LONGEST and (_TITLE.search(text) is not None or (len(owner) > 4 and owner in text))


def _key(line: Line, height: float) -> tuple[str, int]:
    text = re.sub(r"\d+", "#", " ".join(join_line(line).split())).casefold()
    return text, round(20 * line[0].middle / height)
