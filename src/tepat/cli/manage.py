"""Django's commands, and the two that operators use most."""

import os
from typing import Annotated

import typer


def _execute(*words: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tepat.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["tepat", *words])


PASSED_ON = {"ignore_unknown_options": True, "help_option_names": []}
"""Django reads the words of these commands itself."""
Words = Annotated[list[str] | None, typer.Argument()]


def manage(words: Words = None) -> None:
    """Perintah Django / Django commands."""
    _execute(*(words or ["help"]))


def doctor(words: Words = None) -> None:
    """Periksa pemasangan / check the installation."""
    _execute("doctor", *(words or []))


def reindex(words: Words = None) -> None:
    """Susun ulang indeks / rebuild the index."""
    _execute("reindex", *(words or []))


def reread(words: Words = None) -> None:
    """Baca ulang CV dengan pembaca terbaru / read CVs again."""
    _execute("reread", *(words or []))


for command in (manage, doctor, reindex, reread):
    command.context_settings = PASSED_ON  # type: ignore[attr-defined]
