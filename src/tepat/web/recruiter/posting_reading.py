"""What was read of an advert, prepared for the page: requirements, checks, clarity, each with the words of the advert."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext as _

from tepat.models import JobPosting
from tepat.services import engines
from tepat.services.publishing import needs_reason
from tepat.services.wording.postings import check_message, check_suggestion, clarity_message, kind_word, occupation_name

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """One requirement with the stretch of the advert it comes from; `quote` is empty where a person added it.

    `chosen` is the weight as typed: must, nice, drop.
    """

    key: str
    kind: str
    kind_word: str
    importance: str
    chosen: str
    label: str
    months: str
    quote: str


@dataclass(frozen=True, slots=True)
class RequirementGroup:
    word: str
    rows: Sequence[RequirementRow]


@dataclass(frozen=True, slots=True)
class CheckShown:
    code: str
    severity: str
    message: str
    suggestion: str
    quotes: Sequence[str]
    reason: str
    needs_reason: bool

    @property
    def is_scam(self) -> bool:
        """A mark of a swindle: an operator looks before it is public."""
        return self.code.startswith("scam.")

    @property
    def is_about_title(self) -> bool:
        """Title and work, not a limit: its reason is the organization's own."""
        return self.code.startswith("clarity.")


def rows_of(posting: JobPosting, typed: Mapping[str, str]) -> list[RequirementRow]:
    """Requirements in their order, musts first, with what was typed of them and not saved yet."""
    return [
        RequirementRow(
            r.id,
            r.kind,
            kind_word(r.kind),
            r.importance,
            typed.get(f"importance-{r.id}", r.importance),
            typed.get(f"label-{r.id}", r.label),
            typed.get(f"months-{r.id}", "" if r.months is None else str(r.months)),
            r.spans[0].of(posting.text) if r.spans else "",
        )
        for r in posting.as_requirements()
    ]


def groups_of(posting: JobPosting, typed: Mapping[str, str] = NOTHING) -> list[RequirementGroup]:
    """Musts, then nice-to-haves; each may be empty."""
    rows = rows_of(posting, typed)
    words = (("must", _("Musts")), ("nice", _("Nice to have")))
    return [RequirementGroup(word, [r for r in rows if r.importance == importance]) for importance, word in words]


def checks_of(posting: JobPosting, typed: Mapping[str, str] = NOTHING) -> list[CheckShown]:
    """Problems to mend, errors first."""
    order = {"error": 0, "warning": 1, "hint": 2}
    found = [
        CheckShown(
            c["code"],
            c["severity"],
            check_message(c["code"], c.get("params", {})),
            " ".join(part for part in (better_title_of(posting, c["code"]), check_suggestion(c["code"])) if part),
            [posting.text[e["start"] : e["end"]] for e in c.get("evidence", [])],
            typed.get(f"reason-{c['code']}", posting.kept_reasons.get(c["code"], "")),
            needs_reason(c["code"], c["severity"]),
        )
        for c in posting.reading.get("checks", [])
    ]
    return sorted(found, key=lambda c: order[c.severity])


def better_title_of(posting: JobPosting, code: str) -> str:
    """The title that the work suggests, for a title that names another role; else empty."""
    role = (posting.reading.get("clarity") or {}).get("suggested_occupation", "")
    if code != "clarity.title_duties" or not role:
        return ""
    return _("A better title: %(title)s.") % {"title": occupation_name(role, engines.knowledge())}


def clarity_of(posting: JobPosting) -> str:
    """The sentence on title and duties; empty where they agree or nothing can be told."""
    clarity = posting.reading.get("clarity") or {}
    if clarity.get("verdict") not in {"mismatch", "two_roles"}:
        return ""
    return clarity_message(clarity["verdict"], clarity.get("params", {}), knowledge=engines.knowledge())
