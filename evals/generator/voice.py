"""How one CV speaks: the choices that all its parts share, and the difficulties that they bring about."""

from random import Random

from evals.generator.phrases import choose_dates
from evals.generator.pools import Pools
from evals.generator.story import Month, Story


class Voice:
    """`say` is the language of the sentences, `headings` that of the headings; `order` how an entry names job and employer."""

    def __init__(self, random: Random, pools: Pools, story: Story, *, today: Month) -> None:
        self.random, self.pools, self.story, self.today = random, pools, story, today
        swap = story.language == "mixed" and random.random() < 0.4
        self.say = "en" if story.language == "en" or swap else "id"
        self.headings = "en" if story.language == "en" or (story.language == "mixed" and not swap) else "id"
        self.dates = choose_dates(random, pools, self.say)
        self.heads = {key: random.choice(words) for key, words in pools.list("headings", self.headings).items()}
        if random.random() < 0.4:
            self.heads = {key: word.upper() for key, word in self.heads.items()}
        self.labels = {key: random.choice(words) for key, words in pools.list("labels", self.say).items()}
        self.columns = {key: random.choice(words) for key, words in pools.list("columns", self.say).items()}
        self.order = random.choice(("title", "title", "employer", "employer", "both", "line", "labelled"))
        self.traits: list[str] = []

    def word(self, key: str) -> str:
        """One wording of the split, with an invented proper name where it has a gap for one."""
        found: str = self.pools.pick(self.random, "wording", self.say, key)
        return found.replace("{a}", self.random.choice(self.pools.list("employers", "first")))

    def chance(self, share: float, trait: str = "") -> bool:
        """True in `share` of the CVs, and then the trait is noted."""
        hit = self.random.random() < share
        if hit and trait and trait not in self.traits:
            self.traits.append(trait)
        return hit

    @property
    def english(self) -> bool:
        return self.say == "en"
