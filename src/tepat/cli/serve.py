"""`tepat serve`: web and workers in one command, and at the first start a demo to look around in."""

import fcntl
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tepat.cli.processes import Crew


def serve(
    port: Annotated[int, typer.Option(help="Porta pertama yang dicoba / first port tried")] = 8000,
    host: Annotated[str, typer.Option(help="Alamat yang didengarkan / address to listen on")] = "127.0.0.1",
    home: Annotated[Path | None, typer.Option(help="Folder semua data / folder of all state")] = None,
    demo: Annotated[bool, typer.Option("--demo/--no-demo", help="Isi contoh pada awal pertama / demo at the first start")] = True,
    lan: Annotated[
        bool, typer.Option("--lan", help="Terbuka untuk ponsel di jaringan ini / open to phones on this network")
    ] = False,
) -> None:
    """Jalankan Tepat / start Tepat."""
    if home is not None:
        os.environ["TEPAT_HOME"] = str(home.expanduser().absolute())
    listen, shown = ("0.0.0.0", own_address()) if lan else (host, host)  # noqa: S104 - asked for by --lan
    chosen = free_port(listen, port)
    address = f"http://{shown}:{chosen}"
    os.environ.setdefault("TEPAT_BASE_URL", address)
    os.environ.setdefault("TEPAT_HOSTS", f"127.0.0.1,localhost,[::1],{shown}")
    with held_home():
        run_until_stopped(Crew(listen=listen, port=chosen), address=address, demo=demo, lan=lan)


class held_home:  # noqa: N801 - reads as a phrase where it is used
    """Holds the home: a second Tepat on the same folder ends at once, with the reason."""

    def __enter__(self) -> None:
        from tepat.config import options

        self.file: TextIO = (options.home() / "running").open("w")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.stderr.write(f"Tepat sudah berjalan dengan folder {options.home()} / already running on this folder\n")
            raise typer.Exit(1) from None

    def __exit__(self, *_: object) -> None:
        self.file.close()


def run_until_stopped(crew: Crew, *, address: str, demo: bool, lan: bool) -> None:
    """Prepares the home, starts the crew, shows the way in, and waits for Ctrl-C; a process that dies is started again.

    The web answers while the demo is still being filled in; the workers start after it, since they write the same index.
    """
    from tepat.config import starting

    # Both by name: a script that starts Tepat in the background has SIGINT ignored, and Ctrl-C must stop it all the same.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    try:
        prepared = starting.is_prepared()
        if prepared:
            crew.start("web")
        starting.set_up(say=say)
        if not prepared:
            crew.start("web")
        starting.verify()
        links = starting.first_links(demo=demo, say=say)
        crew.wait_until_answering()
        crew.start("worker", "reader")
        show(address, links, lan=lan)
        while True:
            crew.keep_alive()
            time.sleep(0.5)
    except KeyboardInterrupt:
        say("\nBerhenti … / stopping …")
    finally:
        crew.stop()


def say(words: str) -> None:
    """A message for the person who waits; stdout is for the result."""
    sys.stderr.write(f"{words}\n")


def show(address: str, links: list[tuple[str, str]], *, lan: bool) -> None:
    """The address, and one one-time sign-in link per role."""
    print(f"\nTepat: {address}/", flush=True)
    if links:
        print("Tautan masuk, masing-masing berlaku sekali / one-time sign-in links:")
    for role, path in links:
        print(f"  {role:<28} {address}{path}")
    if lan:
        import segno

        segno.make(f"{address}/").terminal(compact=True)
    print("Ctrl-C: berhenti / stop", flush=True)


def free_port(host: str, first: int) -> int:
    """The first port from `first` on that nobody holds; exit 1 after a hundred."""
    for port in range(first, first + 100):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    sys.stderr.write(f"Porta {first} sampai {first + 99} terpakai semua / all taken\n")
    raise typer.Exit(1)


def own_address() -> str:
    """The machine's address in its network; loopback where it has none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
