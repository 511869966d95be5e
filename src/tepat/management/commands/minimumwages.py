"""`tepat manage minimumwages FILE.csv`: the operator's table of minimum wages; without a file it lists what is known."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tepat.models import MinimumWage
from tepat.services.wages import import_wages
from tepat.services.wording.refusals import refusal_words


class Command(BaseCommand):
    help = "Imports minimum wages from a CSV file (region, city, year, amount, source); without a file it lists them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["file"] is None:
            for wage in MinimumWage.objects.all():
                self.stdout.write(f"{wage.year}\t{wage.region}\t{wage.city or '*'}\t{wage.amount_idr_month}\t{wage.source}")
            return
        try:
            answer = import_wages(options["file"].read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(_("The file cannot be read as text: %(why)s") % {"why": error}) from error
        if not isinstance(answer, int):
            raise CommandError("\n".join(refusal_words(fault) for fault in answer))
        self.stdout.write(_("%(n)s rows imported.") % {"n": answer})
