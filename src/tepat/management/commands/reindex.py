"""`tepat reindex`: both search indexes anew from the database, by this process or by the worker that holds them."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from tepat.services import engines
from tepat.services.indexing import IndexBusyError, ask_for_rebuild, is_rebuilt, rebuild_index

PATIENCE_SECONDS = 600
LOOK_SECONDS = 0.25


class Command(BaseCommand):
    help = "Rebuilds the search indexes beside the living ones and puts them in their place."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--lang", choices=["id", "en"], default="id", help="bahasa pesan / language of messages")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override(options["lang"]):
            try:
                for kind, count in rebuild_index().items():
                    self.stdout.write(f"{kind}: {count}")
            except IndexBusyError:
                self.wait_for_worker()

    def wait_for_worker(self) -> None:
        """The worker holds the index and builds it anew; the time is shown until it is done."""
        self.stderr.write(_("A worker holds the index, so it builds it anew. Waiting …"))
        asked, began = ask_for_rebuild(), time.monotonic()
        while not is_rebuilt(asked):
            seconds = time.monotonic() - began
            if seconds > PATIENCE_SECONDS:
                raise CommandError(_("The worker has not come to it yet. The request stands; it is done as soon as it can be."))
            if self.stderr.isatty():
                self.stderr.write(f"\r{seconds:.0f} s", ending="")
            time.sleep(LOOK_SECONDS)
        self.stderr.write(_("Done after %(n).1f seconds.") % {"n": time.monotonic() - began})
        self.stdout.write(f"documents: {engines.index().health().documents}")
