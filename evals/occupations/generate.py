"""Adverts and CVs that nobody wrote: sentences of a role, of its neighbours and of everyone, put together as people do.

Each is (words, role). A role is told by most of its sentences, never by all: neighbours do some of the same work.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sentences import EVERYONE, Sentences, spell, spoken_signal, voiced

NEIGHBOURS = {
    "it-helpdesk": ("it-support", "it-support", "application-support", "noc-operator", "not-it"),
    "it-support": ("it-helpdesk", "it-helpdesk", "computer-technician", "network-engineer", "system-administrator"),
    "computer-technician": ("it-support", "it-support", "not-it", "it-helpdesk", "network-engineer"),
    "network-engineer": ("system-administrator", "noc-operator", "it-support", "security-specialist"),
    "noc-operator": ("network-engineer", "network-engineer", "it-helpdesk", "system-administrator"),
    "system-administrator": (
        "network-engineer",
        "devops-engineer",
        "it-support",
        "security-specialist",
        "database-administrator",
    ),
    "devops-engineer": ("system-administrator", "software-developer", "security-specialist"),
    "security-specialist": ("network-engineer", "system-administrator", "it-manager"),
    "application-support": ("it-helpdesk", "software-developer", "erp-consultant", "business-analyst", "database-administrator"),
    "software-developer": ("qa-engineer", "devops-engineer", "database-administrator", "application-support", "business-analyst"),
    "qa-engineer": ("software-developer", "business-analyst", "application-support"),
    "data-professional": ("database-administrator", "software-developer", "business-analyst"),
    "database-administrator": ("data-professional", "system-administrator", "software-developer"),
    "business-analyst": ("project-manager", "application-support", "erp-consultant", "data-professional"),
    "project-manager": ("business-analyst", "it-manager", "software-developer", "network-engineer"),
    "it-manager": ("project-manager", "system-administrator", "network-engineer", "security-specialist"),
    "erp-consultant": ("application-support", "business-analyst", "software-developer"),
    "other-it": ("software-developer", "not-it", "business-analyst", "it-support"),
    "not-it": ("other-it", "not-it", "not-it"),
}
BROAD = (
    "it-support",
    "network-engineer",
    "system-administrator",
    "software-developer",
    "database-administrator",
    "computer-technician",
)
SHARE = {
    "it-helpdesk": 1.6,
    "it-support": 2.2,
    "computer-technician": 1.2,
    "software-developer": 2.0,
    "not-it": 2.2,
    "it-generalist": 0.7,
}
"""How often a role is drawn, where not once."""
TWO_ROLES = 0.25
"""How many adverts mix two roles hard: two thirds of one, a third of a neighbour."""


@dataclass(frozen=True)
class Written:
    """One made-up text. `kind`: posting or cv."""

    text: str
    role: str
    kind: str


class Generator:
    """Draws texts; the same seed gives the same texts."""

    def __init__(self, sentences: Sentences, extra: dict[str, list[str]], rng: Random) -> None:
        self.sentences, self.extra, self.rng = sentences, extra, rng
        self.roles = [*NEIGHBOURS, "it-generalist"]
        self.shares = [SHARE.get(role, 1.0) for role in self.roles]

    def documents(self, count: int) -> Iterator[Written]:
        """`count` texts, two adverts for each CV."""
        for number in range(count):
            role = self.rng.choices(self.roles, self.shares)[0]
            yield self.cv(role) if number % 3 == 2 else self.posting(role)

    def posting(self, role: str) -> Written:
        """Duties and demands, as the classifier is given them: without the title."""
        rng = self.rng
        language = rng.choices(("id", "en", "mixed"), (0.55, 0.35, 0.10))[0]
        duties = [self.duty(drawn, language) for drawn in self.shared_out(role)]
        demands = [self.duty(EVERYONE, language) for _ in range(rng.randint(0, 7))]
        asked = self.skills(role, rng.randint(0, 7) if duties else rng.randint(3, 8))
        if asked and rng.random() < 0.6:
            demands.insert(rng.randint(0, len(demands)), rng.choice(LEADS[language]) + ", ".join(asked))
        else:
            demands.extend(asked)
        parts = [duties, demands]
        if rng.random() < 0.4:
            parts.reverse()
        return Written(rng.choice(("\n", "\n", ". ", " ")).join(line for part in parts for line in part), role, "posting")

    def cv(self, role: str) -> Written:
        """Jobs from the last backwards: the last is of the role, older ones are of the role or near it."""
        rng = self.rng
        language = rng.choices(("id", "en"), (0.35, 0.65))[0]
        lines = [self.duty(EVERYONE, language) for _ in range(rng.randint(0, 3))]
        for number in range(rng.choice((1, 1, 2, 2, 3, 4))):
            held = role if number == 0 or rng.random() < 0.55 else self.neighbour(role)
            lines.extend(self.duty(self.drawn(held, rng.uniform(0.6, 1.0)), language) for _ in range(rng.randint(1, 9)))
        lines.append(", ".join([*self.skills(role, rng.randint(0, 8)), *self.skills(self.neighbour(role), rng.randint(0, 4))]))
        lines.extend(self.duty(EVERYONE, language) for _ in range(rng.randint(0, 3)))
        return Written(rng.choice(("\n", " ", " • ")).join(lines), role, "cv")

    def shared_out(self, role: str) -> list[str]:
        """The role each duty of an advert is taken from; at times two thirds are of `role` and a third of one neighbour."""
        rng = self.rng
        if role != "it-generalist" and rng.random() < TWO_ROLES:
            thirds = rng.randint(1, 4)
            roles = [role] * (2 * thirds) + [self.neighbour(role)] * thirds
            rng.shuffle(roles)
            return roles
        main = rng.uniform(0.55, 1.0)
        return [self.drawn(role, main) for _ in range(rng.choice((0, 1, 2, 3, 4, 5, 6, 8, 10)))]

    def drawn(self, role: str, main: float) -> str:
        """The role a sentence is taken from: mostly `role` itself."""
        if role == "it-generalist":
            return self.rng.choice(("it-generalist", *BROAD, "it-support"))
        drawn = self.rng.random()
        if drawn < main:
            return role
        return EVERYONE if drawn > main + (1 - main) * 0.7 else self.neighbour(role)

    def neighbour(self, role: str) -> str:
        return self.rng.choice(BROAD if role == "it-generalist" else NEIGHBOURS[role])

    def duty(self, role: str, language: str) -> str:
        """One sentence of a role; at times its signals strung together, at times one of another source."""
        rng = self.rng
        spoken = rng.choice(("id", "en")) if language == "mixed" else language
        other = self.extra.get(role)
        drawn = rng.random()
        if other and spoken == "en" and drawn < (0.75 if role == "not-it" else 0.2):
            return voiced(rng.choice(other), self.sentences.verbs, rng)
        signals = self.sentences.signals.get(role)
        if signals and drawn < 0.45 and role != "not-it":
            return " ".join(spoken_signal(rng.choice(signals), spoken, rng) for _ in range(rng.randint(1, 3)))
        text = spell(rng.choice(self.sentences.lines[role, spoken]), rng)
        return self.worn(voiced(text, self.sentences.verbs, rng) if spoken == "en" and role != EVERYONE else text)

    def skills(self, role: str, count: int) -> list[str]:
        known = self.sentences.skills.get(role)
        return [self.rng.choice(known) for _ in range(count)] if known else []

    def worn(self, text: str) -> str:
        """A word is left out now and then, as people do."""
        words = text.split()
        if len(words) > 4 and self.rng.random() < 0.3:
            words.pop(self.rng.randrange(len(words)))
        return " ".join(words)


LEADS = {
    "id": ("Menguasai ", "Memahami ", "Berpengalaman dengan ", "Mampu mengoperasikan ", "Keahlian: "),
    "en": ("Experience with ", "Knowledge of ", "Skills: ", "Familiar with ", "Hands-on "),
    "mixed": ("Menguasai ", "Familiar dengan ", "Skills: ", "Paham "),
}
