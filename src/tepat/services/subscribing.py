"""Saving a search as an alert: from words and filters, or "jobs like this one"."""

from collections.abc import Mapping, Sequence

from tepat.domain.refusal import Refusal
from tepat.domain.search import AllOf, Between, OneOf, Query
from tepat.domain.search.query import KeywordField
from tepat.models import Account, Alert, JobPosting
from tepat.services.alerting import save_alert
from tepat.services.searching import asked_for


def save_search(
    account: Account,
    *,
    words: str,
    chosen: Mapping[KeywordField, Sequence[str]],
    least_pay: int | None = None,
    frequency: str = "daily",
) -> Alert | Refusal:
    """An alert for what was searched. Refusals: nothing_asked, query_not_understood, and those of `save_alert`."""
    if not words.strip() and not any(chosen.values()) and least_pay is None:
        return Refusal("nothing_asked", "q")
    ranges = [Between("salary", low=least_pay)] if least_pay is not None else []
    understood, query = asked_for(words, kind="posting", chosen=chosen, ranges=ranges)
    if understood.fault is not None:
        return Refusal("query_not_understood", "q")
    said = [words.strip(), *(value for values in chosen.values() for value in values)]
    said += [f"≥ Rp{least_pay:,}".replace(",", ".")] if least_pay is not None else []
    return save_alert(account, words=" · ".join(part for part in said if part), query=query, frequency=frequency)


def save_alert_for(account: Account, *, posting: JobPosting) -> Alert | Refusal:
    """An alert for postings of the same role in the same city; by the title's words where the role is not known."""
    parts = [OneOf("city", (posting.city,))] if posting.city else []
    if posting.occupation:
        where = AllOf((OneOf("occupation", (posting.occupation,)), *parts))
    else:
        _understood, query = asked_for(posting.title, kind="posting", chosen={})
        where = AllOf((query.where, *parts))
    words = f"{posting.title} · {posting.city}" if posting.city else posting.title
    return save_alert(account, words=words, query=Query("posting", where), frequency="daily")
