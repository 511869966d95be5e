"""Skills of a CV: known ones wherever they are shown, listed ones as they are written. A wish is no skill."""

import re
from collections.abc import Iterable, Iterator

from tepat.domain.cv.cells import trim
from tepat.domain.cv.profile import SkillFact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span
from tepat.domain.skills import SkillIndex, SkillMention

_WISH = re.compile(
    r"\b(?:ingin|berminat|tertarik|hendak|berencana|bercita-cita|mau)\s+(?:\w+\s+){0,3}?(?:mempelajari|belajar|menguasai|mendalami|memperdalam|mengembangkan|menjadi)\b"
    r"|\b(?:sedang|masih|akan|baru\s+mulai)\s+(?:mempelajari|belajar|mendalami)\b|\b(?:belum|tidak|kurang)\s+(?:pernah\s+)?(?:menguasai|menggunakan|mengenal|berpengalaman)\b"
    r"|\b(?:want|wish|hope|like|eager|keen|willing|looking|plan(?:ning)?|aim|love)(?:s|ing)?\s+to\s+(?:\w+\s+){0,2}?(?:learn|study|explore|master|deepen|get\s+into)\b"
    r"|\binterested\s+in\b|\b(?:rencana|planning)\s+(?:belajar|mempelajari|to\s+(?:pick\s+up|learn))\b|\binterest(?:ed)?\s+in\s+(?:\w+\s+){0,2}?(?:learning|studying|exploring)\b|\bcurrently\s+(?:learning|studying)\b|\b(?:no|without)\s+(?:prior\s+)?experience\s+(?:in|with)\b"
    r"|\b(?:learning|belajar)\s*(?:goals?|berikutnya|selanjutnya)\b|\b(?:tertarik|minat|berminat)\s+(?:pada|dengan|di|terhadap)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)|\n(?=•|\n)|$")
_LABEL = re.compile(r"^[^\W\d_][\w /&().-]{1,36}?\s*:\s+")
_LEVEL = re.compile(
    r"\b(?:pemula|dasar|beginner|basic|novice|menengah|intermediate|cukup(?:\s+baik)?|mahir|advanced?|lanjut(?:an)?|expert|ahli|proficient|fluent|baik|good|excellent|sangat\s+baik)\b"
    r"|\d{1,3}\s?%|[★●■]{1,5}",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"[•●;|\t]|,(?![^()]*\))|\s[·–—-]\s")
_WORD = re.compile(r"[^\W_]+")
MOSTLY = 0.45
"""A listed item of which known skills make up less is a skill of its own, as written."""
_COMMON_CAPITALS = frozenset({"IT", "TI", "PC", "OS", "LAN", "HR", "CV"})
"""Capitals of everyday words: "IT inventory" is no name."""
LISTING = frozenset({"skills"})
ASIDE = frozenset({"certificates", "other"})
IN_WORK = frozenset({"work", "internship"})
SILENT = frozenset({"header", "references", "wishes", "languages", "personal", "education", "volunteer"})


def find_wishes(text: str) -> tuple[Span, ...]:
    """Stretches that say what somebody wants to learn or does not know: from the wish to the end of its sentence."""
    found = []
    for match in _WISH.finditer(text):
        end = _SENTENCE_END.search(text, match.end())
        found.append(Span(match.start(), max(match.end(), end.start() if end else len(text))))
    return tuple(found)


def read_skills(
    lines: tuple[Line, ...], text: str, index: SkillIndex, closed: Iterable[Span], titles: frozenset[str]
) -> tuple[SkillFact, ...]:
    """Known skills first by the place of their first mention, then listed ones that nobody knows.

    `closed`: stretches that prove nothing. `titles`: casefolded names of occupations and fields of study: skills where listed.
    """
    shut = [*closed, *find_wishes(text), *(line.span for line in lines if line.kind in SILENT)]
    in_work = [line.span for line in lines if line.kind in IN_WORK]
    listed = [line.span for line in lines if line.kind in LISTING]
    read = [line.span for line in lines]
    mentions = (m for m in index.find(text) if not _inside(m.span, shut) and _inside(m.span, read))
    # Praise of oneself proves nothing: soft skills and names of roles count where they are listed.
    claimed = [m for m in mentions if _inside(m.span, listed) or not (m.skill.kind == "soft" or _names_role(m, text, titles))]
    known = list(_without_initials(claimed, text))
    own = _named_by_owner(known, text, listed, [line.span for line in lines if line.kind in ASIDE])
    facts = [_known_fact(mentions, text, in_work) for mentions in _by_skill(known) if mentions[0].skill.id in own]
    names = {f.name.casefold() for f in facts} | {w.casefold() for f in facts for w in f.keywords}
    for span in _listed(lines, text):
        written = " ".join(span.of(text).split())
        if written.casefold() in names or any(_overlaps(span, s) for s in shut) or _covered(span, known, text) >= MOSTLY:
            continue
        names.add(written.casefold())
        slug = re.sub(r"[^a-z0-9+#]+", "-", written.casefold()).strip("-")
        facts.append(SkillFact(f"free:{slug}", written, (written,), (span,), in_work=False, confidence=0.5))
    return tuple(facts)


def _named_by_owner(mentions: list[SkillMention], text: str, listed: list[Span], aside: list[Span]) -> frozenset[str]:
    """Ids of the skills somebody calls their own.

    Where they list skills, plain words elsewhere ("memasang kabel") say what they did: these are evidence for a
    skill of the list, while names ("Zabbix") count wherever they stand. Where nothing is listed, all words count.
    """
    if not any(_inside(m.span, listed) for m in mentions):
        return frozenset(m.skill.id for m in mentions)
    return frozenset(
        m.skill.id
        for m in mentions
        if _inside(m.span, listed) or (_is_name(m.written, m.span.start, text) and not _inside(m.span, aside))
    )


def _is_name(written: str, start: int, text: str) -> bool:
    """Whether words are written as a name: with capitals that no beginning of a line or sentence asks for, or with digits."""
    words = [w for w in _WORD.findall(written) if w not in _COMMON_CAPITALS]
    opens = re.search(r"(?:^|[\n.•:]\s*)$", text[max(0, start - 3) : start]) is not None
    return any(
        any(c.isupper() for c in word[1:])
        or any(c.isdigit() for c in word)
        or (word[0].isupper() and not (opens and number == 0))
        for number, word in enumerate(words)
    )


def _covered(span: Span, mentions: list[SkillMention], text: str) -> float:
    """Share of an item's letters, brackets apart, that known skills make up: little for "Testing" in "Psychological Testing"."""
    inside = [m for m in mentions if _overlaps(m.span, span)]
    whole = sum(c.isalnum() for c in re.sub(r"\([^)]*\)", "", span.of(text)))
    return sum(c.isalnum() for m in inside for c in m.written) / max(1, whole)


def _names_role(mention: SkillMention, text: str, titles: frozenset[str]) -> bool:
    """Whether the words are a role's name, as in "I worked as IT support" or "Data Analyst"."""
    following = re.match(
        r"\s+(?:engineer|analyst|developer|administrator|officer|staff|specialist|intern|worker)\b",
        text[mention.span.end :],
        re.IGNORECASE,
    )
    return mention.written.casefold() in titles or following is not None


def _without_initials(mentions: list[SkillMention], text: str) -> Iterator[SkillMention]:
    """Leaves out initials of the name before them: in "Adobe Illustrator (AI)" the letters are no artificial intelligence."""
    for before, mention in zip([None, *mentions], mentions, strict=False):
        initials = mention.written.isupper() and len(mention.written) <= 4
        if initials and before and re.fullmatch(r"\s*\(", text[before.span.end : mention.span.start]):
            letters = iter(before.written.casefold())
            if all(letter in letters for letter in mention.written.casefold()):
                continue
        yield mention


def _by_skill(mentions: list[SkillMention]) -> Iterator[list[SkillMention]]:
    found: dict[str, list[SkillMention]] = {}
    for mention in mentions:
        found.setdefault(mention.skill.id, []).append(mention)
    yield from found.values()


def _known_fact(mentions: list[SkillMention], text: str, in_work: list[Span]) -> SkillFact:
    worked = any(_inside(m.span, in_work) for m in mentions)
    level = next((found for m in mentions if (found := _level_after(text, m.span.end))), None)
    skill = mentions[0].skill
    words = tuple(dict.fromkeys(" ".join(m.written.split()) for m in mentions))
    return SkillFact(skill.id, skill.name, words, tuple(m.span for m in mentions), worked, level, 0.95 if worked else 0.85)


def _level_after(text: str, end: int) -> str | None:
    after = re.match(r"\s*(?:[(:–—-]|\t)\s*([^)\n,;•|]{2,24})", text[end : end + 40])
    found = _LEVEL.search(after[1]) if after else None
    return found.group() if found and after and len(found.group()) >= len(after[1].strip()) - 3 else None


def _listed(lines: tuple[Line, ...], text: str) -> Iterator[Span]:
    """Items of skill sections: between commas, bullets and bars; a line is an item of its own where none of these is used."""
    groups: dict[int, list[Line]] = {}
    for line in lines:
        if line.kind in LISTING:
            groups.setdefault(line.section, []).append(line)
    for group in groups.values():
        signs = sum(len(_ITEMS.findall(line.text)) for line in group)
        joined = signs >= len(group) or any(line.bulleted for line in group)
        for run in _runs(group, joined=joined):
            start, end = run[0].start, run[-1].end
            yield from _items(text[start:end], start)


def _runs(group: list[Line], *, joined: bool) -> Iterator[list[Line]]:
    """Lines that are read as one text: a wrapped item goes on on the next line."""
    run: list[Line] = []
    for line in group:
        apart = not joined or line.blank_before or line.bulleted or line.region != (run[-1].region if run else line.region)
        if run and (apart or _LABEL.match(line.text)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _items(text: str, offset: int) -> Iterator[Span]:
    label = _LABEL.match(text)
    at = label.end() if label else 0
    for match in [*_ITEMS.finditer(text, at), None]:
        cell = trim(text[at : match.start() if match else len(text)], offset + at)
        at = match.end() if match else at
        if cell and (span := _item(cell.text, cell.span.start)):
            yield span


def _item(text: str, offset: int) -> Span | None:
    """The item without its level; None for sentences, numbers and single letters."""
    level = re.search(r"\s*[(:–—-]\s*[^()]{0,24}\)?$", text)
    if level and _LEVEL.search(level.group()):
        text = text[: level.start()]
    text = text.rstrip(" .:")
    bare = re.sub(r"\([^)]*\)", "", text)
    if not 2 <= len(text) <= 48 or len(bare.split()) > 5 or not re.search(r"[^\W\d_]{2}", text) or _LEVEL.fullmatch(text):
        return None
    return Span(offset, offset + len(text))


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(s.start <= span.start < s.end for s in spans)


def _overlaps(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
