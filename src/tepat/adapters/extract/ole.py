"""Compound files ([MS-CFB], the container of old Office files): streams by name, every chain bounded."""

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
MAX_ENTRIES = 4096
_ENTRY = struct.Struct("<64sHBB3L16sLQQLQ")


class UnsafeOle(Exception):  # noqa: N818 - it names what was found
    """The container is damaged."""


class CompoundFile:
    """Streams of the root storage by name. UnsafeOle where the structure does not hold."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise UnsafeOle(str(error)) from error

    def _open(self) -> None:
        shift, mini_shift = struct.unpack_from("<HH", self._data, 30)
        if shift not in (9, 12) or mini_shift > shift:
            raise UnsafeOle("sector size")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        first_directory, _, self._cutoff, first_mini, _, first_difat, difat_count = struct.unpack_from("<7L", self._data, 48)
        fat_sectors = list(struct.unpack_from("<109L", self._data, 76))
        sector, per_sector = first_difat, self._size // 4
        for _ in range(min(difat_count, 512)):
            if sector >= END:
                break
            numbers = struct.unpack_from(f"<{per_sector}L", self._sector(sector))
            fat_sectors += numbers[:-1]
            sector = numbers[-1]
        fat = b"".join(self._sector(n) for n in fat_sectors if n < END)
        self._fat = struct.unpack(f"<{len(fat) // 4}L", fat)
        mini = self._chain(first_mini, self._fat)
        self._mini_fat = struct.unpack(f"<{len(mini) // 4}L", mini)
        self._streams: dict[str, tuple[int, int]] = {}
        directory = self._chain(first_directory, self._fat)
        self._mini = b""
        for at in range(0, min(len(directory), MAX_ENTRIES * 128) - 127, 128):
            self._read_entry(directory, at)

    def _read_entry(self, directory: bytes, at: int) -> None:
        name, length, kind, _, _, _, _, _, _, _, _, start, size = _ENTRY.unpack_from(directory, at)
        if kind == 5:
            self._mini = self._chain(start, self._fat)[:size]
        elif kind == 2:
            self._streams[name[: max(0, length - 2)].decode("utf-16-le", "replace")] = (start, size)

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._data[begin : begin + self._size]

    def _chain(self, start: int, table: tuple[int, ...]) -> bytes:
        parts: list[bytes] = []
        sector = start
        while sector < END:
            if sector >= len(table) or len(parts) > len(table):
                raise UnsafeOle("chain")
            parts.append(self._sector(sector))
            sector = table[sector]
        return b"".join(parts)

    def names(self) -> frozenset[str]:
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """One stream; UnsafeOle where it is absent or damaged."""
        if name not in self._streams:
            raise UnsafeOle(name)
        start, size = self._streams[name]
        if size >= self._cutoff:
            return self._chain(start, self._fat)[:size]
        parts: list[bytes] = []
        sector = start
        while sector < END:
            if sector >= len(self._mini_fat) or len(parts) > len(self._mini_fat):
                raise UnsafeOle("chain")
            parts.append(self._mini[sector * self._mini_size : (sector + 1) * self._mini_size])
            sector = self._mini_fat[sector]
        return b"".join(parts)[:size]
