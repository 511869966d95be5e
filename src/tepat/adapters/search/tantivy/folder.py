"""The folder of an index: who writes, which generation searches see, what stands in it."""

import fcntl
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import tantivy

from tepat.adapters.search.tantivy.compiling import SCHEMA, SCHEME
from tepat.domain.search import Kind
from tepat.domain.search.query import KINDS


@dataclass(frozen=True, slots=True)
class State:
    """What `current.json` says. An empty generation: nothing was published."""

    generation: str
    seq: int
    scheme: str = SCHEME


NOTHING_YET = State("", 0)


class Folder:
    """See the package for the files. Everything that replaces a file does so atomically and durably."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lock(self) -> IO[str] | None:
        """The writer's lock, or None if another process holds it. The system frees it when a process ends, however it ends."""
        self.path.mkdir(parents=True, exist_ok=True)
        lock = (self.path / "writer.lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return None
        return lock

    def stored_state(self) -> State | None:
        """None if nothing was published, ValueError if the file is damaged."""
        try:
            said = json.loads((self.path / "current.json").read_bytes())
            return State(said["generation"], said["seq"], said["scheme"])
        except FileNotFoundError:
            return None
        except (KeyError, TypeError) as error:
            raise ValueError("current.json is damaged") from error

    def state(self) -> State:
        """The published state; an index of another scheme, or a damaged file, counts as nothing yet."""
        try:
            stored = self.stored_state()
        except ValueError:
            return NOTHING_YET
        return stored if stored and stored.scheme == SCHEME else NOTHING_YET

    def publish(self, state: State) -> None:
        """Let every process see `state`."""
        draft = self.path / "current.json.new"
        with draft.open("w") as file:
            json.dump({"generation": state.generation, "seq": state.seq, "scheme": state.scheme}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path / "current.json")
        folder = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def create(self, *, heap: int, threads: int) -> tuple[str, dict[Kind, tantivy.IndexWriter]]:
        """A new, empty generation with its writers."""
        numbers = [int(path.name[1:]) for path in self.path.glob("g[0-9]*") if path.name[1:].isdigit()]
        generation = f"g{max(numbers, default=0) + 1:06d}"
        for kind in KINDS:
            (self.path / generation / kind).mkdir(parents=True)
        made = {kind: tantivy.Index(SCHEMA, str(self.path / generation / kind)) for kind in KINDS}
        return generation, {kind: index.writer(heap, threads) for kind, index in made.items()}

    def open(self, generation: str) -> dict[Kind, tantivy.Index]:
        """The indexes of a generation; ValueError or OSError if they cannot be read."""
        opened: dict[Kind, tantivy.Index] = {kind: tantivy.Index.open(str(self.path / generation / kind)) for kind in KINDS}
        for index in opened.values():
            index.config_reader("manual")
        return opened

    def writers(self, generation: str, *, heap: int) -> dict[Kind, tantivy.IndexWriter]:
        """Writers of a generation that exists, of `heap` bytes each; ValueError if another writer is open."""
        return {kind: index.writer(heap, 1) for kind, index in self.open(generation).items()}

    def remove(self, generation: str) -> None:
        """Take one generation away; processes that read it keep its files until they look again."""
        shutil.rmtree(self.path / generation, ignore_errors=True)

    def sweep(self, *, keep: str) -> None:
        """Take all other generations away."""
        for path in self.path.glob("g[0-9]*"):
            if path.name != keep:
                self.remove(path.name)

    def size_bytes(self) -> int:
        """Bytes of all files."""
        return sum(path.stat().st_size for path in self.path.rglob("*") if path.is_file())
