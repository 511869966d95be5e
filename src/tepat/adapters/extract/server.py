"""The pre-fork server: imports once, forks a child per file, survives whatever a file does to its child.

Started by `sandbox.py` as `python -m tepat.adapters.extract.server`; speaks `wire.py` on its standard input and output.
It is single-threaded, so that forking is clean. A child has 1 GiB, bounded CPU time, no file descriptors to open (so no files and
no sockets), no network, and is killed when its time is up. For text in pictures it asks the server (`recognition.py`).
"""

import gc
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tepat.adapters.extract import wire
from tepat.adapters.extract.confinement import confine, leave_network, seconds_used
from tepat.adapters.extract.imports import Import, find_import
from tepat.adapters.extract.picture import draw_page
from tepat.adapters.extract.programs import find_recogniser
from tepat.adapters.extract.recognition import END, MOST_PAGES, SECONDS_PAGE, Asking, Recognise, Recogniser, start_recogniser
from tepat.adapters.extract.registry import extract_file
from tepat.adapters.extract.warming import warm_up
from tepat.adapters.knowledge import load_knowledge
from tepat.domain.cv.imported import read_values
from tepat.domain.cv.read import read_cv
from tepat.domain.documents import IncomingFile, Unreadable

SECONDS = 8.0
"""CPU time of one file; with start and answer it stays below the promised ten. Each recognised page may take four more. A busy
machine makes a file wait, never fail."""
CEILING, CEILING_PAGE = 60.0, 15.0
"""Wall time of one file, and what each recognised page adds: ends a child that waits for nothing."""
TOO_LATE = 3.0
"""Seconds of CPU time that must be left to begin with one more page."""


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
    result: bytes | None = None
    asked: int = 0
    recognised: float = 0.0
    recogniser: Recogniser | None = None

    def seconds_left(self) -> float:
        """How long it may still run: no process uses more CPU time than time passes, so it need not be looked at earlier."""
        used = self.recognised + seconds_used(self.pid) + (seconds_used(self.recogniser.pid) if self.recogniser else 0.0)
        return min(self.budget - used, self.ceiling - time.monotonic())


class Server:
    """Reads jobs from `source`, writes answers to `sink`; at most `workers` children at a time."""

    def __init__(self, source: int, sink: int, workers: int) -> None:
        self._source = source
        self._sink = sink
        self._workers = workers
        self._incoming = bytearray()
        self._waiting: list[tuple[int, int, bytes]] = []
        self._children: dict[int, Child] = {}
        self._open = True

    def serve(self) -> None:
        """Until the caller closes its end and the last child is done."""
        while self._open or self._children or self._waiting:
            while self._waiting and len(self._children) < self._workers:
                self._start(*self._waiting.pop(0))
            recognised = {c.recogniser.ended: c for c in self._children.values() if c.recogniser}
            watched = [*self._children, *recognised, *([self._source] if self._open else [])]
            patience = min((c.seconds_left() for c in self._children.values()), default=3600.0)
            ready, _, _ = select.select(watched, [], [], max(0.0, patience))
            for pipe in ready:
                if pipe == self._source:
                    self._receive()
                elif pipe in recognised:
                    self._hand_back(recognised[pipe])
                elif pipe in self._children:
                    self._collect(self._children[pipe])
            self._kill_late()

    def _receive(self) -> None:
        data = os.read(self._source, 1 << 20)
        if not data:
            # The caller is gone: nobody waits for an answer.
            self._open = False
            self._waiting.clear()
            for child in self._children.values():
                os.kill(child.pid, signal.SIGKILL)
            return
        self._incoming += data
        while len(self._incoming) >= wire.HEADER.size:
            job, length, kind = wire.HEADER.unpack_from(self._incoming)
            end = wire.HEADER.size + length
            if len(self._incoming) < end:
                return
            self._waiting.append((job, kind, bytes(self._incoming[wire.HEADER.size : end])))
            del self._incoming[:end]

    def _start(self, job: int, kind: int, body: bytes) -> None:
        (reader, writer), (hearing, ear) = os.pipe(), os.pipe()
        pid = os.fork()
        if pid == 0:
            # What belongs to the neighbours is no business of this child.
            for foreign in (
                reader,
                ear,
                self._source,
                self._sink,
                *(fd for c in self._children.values() for fd in (c.pipe, c.ear)),
            ):
                os.close(foreign)
            _be_child(kind, body, writer, hearing)
        os.close(writer)
        os.close(hearing)
        self._children[reader] = Child(job, pid, reader, ear, time.monotonic() + CEILING, SECONDS)

    def _collect(self, child: Child) -> None:
        data = os.read(child.pipe, 1 << 20)
        child.written += data
        while (frame := wire.next_frame(child.written)) is not None:
            kind, body = frame
            if kind == wire.RESULT:
                child.result = body
            elif not self._recognise(child, body):
                os.kill(child.pid, signal.SIGKILL)
        if data and len(child.written) <= wire.MAX_ANSWER:
            return
        if data:
            os.kill(child.pid, signal.SIGKILL)
        _, status = os.waitpid(child.pid, 0)
        done = status == 0 and not data and child.result is not None
        self._finish(child, wire.ANSWER if done else _cause(status), child.result or b"" if done else b"")

    def _recognise(self, child: Child, question: bytes) -> bool:
        """Starts what a child asked for; false for a child that may not ask."""
        if child.recogniser or child.asked >= MOST_PAGES:
            return False
        child.asked += 1
        child.budget += SECONDS_PAGE
        child.ceiling += CEILING_PAGE
        if child.seconds_left() > TOO_LATE:
            child.recogniser = start_recogniser(question, child.ear)
        return child.recogniser is not None or _tell(child.ear, END)

    def _hand_back(self, child: Child) -> None:
        """A recogniser wrote words of no interest, or ended."""
        if child.recogniser is None or os.read(child.recogniser.ended, 1 << 16):
            return
        child.recognised += child.recogniser.finish()
        child.recogniser = None
        if not _tell(child.ear, END):
            os.kill(child.pid, signal.SIGKILL)

    def _kill_late(self) -> None:
        for child in [c for c in self._children.values() if c.seconds_left() <= 0]:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)
            self._finish(child, wire.TIMEOUT, b"")

    def _finish(self, child: Child, kind: int, body: bytes) -> None:
        if child.recogniser:
            child.recogniser.finish()
        os.close(child.pipe)
        os.close(child.ear)
        del self._children[child.pipe]
        if not self._open:
            return
        message = memoryview(wire.HEADER.pack(child.job, len(body), kind) + body)
        try:
            while message:
                message = message[os.write(self._sink, message) :]
        except BrokenPipeError:
            self._open = False


def _tell(ear: int, words: bytes) -> bool:
    """Says something short to a child; false if it does not listen."""
    if not select.select([], [ear], [], 0)[1]:
        return False
    try:
        os.write(ear, words)
    except BrokenPipeError:
        return False
    return True


def _cause(status: int) -> int:
    late = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGALRM)
    return wire.TIMEOUT if late else wire.DEAD


def _be_child(kind: int, body: bytes, pipe: int, hearing: int) -> None:
    """Read one file and leave without a trace; never returns."""
    status = 1
    try:
        confine(seconds=int(SECONDS + MOST_PAGES))
        name, data, as_of = wire.decode_job(body)
        send = _sender(pipe)
        if kind == wire.DRAW:
            answer = wire.encode_picture(draw_page(data, wire.page_of_job(body)))
        else:
            asking = Asking(lambda question: send(wire.QUESTION, question), hearing)
            recognise = asking.recognise if find_recogniser() else None
            answer = read_file(IncomingFile(name, data), as_of if kind == wire.READ else None, recognise)
        send(wire.RESULT, answer)
        status = 0
    except BaseException:  # noqa: BLE001, S110 - the parent reports the death; a hostile file must not reach the log either
        pass
    finally:
        os._exit(status)


def _sender(pipe: int) -> Callable[[int, bytes], None]:
    def send(kind: int, body: bytes) -> None:
        message = memoryview(wire.FRAME.pack(len(body), kind) + body)
        while message:
            message = message[os.write(pipe, message) :]

    return send


def read_file(file: IncomingFile, as_of: date | None, recognise: Recognise | None = None) -> bytes:
    """The encoded answer to one file: its text, or with `as_of` what was understood of it. Never raises."""
    try:
        if found := find_import(file.data):
            return _take_import(found, as_of)
        extracted = extract_file(file, recognise)
        if isinstance(extracted, Unreadable) or as_of is None:
            return wire.encode_answer(extracted)
        return wire.encode_answer(read_cv(extracted, knowledge=load_knowledge(), as_of=as_of), as_of)
    except (MemoryError, RecursionError):
        return wire.encode_answer(Unreadable("damaged", {"detail": "memory"}))
    except Exception as error:  # noqa: BLE001 - whatever a parser raises on a stranger's file, the answer is the same
        return wire.encode_answer(Unreadable("damaged", {"detail": type(error).__name__}))


def _take_import(found: Import, as_of: date | None) -> bytes:
    values, media_type = found(as_of or date.max)
    reading = read_values(values, media_type=media_type, knowledge=load_knowledge(), as_of=as_of or date.max)
    if not reading.extracted.text.strip():
        return wire.encode_answer(Unreadable("no_text"))
    return wire.encode_answer(reading if as_of else reading.extracted, as_of)


def main() -> None:
    """Serve on file descriptors 0 and 1 until the caller is gone. The only argument: how many children at a time."""
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    source, sink = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leave_network()
    find_recogniser()
    warm_up(read_file)
    gc.collect()
    gc.freeze()
    Server(source, sink, workers).serve()


if __name__ == "__main__":
    main()
