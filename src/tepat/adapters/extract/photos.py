"""Several photos as the pages of one document: a ZIP that begins with its type, as ODT does, then one picture per page."""

from collections.abc import Iterator

from tepat.adapters.extract.archives import Archive, UnsafeArchive
from tepat.domain.documents import MAX_PHOTOS

PHOTOS = "application/vnd.tepat.photos+zip"
"""The type of photos bound together."""
IMAGES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF8": "gif",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"BM": "bmp",
    b"RIFF": "webp",
}
"""How files of pictures begin."""


def picture_kind(data: bytes) -> str | None:
    """The usual ending of this kind of picture; None for what is none."""
    return next((name for mark, name in IMAGES.items() if data.startswith(mark)), None)


def is_photos(archive: Archive) -> bool:
    """Whether an archive says that it holds the pages of one document. UnsafeArchive where its first member is damaged."""
    return archive.read("mimetype") == PHOTOS.encode()


def photos_of(data: bytes) -> Iterator[bytes]:
    """The pictures, page by page; an empty one where a member is damaged."""
    archive = Archive(data)
    for name in sorted(archive.names - {"mimetype"})[:MAX_PHOTOS]:
        try:
            yield archive.read(name)
        except UnsafeArchive:
            yield b""
