"""How one's own CV fits a posting, in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from tepat.domain.matching.record import GROUPS
from tepat.domain.matching.verdicts import Match, RequirementMatch
from tepat.services.wording.matches import reason_words
from tepat.templatetags.marks import quotations

MOST_QUOTES = 2


@dataclass(frozen=True, slots=True)
class FitItem:
    """One requirement: its verdict, why, and the lines of the CV that show it, with the words marked."""

    label: str
    importance: str
    verdict: str
    why: str
    quotes: tuple[SafeString, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """Requirements with verdicts in the order of the posting."""

    musts: tuple[FitItem, ...]
    nices: tuple[FitItem, ...]
    talks: tuple[FitItem, ...] = ()

    @property
    def musts_met(self) -> int:
        return sum(item.verdict == "met" for item in self.musts)

    @property
    def nices_met(self) -> int:
        return sum(item.verdict == "met" for item in self.nices)

    @property
    def open(self) -> tuple[str, ...]:
        """Labels of musts that are not fully shown."""
        return tuple(item.label for item in self.musts if item.verdict != "met")

    @property
    def missing(self) -> bool:
        """Something is not stated: it may be had and not written."""
        return any(item.verdict == "not_stated" for item in (*self.musts, *self.nices))


def fit_of(match: Match, *, text: str) -> Fit:
    """A match in three groups; `text` is that of the CV, into which the evidence points."""
    items = [_item(r, text) for r in match.requirements]
    return Fit(*(tuple(item for item in items if item.importance == group) for group in GROUPS))


def _item(found: RequirementMatch, text: str) -> FitItem:
    spans = [(e.start, e.end) for e in found.evidence]
    return FitItem(
        label=found.requirement.label,
        importance=found.group,
        verdict=found.verdict,
        why=reason_words(found.reason.code, found.reason.params).rstrip(".") if found.verdict != "not_stated" else "",
        quotes=tuple(quotations(text, spans, verdict=found.verdict)[:MOST_QUOTES]),
    )
