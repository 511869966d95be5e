"""`tepat reread`: every CV that another reader read, read again."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from tepat.services.rereading import reread_some, rereading, start_rereading


class Command(BaseCommand):
    help = "Reads every CV again that an older reader read. Corrections by people stay. The worker does it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--here", action="store_true", help="read in this process, for an installation whose worker is off")

    def handle(self, *_args: Any, **options: Any) -> None:
        now = start_rereading()
        if not now.waiting:
            self.stdout.write(_("Every CV was read by this reader."))
        while now.waiting:
            if options["here"]:
                reread_some.call()
            else:
                time.sleep(1)
            now = rereading()
            self.stderr.write(_("%(done)s of %(total)s CVs read again") % {"done": now.done, "total": now.total})
