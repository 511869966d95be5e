"""Skills: canonical names, aliases in both languages, what implies what."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tepat.domain.documents import Span


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill. `aliases` are surface forms in either language; `implies` are ids of skills it proves as well.

    `case_sensitive` aliases (such as "Go", "R", "C") match only as written; those of one or two letters, and all of `listed`
    ("Swift", "Unity"), need a place that lists skills besides. `ignore` holds longer phrases in which an alias means something
    else ("excel in", "go live").
    """

    id: str
    name: str
    kind: str = "technical"
    aliases: tuple[str, ...] = ()
    case_sensitive: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill found in a text: which, where, and how it was written. `text[span.start:span.end] == written`."""

    skill: Skill
    span: Span
    written: str


# A token is a run of letters and digits with the signs that belong to names: C++, C#, .NET.
_TOKEN = re.compile(r"[^\W_]+(?:\+{1,2}(?!\w)|#(?!\w))?|\.[nN][eE][tT]\b(?<![\w.]\....)")
# What may stand between two tokens of one name: "TCP/IP", "Node.js", "Go (Golang)", a wrapped line, but no full stop and a space.
_GAP = re.compile(r"[ \t]?[-–/._&'’]?[ \t]{0,3}|[ \t]{0,3}\r?\n[ \t]{0,3}|[ \t]?\([ \t]?")
_STOP = re.compile(r"[._][ \t]")
_SHORTENED = frozenset({"ms", "mic", "m", "s"})  # "Ms. Excel": here the full stop ends no sentence.
_VERSION = re.compile(r"([^\W\d_]{3,})\d+\Z")
# Where a name of one or two letters stands in a list of skills, seen from its left and its right.
_LEFT = re.compile(
    r"(?:\A|[,;:/|(\[•·●▪◦*–—\n\t-]"
    r"|\b(?:bahasa|language|pemrograman|programming|dan|and|atau|or|dengan|with|using|in|menggunakan|menguasai))[ ]*\Z",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"[ ]*(?:\Z|[,;:/|)\]•·●▪◦\n\t(–—]|\.(?:\s|\Z)|(?:programming|language|lang|developer|dan|and|atau|or)\b)", re.IGNORECASE
)
# "SIM C", "Brevet A, B, C": letters that count or grade something else.
_LETTERED = re.compile(
    r"\b(?:sim|brevet|grade|kelas|golongan|gol|vitamin|level|tipe|type|class|hepatitis|hal)\b[\w ,/&.(]{0,12}\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Ending:
    """The end of an alias in the trie; `skill` is None for a phrase to ignore, `exact` the letters where case decides."""

    skill: Skill | None
    exact: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Node:
    """A place in the trie of tokens."""

    branches: dict[str, "_Node"] = field(default_factory=dict)
    endings: list[_Ending] = field(default_factory=list)


class SkillIndex:
    """Finds skills in text: one pass over the tokens, the longest name wins."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._skills = skills
        self._implying: dict[str, frozenset[str]] | None = None
        # Names by their first word; a word's branch grows when a text first says it, for most words are never said.
        self._waiting: dict[str, list[tuple[list[str], _Ending]]] = {}
        self._roots: dict[str, _Node] = {}
        for skill in skills.values():
            # A name that is also case sensitive is found as written only.
            for alias in {skill.name, *skill.aliases} - {*skill.case_sensitive, *skill.listed}:
                self._plant(alias, _Ending(skill))
            for alias in skill.case_sensitive:
                self._plant(alias, _Ending(skill, exact=alias))
            for alias in skill.listed:
                self._plant(alias, _Ending(skill, exact=alias, listed=True))
        # Planted last: a phrase to ignore yields to a skill of just that name.
        for phrase in (phrase for skill in skills.values() for phrase in skill.ignore):
            self._plant(phrase, _Ending(None))

    def find(self, text: str) -> tuple[SkillMention, ...]:
        """All mentions in the order of the text, never overlapping; about 1 ms for a CV of 5,000 characters."""
        return tuple(self._mentions(text))

    def ids(self, text: str) -> frozenset[str]:
        """Ids of the skills mentioned in `text`."""
        return frozenset(mention.skill.id for mention in self._mentions(text))

    def implied(self, ids: Iterable[str]) -> frozenset[str]:
        """`ids` and everything they imply, to the end of the chain; unknown ids are kept as they are."""
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                skill = self._skills.get(current)
                waiting.extend(skill.implies if skill else ())
        return frozenset(found)

    def implying(self, general: str) -> frozenset[str]:
        """Ids of the skills that prove `general` directly or along the chain, without itself."""
        if self._implying is None:
            found: dict[str, set[str]] = {}
            for skill in self._skills:
                for implied in self.implied([skill]) - {skill}:
                    found.setdefault(implied, set()).add(skill)
            self._implying = {key: frozenset(ids) for key, ids in found.items()}
        return self._implying.get(general, frozenset())

    def _plant(self, alias: str, ending: _Ending) -> None:
        plain = alias.replace(" ", "").isalnum()  # Most are, and need no pattern: thousands are planted at every start.
        first, *rest = alias.casefold().split() if plain else [token[0].casefold() for token in _TOKEN.finditer(alias)]
        self._waiting.setdefault(first, []).append((rest, ending))

    def _root(self, first: str) -> _Node | None:
        """The branch of names that begin with `first`; None where none does."""
        grown = self._roots.get(first)
        if grown is None and first in self._waiting:
            grown = _Node()
            for rest, ending in self._waiting[first]:
                node = grown
                for word in rest:
                    node = node.branches.setdefault(word, _Node())
                node.endings.append(ending)
            self._roots[first] = grown  # Whole before it is seen: two threads may grow the same branch, none sees half of it.
        return grown

    def _mentions(self, text: str) -> Iterator[SkillMention]:
        found = list(_TOKEN.finditer(text))
        words = [*(match[0].casefold() for match in found), ""]  # The last one stands for the end.
        done = 0
        for position, word in enumerate(words[:-1]):
            if position < done:
                continue
            if (node := self._root(word)) is not None:
                if not node.endings and words[position + 1] not in node.branches:
                    continue
                count, skill = self._longest(text, found, words, position, node)
            elif word[-1].isdigit():
                count, skill = self._versioned(word)
            else:
                continue
            if skill:
                done = position + count
                span = Span(found[position].start(), found[done - 1].end())
                yield SkillMention(skill, span, span.of(text))
            else:
                done = position + max(1, count)

    def _longest(
        self, text: str, found: Sequence[re.Match[str]], words: Sequence[str], position: int, node: "_Node | None"
    ) -> tuple[int, Skill | None]:
        """How many words the longest alias that begins at `position` has, and its skill; (0, None) if none begins there."""
        start = found[position].start()
        count, best, ahead = 0, None, position
        while node:
            end = found[ahead].end()
            ending = next((e for e in node.endings if _fits(e, text, start, end)), None)
            if ending:
                count, best = ahead - position + 1, ending.skill
            ahead += 1
            if not node.branches or ahead == len(found) or not _joins(words[ahead - 1], text[end : found[ahead].start()]):
                break
            node = node.branches.get(words[ahead])
        return count, best

    def _versioned(self, word: str) -> tuple[int, Skill | None]:
        """The skill of a name with its version glued on, such as "PHP8" and "Laravel10"."""
        version = _VERSION.match(word)
        node = self._root(version[1]) if version else None
        skill = next((e.skill for e in node.endings if e.exact is None), None) if node else None
        return (1, skill) if skill else (0, None)


def _joins(word: str, gap: str) -> bool:
    """Whether the word before a gap and the one behind it may belong to one name."""
    if gap == " ":
        return True
    if len(gap) > 8 or not _GAP.fullmatch(gap):
        return False
    return word in _SHORTENED or not _STOP.match(gap)


def _fits(ending: _Ending, text: str, start: int, end: int) -> bool:
    """Whether the case is right and, where the name is short or an everyday word, the place lists skills."""
    if ending.exact is None:
        return True
    if text[start:end] != ending.exact:
        return False
    short = len(ending.exact) <= 2 and ending.exact.isalpha()
    if not (short or ending.listed):
        return True
    before, after = text[max(0, start - 40) : start], text[end : end + 24]
    if short and _LETTERED.search(before):
        return False
    if len(ending.exact) == 2 and ending.exact.isupper() and not ending.listed:
        return True
    return bool(_LEFT.search(before) and _RIGHT.match(after))
