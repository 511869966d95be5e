"""Words for verdicts and their reasons."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

REASONS: Mapping[str, Promise] = {
    "skill_in_work": gettext_lazy("Used at work."),
    "skill_listed": gettext_lazy("Named, not shown at work."),
    "skill_implied": gettext_lazy("%(by)s includes it."),
    "skill_related": gettext_lazy("%(by)s is close to it."),
    "skill_denied": gettext_lazy("The CV says it is missing."),
    "words_found": gettext_lazy("Said in other words."),
    "words_found_partly": gettext_lazy("Said in part."),
    "not_stated": gettext_lazy("The CV does not mention it."),
    "experience_enough": gettext_lazy("%(months_held)s of such work."),
    "experience_short": gettext_lazy("%(months_held)s of such work, %(months_asked)s asked."),
    "experience_none": gettext_lazy("No dated work of this kind."),
    "beginners_welcome": gettext_lazy("Beginners are welcome."),
    "education_met": gettext_lazy("%(level)s finished."),
    "education_area_unknown": gettext_lazy("%(level)s finished, field of study not stated."),
    "education_other_area": gettext_lazy("%(level)s finished, in another field: %(area)s."),
    "education_running": gettext_lazy("%(level)s not finished yet."),
    "education_below": gettext_lazy("%(level)s, %(asked)s asked."),
    "certificate_held": gettext_lazy("Certificate named."),
    "certificate_skills_used": gettext_lazy("Certificate not named, its subject used at work."),
    "language_named": gettext_lazy("Language named."),
    "language_weaker": gettext_lazy("Named, at a lower level."),
    "language_of_cv": gettext_lazy("The CV is written in it."),
    "lives_there": gettext_lazy("Lives there."),
    "lives_near": gettext_lazy("Lives near, in %(city)s."),
    "lives_elsewhere": gettext_lazy("Lives in %(city)s, nothing said about moving."),
    "willing_to_move": gettext_lazy("Willing to be placed elsewhere."),
    "unwilling_to_move": gettext_lazy("Not willing to move."),
    "availability_said": gettext_lazy("Says so."),
    "availability_in_work": gettext_lazy("Has worked this way."),
    "availability_refused": gettext_lazy("Says it is not possible."),
    "licence_held": gettext_lazy("Licence named."),
    "licence_denied": gettext_lazy("Says there is no licence."),
    "licence_unclear": gettext_lazy("A licence is named without its class."),
    "quality_named": gettext_lazy("Named in the CV."),
    "grade_enough": gettext_lazy("IPK %(grade)s."),
    "grade_below": gettext_lazy("IPK %(grade)s, below what is asked."),
}


def verdict_word(verdict: str) -> str:
    """The word that stands beside a verdict's shape."""
    return {"met": _("Met"), "partly": _("Partly"), "not_stated": _("Not stated"), "contradicted": _("Contradicted")}[verdict]


def reason_words(code: str, params: Mapping[str, str | int]) -> str:
    """Why a requirement got its verdict, in one short sentence; the code itself where no words are known."""
    months, asked = params.get("months"), params.get("asked")
    held = {
        **params,
        "months_held": length_words(months) if isinstance(months, int) else "",
        "months_asked": length_words(asked) if isinstance(asked, int) else "",
    }
    return str(REASONS[code]) % held if code in REASONS else code


def length_words(months: int) -> str:
    """A length of time, such as "1 year 8 months"."""
    years, rest = divmod(months, 12)
    parts = [ngettext("%(n)s year", "%(n)s years", years) % {"n": years}] if years else []
    if rest or not years:
        parts.append(ngettext("%(n)s month", "%(n)s months", rest) % {"n": rest})
    return " ".join(parts)
