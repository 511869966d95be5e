"""An advert → its head (title, employer, place) and its blocks, also where everything stands in one paragraph."""

import re
from dataclasses import dataclass

from tepat.domain.documents import Span
from tepat.domain.postings.headings import BlockKind, Heading, find_headings

_LEAD_IN = re.compile(
    r"(?i)^\W*(?:(?:info\s+)?(?:lowongan(?:\s+(?:kerja|pekerjaan))?|loker|job\s+vacancy|vacancy|we(?:['’]re"
    r"|\s+are)\s+hiring|hiring|urgently\s+(?:needed|hiring)|urgent(?:ly)?|walk\s*in\s+interview|"
    r"(?:di)?butuhkan(?:\s+segera)?|dicari(?:\s+segera)?|open\s+recruitment|posisi(?:\s+yang\s+dibutuhkan)?|position|jabatan"
    r"|job\s+title|title|judul)\s*[:!\-–|]*\s*)+",
)
_EMPLOYER = re.compile(
    r"\b(?:PT|CV|UD|RS|RSU|RSUD|Yayasan|Koperasi|Universitas|Bank|Klinik|Hotel|Sekolah)\b\.?\s+[A-Z]|\b(?:Tbk|Group"
    r"|Indonesia|Ltd|Inc|Corp|Persada|Solusi|Teknologi)\b|^PT\b",
    re.IGNORECASE,
)
_INLINE_EMPLOYER = re.compile(
    r"\b(?:PT|CV)\.?\s+(?:[A-Z][\w&'.-]*|&)(?:\s+(?:[A-Z][\w&'-]*|&|\([A-Z]\w+\)|dan|of)){0,5}(?:,?\s+Tbk)?"
)
_ORNAMENTS = re.compile(r"^[^\w(.]+|[^\w)+#.\]]+$")
_MONEY = re.compile(r"(?i)\b(?:rp|idr)\.?\s*\d|\bper\s+(?:month|bulan)\b|^\s*\d[\d.,]+\s*[-–]\s*\d")
_PLACE_LINE = re.compile(
    r"(?i)^\s*(?:lokasi|location|penempatan)?\s*[:]?\s*(?:(?:kota"
    r"|kab(?:upaten)?\.?)\s+)?[A-Z][\w' ]+(?:,\s*[A-Z][\w' ]+)*\s*$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch under one heading; `span` leaves the heading out."""

    kind: BlockKind
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Sections:
    """The head of an advert line by line, and its blocks in order of the text."""

    title: Span | None
    employer: Span | None
    head: tuple[Span, ...]
    blocks: tuple[Block, ...]

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.kind in kinds)


def read_sections(text: str) -> Sections:
    """Head and blocks of an advert. Every block lies inside the text; text before the first heading is the block `intro`."""
    headings = find_headings(text)
    head = _head_lines(text, headings[0].span.start if headings else len(text))
    body = head[-1].end if head else 0
    title = _title(text, head)
    return Sections(title=title, employer=_employer(text, head, title), head=head, blocks=_blocks(text, body, headings))


def _blocks(text: str, body: int, headings: tuple[Heading, ...]) -> tuple[Block, ...]:
    found: list[Block] = []
    inner = [heading for heading in headings if heading.span.start >= body]
    first = inner[0].span.start if inner else len(text)
    if text[body:first].strip():
        found.append(Block("intro", Span(body, first)))
    for heading, following in zip(inner, [*inner[1:], None], strict=False):
        end = following.span.start if following else len(text)
        if text[heading.span.end : end].strip():
            found.append(Block(heading.kind, Span(heading.span.end, end), heading.span))
    return tuple(found)


def _head_lines(text: str, first_heading: int) -> tuple[Span, ...]:
    """The first lines, up to a blank line, a heading, a bullet or a line as long as a sentence; at most six."""
    found: list[Span] = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        if found and ("\n\n" in text[found[-1].end : match.start()].replace(" ", "") and len(found) > 1):
            break
        starts_point = re.match(r"[-•●▪]|\*\s|\d+[.)]\s", line) is not None
        if not line or match.start() > first_heading or len(line) > 110 or starts_point or len(found) == 6:
            if line:
                break
            continue
        if match.start() <= first_heading < match.end() and found:
            break
        if len(found) > 0 and (
            line.endswith((".", ";"))
            or re.match(r"(?i)(?:memiliki|menguasai|usia|pendidikan|minimal|melakukan|membuat|note)\b", line)
        ):
            break
        left = len(match.group()) - len(match.group().lstrip())
        found.append(Span(match.start() + left, match.start() + left + len(line)))
    return tuple(found)


def _title(text: str, head: tuple[Span, ...]) -> Span | None:
    for line in head:
        words = line.of(text)
        lead = _LEAD_IN.match(words)
        start = line.start + (lead.end() if lead else 0)
        rest = _ORNAMENTS.sub("", text[start : line.end])
        if (
            not rest
            or _MONEY.search(rest)
            or (lead is None and _EMPLOYER.search(rest) and re.match(r"(?i)(?:pt|cv)\b", rest) and len(head) > 1)
        ):
            continue
        begin = text.index(rest, start)
        return Span(begin, begin + len(rest))
    return None


def _employer(text: str, head: tuple[Span, ...], title: Span | None) -> Span | None:
    after = [line for line in head if title is None or line.start > title.end or line.end < title.start]
    named = [line for line in after if _EMPLOYER.search(line.of(text)) and not _MONEY.search(line.of(text))]
    if named:
        return _without_place(text, named[0])
    plain = [line for line in after if not _MONEY.search(line.of(text)) and len(line.of(text)) <= 60]
    if len(plain) >= 2 and title is not None and plain[0].start > title.start:
        return plain[0]
    inline = _INLINE_EMPLOYER.search(text)
    return Span(inline.start(), inline.end()) if inline else None


def _without_place(text: str, line: Span) -> Span:
    """The firm alone, as in "PT Contoh — Surabaya": without stars and what stands after a dash."""
    words = line.of(text)
    dash = re.search(r"\s+[-–—|]\s+", words)
    name = words[: dash.start()] if dash else words
    bare = name.strip("*_ ")
    start = line.start + name.index(bare) if bare else line.start
    return Span(start, start + len(bare)) if bare else line
