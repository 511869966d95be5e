"""Their words with our marks: a text and places in it → safe HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tepat.domain.matching.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `text[start:end]` that proves something.

    `number`: shown in an ink dot before its first stretch (None = no dot). `verdict` decides the underline. `current`: the one
    being looked at. Its element gets the id `bukti-<number>`.
    """

    start: int
    end: int
    number: int | None = None
    verdict: Verdict = "met"
    current: bool = False


def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """`text`, escaped, with its marks. Stretches outside the text are cut; where marks overlap the first one colours."""
    kept = sorted(
        (m for m in marks if max(m.start, 0) < min(m.end, len(text))),
        key=lambda m: (m.start, m.end, m.number or 0),
    )
    edges = sorted({0, len(text), *(max(m.start, 0) for m in kept), *(min(m.end, len(text)) for m in kept)})
    shown: set[int] = set()
    return mark_safe(  # noqa: S308 - every piece is escaped by _piece
        "".join(_piece(text, a, b, [m for m in kept if m.start < b and a < m.end], shown) for a, b in pairwise(edges))
    )


def quotations(text: str, spans: Iterable[tuple[int, int]], *, verdict: Verdict = "met", around: int = 60) -> list[SafeString]:
    """The lines in which the spans stand, with the spans marked: one quotation per line, cut `around` characters beside them."""
    by_line: dict[int, list[tuple[int, int]]] = {}
    for start, end in sorted(spans):
        if 0 <= start < end <= len(text):
            by_line.setdefault(text.rfind("\n", 0, start) + 1, []).append((start, end))
    return [_quotation(text, places, verdict, around) for places in by_line.values()]


def _quotation(text: str, places: Sequence[tuple[int, int]], verdict: Verdict, around: int) -> SafeString:
    first, last = places[0][0], max(end for _start, end in places)
    start = max(text.rfind("\n", 0, first) + 1, _word_start(text, first - around))
    stop = text.find("\n", last)
    end = min(len(text) if stop < 0 else stop, _word_end(text, last + around))
    while start < first and text[start] in " \t-–•*·":
        start += 1
    return marked(text[start:end].rstrip(), [Mark(a - start, b - start, verdict=verdict) for a, b in places])


def _word_start(text: str, at: int) -> int:
    """The beginning of the word at or after `at`."""
    return 0 if at <= 0 else text.find(" ", at) + 1 or at


def _word_end(text: str, at: int) -> int:
    """The end of the word at or before `at`."""
    return len(text) if at >= len(text) else max(text.rfind(" ", 0, at), 0) or at


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], shown: set[int]) -> str:
    words = text[start:end]
    if not marks:
        return conditional_escape(words)
    fresh = [m.number for m in marks if m.number is not None and m.number not in shown]
    fresh = list(dict.fromkeys(fresh))
    shown.update(fresh)
    numbers = format_html_join("", '<b class="number">{}</b>', ((n,) for n in fresh))
    leading = next((m for m in marks if m.current), marks[0])
    name = format_html(' id="bukti-{}"', fresh[0]) if fresh else SafeString()
    current = SafeString(' aria-current="true"') if leading.current else SafeString()
    style = SafeString() if leading.verdict == "met" else format_html(' class="{}"', leading.verdict)
    return format_html("<mark{}{}{}>{}{}</mark>", name, style, current, numbers, words)
