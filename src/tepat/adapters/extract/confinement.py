"""What a process that touches a stranger's file may not do: no files, no sockets, no network, bounded memory and time."""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from typing import Any

MEMORY = 1024**3
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
_TICKS = os.sysconf("SC_CLK_TCK")
_LIBC: Any = ctypes.CDLL(None) if sys.platform == "linux" else None


def confine(*, seconds: int, files: int = 0) -> None:
    """Limits of this process for good. With no descriptor left to open there is neither file nor socket."""
    limits = [
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, files),
        (resource.RLIMIT_NPROC, 0),
    ]
    for what, limit in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))
    # A step before the hard limit there is a signal that says why.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    _prctl(PR_SET_NO_NEW_PRIVS, 1)


def _prctl(option: int, value: int) -> None:
    if _LIBC is not None:
        _LIBC.prctl(option, value, 0, 0, 0)


def leave_network() -> None:
    """A network namespace of its own, where the system lets us."""
    if _LIBC is not None and _LIBC.unshare(CLONE_NEWNET) != 0:
        _LIBC.unshare(CLONE_NEWUSER | CLONE_NEWNET)


def seconds_used(pid: int) -> float:
    """CPU time that a running process has used; 0.0 where the system does not say (there its own limit ends it)."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - called for every late child: no path objects
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS
    except (OSError, ValueError, IndexError):
        return 0.0
