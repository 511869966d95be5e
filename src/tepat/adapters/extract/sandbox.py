"""Reading files where they can do no harm: the caller's side of the pre-fork server."""

import atexit
import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Self, cast

from tepat.adapters.extract import wire
from tepat.adapters.extract.programs import missing_packages
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import MAX_BYTES, ExtractedText, IncomingFile, PagePicture, Unreadable

Answer = ExtractedText | CVReading | PagePicture | Unreadable
ATTEMPTS = 2
"""How often a file is tried if the whole server dies under it."""


@dataclass(slots=True)
class _Job:
    """A file on its way: where its answer goes and how often it was tried."""

    position: int
    kind: int
    body: bytes
    answers: "queue.SimpleQueue[tuple[int, Answer]]"
    attempts: int = 0
    process: subprocess.Popen[bytes] | None = None


class Sandbox:
    """`TextExtractor`, `CVReader` and `PageDrawer` over a server process of its own, started on first use.

    Safe for several threads, and for a process that forks: a forked child starts a server of its own. A server that dies is
    started again, and its files are tried once more.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or max(1, min(os.cpu_count() or 1, 4))
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._next = 0
        self._jobs: dict[int, _Job] = {}
        atexit.register(self.close)

    def extract(self, file: IncomingFile) -> ExtractedText | Unreadable:
        """The text of one file."""
        return next(answer for _, answer in self.extract_all([file]))

    def extract_all(self, files: Iterable[IncomingFile]) -> Iterator[tuple[int, ExtractedText | Unreadable]]:
        """Texts of several files, as each is done."""
        return cast("Iterator[tuple[int, ExtractedText | Unreadable]]", self._run(files, wire.EXTRACT, None))

    def read_all(self, files: Iterable[IncomingFile], *, as_of: date) -> Iterator[tuple[int, CVReading | Unreadable]]:
        """CVs of several files, as each is done."""
        return cast("Iterator[tuple[int, CVReading | Unreadable]]", self._run(files, wire.READ, as_of))

    def draw(self, file: IncomingFile, *, page: int) -> PagePicture | Unreadable:
        """One page as a picture."""
        answers: queue.SimpleQueue[tuple[int, Answer]] = queue.SimpleQueue()
        self._submit(_Job(0, wire.DRAW, wire.encode_drawing(file.name, file.data, page), answers))
        return cast("PagePicture | Unreadable", answers.get()[1])

    def missing_packages(self) -> tuple[str, ...]:
        """What photos and scans need and this machine lacks."""
        return missing_packages()

    def close(self) -> None:
        """End the server. The next call starts a new one."""
        with self._lock:
            process, self._process = self._process, None
            if process is None or self._owner != os.getpid():
                return
        with contextlib.suppress(OSError):
            cast("IO[bytes]", process.stdin).close()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, files: Iterable[IncomingFile], kind: int, as_of: date | None) -> Iterator[tuple[int, Answer]]:
        """Keeps two files per worker under way, so that memory stays bounded however many there are."""
        answers: queue.SimpleQueue[tuple[int, Answer]] = queue.SimpleQueue()
        under_way = 0
        for position, file in enumerate(files):
            if len(file.data) > MAX_BYTES:
                yield position, Unreadable("too_large", {"limit_mb": MAX_BYTES // 2**20, "size_mb": len(file.data) // 2**20})
                continue
            self._submit(_Job(position, kind, wire.encode_job(file.name, file.data, as_of), answers))
            under_way += 1
            while under_way >= 2 * self.workers:
                yield answers.get()
                under_way -= 1
        for _ in range(under_way):
            yield answers.get()

    def _submit(self, job: _Job) -> None:
        with self._lock:
            process = self._running()
            self._next = (self._next + 1) % 2**32
            number = self._next
            job.attempts += 1
            job.process = process
            self._jobs[number] = job
            try:
                stdin = cast("IO[bytes]", process.stdin)
                stdin.write(wire.HEADER.pack(number, len(job.body), job.kind) + job.body)
                stdin.flush()
            except OSError:
                # The listener sees the end of the server too, and tries the job again.
                return

    def _running(self) -> subprocess.Popen[bytes]:
        """The server, started if there is none in this process."""
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        if self._owner != os.getpid():
            self._jobs = {}
        self._owner = os.getpid()
        command = [sys.executable, "-m", "tepat.adapters.extract.server", str(self.workers)]
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)  # noqa: S603 - our own module
        threading.Thread(target=self._listen, args=(self._process,), daemon=True, name="tepat-sandbox").start()
        return self._process

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        stdout = cast("IO[bytes]", process.stdout)
        while len(head := stdout.read(wire.HEADER.size)) == wire.HEADER.size:
            number, length, kind = wire.HEADER.unpack(head)
            body = stdout.read(length)
            # Without the lock: who holds it may be waiting for the server, and the server for this thread.
            job = self._jobs.pop(number, None)
            if job and len(body) == length:
                job.answers.put((job.position, _to_answer(kind, body, job.kind)))
            elif job:
                self._retry([job])
        stdout.close()
        self._bury(process)

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        """After the end of a server: its files are tried again, or given up."""
        with self._lock:
            if self._process is process:
                self._process = None
            mine = [number for number, job in self._jobs.items() if job.process is process]
            orphans = [self._jobs.pop(number) for number in mine]
        with contextlib.suppress(OSError):
            cast("IO[bytes]", process.stdin).close()
        process.wait()
        self._retry(orphans)

    def _retry(self, jobs: list[_Job]) -> None:
        for job in jobs:
            if job.attempts < ATTEMPTS:
                self._submit(job)
            else:
                job.answers.put((job.position, Unreadable("damaged", {"detail": "sandbox"})))


def _to_answer(kind: int, body: bytes, asked: int) -> Answer:
    if kind == wire.ANSWER and asked == wire.DRAW:
        return wire.decode_picture(body)
    if kind == wire.ANSWER:
        return wire.decode_answer(body)
    return Unreadable("timeout", {"limit_seconds": 10}) if kind == wire.TIMEOUT else Unreadable("damaged", {"detail": "killed"})
