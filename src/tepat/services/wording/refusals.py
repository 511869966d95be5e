"""Words for refusals: what is wrong and what helps, in one sentence."""

from django.utils.translation import gettext as _

from tepat.domain.refusal import Refusal


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal with its parameters put in; a code without words is a bug and shows itself."""
    words = {**_postings(), **_applications(), **_organizations(), **_wages()}.get(refusal.code, refusal.code)
    return words % refusal.params if refusal.params else words


def _postings() -> dict[str, str]:
    return {
        "title_missing": _("A title is missing."),
        "text_missing": _("The advert is empty. Write or paste it."),
        "closes_in_past": _("This day has passed."),
        "salary_reversed": _("The upper end is less than the lower end."),
        "already_published": _("It is public already."),
        "reason_missing": _("Write in a sentence why this stays, or change the advert."),
        "label_missing": _("Say what is asked."),
    }


def _applications() -> dict[str, str]:
    return {
        "posting_closed": _("This posting is closed."),
        "consent_missing": _("Without your consent we may not send your data."),
        "cv_unreadable": _("We could not read this CV. Choose another file."),
        "already_applied": _("You have applied here already."),
        "already_ended": _("This application was already decided."),
        "same_stage": _("This application is there already."),
        "rejection_reason_missing": _("Choose a reason."),
        "no_next_stage": _("There is no stage after this one."),
        "unknown_stage": _("This posting has no such stage."),
        "too_late": _("30 minutes have passed, the letter has left."),
        "not_last": _("A later decision stands on this one. Take that back first."),
        "already_undone": _("This decision was already taken back."),
        "likeness_unknown": _("These two applications cannot be compared."),
        "too_many_alerts": _("You have %(limit)s alerts already. Stop one first."),
        "unknown_frequency": _("Choose how often to write."),
        "words_missing": _("Write something first."),
        "unknown_opinion": _("Choose yes, maybe or no."),
    }


def _wages() -> dict[str, str]:
    return {
        "wages_columns": _("The first line must name these columns: %(columns)s."),
        "wages_row": _("Line %(line)s: province, year, an amount in rupiah a month and the source are needed."),
        "wages_empty": _("The table holds no rows."),
        "wages_too_large": _("The table is too large. Import it in parts."),
    }


def _organizations() -> dict[str, str]:
    return {
        "name_missing": _("A name is missing."),
        "note_missing": _("Write why, the organization reads it."),
        "unknown_role": _("Choose a role."),
        "already_member": _("This person is a member already."),
        "already_invited": _("This address has an open invitation already."),
        "last_owner": _("An organization needs an owner. Make somebody else owner first."),
        "second_factor_first": _("Set up a second factor for yourself first: otherwise you would lock yourself out."),
        "already_decided": _("Somebody else has decided on it already."),
        "decision_missing": _("Say what is to happen with it."),
        "cv_in_use": _("This CV was sent with an application that is still running. Withdraw the application first."),
        "unknown_invitation": _("This invitation does not exist."),
        "already_accepted": _("This invitation was accepted already."),
        "withdrawn": _("This invitation was withdrawn."),
        "expired": _("This invitation has expired. Ask for a new one."),
        "other_address": _("This invitation is for %(email)s. Sign in with that address."),
    }
