"""Words for guides, comparisons and fit checks."""

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from tepat.domain.occupations.comparison import RowKey
from tepat.domain.occupations.fitting import FitVerdict
from tepat.domain.occupations.guide import DimensionKey, Handling
from tepat.domain.occupations.occupation import Occupation, Statement


def said(statement: Statement) -> str:
    """A sentence of knowledge in the reader's language."""
    return statement.text_en if get_language() == "en" else statement.text_id


def role_name(occupation: Occupation) -> str:
    """The name of an occupation in the reader's language."""
    return occupation.name_en if get_language() == "en" else occupation.name_id


def family_name(family: str) -> str:
    """A family of occupations."""
    return {
        "support": _("Helping users"),
        "infrastructure": _("Networks and systems"),
        "security": _("Security"),
        "software": _("Software"),
        "data": _("Data"),
        "analysis": _("Analysis and products"),
        "management": _("Leading"),
        "other": _("Other IT work"),
    }.get(family, family)


def dimension_name(key: RowKey) -> tuple[str, str]:
    """A dimension of the comparison, and a word that narrows it; the second is mostly empty."""
    return {
        "problem": (_("Problems"), ""),
        "focus": (_("Focus"), ""),
        "skill": (_("Main skill"), ""),
        "technical": (_("Technical skills"), ""),
        "education": (_("Education"), _("usually asked")),
        "soft": (_("Soft skills"), ""),
    }[key]


def scale_ends(key: DimensionKey) -> tuple[str, str]:
    """The words at both ends of a scale; empty where a dimension has none."""
    return {
        "problem": (pgettext("scale", "basic"), pgettext("scale", "complex")),
        "focus": (pgettext("scale", "today"), pgettext("scale", "ahead")),
        "skill": (pgettext("scale", "people"), pgettext("scale", "systems")),
        "technical": (pgettext("scale", "broad"), pgettext("scale", "deep")),
        "education": ("", ""),
    }[key]


def handling_word(handling: Handling) -> str:
    """Who deals with a piece of work."""
    return {"own": _("solved here"), "share": _("solved together"), "pass": _("passed on")}[handling]


def level_word(level: int) -> str:
    """How deep a piece of work goes."""
    return {1: _("Level 1: at once"), 2: _("Level 2: needs digging"), 3: _("Level 3: deep")}[level]


def fit_word(verdict: FitVerdict) -> str:
    """The result of a fit check."""
    return {"fits": _("Suits you"), "conditionally": _("Suits you on conditions"), "hardly": _("Suits you less")}[verdict]


def fit_meaning(verdict: FitVerdict) -> str:
    """What the result of a fit check means."""
    return {
        "fits": _("Most of what happens in a week goes with how you act anyway."),
        "conditionally": _("It can go well, if a few things change: what you practise, or where you work."),
        "hardly": _("Much of an ordinary week would go against you. That says nothing about your ability."),
    }[verdict]
