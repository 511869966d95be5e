"""The index follows the database: a change notes a row, one elected process carries the rows over in order."""

from collections.abc import Iterable

from django.db.models import Max

from tepat.domain.search import Document, Put, Remove, SearchIndex
from tepat.models import Account, JobPosting, Jobseeker, SearchChange
from tepat.services import documenting, engines

BATCH = 500


def note_posting_change(posting: JobPosting) -> None:
    """In the transaction of the change: the index must look at this posting again."""
    SearchChange.objects.create(kind="posting", object_id=posting.pk)


def note_candidate_change(account: Account) -> None:
    """In the transaction of the change: the index must look at this person again."""
    SearchChange.objects.create(kind="candidate", object_id=account.pk)


def drain_changes() -> int:
    """Carries noted changes into the indexes, oldest first; says how many. Repeating it does no harm."""
    changes = list(SearchChange.objects.order_by("pk")[:BATCH])
    if not changes:
        return 0
    for kind, index in (("posting", engines.postings_index()), ("candidate", engines.candidates_index())):
        ids = {c.object_id for c in changes if c.kind == kind}
        if ids:
            seq = max(c.pk for c in changes if c.kind == kind)
            index.apply(operations(kind, ids), seq=seq)
    SearchChange.objects.filter(pk__in=[c.pk for c in changes]).delete()
    return len(changes)


def operations(kind: str, ids: Iterable[int]) -> list[Put | Remove]:
    """Put for what is to be found, Remove for what is not (any more)."""
    wanted = set(ids)
    found = {d.id: d for d in documents(kind, wanted)}
    return [Put(found[str(i)]) if str(i) in found else Remove(str(i)) for i in sorted(wanted)]


def documents(kind: str, ids: set[int] | None = None) -> Iterable[Document]:
    """Everything of a kind that may be found, or those of it with these ids."""
    if kind == "posting":
        postings = JobPosting.objects.live().select_related("organization").prefetch_related("requirements")
        return (documenting.posting_document(p) for p in (postings if ids is None else postings.filter(pk__in=ids)))
    people = (
        Jobseeker.objects.exclude(visibility="hidden")
        .filter(account__is_active=True, cv__state="read")
        .select_related("account", "cv")
    )
    people = people if ids is None else people.filter(account_id__in=ids)
    return (documenting.candidate_document(p) for p in documenting.consenting(people))


def rebuild_indexes() -> dict[str, int]:
    """Both indexes anew, beside the living ones, then in their place; says how many documents each holds."""
    seq = SearchChange.objects.aggregate(last=Max("pk"))["last"] or 0
    counts: dict[str, int] = {}
    indexes: dict[str, SearchIndex] = {"posting": engines.postings_index(), "candidate": engines.candidates_index()}
    for kind, index in indexes.items():
        all_of_it = list(documents(kind))
        index.rebuild(all_of_it, seq=max(seq, index.visible_seq()))
        counts[kind] = len(all_of_it)
    return counts
