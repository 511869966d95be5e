"""ZIP files of CVs, taken apart within bounds: a bomb or a broken member costs itself, never its neighbours.

And photos of the pages of one CV, bound as they came: nothing of a picture is opened before the sandbox.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from tepat.adapters.extract.photos import PHOTOS, picture_kind
from tepat.domain.documents import MAX_BYTES, MAX_PHOTOS, IncomingFile, Unreadable

MAX_MEMBERS = 1000
MAX_TOTAL = 500 * 1024 * 1024
OF_ARCHIVE = 4096
"""Bytes that binding photos adds, at most."""
DOCUMENT_MARKS = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml", "Profile.csv")
"""Archives with one of these are one document; the last is LinkedIn's export of a member's data."""


class ZipArchives:
    """An `ArchiveReader` for ZIP."""

    def is_archive(self, file: IncomingFile) -> bool:
        if not file.data.startswith(b"PK"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OSError):
            return file.name.lower().endswith(".zip")
        return not names.intersection(DOCUMENT_MARKS)

    def is_picture(self, file: IncomingFile) -> bool:
        return picture_kind(file.data) is not None

    def bind(self, pictures: Sequence[IncomingFile]) -> IncomingFile | Unreadable:
        kinds = [picture_kind(picture.data) for picture in pictures]
        if None in kinds:
            return Unreadable("unsupported_type", {"photo": kinds.index(None) + 1})
        if len(pictures) > MAX_PHOTOS:
            return Unreadable("too_large", {"limit_photos": MAX_PHOTOS})
        if sum(len(picture.data) for picture in pictures) > MAX_BYTES - OF_ARCHIVE:
            return Unreadable("too_large", {"limit_mb": MAX_BYTES // 1024 // 1024})
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(zipfile.ZipInfo("mimetype"), PHOTOS)
            for number, (picture, kind) in enumerate(zip(pictures, kinds, strict=True), 1):
                archive.writestr(zipfile.ZipInfo(f"{number:02d}.{kind}"), picture.data)
        return IncomingFile(f"{pictures[0].name.rsplit('.', 1)[0]} (+{len(pictures) - 1}).zip", out.getvalue())

    def unpack(self, file: IncomingFile) -> Iterator[tuple[str, IncomingFile | Unreadable]]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(file.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OSError):
            yield file.name, Unreadable("damaged")
            return
        with archive:
            left = MAX_TOTAL
            members = [m for m in archive.infolist() if not m.is_dir() and not _is_litter(m.filename)]
            for member in members[:MAX_MEMBERS]:
                found = _take(archive, member, limit=min(MAX_BYTES, left))
                left -= len(found.data) if isinstance(found, IncomingFile) else 0
                yield member.filename, found
            for member in members[MAX_MEMBERS:]:
                yield member.filename, Unreadable("too_large", {"limit_files": MAX_MEMBERS})


def _is_litter(name: str) -> bool:
    """What operating systems leave in archives."""
    last = name.rsplit("/", 1)[-1]
    return name.startswith("__MACOSX/") or last in {".DS_Store", "Thumbs.db", "desktop.ini"}


def _take(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, limit: int) -> IncomingFile | Unreadable:
    if member.flag_bits & 1:
        return Unreadable("encrypted")
    try:
        with archive.open(member) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        return Unreadable("damaged")
    if len(data) > limit:
        return Unreadable("too_large", {"limit_mb": MAX_BYTES // 1024 // 1024})
    return IncomingFile(member.filename, data)
