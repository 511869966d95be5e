"""What a person was about to do when asked to sign in, so that the page can say so."""

import re
from dataclasses import dataclass
from typing import Literal

from tepat.domain.permissions import NOBODY
from tepat.models import Invitation, JobPosting
from tepat.services.inviting import invitation_by

Kind = Literal["apply", "invitation"]
APPLY = re.compile(r"/loker/([\w-]+)/lamar/")
INVITATION = re.compile(r"/undangan/([\w-]+)/")


@dataclass(frozen=True, slots=True)
class Intention:
    """`apply`: `what` is the posting's title; `invitation`: empty. `where` is the organization's name."""

    kind: Kind
    what: str
    where: str


def intention_of(path: str | None) -> Intention | None:
    """The intention behind the page that asked for signing in; None where nothing needs saying."""
    if not path:
        return None
    if found := APPLY.search(path):
        posting = JobPosting.objects.visible_to(NOBODY).select_related("organization").filter(slug=found[1]).first()
        return Intention("apply", posting.title, posting.organization.name) if posting else None
    if found := INVITATION.search(path):
        invitation = invitation_by(found[1])
        return Intention("invitation", "", invitation.organization.name) if isinstance(invitation, Invitation) else None
    return None
