"""Running heads and feet: what every page repeats is said once."""

import re

from tepat.adapters.extract.lines import Line, Piece, group_lines, join_line

EDGE = 0.09
"""Share of a page's height at its top and its foot where running heads stand."""


def drop_running(pages: list[list[Piece]], heights: list[float]) -> list[list[Piece]]:
    """The pages' pieces without lines that an earlier page had in the same place, page numbers apart."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for pieces, height in zip(pages, heights, strict=True):
        edge = [p for p in pieces if not EDGE * height < p.middle < (1 - EDGE) * height]
        here = {_key(line, height): line for line in group_lines(edge)}
        gone = {id(piece) for key, line in here.items() if key in seen for piece in line}
        seen |= set(here)
        kept.append([p for p in pieces if id(p) not in gone])
    return kept


def _key(line: Line, height: float) -> tuple[str, int]:
    text = re.sub(r"\d+", "#", " ".join(join_line(line).split())).casefold()
    return text, round(20 * line[0].middle / height)
