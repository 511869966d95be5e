"""`tepat doctor`: each check, its verdict and the mend."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from tepat.services.examining import examine
from tepat.services.wording.parts import part_name

SIGNS = {"ok": "✓", "warning": "!", "fault": "✗"}


class Command(BaseCommand):
    help = "Checks every part of this installation and says how to mend what is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")
        parser.add_argument("--lang", choices=["id", "en"], default="id", help="bahasa pesan / language of messages")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override(options["lang"]):
            self.report(as_json=options["json"])

    def report(self, *, as_json: bool) -> None:
        findings = examine()
        if as_json:
            self.stdout.write(
                json.dumps([{"part": f.part, "state": f.state, "words": f.words, "mend": f.mend} for f in findings])
            )
        else:
            for f in findings:
                self.stdout.write(f"{SIGNS[f.state]} {part_name(f.part):<18} {f.words}" + (f"\n  → {f.mend}" if f.mend else ""))
        if any(f.state == "fault" for f in findings):
            raise CommandError(_("Something is broken, see above."), returncode=1)
