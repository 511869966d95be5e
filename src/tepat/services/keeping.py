"""Postings kept for later."""

from tepat.domain.permissions import Actor
from tepat.models import Bookmark, JobPosting


def keep_posting(posting: JobPosting, *, actor: Actor, keep: bool) -> bool:
    """Keeps a posting for a signed-in person, or no longer; repeating it changes nothing. Says whether it is kept now."""
    if keep and actor.account_id is not None:
        Bookmark.objects.get_or_create(account_id=actor.account_id, posting=posting)
    else:
        Bookmark.objects.visible_to(actor).filter(posting=posting).delete()
    return keep
