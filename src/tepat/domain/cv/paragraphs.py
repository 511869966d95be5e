"""A CV's canonical text as a person reads it: headings, entries with their dates at the end, bullets, joined lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tepat.domain.cv.headings import heading_kind
from tepat.domain.documents import Span

BlockKind = Literal["heading", "entry", "bullet", "plain"]
BULLET = "• "
LONG_LINE = 55
"""Characters from which a line without a full stop is taken to go on in the next one."""
LONGEST_TAIL = 40
_DATES = re.compile(r"\b(?:19|20)\d\d\b|\b(?:sekarang|saat ini|kini|present|now|current)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """`span` without bullet; `tail` are dates that a tab set apart at the end of the line.

    `apart`: a blank line stood before it. `page`: number of the page that begins with it, else None (the first says nothing).
    """

    kind: BlockKind
    span: Span
    tail: Span | None = None
    apart: bool = False
    page: int | None = None


def blocks_of(text: str, *, page_starts: Iterable[int] = (0,), entries: Iterable[Span] = ()) -> tuple[Block, ...]:
    """Every visible character of `text` stands in exactly one block, bullets and tabs apart; blocks are in order.

    `entries`: where the reader found positions, employers and schools; their lines become entries.
    """
    found: list[Block] = []
    known = tuple(entries)
    for block in _with_pages(_lines(text, known), page_starts):
        if found and _goes_on(found[-1], block, text):
            found[-1] = replace(found[-1], span=Span(found[-1].span.start, block.span.end))
        else:
            found.append(block)
    return tuple(found)


def _lines(text: str, entries: tuple[Span, ...]) -> Iterator[Block]:
    start, apart = 0, False
    for written in text.split("\n"):
        line, offset = written.strip(), start
        start += len(written) + 1
        if not line:
            apart = True
            continue
        offset += len(written) - len(written.lstrip())
        yield _block(line, offset, entries, apart=apart or written.startswith("\f"))
        apart = False


def _block(line: str, offset: int, entries: tuple[Span, ...], *, apart: bool) -> Block:
    bulleted = line.startswith(BULLET)
    if bulleted:
        words = line[len(BULLET) :].lstrip()
        return Block("bullet", Span(offset + len(line) - len(words), offset + len(line)), apart=apart)
    if heading_kind(line):
        return Block("heading", Span(offset, offset + len(line)), apart=apart)
    head, tab, tail = line.rpartition("\t")
    cut = bool(tab) and "\t" not in head and len(tail) <= LONGEST_TAIL and _DATES.search(tail) is not None
    cut = cut and not tail.startswith(":")
    span = Span(offset, offset + len(head.rstrip() if cut else line))
    rest = Span(offset + len(line) - len(tail), offset + len(line)) if cut else None
    known = any(e.start < offset + len(line) and offset < e.end for e in entries)
    return Block("entry" if known else "plain", span, rest, apart=apart)


def _with_pages(blocks: Iterator[Block], page_starts: Iterable[int]) -> Iterator[Block]:
    waiting = list(enumerate(page_starts, 1))[1:]
    for block in blocks:
        page = None
        while waiting and waiting[0][1] <= block.span.start:
            page = waiting.pop(0)[0]
        yield replace(block, page=page)


def _goes_on(before: Block, block: Block, text: str) -> bool:
    """True if a line only ends the sentence, or the heading, of the line before it."""
    if block.kind == before.kind == "heading" and not block.apart and not block.page:
        return before.span.of(text).isupper() and block.span.of(text).isupper()
    if block.kind != "plain" or block.apart or block.page or block.tail or before.tail or before.kind not in ("bullet", "plain"):
        return False
    written = before.span.of(text).rpartition("\n")[2]
    return len(written) >= LONG_LINE and (block.span.of(text)[0].islower() or written[-1] not in ".:;!?")
