"""The server's children: one for each file, which opens it and ends; and one for each worker that understands texts.

A hostile file strikes where it is opened, so that each has a process of its own. What comes out is plain text, and understanding
it is our own Python alone: its process lives for many texts, which saves copying the knowledge for each. Both are confined alike.
"""

import gc
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tepat.adapters.extract import wire
from tepat.adapters.extract.answering import open_file, understand
from tepat.adapters.extract.confinement import confine, seconds_used
from tepat.adapters.extract.picture import draw_page
from tepat.adapters.extract.programs import find_recogniser
from tepat.adapters.extract.recognition import MOST_PAGES, Asking, Recogniser
from tepat.domain.documents import IncomingFile

SECONDS = 8.0
"""CPU time of one file; with start and answer it stays below the promised ten. Each recognised page may take four more. A busy
machine makes a file wait, never fail."""
CEILING, CEILING_PAGE = 60.0, 15.0
"""Wall time of one file, and what each recognised page adds: ends a child that waits for nothing."""
LEAST_SECONDS = 1.0
"""CPU time that is always left to understand a text, however long its file took."""
MOST_TEXTS = 200
"""After so many texts a fresh process takes over."""


@dataclass(slots=True)
class Child:
    """A running child: its job, what it says, where it hears, its limits, what it wrote so far, what is recognised for it."""

    job: int
    pid: int
    pipe: int
    ear: int
    ceiling: float
    budget: float
    written: bytearray = field(default_factory=bytearray)
    result: tuple[int, bytes] | None = None
    asked: int = 0
    recognised: float = 0.0
    recogniser: Recogniser | None = None

    def seconds_left(self) -> float:
        """How long it may still run: no process uses more CPU time than time passes, so it need not be looked at earlier."""
        used = self.recognised + seconds_used(self.pid) + (seconds_used(self.recogniser.pid) if self.recogniser else 0.0)
        return min(self.budget - used, self.ceiling - time.monotonic())


def start_child(job: int, kind: int, body: bytes, foreign: Iterable[int]) -> Child:
    """A child at work on one file. `foreign`: descriptors of the server that are no business of it."""
    (reader, writer), (hearing, ear) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        for descriptor in (reader, ear, *foreign):
            os.close(descriptor)
        _open_one(kind, body, writer, hearing)
    os.close(writer)
    os.close(hearing)
    return Child(job, pid, reader, ear, time.monotonic() + CEILING, SECONDS)


def _open_one(kind: int, body: bytes, pipe: int, hearing: int) -> None:
    """Opens one file and leaves without a trace; never returns."""
    status = 1
    try:
        gc.disable()  # It ends before there is garbage to speak of, and its memory is bounded.
        confine(seconds=int(SECONDS + MOST_PAGES))
        name, data, as_of = wire.decode_job(body)
        send = _sender(pipe)
        if kind == wire.DRAW:
            send(wire.RESULT, wire.encode_picture(draw_page(data, wire.page_of_job(body))))
        else:
            asking = Asking(lambda question: send(wire.QUESTION, question), hearing)
            recognise = asking.recognise if find_recogniser() else None
            send(*open_file(IncomingFile(name, data), as_of if kind == wire.READ else None, recognise))
        status = 0
    except BaseException:  # noqa: BLE001, S110 - the parent reports the death; a hostile file must not reach the log either
        pass
    finally:
        os._exit(status)


@dataclass(slots=True)
class Reader:
    """A process that understands texts, one after the other; `budget` and `ceiling` are those of the text at hand."""

    pid: int
    pipe: int
    ear: int
    job: int | None = None
    texts: int = 0
    budget: float = 0.0
    ceiling: float = 0.0
    written: bytearray = field(default_factory=bytearray)

    def begin(self, job: int, text: bytes, *, seconds: float) -> None:
        """Hands it a text. It waits for one, so that it takes all of it."""
        self.job, self.texts = job, self.texts + 1
        self.budget = seconds_used(self.pid) + max(LEAST_SECONDS, seconds)
        self.ceiling = time.monotonic() + CEILING
        _sender(self.ear)(wire.TEXT, text)

    def seconds_left(self) -> float:
        return min(self.budget - seconds_used(self.pid), self.ceiling - time.monotonic())

    def close(self) -> None:
        os.close(self.pipe)
        os.close(self.ear)


def start_reader(foreign: Iterable[int]) -> Reader:
    """A process that waits for texts. `foreign` as above."""
    (reader, writer), (hearing, ear) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        for descriptor in (reader, ear, *foreign):
            os.close(descriptor)
        _understand_all(writer, hearing)
    os.close(writer)
    os.close(hearing)
    return Reader(pid, reader, ear)


def _understand_all(pipe: int, hearing: int) -> None:
    """Answers texts until there are no more; never returns."""
    try:
        confine(seconds=int(SECONDS * MOST_TEXTS))
        send, heard = _sender(pipe), bytearray()
        while data := os.read(hearing, 1 << 20):
            heard += data
            while (frame := wire.next_frame(heard)) is not None:
                send(wire.RESULT, understand(frame[1]))
    finally:
        os._exit(0)


def _sender(pipe: int) -> Callable[[int, bytes], None]:
    def send(kind: int, body: bytes) -> None:
        message = memoryview(wire.FRAME.pack(len(body), kind) + body)
        while message:
            message = message[os.write(pipe, message) :]

    return send
