"""The command `tepat`. Each sub-command is loaded only when it is called, so that `tepat --help` is quick."""

import importlib
import sys
from typing import Any

import typer
from typer.core import TyperCommand

from tepat.cli.usage import Group, run

COMMANDS: dict[str, tuple[str, str, str]] = {
    "cv": ("tepat.cli.cv", "app", "Baca CV / read CVs"),
    "posting": ("tepat.cli.posting", "app", "Baca iklan loker / read adverts"),
    "shortlist": ("tepat.cli.shortlist", "shortlist", "Urutkan CV untuk sebuah loker / rank CVs for an advert"),
    "occupation": ("tepat.cli.occupation", "app", "Kenali peran / know the roles"),
    "serve": ("tepat.cli.serve", "serve", "Jalankan web dan pekerja / start web and worker"),
    "doctor": ("tepat.cli.manage", "doctor", "Periksa pemasangan / check the installation"),
    "reindex": ("tepat.cli.manage", "reindex", "Susun ulang indeks / rebuild the index"),
    "reread": ("tepat.cli.manage", "reread", "Baca ulang CV dengan pembaca terbaru / read CVs again"),
    "bench": ("tepat.cli.bench", "app", "Ukur kecepatan dan ukuran / measure speed and size"),
    "manage": ("tepat.cli.manage", "manage", "Perintah Django / Django commands"),
}


class LazyGroup(Group):
    """Names every command, imports the module of the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module, attribute, short = COMMANDS[cmd_name]
        if "--help" in sys.argv[1:2] or len(sys.argv) < 2:
            return TyperCommand(cmd_name, short_help=short)
        target: Any = getattr(importlib.import_module(module), attribute)
        if isinstance(target, typer.Typer):
            return typer.main.get_command(target)
        single = typer.Typer(add_completion=False)
        single.command(cmd_name, context_settings=getattr(target, "context_settings", None))(target)
        return typer.main.get_command(single)


app = typer.Typer(cls=LazyGroup, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def root() -> None:
    """Tepat: lowongan dan pelamar TI, dipertemukan dengan bukti."""


def main() -> None:
    sys.exit(run(app, name="tepat"))
