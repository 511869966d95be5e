"""The system's programs that the corpus is made and read with; installed from Debian's packages where that is allowed."""

import os
import shutil
import subprocess
import sys

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice-writer-nogui": ("soffice", "libreoffice"),
    "antiword": ("antiword",),
    "tesseract-ocr": ("tesseract",),
}
"""Package → the commands that show it is there; beside tesseract-ocr goes its Indonesian."""


def install_programs() -> None:
    """Installs what is missing when root on Debian; says what it could not."""
    missing = [package for package, commands in PROGRAMS.items() if not any(map(shutil.which, commands))]
    apt = shutil.which("apt-get")
    if missing and apt and os.geteuid() == 0:
        print(f"installing {', '.join(missing)} …", file=sys.stderr)
        more = ["tesseract-ocr-ind"] if "tesseract-ocr" in missing else []
        subprocess.run([apt, "update", "-qq"], check=False, capture_output=True)
        command = [apt, "install", "-y", "-qq", "--no-install-recommends", *missing, *more]
        subprocess.run(command, check=False, capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    for package in missing:
        if not any(map(shutil.which, PROGRAMS[package])):
            print(f"{package} is not installed: some layouts are left out", file=sys.stderr)
