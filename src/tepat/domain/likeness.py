"""Two candidates who may be one person: the same name and a shared employer, both freed of what people write differently.

It is a question to a recruiter, never an answer: nobody is merged or rejected by it. Name and employers are all it looks at;
sex, age, religion, origin and pictures have no way in.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tepat.domain.language.normalise import normalise

FORMS = frozenset(
    {"pt", "cv", "tbk", "persero", "perum", "ud", "fa", "pte", "ltd", "limited", "inc", "co", "corp", "llc", "gmbh"}
)
"""Legal forms, which a CV writes or leaves out."""
NO_EMPLOYER = frozenset(
    ("freelance", "freelancer", "lepas", "pekerja lepas", "self employed", "wiraswasta", "wirausaha", "pribadi", "confidential")
)
"""What stands in the place of an employer and is none: sharing it shows nothing."""
BEFORE = frozenset(["dr", "drs", "dra", "ir", "prof", "h", "hj", "kh"])
"""Titles in front of a name, written with a full stop."""
FIRST_DEGREES = frozenset({"skom", "ssi", "spd", "sikom", "strt", "strkom", "st", "se", "sh", "amd", "amdkom", "bsc", "beng"})
LATER_DEGREES = frozenset({"mkom", "msi", "mpd", "mti", "mcs", "mt", "mm", "mh", "mba", "msc", "meng", "phd"})
DOTTED = re.compile(r"(?:s|m)\.[a-z]{1,5}(?:\.[a-z]+)*|a\.ma?d(?:\.[a-z]+)*|b\.(?:sc|eng|a|cs)|ph\.d|sp\.[a-z]+")
WORD = re.compile(r"[\w.'’+#/-]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of a candidate: `name` a `name_key`, `employers` `employer_key`s, contacts as they are kept."""

    name: str
    employers: frozenset[str]
    email: str = ""
    phone: str = ""


def name_key(name: str) -> str:
    """`name` in lower case without degrees, titles, signs and diacritics; single spaces. Idempotent; empty for no name."""
    words = [w.strip(".'’-/+#") for w in WORD.findall(name.casefold())]
    titled = {w.strip(".") for w in WORD.findall(name.casefold()) if w.endswith(".")} & BEFORE
    while len(words) > 1 and words[0] in titled:
        words = words[1:]
    kept = words[:1] + [w for w in words[1:] if w not in FIRST_DEGREES | LATER_DEGREES and not DOTTED.fullmatch(w)]
    return " ".join(filter(None, (_letters(w) for w in kept)))


def employer_key(name: str) -> str:
    """`name` in lower case without legal form, signs and diacritics; empty for none and for what is no employer."""
    words = filter(None, (_letters(w) for w in re.split(r"[^\w.&]+", name)))
    key = " ".join(w for w in words if w not in FORMS)
    return "" if key in NO_EMPLOYER else key


def employers_of(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(filter(None, (employer_key(n) for n in names if n)))


def may_be_one(first: Known, second: Known) -> bool:
    """True for the same name with a shared employer. Symmetric. False where mail or phone already say that they are one."""
    if not first.name or first.name != second.name:
        return False
    known = (first.email and first.email == second.email) or (first.phone and first.phone == second.phone)
    return not known and not first.employers.isdisjoint(second.employers)


def _letters(word: str) -> str:
    return re.sub(r"[+#./]", "", normalise(word))
