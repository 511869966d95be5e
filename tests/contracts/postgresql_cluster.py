"""A PostgreSQL cluster of the tests' own: temporary, on a free port, without fsync, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Self


def programs() -> Path | None:
    """The folder of the newest installed server's programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


def servant() -> str | None:
    """Who may run it: the server refuses root, so root lets the package's own user do it."""
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


class Cluster:
    """Started by `with`; `url` is what TEPAT_DATABASE_URL takes, `settings` are further words for the server."""

    def __init__(self, bin_folder: Path, *, settings: str = "") -> None:
        self.bin, self.user, self.settings = bin_folder, servant(), settings
        self.folder = Path(tempfile.mkdtemp(prefix="tepat-postgresql-"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"postgresql://tepat@127.0.0.1:{self.port}/postgres"

    def run(self, program: str, *words: str) -> None:
        # No pipe for output: the server would inherit it and keep it open.
        with (self.folder.parent / f"{self.folder.name}.log").open("ab") as log:
            subprocess.run(
                [self.bin / program, *words],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=self.user,
                cwd="/",
                timeout=60,
            )

    def __enter__(self) -> Self:
        if self.user is not None:
            shutil.chown(self.folder, self.user)
        data = str(self.folder / "data")
        try:
            self.run("initdb", "-D", data, "-U", "tepat", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            settings = (
                f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=40"
                f" {self.settings}"
            )
            self.run("pg_ctl", "-D", data, "-w", "-s", "-o", settings, "start")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if (self.folder / "data" / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-s", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder.parent / f"{self.folder.name}.log").unlink(missing_ok=True)
