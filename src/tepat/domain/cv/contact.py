"""How to reach the person a CV is about: e-mail, telephone. Referees are someone else."""

import re
from collections.abc import Iterator

from tepat.domain.cv.profile import Fact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.language.phones import find_phones

_AT = r"[ ]?(?:@|\(at\)|\[at\])[ ]?"
_EMAIL = re.compile(rf"(?<![\w.+-])\w[\w.+-]{{0,63}}{_AT}(?:[\w-]{{1,63}}\.){{1,4}}[a-z]{{2,12}}(?![\w-])", re.IGNORECASE)
_WRAPPED = re.compile(
    r"(?<![\w.+-])[\w][\w.+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?(?:[\w-]{1,63}(?:\n[\w-]{1,40})?\.\n?){1,4}(?:[a-z]{2,12}\b|[a-z]\n[a-z]{1,9}(?=\n|$))",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:^|\n|:\s?)([a-z][a-z0-9._-]{3,40})\n$")
_TAIL = re.compile(r"\n([a-z]{1,10}(?:\.[a-z]{2,3})?)(?=\n|$)")
_ENDINGS = frozenset("com id net org edu io dev me info biz co xyz tech my sg example au uk jp de asia online site".split())  # noqa: SIM905 - words
_REFEREE = re.compile(
    r"\b(?:hrd|manager|manajer|supervisor|spv|direktur|director|dosen|lecturer|kepala|head\s+of|atasan|pembimbing|ceo|cto|referee|referensi|reference|bapak|bpk|ibu|mr|mrs|ms)\b",
    re.IGNORECASE,
)
NEAR = 3
"""Lines around an e-mail address that speak of the same person."""


def read_email(lines: tuple[Line, ...], text: str) -> Fact[str] | None:
    """The candidate's address: in the header before elsewhere, never a referee's."""
    options = [
        ((not _is_homely(line), n), start, end)
        for n, (line, start, end) in enumerate(_emails(lines, text))
        if not _is_foreign(line)
    ]
    if not options:
        return None
    _, start, end = min(options)
    value = re.sub(r"\s", "", text[start:end]).replace("(at)", "@").replace("[at]", "@").lower()
    return Fact(value, (Span(start, end),), 0.99)


def _is_homely(line: Line) -> bool:
    return line.kind in ("header", "personal")


def _is_foreign(line: Line) -> bool:
    """Whether a line speaks of a referee."""
    return line.kind == "references" or (not _is_homely(line) and _REFEREE.search(line.text) is not None)


def _emails(lines: tuple[Line, ...], text: str) -> Iterator[tuple[Line, int, int]]:
    """Addresses with the line they begin on; those that a narrow column broke are put together."""
    at = 0
    while at < len(text):
        match = _EMAIL.search(text, at)
        broken = _WRAPPED.search(text, at, match.start() if match else len(text))
        found = broken or match
        if found is None:
            return
        start, end = _unwrapped(text, *found.span())
        line = next((line for line in lines if line.start <= start < line.end), None)
        if line:
            yield line, start, end
        at = max(end, found.end())


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The address with what a narrow column pushed to the line before or after it."""
    before = _HEAD.search(text, max(0, start - 64), start)
    if before:
        start = before.start(1)
    after, ending = _TAIL.match(text, end), text[:end].rpartition(".")[2].casefold()
    if after and (ending not in _ENDINGS or (ending + after[1] in _ENDINGS and len(after[1]) < 3)):
        end = after.end(1)
    return start, end


def contact_lines(lines: tuple[Line, ...], email: Fact[str] | None) -> tuple[Line, ...]:
    """Lines that say how to reach the candidate outside of the header: those around their e-mail address, in the same column."""
    if email is None:
        return ()
    at = next((n for n, line in enumerate(lines) if line.start <= email.spans[0].start < line.end), None)
    if at is None or lines[at].kind in ("work", "education"):
        return ()
    near = lines[max(0, at - NEAR) : at + NEAR + 1]
    return tuple(line for line in near if line.region == lines[at].region and line.kind == lines[at].kind)


def read_phone(lines: tuple[Line, ...], contact: tuple[Line, ...]) -> Fact[str] | None:
    """A mobile number before others, the header and what stands around the e-mail address before the rest; never a referee's."""
    options: list[tuple[int, int, str, Span]] = []
    for line in lines:
        if _is_foreign(line) and line not in contact:
            continue
        rank = 0 if _is_homely(line) or line in contact else 2
        for number, span in find_phones(line.text):
            options.append((rank + (not number.startswith("+628")), line.start + span.start, number, span.shifted(line.start)))
    if not options:
        return None
    rank, _, number, span = min(options)
    return Fact(number, (span,), 0.97 if rank == 0 else 0.75)
