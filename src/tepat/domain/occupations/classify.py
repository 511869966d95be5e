"""Which occupation a text describes, by its duties rather than by its title, with the sentences that decided.

Two readings are joined: signals, names and skills of the knowledge files, hand-weighted and added up; and a small trained model
(`model.RoleModel`), which knows the ways of writing that nobody listed. Without a model the first stands alone. Both are
deterministic.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Literal, Protocol

import numpy as np

from tepat.domain.documents import Span
from tepat.domain.language.tokens import Words, words_of
from tepat.domain.occupations.citing import CITED, TRIED, cite, sentences_of
from tepat.domain.occupations.evidence import Evidence, part_of
from tepat.domain.occupations.features import Numbers
from tepat.domain.occupations.model import Learned, RoleModel
from tepat.domain.occupations.occupation import Occupation, OccupationScore
from tepat.domain.occupations.shares import saturated_once, shares_of
from tepat.domain.occupations.signals import Hit, Signal, SignalIndex, signals_of, skill_signals_of
from tepat.domain.occupations.titles import TitleIndex
from tepat.domain.occupations.weighing import Weigh, evenly, from_top, only, within
from tepat.domain.skills import SkillIndex

Kind = Literal["posting", "cv"]

SHOWN = 5
"""How many occupations an answer lists."""
OUTSIDE = "not-it"
BACKGROUND = 6.0
FEWEST_WORDS = 5
"""Work is outside IT unless its words speak of IT: what a text of some words gives to that side before anything is found."""
TITLE_WEIGHT = 48.0
"""What the name of a role weighs against the signals of a whole CV: about as much as twelve decisive phrases."""
OLDER_TITLE = 0.4
"""What each further title counts of the one before it, in the order of the text."""
DEMAND_WEIGHT = 0.4
DUTIES_PART, CV_PART = 0.6, 0.15
"""What the model counts beside the signals: much for duties, little for a whole CV, where the names of jobs say most."""


class RoleKnowledge(Protocol):
    """What judging roles needs of all knowledge."""

    def __hash__(self) -> int: ...

    @property
    def occupations(self) -> Mapping[str, Occupation]: ...
    @property
    def skill_index(self) -> SkillIndex: ...
    @property
    def model(self) -> RoleModel | None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """One engagement within a CV's text: where its title and its duties stand, and how long ago it ended, in months."""

    title: Span | None
    duties: Span | None
    months_ago: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """Points given beforehand, hits and what each counts; what the model finds, and how much that counts."""

    given: Mapping[str, float]
    hits: tuple[Hit, ...] = ()
    counts: Numbers = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    words: Words = field(default_factory=Words)
    learned: Learned | None = None
    part: float = 0.0


class Classifier:
    """The signals of all occupations, ready to be looked for."""

    def __init__(self, knowledge: RoleKnowledge) -> None:
        self.occupations = knowledge.occupations
        self.titles = TitleIndex(knowledge.occupations.values())
        self._signals = SignalIndex(signals_of(knowledge.occupations.values()))
        self._skills = knowledge.skill_index
        self._skill_signals = skill_signals_of(knowledge.occupations.values())
        self._model = knowledge.model
        self._roles = tuple(sorted(i for i in self.occupations if self._is_public(i)))
        self._row = lru_cache(maxsize=20_000)(self._row_of)

    def read(self, text: str, weigh: Weigh, part: float = DUTIES_PART) -> _Reading:
        """Points of each occupation; `weigh` says how much a place of the text counts, `part` how much the model does."""
        words = words_of(text)
        hits = (*self._signals.find(text, words), *self._skill_hits(text))
        given = {OUTSIDE: BACKGROUND} if len(words) >= FEWEST_WORDS and OUTSIDE in self.occupations else {}
        counts = weigh(np.array([hit.span.start for hit in hits], dtype=np.int64))
        return _Reading(given, hits, counts, words, self._learned(words, weigh), part)

    def _learned(self, words: Words, weigh: Weigh) -> Learned | None:
        if self._model is None or len(words) < FEWEST_WORDS:
            return None
        return self._model.read(words.terms, weigh(np.array(words.starts, dtype=np.int64)))

    def _skill_hits(self, text: str) -> list[Hit]:
        found = ((self._skill_signals.get(m.skill.id), m.span) for m in self._skills.find(text))
        return [Hit(signal, span) for signal, span in found if signal]

    def title_points(self, named: Mapping[str, float]) -> dict[str, float]:
        """What names of occupations weigh, for the public occupation and for the narrower one."""
        points: dict[str, float] = defaultdict(float)
        for occupation, value in named.items():
            for i in {occupation, self.occupations[occupation].printed_as}:
                points[i] += TITLE_WEIGHT * saturated_once(value)
        return points

    def scores(self, reading: _Reading, text: str, *, citing: bool = True) -> tuple[OccupationScore, ...]:
        """Shares of the public occupations, best first, at most `SHOWN`; empty where nothing was found."""
        points = self._points(reading)
        if max((value for i, value in points.items() if self._is_public(i)), default=0.0) <= 0:
            return ()
        evidence = self._evidence(reading)
        logs = evidence.whole()
        shares = shares_of(logs, blended=evidence.learned is not None)
        best = [int(at) for at in np.argsort(-shares, kind="stable")[:SHOWN] if np.isfinite(logs[at])]
        spans = self._cited(reading, evidence, best, text) if citing and reading.words else ()
        return tuple(
            OccupationScore(
                id=evidence.roles[at],
                score=round(float(shares[at]), 4),
                narrower=self._narrower(evidence.roles[at], points),
                spans=spans if place == 0 else (),
            )
            for place, at in enumerate(best)
        )

    def _points(self, reading: _Reading) -> dict[str, float]:
        """Points of every occupation: what speaks for a narrower one speaks for its public one as well."""
        seen: dict[Signal, float] = defaultdict(float)
        for hit, count in zip(reading.hits, reading.counts.tolist(), strict=True):
            seen[hit.signal] += count
        points = defaultdict(float, reading.given)
        for signal, count in seen.items():
            value = saturated_once(count)
            for occupation, weight in signal.weights:
                points[occupation] += weight * value
        return points

    def _is_public(self, occupation: str) -> bool:
        return self.occupations[occupation].printed_as == occupation

    def _evidence(self, reading: _Reading) -> Evidence:
        signals = {signal: at for at, signal in enumerate(dict.fromkeys(hit.signal for hit in reading.hits))}
        rows = [self._row(signal) for signal in signals]
        return Evidence(
            roles=self._roles,
            table=np.stack(rows) if rows else np.zeros((0, len(self._roles)), np.float32),
            signal=np.array([signals[hit.signal] for hit in reading.hits], dtype=np.int64),
            count=reading.counts,
            given=np.array([reading.given.get(role, 0.0) for role in self._roles], dtype=np.float32),
            learned=reading.learned,
            part=reading.part,
        )

    def _cited(self, reading: _Reading, evidence: Evidence, best: Sequence[int], text: str) -> tuple[Span, ...]:
        """The sentences that the first of `best` hangs on."""
        sentences = sentences_of(text)
        starts = ([hit.span.start for hit in reading.hits], reading.words.starts)
        at_hits, at_words = (part_of(sentences, np.array(places, dtype=np.int64)) for places in starts)
        heavy = evidence.heavy(best[0], best[1] if len(best) > 1 else best[0], (at_hits, at_words), len(sentences) + 1)
        tried = np.argsort(-heavy[:-1], kind="stable")[:TRIED]
        renamed = np.full(len(sentences) + 1, len(tried), dtype=np.int64)
        renamed[tried] = np.arange(len(tried))
        parted = evidence.without((renamed[at_hits], renamed[at_words]), len(tried) + 1)
        return cite([sentences[at] for at in tried], partial(parted.leads, best[0]))

    def _row_of(self, signal: Signal) -> Numbers:
        """What a mention weighs for each public role."""
        weights = dict(signal.weights)
        return np.array([weights.get(role, 0.0) for role in self._roles], dtype=np.float32)

    def _narrower(self, printed: str, points: Mapping[str, float]) -> str | None:
        """The narrower occupation with most points, where it has at least three."""
        below = {i: p for i, p in points.items() if i != printed and self.occupations[i].printed_as == printed and p >= 3}
        return min(below, key=lambda i: (-below[i], i)) if below else None


@lru_cache(maxsize=2)
def classifier_of(knowledge: RoleKnowledge) -> Classifier:
    """The classifier of one knowledge, built once."""
    return Classifier(knowledge)


def classify_posting(
    title: str, duties: str, *, knowledge: RoleKnowledge
) -> tuple[tuple[OccupationScore, ...], tuple[OccupationScore, ...]]:
    """What the title promises and what the duties amount to, each best first. Spans point into `title` and into `duties`.

    The duties' answer never looks at the title. Empty where nothing is known of either.
    """
    classifier = classifier_of(knowledge)
    return classify_title(title, knowledge=knowledge), classifier.scores(classifier.read(duties, evenly), duties)


def classify_title(title: str, *, knowledge: RoleKnowledge) -> tuple[OccupationScore, ...]:
    """The occupations a job title names, best first; read as duties where it holds no known name."""
    classifier = classifier_of(knowledge)
    named = classifier.titles.points(title)
    if not named:
        return classifier.scores(classifier.read(title, evenly), title)
    reading = _Reading(classifier.title_points({i: p for i, (p, _) in named.items()}))
    spans = tuple(sorted({span for _, span in named.values()}))[:CITED]
    scores = classifier.scores(reading, title)
    return tuple(replace(score, spans=spans if place == 0 else ()) for place, score in enumerate(scores))


def classify_duties(
    text: str, duties: Sequence[Span], *, knowledge: RoleKnowledge, demands: Sequence[Span] = (), citing: bool = True
) -> tuple[OccupationScore, ...]:
    """What the stretches `duties` of an advert's text amount to, best first; spans point into `text`.

    `demands` (what is asked of the candidate) count less than half. What stands in neither, such as the title, does not count.
    Without `citing`, no spans.
    """
    classifier = classifier_of(knowledge)
    masked = only(text, [*duties, *demands])
    weigh = within(((part, 1.0) for part in duties), DEMAND_WEIGHT)
    return classifier.scores(classifier.read(masked, weigh), masked, citing=citing)


def classify_cv(text: str, jobs: Sequence[Job], *, knowledge: RoleKnowledge) -> tuple[OccupationScore, ...]:
    """What someone is, by their work: titles and duties of recent jobs weigh more. Spans point into `text`.

    Without jobs the whole text is read, from the most recent work at its top downwards.
    """
    classifier = classifier_of(knowledge)
    titles: dict[str, float] = defaultdict(float)
    reading = classifier.read(text, _by_job(jobs) if jobs else from_top(len(text)), CV_PART)
    if jobs:
        for job in jobs:
            named = classifier.titles.points(job.title.of(text)) if job.title else {}
            for occupation, (value, _) in named.items():
                titles[occupation] += value * _recency(job.months_ago)
    else:
        for place, (occupation, value, _) in enumerate(classifier.titles.headings(text, reading.words)):
            titles[occupation] += value * OLDER_TITLE**place
    given = defaultdict(float, reading.given)
    for occupation, value in classifier.title_points(titles).items():
        given[occupation] += value
    return classifier.scores(replace(reading, given=given), text)


def identify(text: str, kind: Kind, knowledge: RoleKnowledge) -> tuple[OccupationScore, ...]:
    """The occupations a whole document describes, best first; an advert's first line is taken as its title."""
    if kind == "cv":
        return classify_cv(text, (), knowledge=knowledge)
    heading = re.match(r"\s*([^\n]*)\n?", text)
    offset = heading.end() if heading else 0
    title, duties = classify_posting(heading[1] if heading else "", text[offset:], knowledge=knowledge)
    if not duties:
        return title
    return tuple(replace(score, spans=tuple(span.shifted(offset) for span in score.spans)) for score in duties)


def _recency(months_ago: int) -> float:
    """Half the weight after three years."""
    return float(0.5 ** (max(0, months_ago) / 36))


def _by_job(jobs: Sequence[Job]) -> Weigh:
    """What stands within a job counts by its recency; what stands outside (lists of skills, education) a third."""
    places = [(part, _recency(job.months_ago)) for job in jobs for part in (job.title, job.duties) if part]
    return within(places, elsewhere=0.33)
