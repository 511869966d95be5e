"""Django's commands, and the two that operators use most."""

import os
import sys
from typing import Annotated

import typer


def _execute(*words: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tepat.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["tepat", *words])


def manage(words: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Perintah Django / Django commands."""
    _execute(*(words or ["help"]))


manage.context_settings = {"ignore_unknown_options": True, "help_option_names": []}  # type: ignore[attr-defined]


def doctor() -> None:
    """Periksa pemasangan / check the installation."""
    _execute("doctor", *sys.argv[2:])


def reindex() -> None:
    """Susun ulang indeks / rebuild the index."""
    _execute("reindex", *sys.argv[2:])
