"""Programs of the system that some formats need, and the packages that bring them."""

import os
import shutil
import subprocess
from functools import cache

PACKAGES = {"ind": "tesseract-ocr-ind", "eng": "tesseract-ocr-eng"}
UNTURNED = ("-c", "tessedit_do_invert=0")
"""Letters come dark on white; to try every doubtful line the other way round takes a tenth of the time."""
RECOGNISER = "tesseract-ocr tesseract-ocr-ind"
"""Debian's packages for text in pictures."""


@cache
def find_recogniser() -> tuple[str, str] | None:
    """(path of tesseract, its languages as it takes them), or None where it is absent or knows no language we need."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        listed = subprocess.run(  # noqa: S603 - a program of the system, asked for its languages
            [program, "--list-langs"], capture_output=True, text=True, timeout=10, check=False
        ).stdout.split()
    except (OSError, subprocess.TimeoutExpired):
        return None
    known = [language for language in PACKAGES if language in listed]
    return (program, "+".join(known)) if known else None


def missing_packages() -> tuple[str, ...]:
    """Debian's packages that photos and scans need and that are not there."""
    if shutil.which("tesseract") is None:
        return tuple(RECOGNISER.split())
    found = find_recogniser()
    known = found[1].split("+") if found else []
    return tuple(package for language, package in PACKAGES.items() if language not in known)


def recogniser_arguments(*, upright: bool) -> list[str]:
    """The command line that reads a PGM picture from standard input and writes words with boxes to standard output.

    `upright` false: tesseract decides which way up the page stands, which takes half a second.
    """
    found = find_recogniser()
    if found is None:
        return []
    program, languages = found
    mode = "3" if upright else "1"
    return [program, "stdin", "stdout", "-l", languages, "--psm", mode, "--dpi", "200", *UNTURNED, "tsv"]


def recogniser_environment() -> dict[str, str]:
    """One thread: the server decides how many pages are read at a time."""
    own = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C", "PATH": "/usr/bin:/bin"}
    data = os.environ.get("TESSDATA_PREFIX")
    return {**own, "TESSDATA_PREFIX": data} if data else own
