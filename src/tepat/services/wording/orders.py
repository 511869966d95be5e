"""Words for the order: why somebody stands above the next one, and what became of a match."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tepat.domain.ranking import Why
from tepat.services.wording.matches import verdict_word

LETTERS = {"m": "met", "p": "partly", "n": "not_stated", "c": "contradicted"}
CAUSES = ("posting", "reader", "weights")


def why_words(grounds: Sequence[Why], labels: Mapping[str, str]) -> str:
    """One sentence without a full stop; `labels`: id of a requirement → its label."""
    good = [_ground(why, labels) for why in grounds if why.gain >= 0]
    against = [_ground(why, labels) for why in grounds if why.gain < 0]
    words = "; ".join(good)
    return _("%(words)s; against it: %(against)s") % {"words": words, "against": "; ".join(against)} if against else words


def _ground(why: Why, labels: Mapping[str, str]) -> str:
    if why.ground == "requirement":
        label = labels.get(why.requirement, why.requirement)
        if why.mine == why.theirs:
            return (
                _("%(label)s shown better") % {"label": label}
                if why.gain > 0
                else _("%(label)s shown less well") % {"label": label}
            )
        words = {"label": label, "mine": verdict_word(why.mine).lower(), "theirs": verdict_word(why.theirs).lower()}
        return _("%(label)s %(mine)s, there %(theirs)s") % words
    return {
        "work": _("the work done is nearer to this job") if why.gain > 0 else _("the work done is farther from this job"),
        "education": _("the education is not so far below") if why.gain > 0 else _("the education is farther below"),
        "terms": _("more words of the advert stand in duties and skills"),
    }.get(why.ground, _("nothing tells them apart, whoever applied first stands first"))


def change_words(params: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """What became of a match: "MikroTik: not stated → met"; where only the order changed, that."""
    rows = []
    for change in str(params.get("changed") or "").split():
        key, _colon, letters = change.partition(":")
        before, now = (verdict_word(LETTERS[x]).lower() if x in LETTERS else _("not asked") for x in letters)
        rows.append(f"{labels.get(key, key)}: {before} → {now}")
    if rows:
        return "; ".join(rows)
    higher = int(params.get("score_now") or 0) > int(params.get("score_before") or 0)
    return _("verdicts stay, the place rises") if higher else _("verdicts stay, the place falls")


def cause_words(cause: str) -> str:
    """Why a match was computed again, as a heading."""
    return {
        "posting": _("Requirements of the job changed"),
        "reader": _("CV read again"),
        "weights": _("Weights of the order changed"),
    }.get(cause, _("Matched again"))
