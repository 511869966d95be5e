"""Runs the tests as `./run test` promises: all of them, in parallel, with the skips named at the end."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def main() -> int:
    args = sys.argv[1:]
    long = "--long" in args
    args = [a for a in args if a != "--long"]
    chosen = any(not a.startswith("-") for a in args)
    pytest = [sys.executable, "-m", "pytest", "-rs", "--durations=25", "-m", "long or not long" if long else "not long"]
    if not chosen:
        pytest += ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    # Compiled once and kept out of the tree: the tests start dozens of Pythons, and pip was told not to compile.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPYCACHEPREFIX": str(HERE / ".tepat" / "pycache"), "TEPAT_TEST_LONG": "1" if long else ""}
    return subprocess.run([*pytest, *args], cwd=HERE, env=env, check=False).returncode


sys.exit(main())
