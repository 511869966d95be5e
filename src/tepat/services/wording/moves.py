"""Words for stages, decisions and the reasons of a rejection."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

STAGES = {
    "new": gettext_lazy("New applications"),
    "screening": gettext_lazy("Short call"),
    "interview": gettext_lazy("Interview"),
    "test": gettext_lazy("Practical test"),
    "offer": gettext_lazy("Offer"),
}
OUTCOMES = {
    "hired": gettext_lazy("Hired"),
    "rejected": gettext_lazy("Rejected"),
    "withdrawn": gettext_lazy("Withdrew"),
    "pooled": gettext_lazy("In the talent pool"),
}
REASONS = {
    "musts_missing": gettext_lazy("Musts not met"),
    "other_profession": gettext_lazy("Other field of work"),
    "experience_short": gettext_lazy("Too little experience"),
    "location": gettext_lazy("Place does not fit"),
    "availability": gettext_lazy("Time or shift does not fit"),
    "salary": gettext_lazy("Pay wish does not fit"),
    "position_filled": gettext_lazy("Position is filled"),
    "duplicate": gettext_lazy("Same application twice"),
    "other": gettext_lazy("Other reason"),
}


def stage_name(key: str, own: str = "") -> str:
    """The posting's own name of a stage, else the usual one."""
    return own or str(STAGES.get(key, key))


def place_name(stage: str, outcome: str) -> str:
    return str(OUTCOMES[outcome]) if outcome else stage_name(stage)


def reason_word(code: str) -> str:
    return str(REASONS.get(code, code))


def decision_word(kind: str, to_stage: str = "") -> str:
    """One word beside a person in a list, such as Lanjut or Ditolak."""
    words = {
        "advance": _("Goes on"),
        "move": stage_name(to_stage),
        "reject": _("Rejected"),
        "hold": _("Held"),
        "pool": _("In the talent pool"),
        "withdraw": _("Withdrew"),
        "again": _("Applied again"),
        "hire": _("Hired"),
    }
    return words.get(kind, kind)


def decision_sentence(kind: str, name: str, to_stage: str = "") -> str:
    """What a decision did, for the line that offers to undo it."""
    words = {
        "advance": _("%(name)s goes on to %(stage)s"),
        "move": _("%(name)s moved to %(stage)s"),
        "reject": _("%(name)s rejected"),
        "hold": _("%(name)s held"),
        "pool": _("%(name)s kept in the talent pool"),
        "hire": _("%(name)s hired"),
        "withdraw": _("%(name)s withdrew"),
        "again": _("%(name)s applied again"),
    }
    return words[kind] % {"name": name, "stage": stage_name(to_stage)}


def minutes_left(left: timedelta) -> int:
    return max(0, -(-int(left.total_seconds()) // 60))


def letter_line(left: timedelta) -> str:
    minutes = minutes_left(left)
    return ngettext("The letter leaves in %(n)s minute", "The letter leaves in %(n)s minutes", minutes) % {"n": minutes}


def shared_sentence(count: int, name: str) -> str:
    words = ngettext("%(n)s application laid before %(name)s", "%(n)s applications laid before %(name)s", count)
    return words % {"n": count, "name": name}


def undone_sentence(count: int) -> str:
    return ngettext("%(n)s decision taken back.", "%(n)s decisions taken back.", count) % {"n": count}
