"""Text in pictures, asked for by a child that may start nothing, answered by a program that sees only grey points.

The child straightens its page and sends plain points; the server runs tesseract on them, confined like a child, and lets
it write into a pipe that the child reads. The stranger's file itself never reaches tesseract.
"""

import contextlib
import os
import signal
import struct
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tepat.adapters.extract.confinement import confine
from tepat.adapters.extract.programs import recogniser_arguments, recogniser_environment
from tepat.domain.documents import MAX_PHOTOS

SECONDS_PAGE = 4.0
"""CPU time that each page of a scan may take more than other files."""
MOST_PAGES = MAX_PHOTOS
QUESTION = struct.Struct(">II?")
"""Width, height, and whether the page is known to be upright; then a byte per point."""
END = b"\0"
MOST_ANSWER = 8 * 1024 * 1024
Recognise = Callable[[NDArray[np.uint8], bool], str | None]
"""(points, is upright) → words with boxes as tesseract's TSV; None where no more pages are read."""


def encode_question(points: NDArray[np.uint8], *, upright: bool) -> bytes:
    height, width = points.shape
    return QUESTION.pack(width, height, upright) + np.ascontiguousarray(points).tobytes()


class Asking:
    """The child's end: `recognise` sends a page and waits for its words."""

    def __init__(self, send: Callable[[bytes], None], answers: int) -> None:
        self._send = send
        self._answers = answers
        self._asked = 0

    def recognise(self, points: NDArray[np.uint8], upright: bool) -> str | None:  # noqa: FBT001 - a Recognise
        if self._asked >= MOST_PAGES:
            return None
        self._asked += 1
        self._send(encode_question(points, upright=upright))
        read = bytearray()
        while not read.endswith(END):
            data = os.read(self._answers, 1 << 16)
            if not data or len(read) > MOST_ANSWER:
                return None
            read += data
        # Even a page without words has a headline: nothing at all means that the page was not read.
        return read[:-1].decode("utf-8", "replace") if len(read) > 1 else None


@dataclass(slots=True)
class Recogniser:
    """A running tesseract; `ended` is a pipe that closes when it ends."""

    pid: int
    ended: int

    def finish(self) -> float:
        """Ends it if it still runs, and lets nothing of it remain; the CPU time it used."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        _, _, usage = os.wait4(self.pid, 0)
        os.close(self.ended)
        return usage.ru_utime + usage.ru_stime


def start_recogniser(question: bytes, answers: int) -> Recogniser | None:
    """Starts tesseract on one page, its words going into `answers`; None where the question is none or tesseract is absent."""
    if len(question) < QUESTION.size:
        return None
    width, height, upright = QUESTION.unpack_from(question)
    arguments = recogniser_arguments(upright=upright)
    if not arguments or width * height != len(question) - QUESTION.size or not width:
        return None
    picture = _scratch(b"P5 %d %d 255\n" % (width, height), memoryview(question)[QUESTION.size :])
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        _become(arguments, picture, answers, writer)
    os.close(picture)
    os.close(writer)
    return Recogniser(pid, reader)


def _scratch(*parts: bytes | memoryview) -> int:
    """A file without a name that holds `parts`, open at its start."""
    if hasattr(os, "memfd_create"):
        file = os.memfd_create("page")
    else:
        with tempfile.TemporaryFile() as own:
            file = os.dup(own.fileno())
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(file, rest) :]
    os.lseek(file, 0, os.SEEK_SET)
    return file


def _become(arguments: list[str], picture: int, answers: int, ended: int) -> None:
    """Never returns."""
    try:
        for source, target in ((picture, 0), (answers, 1), (ended, 2)):
            os.dup2(source, target)
        os.closerange(3, 256)
        confine(seconds=12, files=32)
        os.execve(arguments[0], arguments, recogniser_environment())  # noqa: S606 - no shell is what is wanted
    finally:
        os._exit(127)
