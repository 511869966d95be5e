"""A profile filled in by form becomes a CV without a file: a canonical text that quotes can point into."""

import hashlib

from django.db import transaction
from django.utils import timezone

from tepat.domain.cv.compose import ProfileValues, compose
from tepat.domain.permissions import Actor
from tepat.models import CV, Account
from tepat.services.correcting import use_cv
from tepat.services.reading import reader_version
from tepat.services.recording import record_event


def compose_cv(account: Account, values: ProfileValues) -> CV:
    """The CV of what was typed, already confirmed (the person wrote it), and in use. The same values give the same CV again."""
    text, document = compose(values)
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        same = CV.objects.filter(account=account, sha256=digest, stored_as="").order_by("-pk").first()
        if same is None:
            now = timezone.now()
            same = CV.objects.create(
                account=account,
                file_name=f"{values.name or 'profil'}.txt"[:255],
                sha256=digest,
                size_bytes=len(data),
                media_type="text/plain",
                state="read",
                text=text,
                page_starts=[0],
                document=document,
                reader_version=f"form+{reader_version().partition('+')[2]}"[:40],
                read_at=now,
                confirmed_at=now,
            )
            record_event("cv.composed", actor=Actor(account.pk), cv=same.public_id)
        use_cv(same, account=account)
    return same
