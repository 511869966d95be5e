"""The crew of an embedded installation: one web process, one worker for reading, one for everything else."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections import deque

PATIENCE_SECONDS = 30.0
MOST_RESTARTS = 5
GRANIAN = (
    *("--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--backpressure", "64"),
    *("--no-ws", "--log-level", "warning"),
)
"""WSGI: pages of rows are synchronous work."""


class Crew:
    """Processes of one Tepat; each dies with it, and one that dies alone is started again (not more than 5 times a minute)."""

    def __init__(self, *, listen: str, port: int) -> None:
        self.listen, self.port = listen, port
        work = [sys.executable, "-m", "tepat", "manage", "work", "--queues"]
        self.commands = {
            "web": [
                sys.executable,
                "-m",
                "granian",
                *GRANIAN,
                "--host",
                listen,
                "--port",
                str(port),
                "tepat.config.wsgi:application",
            ],
            "worker": [*work, "default,mail", "--chores"],
            "reader": [*work, "reading"],
        }
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.deaths: dict[str, deque[float]] = {name: deque(maxlen=MOST_RESTARTS) for name in self.commands}

    def start(self, *names: str) -> None:
        """Starts these: "web", "worker", "reader"."""
        for name in names:
            self._start(name)

    def _start(self, name: str) -> None:
        # A session of its own: Ctrl-C reaches Tepat alone, which then stops the others in order.
        env = {**os.environ, "TEPAT_PARENT": str(os.getpid())}
        self.running[name] = subprocess.Popen(self.commands[name], env=env, start_new_session=True)  # noqa: S603 - our own programs

    def wait_until_answering(self) -> None:
        """Returns when the web answers /healthz; RuntimeError after 30 s or when it dies."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            if self.running["web"].poll() is not None:
                raise RuntimeError("the web process ended while starting; its message stands above")
            if self._answers():
                return
            time.sleep(0.05)
        raise RuntimeError("the web process did not answer within 30 s")

    def _answers(self) -> bool:
        host = "127.0.0.1" if self.listen in {"0.0.0.0", "::"} else self.listen  # noqa: S104 - a comparison
        connection = http.client.HTTPConnection(host, self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def keep_alive(self) -> None:
        """Starts again what died; gives up on what dies five times within a minute."""
        for name, process in list(self.running.items()):
            if process.poll() is None:
                continue
            now, deaths = time.monotonic(), self.deaths[name]
            deaths.append(now)
            if len(deaths) == MOST_RESTARTS and now - deaths[0] < 60:
                raise RuntimeError(f"{name} died {MOST_RESTARTS} times within a minute")
            sys.stderr.write(f"{name} mati, dinyalakan lagi / died, starting again\n")
            self._start(name)

    def stop(self) -> None:
        """Asks all to end, waits 10 s, then insists."""
        for process in self.running.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        until = time.monotonic() + 10
        for process in self.running.values():
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
