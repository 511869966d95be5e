"""Files: stored under a generated key, found again by it; the name a person gave is never part of a path."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from tepat.domain.documents import MAX_BYTES, IncomingFile, Unreadable
from tepat.models import CV, Account, Organization
from tepat.models.keys import new_public_id
from tepat.services import engines


def incoming(upload: File[bytes]) -> IncomingFile | Unreadable:
    """An upload's bytes, within the limit; a larger one is refused without being read."""
    name = (upload.name or "cv")[:255]
    if (upload.size or 0) > MAX_BYTES and not name.lower().endswith(".zip"):
        return Unreadable("too_large", {"limit_mb": MAX_BYTES // 1024 // 1024})
    return IncomingFile(name, upload.read())


def unpacked(uploads: Sequence[File[bytes]]) -> Iterator[tuple[str, IncomingFile | Unreadable]]:
    """(name, file or refusal) of all uploads, archives taken apart."""
    archives = engines.archives()
    for upload in uploads:
        file = incoming(upload)
        if isinstance(file, IncomingFile) and archives.is_archive(file):
            yield from ((f"{file.name}/{name}" if name != file.name else name, found) for name, found in archives.unpack(file))
        else:
            yield (upload.name or "cv")[:255], file


def bound(files: Iterable[tuple[str, IncomingFile | Unreadable]]) -> Iterator[tuple[str, IncomingFile | Unreadable]]:
    """The same files, all pictures among them as the pages of one, at the place of the first."""
    archives, listed = engines.archives(), list(files)
    pictures = [file for _, file in listed if isinstance(file, IncomingFile) and archives.is_picture(file)]
    for name, file in listed:
        if len(pictures) < 2 or file not in pictures:
            yield name, file
        elif file is pictures[0]:
            one = archives.bind(pictures)
            yield (one.name if isinstance(one, IncomingFile) else name), one


def store_cv(file: IncomingFile, *, account: Account | None = None, organization: Organization | None = None) -> CV:
    """A CV row with its file in the store, not read yet. Exactly one owner."""
    digest = hashlib.sha256(file.data).hexdigest()
    key = default_storage.save(f"cv/{digest[:2]}/{new_public_id()}", ContentFile(file.data))
    return CV.objects.create(
        account=account,
        organization=organization,
        file_name=file.name.rsplit("/", 1)[-1][:255],
        stored_as=key,
        sha256=digest,
        size_bytes=len(file.data),
    )
