"""The pre-fork server: imports once, forks a child per file, survives whatever a file does to its child.

Started by `sandbox.py` as `python -m tepat.adapters.extract.server`; speaks `wire.py` on its standard input and output.
It is single-threaded, so that forking is clean. A child has 1 GiB, bounded CPU time, no file descriptors to open (so no files and
no sockets), no network, and is killed when its time is up. For text in pictures it asks the server (`recognition.py`); the text
that it finds is understood by another process (`children.py`).
"""

import gc
import os
import select
import signal
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tepat.adapters.extract import wire
from tepat.adapters.extract.answering import read_file
from tepat.adapters.extract.children import CEILING_PAGE, MOST_TEXTS, Child, Reader, start_child, start_reader
from tepat.adapters.extract.confinement import leave_network
from tepat.adapters.extract.programs import find_recogniser
from tepat.adapters.extract.recognition import END, MOST_PAGES, SECONDS_PAGE, start_recogniser
from tepat.adapters.extract.warming import warm_up

TOO_LATE = 3.0
"""Seconds of CPU time that must be left to begin with one more page."""


class Server:
    """Reads jobs from `source`, writes answers to `sink`; at most `workers` files at a time."""

    def __init__(self, source: int, sink: int, workers: int) -> None:
        self._source = source
        self._sink = sink
        self._workers = workers
        self._incoming = bytearray()
        self._waiting: list[tuple[int, int, bytes]] = []
        self._children: dict[int, Child] = {}
        self._readers: dict[int, Reader] = {}
        self._open = True

    def serve(self) -> None:
        """Until the caller closes its end and the last child is done."""
        while self._open or self._waiting or self._busy():
            while self._waiting and len(self._busy()) < self._workers:
                job = self._waiting.pop(0)
                child = start_child(*job, self._descriptors())
                self._children[child.pipe] = child
            recognised = {c.recogniser.ended: c for c in self._children.values() if c.recogniser}
            watched = [*self._children, *self._readers, *recognised, *([self._source] if self._open else [])]
            patience = min((process.seconds_left() for process in self._busy()), default=3600.0)
            ready, _, _ = select.select(watched, [], [], max(0.0, patience))
            for pipe in ready:
                if pipe == self._source:
                    self._receive()
                elif pipe in recognised:
                    self._hand_back(recognised[pipe])
                elif pipe in self._children:
                    self._collect(self._children[pipe])
                elif pipe in self._readers:
                    self._take(self._readers[pipe])
            self._kill_late()
        for reader in list(self._readers.values()):
            self._retire(reader)

    def _busy(self) -> list[Child | Reader]:
        return [*self._children.values(), *(reader for reader in self._readers.values() if reader.job is not None)]

    def _descriptors(self) -> list[int]:
        """What belongs to the server and to the neighbours is no business of a child."""
        neighbours: list[Child | Reader] = [*self._children.values(), *self._readers.values()]
        return [self._source, self._sink, *(end for process in neighbours for end in (process.pipe, process.ear))]

    def _receive(self) -> None:
        data = os.read(self._source, 1 << 20)
        if not data:
            # The caller is gone: nobody waits for an answer.
            self._open = False
            self._waiting.clear()
            for process in self._busy():
                os.kill(process.pid, signal.SIGKILL)
            return
        self._incoming += data
        while len(self._incoming) >= wire.HEADER.size:
            job, length, kind = wire.HEADER.unpack_from(self._incoming)
            end = wire.HEADER.size + length
            if len(self._incoming) < end:
                return
            self._waiting.append((job, kind, bytes(self._incoming[wire.HEADER.size : end])))
            del self._incoming[:end]

    def _collect(self, child: Child) -> None:
        data = os.read(child.pipe, 1 << 20)
        child.written += data
        while (frame := wire.next_frame(child.written)) is not None:
            kind, body = frame
            if kind in (wire.RESULT, wire.TEXT):
                child.result = kind, body
            elif not self._recognise(child, body):
                os.kill(child.pid, signal.SIGKILL)
        if data and len(child.written) <= wire.MAX_ANSWER:
            return
        if data:
            os.kill(child.pid, signal.SIGKILL)
        _, status, usage = os.wait4(child.pid, 0)
        self._forget(child)
        if status or data or child.result is None:
            self._answer(child.job, _cause(status), b"")
        elif child.result[0] == wire.TEXT:
            left = child.budget - child.recognised - usage.ru_utime - usage.ru_stime
            self._hand_on(child.job, child.result[1], seconds=left)
        else:
            self._answer(child.job, wire.ANSWER, child.result[1])

    def _hand_on(self, job: int, text: bytes, *, seconds: float) -> None:
        """Has a text understood, by a process that waits for one."""
        if not self._open:
            return
        reader = next((r for r in self._readers.values() if r.job is None), None)
        if reader is None:
            reader = start_reader(self._descriptors())
            self._readers[reader.pipe] = reader
        try:
            reader.begin(job, text, seconds=seconds)
        except BrokenPipeError:
            self._retire(reader)

    def _take(self, reader: Reader) -> None:
        """A reader wrote, or ended."""
        data = os.read(reader.pipe, 1 << 20)
        reader.written += data
        frame = wire.next_frame(reader.written)
        if not data:
            self._retire(reader)
        elif frame is not None and reader.job is not None:
            job, reader.job = reader.job, None
            self._answer(job, wire.ANSWER, frame[1])
            if reader.texts >= MOST_TEXTS:
                self._retire(reader)

    def _retire(self, reader: Reader, kind: int = wire.DEAD) -> None:
        """Ends a reader; what it was reading is answered with `kind`."""
        os.kill(reader.pid, signal.SIGKILL)
        os.waitpid(reader.pid, 0)
        reader.close()
        del self._readers[reader.pipe]
        if reader.job is not None:
            self._answer(reader.job, kind, b"")

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
            self._forget(child)
            self._answer(child.job, wire.TIMEOUT, b"")
        for reader in [r for r in self._readers.values() if r.job is not None and r.seconds_left() <= 0]:
            self._retire(reader, wire.TIMEOUT)

    def _forget(self, child: Child) -> None:
        if child.recogniser:
            child.recogniser.finish()
        os.close(child.pipe)
        os.close(child.ear)
        del self._children[child.pipe]

    def _answer(self, job: int, kind: int, body: bytes) -> None:
        if not self._open:
            return
        message = memoryview(wire.HEADER.pack(job, len(body), kind) + body)
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
