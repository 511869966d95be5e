"""Words for verdicts and their reasons."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def verdict_word(verdict: str) -> str:
    """The word that stands beside a verdict's shape."""
    return {"met": _("Met"), "partly": _("Partly"), "not_stated": _("Not stated"), "contradicted": _("Contradicted")}[verdict]


def reason_words(code: str, params: Mapping[str, str | int]) -> str:
    """Why a requirement got its verdict, in one short sentence."""
    months, asked = params.get("months"), params.get("asked")
    held = {
        **params,
        "months_held": length_words(months) if isinstance(months, int) else "",
        "months_asked": length_words(asked) if isinstance(asked, int) else "",
    }
    sentences = {
        "skill_in_work": _("Used at work."),
        "skill_listed": _("Named, not shown at work."),
        "skill_implied": _("%(by)s includes it."),
        "skill_related": _("%(by)s is close to it."),
        "skill_denied": _("The CV says it is missing."),
        "words_found": _("Said in other words."),
        "words_found_partly": _("Said in part."),
        "not_stated": _("The CV does not mention it."),
        "experience_enough": _("%(months_held)s of such work."),
        "experience_short": _("%(months_held)s of such work, %(months_asked)s asked."),
        "experience_none": _("No dated work of this kind."),
        "beginners_welcome": _("Beginners are welcome."),
        "education_met": _("%(level)s finished."),
        "education_area_unknown": _("%(level)s finished, field of study not stated."),
        "education_other_area": _("%(level)s finished, in another field: %(area)s."),
        "education_running": _("%(level)s not finished yet."),
        "education_below": _("%(level)s, %(asked)s asked."),
        "certificate_held": _("Certificate named."),
        "certificate_skills_used": _("Certificate not named, its subject used at work."),
        "language_named": _("Language named."),
        "language_weaker": _("Named, at a lower level."),
        "language_of_cv": _("The CV is written in it."),
        "lives_there": _("Lives there."),
        "lives_near": _("Lives near, in %(city)s."),
        "lives_elsewhere": _("Lives in %(city)s, nothing said about moving."),
        "willing_to_move": _("Willing to be placed elsewhere."),
        "unwilling_to_move": _("Not willing to move."),
        "availability_said": _("Says so."),
        "availability_in_work": _("Has worked this way."),
        "availability_refused": _("Says it is not possible."),
        "licence_held": _("Licence named."),
        "licence_denied": _("Says there is no licence."),
        "licence_unclear": _("A licence is named without its class."),
        "quality_named": _("Named in the CV."),
        "grade_enough": _("IPK %(grade)s."),
        "grade_below": _("IPK %(grade)s, below what is asked."),
    }
    return sentences[code] % held if code in sentences else code


def length_words(months: int) -> str:
    """A length of time, such as "1 year 8 months"."""
    years, rest = divmod(months, 12)
    parts = [ngettext("%(n)s year", "%(n)s years", years) % {"n": years}] if years else []
    if rest or not years:
        parts.append(ngettext("%(n)s month", "%(n)s months", rest) % {"n": rest})
    return " ".join(parts)
