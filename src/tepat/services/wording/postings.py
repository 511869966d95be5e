"""Words for what was found in an advert: checks, clarity, kinds of requirements."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tepat.domain.knowledge import Knowledge

Params = Mapping[str, str | int]


def check_message(code: str, params: Params) -> str:
    """What is wrong, in one sentence."""
    quote = params.get("quote", "")
    sentences = {
        "discrimination.age": _("“%(quote)s” limits age."),
        "discrimination.sex": _("“%(quote)s” limits sex."),
        "discrimination.looks": _("“%(quote)s” asks for looks."),
        "discrimination.marital_status": _("“%(quote)s” limits marital status."),
        "discrimination.height": _("“%(quote)s” limits height or weight."),
        "discrimination.religion": _("“%(quote)s” limits religion."),
        "discrimination.ethnicity": _("“%(quote)s” limits origin."),
        "discrimination.disability": _("“%(quote)s” shuts out people with a disability."),
        "discrimination.other": _("“%(quote)s” limits where somebody comes from, not what they can do."),
        "scam.fee": _("“%(quote)s”: candidates never pay to be hired."),
        "scam.documents": _("“%(quote)s”: nobody may hold or collect these papers before hiring."),
        "scam.off_platform": _("“%(quote)s” leads candidates to a chat where nobody can check who is asking."),
        "scam.travel": _("“%(quote)s”: journeys that candidates pay for first are a known trick."),
        "scam.transfer": _("“%(quote)s”: no job asks for a transfer."),
        "salary.missing": _("The salary is not stated."),
        "salary.wide": _("The upper end of the salary is more than twice the lower end."),
        "salary.below_minimum": _("The salary lies below the minimum wage of the place, Rp%(minimum)s a month."),
        "clarity.title_duties": _("The title names one role, the tasks describe another."),
        "clarity.two_roles": _("The tasks are those of two full roles."),
        "clarity.no_duties": _("The advert lists no tasks."),
        "clarity.no_requirements": _("The advert asks for nothing a candidate could show."),
    }
    words = sentences.get(code, code)
    least = f"{int(params.get('minimum', 0)):,}".replace(",", ".")
    return words % {"quote": quote, "minimum": least} if "%" in words else words


def check_suggestion(code: str) -> str:
    """What to write instead; empty where the sentence says enough."""
    if code.startswith("discrimination."):
        reason = _(
            "Where the work itself demands it, give the reason; it is shown with the advert (SE Menaker M/6/HK.04/V/2025)."
        )
        return f"{_instead_of_limit(code)} {reason}".strip()
    return {
        "scam.fee": _("Leave it out. Whoever hires pays for training, uniforms, tests and checks."),
        "scam.documents": _(
            "Leave it out. Look at the diploma and give it back the same day; never ask for a PIN, an OTP or a bank card."
        ),
        "scam.off_platform": _(
            "Let people apply here, or name the office and a company mail address. Chat may come besides, never alone."
        ),
        "scam.travel": _("Leave it out. Meet online, or let the company book and pay the journey."),
        "scam.transfer": _("Leave it out. Nobody sends money or proof of payment, or lends a bank account, to get a job."),
        "salary.missing": _("Name a range: adverts with pay are read and answered more."),
        "salary.wide": _("Narrow the range, or write two adverts for two levels."),
        "salary.below_minimum": _("Check the figure against this year's minimum wage."),
        "clarity.title_duties": _("Take the name of the role the tasks describe, or change the tasks."),
        "clarity.two_roles": _("Say which role comes first, or write two adverts."),
        "clarity.no_duties": _("Write three to seven things the person will do in a week."),
        "clarity.no_requirements": _("Write what the person must already know."),
    }.get(code, "")


def _instead_of_limit(code: str) -> str:
    """A wording that says what the work asks, in place of who may do it."""
    return {
        "discrimination.age": _("Ask for experience instead: “at least 2 years as …”, or “fresh graduates welcome”."),
        "discrimination.sex": _(
            "Write “men and women”, or name what the work asks: night shifts, lifting, a vehicle of one's own."
        ),
        "discrimination.looks": _("Write what matters in the work: “dresses neatly”, “friendly with visitors”."),
        "discrimination.marital_status": _(
            "Leave it out; if time is meant, say so: “works in shifts”, “travels about five days a month”."
        ),
        "discrimination.height": _("Describe the task, not the body: “lifts devices of up to 20 kg”, “works on ladders”."),
        "discrimination.religion": _("Leave it out; times of prayer and holidays belong to what you offer."),
        "discrimination.ethnicity": _("Leave out the origin; if a language is needed, name it: “speaks Mandarin with clients”."),
        "discrimination.disability": _("Name the task and offer help: “tells cables apart by colour or with a tester”."),
        "discrimination.other": _("Ask for what the person can do: a field of study, a certificate, a sample of work."),
    }.get(code, "")


def clarity_message(verdict: str, params: Params, *, knowledge: Knowledge) -> str:
    """Title and duties, put side by side: it informs, it does not scold."""
    names = {key: occupation_name(str(params.get(key, "")), knowledge) for key in ("title", "duties", "second")}
    if verdict == "mismatch":
        return _("Title: %(title)s · tasks: mostly %(duties)s") % names
    if verdict == "two_roles":
        return _("The tasks belong to two roles: %(duties)s and %(second)s") % names
    if verdict == "consistent":
        return _("Title and tasks name the same role.")
    return _("Title or tasks are too vague to tell the role.")


def occupation_name(id: str, knowledge: Knowledge) -> str:  # noqa: A002 - the word of the glossary
    """The name of an occupation in the reader's language; its id where it is not known."""
    occupation = knowledge.occupations.get(id)
    if occupation is None:
        return {"other-it": _("another IT role"), "not-it": _("not an IT role")}.get(id, id)
    return occupation.name_en if get_language() == "en" else occupation.name_id


def kind_word(kind: str) -> str:
    """The kind of a requirement."""
    return {
        "skill": _("Skill"),
        "experience": _("Experience"),
        "education": _("Education"),
        "certificate": _("Certificate"),
        "language": _("Language"),
        "location": _("Place of work"),
        "availability": _("Availability"),
        "licence": _("Licence"),
        "other": _("Other"),
    }.get(kind, kind)
