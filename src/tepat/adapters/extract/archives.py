"""ZIP containers opened with care: sizes are counted while reading, never believed."""

import io
import zipfile

MAX_MEMBER = 30 * 1024 * 1024
MAX_TOTAL = 120 * 1024 * 1024
MAX_RATIO = 300
"""Unpacked to packed size of one member; XML of real documents stays below 60."""
MAX_MEMBERS = 3000


class UnsafeArchive(Exception):  # noqa: N818 - it names what was found
    """The archive is damaged, or unpacks to more than any document needs."""


class Archive:
    """Members of a ZIP file by name; every read is bounded."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnsafeArchive(str(error)) from error
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise UnsafeArchive("too many members")
        self.names = frozenset(member.filename for member in members)
        self._read = 0

    def read(self, name: str) -> bytes:
        """One member; UnsafeArchive where it is absent, damaged, encrypted or too large."""
        try:
            member = self._zip.getinfo(name)
            with self._zip.open(member) as file:
                data = file.read(MAX_MEMBER + 1)
        except (KeyError, zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, NotImplementedError) as error:
            raise UnsafeArchive(name) from error
        except Exception as error:
            # zlib and lzma raise their own kinds
            raise UnsafeArchive(name) from error
        self._read += len(data)
        if len(data) > MAX_MEMBER or self._read > MAX_TOTAL:
            raise UnsafeArchive(f"{name} is too large")
        if len(data) > 4 * 1024 * 1024 and len(data) > MAX_RATIO * max(1, member.compress_size):
            raise UnsafeArchive(f"{name} unpacks too far")
        return data
