"""The index follows the database: a change notes a row, one elected process carries the rows over in order."""

from collections.abc import Iterable

from django.db.models import Max

from tepat.domain.search import Busy, Document, Kind, Put, Remove, Unusable
from tepat.domain.search.query import KINDS
from tepat.models import Account, JobPosting, Jobseeker, SearchChange
from tepat.services import documenting, engines

BATCH = 500
EVERYTHING = "everything"


class IndexBusyError(RuntimeError):
    """Another process writes the index: the elected worker, as long as it runs."""


def note_posting_change(posting: JobPosting) -> None:
    """In the transaction of the change: the index must look at this posting again."""
    SearchChange.objects.create(kind="posting", object_id=posting.pk)


def note_candidate_change(account: Account) -> None:
    """In the transaction of the change: the index must look at this person again."""
    SearchChange.objects.create(kind="candidate", object_id=account.pk)


def drain_changes() -> int:
    """Carries noted changes into the index, oldest first; says how many. Repeating it does no harm."""
    changes = list(SearchChange.objects.order_by("pk")[:BATCH])
    if not changes:
        return 0
    if any(c.kind == EVERYTHING for c in changes):
        return _rebuild_up_to(changes[-1].pk)
    wanted = [operation for kind in KINDS for operation in operations(kind, {c.object_id for c in changes if c.kind == kind})]
    # A lower id may be committed after a higher one was carried over, so the number goes on from what is visible.
    seq = max(changes[-1].pk, engines.index().visible_seq() + 1)
    answer = engines.index().apply(wanted, seq=seq)
    if isinstance(answer, Busy):
        return 0
    if isinstance(answer, Unusable):
        rebuild_index()
    SearchChange.objects.filter(pk__in=[c.pk for c in changes]).delete()
    return len(changes)


def _rebuild_up_to(last: int) -> int:
    """Both indexes anew; they hold every change up to `last`, so those notes go. 0 while another process writes the index."""
    try:
        rebuild_index()
    except IndexBusyError:
        return 0
    return SearchChange.objects.filter(pk__lte=last).delete()[0]


def mend_index() -> int:
    """Builds an index that is missing, damaged or of another release anew; says how many documents it then holds, else 0."""
    if engines.index().health().code == "ok":
        return 0
    return sum(rebuild_index().values())


def operations(kind: Kind, ids: set[int]) -> list[Put | Remove]:
    """Put for what is to be found, Remove for what is not (any more)."""
    found = {d.id: d for d in documents(kind, ids)}
    return [Put(found[str(i)]) if str(i) in found else Remove(str(i), kind) for i in sorted(ids)]


def documents(kind: Kind, ids: set[int] | None = None) -> Iterable[Document]:
    """Everything of a kind that may be found, or those of it with these ids."""
    if kind == "posting":
        postings = JobPosting.objects.live().select_related("organization").prefetch_related("requirements")
        return (documenting.posting_document(p) for p in (postings if ids is None else postings.filter(pk__in=ids)))
    people = (
        Jobseeker.objects.exclude(visibility="hidden")
        .filter(account__is_active=True, cv__state="read")
        .select_related("account", "cv")
        .prefetch_related("cv__corrections")
    )
    people = people if ids is None else people.filter(account_id__in=ids)
    return (documenting.candidate_document(p) for p in documenting.consenting(people))


def rebuild_index() -> dict[str, int]:
    """The index anew, beside the living one, then in its place; says how many documents of each kind it holds.

    Raises IndexBusyError while another process writes the index.
    """
    seq = SearchChange.objects.aggregate(last=Max("pk"))["last"] or engines.index().visible_seq()
    by_kind = {kind: list(documents(kind)) for kind in KINDS}
    if isinstance(engines.index().rebuild([d for found in by_kind.values() for d in found], seq=seq), Busy):
        raise IndexBusyError
    return {kind: len(found) for kind, found in by_kind.items()}


def ask_for_rebuild() -> SearchChange:
    """Hands the rebuilding to the elected process: a note like every other change, gone when it is done."""
    return SearchChange.objects.create(kind=EVERYTHING, object_id=0)


def is_rebuilt(asked: SearchChange) -> bool:
    return not SearchChange.objects.filter(pk=asked.pk).exists()
