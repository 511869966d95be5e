"""The sentences texts are made of: read from texts/*.txt and from the knowledge files, each spelled out in one of its forms."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tepat.domain.knowledge import Knowledge

TEXTS = Path(__file__).parent / "texts"
EVERYONE = "everyone"
_CHOICE = re.compile(r"\{([^{}]*)\}")
_IRREGULAR = {
    "build": "built",
    "write": "wrote",
    "run": "ran",
    "take": "took",
    "lead": "led",
    "set": "set",
    "keep": "kept",
    "swap": "swapped",
    "map": "mapped",
    "teach": "taught",
    "sell": "sold",
    "draft": "drafted",
    "log": "logged",
    "plan": "planned",
    "ship": "shipped",
    "debug": "debugged",
    "hire": "hired",
    "act": "acted",
    "back": "backed",
    "drive": "drove",
}
FILLER = {"id": ("dan", "untuk", "user", "seluruh", "data", "masalah", ""), "en": ("the", "and", "user", "all", "for", "of", "")}
ENDINGS = ("", "s", "e", "ed", "ing", "ation", "es", "an", "kan")


@dataclass
class Sentences:
    """What each role does, in both languages, and the words its signals and skills are known by."""

    lines: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    signals: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    skills: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    verbs: set[str] = field(default_factory=set)


def read_sentences(knowledge: Knowledge) -> Sentences:
    """Everything written for Tepat that says what a role does, by public role."""
    found = Sentences()
    for path in sorted(TEXTS.glob("*.txt")):
        role = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=="):
                role = line.removeprefix("==").strip()
            elif line and not line.startswith("#"):
                language, _, text = line.partition(" ")
                found.lines[role, language].append(text)
    for occupation in knowledge.occupations.values():
        role = occupation.printed_as
        for duty in occupation.duties:
            found.lines[role, "id"].append(duty.text_id)
            found.lines[role, "en"].append(duty.text_en)
        found.signals[role].extend(phrase for phrase, weight in occupation.signals if weight >= 2)
        for skill in occupation.skills:
            known = knowledge.skills.get(skill)
            found.skills[role].extend((known.name, *known.aliases[:3]) if known else ())
    for (role, language), lines in found.lines.items():
        if language == "en" and role != EVERYONE:
            found.verbs.update(word for line in lines for word in first_words(line))
    return found


def first_words(line: str) -> set[str]:
    """The words a line may begin with, in lower case."""
    choice = _CHOICE.match(line)
    forms = choice[1].split("|") if choice else [line]
    return {form.split()[0].lower() for form in forms if form.strip()}


def spell(text: str, rng: Random) -> str:
    """One of the forms a line stands for."""
    while (match := _CHOICE.search(text)) is not None:
        text = text[: match.start()] + rng.choice(match[1].split("|")) + text[match.end() :]
    return re.sub(r"\s+([,.])", r"\1", " ".join(text.split()))


def voiced(text: str, verbs: set[str], rng: Random) -> str:
    """An English duty as adverts and CVs put it: as it is, in the past, or with -ing; only from one of `verbs`."""
    first, _, rest = text.partition(" ")
    verb = first.lower()
    form = rng.random()
    if form < 0.3 or verb not in verbs or not verb.isalpha():
        return text
    if verb not in _IRREGULAR and verb.endswith("s") and not verb.endswith("ss"):
        verb = verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
    stem = verb.removesuffix("e")
    if form < 0.75:
        past = _IRREGULAR.get(verb) or (verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeo" else stem + "ed")
        return f"{past.capitalize()} {rest}"
    begun = rng.choice(("", "Responsible for ", "Experience in "))
    return f"{begun}{stem}ing {rest}" if begun else f"{stem.capitalize()}ing {rest}"


def spoken_signal(phrase: str, language: str, rng: Random) -> str:
    """A signal as a text might hold it: endings in place of `*`, a word or none in place of `~`."""
    words = []
    for word in phrase.split():
        if word == "~":
            words.append(rng.choice(FILLER[language]))
        else:
            words.append(word.removesuffix("*") + (rng.choice(ENDINGS) if word.endswith("*") else ""))
    return " ".join(" ".join(words).split())
