"""`tepat doctor`: each check, its verdict and the mend."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tepat.services.examining import examine

SIGNS = {"ok": "✓", "warning": "!", "fault": "✗"}


class Command(BaseCommand):
    help = "Checks every part of this installation and says how to mend what is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, *_args: Any, **options: Any) -> None:
        findings = examine()
        if options["json"]:
            self.stdout.write(
                json.dumps([{"part": f.part, "state": f.state, "words": f.words, "mend": f.mend} for f in findings])
            )
        else:
            for f in findings:
                self.stdout.write(f"{SIGNS[f.state]} {f.part:<12} {f.words}" + (f"\n  → {f.mend}" if f.mend else ""))
        if any(f.state == "fault" for f in findings):
            raise CommandError("something is broken, see above", returncode=1)
